//! Replacing texts in many parts of a story at once.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Page, Replacement, ReplacementId, StoryId, StoryPart, UndoneReplacement};

/// A replacement to carry out.
#[derive(Clone, Debug, PartialEq)]
pub struct NewReplacement {
    /// What was looked for, to tell it from others.
    pub find: String,
    /// What took its place.
    pub replace: String,
    /// How many places change.
    pub places: u32,
    /// The parts as they become, each with the version that it is based on.
    pub parts: Vec<StoryPart>,
}

/// Replacements: parts of a story that a person changes together. Every change is durable.
#[async_trait]
pub trait ReplaceStore: Send + Sync {
    /// Every part of a story with texts that a search finds: the story itself, then outline, text and summary of each
    /// chapter, then the world. What can't be read is left out.
    async fn story_parts(&self, story: StoryId) -> Result<Vec<StoryPart>>;
    /// Gives each of these parts what it is to say, as a change by a person: a chapter's text is a new revision, the
    /// others have a new version in their histories. Where one of them has another version, or is not there, it is a
    /// conflict and nothing is changed. What a run wrote about the chapters stays but for the texts given here, and so do
    /// marks that a chapter may be outdated; a run that writes one of them now is told as by `save_text`.
    async fn replace_parts(&self, story: StoryId, new: &NewReplacement) -> Result<Replacement>;
    /// Gives every part of a replacement what it said before. One that says something else by now keeps that. Parts in
    /// the trash are taken back by another undo, once they are restored; apart from that, a replacement is taken back
    /// once, and the second time is a conflict.
    async fn undo_replacement(
        &self,
        story: StoryId,
        id: ReplacementId,
    ) -> Result<UndoneReplacement>;
    /// Replacements of a story, newest first, after the one with id `after`.
    async fn replacements(
        &self,
        story: StoryId,
        limit: u32,
        after: Option<ReplacementId>,
    ) -> Result<Page<Replacement>>;
}
