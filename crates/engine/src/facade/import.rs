//! Manuscripts from outside: read, kept while their author looks at them, and changed or accepted.

use super::{
    Engine, after, at_most, blocking,
    import_files::{
        SentFile, as_files, check_manuscripts, check_size, lost, name_of, refused, unreadable,
    },
};
use crate::{Error, Result, story_file};
use domain::{BookDetails, ImportId, Page, Story, text};
use exchange::import::{
    DAYS_KEPT, ImportEdit, ImportEntry, ImportKind, ImportPatch, ImportPreview, ImportedStory,
    Manuscript, replayed,
};
use manuscript::ReadOptions;
use store::{ImportFile, ImportUpdate, StoredImport, clock, ids};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The most characters of a loss's text in a preview.
const LOSS_TEXT: usize = 2_000;

/// The most characters of a story's title.
const MAX_TITLE: usize = 200;

/// The most changes that can be undone.
const MAX_EDITS: usize = 10_000;

impl Engine {
    /// Reads a manuscript out of a file, or out of the files of a folder, and keeps it for its author. `encoding` names
    /// the one of text files, where the author knows it.
    pub async fn begin_import(
        &self,
        files: Vec<SentFile>,
        encoding: Option<String>,
    ) -> Result<ImportPreview> {
        let Some(first) = files.first() else {
            return Err(Error::Invalid(
                "No file was sent. Choose a manuscript, or the files of its chapters.".to_owned(),
            ));
        };
        let file_name = name_of(&first.name, files.len());
        check_size(&file_name, &files)?;
        let (kind, source, files) = self.read_files(files, encoding.clone()).await?;
        // Only a text can be read in another way later; a whole story is read again when it is accepted.
        let kept = match source.encoding.is_some() || kind == ImportKind::Story {
            true => files,
            false => Vec::new(),
        };
        let encoding = encoding.filter(|_| kind == ImportKind::Manuscript);
        let edits: Vec<ImportEdit> = encoding.map(ImportEdit::Encoding).into_iter().collect();
        let now = clock::now();
        let stored = StoredImport {
            id: ImportId(ids::new_id()),
            kind,
            file_name,
            source,
            applied: edits.len(),
            edits,
            version: 1,
            created_at: now,
            changed_at: now,
        };
        self.store().insert_import(&stored, &kept).await?;
        preview(stored).await
    }

    /// Imports that wait, the newest first.
    pub async fn imports(&self, limit: u32, next: Option<String>) -> Result<Page<ImportEntry>> {
        self.store().imports(limit, after(next)?).await
    }

    /// An import that waits.
    pub async fn import(&self, id: ImportId) -> Result<ImportPreview> {
        preview(self.store().import(id).await?).await
    }

    /// The paragraphs of a chapter of an import, by its number in the preview.
    pub async fn import_chapter(&self, id: ImportId, number: u32) -> Result<Vec<String>> {
        let stored = self.store().import(id).await?;
        let place = (number as usize).wrapping_sub(1);
        let chapter = now(stored).chapters.into_iter().nth(place);
        let chapter = chapter.ok_or(Error::NotFound("chapter"))?;
        Ok(text::paragraphs(&chapter.text).map(str::to_owned).collect())
    }

    /// Changes an import, based on `version` of it: all that the patch says, or nothing.
    pub async fn change_import(
        &self,
        id: ImportId,
        patch: ImportPatch,
        version: i64,
    ) -> Result<ImportPreview> {
        let stored = self.store().import(id).await?;
        if stored.version != version {
            return Err(Error::StaleVersion {
                current: stored.version,
            });
        }
        let (undo, redo) = (patch.undo, patch.redo);
        let new = patch.edits();
        if new.is_empty() == (undo == redo) || !new.is_empty() && (undo || redo) {
            return Err(Error::Invalid(
                "Say what to change, or send either `undo` or `redo` alone.".to_owned(),
            ));
        }
        check(&stored, &new)?;
        let mut edits = stored.edits.clone();
        let applied = match (undo, redo) {
            (true, _) => stored.applied.checked_sub(1),
            (_, true) => Some(stored.applied + 1).filter(|applied| *applied <= edits.len()),
            _ => {
                edits.truncate(stored.applied);
                edits.extend(new);
                Some(edits.len())
            }
        };
        let applied = applied.ok_or_else(|| {
            let what = if undo { "undo" } else { "redo" };
            Error::Invalid(format!("There is nothing to {what}."))
        })?;
        let (before, since) = (encoding(&stored.edits[..stored.applied]), &edits[..applied]);
        let source = match encoding(since) {
            same if same == before => None,
            other => Some(self.read_again(&stored, other.map(str::to_owned)).await?),
        };
        let changed = source.clone().unwrap_or_else(|| stored.source.clone());
        let changed = replayed(changed, since);
        let update = ImportUpdate {
            source,
            title: changed.title.clone(),
            included: changed.included(),
            edits,
            applied,
        };
        self.store().update_import(id, &update, version).await?;
        self.import(id).await
    }

    /// Forgets an import, based on `version` of it.
    pub async fn discard_import(&self, id: ImportId, version: i64) -> Result<()> {
        self.store().delete_import(id, version).await
    }

    /// Makes a story of an import, all of it or nothing; with another title, if there is one. An import that was
    /// accepted before answers the story that it became.
    pub async fn accept_import(&self, id: ImportId, title: Option<String>) -> Result<Story> {
        let stored = match self.store().import(id).await {
            Err(Error::NotFound(what)) => {
                let story = self.store().story_of_import(id).await?;
                return self.story(story.ok_or(Error::NotFound(what))?).await;
            }
            stored => stored?,
        };
        let _turn = self.inner.heavy_work.acquire().await;
        let version = stored.version;
        let title = title.filter(|title| !title.trim().is_empty());
        if stored.kind == ImportKind::Story {
            return self.accept_story_file(stored, title).await;
        }
        let mut imported = ImportedStory::from(now(stored));
        if let Some(title) = title {
            imported.title = title;
        }
        self.import_story(imported, Some((id, version))).await
    }

    /// Reads files, and hands them back.
    async fn read_files(
        &self,
        files: Vec<SentFile>,
        encoding: Option<String>,
    ) -> Result<(ImportKind, Manuscript, Vec<ImportFile>)> {
        let _turn = self.inner.heavy_work.acquire().await;
        let read = blocking(move || {
            let options = ReadOptions {
                encoding: encoding.as_deref(),
                ..ReadOptions::default()
            };
            let files = files.into_iter().map(SentFile::read);
            let files: Vec<_> = files.collect::<std::io::Result<_>>().map_err(lost)?;
            if let [(_, content)] = &files[..]
                && story_file::is_one(content)
            {
                return Ok((ImportKind::Story, Manuscript::default(), as_files(files)));
            }
            check_manuscripts(&files)?;
            let read = match &files[..] {
                [(name, content)] => manuscript::read(name, content, &options),
                _ => manuscript::read_files(&files, &options),
            };
            let mut read = read.map_err(|error| unreadable(&error))?;
            if read.language.is_none() {
                read.language = manuscript::language_of(&read);
            }
            Ok((ImportKind::Manuscript, read, as_files(files)))
        });
        let read = read.await.unwrap_or_else(|| {
            Err(Error::Invalid(
                "This file could not be read. Save it as .docx, .md or .txt and try again."
                    .to_owned(),
            ))
        });
        match read? {
            (ImportKind::Story, _, files) => {
                let (source, files) = self.preview_story_file(files).await?;
                Ok((ImportKind::Story, source, files))
            }
            read => Ok(read),
        }
    }

    async fn read_again(
        &self,
        stored: &StoredImport,
        encoding: Option<String>,
    ) -> Result<Manuscript> {
        let files = self.store().import_files(stored.id).await?;
        if files.is_empty() {
            return Err(Error::Invalid(
                "Only text files can be read with another encoding. This file says itself how its characters are \
                 written."
                    .to_owned(),
            ));
        }
        let files = files
            .into_iter()
            .map(|file| (file.name, file.content).into());
        Ok(self.read_files(files.collect(), encoding).await?.1)
    }
}

/// The encoding that the author named last.
fn encoding(edits: &[ImportEdit]) -> Option<&str> {
    edits.iter().rev().find_map(|edit| match edit {
        ImportEdit::Encoding(name) => Some(name.as_str()),
        _ => None,
    })
}

/// Refuses changes that can't be made; each is tried upon those before it.
fn check(stored: &StoredImport, new: &[ImportEdit]) -> Result<()> {
    if stored.applied + new.len() > MAX_EDITS {
        return Err(Error::Invalid(format!(
            "More than {MAX_EDITS} changes can’t be kept. Import the manuscript now, and change the rest in the story."
        )));
    }
    let mut manuscript = replayed(stored.source.clone(), &stored.edits[..stored.applied]);
    for edit in new {
        let is_title = matches!(edit, ImportEdit::Title(_));
        if stored.kind == ImportKind::Story && !is_title {
            return Err(refused(&exchange::import::edit::EditError::WholeStory));
        }
        edit.apply(&mut manuscript)
            .map_err(|error| refused(&error))?;
        match edit {
            ImportEdit::Title(title) => at_most("The title", title, MAX_TITLE)?,
            ImportEdit::Author(author) => {
                let (name, _, most) = &BookDetails::default().parts_mut()[0];
                at_most(name, author, *most)?;
            }
            ImportEdit::Language(language) => {
                at_most("The language", language, domain::language::MAX)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// An import with its author's changes.
fn now(stored: StoredImport) -> Manuscript {
    replayed(stored.source, &stored.edits[..stored.applied])
}

/// What its author sees.
async fn preview(stored: StoredImport) -> Result<ImportPreview> {
    let made = blocking(move || preview_of(stored)).await;
    made.ok_or(Error::Corrupt("an import"))
}

fn preview_of(stored: StoredImport) -> ImportPreview {
    let label = |at: Option<usize>| {
        let edit = at.and_then(|at| stored.edits.get(at));
        edit.map(ImportEdit::label)
    };
    let (undo, redo) = (
        label(stored.applied.checked_sub(1)),
        label(Some(stored.applied)),
    );
    let mut read = replayed(stored.source, &stored.edits[..stored.applied]);
    for loss in &mut read.losses {
        if let Some((cut, _)) = loss.text.char_indices().nth(LOSS_TEXT) {
            loss.text.truncate(cut);
            loss.text.push_str(" …");
        }
    }
    ImportPreview {
        id: stored.id,
        file_name: stored.file_name,
        kind: stored.kind,
        title: read.title,
        author: read.author,
        language: read.language,
        encoding: read.encoding,
        encoding_is_sure: read.encoding_is_sure,
        chapters: read.chapters.iter().map(Into::into).collect(),
        front_matter: read.front_matter,
        dropped: read.losses,
        dropped_not_listed: read.losses_not_listed,
        undo,
        redo,
        version: stored.version,
        created_at: stored.created_at,
        kept_until: domain::Timestamp(stored.changed_at.millis() + DAYS_KEPT * DAY_MS),
    }
}
