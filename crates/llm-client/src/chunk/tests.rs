use super::*;
use serde_json::json;

fn text(event: Value) -> String {
    Chunk::of(&event, None).text
}

#[test]
fn text_is_found_wherever_servers_put_it() {
    let choice = |choice: Value| json!({"choices": [choice]});
    for event in [
        choice(json!({"index": 0, "delta": {"content": "It rains."}})),
        choice(
            json!({"delta": {"content": [{"type": "text", "text": "It "}, {"type": "text", "text": "rains."}]}}),
        ),
        choice(json!({"delta": {"content": ["It ", null, 3, "rains."]}})),
        choice(json!({"delta": {"content": {"type": "text", "text": {"value": "It rains."}}}})),
        choice(json!({"delta": null, "message": {"role": "assistant", "content": "It rains."}})),
        choice(json!({"delta": {"role": "assistant", "content": null}, "text": "It rains."})),
        choice(json!({"delta": {"text": "It rains."}, "logprobs": 7, "finish_reason": 3})),
        json!({"choices": {"index": "0", "delta": {"content": "It rains."}}}),
        json!({"choices": [null, {"index": 1, "delta": {"content": "no"}}, {"index": 0, "delta": {"content": "It rains."}}]}),
        json!({"model": "m", "message": {"role": "assistant", "content": "It rains."}, "done": false}),
        json!({"model": "m", "response": "It rains.", "done": false}),
        json!({"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "It rains."}}),
        json!({"type": "response.output_text.delta", "delta": "It rains."}),
        json!({"candidates": [{"content": {"role": "model", "parts": [{"text": "hm", "thought": true}, {"text": "It rains."}]}}]}),
        json!([{"choices": [{"delta": {"content": "It "}}]}, {"choices": [{"delta": {"content": "rains."}}]}]),
    ] {
        assert_eq!(text(event.clone()), "It rains.", "{event}");
    }
    for event in [
        json!(null),
        json!(3),
        json!([]),
        json!({}),
        json!({"choices": null, "usage": null}),
        json!({"choices": []}),
        json!({"choices": [], "message": "gone"}),
        json!({"choices": [{"delta": {"role": "assistant"}}]}),
        json!({"choices": "none", "created": "yesterday"}),
        json!({"type": "response.completed", "response": {"output": [{"content": "It rains."}]}}),
        json!({"type": "response.output_text.done", "text": "It rains."}),
    ] {
        assert_eq!(text(event.clone()), "", "{event}");
    }
}

#[test]
fn thoughts_are_found_under_each_of_their_names() {
    for delta in [
        json!({"reasoning_content": "hm"}),
        json!({"reasoning": "hm", "content": ""}),
        json!({"reasoning_details": [{"type": "reasoning.text", "text": "hm"}]}),
        json!({"thinking": "hm"}),
        json!({"content": [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}]}),
        json!({"content": {"type": "reasoning", "text": "hm"}}),
    ] {
        let chunk = Chunk::of(&json!({"choices": [{"delta": delta}]}), None);
        assert!(chunk.thought && chunk.text.is_empty(), "{delta}");
        assert_eq!(chunk.thoughts, "hm", "{delta}");
    }
    let event = json!({"type": "content_block_delta", "delta": {"type": "thinking_delta", "thinking": "hm"}});
    assert!(Chunk::of(&event, None).thought);
    let none = json!({"choices": [{"delta": {"content": "x", "reasoning": null, "reasoning_content": ""}}]});
    assert!(!Chunk::of(&none, None).thought);
}

#[test]
fn counts_are_numbers_in_any_form_or_none() {
    let used = |prompt, cached, answer| {
        Some(Usage {
            prompt,
            cached,
            answer,
        })
    };
    for (usage, read) in [
        (
            json!({"prompt_tokens": 9, "completion_tokens": 7}),
            used(9, 0, 7),
        ),
        (
            json!({"prompt_tokens": 9.0, "completion_tokens": "7"}),
            used(9, 0, 7),
        ),
        (
            json!({"prompt_tokens": null, "completion_tokens": 7, "prompt_tokens_details": null}),
            used(0, 0, 7),
        ),
        (
            json!({"input_tokens": 9, "output_tokens": 7, "input_tokens_details": {"cached_tokens": 4}}),
            used(9, 4, 7),
        ),
        (
            json!({"prompt_tokens": -1, "completion_tokens": 1e30}),
            None,
        ),
        (json!({"prompt_tokens": {}, "total_tokens": 3}), None),
        (json!(null), None),
        (json!("many"), None),
    ] {
        let chunk = Chunk::of(&json!({"choices": [], "usage": usage}), None);
        assert_eq!(chunk.usage, read, "{usage}");
    }
    let ollama = json!({"message": {"content": ""}, "done": true, "done_reason": "length", "prompt_eval_count": 9, "eval_count": 7});
    let chunk = Chunk::of(&ollama, None);
    assert_eq!(chunk.usage, used(9, 0, 7));
    assert_eq!(chunk.finish, Some(FinishReason::Known(Finish::Length)));
}
