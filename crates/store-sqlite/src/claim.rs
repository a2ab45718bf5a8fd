//! Claims: which worker executes which run, and the trait for everything the engine owns.

use super::{SqliteStore, partial, queue, tx::Durability};
use async_trait::async_trait;
use domain::{
    AppState, ChapterId, Draft, NewRun, Notice, NoticeLevel, Pace, Page, Queue, Run, RunId,
    RunPatch, SkipReason, Stage, Status, StepId, StoryId, Transition,
};
use rules::{
    queue::next,
    recovery::after_crash,
    stop::{self, StopRequests},
};
use sqlite_rows::rows;
use store::Result;
use store::{
    AbandonedRuns, Append, CancelScope, ChapterCommit, ChapterStepState, Checkpoint, Claimed,
    LEASE_MS, Lease, RunFilter, RunOutcome, RunStore, StageTiming, StepProgress, StopCause, clock,
};
use writing::assignment::{ChapterSketch, Edits, WorldSketch};

impl SqliteStore {
    async fn claim_(&self) -> Result<Option<Claimed>> {
        let mut tx = self.begin(Durability::Durable).await?;
        if queue::is_held(tx.sql()).await? {
            return Ok(None);
        }
        let Some(next) = next(&queue::queued_runs(tx.sql(), None).await?) else {
            return Ok(None);
        };
        let running = Status::Queued.next(Transition::Claim)?;
        let now = clock::now().millis();
        let fence: i64 = sqlx::query_scalar(
            "UPDATE runs SET status = ?1, fence = fence + 1, attempt = attempt + 1, waiting_for = NULL, held_up = NULL, \
               lease_until = ?2, started_at = COALESCE(started_at, ?3), ended_at = NULL, \
               version = version + 1 WHERE id = ?4 RETURNING fence",
        )
        .bind(running.as_str())
        .bind(now + LEASE_MS)
        .bind(now)
        .bind(next.to_string())
        .fetch_one(tx.sql())
        .await?;
        let claimed = Claimed {
            lease: Lease { run: next, fence },
            run: tx.emit_run_and_waiting(next).await?,
        };
        tx.commit().await?;
        Ok(Some(claimed))
    }

    async fn recover_(&self, which: AbandonedRuns) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        let running: Vec<(String, Option<i64>, bool, bool, i64)> = sqlx::query_as(
            "SELECT id, lease_until, cancel_requested, pause_requested, crashes FROM runs \
             WHERE status = 'running' ORDER BY id",
        )
        .fetch_all(tx.sql())
        .await?;
        let now = clock::now().millis();
        for (id, lease_until, cancel, pause, crashes) in running {
            let run: RunId = rows::id(&id)?;
            if !which.includes(run, lease_until, now) {
                continue;
            }
            let crashes = crashes + 1;
            // The fence rises, so that nothing the dead worker left behind can write.
            sqlx::query("UPDATE runs SET crashes = ?, fence = fence + 1 WHERE id = ?")
                .bind(crashes)
                .bind(&id)
                .execute(tx.sql())
                .await?;
            let transition = after_crash(StopRequests { cancel, pause }, crashes);
            if stop::keeps_partial(transition) {
                partial::keep(&mut tx, run).await?;
            }
            if transition == Transition::Fail {
                let notice = Notice::CrashedTooOften;
                sqlx::query("UPDATE runs SET error = ? WHERE id = ?")
                    .bind(notice.to_string())
                    .bind(&id)
                    .execute(tx.sql())
                    .await?;
                tx.notice(run, &notice).await?;
            }
            tx.transition(run, transition).await?;
            tx.emit_run_and_waiting(run).await?;
        }
        tx.commit().await
    }

    async fn renew_(&self, lease: Lease) -> Result<Option<StopCause>> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        let (cancel, pause, held): (bool, bool, bool) = sqlx::query_as(
            "SELECT cancel_requested, pause_requested, (SELECT is_held FROM queue) FROM runs \
             WHERE id = ?",
        )
        .bind(lease.run.to_string())
        .fetch_one(tx.sql())
        .await?;
        tx.commit().await?;
        Ok(StopRequests { cancel, pause }.heard(held))
    }
}

#[async_trait]
impl RunStore for SqliteStore {
    async fn insert_run(
        &self,
        story: StoryId,
        request: NewRun,
        model: &str,
        key: Option<&str>,
    ) -> Result<Run> {
        self.insert_run_(story, request, model, key).await
    }

    async fn run(&self, id: RunId) -> Result<Run> {
        self.run_(id).await
    }

    async fn runs(&self, filter: RunFilter, limit: u32, after: Option<RunId>) -> Result<Page<Run>> {
        self.runs_(filter, limit, after).await
    }

    async fn state(&self) -> Result<AppState> {
        self.state_().await
    }

    async fn update_run(
        &self,
        id: RunId,
        patch: RunPatch,
        default: &str,
        version: i64,
    ) -> Result<Run> {
        self.update_run_(id, patch, default, version).await
    }

    async fn request_stop(&self, id: RunId, cause: StopCause) -> Result<Run> {
        self.request_stop_(id, cause).await
    }

    async fn resume(&self, id: RunId) -> Result<Run> {
        self.resume_(id).await
    }

    async fn claim(&self) -> Result<Option<Claimed>> {
        self.claim_().await
    }

    async fn recover(&self, which: AbandonedRuns) -> Result<()> {
        self.recover_(which).await
    }

    async fn take_model(&self, lease: Lease, model: &str) -> Result<Run> {
        self.take_model_(lease, model).await
    }

    async fn set_wait_reason(&self, lease: Lease, reason: Option<&str>) -> Result<()> {
        self.set_wait_reason_(lease, reason).await
    }

    async fn notify_author(&self, lease: Lease, text: String) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        tx.emit_notice(NoticeLevel::Warn, lease.run, text).await?;
        tx.commit().await
    }

    async fn skip_step(
        &self,
        lease: Lease,
        step: StepId,
        reason: Option<SkipReason>,
    ) -> Result<()> {
        self.skip_step_(lease, step, reason).await
    }

    async fn step_origin(&self, step: StepId) -> Result<Option<ChapterStepState>> {
        self.step_origin_(step).await
    }

    async fn renew(&self, lease: Lease) -> Result<Option<StopCause>> {
        self.renew_(lease).await
    }

    async fn enter_stage(
        &self,
        lease: Lease,
        step: StepId,
        stage: Stage,
        seen: Option<StageTiming>,
    ) -> Result<Run> {
        self.enter_stage_(lease, step, stage, seen).await
    }

    async fn pause_after_chapter(&self, id: RunId, wanted: bool) -> Result<Run> {
        self.pause_after_chapter_(id, wanted).await
    }

    async fn cancel_many(&self, scope: CancelScope) -> Result<Vec<RunId>> {
        self.cancel_many_(scope).await
    }

    async fn open_queue(&self, workers: u32, paused: bool) -> Result<()> {
        self.open_queue_(workers, paused).await
    }

    async fn set_queue_paused(&self, paused: bool) -> Result<Queue> {
        self.set_queue_paused_(paused).await
    }

    async fn rewrite_index(&self, step: StepId) -> Result<u32> {
        self.rewrite_index_(step).await
    }

    async fn pace(&self, run: RunId) -> Result<Pace> {
        self.pace_(run).await
    }

    async fn progress(&self, lease: Lease, step: StepId, progress: StepProgress) -> Result<()> {
        self.progress_(lease, step, progress).await
    }

    async fn append(
        &self,
        lease: Lease,
        step: StepId,
        append: Append,
        progress: Option<StepProgress>,
    ) -> Result<()> {
        self.append_(lease, step, append, progress).await
    }

    async fn cut_draft(&self, lease: Lease, step: StepId, offset: u64, prose: bool) -> Result<()> {
        self.cut_draft_(lease, step, offset, prose).await
    }

    async fn checkpoints(&self, step: StepId) -> Result<Vec<Checkpoint>> {
        self.checkpoints_(step).await
    }

    async fn checkpoint(
        &self,
        lease: Lease,
        step: StepId,
        checkpoint: Checkpoint,
        edits: Option<&Edits>,
    ) -> Result<()> {
        self.checkpoint_(lease, step, checkpoint, edits).await
    }

    async fn draft_text(&self, step: StepId) -> Result<String> {
        self.draft_text_(step).await
    }

    async fn draft(&self, run: RunId) -> Result<Option<Draft>> {
        self.draft_(run).await
    }

    async fn commit_world(&self, lease: Lease, step: StepId, sketch: &WorldSketch) -> Result<()> {
        self.commit_world_(lease, step, sketch).await
    }

    async fn commit_outline(
        &self,
        lease: Lease,
        step: StepId,
        chapters: &[(ChapterId, ChapterSketch)],
    ) -> Result<()> {
        self.commit_outline_(lease, step, chapters).await
    }

    async fn commit_chapter(
        &self,
        lease: Lease,
        step: StepId,
        commit: ChapterCommit,
    ) -> Result<Run> {
        self.commit_chapter_(lease, step, commit).await
    }

    async fn finish_run(&self, lease: Lease, outcome: RunOutcome) -> Result<Run> {
        self.finish_run_(lease, outcome).await
    }
}
