//! Runs and their steps: what the engine owns.

use crate::error::Result;
use async_trait::async_trait;
use domain::{
    AppState, ChapterId, Draft, Finding, NewRun, Pace, Page, Queue, Run, RunId, RunPatch,
    SkipReason, Stage, Status, StepId, StepKind, StoryId,
};
use rules::{AbandonedRuns, ChapterStepState, StopCause};
use writing::assignment::Edits;

/// How long a claim holds without a sign of life, in milliseconds. Workers give one every five seconds.
pub const LEASE_MS: i64 = 30_000;

/// A worker's right to write for a run.
///
/// It begins with [`RunStore::claim`] and ends when the run rests or is recovered. Both raise or void the fence, so a
/// worker that comes back late writes nothing, whatever its clock says. Time decides only when a run counts as abandoned,
/// never whether a write is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The run.
    pub run: RunId,
    /// Valid while the run's fence is still this.
    pub fence: i64,
}

/// A run freshly claimed.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The right to write for it.
    pub lease: Lease,
    /// The run as it stands.
    pub run: Run,
}

/// Which runs to list.
#[derive(Clone, Copy, Debug, Default)]
pub struct RunFilter {
    /// Only with this status.
    pub status: Option<Status>,
    /// Only of this story.
    pub story: Option<StoryId>,
    /// Only those that ended, the last one first: such a list has no next page.
    pub ended: bool,
}

/// Text to add to a step's draft.
#[derive(Clone, Debug)]
pub struct Append {
    /// Where it begins, in bytes: the draft's length so far.
    pub offset: u64,
    /// The text.
    pub text: String,
}

/// How far a step is. Fractions only ever rise in the store.
#[derive(Clone, Copy, Debug, Default)]
pub struct StepProgress {
    /// 0 to 1.
    pub fraction: f64,
    /// All tokens of the step so far.
    pub tokens: u64,
    /// Words in its text so far.
    pub words: u64,
    /// The scene under way, from 1, and how many there are.
    pub scene: Option<(u32, u32)>,
    /// The model thinks and has not begun to write.
    pub thinking: bool,
    /// Measured tokens a second.
    pub rate: Option<f64>,
}

/// A stage that was seen from its beginning to its end in one execution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageTiming {
    /// What the step produces.
    pub kind: StepKind,
    /// The stage of it.
    pub stage: Stage,
    /// Tokens the model wrote.
    pub tokens: u64,
    /// How long it took.
    pub seconds: f64,
}

/// Which runs to cancel at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelScope {
    /// All that wait; what runs goes on.
    Waiting,
    /// All open ones of a story.
    Story(StoryId),
}

/// The stored output of a finished stage (or of a scene of the draft).
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Which stage.
    pub stage: Stage,
    /// 0 for the stage as a whole, 1… for scenes of the draft.
    pub part: u32,
    /// JSON.
    pub output: String,
}

/// What committing a chapter needs.
#[derive(Clone, Debug)]
pub struct ChapterCommit {
    /// The finished text.
    pub text: String,
    /// What the last check found.
    pub findings: Vec<Finding>,
    /// Whether a person should look at it.
    pub needs_review: bool,
    /// What happens in it.
    pub summary: String,
    /// What became true.
    pub facts: Vec<String>,
    /// Plot threads left open.
    pub threads: Vec<String>,
}

/// How a run comes to rest.
#[derive(Clone, Debug)]
pub enum RunOutcome {
    /// Everything done.
    Succeeded,
    /// Can't go on; why, in words for the author.
    Failed(String),
    /// The model's answers are no use: a person has to look at the chapter; why, in words for the author.
    NeedsReview(String),
    /// Stopped on request or for the worker's sake. Milliseconds the model took to fall silent.
    Stopped(StopCause, u64),
}

/// Runs: what the engine owns.
///
/// A run's status changes only as [`Status::next`] allows, and only here. Runs are claimed by priority, the largest first;
/// within one priority by position, the smallest first; then by age. A run is passed over while it collides with one that
/// runs or waits before it in the same story: where one of the two writes what the other reads or writes.
#[async_trait]
pub trait RunStore: Send + Sync {
    /// Adds a queued run. One that names no model has `model` for now.
    ///
    /// A `key` answers the run that it started or joined in the last 24 hours, whatever became of that, and
    /// [`Error::KeyReused`](crate::Error::KeyReused) where the request is another one. Without a known key, an open run
    /// that does exactly the same is joined, but for rewrites.
    async fn insert_run(
        &self,
        story: StoryId,
        request: NewRun,
        model: &str,
        key: Option<&str>,
    ) -> Result<Run>;
    /// One run.
    async fn run(&self, id: RunId) -> Result<Run>;
    /// Runs, newest first, after the one with id `after`.
    async fn runs(&self, filter: RunFilter, limit: u32, after: Option<RunId>) -> Result<Page<Run>>;
    /// The runs in flight and waiting, with the event number they are as of.
    async fn state(&self) -> Result<AppState>;
    /// Changes a run that is neither running nor finished. `default` is the model of those that name none.
    async fn update_run(
        &self,
        id: RunId,
        patch: RunPatch,
        default: &str,
        version: i64,
    ) -> Result<Run>;
    /// Cancels or pauses: at once where nobody executes it, else as a wish for its worker.
    async fn request_stop(&self, id: RunId, cause: StopCause) -> Result<Run>;
    /// Back to the queue, from a pause, a failure or a cancel.
    async fn resume(&self, id: RunId) -> Result<Run>;

    /// Asks for a pause once the chapter under way is finished, or takes that back.
    async fn pause_after_chapter(&self, id: RunId, wanted: bool) -> Result<Run>;
    /// Cancels many: at once where nobody executes them, else as wishes. Answers whom.
    async fn cancel_many(&self, scope: CancelScope) -> Result<Vec<RunId>>;
    /// Notes how many runs may run side by side; holds the queue where that is asked for.
    async fn open_queue(&self, workers: u32, paused: bool) -> Result<()>;
    /// Holds the queue, or lets it go on.
    async fn set_queue_paused(&self, paused: bool) -> Result<Queue>;

    /// Takes the next run, if there is one: it is running, its fence is higher than ever before, its attempt counts one
    /// more. However many claim at once, each run is given to one of them. Nothing is claimed while the queue is held.
    /// Durable.
    async fn claim(&self) -> Result<Option<Claimed>>;
    /// Raises the fence of abandoned runs and puts them back to the queue. A stop that was wished for takes effect
    /// instead. The fourth time in a row without a checkpoint in between, the run fails, and its text stays. Durable.
    async fn recover(&self, which: AbandonedRuns) -> Result<()>;
    /// Notes which model writes for a run that names none.
    async fn take_model(&self, lease: Lease, model: &str) -> Result<Run>;
    /// Notes what a run waits for at its model, in words, or that it no longer does. Quick.
    async fn set_wait_reason(&self, lease: Lease, reason: Option<&str>) -> Result<()>;
    /// Tells the author something about a run: a sentence or two. Quick.
    async fn notify_author(&self, lease: Lease, text: String) -> Result<()>;
    /// Ends a step without doing anything, and tells the author why where there is a reason.
    async fn skip_step(&self, lease: Lease, step: StepId, reason: Option<SkipReason>)
    -> Result<()>;
    /// A step that writes a chapter, as it was asked for, and its chapter now; `None` where that was deleted.
    async fn step_origin(&self, step: StepId) -> Result<Option<ChapterStepState>>;
    /// Keeps the lease alive; the wish for a stop, if there is one. A cancel outweighs a pause, which outweighs a held
    /// queue. Quick.
    async fn renew(&self, lease: Lease) -> Result<Option<StopCause>>;
    /// Notes the stage a step enters, and what the one before it took, where that was seen whole. Where a
    /// step begins, it remembers the revisions of its chapter and of the one before. Quick.
    async fn enter_stage(
        &self,
        lease: Lease,
        step: StepId,
        stage: Stage,
        seen: Option<StageTiming>,
    ) -> Result<Run>;
    /// How many times runs had finished the step's chapter before it began: another number asks a writer
    /// for another text.
    async fn rewrite_index(&self, step: StepId) -> Result<u32>;
    /// What a run's stages are expected to take.
    async fn pace(&self, run: RunId) -> Result<Pace>;
    /// Notes progress without text. Quick.
    async fn progress(&self, lease: Lease, step: StepId, progress: StepProgress) -> Result<()>;
    /// Adds text to a draft, and notes progress where some is given. Quick: what a power cut takes of a draft is written
    /// again.
    async fn append(
        &self,
        lease: Lease,
        step: StepId,
        append: Append,
        progress: Option<StepProgress>,
    ) -> Result<()>;
    /// Cuts a draft at `offset`; where it is prose, what was there stays as a partial revision in the history.
    async fn cut_draft(&self, lease: Lease, step: StepId, offset: u64, prose: bool) -> Result<()>;
    /// The checkpoints of a step, in order.
    async fn checkpoints(&self, step: StepId) -> Result<Vec<Checkpoint>>;
    /// Stores the output of a finished stage together with its effect on the draft, in the place of one for the same
    /// stage and part. It ends a row of crashes. Durable: what it stores is not paid for twice.
    async fn checkpoint(
        &self,
        lease: Lease,
        step: StepId,
        checkpoint: Checkpoint,
        edits: Option<&Edits>,
    ) -> Result<()>;
    /// The draft of a step.
    async fn draft_text(&self, step: StepId) -> Result<String>;
    /// What is written so far of a run's step under way.
    async fn draft(&self, run: RunId) -> Result<Option<Draft>>;

    /// Commits a world: adds what is not there by name.
    async fn commit_world(
        &self,
        lease: Lease,
        step: StepId,
        sketch: &writing::assignment::WorldSketch,
    ) -> Result<()>;
    /// Commits an outline: fills empty titles and beats of the given chapters, in order.
    async fn commit_outline(
        &self,
        lease: Lease,
        step: StepId,
        chapters: &[(ChapterId, writing::assignment::ChapterSketch)],
    ) -> Result<()>;
    /// Commits a chapter: revision, summary, facts, threads, progress, events; draft and checkpoints are gone. The text
    /// becomes a candidate where a person decided about the chapter since the step began. Durable.
    async fn commit_chapter(
        &self,
        lease: Lease,
        step: StepId,
        commit: ChapterCommit,
    ) -> Result<Run>;
    /// Brings a run to rest; the lease ends. A wish that came meanwhile still counts. A cancel or a failure leaves the
    /// text so far as a partial revision, a pause or an interruption as the draft. Durable.
    async fn finish_run(&self, lease: Lease, outcome: RunOutcome) -> Result<Run>;
}
