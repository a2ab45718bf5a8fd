//! Whole stories as files: written for another studio or for keeping, and imported again.

use super::{Engine, blocking};
use crate::{
    Error, Result,
    story_file::{self, StoryFile},
};
use book::ExportedFile;
use domain::{Story, StoryId};
use exchange::{
    export::ExportFormat,
    import::{ImportEdit, ImportLoss, ImportLossKind, Manuscript, Place, PlaceUnit},
};
use std::io::Read as _;
use store::{ExportedRow, ImportFile, ImportedRows, RowsPurpose, StoredImport};
use tokio::sync::mpsc;

/// So many rows are on their way at once.
const ROWS_ON_THE_WAY: usize = 64;

impl Engine {
    /// A story with its world, its history and the figures of its runs, as a file that is on the disk.
    pub async fn export_story_file(&self, story: StoryId) -> Result<StoryFile> {
        let _turn = self.inner.heavy_work.acquire().await;
        let (to, rows) = mpsc::channel(ROWS_ON_THE_WAY);
        let written = blocking(move || story_file::write(rows));
        let (sent, written) = tokio::join!(self.store().send_story_rows(story, to), written);
        sent?;
        match written {
            Some(Ok(file)) => Ok(file),
            Some(Err(error)) => {
                tracing::error!(%error, "a story file could not be written");
                Err(Error::NoRoom)
            }
            None => Err(Error::Corrupt("a story")),
        }
    }

    /// The same in memory, as any other export.
    pub(super) async fn whole_story(&self, story: &Story) -> Result<ExportedFile> {
        let mut file = self.export_story_file(story.id).await?;
        let mut bytes = Vec::new();
        file.content
            .read_to_end(&mut bytes)
            .map_err(|_| Error::NoRoom)?;
        let format = ExportFormat::Json;
        Ok(ExportedFile {
            file_name: book::readable(&story.title, format.extension()),
            media_type: format.media_type(),
            bytes,
            warnings: Vec::new(),
        })
    }

    /// What a story would be made of a file, and the file itself.
    pub(super) async fn preview_story_file(
        &self,
        files: Vec<ImportFile>,
    ) -> Result<(Manuscript, Vec<ImportFile>)> {
        let (read, files) = self.receive(files, RowsPurpose::Preview).await?;
        let mut manuscript = read.manuscript;
        manuscript.losses = read.losses;
        manuscript.losses_not_listed = read.losses_not_listed;
        Ok((manuscript, files))
    }

    /// Makes a story of a file that waits.
    pub(super) async fn accept_story_file(
        &self,
        stored: StoredImport,
        title: Option<String>,
    ) -> Result<Story> {
        let files = self.store().import_files(stored.id).await?;
        let changes = stored.edits[..stored.applied].iter().rev();
        let changed = changes.clone().find_map(|edit| match edit {
            ImportEdit::Title(title) => Some(title.clone()),
            _ => None,
        });
        let title = title.or(changed).map(|title| domain::text::line(&title));
        if let Some(title) = &title {
            super::at_most("The title", title, 200)?;
        }
        let purpose = RowsPurpose::Accept {
            import: (stored.id, stored.version),
            title: title.filter(|title| !title.is_empty()),
        };
        Ok(self.receive(files, purpose).await?.0.story)
    }

    /// Reads a file twice: first its ids, then its rows.
    async fn receive(
        &self,
        files: Vec<ImportFile>,
        purpose: RowsPurpose,
    ) -> Result<(ImportedRows, Vec<ImportFile>)> {
        let unreadable = || Error::Invalid("This story file could not be read.".to_owned());
        let read = blocking(move || {
            let file = files.first();
            let head = file.map(|file| story_file::head(&file.content));
            (head, files)
        });
        let (head, files) = read.await.ok_or_else(unreadable)?;
        let head = head.ok_or_else(unreadable)?;
        let name = files.first().map(|file| file.name.clone());
        head.check(&name.unwrap_or_default())?;
        let (to, rows) = mpsc::channel(ROWS_ON_THE_WAY);
        let sent = blocking(move || {
            if let Some(file) = files.first() {
                story_file::read(&file.content, |table, row| {
                    let row = ExportedRow {
                        table: table.to_owned(),
                        fields: row.to_string(),
                    };
                    to.blocking_send(row).is_ok()
                });
            }
            drop(to);
            files
        });
        let received = self.store().receive_story_rows(rows, head.ids, purpose);
        let (received, files) = tokio::join!(received, sent);
        let mut received = received?;
        let unknown = head.unknown.into_iter().map(|name| {
            let text = "This version of the studio does not know it.".to_owned();
            loss(name.chars().take(60).collect(), text)
        });
        let cut = head.ended.map(|why| {
            let text = format!("The file can be read only up to a fault in it ({why}). What comes after is missing.");
            loss(String::new(), text)
        });
        let first: Vec<ImportLoss> = cut.into_iter().chain(unknown.take(100)).collect();
        received.losses.splice(0..0, first);
        Ok((received, files.ok_or_else(unreadable)?))
    }
}

fn loss(file: String, text: String) -> ImportLoss {
    ImportLoss {
        kind: ImportLossKind::StoryPart,
        place: Place {
            file,
            unit: PlaceUnit::Entry,
            ..Place::default()
        },
        text,
    }
}
