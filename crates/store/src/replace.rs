//! Replacing texts of many chapters at once.

use crate::error::Result;
use async_trait::async_trait;
use domain::{ChapterId, Replacement, ReplacementId, StoryId, UndoneReplacement};

/// A chapter's text with replacements, and the version of the chapter that it is based on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplacedText {
    /// The chapter.
    pub chapter: ChapterId,
    /// Its version when the text was read.
    pub version: i64,
    /// What takes the place of its text.
    pub text: String,
}

/// Replacements: texts of several chapters that a person changes together. Every change is durable.
#[async_trait]
pub trait ReplaceStore: Send + Sync {
    /// Gives each of these chapters its text, as a new revision by a person. Where one of them has another version, it
    /// is a conflict and nothing is changed. What a run wrote about the chapters stays, and so do marks that a chapter
    /// may be outdated; a run that writes one of them now is told as by `save_text`.
    async fn replace_texts(&self, story: StoryId, texts: &[ReplacedText]) -> Result<Replacement>;
    /// Gives every chapter of a replacement the text again that it had before. A chapter whose text is another one by
    /// now keeps it. A replacement is taken back once; the second time is a conflict.
    async fn undo_replacement(
        &self,
        story: StoryId,
        id: ReplacementId,
    ) -> Result<UndoneReplacement>;
}
