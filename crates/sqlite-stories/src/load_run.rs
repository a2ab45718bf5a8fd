//! Runs as they are read.

use crate::{event_numbers::last_seq, queue_state};
use domain::{AppState, Chapter, Page, Run, RunId, Status, StepId};
use sqlite_rows::{
    calls::run_spent,
    paging::{page, rows_for},
    readable::readable,
    rows,
    rows::{RunRow, StepRow},
};
use sqlx::SqliteConnection;
use store::{Error, Result, RunFilter};

macro_rules! select_run {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.story_id, s.title AS story_title, r.kind, r.status, \
             r.cancel_requested, r.pause_requested, r.feedback, r.model, r.priority, r.attempt, \
             r.rate, r.error, r.stopped_after_ms, r.version, r.created_at, r.started_at, r.ended_at, \
             r.position, r.waiting_for, r.pause_after_chapter, r.pace, r.budget, r.model_named, r.held_up, \
             (SELECT COUNT(*) FROM steps t WHERE t.run_id = r.id AND t.kind = 'chapter' \
                AND r.kind <> 'all_chapters' \
                AND t.status <> 'succeeded' AND t.chapter_id IS NULL) AS lost_chapters \
             FROM runs r JOIN stories s ON s.id = r.story_id ",
            $rest
        )
    };
}

/// Runs out of their rows, with their steps. Those that can't be read are passed over.
async fn with_steps(sql: &mut SqliteConnection, rows: Vec<RunRow>) -> Result<Vec<Run>> {
    let mut runs = Vec::with_capacity(rows.len());
    for row in rows {
        let steps = sqlx::query_as::<_, StepRow>(
            // A chapter's present number: others may have been deleted since it was asked for.
            "SELECT t.id, t.kind, t.chapter_id, COALESCE(c.number, t.chapter) AS chapter, t.status, t.stage, \
             t.scene, t.scenes, t.fraction, t.tokens, t.words, t.is_thinking, t.entity_id, t.entity \
             FROM steps t LEFT JOIN chapters c ON c.id = t.chapter_id WHERE t.run_id = ? \
             ORDER BY t.position",
        )
        .bind(row.key())
        .fetch_all(&mut *sql)
        .await?
        .into_iter()
        .map(StepRow::read)
        .collect::<Result<_>>();
        let spent = run_spent(&mut *sql, row.key()).await?;
        runs.push(steps.and_then(|steps| row.read(steps, spent)));
    }
    Ok(readable(runs))
}

/// A run.
pub async fn load(sql: &mut SqliteConnection, id: RunId) -> Result<Run> {
    let row = sqlx::query_as::<_, RunRow>(select_run!("WHERE r.id = ?"))
        .bind(id.to_string())
        .fetch_all(&mut *sql)
        .await?;
    with_steps(sql, row)
        .await?
        .pop()
        .ok_or(Error::NotFound("run"))
}

/// The runs in flight and waiting, in the order pages show them.
pub async fn load_state(sql: &mut SqliteConnection) -> Result<AppState> {
    let rows = sqlx::query_as::<_, RunRow>(select_run!(
        "WHERE r.status IN ('queued', 'running', 'paused')"
    ))
    .fetch_all(&mut *sql)
    .await?;
    let runs = with_steps(&mut *sql, rows).await?;
    let mut state = AppState {
        seq: last_seq(sql).await?,
        ..AppState::default()
    };
    for run in runs {
        state.apply(run);
    }
    state.queue = queue_state::load(sql).await?;
    Ok(state)
}

/// The runs that are at this chapter now: every open one, and the newest of those that stopped there.
pub async fn at_chapter(sql: &mut SqliteConnection, chapter: &Chapter) -> Result<Vec<Run>> {
    // The newest that can go on counts; so many that can't do not come one after another.
    const STOPPED: u32 = 10;
    let rows = sqlx::query_as::<_, RunRow>(select_run!(
        "WHERE r.id IN (SELECT id FROM (SELECT id, status, ROW_NUMBER() OVER (\
             PARTITION BY status IN ('queued', 'running', 'paused') ORDER BY id DESC) AS nth FROM runs WHERE story_id = ?1 \
             AND status <> 'succeeded' AND ?2 = (SELECT t.chapter_id FROM steps t WHERE t.run_id = runs.id \
               AND t.status <> 'succeeded' ORDER BY t.position LIMIT 1)) \
           WHERE nth <= ?3 OR status IN ('queued', 'running', 'paused'))"
    ))
    .bind(chapter.story.to_string())
    .bind(chapter.id.to_string())
    .bind(STOPPED)
    .fetch_all(&mut *sql)
    .await?;
    with_steps(sql, rows).await
}

/// The step under way of a run: the first that is not done.
pub async fn current_step(sql: &mut SqliteConnection, run: RunId) -> Result<Option<StepId>> {
    let id: Option<String> = sqlx::query_scalar(
        "SELECT id FROM steps WHERE run_id = ? AND status <> 'succeeded' ORDER BY position LIMIT 1",
    )
    .bind(run.to_string())
    .fetch_optional(sql)
    .await?;
    id.as_deref().map(rows::id).transpose()
}

/// A page of runs, newest first; of ended ones, those that ended last.
pub async fn run_page(
    sql: &mut SqliteConnection,
    filter: RunFilter,
    limit: u32,
    after: Option<RunId>,
) -> Result<Page<Run>> {
    let rows = sqlx::query_as::<_, RunRow>(select_run!(
        "WHERE (?1 IS NULL OR r.status = ?1) AND (?2 IS NULL OR r.story_id = ?2) \
         AND (?3 IS NULL OR r.id < ?3) AND (NOT ?5 OR r.ended_at IS NOT NULL) \
         ORDER BY CASE WHEN ?5 THEN r.ended_at END DESC, r.id DESC LIMIT ?4"
    ))
    .bind(filter.status.map(Status::as_str))
    .bind(filter.story.map(|story| story.to_string()))
    .bind(after.map(|after| after.to_string()))
    .bind(rows_for(limit))
    .bind(filter.ended)
    .fetch_all(&mut *sql)
    .await?;
    let items = with_steps(sql, rows).await?;
    let Page { items, next } = page(items, limit, |run| run.id.to_string());
    let next = next.filter(|_| !filter.ended);
    Ok(Page { items, next })
}
