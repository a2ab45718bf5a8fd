//! The body of a call.

use super::probe::{Known, Program};
use crate::model::{Call, Prompt};
use domain::Role;
use serde_json::{Value, json};

/// What is sent to `/v1/chat/completions`.
pub(super) fn body(model: &str, prompt: &Prompt, call: &Call, known: &Known) -> Value {
    let mut messages = Vec::new();
    for role in [Role::System, Role::User] {
        let text = prompt.text(role);
        if !text.is_empty() {
            messages.push(json!({"role": role.word(), "content": text}));
        }
    }
    let prefix = prefill(call, known);
    if !prefix.is_empty() {
        messages.push(json!({"role": "assistant", "content": prefix}));
    }
    let mut body = json!({
        "model": model,
        "messages": messages,
        "stream": true,
        "stream_options": {"include_usage": true},
        "max_tokens": prompt.max_tokens,
        "temperature": prompt.temperature,
    });
    if let Some(schema) = &prompt.schema {
        body["response_format"] = json!({
            "type": "json_schema",
            "json_schema": {"name": schema.name, "strict": true, "schema": schema.schema},
        });
    }
    match known.program {
        // It reads only what it has not read already.
        Program::LlamaCpp => body["cache_prompt"] = json!(true),
        Program::Vllm if !prefix.is_empty() => {
            body["continue_final_message"] = json!(true);
            body["add_generation_prompt"] = json!(false);
        }
        Program::Vllm | Program::Ollama | Program::Other => {}
    }
    body
}

/// The text to go on from, where the model can. Without white space at its end: models were taught that
/// words begin with their space, and stumble over one that stands there already.
pub(super) fn prefill<'c>(call: &'c Call, known: &Known) -> &'c str {
    if known.continues_text {
        call.prefix.trim_end()
    } else {
        ""
    }
}
