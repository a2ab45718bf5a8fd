//! Backups: made, looked into, and restored, whole or a story at a time.

use super::{SqliteStore, events::last_seq, ids as newest_ids, partial, runs, stories, tx::Tx};
use domain::{
    BackupComparison, BackupContents, BackupFile, BackupReason, BackupRestored, BackupStory,
    EventBody, NoticeLevel, RunId, StoryId, Timestamp, Transition,
};
use rules::backup::{changed_since, restored_name, restored_notice};
use sqlite_file::{Backup, BackupPurpose, ForeignKeys, OpenedBackup, list_backups, make_backup};
use sqlite_rows::{contents::replace_contents, copied_rows::CopiedRows, readable::Lossy, rows};
use sqlite_stories::search_index;
use sqlx::{SqliteConnection, SqlitePool};
use std::{
    collections::{HashMap, HashSet},
    sync::atomic::Ordering,
};
use store::{Error, Result, ids};

/// What a backup does not bring back: the numbers of events, what is set (a server's key could go to the address that it
/// had then), whether the queue is held, how fast models are here.
const NOT_RESTORED: [&str; 4] = ["events", "settings", "queue", "pace"];

/// What does not come with a single story: requests that were answered, what is in the trash, the undo of replacements.
const NOT_OF_A_STORY: [&str; 6] = [
    "idempotency",
    "accepted_imports",
    "replacements",
    "trash",
    "trash_rows",
    "trash_links",
];

fn described(backup: &Backup) -> Option<BackupFile> {
    Some(BackupFile {
        id: backup.id.clone(),
        file: backup.file.display().to_string(),
        at: backup.at,
        // One that was deleted just now has no size any more.
        bytes: backup.file.metadata().ok()?.len(),
        reason: backup.reason,
        verified: backup.verified,
    })
}

impl SqliteStore {
    pub(super) async fn back_up_(&self, reason: BackupReason) -> Result<BackupFile> {
        let place = &self.database.place;
        place.check()?;
        let mut sql = self.database.keeper.acquire().await?;
        let made = make_backup(&mut sql, &place.folder, &place.file, reason).await?;
        described(&made).ok_or(Error::NotFound("backup"))
    }

    pub(super) fn backups_(&self) -> Vec<BackupFile> {
        let found = list_backups(&self.database.place.folder);
        found.iter().filter_map(described).collect()
    }

    async fn open_backup(&self, id: &str, to: BackupPurpose) -> Result<OpenedBackup> {
        OpenedBackup::open(
            &self.database.place.folder,
            id,
            &super::sqlite_store::MIGRATIONS,
            to,
        )
        .await
    }

    pub(super) async fn backup_contents_(&self, id: &str) -> Result<BackupContents> {
        let opened = self.open_backup(id, BackupPurpose::Look).await?;
        let mut sql = opened.connect().await?;
        let then = listed(&mut sql).await.map_err(sqlite_file::explained)?;
        let mut sql = self.database.readers.acquire().await?;
        let now = listed(&mut sql).await?;
        let trashed: Vec<String> =
            sqlx::query_scalar("SELECT subject_id FROM trash WHERE kind = 'story'")
                .fetch_all(&mut *sql)
                .await?;
        let trashed: HashSet<String> = trashed.into_iter().collect();
        let here: HashMap<StoryId, Timestamp> = now
            .iter()
            .map(|story| (story.id, story.updated_at))
            .collect();
        let known: HashSet<StoryId> = then.iter().map(|story| story.id).collect();
        let compared = then.into_iter().map(|story| {
            let in_trash = trashed.contains(&story.id.to_string());
            let now = changed_since(story.updated_at, here.get(&story.id).copied(), in_trash);
            BackupStory { now, ..story }
        });
        Ok(BackupContents {
            backup: described(&opened.backup).ok_or(Error::NotFound("backup"))?,
            stories: compared.collect(),
            new_stories: now
                .into_iter()
                .filter(|story| !known.contains(&story.id))
                .collect(),
        })
    }

    pub(super) async fn restore_backup_(&self, id: &str) -> Result<BackupRestored> {
        let opened = self.open_backup(id, BackupPurpose::Restore).await?;
        let pool = self
            .database
            .connect_with(opened.file(), ForeignKeys::Off)
            .await?;
        let restored = self.replace_everything(&opened, &pool).await;
        pool.close().await;
        let restored = restored?;
        if opened.search_index_is_damaged {
            search_index::rebuild_index(&self.database.durable).await?;
        }
        newest_ids::continue_after(&self.database.durable).await?;
        Ok(restored)
    }

    /// Nobody writes between the copy of what is here and its replacement.
    async fn replace_everything(
        &self,
        opened: &OpenedBackup,
        pool: &SqlitePool,
    ) -> Result<BackupRestored> {
        let turn = self.take_turn().await?;
        let _restoring = RestoreMark::set(self);
        let kept = self.back_up_(BackupReason::Restore).await?;
        let mut tx = self.begin_in_turn(turn, pool).await?;
        let raised = replace_contents(tx.sql(), &NOT_RESTORED).await?;
        sqlx::query(
            "UPDATE trash_rows SET content = json_set(content, '$.version', (content ->> '$.version') + ?) \
             WHERE json_valid(content) AND content ->> '$.version' IS NOT NULL",
        )
        .bind(raised)
        .execute(tx.sql())
        .await?;
        let paused_runs = pause_runs(&mut tx).await?;
        continue_numbers(tx.sql()).await?;
        let stories: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM stories")
            .fetch_one(tx.sql())
            .await?;
        let mut state = runs::load_state(tx.sql()).await?;
        state.seq += 1;
        tx.emit(EventBody::Reset(state)).await?;
        tx.emit(EventBody::Notice {
            level: NoticeLevel::Info,
            text: restored_notice(opened.backup.at, paused_runs),
            run: None,
        })
        .await?;
        tx.commit().await?;
        Ok(BackupRestored {
            stories: u64::try_from(stories).unwrap_or_default(),
            story: None,
            kept: Some(kept),
            paused_runs,
        })
    }

    pub(super) async fn restore_story_(&self, id: &str, story: StoryId) -> Result<BackupRestored> {
        let opened = self.open_backup(id, BackupPurpose::Restore).await?;
        let mut sql = opened.connect().await?;
        let there: Option<Lossy> = sqlx::query_scalar("SELECT title FROM stories WHERE id = ?")
            .bind(story.to_string())
            .fetch_optional(&mut sql)
            .await?;
        let title = there.ok_or(Error::NotFound("story of the backup"))?;
        let name = restored_name(&title.0, opened.backup.at);
        let pool = self
            .database
            .connect_with(opened.file(), ForeignKeys::On)
            .await?;
        let restored = self.copy_story(story, &name, &pool).await;
        pool.close().await;
        restored
    }

    async fn copy_story(
        &self,
        story: StoryId,
        title: &str,
        pool: &SqlitePool,
    ) -> Result<BackupRestored> {
        let turn = self.take_turn().await?;
        let mut tx = self.begin_in_turn(turn, pool).await?;
        let old = story.to_string();
        let copy = CopiedRows {
            table: "stories",
            id: &old,
            without: &NOT_OF_A_STORY,
            also: &[("autosaves", "chapter_id", "chapters")],
        };
        let new = copy.copy(tx.sql(), || ids::new_id().to_string()).await?;
        let story: StoryId = rows::id(&new)?;
        sqlx::query("UPDATE stories SET title = ?, version = 1 WHERE id = ?")
            .bind(title)
            .bind(&new)
            .execute(tx.sql())
            .await?;
        // What was under way then is not begun again by itself; it can be resumed.
        for run in open_runs(tx.sql(), Some(story)).await? {
            partial::keep(&mut tx, run).await?;
            tx.transition(run, Transition::Cancel).await?;
            tx.emit_run(run).await?;
        }
        tx.touch_story(story).await?;
        let story = stories::load(tx.sql(), story).await?;
        tx.commit().await?;
        Ok(BackupRestored {
            stories: 1,
            story: Some(story),
            kept: None,
            paused_runs: 0,
        })
    }
}

/// While it lives, whoever wants to write is told why it takes so long.
struct RestoreMark<'s>(&'s SqliteStore);

impl<'s> RestoreMark<'s> {
    fn set(store: &'s SqliteStore) -> Self {
        store.is_restoring.store(true, Ordering::Relaxed);
        Self(store)
    }
}

impl Drop for RestoreMark<'_> {
    fn drop(&mut self) {
        self.0.is_restoring.store(false, Ordering::Relaxed);
    }
}

/// The stories of a database, last changed first.
async fn listed(sql: &mut SqliteConnection) -> Result<Vec<BackupStory>> {
    let found: Vec<(String, Lossy, i64, i64, i64)> = sqlx::query_as(
        "SELECT s.id, s.title, s.updated_at, COUNT(c.id), COALESCE(SUM(c.words), 0) \
         FROM stories s LEFT JOIN chapters c ON c.story_id = s.id \
         GROUP BY s.id ORDER BY s.updated_at DESC, s.id DESC",
    )
    .fetch_all(sql)
    .await?;
    let read = found.into_iter().map(|(id, title, at, chapters, words)| {
        Ok(BackupStory {
            id: rows::id(&id)?,
            title: title.0,
            chapters: u64::try_from(chapters).unwrap_or_default(),
            words: u64::try_from(words).unwrap_or_default(),
            updated_at: Timestamp(at),
            now: BackupComparison::New,
        })
    });
    read.collect()
}

/// The runs that wait or run: of one story, or all.
async fn open_runs(sql: &mut SqliteConnection, story: Option<StoryId>) -> Result<Vec<RunId>> {
    let found: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM runs WHERE (?1 IS NULL OR story_id = ?1) \
         AND (status IN ('queued', 'running') OR ?1 IS NOT NULL AND status = 'paused')",
    )
    .bind(story.map(|story| story.to_string()))
    .fetch_all(sql)
    .await?;
    found.iter().map(|run| rows::id(run)).collect()
}

/// Nothing is generated that nobody asked for today.
async fn pause_runs(tx: &mut Tx<'_>) -> Result<u64> {
    let open = open_runs(tx.sql(), None).await?;
    for run in &open {
        tx.transition(*run, Transition::Pause).await?;
    }
    Ok(open.len() as u64)
}

/// Numbers of events and of the queue's batches go on from the larger ones. What was told before is of things that may
/// not be there: whoever asks for it gets the state as it is now.
async fn continue_numbers(sql: &mut SqliteConnection) -> Result<()> {
    let last = last_seq(sql).await?;
    let then: Option<i64> =
        sqlx::query_scalar("SELECT seq FROM backup.sqlite_sequence WHERE name = 'events'")
            .fetch_optional(&mut *sql)
            .await?;
    for statement in [
        "DELETE FROM events WHERE ?1 IS NOT NULL",
        "DELETE FROM sqlite_sequence WHERE name = 'events' AND ?1 IS NOT NULL",
        "INSERT INTO sqlite_sequence (name, seq) VALUES ('events', ?1)",
        "UPDATE queue SET batch = MAX(batch, (SELECT MAX(batch) FROM backup.queue)) WHERE ?1 IS NOT NULL",
    ] {
        sqlx::query(statement)
            .bind(last.max(then.unwrap_or_default()))
            .execute(&mut *sql)
            .await?;
    }
    Ok(())
}
