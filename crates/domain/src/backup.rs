//! Copies of the database, as the studio lists them, and what restoring one brings.

use crate::{Story, StoryId, Timestamp};
use serde::{Deserialize, Serialize};

/// Why a copy was made. It decides how long the copy is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// By itself, once a day.
    Daily,
    /// Before a new version changed the database.
    Upgrade,
    /// Somebody asked for it.
    Manual,
    /// Before another backup took the place of everything.
    Restore,
    /// An earlier version made it and did not say why.
    #[default]
    Unknown,
}

impl BackupReason {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Daily,
        Self::Upgrade,
        Self::Manual,
        Self::Restore,
        Self::Unknown,
    ];

    /// For people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Daily => "Daily",
            Self::Upgrade => "Before an upgrade",
            Self::Manual => "Made by hand",
            Self::Restore => "Before a restore",
            Self::Unknown => "From an earlier version",
        }
    }
}

/// One copy of the whole database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFile {
    /// Its name in an address: the time when it was made, and why.
    pub id: String,
    /// Where it is.
    pub file: String,
    /// When it was made.
    pub at: Timestamp,
    /// Its size.
    pub bytes: u64,
    /// Why it was made.
    pub reason: BackupReason,
    /// Whether it was found whole after it was written.
    pub verified: bool,
}

/// What became of a story of a backup since then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BackupComparison {
    /// Nothing.
    Same,
    /// It was changed.
    Changed,
    /// It was moved to the trash.
    InTrash,
    /// It is not here any more.
    Missing,
    /// It is not in the backup: it is newer.
    New,
}

impl BackupComparison {
    /// For people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Same => "unchanged",
            Self::Changed => "changed since",
            Self::InTrash => "in the trash now",
            Self::Missing => "not here any more",
            Self::New => "new since",
        }
    }
}

/// A story of a backup, or one that is newer than the backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupStory {
    /// Its id in the backup.
    pub id: StoryId,
    /// Its title.
    pub title: String,
    /// How many chapters it has.
    pub chapters: u64,
    /// The words of its chapters.
    pub words: u64,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// What became of it.
    pub now: BackupComparison,
}

/// What is in a backup, compared with what is here now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupContents {
    /// The backup.
    pub backup: BackupFile,
    /// Its stories, last changed first.
    pub stories: Vec<BackupStory>,
    /// The stories that are here now and not in it, last changed first.
    pub new_stories: Vec<BackupStory>,
}

/// What to restore out of a backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BackupSelection {
    /// One story, by its id in the backup: it becomes a new story. Everything, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<StoryId>,
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupRestored {
    /// How many stories came back.
    pub stories: u64,
    /// The new story, where one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<Story>,
    /// The copy of everything that was there before, where everything was restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<BackupFile>,
    /// How many unfinished runs of the backup are paused now.
    pub paused_runs: u64,
}
