//! Runs: looking at them, wishing them stopped or resumed.

pub(super) use sqlite_stories::load_run::{at_chapter, current_step, load, load_state};

use super::{SqliteStore, partial, tx::Durability};
use domain::{AppState, Page, Run, RunId, Transition};
use rules::{run_view::check_resume, stop::is_wish};
use sqlite_stories::load_run;
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
        load_run::run_page(&mut tx, filter, limit, after).await
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
