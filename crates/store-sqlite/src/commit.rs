//! Commits: where what a run made becomes the author's.

use super::{
    SqliteStore, chapters, drafts, offers, reports,
    revisions::{self, DecidedBy},
    stale,
    tx::{Durability, Tx},
    versions::ChangeAuthor,
    world,
};
use domain::{
    Chapter, ChapterId, ConcurrentChange, Notice, Offer, Outline, RevisionId, RevisionKind, Run,
    SkipReason, Status, StepId,
};
use rules::commit::{CommitContext, decided_meanwhile, filled_outline, finished_state};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::{ChapterCommit, Lease};
use store::{Error, Result};
use writing::assignment::{ChapterSketch, WorldSketch};

/// Ends a step: done, whole, its scaffolding gone.
pub(super) async fn finish_step(tx: &mut Tx<'_>, step: StepId) -> Result<()> {
    sqlx::query("UPDATE steps SET status = ?, fraction = 1, stage = 'commit' WHERE id = ?")
        .bind(Status::Succeeded.as_str())
        .bind(step.to_string())
        .execute(tx.sql())
        .await?;
    for sql in [
        "DELETE FROM drafts WHERE step_id = ?",
        "DELETE FROM checkpoints WHERE step_id = ?",
    ] {
        sqlx::query(sql)
            .bind(step.to_string())
            .execute(tx.sql())
            .await?;
    }
    sqlx::query("UPDATE runs SET crashes = 0 WHERE id = (SELECT run_id FROM steps WHERE id = ?)")
        .bind(step.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

/// What a person decided about a chapter since a step that writes it began.
async fn meanwhile(
    sql: &mut SqliteConnection,
    step: StepId,
    base: Option<RevisionId>,
    chapter: &Chapter,
) -> Result<Option<ConcurrentChange>> {
    let (text_by_person, state, asked_finished): (bool, String, bool) = sqlx::query_as(
        "SELECT c.text_by_person, c.state, t.asked_finished FROM chapters c, steps t WHERE c.id = ? AND t.id = ?",
    )
    .bind(chapter.id.to_string())
    .bind(step.to_string())
    .fetch_one(sql)
    .await?;
    Ok(decided_meanwhile(&CommitContext {
        base,
        revision: chapter.revision,
        text_by_person,
        state: rows::chapter_state(&state),
        asked_finished,
    }))
}

impl SqliteStore {
    pub(super) async fn commit_world_(
        &self,
        lease: Lease,
        step: StepId,
        sketch: &WorldSketch,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let story = drafts::target(tx.sql(), step).await?.story;
        world::merge(&mut tx, story, sketch, lease.run).await?;
        finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    pub(super) async fn skip_step_(
        &self,
        lease: Lease,
        step: StepId,
        reason: Option<SkipReason>,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        if let Some(reason) = reason {
            tx.notice(lease.run, &Notice::StepSkipped(reason)).await?;
        }
        tx.commit().await
    }

    pub(super) async fn commit_outline_(
        &self,
        lease: Lease,
        step: StepId,
        sketches: &[(ChapterId, ChapterSketch)],
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        for (chapter, sketch) in sketches {
            // One that was deleted meanwhile is passed over.
            let before = match chapters::load_by_id(tx.sql(), *chapter).await {
                Err(Error::NotFound(_)) => continue,
                before => before?,
            };
            let now = Outline {
                title: before.title.clone(),
                outline: before.outline.clone(),
            };
            if let Some(filled) = filled_outline(&now, &sketch.title, &sketch.beats) {
                let (by, title) = (ChangeAuthor::Run(lease.run), filled.title);
                chapters::set_outline(&mut tx, &before, title, filled.outline, by).await?;
                let chapter = chapters::load_by_id(tx.sql(), *chapter).await?;
                tx.emit_chapter(
                    chapter.story,
                    chapter.number,
                    chapter.revision,
                    chapter.state,
                )
                .await?;
            }
        }
        let story = drafts::target(tx.sql(), step).await?.story;
        tx.touch_story(story).await?;
        finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    pub(super) async fn commit_chapter_(
        &self,
        lease: Lease,
        step: StepId,
        commit: ChapterCommit,
    ) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let target = drafts::target(tx.sql(), step).await?;
        let id = target.chapter_id.ok_or(Error::NotFound("chapter"))?;
        let before = chapters::load_by_id(tx.sql(), id).await?;
        let decision = meanwhile(tx.sql(), step, target.base_revision, &before).await?;
        let kind = match decision {
            Some(_) => RevisionKind::Candidate,
            None => RevisionKind::Whole,
        };
        let report = sqlite_rows::reports::StoredReport::of(&commit);
        let (text, by) = (&commit.text, Some(lease.run));
        let revision = revisions::insert(&mut tx, id, kind, by, text, &commit.findings).await?;
        sqlite_rows::reports::keep(tx.sql(), revision, &report).await?;
        offers::replace(&mut tx, id).await?;
        if let Some(decision) = decision {
            revisions::close_offer(&mut tx, revision, Offer::Open).await?;
            let chapter = before.number;
            tx.notice(lease.run, &Notice::ChapterSuggested { chapter, decision })
                .await?;
        } else {
            if commit.needs_review {
                let chapter = before.number;
                tx.notice(lease.run, &Notice::ChapterNeedsReview { chapter })
                    .await?;
            }
            let stale = stale::at_birth(&mut tx, &before, target.read_revision).await?;
            let (state, by) = (finished_state(commit.needs_review), DecidedBy::ByRun);
            revisions::point_at(&mut tx, id, revision, text, state, by).await?;
            sqlx::query("UPDATE chapters SET stale = ? WHERE id = ?")
                .bind(stale.map(|stale| stale.to_string()))
                .bind(id.to_string())
                .execute(tx.sql())
                .await?;
            let gone = reports::take_over(&mut tx, &before, &report).await?;
            stale::after_rewrite(&mut tx, &before, gone).await?;
        }
        drafts::count(&mut tx, step, text).await?;
        finish_step(&mut tx, step).await?;
        chapters::emit_changed(&mut tx, id).await?;
        let run = tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await?;
        Ok(run)
    }
}
