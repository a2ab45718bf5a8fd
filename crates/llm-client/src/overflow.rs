//! Refusals of a prompt that is longer than the model's context, in the words of the servers that say so.

use super::failure::CallFailure;

/// How such a refusal is worded, in lower case; all of a row.
const WORDINGS: [&[&str]; 19] = [
    // OpenAI, vLLM, OpenRouter.
    &["maximum context length"],
    // llama.cpp.
    &["exceeds the available context size"],
    // Anthropic.
    &["prompt is too long"],
    &["exceed context limit"],
    // Gemini.
    &["exceeds the maximum number of tokens"],
    // LM Studio.
    &["n_keep", "n_ctx"],
    &["loaded with context length"],
    &["greater than the context length"],
    // Ollama, and what stands behind it.
    &["exceeds the context length"],
    &["exceeds context length"],
    &["exceeds the context window"],
    &["exceeds the model", "context"],
    // vLLM, where the prompt alone fills it.
    &["max_tokens must be at least 1, got -"],
    &["context length is only"],
    // TGI.
    &["`inputs` tokens", "must be <="],
    // DashScope.
    &["range of input length"],
    // Groq and OpenAI, of what may be used in a minute: a longer wait would not help.
    &["reduce your message size"],
    &["request too large for", "requested"],
    &["please reduce the length of the"],
];

/// What may be too long, …
const SUBJECTS: [&str; 6] = [
    "context",
    "prompt",
    "input",
    "tokens",
    "max_seq_len",
    "max_model_len",
];

/// … and what is said of it then.
const MEASURES: [&str; 7] = [
    "too long",
    "too large",
    "too many",
    "longer than",
    "greater than",
    "exceed",
    "reduce the length",
];

/// Limits of another kind: of an account, of a minute, of a field.
const ELSEWHERE: [&str; 13] = [
    "per minute",
    "per day",
    "monthly",
    "daily",
    "rate limit",
    "rate_limit",
    "quota",
    "credit",
    "balance",
    "too many requests",
    "please wait",
    "try again in",
    "should be",
];

/// The answer's length, not the prompt's.
const ANSWERS: [&str; 6] = [
    "max_tokens",
    "max_completion_tokens",
    "max_output_tokens",
    "max_new_tokens",
    "completion tokens",
    "output tokens",
];

/// What stands before the number of tokens that fit.
const FITS: [&str; 20] = [
    "maximum context length is",
    "maximum context length:",
    "context length is only",
    "context length (",
    "model length of",
    "must be <=",
    "max_seq_len",
    "max_model_len",
    "cannot exceed",
    "[1,",
    "model with",
    "available context size",
    "n_ctx",
    "context length of only",
    "number of tokens allowed",
    "context window of",
    "context length of",
    "context limit:",
    "): limit",
    " > ",
];

/// What stands before the number of tokens that were sent.
const SENT: [&str; 16] = [
    "you passed",
    "prompt (length",
    "the input (",
    "requested tokens (",
    "given:",
    "prompt length",
    "prompt contains",
    "received",
    "prompt is too long:",
    "input token count",
    "resulted in",
    "requested about",
    "requested",
    "request has",
    "n_keep",
    "request (",
];

/// What the refusal `said` says about a prompt that is too long, where it is about that. `kinds` are the names the
/// server gives to what went wrong.
pub(super) fn read(said: &str, kinds: &[String]) -> Option<CallFailure> {
    let said = said.to_lowercase();
    let is_named = kinds.iter().any(|kind| {
        ["exceed_context_size", "context_length_exceeded"]
            .iter()
            .any(|name| kind.contains(name))
    });
    let is_worded = || {
        WORDINGS
            .iter()
            .any(|words| words.iter().all(|word| said.contains(word)))
    };
    if !is_named && !is_worded() && !is_too_long(&said) {
        return None;
    }
    let first = |marks: &[&str]| marks.iter().find_map(|mark| number_after(&said, mark));
    // “188240 + 21333 > 200000”: the limit is what the sum is compared with.
    let context = match said.contains("exceed context limit") {
        true => number_after(&said, " > "),
        false => first(&FITS),
    };
    Some(CallFailure::ContextTooSmall {
        prompt: first(&SENT),
        context,
    })
}

/// Whether it says so in words of its own: that something of the prompt is more than it may be.
fn is_too_long(said: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let is_answer = has(&ANSWERS) && !has(&["context", "prompt", "input"]);
    has(&SUBJECTS) && (has(&MEASURES) || says_only(said)) && !has(&ELSEWHERE) && !is_answer
}

/// “only 4096 tokens”.
fn says_only(said: &str) -> bool {
    said.split("only ").skip(1).any(|after| {
        let number = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
        number.len() < after.len() && number.starts_with(" token")
    })
}

/// The number that stands close behind some words, the first time that one does.
fn number_after(text: &str, words: &str) -> Option<u32> {
    let mut places = text.match_indices(words);
    places.find_map(|(at, _)| number_at(&text[at + words.len()..]))
}

fn number_at(after: &str) -> Option<u32> {
    let begin = after.find(|c: char| c.is_ascii_digit())?;
    // Another sentence is about something else.
    if begin > 12 || after[..begin].contains(|c: char| c.is_alphanumeric() && c != 's') {
        return None;
    }
    let digits: String = after[begin..]
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(|c| *c != ',')
        .collect();
    digits.parse().ok().filter(|&number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What servers say, word for word: the tokens that were sent and those that fit, where they are told.
    const REFUSALS: &[(&str, Option<u32>, Option<u32>)] = &[
        (
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. \
             Please reduce the length of the messages.",
            Some(9_000),
            Some(8_192),
        ),
        (
            "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000 in the \
             messages, 1000 in the completion).",
            Some(5_000),
            Some(4_096),
        ),
        (
            "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length is \
             4096 tokens and your request has 100 input tokens (5000 > 4096 - 100).",
            Some(100),
            Some(4_096),
        ),
        (
            "This endpoint's maximum context length is 131072 tokens. However, you requested about 140000 tokens",
            Some(140_000),
            Some(131_072),
        ),
        (
            "request (9022 tokens) exceeds the available context size (8192 tokens), try increasing it",
            Some(9_022),
            Some(8_192),
        ),
        (
            "the request exceeds the available context size. try increasing the context size",
            None,
            None,
        ),
        (
            "prompt is too long: 208310 tokens > 200000 maximum",
            Some(208_310),
            Some(200_000),
        ),
        (
            "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000, decrease input length",
            None,
            Some(200_000),
        ),
        (
            "The input token count (1196265) exceeds the maximum number of tokens allowed (1048575).",
            Some(1_196_265),
            Some(1_048_575),
        ),
        (
            "The input token count exceeds the maximum number of tokens allowed 1,048,576.",
            None,
            Some(1_048_576),
        ),
        (
            "Cannot truncate prompt with n_keep: 6094 >= n_ctx: 4096",
            Some(6_094),
            Some(4_096),
        ),
        (
            "Cannot truncate prompt with n_keep (6094) >= n_ctx (4096)",
            Some(6_094),
            Some(4_096),
        ),
        (
            "Trying to keep the first 6094 tokens when context the overflows. However, the model is loaded with \
             context length of only 4096 tokens, which is not enough.",
            None,
            Some(4_096),
        ),
        ("the input length exceeds the context length", None, None),
        (
            "You passed 3000 input tokens and requested 300 output tokens. However, the model's context length is \
             only 2800 tokens, resulting in a maximum input length of 2500 tokens. Please reduce the length of the \
             input prompt. (parameter=input_tokens, value=3000)",
            Some(3_000),
            Some(2_800),
        ),
        (
            "The decoder prompt (length 3000) is longer than the maximum model length of 2800. Make sure that \
             `max_model_len` is no smaller than the number of text tokens.",
            Some(3_000),
            Some(2_800),
        ),
        ("max_tokens must be at least 1, got -72.", None, None),
        (
            "The input (3000 tokens) is longer than the model's context length (2800 tokens).",
            Some(3_000),
            Some(2_800),
        ),
        (
            "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2800. Given: 3000 `inputs` \
             tokens and 300 `max_new_tokens`",
            Some(3_000),
            Some(2_800),
        ),
        (
            "Requested tokens (3000) exceed context window of 2800",
            Some(3_000),
            Some(2_800),
        ),
        (
            "Prompt length 3000 is greater than max_seq_len 2800",
            Some(3_000),
            Some(2_800),
        ),
        (
            "Context length 3000 is greater than max_seq_len 2800",
            None,
            Some(2_800),
        ),
        (
            "too many tokens: total number of tokens in the prompt cannot exceed 2800 - received 3000. Try using \
             a shorter prompt",
            Some(3_000),
            Some(2_800),
        ),
        (
            "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 2800]",
            None,
            Some(2_800),
        ),
        ("Input is too long for requested model.", None, None),
        (
            "invalid params, context window exceeds limit (2013)",
            None,
            None,
        ),
        (
            "Request too large for model `m` in organization `o` service tier `on_demand` on tokens per minute \
             (TPM): Limit 2800, Requested 3000, please reduce your message size and try again.",
            Some(3_000),
            Some(2_800),
        ),
        (
            "Please reduce the length of the messages or completion.",
            None,
            None,
        ),
        (
            "Prompt contains 3000 tokens and 0 draft tokens, too large for model with 2800 maximum context length",
            Some(3_000),
            Some(2_800),
        ),
        (
            "The prompt is too long: 3000, model maximum context length: 2799",
            Some(3_000),
            Some(2_799),
        ),
        ("Context length exceeded", None, None),
        ("This model takes only 2,800 tokens", None, None),
    ];

    #[test]
    fn each_server_says_it_in_its_own_words() {
        for &(said, prompt, context) in REFUSALS {
            assert_eq!(
                read(said, &[]),
                Some(CallFailure::ContextTooSmall { prompt, context }),
                "{said}"
            );
        }
        let named = ["context_length_exceeded".to_owned()];
        assert!(read("Too long.", &named).is_some());
    }

    #[test]
    fn other_refusals_are_about_something_else() {
        for said in [
            "",
            "max_tokens is too large: 20000. This model supports at most 16384 completion tokens",
            "Rate limit reached: Limit 6000, Requested 9000. Please try again in 7m12s.",
            "model 'nothing' not found",
            "Loading model",
            "Too many tokens, please wait before trying again.",
            "trial token rate limit exceeded, limit is 100000 tokens per minute",
            "max_tokens: 20000 exceeds the maximum allowed number of output tokens",
            "temperature: Input should be less than or equal to 2",
            "top_k: Input should be greater than or equal to 1",
            "max_tokens must be at least 1, got 0.",
            "You exceeded your current quota, please check your plan and billing details.",
        ] {
            assert_eq!(read(said, &[]), None, "{said}");
        }
    }
}
