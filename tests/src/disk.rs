//! What a dead process left on the disk, read from a copy: the studio that starts next finds the original as
//! it was, write-ahead log included.

use sqlx::{Connection as _, Row as _, SqliteConnection};
use std::{collections::BTreeMap, fs, path::Path};
use tempfile::TempDir;

/// A copy of a data folder's database, opened.
pub struct Disk {
    sql: SqliteConnection,
    _copy: TempDir,
}

/// A run as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskRun {
    pub id: String,
    pub status: String,
    pub attempt: i64,
    pub crashes: i64,
    /// Checkpoints and finished steps: grows with everything that is paid for.
    pub progress: i64,
}

/// A draft, or the whole text that became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskDraft {
    pub run: String,
    pub chapter: u64,
    pub text: String,
}

impl Disk {
    /// Copies and opens.
    pub async fn of(folder: &Path) -> Self {
        let copy = tempfile::tempdir().unwrap();
        for name in ["fablewright.db", "fablewright.db-wal"] {
            let from = folder.join(name);
            if from.exists() {
                fs::copy(from, copy.path().join(name)).unwrap();
            }
        }
        let url = format!("sqlite://{}/fablewright.db", copy.path().display());
        let mut sql = SqliteConnection::connect(&url).await.unwrap();
        let checked: String = sqlx::query_scalar("PRAGMA integrity_check")
            .fetch_one(&mut sql)
            .await
            .unwrap();
        assert_eq!(checked, "ok", "the database is whole");
        Self { sql, _copy: copy }
    }

    /// Numbers and bodies after a number. A `run` event has no stored body.
    pub async fn events(&mut self, after: i64) -> Vec<(i64, Option<String>)> {
        sqlx::query_as("SELECT seq, body FROM events WHERE seq > ? ORDER BY seq")
            .bind(after)
            .fetch_all(&mut self.sql)
            .await
            .unwrap()
    }

    /// The drafts of steps that are not finished.
    pub async fn drafts(&mut self) -> Vec<DiskDraft> {
        let rows = sqlx::query(
            "SELECT t.run_id, t.chapter, COALESCE((SELECT GROUP_CONCAT(d.text, '') FROM \
               (SELECT text FROM drafts WHERE step_id = t.id ORDER BY at_offset) d), '') AS text \
             FROM steps t WHERE t.kind = 'chapter' AND t.status <> 'succeeded'",
        )
        .fetch_all(&mut self.sql)
        .await
        .unwrap();
        let drafts = rows.into_iter().map(|row| DiskDraft {
            run: row.get(0),
            chapter: row.get::<u32, _>(1).into(),
            text: row.get(2),
        });
        drafts.collect()
    }

    /// The texts that runs finished, by revision.
    pub async fn finished(&mut self) -> BTreeMap<String, DiskDraft> {
        let rows = sqlx::query(
            "SELECT v.id, v.run_id, c.number, v.text FROM revisions v JOIN chapters c \
             ON c.id = v.chapter_id WHERE v.kind = 'whole' AND v.run_id IS NOT NULL",
        )
        .fetch_all(&mut self.sql)
        .await
        .unwrap();
        let finished = rows.into_iter().map(|row| {
            let draft = DiskDraft {
                run: row.get(1),
                chapter: row.get::<u32, _>(2).into(),
                text: row.get(3),
            };
            (row.get(0), draft)
        });
        finished.collect()
    }

    /// Every run.
    pub async fn runs(&mut self) -> BTreeMap<String, DiskRun> {
        let rows = sqlx::query(
            "SELECT r.id, r.status, r.attempt, r.crashes, \
             (SELECT COUNT(*) FROM checkpoints k JOIN steps t ON t.id = k.step_id \
                WHERE t.run_id = r.id AND t.status <> 'succeeded') \
             + 1000 * (SELECT COUNT(*) FROM steps t WHERE t.run_id = r.id AND t.status = 'succeeded') \
             FROM runs r",
        )
        .fetch_all(&mut self.sql)
        .await
        .unwrap();
        let runs = rows.into_iter().map(|row| {
            let run = DiskRun {
                id: row.get(0),
                status: row.get(1),
                attempt: row.get(2),
                crashes: row.get(3),
                progress: row.get(4),
            };
            (run.id.clone(), run)
        });
        runs.collect()
    }
}
