//! One execution of a run: its steps in order, and how it comes to rest.

use super::WorkerContext;
use crate::{
    Error,
    pipeline::{self, StepContext},
};
use domain::{Run, RunKind, SkipReason, Status, Step, StepKind};
use model_session::{StepError, Stop};
use rules::chapter_step::{self, ChapterAction};
use std::time::Duration;
use store::{Claimed, Lease, RunOutcome, StopCause};
use tokio_util::task::AbortOnDropHandle;
use tracing::Instrument as _;

/// Well within the lease.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// How long a run rests after its writes were refused, before it is tried again.
const AFTER_REFUSAL: Duration = Duration::from_secs(1);

/// How long a stage may take to stop: it does within milliseconds, unless something in it hangs.
const STOPPING_TIME: Duration = Duration::from_secs(20);

/// How often an end is written that is refused for a reason that does not pass.
const MAX_TRIES: u32 = 4;

/// Executes a claimed run until it rests. A panic in a stage fails this run alone. Every log line of the execution
/// carries the run's id: its span has the level of errors, so no log filter leaves it out.
pub(super) async fn execute(ctx: &WorkerContext, claimed: Claimed) {
    let span = tracing::error_span!("run", id = %claimed.lease.run, attempt = claimed.run.attempt);
    execute_in_span(ctx, claimed).instrument(span).await;
}

async fn execute_in_span(ctx: &WorkerContext, claimed: Claimed) {
    let lease = claimed.lease;
    let registered = ctx.stops.register(lease.run);
    let stop = registered.stop.clone();
    // A wish (or the end of the process) that came before the stop could be reached.
    match ctx.store.renew(lease).await {
        Ok(Some(cause)) => stop.ask(cause),
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "could not read wishes"),
    }
    if ctx.closing.is_cancelled() {
        stop.ask(StopCause::Interrupted);
    }
    tracing::info!("run begins");
    // Tasks of their own: a panic in a stage fails this run alone, and the lease is kept alive whatever a
    // stage waits for.
    let heartbeat = AbortOnDropHandle::new(tokio::spawn(
        heartbeat(ctx.clone(), lease, stop.clone()).in_current_span(),
    ));
    let task = AbortOnDropHandle::new(tokio::spawn(
        run_steps(ctx.clone(), lease, stop.clone()).in_current_span(),
    ));
    let finished = tokio::select! {
        finished = task => finished,
        // What it writes from now on is refused, since the run does not run any more.
        () = overdue(&stop) => {
            tracing::error!("a stage did not stop when it was asked to, and was left");
            Ok(Err(StepError::Stopped))
        }
    };
    drop(heartbeat);
    let outcome = match finished {
        Ok(Ok(())) => RunOutcome::Succeeded,
        Ok(Err(StepError::Stopped)) => {
            let (cause, after) = stop.asked().unwrap_or((StopCause::Interrupted, 0));
            RunOutcome::Stopped(cause, after)
        }
        Ok(Err(StepError::Failed(reason))) => RunOutcome::Failed(reason),
        Ok(Err(StepError::UnusableAnswer(reason))) => RunOutcome::NeedsReview(reason),
        Ok(Err(StepError::Engine(Error::LeaseLost))) => {
            tracing::info!("lease lost: another worker or its owner took over");
            return;
        }
        Ok(Err(StepError::Engine(error))) if error.is_passing() => {
            // Not the run's fault: it goes back to the queue at no cost, as it does when the process ends, and
            // on as soon as it can be written. All that was told is on disk.
            tracing::warn!(cause = ?error, "run has to wait");
            wait(ctx, AFTER_REFUSAL).await;
            RunOutcome::Stopped(StopCause::Interrupted, 0)
        }
        Ok(Err(StepError::Engine(error))) => {
            tracing::error!(cause = ?error, "run can't go on");
            RunOutcome::Failed(error.to_string())
        }
        Err(panic) => {
            tracing::error!(%panic, "a stage panicked");
            RunOutcome::Failed(
                "Something went wrong in the studio at this stage. The log has details.".to_owned(),
            )
        }
    };
    finish_run(ctx, lease, outcome).await;
    drop(registered);
    ctx.tidy().await;
}

/// Falls when a stage was asked to stop and did not for far too long.
async fn overdue(stop: &Stop) {
    stop.token().cancelled().await;
    tokio::time::sleep(STOPPING_TIME).await;
}

/// Writes the end down. Where the machine refuses, until it does no more: an end that is not written would leave
/// the run "running" with nobody at work on it.
async fn finish_run(ctx: &WorkerContext, lease: Lease, outcome: RunOutcome) {
    let (mut tries, mut pause) = (0, Duration::from_millis(50));
    loop {
        let error = match ctx.store.finish_run(lease, outcome.clone()).await {
            Ok(run) => {
                tracing::info!(status = run.status.as_str(), "run rests");
                return;
            }
            Err(Error::LeaseLost) => return,
            Err(error) => error,
        };
        tries += 1;
        tracing::warn!(cause = ?error, tries, "could not write a run's end");
        // The next start takes it up.
        if ctx.closing.is_cancelled() || (tries >= MAX_TRIES && !error.is_passing()) {
            return;
        }
        wait(ctx, pause).await;
        pause = (pause * 2).min(AFTER_REFUSAL);
    }
}

/// Waits, but not for longer than the process wants to live.
async fn wait(ctx: &WorkerContext, time: Duration) {
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        () = ctx.closing.cancelled() => {}
    }
}

/// Prolongs the lease and looks for wishes: the store is the truth about them, the stop only the quick way.
async fn heartbeat(ctx: WorkerContext, lease: Lease, stop: Stop) {
    loop {
        tokio::time::sleep(HEARTBEAT).await;
        match ctx.store.renew(lease).await {
            Ok(Some(cause)) => stop.ask(cause),
            Ok(None) => ctx.tidy().await,
            Err(Error::LeaseLost) => return stop.ask(StopCause::Interrupted),
            Err(error) => tracing::warn!(%error, "could not prolong the lease"),
        }
    }
}

async fn run_steps(ctx: WorkerContext, lease: Lease, stop: Stop) -> Result<(), StepError> {
    let mut wrote_chapter = false;
    loop {
        let mut run = ctx.store.run(lease.run).await?;
        let Some(at) = run
            .steps
            .iter()
            .position(|step| step.status != Status::Succeeded)
        else {
            return Ok(());
        };
        let step = run.steps[at].clone();
        // Also where the process ended right behind the chapter.
        let behind_chapter = at > 0 && run.steps[at - 1].kind == StepKind::Chapter;
        if run.control.pause_after_chapter
            && (wrote_chapter || behind_chapter && step.stage.is_none())
        {
            stop.ask(StopCause::Paused);
        }
        if stop.token().is_cancelled() {
            return Err(StepError::Stopped);
        }
        if step.kind == StepKind::Chapter
            && step.chapter_id.is_none()
            && run.kind == RunKind::AllChapters
        {
            ctx.store.skip_step(lease, step.id, None).await?;
            continue;
        }
        if let Some(reason) = skips(&ctx, &run, &step).await? {
            ctx.store.skip_step(lease, step.id, Some(reason)).await?;
            continue;
        }
        // The settings may have changed since it was asked for; within a step it keeps its model.
        let model = ctx.models.default_name();
        if !run.model_named && run.model != model {
            run = ctx.store.take_model(lease, &model).await?;
        }
        wrote_chapter = step.kind == StepKind::Chapter;
        let span = tracing::error_span!("step", id = %step.id, kind = step.kind.as_str());
        let stop = stop.clone();
        let walk = async {
            let mut step_ctx = StepContext::begin(&ctx, lease, stop, run, step).await?;
            pipeline::run_step(&mut step_ctx).await
        };
        walk.instrument(span).await?;
        // What is finished may be what another run waits for.
        ctx.wake.notify_waiters();
    }
}

/// Why a step that is about to begin has nothing to do.
async fn skips(
    ctx: &WorkerContext,
    run: &Run,
    step: &Step,
) -> Result<Option<SkipReason>, StepError> {
    if step.kind != StepKind::Chapter || step.stage.is_some() {
        return Ok(None);
    }
    let origin = ctx.store.step_origin(step.id).await?;
    Ok(
        origin.and_then(|origin| match chapter_step::begin(run.kind, &origin) {
            ChapterAction::Skip(reason) => Some(reason),
            ChapterAction::Continue | ChapterAction::StartOver => None,
        }),
    )
}
