//! Reading what the author wrote: what a model is given, and what it answers.

use domain::EntityKind;
use serde::{Deserialize, Serialize};

/// A part of a chapter that is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChapterPart {
    /// The chapter's number.
    pub number: u32,
    /// How many chapters the story has.
    pub of: u32,
    /// Its title; may be empty.
    pub title: String,
    /// Which part of the chapter it is, from 1, and how many it has.
    pub piece: (u32, u32),
    /// The text.
    pub text: String,
}

/// A name that is known already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownName {
    /// Whose it is.
    pub kind: EntityKind,
    /// The name.
    pub name: String,
    /// Other names for the same.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The answer to [`Assignment::Read`](super::assignment::Assignment::Read): what a part of a chapter tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadSketch {
    /// Who and what appears.
    pub entities: Vec<ReadEntity>,
    /// Ties between them.
    pub relations: Vec<ReadRelation>,
    /// What becomes true.
    pub facts: Vec<ReadSentence>,
    /// What is left open.
    pub threads: Vec<ReadSentence>,
    /// What happens, in order.
    pub beats: Vec<ReadSentence>,
    /// What happens, in two to four sentences.
    pub summary: String,
}

/// Somebody or something that appears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadEntity {
    /// Person, place, thing, faction, idea.
    pub kind: EntityKind,
    /// The name, as the text uses it.
    pub name: String,
    /// The known name of the same; empty for somebody new.
    #[serde(default)]
    pub same_as: String,
    /// Other names in the text.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One line.
    #[serde(default)]
    pub role: String,
    /// One to three sentences.
    #[serde(default)]
    pub description: String,
    /// "she/her", "he/him", "they/them" for persons.
    #[serde(default)]
    pub pronouns: String,
    /// A sentence of the text, word for word.
    #[serde(default)]
    pub quote: String,
}

/// A tie that the text tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadRelation {
    /// A name.
    pub from: String,
    /// Another name.
    pub to: String,
    /// "sister of".
    pub label: String,
    /// A sentence of the text, word for word.
    #[serde(default)]
    pub quote: String,
}

/// A statement with the sentence that it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadSentence {
    /// The statement.
    pub text: String,
    /// A sentence of the text, word for word.
    #[serde(default)]
    pub quote: String,
}
