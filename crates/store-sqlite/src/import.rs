//! Manuscripts that wait, and a manuscript that becomes a story: one transaction.

use super::{
    SqliteStore, books, chapters, revisions, stories,
    tx::{Durability, Tx},
    versions::{self, ChangeAuthor},
};
use async_trait::async_trait;
use domain::{BookDetails, ChapterId, ImportId, Page, Story, StoryId, TextEdit, Timestamp};
use exchange::import::{DAYS_KEPT, ImportEntry, ImportKind};
use sqlite_rows::{
    paging::{page, rows_for},
    readable::Lossy,
    rows,
    version_values::VersionSubject,
};
use sqlx::{FromRow, SqliteConnection};
use store::{
    Error, ImportFile, ImportStore, ImportUpdate, Result, StoredImport, StoryContent, clock, ids,
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn kind_word(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Manuscript => "manuscript",
        ImportKind::Story => "story",
    }
}

#[derive(FromRow)]
struct ImportRow {
    kind: String,
    file_name: Lossy,
    source: String,
    edits: String,
    applied: i64,
    version: i64,
    created_at: i64,
    changed_at: i64,
}

#[derive(FromRow)]
struct EntryRow {
    id: String,
    file_name: Lossy,
    title: Lossy,
    chapters: i64,
    words: i64,
    version: i64,
    created_at: i64,
    changed_at: i64,
}

impl EntryRow {
    fn read(self) -> Result<ImportEntry> {
        Ok(ImportEntry {
            id: rows::id(&self.id)?,
            file_name: self.file_name.0,
            title: self.title.0,
            chapters: u64::try_from(self.chapters).unwrap_or_default(),
            words: u64::try_from(self.words).unwrap_or_default(),
            version: self.version,
            created_at: Timestamp(self.created_at),
            kept_until: Timestamp(self.changed_at + DAYS_KEPT * DAY_MS),
        })
    }
}

async fn version_of(sql: &mut SqliteConnection, id: ImportId) -> Result<i64> {
    let version = sqlx::query_scalar("SELECT version FROM imports WHERE id = ?");
    let version = version.bind(id.to_string()).fetch_optional(sql).await?;
    version.ok_or(Error::NotFound("import"))
}

/// Refuses a change that is based on another version.
pub(super) async fn check_version(tx: &mut Tx<'_>, id: ImportId, version: i64) -> Result<()> {
    let current = version_of(tx.sql(), id).await?;
    match current == version {
        true => Ok(()),
        false => Err(Error::StaleVersion { current }),
    }
}

async fn delete(tx: &mut Tx<'_>, id: ImportId) -> Result<()> {
    sqlx::query("DELETE FROM imports WHERE id = ?")
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

/// Adds the chapters of a story, each with its text as a person's.
async fn insert_chapters(tx: &mut Tx<'_>, accepted: &StoryContent) -> Result<()> {
    for (number, draft) in (1_u32..).zip(&accepted.chapters) {
        let id = ChapterId(ids::new_id());
        sqlx::query("INSERT INTO chapters (id, story_id, number, title) VALUES (?, ?, ?, ?)")
            .bind(id.to_string())
            .bind(accepted.story.id.to_string())
            .bind(number)
            .bind(&draft.title)
            .execute(tx.sql())
            .await?;
        if draft.text.trim().is_empty() {
            continue;
        }
        let chapter = chapters::load_by_id(tx.sql(), id).await?;
        let edit = TextEdit {
            text: draft.text.clone(),
            finished: Some(true),
        };
        revisions::write(tx, &chapter, &edit).await?;
    }
    Ok(())
}

/// An import became a story: it waits no longer.
pub(super) async fn finish(tx: &mut Tx<'_>, id: ImportId, story: StoryId) -> Result<()> {
    delete(tx, id).await?;
    sqlx::query("INSERT INTO accepted_imports (import_id, story_id, accepted_at) VALUES (?, ?, ?)")
        .bind(id.to_string())
        .bind(story.to_string())
        .bind(clock::now().millis())
        .execute(tx.sql())
        .await?;
    Ok(())
}

#[async_trait]
impl ImportStore for SqliteStore {
    async fn insert_import(&self, import: &StoredImport, files: &[ImportFile]) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        let (chapters, words) = import.source.included();
        sqlx::query(
            "INSERT INTO imports (id, kind, file_name, source, title, chapters, words, created_at, \
             changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(import.id.to_string())
        .bind(kind_word(import.kind))
        .bind(&import.file_name)
        .bind(rows::to_json(&import.source))
        .bind(&import.source.title)
        .bind(chapters as i64)
        .bind(words as i64)
        .bind(import.created_at.millis())
        .bind(import.changed_at.millis())
        .execute(tx.sql())
        .await?;
        for (position, file) in (0_i64..).zip(files) {
            sqlx::query(
                "INSERT INTO import_files (import_id, position, name, content) VALUES (?, ?, ?, ?)",
            )
            .bind(import.id.to_string())
            .bind(position)
            .bind(&file.name)
            .bind(file.content.as_slice())
            .execute(tx.sql())
            .await?;
        }
        tx.commit().await
    }

    async fn imports(&self, limit: u32, after: Option<ImportId>) -> Result<Page<ImportEntry>> {
        let items = sqlx::query_as::<_, EntryRow>(
            "SELECT id, file_name, title, chapters, words, version, created_at, changed_at FROM imports \
             WHERE ?1 IS NULL OR id < ?1 ORDER BY id DESC LIMIT ?2",
        )
        .bind(after.map(|id| id.to_string()))
        .bind(rows_for(limit))
        .fetch_all(&self.database.readers)
        .await?
        .into_iter()
        .map(EntryRow::read)
        .collect::<Result<Vec<_>>>()?;
        Ok(page(items, limit, |item| item.id.to_string()))
    }

    async fn import(&self, id: ImportId) -> Result<StoredImport> {
        let row = sqlx::query_as::<_, ImportRow>(
            "SELECT kind, file_name, source, edits, applied, version, created_at, changed_at FROM imports WHERE id = ?",
        )
        .bind(id.to_string())
        .fetch_optional(&self.database.readers)
        .await?
        .ok_or(Error::NotFound("import"))?;
        Ok(StoredImport {
            id,
            kind: match row.kind.as_str() {
                "story" => ImportKind::Story,
                _ => ImportKind::Manuscript,
            },
            file_name: row.file_name.0,
            source: rows::from_json(&row.source, "an imported manuscript")?,
            edits: rows::from_json(&row.edits, "the changes to an import")?,
            applied: usize::try_from(row.applied).unwrap_or_default(),
            version: row.version,
            created_at: Timestamp(row.created_at),
            changed_at: Timestamp(row.changed_at),
        })
    }

    async fn import_files(&self, id: ImportId) -> Result<Vec<ImportFile>> {
        let files: Vec<(String, Vec<u8>)> = sqlx::query_as(
            "SELECT name, content FROM import_files WHERE import_id = ? ORDER BY position",
        )
        .bind(id.to_string())
        .fetch_all(&self.database.readers)
        .await?;
        let file = |(name, content)| ImportFile { name, content };
        Ok(files.into_iter().map(file).collect())
    }

    async fn update_import(&self, id: ImportId, update: &ImportUpdate, version: i64) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        check_version(&mut tx, id, version).await?;
        let (chapters, words) = update.included;
        sqlx::query(
            "UPDATE imports SET source = COALESCE(?, source), edits = ?, applied = ?, title = ?, \
             chapters = ?, words = ?, changed_at = ?, version = version + 1 WHERE id = ?",
        )
        .bind(update.source.as_ref().map(rows::to_json))
        .bind(rows::to_json(&update.edits))
        .bind(update.applied as i64)
        .bind(&update.title)
        .bind(chapters as i64)
        .bind(words as i64)
        .bind(clock::now().millis())
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
        tx.commit().await
    }

    async fn delete_import(&self, id: ImportId, version: i64) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        check_version(&mut tx, id, version).await?;
        delete(&mut tx, id).await?;
        tx.commit().await
    }

    async fn insert_imported(&self, accepted: &StoryContent) -> Result<Story> {
        let mut tx = self.begin(Durability::Durable).await?;
        let StoryContent {
            import,
            story,
            book,
            ..
        } = accepted;
        if let Some((id, version)) = *import {
            check_version(&mut tx, id, version).await?;
        }
        stories::insert(tx.sql(), story).await?;
        insert_chapters(&mut tx, accepted).await?;
        if *book != BookDetails::default() {
            books::set_details(&mut tx, story.id, &BookDetails::default(), book).await?;
        }
        tx.touch_story(story.id).await?;
        let story = stories::load(tx.sql(), story.id).await?;
        versions::keep(
            &mut tx,
            story.id,
            VersionSubject::Brief(story.id),
            ChangeAuthor::Person,
            None,
            &versions::brief_of(&story),
        )
        .await?;
        if let Some((id, _)) = *import {
            finish(&mut tx, id, story.id).await?;
        }
        tx.commit().await?;
        Ok(story)
    }

    async fn story_of_import(&self, id: ImportId) -> Result<Option<StoryId>> {
        let story: Option<String> =
            sqlx::query_scalar("SELECT story_id FROM accepted_imports WHERE import_id = ?")
                .bind(id.to_string())
                .fetch_optional(&self.database.readers)
                .await?;
        story.as_deref().map(rows::id).transpose()
    }

    async fn forget_imports(&self, before: Timestamp) -> Result<u64> {
        let mut tx = self.begin(Durability::Durable).await?;
        let gone = sqlx::query("DELETE FROM imports WHERE changed_at < ?")
            .bind(before.millis())
            .execute(tx.sql())
            .await?
            .rows_affected();
        sqlx::query("DELETE FROM accepted_imports WHERE accepted_at < ?")
            .bind(before.millis())
            .execute(tx.sql())
            .await?;
        tx.commit().await?;
        Ok(gone)
    }
}
