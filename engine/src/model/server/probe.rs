//! Finding out what a server can do: its models, their context, whether they go on from a given text.

use super::{
    Server,
    failure::{self, Failure},
    refusal,
};
use crate::model::ModelError;
use domain::ServerKind;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// Such questions are answered at once, or the server has other things to do.
const PATIENCE: Duration = Duration::from_secs(5);

/// A list of models is not read further than this, in bytes: the longest known has a third of it.
const MOST_OF_A_LIST: usize = 4 * 1024 * 1024;

/// Fits what people run at home, where nothing better is known.
const USUAL_CONTEXT: u32 = 8_192;

/// What Ollama gives a model unless it was told otherwise, whatever the model could.
const OLLAMA_CONTEXT: u32 = 4_096;

/// What is known of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Tokens of prompt and answer together.
    pub(super) context: u32,
    /// Whether it goes on in mid-sentence from a given text.
    pub(super) continues_text: bool,
    /// Which program serves it.
    pub(super) program: Program,
    /// Whether the server was asked; else all of this is a guess.
    pub(super) is_sure: bool,
}

/// Programs that want to be asked in their own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    LlamaCpp,
    Vllm,
    Ollama,
    Other,
}

/// An entry of `/v1/models`, with what some servers add.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry {
    id: String,
    owned_by: Option<String>,
    context_length: Option<u32>,
    max_model_len: Option<u32>,
    max_context_length: Option<u32>,
}

#[derive(Deserialize)]
struct Entries {
    data: Vec<Entry>,
}

async fn entries(server: &Server) -> Result<Vec<Entry>, ModelError> {
    let request = server.request(Method::GET, "models").timeout(PATIENCE);
    let response = request
        .send()
        .await
        .map_err(|error| server.failure(failure::of_send(&error, server.0.limits.connect)))?;
    if !response.status().is_success() {
        return Err(server.failure(refusal::of_response(response).await));
    }
    let body = refusal::body(response, MOST_OF_A_LIST).await;
    let read: Result<Entries, _> = serde_json::from_slice(&body);
    read.map(|entries| entries.data)
        .map_err(|_| server.failure(Failure::NoStream("no list of models".to_owned())))
}

/// The models a server has.
pub(super) async fn models(server: &Server) -> Result<Vec<String>, ModelError> {
    let mut names: Vec<String> = entries(server)
        .await?
        .into_iter()
        // Gemini's names come as `models/…` and are taken without.
        .map(|entry| entry.id.trim_start_matches("models/").to_owned())
        .collect();
    names.sort();
    Ok(names)
}

/// What is known of a model; found out at the first call. While the server can't be asked, the careful
/// guess is not kept.
pub(super) async fn known(server: &Server, model: &str) -> Known {
    let mut all = server.0.known.lock().await;
    if let Some((_, known)) = all.iter().find(|(name, _)| name == model) {
        return *known;
    }
    let settings = server.settings();
    let entries = match entries(server).await {
        Ok(entries) => entries,
        Err(error) => {
            // One that has no list of models may have models all the same; one that is away says nothing.
            let is_sure = matches!(error, ModelError::Lasting(_));
            return with_settings(
                server,
                Known {
                    is_sure,
                    ..guess(settings.kind)
                },
            );
        }
    };
    let entry = entries
        .into_iter()
        .find(|entry| entry.id == model || entry.id.trim_start_matches("models/") == model)
        .unwrap_or_default();
    let program = match (settings.kind, entry.owned_by.as_deref()) {
        (ServerKind::Ollama, _) => Program::Ollama,
        (_, Some("llamacpp")) => Program::LlamaCpp,
        (_, Some("vllm")) => Program::Vllm,
        _ if answers_props(server).await.is_some() => Program::LlamaCpp,
        _ => Program::Other,
    };
    let told = entry
        .context_length
        .or(entry.max_model_len)
        .or(entry.max_context_length)
        .filter(|&context| context > 0);
    let asked = match program {
        Program::LlamaCpp => answers_props(server).await,
        Program::Ollama => loaded_context(server, model).await.or(Some(OLLAMA_CONTEXT)),
        Program::Vllm | Program::Other => None,
    };
    let found = Known {
        context: asked.or(told).unwrap_or(guess(settings.kind).context),
        program,
        ..guess(settings.kind)
    };
    let found = with_settings(
        server,
        Known {
            continues_text: program != Program::Other,
            ..found
        },
    );
    // Ollama loads models anew, and then perhaps with another context.
    if program != Program::Ollama {
        all.push((model.to_owned(), found));
    }
    found
}

const fn guess(kind: ServerKind) -> Known {
    Known {
        context: match kind {
            ServerKind::Openai => USUAL_CONTEXT,
            ServerKind::Ollama => OLLAMA_CONTEXT,
            ServerKind::Anthropic | ServerKind::Gemini => 128_000,
        },
        continues_text: matches!(kind, ServerKind::Ollama),
        program: match kind {
            ServerKind::Ollama => Program::Ollama,
            _ => Program::Other,
        },
        is_sure: true,
    }
}

/// What an author said wins over what a server says.
fn with_settings(server: &Server, known: Known) -> Known {
    let settings = server.settings();
    Known {
        context: settings.context.unwrap_or(known.context),
        continues_text: settings.continues_text.unwrap_or(known.continues_text),
        ..known
    }
}

async fn ask(server: &Server, method: Method, path: &str, body: Option<Value>) -> Option<Value> {
    let mut request = server.beside(method, path).timeout(PATIENCE);
    if let Some(body) = body {
        request = request.json(&body);
    }
    let response = request.send().await.ok()?.error_for_status().ok()?;
    response.json().await.ok()
}

/// llama.cpp's own page about itself: the context of a slot.
async fn answers_props(server: &Server) -> Option<u32> {
    let props = ask(server, Method::GET, "props", None).await?;
    number(&props["default_generation_settings"]["n_ctx"]).or_else(|| number(&props["n_ctx"]))
}

/// The context Ollama has loaded a model with; asking for its details does not load it.
async fn loaded_context(server: &Server, model: &str) -> Option<u32> {
    let running = ask(server, Method::GET, "api/ps", None).await?;
    let loaded = running["models"]
        .as_array()?
        .iter()
        .find(|entry| entry["name"] == json!(model) || entry["model"] == json!(model))?;
    number(&loaded["context_length"])
}

fn number(value: &Value) -> Option<u32> {
    value
        .as_u64()
        .and_then(|number| u32::try_from(number).ok())
        .filter(|&number| number > 0)
}
