use super::*;
use serde_json::json;

/// A refusal, what is to be done then, and what is learned from it.
type Refusal = (&'static str, RetryHint, fn(&mut UnsupportedParams));

/// What hosted servers answer, word for word.
const REFUSALS: &[Refusal] = &[
    (
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' \
         instead.",
        RetryHint::Resend,
        |it| it.old_name = true,
    ),
    (
        "Unsupported value: 'temperature' does not support 0.8 with this model. Only the default (1) value \
         is supported.",
        RetryHint::Resend,
        |it| it.temperature = true,
    ),
    (
        r#"[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]"#,
        RetryHint::Resend,
        |it| it.usage = true,
    ),
    (
        "'stream' does not support true with this model. Only the default (false) value is supported.",
        RetryHint::Resend,
        |it| it.stream = true,
    ),
    (
        "Streaming is not supported for this model.",
        RetryHint::Resend,
        |it| it.stream = true,
    ),
    (
        "Penalty is not enabled for this model",
        RetryHint::Resend,
        |it| it.penalties = true,
    ),
    (
        "Unknown name \"cache_prompt\": Cannot find field.",
        RetryHint::Resend,
        |it| it.own = true,
    ),
    (
        "This response_format type is unavailable now",
        RetryHint::Rewrite,
        |it| it.schema = true,
    ),
    (
        "This model does not support response format `json_schema`.",
        RetryHint::Rewrite,
        |it| it.schema = true,
    ),
    (
        "This model does not support assistant message prefill. The conversation must end with a user \
         message.",
        RetryHint::Rewrite,
        |it| it.prefill = true,
    ),
];

#[test]
fn refusals_of_hosted_models_are_learned_from() {
    let sent = json!({
        "stream": true,
        "messages": [{"role": "user", "content": "Write."}, {"role": "assistant", "content": "It"}],
        "max_tokens": 10, "temperature": 0.8, "stream_options": {"include_usage": true},
        "response_format": {"type": "json_schema"}, "frequency_penalty": 0.3, "cache_prompt": true,
    });
    for (said, hint, learn) in REFUSALS {
        let (mut unsupported, mut learned) =
            (UnsupportedParams::default(), UnsupportedParams::default());
        learn(&mut learned);
        assert_eq!(unsupported.learn(said, &sent), Some(*hint), "{said}");
        assert_eq!(unsupported, learned, "{said}");
    }
}

#[test]
fn what_no_words_name_is_tried_part_by_part_and_then_together() {
    let sent = json!({
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "assistant", "content": "It"}],
        "temperature": 0.8, "response_format": {"type": "json_schema"},
    });
    let suspects = UnsupportedParams::default().suspects(&sent);
    let prefill = UnsupportedParams {
        prefill: true,
        ..UnsupportedParams::default()
    };
    assert_eq!(suspects[0], (prefill, RetryHint::Rewrite));
    assert!(suspects[1].0.system && !suspects[1].0.prefill);
    // Five alone, and four together with those before.
    assert_eq!(suspects.len(), 9);
    let (all, hint) = suspects[8];
    assert!(all.prefill && all.system && all.temperature && all.schema && all.format);
    assert_eq!(hint, RetryHint::Rewrite);
    assert!(
        UnsupportedParams::default()
            .suspects(&json!({"messages": []}))
            .is_empty()
    );
}

#[test]
fn the_same_is_not_learned_twice_and_nothing_from_other_refusals() {
    let mut unsupported = UnsupportedParams::default();
    let sent = json!({"messages": [], "response_format": {"type": "json_schema"}});
    let said = "response_format is not supported";
    assert_eq!(unsupported.learn(said, &sent), Some(RetryHint::Rewrite));
    assert!(unsupported.schema && !unsupported.format);
    assert_eq!(unsupported.learn(said, &sent), Some(RetryHint::Rewrite));
    assert!(unsupported.format);
    assert_eq!(unsupported.learn(said, &sent), None);
    // Neither another field nor somebody behind the server is the stream.
    for other in [
        "stream_options: not allowed",
        "upstream: cannot connect",
        "Streaming is not supported",
    ] {
        let sent = json!({"stream": other.starts_with(['s', 'u'])});
        assert_eq!(unsupported.learn(other, &sent), None, "{other}");
    }
    for other in [
        "Your credit balance is too low",
        "max_tokens must be at least 1",
        "",
    ] {
        assert_eq!(
            unsupported.learn(other, &json!({"max_tokens": 9_000})),
            None,
            "{other}"
        );
    }
}

#[test]
fn the_most_tokens_of_an_answer_are_learned_as_a_number() {
    for (said, most) in [
        (
            "max_tokens is too large: 20000. This model supports at most 16384 completion tokens, whereas you \
             provided 20000.",
            Some(16_384),
        ),
        (
            "max_tokens: 20000 > 8192, which is the maximum allowed number of output tokens for \
             claude-3-5-sonnet-20240620",
            Some(8_192),
        ),
        (
            "Invalid max_tokens value, the valid range of max_tokens is [1, 8192]",
            Some(8_192),
        ),
        (
            "The supported range of max_output_tokens is from 1 (inclusive) to 8193 (exclusive).",
            Some(8_192),
        ),
        (
            "`max_tokens` must be less than or equal to 16,384.",
            Some(16_384),
        ),
        (
            "Unsupported parameter: 'max_tokens' is not supported with gpt-4o-2024-08-06. Use \
             'max_completion_tokens' instead.",
            None,
        ),
        ("max_tokens is too large: 20000", None),
    ] {
        let mut unsupported = UnsupportedParams::default();
        let hint = unsupported.learn(said, &json!({"max_tokens": 20_000}));
        assert_eq!(unsupported.most, most, "{said}");
        if most.is_some() {
            assert_eq!(hint, Some(RetryHint::Resend), "{said}");
        }
    }
    // What was cut to what is allowed, and is refused all the same, is not sent for ever.
    let mut unsupported = UnsupportedParams::default();
    let said = "max_tokens must be at most 4096";
    assert!(
        unsupported
            .learn(said, &json!({"max_tokens": 9_000}))
            .is_some()
    );
    assert_eq!(unsupported.learn(said, &json!({"max_tokens": 4_096})), None);
}

#[tokio::test(start_paused = true)]
async fn a_context_that_was_too_small_leaves_more_room_for_a_while() {
    let mut unsupported = UnsupportedParams::default();
    assert_eq!(unsupported.fitting(10_000), 10_000);
    unsupported.learn_context(10_000, None);
    assert_eq!(unsupported.fitting(10_000), 8_000);
    unsupported.learn_context(8_000, Some(4_096));
    assert_eq!(unsupported.fitting(10_000), 4_096);
    // The number was right, and more was sent than was counted.
    unsupported.learn_context(4_096, Some(4_096));
    assert_eq!(unsupported.fitting(10_000), 3_277);
    assert_eq!(unsupported.fitting(2_000), 2_000);
    tokio::time::advance(SHOWN).await;
    assert_eq!(unsupported.fitting(10_000), 10_000);
    unsupported.learn_context(10_000, Some(1));
    assert_eq!(unsupported.fitting(10_000), 8_000);
}
