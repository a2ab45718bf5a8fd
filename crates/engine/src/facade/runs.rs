//! Runs: start, look, cancel, pause, resume.

use super::{Engine, MAX_LIMIT, after, at_most};
use crate::{Error, Result};
use domain::{
    AppState, Budget, Draft, NewRun, Page, Queue, Run, RunId, RunKind, RunPatch, Status, StoryId,
    Transition,
};
use store::{AbandonedRuns, CancelScope, RunFilter, StopCause};

const MAX_FEEDBACK: usize = 10_000;
const MAX_KEY: usize = 200;
const PRIORITIES: std::ops::RangeInclusive<i32> = -100..=100;

impl Engine {
    /// Stores a run and answers at once; a worker takes it from there. The same idempotency key answers
    /// the same run for 24 hours.
    pub async fn start(&self, story: StoryId, request: NewRun, key: Option<String>) -> Result<Run> {
        if let Some(key) = &key
            && (key.trim().is_empty() || key.len() > MAX_KEY)
        {
            return Err(Error::Invalid(format!(
                "An idempotency key must have 1 to {MAX_KEY} characters."
            )));
        }
        self.check_wishes(
            request.priority,
            request.feedback.as_deref(),
            request.named_model(),
            request.budget.as_ref(),
        )?;
        let takes_chapter = matches!(
            request.kind,
            RunKind::Chapter | RunKind::Rewrite | RunKind::Outline | RunKind::Read
        );
        if !takes_chapter && request.chapter.is_some() {
            return Err(Error::Invalid(format!(
                "A run of kind {} takes no chapter.",
                request.kind.as_str()
            )));
        }
        if !request.chapters.is_empty() && request.kind != RunKind::Read {
            return Err(Error::Invalid(format!(
                "A run of kind {} takes no list of chapters.",
                request.kind.as_str()
            )));
        }
        if request.entity.is_some() && request.kind != RunKind::World {
            return Err(Error::Invalid(format!(
                "A run of kind {} takes no entity of the world.",
                request.kind.as_str()
            )));
        }
        let model = match request.named_model() {
            Some(named) => named.to_owned(),
            None => self.ctx.models.default_name(),
        };
        // Said now rather than when its turn comes.
        self.ctx.models.find(&model).map_err(super::of_models)?;
        let run = self
            .store()
            .insert_run(story, request, &model, key.as_deref())
            .await?;
        self.ctx.wake.notify_waiters();
        Ok(run)
    }

    /// Runs, newest first.
    pub async fn runs(
        &self,
        filter: RunFilter,
        limit: u32,
        from: Option<String>,
    ) -> Result<Page<Run>> {
        self.store()
            .runs(filter, limit.clamp(1, MAX_LIMIT), after(from)?)
            .await
    }

    /// One run.
    pub async fn run(&self, id: RunId) -> Result<Run> {
        self.store().run(id).await
    }

    /// The runs in flight and waiting.
    pub async fn state(&self) -> Result<AppState> {
        self.store().state().await
    }

    /// What is written so far of the step under way; `None` where it writes no chapter.
    pub async fn draft(&self, id: RunId) -> Result<Option<Draft>> {
        self.store().draft(id).await
    }

    /// Cancels: at once where nothing executes the run, else as soon as the model is silent.
    pub async fn request_cancel(&self, id: RunId) -> Result<Run> {
        self.request_stop(id, StopCause::Cancelled).await
    }

    /// Pauses: at once where nothing executes the run, else as soon as the model is silent.
    pub async fn request_pause(&self, id: RunId) -> Result<Run> {
        self.request_stop(id, StopCause::Paused).await
    }

    async fn request_stop(&self, id: RunId, cause: StopCause) -> Result<Run> {
        // The wish is on disk before the worker hears of it: it holds whatever happens in between.
        let run = self.store().request_stop(id, cause).await?;
        if self.ctx.stops.ask(id, cause) || run.status != Status::Running {
            return Ok(run);
        }
        // Nobody executes it, whatever its status says: no worker would ever obey.
        self.store().recover(AbandonedRuns::These(vec![id])).await?;
        self.store().run(id).await
    }

    /// Pauses once the chapter under way is finished, or takes that back.
    pub async fn pause_after_chapter(&self, id: RunId, wanted: bool) -> Result<Run> {
        self.store().pause_after_chapter(id, wanted).await
    }

    /// Cancels many runs at once; answers which.
    pub async fn cancel_many(&self, scope: CancelScope) -> Result<Vec<RunId>> {
        let runs = self.store().cancel_many(scope).await?;
        let mut left = runs.clone();
        left.retain(|run| !self.ctx.stops.ask(*run, StopCause::Cancelled));
        // Of those, the ones that run are executed by nobody.
        if !left.is_empty() {
            self.store().recover(AbandonedRuns::These(left)).await?;
        }
        Ok(runs)
    }

    /// Holds the queue: what runs goes back to it with all its text, and nothing is begun.
    pub async fn pause_queue(&self) -> Result<Queue> {
        let queue = self.store().set_queue_paused(true).await?;
        self.ctx.stops.ask_all(StopCause::Interrupted);
        Ok(queue)
    }

    /// Lets the queue go on.
    pub async fn resume_queue(&self) -> Result<Queue> {
        let queue = self.store().set_queue_paused(false).await?;
        self.ctx.wake.notify_waiters();
        Ok(queue)
    }

    /// Goes on where a pause, a cancel or a failure stopped it.
    pub async fn resume(&self, id: RunId) -> Result<Run> {
        let run = self.store().resume(id).await?;
        self.ctx.wake.notify_waiters();
        Ok(run)
    }

    /// Tries a failed or cancelled run again; what is finished is not paid for twice.
    pub async fn retry(&self, id: RunId) -> Result<Run> {
        let run = self.store().run(id).await?;
        if !run.status.is_ended() {
            let transition = Transition::Resume;
            return Err(domain::IllegalTransition {
                status: run.status,
                transition,
            }
            .into());
        }
        self.resume(id).await
    }

    /// Changes a run that waits, is paused, failed or was cancelled, based on `version`. An empty model is that of
    /// the settings.
    pub async fn update_run(&self, id: RunId, patch: RunPatch, version: i64) -> Result<Run> {
        self.check_wishes(
            patch.priority,
            patch.feedback.as_deref(),
            patch.model.as_deref().filter(|model| !model.is_empty()),
            patch.budget.as_ref(),
        )?;
        if patch.before.is_some() && patch.after.is_some() {
            return Err(Error::Invalid(
                "Set either `before` or `after`, not both.".to_owned(),
            ));
        }
        let default = self.ctx.models.default_name();
        let run = self
            .store()
            .update_run(id, patch, &default, version)
            .await?;
        if run.status == Status::Queued {
            self.ctx.wake.notify_waiters();
        }
        Ok(run)
    }

    fn check_wishes(
        &self,
        priority: Option<i32>,
        feedback: Option<&str>,
        model: Option<&str>,
        budget: Option<&Budget>,
    ) -> Result<()> {
        if let Some(priority) = priority.filter(|priority| !PRIORITIES.contains(priority)) {
            return Err(Error::Invalid(format!(
                "A priority must be from {} to {}, not {priority}.",
                PRIORITIES.start(),
                PRIORITIES.end()
            )));
        }
        if let Some(feedback) = feedback {
            at_most("The feedback", feedback, MAX_FEEDBACK)?;
        }
        if let Some(model) = model {
            self.ctx.models.find(model).map_err(super::of_models)?;
        }
        match budget.and_then(Budget::trouble) {
            Some(trouble) => Err(Error::Invalid(trouble.to_owned())),
            None => Ok(()),
        }
    }
}
