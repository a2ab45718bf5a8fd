//! A chapter with everything its page shows, in one read transaction.

use super::{SqliteStore, chapters, dismissed, drafts, revisions, runs};
use domain::{ChapterDetails, ChapterRef, Offer, StoryId};
use rules::chapter_runs::{stopped_run, writing_run};
use store::Result;

impl SqliteStore {
    pub(super) async fn chapter_details_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
    ) -> Result<ChapterDetails> {
        let mut tx = self.database.readers.begin().await?;
        let chapter = chapters::load(&mut tx, story, chapter).await?;
        let of = sqlx::query_scalar("SELECT COUNT(*) FROM chapters WHERE story_id = ?")
            .bind(story.to_string())
            .fetch_one(&mut *tx)
            .await?;
        let revision = revisions::current(&mut tx, &chapter).await?;
        let runs = runs::at_chapter(&mut tx, &chapter).await?;
        let draft = match writing_run(&runs, chapter.id) {
            Some(run) => drafts::of_run(&mut tx, run).await?,
            None => None,
        };
        let history = revisions::history(&mut tx, chapter.id).await?;
        Ok(ChapterDetails {
            of,
            draft,
            stopped: stopped_run(&runs, &chapter, revision.as_ref()),
            candidate: history
                .into_iter()
                .find(|revision| revision.offer == Some(Offer::Open)),
            dismissed: dismissed::of_chapter(&mut tx, chapter.id).await?,
            chapter,
            revision,
        })
    }
}
