//! Commits: where what a run made becomes the author's.

use super::{
    SqliteStore, chapters, drafts, offers,
    reports::{self, StoredReport},
    revisions::{self, DecidedBy},
    rows, runs, stale,
    tx::{Durability, Tx},
    versions::ChangeAuthor,
};
use domain::{
    ChapterId, ChapterState, NoticeLevel, Offer, RevisionKind, Run, RunId, Status, StepId,
    Transition, text,
};
use sqlx::SqliteConnection;
use store::{ChapterCommit, Lease, RunOutcome, StopCause};
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

/// Keeps the draft of a run's step under way as a partial revision. It becomes the chapter's text only
/// where there is no finished text to lose and no person wrote meanwhile; a chapter that waits for a look without
/// having one is written as much as an empty one. Answers the words kept.
pub(super) async fn keep_partial(tx: &mut Tx<'_>, run: RunId) -> Result<u64> {
    let Some(step) = runs::current_step(tx, run).await? else {
        return Ok(0);
    };
    let text = drafts::text(tx.sql(), step).await?;
    let target = drafts::target(tx.sql(), step).await?;
    let Some(chapter) = target.chapter_id.filter(|_| !text.trim().is_empty()) else {
        return Ok(0);
    };
    let words = revisions::words(&text);
    let now = chapters::load_by_id(tx.sql(), chapter).await?;
    let stands = match now.revision {
        Some(id) => revisions::read(tx.sql(), chapter, id).await?.text,
        None => String::new(),
    };
    // A run that was to continue the text, and had not begun to.
    if stands.trim_end() == text.trim_end() {
        return Ok(u64::try_from(words).unwrap_or_default());
    }
    let revision =
        revisions::insert(tx, chapter, RevisionKind::Partial, Some(run), &text, &[]).await?;
    drafts::count(tx, step, &text).await?;
    // What a person decided to have there gives way only to a text that begins with it.
    let taken = sqlx::query(
        "UPDATE chapters SET revision_id = ?, words = ?, state = 'partial', text_by_person = 0, \
         version = version + 1 \
         WHERE id = ? AND revision_id IS ? AND (text_by_person = 0 OR ?) \
           AND (state IN ('empty', 'partial') \
           OR state = 'needs_review' AND NOT EXISTS (SELECT 1 FROM revisions v \
             WHERE v.id = revision_id AND v.kind <> 'partial'))",
    )
    .bind(revision.to_string())
    .bind(words)
    .bind(chapter.to_string())
    .bind(target.base_revision.map(|base| base.to_string()))
    .bind(text.starts_with(stands.trim_end()))
    .execute(tx.sql())
    .await?
    .rows_affected()
        > 0;
    if taken {
        sqlx::query("UPDATE steps SET base_revision = ? WHERE id = ?")
            .bind(revision.to_string())
            .bind(step.to_string())
            .execute(tx.sql())
            .await?;
    }
    Ok(u64::try_from(words).unwrap_or_default())
}

/// Keeps what runs that wait or are paused have written of a chapter so far, before it is deleted: they pass over
/// it from then on.
pub(super) async fn keep_partials_of(tx: &mut Tx<'_>, chapter: ChapterId) -> Result<()> {
    let runs: Vec<String> = sqlx::query_scalar(
        "SELECT r.id FROM runs r JOIN steps t ON t.run_id = r.id WHERE t.chapter_id = ? AND t.kind = 'chapter' \
         AND t.status <> 'succeeded' AND r.status IN ('queued', 'paused') AND NOT EXISTS (SELECT 1 FROM steps b \
           WHERE b.run_id = r.id AND b.position < t.position AND b.status <> 'succeeded')",
    )
    .bind(chapter.to_string())
    .fetch_all(tx.sql())
    .await?;
    for run in runs {
        keep_partial(tx, rows::id(&run)?).await?;
    }
    Ok(())
}

/// Whether a person marked a chapter as finished since a step that writes it was asked for.
async fn marked_finished(
    sql: &mut SqliteConnection,
    step: StepId,
    chapter: ChapterId,
) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT c.text_by_person AND c.state = 'written' AND NOT t.asked_finished \
         FROM chapters c, steps t WHERE c.id = ? AND t.id = ?",
    )
    .bind(chapter.to_string())
    .bind(step.to_string())
    .fetch_one(sql)
    .await?)
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
        Self::merge_world(&mut tx, story, sketch, lease.run).await?;
        finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    pub(super) async fn skip_step_(
        &self,
        lease: Lease,
        step: StepId,
        reason: Option<String>,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        if let Some(reason) = reason {
            tx.notice(NoticeLevel::Info, lease.run, reason).await?;
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
            // What the author has filled in stays.
            let (mut title, mut beats) = (before.title.clone(), before.outline.clone());
            if title.is_empty() {
                title = text::line(&sketch.title);
            }
            if beats.is_empty() {
                beats = text::fields(&sketch.beats);
            }
            if title != before.title || beats != before.outline {
                let by = ChangeAuthor::Run(lease.run);
                chapters::set_outline(&mut tx, &before, title, beats, by).await?;
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
        let marked = marked_finished(tx.sql(), step, id).await?;
        let edited = marked || before.revision != target.base_revision;
        let kind = if edited {
            RevisionKind::Candidate
        } else {
            RevisionKind::Whole
        };
        let report = StoredReport::of(&commit);
        let revision = revisions::insert(
            &mut tx,
            id,
            kind,
            Some(lease.run),
            &commit.text,
            &commit.findings,
        )
        .await?;
        reports::keep(&mut tx, revision, &report).await?;
        offers::replace(&mut tx, id).await?;
        if edited {
            offers::close_offer(&mut tx, revision, Offer::Open).await?;
            tx.notice(
                NoticeLevel::Info,
                lease.run,
                format!(
                    "You {} while a draft was being generated. Your text stays the current version; the draft \
                     is a suggestion beside it.",
                    match marked {
                        true => format!("marked chapter {} as finished", before.number),
                        false => format!("edited chapter {}", before.number),
                    }
                ),
            )
            .await?;
        } else {
            let state = if commit.needs_review {
                ChapterState::NeedsReview
            } else {
                ChapterState::Written
            };
            if commit.needs_review {
                tx.notice(
                    NoticeLevel::Warn,
                    lease.run,
                    format!(
                        "Chapter {} needs review: the check found issues that it could not fix.",
                        before.number
                    ),
                )
                .await?;
            }
            let stale = stale::at_birth(&mut tx, &before, target.read_revision).await?;
            let by = DecidedBy::ByRun;
            revisions::point_at(&mut tx, id, revision, &commit.text, state, by).await?;
            sqlx::query("UPDATE chapters SET stale = ? WHERE id = ?")
                .bind(stale)
                .bind(id.to_string())
                .execute(tx.sql())
                .await?;
            let gone = reports::take_over(&mut tx, &before, &report).await?;
            stale::after_rewrite(&mut tx, &before, gone.as_deref()).await?;
        }
        drafts::count(&mut tx, step, &commit.text).await?;
        finish_step(&mut tx, step).await?;
        chapters::emit_changed(&mut tx, id).await?;
        let run = tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await?;
        Ok(run)
    }

    pub(super) async fn finish_run_(&self, lease: Lease, outcome: RunOutcome) -> Result<Run> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let outcome = wished(&mut tx, lease.run, outcome).await?;
        let (transition, stopped_after, error) = match &outcome {
            RunOutcome::Succeeded => (Transition::Succeed, None, None),
            RunOutcome::Failed(reason) | RunOutcome::NeedsReview(reason) => {
                (Transition::Fail, None, Some(reason.clone()))
            }
            RunOutcome::Stopped(cause, after) => (cause.transition(), Some(*after), None),
        };
        let mut kept = 0;
        // Cancel and failure leave the text to the author; a pause or a shutdown keeps it as it is.
        if matches!(transition, Transition::Cancel | Transition::Fail) {
            kept = keep_partial(&mut tx, lease.run).await?;
        }
        let step = runs::current_step(&mut tx, lease.run).await?;
        if let Some(step) = step {
            let draft = drafts::text(tx.sql(), step).await?;
            drafts::count(&mut tx, step, &draft).await?;
        }
        if let (RunOutcome::NeedsReview(_), Some(step)) = (&outcome, step) {
            mark_for_review(&mut tx, step).await?;
        }
        tx.transition(lease.run, transition).await?;
        // A shutdown costs no attempt and says nothing about how the model stopped.
        let interrupted = matches!(outcome, RunOutcome::Stopped(StopCause::Interrupted, _));
        sqlx::query(
            "UPDATE runs SET stopped_after_ms = ?, error = ?, attempt = attempt - ? WHERE id = ?",
        )
        .bind(
            stopped_after
                .filter(|_| !interrupted)
                .and_then(|ms| i64::try_from(ms).ok()),
        )
        .bind(&error)
        .bind(i64::from(interrupted))
        .bind(lease.run.to_string())
        .execute(tx.sql())
        .await?;
        if let Some(step) = step
            && let Some(chapter) = drafts::target(tx.sql(), step).await?.chapter_id
        {
            chapters::emit_changed(&mut tx, chapter).await?;
        }
        let run = tx.emit_run_and_waiting(lease.run).await?;
        match outcome {
            RunOutcome::Succeeded => {
                tx.notice(
                    NoticeLevel::Info,
                    run.id,
                    format!("{}: finished.", run.title()),
                )
                .await?;
            }
            RunOutcome::Failed(reason) | RunOutcome::NeedsReview(reason) => {
                tx.notice(
                    NoticeLevel::Error,
                    run.id,
                    format!("{}: {reason} The text so far is kept.", run.title()),
                )
                .await?;
            }
            RunOutcome::Stopped(StopCause::Cancelled, _) => {
                let kept = match kept {
                    0 => "There was no text yet.".to_owned(),
                    1 => "1 word kept.".to_owned(),
                    words => format!("{} words kept.", thousands(words)),
                };
                tx.notice(NoticeLevel::Info, run.id, format!("Stopped. {kept}"))
                    .await?;
            }
            RunOutcome::Stopped(StopCause::Paused | StopCause::Interrupted, _) => {}
        }
        tx.commit().await?;
        Ok(run)
    }
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

/// A wish that came while the run was on its way to rest still counts; a cancel outweighs a pause.
async fn wished(tx: &mut Tx<'_>, run: RunId, outcome: RunOutcome) -> Result<RunOutcome> {
    let RunOutcome::Stopped(cause @ (StopCause::Interrupted | StopCause::Paused), after) = outcome
    else {
        return Ok(outcome);
    };
    let (cancel, pause): (bool, bool) =
        sqlx::query_as("SELECT cancel_requested, pause_requested FROM runs WHERE id = ?")
            .bind(run.to_string())
            .fetch_one(tx.sql())
            .await?;
    let cause = match (cancel, pause) {
        (true, _) => StopCause::Cancelled,
        (false, true) => StopCause::Paused,
        (false, false) => cause,
    };
    Ok(RunOutcome::Stopped(cause, after))
}

/// 1214 as "1,214".
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_grouped() {
        assert_eq!(super::thousands(1_214), "1,214");
        assert_eq!(super::thousands(12), "12");
        assert_eq!(super::thousands(1_000_000), "1,000,000");
    }
}
