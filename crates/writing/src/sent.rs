//! What a language model is sent, in parts with names.

use domain::{PromptPart, Role};
use serde_json::Value;
use text::tokens::estimate;

/// All that is sent for one call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prompt {
    /// In the order they are read.
    pub parts: Vec<PromptPart>,
    /// The beginning of the answer, to go on from; for models that can. Without white space at its end: models
    /// were taught that words begin with their space, and stumble over one that stands there already.
    pub prefill: String,
    /// The shape of the answer, where it is JSON.
    pub schema: Option<Schema>,
    /// The most tokens the answer may have.
    pub max_tokens: u32,
    /// 0 to 2.
    pub temperature: f32,
    /// How strongly a server that can is to keep the model from writing what stands there already: 0 not at
    /// all, 1, 2.
    pub fresh: u32,
}

impl Prompt {
    /// Everything a role says.
    pub fn text(&self, role: Role) -> String {
        let parts: Vec<&str> = self
            .parts
            .iter()
            .filter(|part| part.role == role)
            .map(|part| part.text.as_str())
            .collect();
        parts.join("\n\n")
    }

    /// Tokens of all parts together, as believed.
    pub fn tokens(&self) -> u32 {
        let parts: u32 = self.parts.iter().map(|part| part.tokens).sum();
        parts + estimate(&self.prefill)
    }
}

/// A named schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// "world", "outline", "chapter_outline", "entity", "interview", "plan", "edits", "report", "review",
    /// "assessment" or "summary".
    pub name: String,
    /// JSON schema.
    pub schema: Value,
}
