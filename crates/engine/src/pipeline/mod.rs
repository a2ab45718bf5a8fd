//! The pipeline: a step's stages in their fixed order, each in a file of its own.

mod ask;
mod backoff;
mod chapter;
mod check;
mod commit;
mod context;
mod converse;
mod draft;
mod edit;
mod existing_text;
mod looping;
mod meter;
mod near_repetition;
mod opening;
mod outline;
mod plan;
mod recall;
mod retry_policy;
mod review;
mod revise;
mod sink;
mod stream;
mod summary_plan;
mod unusable_answer;
mod world;

use crate::{
    Error, Result,
    worker::{Stop, WorkerContext},
};
use domain::{Run, RunKind, Stage, Step, StepKind, text::count_words};
use llm_client::models::Models;
use meter::Meter;
use serde::{Serialize, de::DeserializeOwned};
use std::{sync::Arc, time::Instant};
use store::{Checkpoint, Lease, Store, StorySnapshot};
use writing::{LanguageModel, StoryContext, assignment::ChapterContext};

/// Why a step does not go on.
#[derive(Debug)]
pub(crate) enum StepError {
    /// Somebody asked; the stop knows who.
    Stopped,
    /// It can't go on; why, in words for the author.
    Failed(String),
    /// The model's answers are no use; why, in words for the author, who has to look.
    UnusableAnswer(String),
    /// The engine itself could not.
    Engine(Error),
}

impl From<Error> for StepError {
    fn from(error: Error) -> Self {
        Self::Engine(error)
    }
}

/// A step under way: what every stage needs.
pub(crate) struct StepContext {
    store: Arc<dyn Store>,
    models: Models,
    /// The model the run was asked for with.
    asked_model: String,
    /// Whether it was asked for by name.
    names_model: bool,
    /// The author's wish for what is made again; empty where there is none.
    feedback: String,
    /// What the run was asked for.
    kind: RunKind,
    lease: Lease,
    stop: Stop,
    step: Step,
    /// The stage under way.
    stage: Stage,
    snapshot: StorySnapshot,
    story: StoryContext,
    /// For a step that writes a chapter.
    chapter: ChapterContext,
    checkpoints: Vec<Checkpoint>,
    /// What a model said around the chapter's text and was left out of it.
    left_out: Vec<String>,
    meter: Meter,
    /// What the pages were told that it waits for at its model.
    wait_reason: Option<String>,
    /// When the last call had its turn.
    asked_at: Instant,
}

impl StepContext {
    /// Gathers what the step needs to know.
    pub(crate) async fn begin(
        ctx: &WorkerContext,
        lease: Lease,
        stop: Stop,
        run: Run,
        step: Step,
    ) -> Result<Self, StepError> {
        let store = Arc::clone(&ctx.store);
        // Entering the first stage fixes the revision and the take the step is based on.
        let first = step.kind.stages()[0];
        store
            .enter_stage(lease, step.id, step.stage.unwrap_or(first), None)
            .await?;
        let snapshot = store.story_snapshot(run.story).await?;
        let rewrite_index = store.rewrite_index(step.id).await?;
        let story = context::story(&snapshot, &step, rewrite_index);
        let chapter = match step.kind {
            StepKind::Chapter => context::chapter(&*store, &snapshot, &run, &step).await?,
            StepKind::World | StepKind::Outline | StepKind::Review => ChapterContext::default(),
        };
        let checkpoints = store.checkpoints(step.id).await?;
        let meter = Meter::new(&step, store.pace(run.id).await?);
        Ok(Self {
            store,
            models: ctx.models.clone(),
            kind: run.kind,
            asked_model: run.model,
            names_model: run.model_named,
            wait_reason: run.held_up,
            asked_at: Instant::now(),
            feedback: run.feedback.unwrap_or_default(),
            lease,
            stop,
            stage: step.stage.unwrap_or(first),
            step,
            snapshot,
            story,
            chapter,
            checkpoints,
            left_out: Vec::new(),
            meter,
        })
    }

    /// The stored output of a stage (or a scene of the draft) that is finished already.
    fn finished<T: DeserializeOwned>(&self, stage: Stage, part: u32) -> Option<T> {
        self.checkpoints
            .iter()
            .find(|known| known.stage == stage && known.part == part)
            .and_then(|known| serde_json::from_str(&known.output).ok())
    }

    /// The model for the stage under way.
    fn model(&self) -> Result<Arc<dyn LanguageModel>, StepError> {
        self.models
            .for_stage(
                &self.asked_model,
                self.names_model,
                self.step.kind,
                self.stage,
            )
            .map_err(|error| StepError::Failed(error.to_string()))
    }

    /// Notes that a stage begins.
    async fn enter(&mut self, stage: Stage) -> Result<(), StepError> {
        if self.stop.token().is_cancelled() {
            return Err(StepError::Stopped);
        }
        let seen = self.meter.enter(stage);
        self.stage = stage;
        self.store
            .enter_stage(self.lease, self.step.id, stage, seen)
            .await?;
        Ok(())
    }

    /// Stores a stage's output, so that it is never paid for twice.
    async fn keep<T: Serialize>(
        &mut self,
        stage: Stage,
        part: u32,
        output: &T,
        edits: Option<&writing::assignment::Edits>,
    ) -> Result<(), StepError> {
        let output =
            serde_json::to_string(output).map_err(|_| Error::Corrupt("the output of a stage"))?;
        let checkpoint = Checkpoint {
            stage,
            part,
            output,
        };
        backoff::retry_write(self.stop.token(), || {
            let checkpoint = checkpoint.clone();
            self.store
                .checkpoint(self.lease, self.step.id, checkpoint, edits)
        })
        .await?;
        if edits.is_some() {
            self.meter.words = count_words(&self.draft().await?);
        }
        Ok(())
    }

    /// The text so far.
    async fn draft(&self) -> Result<String, StepError> {
        Ok(self.store.draft_text(self.step.id).await?)
    }
}

/// Walks the stages of a step that are not finished yet.
pub(crate) async fn run_step(ctx: &mut StepContext) -> Result<(), StepError> {
    match ctx.step.kind {
        StepKind::World => world::write_world(ctx).await,
        StepKind::Outline => outline::write_outline(ctx).await,
        StepKind::Chapter => chapter::write_chapter(ctx).await,
        StepKind::Review => review::review_story(ctx).await,
    }
}
