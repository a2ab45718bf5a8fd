//! A whole story, row by row: what a file of it is made of, and what it is made from again.

use crate::error::Result;
use async_trait::async_trait;
use domain::{ImportId, Story, StoryId};
use exchange::import::{ImportLoss, Manuscript};
use std::collections::BTreeSet;
use tokio::sync::mpsc;

/// A row that belongs to a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedRow {
    /// What kind of thing it is: `chapters`, `revisions`, …
    pub table: String,
    /// Its fields, as a JSON object.
    pub fields: String,
}

/// What becomes of the rows of a story.
#[derive(Clone, Debug)]
pub enum RowsPurpose {
    /// Nothing is kept: it is only looked at what a story would be made of them.
    Preview,
    /// A story is made of them, with this title if there is one. The import ends with it.
    Accept {
        /// The import, and the version of it that was looked at.
        import: (ImportId, i64),
        /// The title.
        title: Option<String>,
    },
}

/// What was made of rows.
#[derive(Clone, Debug)]
pub struct ImportedRows {
    /// The story.
    pub story: Story,
    /// Its chapters with their present texts.
    pub manuscript: Manuscript,
    /// What could not be taken over; a long list is cut.
    pub losses: Vec<ImportLoss>,
    /// How many more there are.
    pub losses_not_listed: usize,
}

/// Whole stories as rows.
#[async_trait]
pub trait StoryRowStore: Send + Sync {
    /// Sends every row of a story, as it is at one moment, rows before those that refer to them. Runs that have not
    /// ended are left out, and so is what only a running program needs. It ends early where nobody receives any more.
    async fn send_story_rows(&self, story: StoryId, to: mpsc::Sender<ExportedRow>) -> Result<()>;
    /// Makes a story of rows, in whatever order they come: equal to the one that they were sent from, under new ids. A
    /// row that can't be read costs itself alone, and is told. `ids` are all ids that the rows have.
    async fn receive_story_rows(
        &self,
        rows: mpsc::Receiver<ExportedRow>,
        ids: BTreeSet<String>,
        purpose: RowsPurpose,
    ) -> Result<ImportedRows>;
}
