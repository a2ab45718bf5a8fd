//! The history of what a person or a run decided: every value that beats, the brief and the parts of a world had.

use crate::{BookDetails, Brief, ChapterRef, PartId, RunId, Timestamp, VersionId, WorldPart};
use serde::{Deserialize, Serialize};

/// What has a history of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VersionTarget {
    /// Title and beats of this chapter.
    Outline(ChapterRef),
    /// Title and brief of the story.
    Brief,
    /// What the story's book says of itself.
    Book,
    /// A part of the world.
    Part(PartId),
}

/// Who made a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// A person typed it.
    Person,
    /// A run generated it.
    Run,
    /// Not known: it is older than the history.
    Unknown,
}

impl Author {
    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Run => "run",
            Self::Unknown => "unknown",
        }
    }

    /// Reads [`Author::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Person, Self::Run, Self::Unknown]
            .into_iter()
            .find(|author| author.as_str() == word)
    }
}

/// One version, with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// Who made it.
    pub by: Author,
    /// The run that generated it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
    /// When it was kept.
    pub at: Timestamp,
    /// Whether it is what the story has now. At most one version is.
    #[serde(default)]
    pub current: bool,
    /// What it says.
    pub value: VersionValue,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VersionValue {
    /// A chapter's title and beats.
    Outline(Outline),
    /// A story's title and brief.
    Brief(TitledBrief),
    /// What a story's book says of itself.
    Book(BookDetails),
    /// A part of a world.
    Part(WorldPart),
}

/// A chapter's title and beats.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outline {
    /// The title; may be empty.
    pub title: String,
    /// The beats.
    pub outline: Vec<String>,
}

impl Outline {
    /// Whether there is neither a title nor a beat.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.outline.is_empty()
    }
}

/// A story's title and brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TitledBrief {
    /// The title.
    pub title: String,
    /// The brief.
    pub brief: Brief,
}

/// How one field of a version differs from what the story has now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComparedField {
    /// The field's name, as the pages show it.
    pub label: String,
    /// On the left the version, on the right what is there now.
    pub comparison: crate::Comparison,
}
