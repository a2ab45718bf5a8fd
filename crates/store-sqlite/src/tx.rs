//! A write: one transaction, and the events it tells about once it is on disk.

use super::{SqliteStore, runs};
use domain::{
    ChapterState, Event, EventBody, Notice, NoticeLevel, RevisionId, Run, RunId, Status, StoryId,
    Transition,
};
use rules::stop::PauseAfterChapter;
use sqlite_file::WalCheckpointer;
use sqlite_rows::rows;
use sqlx::{Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::{
    ops::{Deref, DerefMut},
    sync::atomic::Ordering,
    time::Duration,
};
use store::{Error, Result};
use store::{LEASE_MS, Lease, clock, hub::Hub};
use tokio::{sync::MutexGuard, time::timeout};

/// How long a write waits for those before it. Longer, and one of them hangs on a lock: then it is better to
/// say so than to let everybody wait as long as all before them together.
const TURN_TIME: Duration = Duration::from_secs(5);

/// What a commit waits for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Durability {
    /// The disk.
    Durable,
    /// The operating system: survives a kill, not a power cut.
    Quick,
}

/// A transaction under way. Dropped without [`Tx::commit`] it leaves nothing behind.
pub(super) struct Tx<'s> {
    tx: Transaction<'static, Sqlite>,
    events: Vec<Event>,
    hub: &'s Hub,
    /// Asked for a checkpoint after the commit, where that is worth one.
    checkpoints: Option<&'s WalCheckpointer>,
    // Last, so that the turn passes on only after the connection is free again.
    _turn: MutexGuard<'s, ()>,
}

impl SqliteStore {
    /// Begins a write; waits for its turn. `IMMEDIATE`, since a read that turns into a write later fails
    /// with BUSY in spite of the timeout.
    pub(super) async fn begin(&self, durability: Durability) -> Result<Tx<'_>> {
        let turn = self.take_turn().await?;
        let (pool, checkpoints) = match durability {
            Durability::Durable => {
                self.database.place.check()?;
                (&self.database.durable, Some(&self.database.checkpoints))
            }
            Durability::Quick => (&self.database.quick, None),
        };
        self.begin_on(turn, pool, checkpoints).await
    }

    /// Waits for the turn to write.
    pub(super) async fn take_turn(&self) -> Result<MutexGuard<'_, ()>> {
        let turn = timeout(TURN_TIME, self.turn.lock()).await;
        turn.map_err(|_| match self.is_restoring.load(Ordering::Relaxed) {
            true => Error::Restoring,
            false => Error::Locked(Box::new(sqlx::Error::PoolTimedOut)),
        })
    }

    /// Begins a durable write on a connection of its own, in a turn that was taken before.
    pub(super) async fn begin_in_turn<'s>(
        &'s self,
        turn: MutexGuard<'s, ()>,
        pool: &SqlitePool,
    ) -> Result<Tx<'s>> {
        self.begin_on(turn, pool, Some(&self.database.checkpoints))
            .await
    }

    async fn begin_on<'s>(
        &'s self,
        turn: MutexGuard<'s, ()>,
        pool: &SqlitePool,
        checkpoints: Option<&'s WalCheckpointer>,
    ) -> Result<Tx<'s>> {
        let tx = pool.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Tx {
            tx,
            events: Vec::new(),
            hub: &self.hub,
            checkpoints,
            _turn: turn,
        })
    }
}

impl Deref for Tx<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.tx
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }
}

impl Tx<'_> {
    /// The connection to run SQL on.
    pub(super) fn sql(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// Commits, then tells.
    pub(super) async fn commit(self) -> Result<()> {
        let Self {
            tx,
            events,
            hub,
            checkpoints,
            _turn,
        } = self;
        tx.commit().await?;
        if let Some(checkpoints) = checkpoints {
            checkpoints.request();
        }
        for event in events {
            hub.publish(event);
        }
        Ok(())
    }

    /// Appends an event.
    pub(super) async fn emit(&mut self, body: EventBody) -> Result<()> {
        let stored = match &body {
            EventBody::Run(_) => None,
            other => Some(rows::to_json(other)),
        };
        let run = body.run().map(|run| run.to_string());
        let seq = sqlx::query("INSERT INTO events (at, run_id, body) VALUES (?, ?, ?)")
            .bind(clock::now().millis())
            .bind(run)
            .bind(stored)
            .execute(self.sql())
            .await?
            .last_insert_rowid();
        self.events.push(Event { seq, body });
        Ok(())
    }

    /// Tells that a run changed; answers it as it stands now.
    pub(super) async fn emit_run(&mut self, id: RunId) -> Result<Run> {
        let run = runs::load(self.sql(), id).await?;
        self.emit(EventBody::Run(Box::new(run.clone()))).await?;
        Ok(run)
    }

    /// Tells that a story changed and notes when.
    pub(super) async fn touch_story(&mut self, id: StoryId) -> Result<()> {
        sqlx::query("UPDATE stories SET updated_at = ? WHERE id = ?")
            .bind(clock::now().millis())
            .bind(id.to_string())
            .execute(self.sql())
            .await?;
        self.emit(EventBody::Story { story: id }).await
    }

    /// Tells that a chapter changed.
    pub(super) async fn emit_chapter(
        &mut self,
        story: StoryId,
        chapter: u32,
        revision: Option<RevisionId>,
        state: ChapterState,
    ) -> Result<()> {
        self.emit(EventBody::Chapter {
            story,
            chapter,
            revision,
            state,
        })
        .await
    }

    /// Tells a person something about a run.
    pub(super) async fn notice(&mut self, run: RunId, notice: &Notice) -> Result<()> {
        self.emit_notice(notice.level(), run, notice.to_string())
            .await
    }

    /// The same, in the words of whoever asks for it.
    pub(super) async fn emit_notice(
        &mut self,
        level: NoticeLevel,
        run: RunId,
        text: String,
    ) -> Result<()> {
        self.emit(EventBody::Notice {
            level,
            text,
            run: Some(run),
        })
        .await
    }

    /// Checks that the lease holds and prolongs it. First in every write of a worker.
    pub(super) async fn check_lease(&mut self, lease: Lease) -> Result<()> {
        let held = sqlx::query(
            "UPDATE runs SET lease_until = ? WHERE id = ? AND fence = ? AND status = 'running'",
        )
        .bind(clock::now().millis() + LEASE_MS)
        .bind(lease.run.to_string())
        .bind(lease.fence)
        .execute(self.sql())
        .await?
        .rows_affected();
        if held == 0 {
            Err(Error::LeaseLost)
        } else {
            Ok(())
        }
    }

    /// The only place where a run's status changes, but for the claim. Wishes are fulfilled by it.
    pub(super) async fn transition(
        &mut self,
        run: RunId,
        transition: Transition,
    ) -> Result<Status> {
        let row: Option<(String, bool, bool, bool)> = sqlx::query_as(
            "SELECT status, pause_after_chapter, told_of_budget, EXISTS (SELECT 1 FROM steps \
               WHERE run_id = runs.id AND status NOT IN ('queued', 'succeeded')) FROM runs WHERE id = ?",
        )
        .bind(run.to_string())
        .fetch_optional(self.sql())
        .await?;
        let (word, is_wanted, is_budgets, is_in_step) = row.ok_or(Error::NotFound("run"))?;
        let next = rows::status(&word)?.next(transition)?;
        let pause_after_chapter = PauseAfterChapter {
            is_wanted,
            is_budgets,
        };
        let now = clock::now().millis();
        sqlx::query(
            "UPDATE runs SET status = ?, cancel_requested = 0, pause_requested = 0, rate = NULL, \
             pause_after_chapter = ?, waiting_for = NULL, held_up = NULL, lease_until = NULL, ended_at = ?, version = version + 1 WHERE id = ?",
        )
        .bind(next.as_str())
        .bind(pause_after_chapter.survives(transition, is_in_step))
        .bind(next.is_ended().then_some(now))
        .bind(run.to_string())
        .execute(self.sql())
        .await?;
        // The step under way shares the run's fate; steps that were not begun stay queued.
        sqlx::query(
            "UPDATE steps SET status = ? WHERE run_id = ? AND status NOT IN ('queued', 'succeeded')",
        )
        .bind(next.as_str())
        .bind(run.to_string())
        .execute(self.sql())
        .await?;
        Ok(next)
    }
}
