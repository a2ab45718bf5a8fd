//! Settings a person can change in the studio, and what the command line fixed.

use crate::PreferencesPatch;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the writer that needs no model.
pub const BUILTIN: &str = "builtin";

/// Which way of talking a server of models understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ServerKind {
    /// Anything with OpenAI's `/v1/chat/completions`: llama.cpp, LM Studio, vLLM, OpenRouter, OpenAI.
    #[default]
    Openai,
    /// Ollama.
    Ollama,
    /// Anthropic.
    Anthropic,
    /// Google's Gemini.
    Gemini,
}

impl ServerKind {
    /// All of them, in the order a page shows them.
    pub const ALL: [Self; 4] = [Self::Openai, Self::Ollama, Self::Anthropic, Self::Gemini];

    /// As stored and sent, and as `--model` takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Openai => "openai",
            Self::Ollama => "ollama",
            Self::Anthropic => "anthropic",
            Self::Gemini => "gemini",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Openai => "OpenAI-compatible (llama.cpp, LM Studio, vLLM, OpenRouter, OpenAI)",
            Self::Ollama => "Ollama",
            Self::Anthropic => "Anthropic",
            Self::Gemini => "Gemini",
        }
    }

    /// Reads [`ServerKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Where such a server is found if nothing else is said.
    pub const fn usual_url(self) -> &'static str {
        match self {
            Self::Openai => "http://127.0.0.1:8080/v1",
            Self::Ollama => "http://127.0.0.1:11434/v1",
            Self::Anthropic => "https://api.anthropic.com/v1",
            Self::Gemini => "https://generativelanguage.googleapis.com/v1beta/openai",
        }
    }
}

/// What a million tokens cost, in whatever currency the author counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// A million tokens of prompt.
    pub prompt: f64,
    /// A million tokens of answer.
    pub answer: f64,
}

impl Price {
    /// What a call cost.
    pub fn of(&self, prompt_tokens: u64, answer_tokens: u64) -> f64 {
        (self.prompt * prompt_tokens as f64 + self.answer * answer_tokens as f64) / 1e6
    }
}

/// A server that has models.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ModelServer {
    /// Its short name: models are called `id:model`. Lower-case letters, digits and dashes.
    pub id: String,
    /// How to talk to it.
    pub kind: ServerKind,
    /// Its base address, up to and with `/v1`.
    pub url: String,
    /// Whether a key is kept for it. Only told, never taken.
    pub key_set: bool,
    /// Tokens of prompt and answer together; asked of the server where it is missing.
    pub context: Option<u32>,
    /// Calls at once; more of them wait their turn.
    pub at_once: u32,
    /// Whether it goes on in mid-sentence from a given text; found out where it is missing.
    pub continues_text: Option<bool>,
    /// What it costs, where it costs anything.
    pub price: Option<Price>,
}

/// How long a server may take, in seconds. The defaults suit slow local models.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct TimeLimits {
    /// To accept the connection.
    pub connect: f64,
    /// From the request to the first sign of an answer: a long prompt takes minutes on a slow machine.
    pub first_token: f64,
    /// Between two tokens.
    pub between_tokens: f64,
    /// For a whole answer.
    pub whole_call: f64,
}

impl Default for TimeLimits {
    fn default() -> Self {
        Self {
            connect: 5.0,
            first_token: 600.0,
            between_tokens: 60.0,
            whole_call: 3_600.0,
        }
    }
}

/// Which model does what; empty: the one that a run was asked for with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct StageModels {
    /// World, outline and plan.
    pub plan: String,
    /// Prose.
    pub draft: String,
    /// Replacing passages: edit and revise.
    pub edit: String,
    /// Looking for faults.
    pub check: String,
}

/// What an author sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// What writes where a run does not say otherwise: `builtin` or `server:model`.
    pub model: String,
    /// The servers known.
    pub servers: Vec<ModelServer>,
    /// Other models for some stages.
    pub stages: StageModels,
    /// 0 (always the likeliest word) to 2 (wild), for prose.
    pub temperature: f64,
    /// How long a chapter is meant to be.
    pub chapter_words: u32,
    /// How often a chapter is revised and checked again at most.
    pub max_revisions: u32,
    /// How long servers may take.
    pub limits: TimeLimits,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            model: BUILTIN.to_owned(),
            servers: Vec::new(),
            stages: StageModels::default(),
            temperature: 0.8,
            chapter_words: 1_500,
            max_revisions: 2,
            limits: TimeLimits::default(),
        }
    }
}

/// What the settings page shows. Secrets are never part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Settings {
    /// What writes by default, by the name the author knows.
    pub model: String,
    /// Whether the command line chose that model: then it wins over what is set here.
    pub model_is_fixed: bool,
    /// What an author sets.
    pub preferences: Preferences,
    /// Grows with every change of the preferences; the `ETag`.
    pub revision: i64,
    /// Runs at once; set on the command line.
    pub workers: u32,
    /// Where the database is, for a person who wants to back it up.
    pub data: String,
    /// The studio's version.
    pub version: String,
}

/// A change of the settings: what is not named stays. Keys are written, never read: a server that is not named keeps its
/// key, an empty key is forgotten. A server is deleted by a list of servers without it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SettingsChange {
    /// What an author sets.
    #[serde(default)]
    pub preferences: PreferencesPatch,
    /// Keys by the short names of servers.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
}

/// The models of one server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServerModels {
    /// Its short name; empty for the studio itself.
    pub server: String,
    /// Their names, as runs and settings take them.
    pub models: Vec<String>,
    /// Why it has none, where it does not answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// What came of trying a server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModelTest {
    /// The models it has.
    pub models: Vec<String>,
    /// The one that was tried.
    pub model: String,
    /// What it wrote; empty where it wrote nothing.
    pub sentence: String,
    /// Why it wrote nothing, where the server listed its models but the sentence failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
    /// How fast, where that could be measured.
    pub tokens_per_second: Option<f64>,
    /// Milliseconds until its first token.
    pub first_token_ms: u64,
    /// Tokens of prompt and answer together, as far as known.
    pub context: Option<u32>,
    /// Whether it goes on in mid-sentence from a given text.
    pub continues_text: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for kind in ServerKind::ALL {
            assert_eq!(ServerKind::parse(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn a_call_costs_by_the_million() {
        let price = Price {
            prompt: 3.0,
            answer: 15.0,
        };
        assert_eq!(price.of(1_000_000, 100_000), 4.5);
    }
}
