//! What keeps the data safe beyond single writes.

use crate::error::Result;
use async_trait::async_trait;
use domain::{
    BackupContents, BackupFile, BackupReason, BackupRestored, NoticeLevel, StoryId, Timestamp,
};
use std::fmt;

/// How the data was found at the start. `Display` is the sentence for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartupNotice {
    /// It is a backup that was put in the place of the database.
    RestoredFromBackup,
    /// It was copied while a studio used it, and the copy lacks the newest changes.
    CopiedWhileOpen,
    /// The index of the search was damaged, and was made again from the texts.
    SearchIndexRebuilt,
}

impl fmt::Display for StartupNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RestoredFromBackup => "The library was restored from a backup.",
            Self::SearchIndexRebuilt => {
                "The search index was damaged and has been rebuilt. No text was affected. Check the disk: damage seldom \
                 comes alone."
            }
            Self::CopiedWhileOpen => {
                "This database was copied while a studio was using it, without the file fablewright.db-wal beside it. \
                 What was saved in the last moment before the copy may be missing."
            }
        })
    }
}

/// A stored value that can't be read. `Display` is the sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadableValue {
    /// The brief of the story with this title.
    Brief(String),
    /// The outline of a chapter.
    Outline {
        /// The story's title.
        story: String,
        /// The chapter's number.
        chapter: i64,
    },
    /// The traits of an entity.
    Traits {
        /// The story's title.
        story: String,
        /// The entity's name.
        entity: String,
    },
    /// The settings.
    Settings,
}

impl fmt::Display for UnreadableValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Brief(story) => write!(f, "The brief of “{story}” can't be read."),
            Self::Outline { story, chapter } => {
                write!(
                    f,
                    "The outline of chapter {chapter} of “{story}” can't be read."
                )
            }
            Self::Traits { story, entity } => {
                write!(f, "The traits of “{entity}” in “{story}” can't be read.")
            }
            Self::Settings => {
                f.write_str("Some of the settings can't be read; defaults are used for them.")
            }
        }
    }
}

/// Backups, checks, and what people are told of them.
#[async_trait]
pub trait MaintenanceStore: Send + Sync {
    /// Makes a checked copy of everything. It is durable, and readers and writers go on meanwhile.
    async fn back_up(&self, reason: BackupReason) -> Result<BackupFile>;
    /// All copies, newest first.
    async fn backups(&self) -> Result<Vec<BackupFile>>;
    /// When the newest copy was made that counts as the daily one.
    async fn last_backup(&self) -> Result<Option<Timestamp>>;
    /// Whether there is anything to copy.
    async fn is_worth_a_backup(&self) -> Result<bool>;
    /// Stored values that can't be read.
    async fn unreadable(&self) -> Result<Vec<UnreadableValue>>;
    /// What is in a copy, compared with what is here now. Neither is changed.
    async fn backup_contents(&self, id: &str) -> Result<BackupContents>;
    /// Puts everything in a copy in the place of everything here, but for settings. What is here is copied first. Either
    /// all of it is done or nothing, also where the process is killed meanwhile. Ids and numbers of events and versions
    /// that were given are not given again; readers of events are told with a `reset`. Unfinished runs come back paused.
    /// Nobody may execute a run meanwhile.
    async fn restore_backup(&self, id: &str) -> Result<BackupRestored>;
    /// Makes a new story of one in a copy, with its history and all that belongs to it.
    async fn restore_story(&self, id: &str, story: StoryId) -> Result<BackupRestored>;
    /// What a person should be told of how the data was found at the start; once.
    fn found_at_start(&self) -> Vec<StartupNotice>;
    /// Tells all open pages something. Quick.
    async fn announce(&self, level: NoticeLevel, text: &str) -> Result<()>;
}
