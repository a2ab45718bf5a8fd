//! The session with the model: a step asks, the session makes calls until the answer is whole. Which call
//! follows which is decided by [`retry_policy`]; text goes into a [`Sink`], and from there to disk.

mod ask;
mod backoff;
mod converse;
mod draft;
mod meter;
mod retry_policy;
mod sink;
mod stream;
mod unusable_answer;

pub(crate) use backoff::retry_write;
pub(crate) use draft::QUOTED;
pub(crate) use sink::Sink;

use crate::{Result, StepError, worker::Stop};
use domain::{Run, Stage, Step, StepId, StepKind};
use llm_client::models::Models;
use meter::Meter;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use store::{Lease, Store};
use writing::{Abilities, LanguageModel, StoryContext};

/// A shorter pause is not worth a word.
const WORTH_A_WORD: Duration = Duration::from_secs(1);

/// One step's session with its model.
pub(crate) struct ModelSession {
    store: Arc<dyn Store>,
    models: Models,
    /// The model the run was asked for with.
    asked_model: String,
    /// Whether it was asked for by name.
    names_model: bool,
    lease: Lease,
    stop: Stop,
    step: StepId,
    step_kind: StepKind,
    /// The stage under way.
    stage: Stage,
    /// What every call is told of the story.
    story: StoryContext,
    meter: Meter,
    /// What the pages were told that it waits for at its model.
    wait_reason: Option<String>,
    /// When the last call had its turn.
    asked_at: Instant,
}

impl ModelSession {
    /// A session that goes on where an earlier execution of the step was left.
    pub(crate) async fn begin(
        store: Arc<dyn Store>,
        models: Models,
        (lease, stop): (Lease, Stop),
        run: &Run,
        step: &Step,
        story: StoryContext,
    ) -> Result<Self> {
        let meter = Meter::new(step, store.pace(run.id).await?);
        Ok(Self {
            store,
            models,
            asked_model: run.model.clone(),
            names_model: run.model_named,
            lease,
            stop,
            step: step.id,
            step_kind: step.kind,
            stage: step.stage.unwrap_or(step.kind.stages()[0]),
            story,
            meter,
            wait_reason: run.held_up.clone(),
            asked_at: Instant::now(),
        })
    }

    /// Notes that a stage begins.
    pub(crate) async fn enter(&mut self, stage: Stage) -> Result<(), StepError> {
        if self.stop.token().is_cancelled() {
            return Err(StepError::Stopped);
        }
        let seen = self.meter.enter(stage);
        self.stage = stage;
        self.store
            .enter_stage(self.lease, self.step, stage, seen)
            .await?;
        Ok(())
    }

    /// The scene under way, from 1, and how many there are.
    pub(crate) fn enter_scene(&mut self, number: u32, of: u32) {
        self.meter.enter_scene(number, of);
    }

    /// How many words the draft has, where something else than the model's text changed it.
    pub(crate) fn set_words(&mut self, words: u64) {
        self.meter.words = words;
    }

    /// What ends the step.
    pub(crate) const fn stop(&self) -> &Stop {
        &self.stop
    }

    /// What every call is told of the story.
    pub(crate) const fn story(&self) -> &StoryContext {
        &self.story
    }

    /// How often a chapter is revised at most.
    pub(crate) fn max_revisions(&self) -> u32 {
        self.models.max_revisions()
    }

    /// The model of the stage under way.
    fn model(&self) -> Result<Arc<dyn LanguageModel>, StepError> {
        self.model_for(self.stage)
    }

    /// The model of a stage.
    pub(crate) fn model_for(&self, stage: Stage) -> Result<Arc<dyn LanguageModel>, StepError> {
        self.models
            .for_stage(&self.asked_model, self.names_model, self.step_kind, stage)
            .map_err(|error| StepError::Failed(error.to_string()))
    }

    /// What the model of the stage under way can do.
    pub(crate) async fn abilities(&mut self) -> Result<Abilities, StepError> {
        let model = self.model()?;
        self.abilities_of(&*model).await
    }

    /// What a model can do; its server may have to load it to say so.
    async fn abilities_of(&mut self, model: &dyn LanguageModel) -> Result<Abilities, StepError> {
        let mut asked = model.abilities();
        tokio::select! {
            biased;
            () = self.stop.token().cancelled() => return Err(StepError::Stopped),
            abilities = &mut asked => return Ok(abilities),
            () = tokio::time::sleep(backoff::SLOW) => {}
        }
        self.set_wait_reason(Some("waiting for its server to load the model".to_owned()))
            .await?;
        let abilities = tokio::select! {
            biased;
            () = self.stop.token().cancelled() => return Err(StepError::Stopped),
            abilities = &mut asked => abilities,
        };
        self.set_wait_reason(None).await?;
        Ok(abilities)
    }

    /// Waits before the model is asked again, and says why.
    async fn wait(&mut self, reason: &str, pause: Duration) -> Result<(), StepError> {
        if pause >= WORTH_A_WORD {
            let seconds = pause.as_secs_f64().round();
            let wait_reason = format!("{reason} Retrying in {seconds} s.");
            self.set_wait_reason(Some(wait_reason)).await?;
        }
        tokio::select! {
            () = self.stop.token().cancelled() => Err(StepError::Stopped),
            () = tokio::time::sleep(pause) => Ok(()),
        }
    }

    /// Tells the pages what the run waits for at its model, or that it goes on.
    async fn set_wait_reason(&mut self, reason: Option<String>) -> Result<(), StepError> {
        if reason != self.wait_reason {
            self.store
                .set_wait_reason(self.lease, reason.as_deref())
                .await?;
            self.wait_reason = reason;
        }
        Ok(())
    }
}
