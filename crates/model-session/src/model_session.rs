//! The session of one step with its model: what it is told, how it waits, which model answers.

use crate::{StepError, Stop, backoff, meter::Meter};
use domain::{Run, Stage, Step, StepId, StepKind};
use llm_client::models::Models;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use store::{Lease, Result, Store};
use writing::{Abilities, LanguageModel, StoryContext};

/// A shorter pause is not worth a word.
const WORTH_A_WORD: Duration = Duration::from_secs(1);

/// One step's session with its model.
pub struct ModelSession {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) models: Models,
    /// The model the run was asked for with.
    pub(crate) asked_model: String,
    /// Whether it was asked for by name.
    pub(crate) names_model: bool,
    pub(crate) lease: Lease,
    pub(crate) stop: Stop,
    pub(crate) step: StepId,
    pub(crate) step_kind: StepKind,
    /// The stage under way.
    pub(crate) stage: Stage,
    /// What every call is told of the story.
    pub(crate) story: StoryContext,
    pub(crate) meter: Meter,
    /// What the pages were told that it waits for at its model.
    pub(crate) wait_reason: Option<String>,
    /// When the last call had its turn.
    pub(crate) asked_at: Instant,
}

impl ModelSession {
    /// A session that goes on where an earlier execution of the step was left.
    pub async fn begin(
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
    pub async fn enter(&mut self, stage: Stage) -> Result<(), StepError> {
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
    pub fn enter_scene(&mut self, number: u32, of: u32) {
        self.meter.enter_scene(number, of);
    }

    /// How many words the draft has, where something else than the model's text changed it.
    pub fn set_words(&mut self, words: u64) {
        self.meter.words = words;
    }

    /// What ends the step.
    pub const fn stop(&self) -> &Stop {
        &self.stop
    }

    /// What every call is told of the story.
    pub const fn story(&self) -> &StoryContext {
        &self.story
    }

    /// How often a chapter is revised at most.
    pub fn max_revisions(&self) -> u32 {
        self.models.max_revisions()
    }

    /// The model of the stage under way.
    pub(crate) fn model(&self) -> Result<Arc<dyn LanguageModel>, StepError> {
        self.model_for(self.stage)
    }

    /// The model of a stage.
    pub fn model_for(&self, stage: Stage) -> Result<Arc<dyn LanguageModel>, StepError> {
        self.models
            .for_stage(&self.asked_model, self.names_model, self.step_kind, stage)
            .map_err(|error| StepError::Failed(error.to_string()))
    }

    /// What the model of the stage under way can do.
    pub async fn abilities(&mut self) -> Result<Abilities, StepError> {
        let model = self.model()?;
        self.abilities_of(&*model).await
    }

    /// What a model can do; its server may have to load it to say so.
    pub(crate) async fn abilities_of(
        &mut self,
        model: &dyn LanguageModel,
    ) -> Result<Abilities, StepError> {
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
    pub(crate) async fn wait(&mut self, reason: &str, pause: Duration) -> Result<(), StepError> {
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
    pub(crate) async fn set_wait_reason(
        &mut self,
        reason: Option<String>,
    ) -> Result<(), StepError> {
        if reason != self.wait_reason {
            self.store
                .set_wait_reason(self.lease, reason.as_deref())
                .await?;
            self.wait_reason = reason;
        }
        Ok(())
    }
}
