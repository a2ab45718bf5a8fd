//! Replacing texts of many chapters in one transaction, and taking it back.

use super::{
    SqliteStore, autosaves, chapters, dismissed,
    revisions::{self, DecidedBy},
    stories,
    tx::{Durability, Tx},
};
use async_trait::async_trait;
use domain::{
    Chapter, ChapterState, Refusal, ReplacedChapter, Replacement, ReplacementId, RevisionId,
    StoryId, UndoneReplacement,
};
use rules::revision::{kind_of, restored_state, state_of};
use sqlite_rows::rows;
use store::{Error, ReplaceStore, ReplacedText, Result, clock, ids};

/// Gives a chapter its new text; answers the revision.
async fn write(tx: &mut Tx<'_>, chapter: &Chapter, text: &str) -> Result<RevisionId> {
    autosaves::forget_saved(tx, chapter.id, text).await?;
    let stored = revisions::stored_state(tx.sql(), chapter.clone()).await?;
    let state = state_of(stored.is_finished(), text, None);
    let after = revisions::insert(tx, chapter.id, kind_of(state), None, text, &[]).await?;
    let by = DecidedBy::ByPerson;
    revisions::point_at(tx, chapter.id, after, text, state, by).await?;
    Ok(after)
}

/// Gives a chapter an earlier text again.
async fn give_back(tx: &mut Tx<'_>, chapter: &Chapter, before: RevisionId) -> Result<()> {
    let revision = revisions::read(tx.sql(), chapter.id, before).await?;
    let doubtful = dismissed::is_doubtful(tx.sql(), chapter.id, before).await? == Some(true);
    let stored = revisions::stored_state(tx.sql(), chapter.clone()).await?;
    // What the author called finished stays so.
    let state = match restored_state(revision.summary.kind, &revision.text, doubtful) {
        ChapterState::Partial if stored.is_finished() => ChapterState::Written,
        state => state,
    };
    let by = DecidedBy::ByPerson;
    revisions::point_at(tx, chapter.id, before, &revision.text, state, by).await
}

/// Tells that a chapter changed; answers it as it is now.
async fn changed(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    before: RevisionId,
    after: RevisionId,
) -> Result<ReplacedChapter> {
    let chapter = chapters::load_by_id(tx.sql(), chapter.id).await?;
    let (number, revision) = (chapter.number, chapter.revision);
    tx.emit_chapter(chapter.story, number, revision, chapter.state)
        .await?;
    Ok(now(&chapter, before, after))
}

fn now(chapter: &Chapter, before: RevisionId, after: RevisionId) -> ReplacedChapter {
    ReplacedChapter {
        chapter: chapter.id,
        number: chapter.number,
        before,
        after,
        version: chapter.version,
    }
}

#[async_trait]
impl ReplaceStore for SqliteStore {
    async fn replace_texts(&self, story: StoryId, texts: &[ReplacedText]) -> Result<Replacement> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        let (mut befores, mut others) = (Vec::new(), Vec::new());
        for new in texts {
            let chapter = chapters::load(tx.sql(), story, new.chapter.into()).await?;
            match chapter.revision {
                Some(before) if chapter.version == new.version => befores.push((chapter, before)),
                _ => others.push(chapter.number),
            }
        }
        if !others.is_empty() {
            return Err(Refusal::ChangedSincePreview(others).into());
        }
        let id = ReplacementId(ids::new_id());
        sqlx::query("INSERT INTO replacements (id, story_id, made_at) VALUES (?, ?, ?)")
            .bind(id.to_string())
            .bind(story.to_string())
            .bind(clock::now().millis())
            .execute(tx.sql())
            .await?;
        let mut replaced = Vec::with_capacity(texts.len());
        for (new, (chapter, before)) in texts.iter().zip(befores) {
            let after = write(&mut tx, &chapter, &new.text).await?;
            sqlx::query(
                "INSERT INTO replaced_texts (replacement_id, chapter_id, before, after) VALUES (?, ?, ?, ?)",
            )
            .bind(id.to_string())
            .bind(chapter.id.to_string())
            .bind(before.to_string())
            .bind(after.to_string())
            .execute(tx.sql())
            .await?;
            replaced.push(changed(&mut tx, &chapter, before, after).await?);
        }
        tx.touch_story(story).await?;
        tx.commit().await?;
        Ok(Replacement {
            id,
            chapters: replaced,
        })
    }

    async fn undo_replacement(
        &self,
        story: StoryId,
        id: ReplacementId,
    ) -> Result<UndoneReplacement> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        let undone_at: Option<Option<i64>> =
            sqlx::query_scalar("SELECT undone_at FROM replacements WHERE id = ? AND story_id = ?")
                .bind(id.to_string())
                .bind(story.to_string())
                .fetch_optional(tx.sql())
                .await?;
        match undone_at {
            None => return Err(Error::NotFound("replacement")),
            Some(Some(_)) => return Err(Refusal::ReplacementUndone.into()),
            Some(None) => {}
        }
        let texts: Vec<(String, String, String)> = sqlx::query_as(
            "SELECT t.chapter_id, t.before, t.after FROM replaced_texts t JOIN chapters c ON c.id = t.chapter_id \
             WHERE t.replacement_id = ? ORDER BY c.number",
        )
        .bind(id.to_string())
        .fetch_all(tx.sql())
        .await?;
        let mut undone = UndoneReplacement::default();
        for (chapter, before, after) in texts {
            let (before, after) = (rows::id(&before)?, rows::id(&after)?);
            let chapter = chapters::load_by_id(tx.sql(), rows::id(&chapter)?).await?;
            if chapter.revision == Some(after) {
                give_back(&mut tx, &chapter, before).await?;
                let back = changed(&mut tx, &chapter, before, after).await?;
                undone.restored.push(back);
            } else {
                undone.kept.push(now(&chapter, before, after));
            }
        }
        sqlx::query("UPDATE replacements SET undone_at = ? WHERE id = ?")
            .bind(clock::now().millis())
            .bind(id.to_string())
            .execute(tx.sql())
            .await?;
        tx.touch_story(story).await?;
        tx.commit().await?;
        Ok(undone)
    }
}
