//! Manuscripts that wait for their author, and the stories that become of them.

use crate::error::Result;
use async_trait::async_trait;
use domain::{BookDetails, ImportId, Page, Story, StoryId, Timestamp};
use exchange::import::{DraftChapter, ImportEdit, ImportEntry, ImportKind, Manuscript};

/// A file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFile {
    /// Its name, with its folder.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// An import as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredImport {
    /// Its id.
    pub id: ImportId,
    /// What kind of file it is made of.
    pub kind: ImportKind,
    /// The name of the file or the folder.
    pub file_name: String,
    /// The manuscript as it was read.
    pub source: Manuscript,
    /// What its author changed, in order; also what was undone.
    pub edits: Vec<ImportEdit>,
    /// How many of the changes count.
    pub applied: usize,
    /// Grows with every change.
    pub version: i64,
    /// When it was read.
    pub created_at: Timestamp,
    /// When its author changed it last.
    pub changed_at: Timestamp,
}

/// What a change does to a stored import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportUpdate {
    /// The manuscript, where it was read again.
    pub source: Option<Manuscript>,
    /// All changes.
    pub edits: Vec<ImportEdit>,
    /// How many of them count.
    pub applied: usize,
    /// The title of the story now.
    pub title: String,
    /// How many chapters would be imported now, and how many words they have.
    pub included: (u64, u64),
}

/// A story that is made of an import.
#[derive(Clone, Debug)]
pub struct StoryContent {
    /// The import, and the version of it that was looked at. It ends with this.
    pub import: Option<(ImportId, i64)>,
    /// The story.
    pub story: Story,
    /// What its book says of itself.
    pub book: BookDetails,
    /// Its chapters, in order.
    pub chapters: Vec<DraftChapter>,
}

/// Imports. Durable.
#[async_trait]
pub trait ImportStore: Send + Sync {
    /// Keeps an import with the files that may have to be read again.
    async fn insert_import(&self, import: &StoredImport, files: &[ImportFile]) -> Result<()>;
    /// Imports that wait, newest first, after the one with id `after`.
    async fn imports(&self, limit: u32, after: Option<ImportId>) -> Result<Page<ImportEntry>>;
    /// One of them.
    async fn import(&self, id: ImportId) -> Result<StoredImport>;
    /// Its files, where they are kept.
    async fn import_files(&self, id: ImportId) -> Result<Vec<ImportFile>>;
    /// Changes an import.
    async fn update_import(&self, id: ImportId, update: &ImportUpdate, version: i64) -> Result<()>;
    /// Forgets an import. No story comes of it.
    async fn delete_import(&self, id: ImportId, version: i64) -> Result<()>;
    /// Adds a story with these chapters, all of it or nothing. Each text is a revision by a person, and its chapter is
    /// finished; a chapter without a text is empty.
    async fn insert_imported(&self, accepted: &StoryContent) -> Result<Story>;
    /// The story that an import became, if it still exists.
    async fn story_of_import(&self, id: ImportId) -> Result<Option<StoryId>>;
    /// Forgets imports that were changed last before this time, and what became of others. Answers how many waited.
    async fn forget_imports(&self, before: Timestamp) -> Result<u64>;
}
