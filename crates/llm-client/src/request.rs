//! The body of a call.

use super::{
    probe_result::{ProbeResult, Program},
    unsupported_params::UnsupportedParams,
};
use domain::Role;
use serde_json::{Value, json};
use writing::Prompt;

/// The most tokens that are looked at for what stands there already.
const LOOKED_BACK: u32 = 16_384;

/// What is sent to `/v1/chat/completions`, without what this model does not take.
pub(super) fn body(
    model: &str,
    prompt: &Prompt,
    known: &ProbeResult,
    unsupported: UnsupportedParams,
) -> Value {
    let mut messages = Vec::new();
    let texts = [Role::System, Role::User].map(|role| (role.as_str(), prompt.text(role)));
    let texts: Vec<_> = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if unsupported.system {
        let whole: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
        messages.push(json!({"role": Role::User.as_str(), "content": whole.join("\n\n")}));
    } else {
        for (role, text) in texts {
            messages.push(json!({"role": role, "content": text}));
        }
    }
    if !prompt.prefill.is_empty() {
        messages.push(json!({"role": "assistant", "content": prompt.prefill}));
    }
    let mut body = json!({"model": model, "messages": messages, "stream": !unsupported.stream});
    let most = match unsupported.old_name {
        true => "max_completion_tokens",
        false => "max_tokens",
    };
    let allowed = unsupported.most.unwrap_or(u32::MAX);
    body[most] = json!(prompt.max_tokens.min(allowed));
    if !unsupported.temperature {
        body["temperature"] = json!(prompt.temperature);
    }
    if !unsupported.usage && !unsupported.stream {
        body["stream_options"] = json!({"include_usage": true});
    }
    if let Some(schema) = &prompt.schema
        && !unsupported.format
    {
        body["response_format"] = match unsupported.schema {
            true => json!({"type": "json_object"}),
            false => json!({
                "type": "json_schema",
                "json_schema": {"name": schema.name, "strict": true, "schema": schema.schema},
            }),
        };
    }
    if prompt.fresh > 0 && !unsupported.penalties {
        keep_fresh(&mut body, prompt.fresh, known.program);
    }
    match known.program {
        _ if unsupported.own => {}
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

/// The same for a trial: the beginning of the answer is left out where that is tried.
pub(super) fn trial(
    model: &str,
    prompt: &Prompt,
    known: &ProbeResult,
    without: UnsupportedParams,
) -> Value {
    let mut prompt = prompt.clone();
    if without.prefill {
        prompt.prefill.clear();
    }
    body(model, &prompt, known, without)
}

/// Keeps a model from writing again what stands there already, by the means of its server. Not every hosted
/// model takes a penalty: those of unknown servers are asked in words alone.
fn keep_fresh(body: &mut Value, strength: u32, program: Program) {
    match program {
        // "Don't repeat yourself": the longer the run of tokens that it would repeat, the less likely it is.
        // Names and turns of phrase of up to six tokens stay free.
        Program::LlamaCpp => {
            body["dry_multiplier"] = json!(0.8 * f64::from(strength));
            body["dry_allowed_length"] = json!(6);
            body["dry_penalty_last_n"] = json!(LOOKED_BACK);
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
    use writing::Schema;

    #[test]
    fn each_server_is_asked_in_its_own_way_not_to_repeat() {
        let penalties = |program, strength| {
            let mut body = json!({});
            keep_fresh(&mut body, strength, program);
            body
        };
        assert_eq!(
            penalties(Program::LlamaCpp, 2),
            json!({"dry_multiplier": 1.6, "dry_allowed_length": 6, "dry_penalty_last_n": 16_384})
        );
        for program in [Program::Vllm, Program::Ollama] {
            assert_eq!(penalties(program, 1), json!({"frequency_penalty": 0.3}));
        }
        assert_eq!(penalties(Program::Other, 2), json!({}));
    }

    #[test]
    fn what_a_model_does_not_take_is_left_out() {
        let prompt = Prompt {
            prefill: "It".to_owned(),
            schema: Some(Schema {
                name: "plan".to_owned(),
                schema: json!({"type": "object"}),
            }),
            max_tokens: 10,
            temperature: 0.5,
            fresh: 1,
            ..Prompt::default()
        };
        let known = ProbeResult {
            context: 4_096,
            continues_text: true,
            program: Program::Vllm,
            is_sure: true,
        };
        let nothing = UnsupportedParams::default();
        let whole = body("m", &prompt, &known, nothing);
        let names = |body: &Value| -> Vec<String> {
            body.as_object().expect("fields").keys().cloned().collect()
        };
        assert_eq!(names(&whole).len(), 10, "{whole}");
        assert_eq!(whole["response_format"]["type"], "json_schema");
        let mut unsupported = UnsupportedParams {
            schema: true,
            ..nothing
        };
        let without = body("m", &prompt, &known, unsupported);
        assert_eq!(without["response_format"], json!({"type": "json_object"}));
        unsupported.most = Some(7);
        assert_eq!(body("m", &prompt, &known, unsupported)["max_tokens"], 7);
        unsupported.stream = true;
        let whole = body("m", &prompt, &known, unsupported);
        assert_eq!(whole["stream"], false);
        assert_eq!(whole.get("stream_options"), None);
        unsupported = UnsupportedParams {
            old_name: true,
            temperature: true,
            usage: true,
            penalties: true,
            own: true,
            format: true,
            ..unsupported
        };
        let mut bare = names(&body("m", &prompt, &known, unsupported));
        bare.sort();
        assert_eq!(
            bare,
            ["max_completion_tokens", "messages", "model", "stream"]
        );
    }

    #[test]
    fn without_a_system_role_its_text_comes_first() {
        let part = |role, text: &str| domain::PromptPart {
            name: "part".to_owned(),
            role,
            text: text.to_owned(),
            tokens: 2,
            left_out: 0,
        };
        let prompt = Prompt {
            parts: vec![part(Role::System, "Be brief."), part(Role::User, "Write.")],
            prefill: "It".to_owned(),
            ..Prompt::default()
        };
        let known = ProbeResult {
            context: 4_096,
            continues_text: true,
            program: Program::LlamaCpp,
            is_sure: true,
        };
        let unsupported = UnsupportedParams {
            system: true,
            ..UnsupportedParams::default()
        };
        assert_eq!(
            body("m", &prompt, &known, unsupported)["messages"],
            json!([{"role": "user", "content": "Be brief.\n\nWrite."}, {"role": "assistant", "content": "It"}])
        );
        let unsupported = UnsupportedParams {
            prefill: true,
            ..UnsupportedParams::default()
        };
        let tried = trial("m", &prompt, &known, unsupported);
        assert_eq!(tried["messages"].as_array().map(Vec::len), Some(2));
    }
}
