//! The queue: who may run now, who waits for whom, who comes first.

pub(super) use sqlite_stories::queue_state::{is_held, load};

use super::{
    SqliteStore, partial, runs,
    tx::{Durability, Tx},
};
use domain::{Budget, EventBody, Queue, Run, RunId, RunKind, RunPatch, Status, StepKind, StoryId};
use rules::{
    queue::{OpenStep, QueuedRun, blocker, check_change, check_move, place, wait},
    stop::{PauseAfterChapter, is_wish},
};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::{CancelScope, StopCause};
use store::{Error, Result};

/// A run with one of its open steps: id, story, kind, status, priority, position; the step's kind and chapter.
type QueuedRow = (
    String,
    String,
    String,
    String,
    i32,
    f64,
    Option<String>,
    Option<u32>,
);

/// The runs of a story (or all) that are queued or running, with what they still have to do. Numbers are the chapters'
/// present ones. A row that can't be read is in nobody's way.
pub(super) async fn queued_runs(
    sql: &mut SqliteConnection,
    story: Option<StoryId>,
) -> Result<Vec<QueuedRun>> {
    let rows: Vec<QueuedRow> = sqlx::query_as(
        "SELECT r.id, r.story_id, r.kind, r.status, r.priority, r.position, s.kind, c.number FROM runs r \
         LEFT JOIN steps s ON s.run_id = r.id AND s.status <> 'succeeded' \
         LEFT JOIN chapters c ON c.id = s.chapter_id \
         WHERE r.status IN ('queued', 'running') AND (?1 IS NULL OR r.story_id = ?1) ORDER BY r.id, s.position",
    )
    .bind(story.map(|story| story.to_string()))
    .fetch_all(sql)
    .await?;
    let mut runs: Vec<QueuedRun> = Vec::new();
    for (id, story, kind, status, priority, position, step, chapter) in rows {
        let (Ok(id), Ok(story)) = (rows::id(&id), rows::id(&story)) else {
            continue;
        };
        if runs.last().is_none_or(|run| run.id != id) {
            runs.push(QueuedRun {
                id,
                story,
                kind: RunKind::parse(&kind),
                status: rows::status(&status)?,
                priority,
                position,
                open_steps: Vec::new(),
            });
        }
        if let (Some(step), Some(run)) = (step, runs.last_mut()) {
            let kind = StepKind::parse(&step);
            run.open_steps.push(OpenStep { kind, chapter });
        }
    }
    Ok(runs)
}

impl Tx<'_> {
    /// Counts a run, new or resumed, to what was asked for since the queue was last empty.
    pub(super) async fn join_batch(&mut self, run: RunId) -> Result<()> {
        sqlx::query(
            "UPDATE queue SET batch = batch + 1 WHERE NOT EXISTS (SELECT 1 FROM runs \
             WHERE id <> ? AND status IN ('queued', 'running', 'paused'))",
        )
        .bind(run.to_string())
        .execute(self.sql())
        .await?;
        sqlx::query("UPDATE runs SET batch = (SELECT batch FROM queue) WHERE id = ?")
            .bind(run.to_string())
            .execute(self.sql())
            .await?;
        Ok(())
    }

    /// Tells that a run changed, after those that wait for it no longer (or do now); answers it as it stands.
    pub(super) async fn emit_run_and_waiting(&mut self, run: RunId) -> Result<Run> {
        let story = runs::load(self.sql(), run).await?.story;
        self.refresh_waiting(Some(story), Some(run)).await?;
        self.emit_run(run).await
    }

    /// Finds out anew what the queued runs of a story (or all) wait for, and tells of those for which it
    /// changed, but for the one that is told of anyway.
    async fn refresh_waiting(
        &mut self,
        story: Option<StoryId>,
        told_anyway: Option<RunId>,
    ) -> Result<()> {
        let held = is_held(self.sql()).await?;
        let told: Vec<(String, Option<String>)> = sqlx::query_as(
            "SELECT id, waiting_for FROM runs WHERE status = 'queued' AND (?1 IS NULL OR story_id = ?1)",
        )
        .bind(story.map(|story| story.to_string()))
        .fetch_all(self.sql())
        .await?;
        if told.is_empty() {
            return Ok(());
        }
        let told: HashMap<String, Option<String>> = told.into_iter().collect();
        let runs = queued_runs(self.sql(), story).await?;
        for run in runs.iter().filter(|run| run.status == Status::Queued) {
            let id = run.id.to_string();
            let blocker = if held { None } else { blocker(run, &runs) };
            let now = wait(held, blocker).map(|wait| wait.to_string());
            let told = told.get(&id).cloned().flatten();
            if now != told {
                sqlx::query("UPDATE runs SET waiting_for = ? WHERE id = ?")
                    .bind(&now)
                    .bind(&id)
                    .execute(self.sql())
                    .await?;
                if told_anyway != Some(run.id) {
                    self.emit_run(run.id).await?;
                }
            }
        }
        Ok(())
    }

    /// Tells of all open runs of a story: its chapters have other numbers.
    pub(super) async fn emit_runs_of_story(&mut self, story: StoryId) -> Result<()> {
        let open: Vec<String> = sqlx::query_scalar(
            "SELECT id FROM runs WHERE story_id = ? AND status IN ('queued', 'running', 'paused')",
        )
        .bind(story.to_string())
        .fetch_all(self.sql())
        .await?;
        for id in open {
            self.emit_run_and_waiting(rows::id(&id)?).await?;
        }
        Ok(())
    }

    pub(super) async fn emit_queue(&mut self) -> Result<Queue> {
        let queue = load(self.sql()).await?;
        self.emit(EventBody::Queue(queue)).await?;
        Ok(queue)
    }

    /// Puts a run right before or after another one, with that one's priority.
    async fn place(&mut self, run: RunId, by: RunId, after: bool) -> Result<()> {
        let other = runs::load(self.sql(), by).await?;
        check_move(run == by, other.status)?;
        let neighbour = |sql: &'static str, position: f64| {
            sqlx::query_scalar::<_, Option<f64>>(sql)
                .bind(other.priority)
                .bind(position)
                .bind(run.to_string())
        };
        let side = if after {
            "SELECT MIN(position) FROM runs WHERE priority = ? AND position > ? AND id <> ?"
        } else {
            "SELECT MAX(position) FROM runs WHERE priority = ? AND position < ? AND id <> ?"
        };
        let next = neighbour(side, other.position)
            .fetch_one(self.sql())
            .await?;
        let mut position = place(other.position, next, after);
        if position.is_none() {
            // No number is left between two: all get whole ones.
            sqlx::query(
                "UPDATE runs SET position = n FROM (SELECT id AS other, \
                 ROW_NUMBER() OVER (ORDER BY position, id) AS n FROM runs) WHERE other = runs.id",
            )
            .execute(self.sql())
            .await?;
            // Pages sort by these numbers.
            let open: Vec<String> = sqlx::query_scalar(
                "SELECT id FROM runs WHERE status IN ('queued', 'running', 'paused')",
            )
            .fetch_all(self.sql())
            .await?;
            for id in open {
                self.emit_run(rows::id(&id)?).await?;
            }
            let at = runs::load(self.sql(), by).await?.position;
            let next = neighbour(side, at).fetch_one(self.sql()).await?;
            position = place(at, next, after);
        }
        sqlx::query("UPDATE runs SET priority = ?, position = ? WHERE id = ?")
            .bind(other.priority)
            .bind(position.unwrap_or(other.position))
            .bind(run.to_string())
            .execute(self.sql())
            .await?;
        Ok(())
    }
}

impl SqliteStore {
    pub(super) async fn open_queue_(&self, workers: u32, paused: bool) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        sqlx::query("UPDATE queue SET workers = ?, is_held = is_held OR ?")
            .bind(workers)
            .bind(paused)
            .execute(tx.sql())
            .await?;
        tx.refresh_waiting(None, None).await?;
        tx.commit().await
    }

    pub(super) async fn set_queue_paused_(&self, paused: bool) -> Result<Queue> {
        let mut tx = self.begin(Durability::Durable).await?;
        sqlx::query("UPDATE queue SET is_held = ?")
            .bind(paused)
            .execute(tx.sql())
            .await?;
        let queue = tx.emit_queue().await?;
        tx.refresh_waiting(None, None).await?;
        tx.commit().await?;
        Ok(queue)
    }

    pub(super) async fn update_run_(
        &self,
        id: RunId,
        patch: RunPatch,
        default: &str,
        version: i64,
    ) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let run = runs::load(tx.sql(), id).await?;
        let moves = patch.before.is_some() || patch.after.is_some();
        check_change(run.status, moves)?;
        if run.version != version {
            return Err(Error::StaleVersion {
                current: run.version,
            });
        }
        let names_model = patch.model.as_ref().map(|model| !model.is_empty());
        let model = match patch.model {
            Some(model) if model.is_empty() => Some(default.to_owned()),
            model => model,
        };
        sqlx::query(
            "UPDATE runs SET priority = COALESCE(?, priority), feedback = COALESCE(?, feedback), \
             model = COALESCE(?, model), model_named = COALESCE(?, model_named), version = version + 1 WHERE id = ?",
        )
        .bind(patch.priority)
        .bind(patch.feedback)
        .bind(model)
        .bind(names_model)
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
        if let Some(budget) = patch.budget {
            set_budget(&mut tx, id, budget).await?;
        }
        match (patch.before, patch.after) {
            (Some(by), _) => tx.place(id, by, false).await?,
            (None, Some(by)) => tx.place(id, by, true).await?,
            (None, None) => {}
        }
        let run = tx.emit_run_and_waiting(id).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn cancel_many_(&self, scope: CancelScope) -> Result<Vec<RunId>> {
        let mut tx = self.begin(Durability::Durable).await?;
        let (statuses, story) = match scope {
            CancelScope::Waiting => ("queued", None),
            CancelScope::Story(story) => {
                super::stories::load(tx.sql(), story).await?;
                ("queued running paused", Some(story.to_string()))
            }
        };
        let meant: Vec<(String, String)> = sqlx::query_as(
            "SELECT id, status FROM runs WHERE status IN ('queued', 'running', 'paused') \
             AND INSTR(?1, status) AND (?2 IS NULL OR story_id = ?2) ORDER BY id",
        )
        .bind(statuses)
        .bind(story)
        .fetch_all(tx.sql())
        .await?;
        let mut cancelled = Vec::with_capacity(meant.len());
        for (id, status) in meant {
            let run: RunId = rows::id(&id)?;
            cancel(&mut tx, run, rows::status(&status)?).await?;
            tx.emit_run_and_waiting(run).await?;
            cancelled.push(run);
        }
        tx.commit().await?;
        Ok(cancelled)
    }

    pub(super) async fn pause_after_chapter_(&self, id: RunId, wanted: bool) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let run = runs::load(tx.sql(), id).await?;
        run.status.next(StopCause::Paused.transition())?;
        sqlx::query("UPDATE runs SET pause_after_chapter = ? WHERE id = ?")
            .bind(wanted)
            .bind(id.to_string())
            .execute(tx.sql())
            .await?;
        let run = tx.emit_run(id).await?;
        tx.commit().await?;
        Ok(run)
    }
}

/// Gives a run another budget. The author is told when it is used up, whatever became of the old one.
async fn set_budget(tx: &mut Tx<'_>, run: RunId, budget: Budget) -> Result<()> {
    let (is_wanted, is_budgets): (bool, bool) =
        sqlx::query_as("SELECT pause_after_chapter, told_of_budget FROM runs WHERE id = ?")
            .bind(run.to_string())
            .fetch_one(tx.sql())
            .await?;
    let pause = PauseAfterChapter {
        is_wanted,
        is_budgets,
    };
    let limits = (!budget.is_unlimited()).then(|| rows::to_json(&budget));
    sqlx::query(
        "UPDATE runs SET budget = ?, pause_after_chapter = ?, told_of_budget = 0 WHERE id = ?",
    )
    .bind(limits)
    .bind(pause.survives_new_budget())
    .bind(run.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// Cancels a run: at once where nobody executes it, else as a wish for its worker.
async fn cancel(tx: &mut Tx<'_>, run: RunId, status: Status) -> Result<()> {
    if is_wish(status) {
        sqlx::query("UPDATE runs SET cancel_requested = 1 WHERE id = ?")
            .bind(run.to_string())
            .execute(tx.sql())
            .await?;
        return Ok(());
    }
    partial::keep(tx, run).await?;
    tx.transition(run, StopCause::Cancelled.transition())
        .await?;
    Ok(())
}
