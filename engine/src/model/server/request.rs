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
    if prompt.fresh > 0 {
        keep_fresh(&mut body, prompt.fresh, known.program);
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

/// Keeps a model from writing again what stands there already, by the means of its server. Not every hosted
/// model takes a penalty, and one that doesn't refuses the whole call: others are asked in words alone.
fn keep_fresh(body: &mut Value, strength: u32, program: Program) {
    match program {
        // "Don't repeat yourself": the longer the run of tokens that it would repeat, the less likely it is.
        // Names and turns of phrase of up to six tokens stay free.
        Program::LlamaCpp => {
            body["dry_multiplier"] = json!(0.8 * f64::from(strength));
            body["dry_allowed_length"] = json!(6);
            body["dry_penalty_last_n"] = json!(-1);
        }
        Program::Vllm | Program::Ollama => {
            body["frequency_penalty"] = json!(0.3 * f64::from(strength));
        }
        Program::Other => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_is_asked_in_its_own_way_not_to_repeat() {
        let penalties = |program, strength| {
            let mut body = json!({});
            keep_fresh(&mut body, strength, program);
            body
        };
        assert_eq!(
            penalties(Program::LlamaCpp, 2),
            json!({"dry_multiplier": 1.6, "dry_allowed_length": 6, "dry_penalty_last_n": -1})
        );
        for program in [Program::Vllm, Program::Ollama] {
            assert_eq!(penalties(program, 1), json!({"frequency_penalty": 0.3}));
        }
        assert_eq!(penalties(Program::Other, 2), json!({}));
    }
}
