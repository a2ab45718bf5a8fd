//! A step under way: what every stage needs.

use super::context;
use crate::{Error, worker::WorkerContext};
use answers::shape::Shape;
use domain::{ChapterId, Run, RunKind, Stage, Step, StepKind, text::count_words};
use model_session::{ModelSession, StepError, Stop, retry_write};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::Arc;
use store::{Checkpoint, Lease, Store, StorySnapshot};
use writing::{
    Assignment,
    assignment::{ChapterContext, Edits},
};

/// A step under way: what every stage needs.
pub(crate) struct StepContext {
    pub(super) store: Arc<dyn Store>,
    pub(super) lease: Lease,
    /// Asks the model.
    pub(super) session: ModelSession,
    /// What the run was asked for.
    pub(super) kind: RunKind,
    /// The chapters that the run is about.
    pub(super) run_chapters: Vec<ChapterId>,
    /// The author's wish for what is made again; empty where there is none.
    pub(super) feedback: String,
    pub(super) step: Step,
    pub(super) snapshot: StorySnapshot,
    /// For a step that writes a chapter.
    pub(super) chapter: ChapterContext,
    pub(super) checkpoints: Vec<Checkpoint>,
    /// What the model said around the chapter's text and was left out of it.
    pub(super) left_out: Vec<String>,
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
            StepKind::World | StepKind::Outline | StepKind::Review | StepKind::Read => {
                ChapterContext::default()
            }
        };
        let checkpoints = store.checkpoints(step.id).await?;
        let models = ctx.models.clone();
        let session = ModelSession::begin(
            Arc::clone(&store),
            models,
            (lease, stop),
            &run,
            &step,
            story,
        )
        .await?;
        Ok(Self {
            store,
            lease,
            session,
            kind: run.kind,
            run_chapters: run
                .steps
                .iter()
                .filter_map(|step| step.chapter_id)
                .collect(),
            feedback: run.feedback.unwrap_or_default(),
            step,
            snapshot,
            chapter,
            checkpoints,
            left_out: Vec::new(),
        })
    }

    /// The stored output of a stage (or a scene of the draft) that is finished already.
    pub(super) fn finished<T: DeserializeOwned>(&self, stage: Stage, part: u32) -> Option<T> {
        self.checkpoints
            .iter()
            .find(|known| known.stage == stage && known.part == part)
            .and_then(|known| serde_json::from_str(&known.output).ok())
    }

    /// The output of a stage that answers in JSON: the stored one, or asked for and stored.
    pub(super) async fn stage<T: Shape>(
        &mut self,
        stage: Stage,
        assignment: Assignment,
    ) -> Result<T, StepError> {
        if let Some(output) = self.finished(stage, 0) {
            return Ok(output);
        }
        self.session.enter(stage).await?;
        let output = self.session.ask(assignment).await?;
        self.keep(stage, 0, &output, None).await?;
        Ok(output)
    }

    /// Stores a stage's output, so that it is never paid for twice.
    pub(super) async fn keep<T: Serialize>(
        &mut self,
        stage: Stage,
        part: u32,
        output: &T,
        edits: Option<&Edits>,
    ) -> Result<(), StepError> {
        let output =
            serde_json::to_string(output).map_err(|_| Error::Corrupt("the output of a stage"))?;
        let checkpoint = Checkpoint {
            stage,
            part,
            output,
        };
        retry_write(self.session.stop().token(), || {
            let checkpoint = checkpoint.clone();
            self.store
                .checkpoint(self.lease, self.step.id, checkpoint, edits)
        })
        .await?;
        if edits.is_some() {
            let words = count_words(&self.draft().await?);
            self.session.set_words(words);
        }
        Ok(())
    }

    /// The text so far.
    pub(super) async fn draft(&self) -> Result<String, StepError> {
        Ok(self.store.draft_text(self.step.id).await?)
    }
}
