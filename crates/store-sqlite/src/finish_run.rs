//! How a run ends or goes back to the queue.

use super::{
    SqliteStore, chapters, drafts, partial, runs,
    tx::{Durability, Tx},
};
use domain::{Notice, Run, RunId, RunKind, Status, StepId, Transition};
use rules::stop::{self, StopRequests};
use store::Result;
use store::{Lease, RunOutcome, StopCause};

impl SqliteStore {
    pub(super) async fn finish_run_(&self, lease: Lease, outcome: RunOutcome) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let outcome = settled(&mut tx, lease.run, outcome).await?;
        let transition = match &outcome {
            RunOutcome::Succeeded => Transition::Succeed,
            RunOutcome::Failed(_) | RunOutcome::NeedsReview(_) => Transition::Fail,
            RunOutcome::Stopped(cause, _) => cause.transition(),
        };
        let kept = match stop::keeps_partial(transition) {
            true => partial::keep(&mut tx, lease.run).await?,
            false => 0,
        };
        let step = runs::current_step(tx.sql(), lease.run).await?;
        if let Some(step) = step {
            let draft = drafts::text(tx.sql(), step).await?;
            drafts::count(&mut tx, step, &draft).await?;
        }
        if let (RunOutcome::NeedsReview(_), Some(step)) = (&outcome, step) {
            mark_for_review(&mut tx, step).await?;
        }
        tx.transition(lease.run, transition).await?;
        note_end(&mut tx, lease.run, &outcome).await?;
        if let Some(step) = step
            && let Some(chapter) = drafts::target(tx.sql(), step).await?.chapter_id
        {
            chapters::emit_changed(&mut tx, chapter).await?;
        }
        let run = tx.emit_run_and_waiting(lease.run).await?;
        if let Some(notice) = notice(&run, outcome, kept) {
            tx.notice(run.id, &notice).await?;
        }
        tx.commit().await?;
        Ok(run)
    }
}

/// What the author is told of the end.
fn notice(run: &Run, outcome: RunOutcome, kept: u64) -> Option<Notice> {
    let title = run.title();
    match outcome {
        RunOutcome::Succeeded => Some(Notice::Finished { run: title }),
        RunOutcome::Failed(reason) | RunOutcome::NeedsReview(reason) => {
            Some(Notice::Failed { run: title, reason })
        }
        RunOutcome::Stopped(StopCause::Cancelled, _) if run.kind == RunKind::Read => {
            let read = run.steps.iter();
            let read = read.filter(|step| step.status == Status::Succeeded);
            let chapters = read.count();
            Some(Notice::ReadingStopped { chapters })
        }
        RunOutcome::Stopped(StopCause::Cancelled, _) => Some(Notice::Stopped { words: kept }),
        RunOutcome::Stopped(StopCause::Paused | StopCause::Interrupted, _) => None,
    }
}

/// Notes why a run failed and how long its model took to fall silent. A shutdown costs no attempt and says nothing about
/// how the model stopped.
async fn note_end(tx: &mut Tx<'_>, run: RunId, outcome: &RunOutcome) -> Result<()> {
    let (error, stopped_after, is_interrupted) = match outcome {
        RunOutcome::Succeeded => (None, None, false),
        RunOutcome::Failed(reason) | RunOutcome::NeedsReview(reason) => (Some(reason), None, false),
        RunOutcome::Stopped(StopCause::Interrupted, _) => (None, None, true),
        RunOutcome::Stopped(_, after) => (None, i64::try_from(*after).ok(), false),
    };
    sqlx::query(
        "UPDATE runs SET stopped_after_ms = ?, error = ?, attempt = attempt - ? WHERE id = ?",
    )
    .bind(stopped_after)
    .bind(error)
    .bind(i64::from(is_interrupted))
    .bind(run.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// A person has to look at a step's chapter: what a model made of it is no use. A text that was finished
/// before stays as it was; what was known of a text that is gone by now would make this one pass for finished.
async fn mark_for_review(tx: &mut Tx<'_>, step: StepId) -> Result<()> {
    sqlx::query(
        "UPDATE chapters SET state = 'needs_review', summary = '', version = version + 1 \
         WHERE id = (SELECT chapter_id FROM steps WHERE id = ? AND kind = 'chapter') \
         AND state IN ('empty', 'partial')",
    )
    .bind(step.to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// The outcome with the wishes that came while the run was on its way to rest.
async fn settled(tx: &mut Tx<'_>, run: RunId, outcome: RunOutcome) -> Result<RunOutcome> {
    let RunOutcome::Stopped(cause, after) = outcome else {
        return Ok(outcome);
    };
    let (cancel, pause): (bool, bool) =
        sqlx::query_as("SELECT cancel_requested, pause_requested FROM runs WHERE id = ?")
            .bind(run.to_string())
            .fetch_one(tx.sql())
            .await?;
    let wishes = StopRequests { cancel, pause };
    Ok(RunOutcome::Stopped(wishes.settled(cause), after))
}
