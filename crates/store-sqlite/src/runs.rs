//! Runs: looking at them, wishing them stopped or resumed.

pub(super) use super::load_run::{at_chapter, current_step, load, load_state};

use super::{
    SqliteStore,
    load_run::{select_run, with_steps},
    partial,
    tx::Durability,
};
use domain::{AppState, Page, Run, RunId, Status, Transition};
use rules::{run_view::check_resume, stop::is_wish};
use sqlite_rows::{
    paging::{page, rows_for},
    rows::RunRow,
};
use store::Result;
use store::{Lease, RunFilter, StopCause};

impl SqliteStore {
    pub(super) async fn run_(&self, id: RunId) -> Result<Run> {
        load(&mut *self.database.readers.begin().await?, id).await
    }

    pub(super) async fn runs_(
        &self,
        filter: RunFilter,
        limit: u32,
        after: Option<RunId>,
    ) -> Result<Page<Run>> {
        let mut tx = self.database.readers.begin().await?;
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
        .fetch_all(&mut *tx)
        .await?;
        let items = with_steps(&mut tx, rows).await?;
        let Page { items, next } = page(items, limit, |run| run.id.to_string());
        let next = next.filter(|_| !filter.ended);
        Ok(Page { items, next })
    }

    pub(super) async fn state_(&self) -> Result<AppState> {
        load_state(&mut *self.database.readers.begin().await?).await
    }

    pub(super) async fn request_stop_(&self, id: RunId, cause: StopCause) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let run = load(tx.sql(), id).await?;
        let transition = cause.transition();
        // What is not allowed now is refused now.
        run.status.next(transition)?;
        if is_wish(run.status) {
            // Its worker carries the wish out. A cancel outweighs a pause.
            sqlx::query(
                "UPDATE runs SET cancel_requested = cancel_requested OR ?, \
                 pause_requested = pause_requested OR ? WHERE id = ?",
            )
            .bind(cause == StopCause::Cancelled)
            .bind(cause == StopCause::Paused)
            .bind(id.to_string())
            .execute(tx.sql())
            .await?;
        } else {
            if cause == StopCause::Cancelled {
                partial::keep(&mut tx, id).await?;
            }
            tx.transition(id, transition).await?;
        }
        let run = tx.emit_run_and_waiting(id).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn take_model_(&self, lease: Lease, model: &str) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        sqlx::query("UPDATE runs SET model = ?, version = version + 1 WHERE id = ?")
            .bind(model)
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        let run = tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn set_wait_reason_(&self, lease: Lease, reason: Option<&str>) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        sqlx::query("UPDATE runs SET held_up = ? WHERE id = ?")
            .bind(reason)
            .bind(lease.run.to_string())
            .execute(tx.sql())
            .await?;
        tx.emit_run(lease.run).await?;
        tx.commit().await
    }

    pub(super) async fn resume_(&self, id: RunId) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        let run = load(tx.sql(), id).await?;
        // The rule first: it has the better words where the status forbids it.
        run.status.next(Transition::Resume)?;
        check_resume(&run)?;
        tx.join_batch(id).await?;
        tx.transition(id, Transition::Resume).await?;
        tx.emit_queue().await?;
        sqlx::query(
            "UPDATE runs SET error = NULL, crashes = 0, stopped_after_ms = NULL WHERE id = ?",
        )
        .bind(id.to_string())
        .execute(tx.sql())
        .await?;
        let run = tx.emit_run_and_waiting(id).await?;
        tx.commit().await?;
        Ok(run)
    }
}
