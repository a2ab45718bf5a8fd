//! The trash: what was deleted, until it is restored or its time is up.

use crate::{EntityId, StoryId, Timestamp, TrashId};
use serde::{Deserialize, Serialize};

/// How many days what was deleted can be restored.
pub const DAYS_IN_TRASH: i64 = 30;

/// What was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrashKind {
    /// A story with everything in it.
    Story,
    /// A chapter with its revisions and facts.
    Chapter,
    /// Somebody or something of a world, with its relations.
    Entity,
    /// A relation.
    Relation,
    /// A rule.
    Rule,
    /// A fact.
    Fact,
}

impl TrashKind {
    const ALL: [Self; 6] = [
        Self::Story,
        Self::Chapter,
        Self::Entity,
        Self::Relation,
        Self::Rule,
        Self::Fact,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Chapter => "chapter",
            Self::Entity => "entity",
            Self::Relation => "relation",
            Self::Rule => "rule",
            Self::Fact => "fact",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Story => "Story",
            Self::Chapter => "Chapter",
            Self::Entity => "World entry",
            Self::Relation => "Relation",
            Self::Rule => "Rule",
            Self::Fact => "Fact",
        }
    }

    /// Reads [`TrashKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What was deleted together with it, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct TrashContents {
    /// Chapters.
    pub chapters: u64,
    /// Words in the current texts.
    pub words: u64,
    /// Texts, the earlier ones included.
    pub revisions: u64,
    /// Entities of the world.
    pub entities: u64,
    /// Relations.
    pub relations: u64,
    /// Facts.
    pub facts: u64,
}

/// Something in the trash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trashed {
    /// Its id in the trash.
    pub id: TrashId,
    /// What it is.
    pub kind: TrashKind,
    /// Its title, name or text.
    pub title: String,
    /// The story it is of; for a story, the story itself.
    pub story: StoryId,
    /// That story's title.
    pub story_title: String,
    /// What was deleted together with it.
    pub contents: TrashContents,
    /// When it was deleted.
    pub deleted_at: Timestamp,
    /// When it is deleted forever.
    pub kept_until: Timestamp,
}

/// What came back from the trash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Restored {
    /// What it is.
    pub kind: TrashKind,
    /// The story it is of, or the story itself.
    pub story: StoryId,
    /// Its title, name or text as it is now.
    pub title: String,
    /// A chapter's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    /// An entity's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityId>,
    /// What is different from before, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
