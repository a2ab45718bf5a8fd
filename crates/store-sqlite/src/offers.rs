//! Candidates: what a run wrote while a person changed the chapter. Offered one at a time, until the author
//! decides or a run writes again; whatever becomes of the offer, the text stays.

use super::{
    SqliteStore, chapters, revisions,
    tx::{Durability, Tx},
};
use domain::{Chapter, ChapterId, ChapterRef, Offer, RevisionId, StoryId, TextEdit};
use rules::offer;
use store::Result;

/// A run wrote a text of the chapter: what an earlier one offered is out of date.
pub(super) async fn replace(tx: &mut Tx<'_>, chapter: ChapterId) -> Result<()> {
    sqlx::query("UPDATE revisions SET offer = ? WHERE chapter_id = ? AND offer = ?")
        .bind(Offer::Replaced.as_str())
        .bind(chapter.to_string())
        .bind(Offer::Open.as_str())
        .execute(tx.sql())
        .await?;
    Ok(())
}

impl SqliteStore {
    pub(super) async fn merge_text_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        text: String,
        candidate: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, chapter, version).await?;
        let merged = revisions::read(tx.sql(), chapter.id, candidate).await?;
        // A candidate is a whole chapter, and so is what the author makes of it.
        let edit = TextEdit {
            text,
            finished: Some(true),
        };
        revisions::write(&mut tx, &chapter, &edit).await?;
        if offer::is_settled_by_merge(merged.summary.offer) {
            revisions::close_offer(&mut tx, candidate, Offer::Merged).await?;
        }
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }

    pub(super) async fn drop_candidate_(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter> {
        let mut tx = self.begin(Durability::Durable).await?;
        let chapter = chapters::load_for_change(&mut tx, story, chapter, version).await?;
        let revision = revisions::read(tx.sql(), chapter.id, id).await?;
        offer::check_drop(revision.summary.offer)?;
        revisions::close_offer(&mut tx, id, Offer::Dropped).await?;
        // The chapter itself is as it was, and so is its version.
        let chapter = chapters::emit_changed(&mut tx, chapter.id).await?;
        tx.commit().await?;
        Ok(chapter)
    }
}
