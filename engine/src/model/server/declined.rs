//! What a model does not take of a request, learned from its refusals.
//!
//! The shape of a request is one, the models behind it are not: some want another name for the most tokens, take
//! no temperature, no JSON schema or no beginning of an answer, and refuse the whole call for it. What the
//! refusal names is left out from then on, until the studio is started again.

use serde_json::Value;

/// What is left out for a model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Declined {
    /// The most tokens go by their newer name, `max_completion_tokens`.
    pub(super) old_name: bool,
    /// `temperature`.
    pub(super) temperature: bool,
    /// `stream_options`: nothing is counted then.
    pub(super) usage: bool,
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
}

/// What has to be done before the call can be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lesson {
    /// Nothing: it is sent without.
    Resend,
    /// What is sent has to be written anew.
    Rewrite,
}

/// A field, whether a refusal is about it, and what is learned.
type Case = (
    &'static [&'static str],
    fn(&str) -> bool,
    fn(&mut Declined) -> &mut bool,
    Lesson,
);

const CASES: [Case; 6] = [
    (
        &["max_tokens"],
        |said| said.contains("max_completion_tokens"),
        |it| &mut it.old_name,
        Lesson::Resend,
    ),
    (
        &["temperature"],
        |said| said.contains("temperature"),
        |it| &mut it.temperature,
        Lesson::Resend,
    ),
    (
        &["stream_options"],
        |said| said.contains("stream_options") || said.contains("include_usage"),
        |it| &mut it.usage,
        Lesson::Resend,
    ),
    (
        &["dry_multiplier", "frequency_penalty"],
        |said| said.contains("dry_") || said.contains("penalty"),
        |it| &mut it.penalties,
        Lesson::Resend,
    ),
    (
        &["cache_prompt", "continue_final_message"],
        |said| {
            said.contains("cache_prompt")
                || said.contains("final_message")
                || said.contains("generation_prompt")
        },
        |it| &mut it.own,
        Lesson::Resend,
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
        Lesson::Rewrite,
    ),
];

impl Declined {
    /// Learns from what a server said when it refused a request; `None` where that was about nothing that can be
    /// left out.
    pub(super) fn learn(&mut self, said: &str, sent: &Value) -> Option<Lesson> {
        let said = said.to_lowercase();
        for (fields, is_meant, what, lesson) in CASES {
            let is_sent = fields.iter().any(|field| sent.get(field).is_some());
            if is_sent && is_meant(&said) && !std::mem::replace(what(self), true) {
                return Some(lesson);
            }
        }
        let last = sent["messages"].as_array().and_then(|all| all.last());
        let is_begun = last.is_some_and(|last| last["role"] == "assistant");
        let is_meant = ["prefill", "end with a user message", "last message"]
            .iter()
            .any(|words| said.contains(words));
        (is_begun && is_meant && !std::mem::replace(&mut self.prefill, true))
            .then_some(Lesson::Rewrite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What hosted servers answer, word for word, and what is to be learned from it.
    #[test]
    fn refusals_of_hosted_models_are_learned_from() {
        let sent = json!({
            "messages": [{"role": "user", "content": "Write."}, {"role": "assistant", "content": "It"}],
            "max_tokens": 10, "temperature": 0.8, "stream_options": {"include_usage": true},
            "response_format": {"type": "json_schema"}, "frequency_penalty": 0.3, "cache_prompt": true,
        });
        let nothing = Declined::default();
        for (said, lesson, learned) in [
            (
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' \
                 instead.",
                Lesson::Resend,
                Declined {
                    old_name: true,
                    ..nothing
                },
            ),
            (
                "Unsupported value: 'temperature' does not support 0.8 with this model. Only the default (1) value \
                 is supported.",
                Lesson::Resend,
                Declined {
                    temperature: true,
                    ..nothing
                },
            ),
            (
                r#"[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]"#,
                Lesson::Resend,
                Declined {
                    usage: true,
                    ..nothing
                },
            ),
            (
                "Penalty is not enabled for this model",
                Lesson::Resend,
                Declined {
                    penalties: true,
                    ..nothing
                },
            ),
            (
                "Unknown name \"cache_prompt\": Cannot find field.",
                Lesson::Resend,
                Declined {
                    own: true,
                    ..nothing
                },
            ),
            (
                "This response_format type is unavailable now",
                Lesson::Rewrite,
                Declined {
                    schema: true,
                    ..nothing
                },
            ),
            (
                "This model does not support response format `json_schema`.",
                Lesson::Rewrite,
                Declined {
                    schema: true,
                    ..nothing
                },
            ),
            (
                "This model does not support assistant message prefill. The conversation must end with a user \
                 message.",
                Lesson::Rewrite,
                Declined {
                    prefill: true,
                    ..nothing
                },
            ),
        ] {
            let mut declined = nothing;
            assert_eq!(declined.learn(said, &sent), Some(lesson), "{said}");
            assert_eq!(declined, learned, "{said}");
        }
    }

    #[test]
    fn the_same_is_not_learned_twice_and_nothing_from_other_refusals() {
        let mut declined = Declined::default();
        let sent = json!({"messages": [], "response_format": {"type": "json_schema"}});
        let said = "response_format is not supported";
        assert_eq!(declined.learn(said, &sent), Some(Lesson::Rewrite));
        assert!(declined.schema && !declined.format);
        assert_eq!(declined.learn(said, &sent), Some(Lesson::Rewrite));
        assert!(declined.format);
        assert_eq!(declined.learn(said, &sent), None);
        for other in [
            "max_tokens must be at most 4096",
            "Your credit balance is too low",
            "",
        ] {
            assert_eq!(
                declined.learn(other, &json!({"max_tokens": 9_000})),
                None,
                "{other}"
            );
        }
    }
}
