//! The body of a call.

use super::probe::{Known, Program};
use crate::model::Prompt;
use domain::Role;
use serde_json::{Value, json};

/// What is sent to `/v1/chat/completions`.
pub(super) fn body(model: &str, prompt: &Prompt, known: &Known) -> Value {
    let mut messages = Vec::new();
    for role in [Role::System, Role::User] {
        let text = prompt.text(role);
        if !text.is_empty() {
            messages.push(json!({"role": role.word(), "content": text}));
        }
    }
    if !prompt.prefill.is_empty() {
        messages.push(json!({"role": "assistant", "content": prompt.prefill}));
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
        Program::Vllm if !prompt.prefill.is_empty() => {
            body["continue_final_message"] = json!(true);
            body["add_generation_prompt"] = json!(false);
        }
        Program::Vllm | Program::Ollama | Program::Other => {}
    }
    body
}
