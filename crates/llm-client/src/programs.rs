//! What single programs tell of a model, beside what is the same everywhere.

use super::{
    answer_body,
    json_numbers::number,
    server::{QUESTION_TIME, Server},
};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

/// Such an answer is not read further than this, in bytes.
const MOST: usize = 4 * 1024 * 1024;

/// What LM Studio gives a model when it loads it for a call, unless it was told otherwise, whatever the model could.
const LM_STUDIO_CONTEXT: u32 = 4_096;

async fn ask(
    server: &Server,
    method: Method,
    path: &str,
    body: Option<Value>,
    timeout: Duration,
) -> Option<Value> {
    let mut request = server.beside(method, path).timeout(timeout);
    if let Some(body) = body {
        request = request.json(&body);
    }
    let response = request.send().await.ok()?.error_for_status().ok()?;
    let body = answer_body::read(response, MOST).await;
    serde_json::from_slice(&body).ok()
}

/// llama.cpp's own page about itself: the context of a slot.
pub(super) async fn llama_cpp(server: &Server) -> Option<u32> {
    let props = ask(server, Method::GET, "props", None, QUESTION_TIME).await?;
    size(&props["default_generation_settings"]["n_ctx"]).or_else(|| size(&props["n_ctx"]))
}

/// The context LM Studio gives a model, and whether it is loaded with it. Other servers have no such page.
pub(super) async fn lm_studio(server: &Server, model: &str) -> Option<(u32, bool)> {
    let list = ask(server, Method::GET, "api/v0/models", None, QUESTION_TIME).await?;
    let entry = list["data"]
        .as_array()?
        .iter()
        .find(|entry| entry["id"] == json!(model))?;
    match size(&entry["loaded_context_length"]) {
        Some(context) => Some((context, true)),
        None => Some((
            size(&entry["max_context_length"])?.min(LM_STUDIO_CONTEXT),
            false,
        )),
    }
}

/// The context Ollama runs a model with. One that is not loaded is loaded first: what it will get depends on the
/// machine, and a prompt made for a guess is silently cut. `None` where Ollama does not say.
pub(super) async fn ollama(server: &Server, model: &str, has_turn: bool) -> Option<u32> {
    if let Some(loaded) = ollama_loaded(server, model).await? {
        return size(&loaded["context_length"]);
    }
    // Behind whoever writes: loading one model may put another one out.
    let _turn = match has_turn {
        true => None,
        false => Some(server.0.limiter.acquire().await.ok()?),
    };
    let body = json!({"model": model, "stream": false});
    // The first call would wait as long for it.
    let timeout = Duration::from_secs_f64(server.0.limits.first_token);
    ask(server, Method::POST, "api/generate", Some(body), timeout).await?;
    let loaded = ollama_loaded(server, model).await??;
    size(&loaded["context_length"])
}

/// What Ollama says of a loaded model; `None` where it does not answer, `Some(None)` where it is not loaded.
async fn ollama_loaded(server: &Server, model: &str) -> Option<Option<Value>> {
    let running = ask(server, Method::GET, "api/ps", None, QUESTION_TIME).await?;
    let wanted = tagged(model);
    let is_it = |name: &Value| name.as_str().is_some_and(|name| tagged(name) == wanted);
    let mut all = running["models"].as_array()?.iter();
    let found = all.find(|entry| is_it(&entry["name"]) || is_it(&entry["model"]));
    Some(found.cloned())
}

/// A name as Ollama completes it.
fn tagged(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    match last.contains(':') {
        true => name.to_lowercase(),
        false => format!("{}:latest", name.to_lowercase()),
    }
}

/// A count that is more than nothing.
fn size(value: &Value) -> Option<u32> {
    number(value).filter(|&number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_tag_is_the_latest() {
        assert_eq!(tagged("qwen3"), tagged("Qwen3:latest"));
        assert_ne!(tagged("qwen3"), tagged("qwen3:4b"));
        assert_eq!(
            tagged("localhost:5000/library/qwen3"),
            "localhost:5000/library/qwen3:latest"
        );
    }
}
