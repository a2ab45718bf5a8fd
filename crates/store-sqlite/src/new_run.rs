//! Asking for a run: what it means, and whether the same was asked for before.

use super::{
    SqliteStore, chapters, pace,
    runs::load,
    tx::{Durability, Tx},
    world,
};
use domain::{
    Chapter, NewRun, Notice, Run, RunId, RunKind, Status, StepId, StepKind, StoryId, WriteMode,
};
use rules::plan::{self, PlannedStep, RunOptions, StepKey};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::{Error, Result};
use store::{clock, ids};

/// How long the same idempotency key answers the same run, in milliseconds.
const KEY_LIFE_MS: i64 = 24 * 60 * 60 * 1000;

/// The run that a key started or joined, where it is still known.
///
/// # Errors
///
/// [`Error::KeyReused`] where that was asked for otherwise.
async fn known_run(tx: &mut Tx<'_>, key: &str, asked: &str) -> Result<Option<RunId>> {
    sqlx::query("DELETE FROM idempotency WHERE created_at < ?")
        .bind(clock::now().millis() - KEY_LIFE_MS)
        .execute(tx.sql())
        .await?;
    let known: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT run_id, request FROM idempotency WHERE key = ?")
            .bind(key)
            .fetch_optional(tx.sql())
            .await?;
    match known {
        Some((_, Some(before))) if before != asked => Err(Error::KeyReused),
        Some((run, _)) => rows::id(&run).map(Some),
        None => Ok(None),
    }
}

async fn remember_key(tx: &mut Tx<'_>, key: &str, run: RunId, request: &str) -> Result<()> {
    sqlx::query("INSERT INTO idempotency (key, run_id, created_at, request) VALUES (?, ?, ?, ?)")
        .bind(key)
        .bind(run.to_string())
        .bind(clock::now().millis())
        .bind(request)
        .execute(tx.sql())
        .await?;
    Ok(())
}

/// The run that waits or works on exactly this already: asking twice is not paid for twice. A rewrite may be wanted
/// more than once.
///
/// # Errors
///
/// [`Error::Conflict`] where a budget or a place in the queue is wanted that the open run does not have.
async fn same_request(
    sql: &mut SqliteConnection,
    story: StoryId,
    request: &NewRun,
    steps: &[PlannedStep<'_>],
) -> Result<Option<RunId>> {
    if request.kind == RunKind::Rewrite {
        return Ok(None);
    }
    let open: Vec<(String, i32, Option<String>)> = sqlx::query_as(
        "SELECT id, priority, budget FROM runs WHERE story_id = ? AND kind = ? AND status IN ('queued', 'running') \
         AND NOT cancel_requested AND NOT pause_requested AND feedback IS ? AND mode IS ? \
         AND CASE WHEN model_named THEN model END IS ? ORDER BY id",
    )
    .bind(story.to_string())
    .bind(request.kind.as_str())
    .bind(&request.feedback)
    .bind(request.mode.map(WriteMode::as_str))
    .bind(request.named_model())
    .fetch_all(&mut *sql)
    .await?;
    let wanted: Vec<_> = steps.iter().map(PlannedStep::subject).collect();
    for (run, priority, budget) in open {
        let left = unfinished(sql, &run).await?;
        if plan::is_same_work(request.kind, &left, &wanted) {
            plan::check_terms(&RunOptions {
                priority: (request.priority, priority),
                budget: (kept_budget(request), budget),
            })?;
            return rows::id(&run).map(Some);
        }
    }
    Ok(None)
}

/// What the unfinished steps of a run are about.
async fn unfinished(sql: &mut SqliteConnection, run: &str) -> Result<Vec<StepKey>> {
    let left: Vec<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT kind, chapter_id, entity_id FROM steps WHERE run_id = ? AND status <> 'succeeded'",
    )
    .bind(run)
    .fetch_all(sql)
    .await?;
    left.into_iter()
        .map(|(kind, chapter, entity)| {
            Ok(StepKey {
                kind: StepKind::parse(&kind).ok_or(Error::Corrupt("a step's kind"))?,
                chapter: chapter.as_deref().map(rows::id).transpose()?,
                entity: entity.as_deref().map(rows::id).transpose()?,
            })
        })
        .collect()
}

/// A budget as it is stored; one without limits is none.
fn kept_budget(request: &NewRun) -> Option<String> {
    let budget = request.budget.filter(|budget| !budget.is_unlimited())?;
    Some(rows::to_json(&budget))
}

async fn insert_steps(tx: &mut Tx<'_>, id: RunId, steps: &[PlannedStep<'_>]) -> Result<()> {
    for (position, step) in steps.iter().enumerate() {
        sqlx::query(
            "INSERT INTO steps (id, run_id, position, kind, chapter_id, chapter, asked_revision, \
             asked_finished, entity_id, entity, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(StepId(ids::new_id()).to_string())
        .bind(id.to_string())
        .bind(i64::try_from(position).unwrap_or(i64::MAX))
        .bind(step.kind.as_str())
        .bind(step.chapter.map(|chapter| chapter.id.to_string()))
        .bind(step.chapter.map(|chapter| chapter.number))
        .bind(
            step.chapter
                .and_then(|chapter| chapter.revision)
                .map(|id| id.to_string()),
        )
        .bind(step.chapter.is_some_and(Chapter::is_finished))
        .bind(step.entity.map(|entity| entity.id.to_string()))
        .bind(step.entity.map(|entity| entity.name.clone()))
        .bind(Status::Queued.as_str())
        .execute(tx.sql())
        .await?;
    }
    Ok(())
}

impl SqliteStore {
    pub(super) async fn insert_run_(
        &self,
        story: StoryId,
        request: NewRun,
        model: &str,
        key: Option<&str>,
    ) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let now = clock::now().millis();
        let asked = rows::to_json(&(story, &request));
        if let Some(key) = key
            && let Some(known) = known_run(&mut tx, key, &asked).await?
        {
            return load(tx.sql(), known).await;
        }
        super::stories::load(tx.sql(), story).await?;
        let chapters = chapters::load_all(tx.sql(), story).await?;
        let world = world::load(tx.sql(), story).await?;
        let read = match request.kind {
            RunKind::Read => sqlite_rows::proposals::read_texts(tx.sql(), story).await?,
            _ => Vec::new(),
        };
        let steps = plan::steps(&request, &world, &chapters, &read)?;
        if let Some(open) = same_request(tx.sql(), story, &request, &steps).await? {
            if let Some(key) = key {
                remember_key(&mut tx, key, open, &asked).await?;
            }
            let run = load(tx.sql(), open).await?;
            tx.commit().await?;
            return Ok(run);
        }
        let id = RunId(ids::new_id());
        let pace = pace::load(tx.sql(), model).await?;
        let weight: f64 = steps.iter().map(|step| pace.step(step.kind)).sum();
        sqlx::query(
            "INSERT INTO runs (id, story_id, kind, status, feedback, model, priority, created_at, \
             pace, weight, budget, model_named, mode, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \
             (SELECT COALESCE(MAX(position), 0) + 1 FROM runs))",
        )
        .bind(id.to_string())
        .bind(story.to_string())
        .bind(request.kind.as_str())
        .bind(Status::Queued.as_str())
        .bind(&request.feedback)
        .bind(model)
        .bind(request.priority.unwrap_or_default())
        .bind(now)
        .bind(rows::to_json(&pace))
        .bind(weight)
        .bind(kept_budget(&request))
        .bind(request.names_model())
        .bind(request.mode.map(WriteMode::as_str))
        .execute(tx.sql())
        .await?;
        insert_steps(&mut tx, id, &steps).await?;
        if let Some(key) = key {
            remember_key(&mut tx, key, id, &asked).await?;
        }
        tx.join_batch(id).await?;
        let run = tx.emit_run_and_waiting(id).await?;
        if let Some(reason) = run.waiting_for.clone() {
            let run = run.title();
            tx.notice(id, &Notice::Waiting { run, reason }).await?;
        }
        tx.commit().await?;
        Ok(run)
    }
}
