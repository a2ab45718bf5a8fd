//! What a model does not take of a request, learned from its refusals.
//!
//! The shape of a request is one, the models behind it are not: some want another name for the most tokens, take
//! no temperature, no JSON schema or no beginning of an answer, and refuse the whole call for it. What the
//! refusal names is left out from then on, until the studio is started again.

use serde_json::Value;
use std::time::Duration;
use tokio::time::Instant;

/// What is left out for a model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct UnsupportedParams {
    /// The most tokens go by their newer name, `max_completion_tokens`.
    pub(super) old_name: bool,
    /// `temperature`.
    pub(super) temperature: bool,
    /// `stream_options`: nothing is counted then.
    pub(super) usage: bool,
    /// `stream`: its answers come whole.
    pub(super) stream: bool,
    /// What keeps it from repeating itself.
    pub(super) penalties: bool,
    /// What only one program understands.
    pub(super) own: bool,
    /// A JSON schema as `response_format`: it is told the shape in words.
    pub(super) schema: bool,
    /// `response_format` altogether.
    pub(super) format: bool,
    /// The beginning of the answer as the last message.
    pub(super) prefill: bool,
    /// A message of the system: its text is put before the user's.
    pub(super) system: bool,
    /// The most tokens of an answer that may be asked for.
    pub(super) most: Option<u32>,
    /// The most tokens of prompt and answer together, where a refusal showed that it is less than was known.
    pub(super) context: Option<ContextLimit>,
    /// How many answers in a row began in thought, and said so only when they were done with it.
    pub(super) thoughts: u8,
    /// Its answers have letters that can't be read: they are taken as they are.
    pub(super) marred: bool,
}

/// A context that a refusal has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ContextLimit {
    pub(super) tokens: u32,
    /// It holds until then: a server may be started again with a larger one.
    pub(super) until: Instant,
}

/// How long that is.
const SHOWN: Duration = Duration::from_secs(3_600);

/// No model has so small a context, in tokens: such a number is about something else.
const SMALLEST: u32 = 256;

/// What has to be done before the call can be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RetryHint {
    /// Nothing: it is sent without.
    Resend,
    /// What is sent has to be written anew.
    Rewrite,
}

/// A field, whether a refusal is about it, and what is learned.
type Case = (
    &'static [&'static str],
    fn(&str) -> bool,
    fn(&mut UnsupportedParams) -> &mut bool,
    RetryHint,
);

const CASES: [Case; 7] = [
    (
        &["max_tokens"],
        |said| said.contains("max_completion_tokens"),
        |it| &mut it.old_name,
        RetryHint::Resend,
    ),
    (
        &["temperature"],
        |said| said.contains("temperature"),
        |it| &mut it.temperature,
        RetryHint::Resend,
    ),
    (
        &["stream_options"],
        |said| said.contains("stream_options") || said.contains("include_usage"),
        |it| &mut it.usage,
        RetryHint::Resend,
    ),
    (
        &["stream"],
        |said| {
            let is_no = [
                "not support",
                "unsupported",
                "not available",
                "not allowed",
                "not enabled",
                "not possible",
                "not implemented",
                "disabled",
                "must be false",
                "must be verified",
                "can't",
                "cannot",
            ];
            let said = said.replace("stream_options", "").replace("upstream", "");
            said.contains("stream") && is_no.iter().any(|no| said.contains(no))
        },
        |it| &mut it.stream,
        RetryHint::Resend,
    ),
    (
        &["dry_multiplier", "frequency_penalty"],
        |said| said.contains("dry_") || said.contains("penalty"),
        |it| &mut it.penalties,
        RetryHint::Resend,
    ),
    (
        &["cache_prompt", "continue_final_message"],
        |said| {
            said.contains("cache_prompt")
                || said.contains("final_message")
                || said.contains("generation_prompt")
        },
        |it| &mut it.own,
        RetryHint::Resend,
    ),
    (
        &["response_format"],
        |said| {
            [
                "response_format",
                "response format",
                "json_schema",
                "json schema",
                "schema",
            ]
            .iter()
            .any(|name| said.contains(name))
        },
        |it| {
            if it.schema {
                &mut it.format
            } else {
                &mut it.schema
            }
        },
        RetryHint::Rewrite,
    ),
];

/// An answer shorter than this, in tokens, is of no use: a smaller number in a refusal is about something else.
const SHORTEST: u64 = 16;

/// The most tokens of an answer that a refusal allows, where it is about that and they are less than were `sent`.
fn most(said: &str, sent: u64) -> Option<u32> {
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let is_meant = has(&[
        "max_tokens",
        "max_completion_tokens",
        "max_output_tokens",
        "maxoutputtokens",
        "max_new_tokens",
        "completion tokens",
        "output tokens",
    ]) && has(&[
        "at most",
        "maximum",
        "max allowed",
        "too large",
        "too high",
        "exceed",
        "less than",
        "range",
        "limit",
        "<",
        ">",
    ]);
    if !is_meant {
        return None;
    }
    // The date in a model's name is no number of tokens.
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ',');
    let words: Vec<&str> = said
        .split(|c: char| !is_part(c))
        .filter(|word| !word.is_empty())
        .collect();
    let numbers = words.iter().enumerate().filter_map(|(at, word)| {
        let word = word.trim_end_matches(['.', ',']);
        let number: u64 = word.replace(',', "").parse().ok()?;
        let is_past = words.get(at + 1) == Some(&"exclusive");
        Some(number - u64::from(is_past && number > 0))
    });
    numbers
        .filter(|&number| (SHORTEST..sent).contains(&number))
        .max()
        .and_then(|number| u32::try_from(number).ok())
}

/// A part of a call that may be refused: whether it is sent, how it is left out, and what is to be done then.
type Suspect = (bool, fn(&mut UnsupportedParams), RetryHint);

impl UnsupportedParams {
    /// Adds what was learned from a call to what others have learned meanwhile.
    pub(super) fn add(&mut self, other: Self) {
        *self = Self {
            old_name: self.old_name | other.old_name,
            temperature: self.temperature | other.temperature,
            usage: self.usage | other.usage,
            stream: self.stream | other.stream,
            penalties: self.penalties | other.penalties,
            own: self.own | other.own,
            schema: self.schema | other.schema,
            format: self.format | other.format,
            prefill: self.prefill | other.prefill,
            system: self.system | other.system,
            most: self.most.into_iter().chain(other.most).min(),
            context: self.context,
            thoughts: self.thoughts,
            marred: self.marred,
        };
    }

    /// Takes over what a refusal said about the context, when the prompt was made for `used` tokens.
    pub(super) fn learn_context(&mut self, used: u32, told: Option<u32>) {
        // Where the size was right and our counting wrong, we leave more room.
        let smaller = used - used / 5;
        let told = told.filter(|told| *told >= SMALLEST);
        self.context = Some(ContextLimit {
            tokens: told.map_or(smaller, |told| told.min(smaller)),
            until: Instant::now() + SHOWN,
        });
    }

    /// How many of these tokens fit, as far as refusals have shown.
    pub(super) fn fitting(&self, tokens: u32) -> u32 {
        let shown = self.context.filter(|shown| shown.until > Instant::now());
        shown.map_or(tokens, |shown| shown.tokens.min(tokens))
    }

    /// Learns from what a server said when it refused a request; `None` where that was about nothing that can be
    /// left out.
    pub(super) fn learn(&mut self, said: &str, sent: &Value) -> Option<RetryHint> {
        let said = said.to_lowercase();
        let asked = ["max_tokens", "max_completion_tokens"]
            .iter()
            .find_map(|name| sent[*name].as_u64());
        if let Some(most) = asked.and_then(|asked| most(&said, asked)) {
            self.most = Some(most);
            return Some(RetryHint::Resend);
        }
        for (fields, is_meant, what, hint) in CASES {
            let is_sent = fields
                .iter()
                .any(|field| sent.get(field).is_some_and(|value| *value != false));
            if is_sent && is_meant(&said) && !std::mem::replace(what(self), true) {
                return Some(hint);
            }
        }
        let has = |words: &[&str]| words.iter().any(|words| said.contains(words));
        let about_prefill = has(&["prefill", "end with a user message", "last message"]);
        if is_begun(sent) && about_prefill && !std::mem::replace(&mut self.prefill, true) {
            return Some(RetryHint::Rewrite);
        }
        let about_system = has(&["system role", "system message", "developer instruction"])
            && has(&["not support", "unsupported", "not enabled", "not allowed"]);
        (has_system(sent) && about_system && !std::mem::replace(&mut self.system, true))
            .then_some(RetryHint::Resend)
    }

    /// What to leave out to find out by trying what a call was refused for: each part alone, the likeliest first, then
    /// more and more of them together.
    pub(super) fn suspects(self, sent: &Value) -> Vec<(Self, RetryHint)> {
        let is_sent = |field: &str| sent.get(field).is_some();
        let (resend, rewrite) = (RetryHint::Resend, RetryHint::Rewrite);
        let parts: [Suspect; 9] = [
            (is_begun(sent), |it| it.prefill = true, rewrite),
            (has_system(sent), |it| it.system = true, resend),
            (
                is_sent("cache_prompt") || is_sent("continue_final_message"),
                |it| it.own = true,
                resend,
            ),
            (
                is_sent("dry_multiplier") || is_sent("frequency_penalty"),
                |it| it.penalties = true,
                resend,
            ),
            (is_sent("stream_options"), |it| it.usage = true, resend),
            (is_sent("temperature"), |it| it.temperature = true, resend),
            (
                sent["response_format"]["type"] == "json_schema",
                |it| it.schema = true,
                rewrite,
            ),
            (
                is_sent("response_format"),
                |it| (it.schema, it.format) = (true, true),
                rewrite,
            ),
            (is_sent("max_tokens"), |it| it.old_name = true, resend),
        ];
        let parts = parts.into_iter().filter(|(is_sent, ..)| *is_sent);
        let (mut alone, mut together) = (Vec::new(), Vec::new());
        let (mut all, mut all_lesson) = (self, resend);
        for (_, leave_out, hint) in parts {
            let mut one = self;
            leave_out(&mut one);
            alone.push((one, hint));
            leave_out(&mut all);
            if hint == rewrite {
                all_lesson = rewrite;
            }
            together.push((all, all_lesson));
        }
        alone.extend(together.into_iter().skip(1));
        alone
    }
}

fn is_begun(sent: &Value) -> bool {
    let last = sent["messages"].as_array().and_then(|all| all.last());
    last.is_some_and(|last| last["role"] == "assistant")
}

fn has_system(sent: &Value) -> bool {
    let mut messages = sent["messages"].as_array().into_iter().flatten();
    messages.any(|message| message["role"] == "system")
}

#[cfg(test)]
mod tests;
