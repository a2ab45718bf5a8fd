//! Finding out what a server can do: its models, their context, whether they go on from a given text.

use super::{
    answer_body, connect,
    failure::CallFailure,
    json_numbers::number,
    probe_result::{ProbeResult, Program},
    programs, refusal,
    server::{QUESTION_TIME, Server},
};
use answers::lenient;
use domain::ServerKind;
use serde_json::Value;
use std::time::Duration;
use tokio::time::Instant;
use writing::ModelError;

/// What a server said holds for so long: another one may be started in its place.
const KEPT: Duration = Duration::from_secs(3_600);

/// One that refuses to list its models is not asked again before.
const NO_LIST: Duration = Duration::from_secs(300);

/// Nor is Ollama what a model runs with, where it did not say: it may have taken its time not to.
const NOT_SAID: Duration = Duration::from_secs(60);

/// A list of models is not read further than this, in bytes: the longest known has a third of it.
const MOST_OF_A_LIST: usize = 4 * 1024 * 1024;

/// Fits what people run at home, where nothing better is known.
const USUAL_CONTEXT: u32 = 8_192;

/// What Ollama gives a model unless it was told otherwise, whatever the model could.
const OLLAMA_CONTEXT: u32 = 4_096;

impl Server {
    /// The models it has, by the names it gives them.
    pub async fn models(&self) -> Result<Vec<String>, ModelError> {
        models(self).await
    }
}

/// An entry of `/v1/models`, with what some servers add.
#[derive(Debug, Default, PartialEq)]
struct ModelEntry {
    id: String,
    owned_by: Option<String>,
    context: Option<u32>,
}

impl ModelEntry {
    /// Reads an entry, field by field; one without a name is none.
    fn of(value: &Value) -> Option<Self> {
        let text = |value: &Value| match value {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        if value.is_string() {
            let id = text(value)?;
            return Some(Self {
                id,
                ..Self::default()
            });
        }
        let names = [
            "id",
            "model",
            "name",
            "model_name",
            "model_id",
            "key",
            "slug",
        ];
        let contexts = [
            "context_length",
            "max_model_len",
            "max_context_length",
            "context_window",
            "inputTokenLimit",
        ];
        let numbers = contexts.iter().filter_map(|name| number(&value[*name]));
        Some(Self {
            id: names.iter().find_map(|name| text(&value[*name]))?,
            owned_by: text(&value["owned_by"]),
            context: numbers.into_iter().find(|&context| context > 0),
        })
    }

    /// The entries of a list, under the names that servers give to it. `None` where there is no list.
    fn all_of(list: &Value) -> Option<Vec<Self>> {
        let lists = [
            &list["data"],
            &list["models"],
            &list["data"]["models"],
            &list["data"]["data"],
            &list["models"]["data"],
            &list["result"],
            &list["items"],
        ];
        // An object at the top may be anything.
        let top = Some(list).filter(|list| list.is_array());
        let lists = top.into_iter().chain(lists);
        let found: Vec<Vec<Self>> = lists.filter_map(Self::listed).collect();
        match found.iter().position(|entries| !entries.is_empty()) {
            Some(at) => found.into_iter().nth(at),
            None if !found.is_empty() => Some(Vec::new()),
            // A list of nothing.
            None => {
                let is_list = list.get("data").or_else(|| list.get("models"));
                is_list.filter(|list| list.is_null()).map(|_| Vec::new())
            }
        }
    }

    /// The entries of an array, or of an object that has one under the name of each model.
    fn listed(list: &Value) -> Option<Vec<Self>> {
        match list {
            Value::Array(entries) => Some(entries.iter().filter_map(Self::of).collect()),
            Value::Object(fields) => {
                // The only one, in place of a list.
                if let Some(entry) = Self::of(list).filter(|_| fields.contains_key("id")) {
                    return Some(vec![entry]);
                }
                let are_models = !fields.is_empty() && fields.values().all(is_model);
                are_models.then(|| {
                    let named = fields.iter().map(|(name, value)| Self {
                        id: name.clone(),
                        ..Self::of(value).unwrap_or_default()
                    });
                    named.collect()
                })
            }
            _ => None,
        }
    }
}

/// Whether a value tells of a model, and of nothing else that an object may have.
fn is_model(value: &Value) -> bool {
    let is_known = |name: &str| value.get(name).is_some();
    [
        "id",
        "object",
        "owned_by",
        "context_length",
        "max_model_len",
        "family",
    ]
    .iter()
    .any(|name| is_known(name))
}

async fn entries(server: &Server) -> Result<Vec<ModelEntry>, ModelError> {
    let response = server
        .list()
        .timeout(QUESTION_TIME)
        .send()
        .await
        .map_err(|error| server.failure(connect::of_send(&error, server)))?;
    if !response.status().is_success() {
        return Err(server.failure(refusal::of_response(response).await));
    }
    let body = answer_body::read(response, MOST_OF_A_LIST).await;
    let body = String::from_utf8_lossy(&body);
    let list = lenient::find(&body).map(|found| found.value);
    list.as_ref()
        .and_then(ModelEntry::all_of)
        .ok_or_else(|| server.failure(CallFailure::NoStream("no list of models".to_owned())))
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
    names.dedup();
    Ok(names)
}

/// What is known of a model; found out at the first call. While the server can't be asked, the careful
/// guess is not kept. A model that has to be loaded for it takes a turn, unless the caller has one.
pub(super) async fn known(server: &Server, model: &str, has_turn: bool) -> ProbeResult {
    let kept = {
        let all = server.0.known.lock().await;
        let mut kept = all.iter().filter(|(.., until)| *until > Instant::now());
        kept.find(|(name, ..)| name == model)
            .map(|(_, known, _)| *known)
    };
    if let Some(known) = kept {
        return known;
    }
    // Nobody else waits while this is asked: a model may have to be loaded for it.
    let (found, keep) = match entries(server).await {
        Ok(entries) => find_out(server, model, entries, has_turn).await,
        // One that has no list of models may have models all the same.
        Err(ModelError::Lasting(_)) => (guess(server.settings().kind), Some(NO_LIST)),
        // One that is away says nothing.
        Err(_) => (
            ProbeResult {
                is_sure: false,
                ..guess(server.settings().kind)
            },
            None,
        ),
    };
    let found = with_settings(server, found);
    if let Some(keep) = keep {
        let mut all = server.0.known.lock().await;
        all.retain(|(name, ..)| name != model);
        all.push((model.to_owned(), found, Instant::now() + keep));
    }
    found
}

/// Asks a server that is there about one of its models; for how long that holds, where it does.
async fn find_out(
    server: &Server,
    model: &str,
    entries: Vec<ModelEntry>,
    has_turn: bool,
) -> (ProbeResult, Option<Duration>) {
    let settings = server.settings();
    let entry = entries
        .into_iter()
        .find(|entry| entry.id == model || entry.id.trim_start_matches("models/") == model)
        .unwrap_or_default();
    let told = entry.context;
    let props = match (settings.kind, entry.owned_by.as_deref()) {
        (ServerKind::Openai, owner) if owner != Some("vllm") => programs::llama_cpp(server).await,
        _ => None,
    };
    let program = match (settings.kind, entry.owned_by.as_deref()) {
        (ServerKind::Ollama, _) => Program::Ollama,
        (_, Some("llamacpp")) => Program::LlamaCpp,
        (_, Some("vllm")) => Program::Vllm,
        _ if props.is_some() => Program::LlamaCpp,
        _ => Program::Other,
    };
    // What the author set needs no asking.
    let is_set = settings.context.is_some();
    let (asked, is_sure, keep) = match program {
        // While it loads a model, it does not tell.
        Program::LlamaCpp => (props, true, props.map(|_| KEPT)),
        Program::Vllm => (None, true, Some(KEPT)),
        // Ollama loads models anew, and then perhaps with another context.
        Program::Ollama if is_set => (None, true, None),
        Program::Ollama => match programs::ollama(server, model, has_turn).await {
            Some(context) => (Some(context), true, None),
            None => (Some(OLLAMA_CONTEXT), false, Some(NOT_SAID)),
        },
        Program::Other if is_set || told.is_some() || settings.kind != ServerKind::Openai => {
            (None, true, Some(KEPT))
        }
        Program::Other => match programs::lm_studio(server, model).await {
            Some((context, is_loaded)) => (Some(context), true, is_loaded.then_some(KEPT)),
            None => (None, true, Some(KEPT)),
        },
    };
    let guessed = guess(settings.kind);
    let found = ProbeResult {
        context: asked.or(told).unwrap_or(guessed.context),
        continues_text: program != Program::Other,
        program,
        is_sure,
    };
    (found, keep)
}

const fn guess(kind: ServerKind) -> ProbeResult {
    ProbeResult {
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
fn with_settings(server: &Server, known: ProbeResult) -> ProbeResult {
    let settings = server.settings();
    ProbeResult {
        context: settings.context.unwrap_or(known.context),
        continues_text: settings.continues_text.unwrap_or(known.continues_text),
        ..known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};
    use serde_json::json;

    /// JSON whose fields have the names that lists of models have.
    fn list() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "[a-z /:]{0,6}".prop_map(Value::from),
        ];
        let names = [
            "data",
            "models",
            "result",
            "items",
            "id",
            "name",
            "model",
            "object",
            "owned_by",
            "key",
            "context_length",
            "max_model_len",
        ];
        let name = proptest::sample::select(names.to_vec()).prop_map(str::to_owned);
        leaf.prop_recursive(4, 32, 4, move |inner| {
            prop_oneof![
                vec(inner.clone(), 0..4).prop_map(Value::Array),
                vec((name.clone(), inner), 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn each_entry_of_any_list_has_a_name(list in list()) {
            for entry in ModelEntry::all_of(&list).unwrap_or_default() {
                prop_assert!(!entry.id.trim().is_empty(), "{}", list);
                prop_assert_ne!(entry.context, Some(0));
            }
        }
    }

    #[test]
    fn a_list_of_models_is_read_entry_by_entry() {
        let names = |list: Value| {
            let all = ModelEntry::all_of(&list)?;
            Some(all.into_iter().map(|entry| entry.id).collect::<Vec<_>>())
        };
        for list in [
            json!({"object": "list", "data": [{"id": "m"}, {"id": null}, 7.5, {"id": "n", "context_length": "many", "owned_by": 3}]}),
            json!([{"id": "m"}, {"model": "n"}]),
            json!({"models": [{"name": "m"}, {"name": "n"}]}),
            json!({"data": null, "models": ["m", "n"]}),
            json!({"data": {"models": [{"id": "m"}, {"id": "n"}]}}),
            json!(["m", 3.5, null, "n"]),
            json!({"data": [], "models": ["m", {"model_name": "n"}]}),
            json!({"data": [{}, {"object": "model"}], "models": [{"id": "m"}, {"key": "n"}]}),
            json!({"models": {"data": [{"id": "m"}, {"id": "n"}]}}),
            json!({"data": {"m": {"object": "model"}, "n": {"owned_by": "me", "id": "no"}}}),
        ] {
            let found = names(list.clone()).expect("a list");
            assert!(found.starts_with(&["m".to_owned()]), "{list}");
            assert!(found.contains(&"n".to_owned()), "{list}");
        }
        assert_eq!(names(json!({"data": null})), Some(Vec::new()));
        assert_eq!(names(json!({"data": []})), Some(Vec::new()));
        assert_eq!(
            names(json!({"data": {"id": "m"}})),
            Some(vec!["m".to_owned()])
        );
        assert_eq!(names(json!({"error": {"id": "m"}, "id": 7})), None);
        assert_eq!(names(json!({"error": {"object": "error"}})), None);
        assert_eq!(names(json!({"error": "none"})), None);
        let entry =
            ModelEntry::of(&json!({"id": "m", "max_model_len": 8192.0, "context_length": null}));
        assert_eq!(entry.and_then(|entry| entry.context), Some(8_192));
    }
}
