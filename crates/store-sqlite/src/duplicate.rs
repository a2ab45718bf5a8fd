//! Copies of stories: made in pieces, so that others can write in between, and seen by nobody before they are whole.

use super::{SqliteStore, stories, tx::Durability, world};
use domain::{ChapterId, EntityId, Refusal, RevisionId, Story, StoryId};
use rules::trash::copy_name;
use sqlx::SqlitePool;
use std::collections::HashMap;
use store::{Result, clock, ids};

/// About how many words of text are copied in one transaction. They are indexed for the search, too, which takes longer
/// than the copying: this many take some milliseconds.
const WORDS_AT_ONCE: i64 = 10_000;

/// A text to copy: its revision, the copy's, and the copy's chapter.
struct TextToCopy {
    from: String,
    to: String,
    chapter: String,
    words: i64,
}

impl SqliteStore {
    pub(super) async fn duplicate_story_(&self, id: StoryId) -> Result<Story> {
        let (copy, texts) = self.begin_copy(id).await?;
        let done = self.fill_copy(copy, &texts).await;
        if done.is_err()
            && let Err(error) = self.remove_copy(copy).await
        {
            tracing::warn!(%error, "what there is of a copy is removed at the next start");
        }
        done
    }

    /// All of the copy but its texts, in one transaction: it is of one moment.
    async fn begin_copy(&self, id: StoryId) -> Result<(StoryId, Vec<TextToCopy>)> {
        let mut tx = self.begin(Durability::Quick).await?;
        let mut copy = stories::load(tx.sql(), id).await?;
        let now = clock::now();
        copy.id = StoryId(ids::new_id());
        copy.title = copy_name(&copy.title);
        (copy.created_at, copy.updated_at, copy.version) = (now, now, 1);
        stories::insert(tx.sql(), &copy).await?;
        sqlx::query("UPDATE stories SET copying = 1 WHERE id = ?")
            .bind(copy.id.to_string())
            .execute(tx.sql())
            .await?;
        let chapters: Vec<(String, Option<String>, i64)> = sqlx::query_as(
            "SELECT id, revision_id, words FROM chapters WHERE story_id = ? ORDER BY number",
        )
        .bind(id.to_string())
        .fetch_all(tx.sql())
        .await?;
        let (mut fresh, mut texts) = (HashMap::new(), Vec::new());
        for (chapter, revision, words) in chapters {
            let to = ChapterId(ids::new_id()).to_string();
            let text = revision.map(|from| TextToCopy {
                from,
                to: RevisionId(ids::new_id()).to_string(),
                chapter: to.clone(),
                words,
            });
            sqlx::query(
                "INSERT INTO chapters (id, story_id, number, title, outline, state, revision_id, \
                   words, summary, threads, stale, text_by_person) \
                 SELECT ?, ?, number, title, outline, state, ?, words, summary, threads, stale, \
                   text_by_person \
                 FROM chapters WHERE id = ?",
            )
            .bind(&to)
            .bind(copy.id.to_string())
            .bind(text.as_ref().map(|text| &text.to))
            .bind(&chapter)
            .execute(tx.sql())
            .await?;
            super::dismissed::copy(&mut tx, &chapter, &to).await?;
            fresh.insert(chapter, to);
            texts.extend(text);
        }
        world::copy(tx.sql(), id, copy.id, &fresh, || {
            EntityId(ids::new_id()).to_string()
        })
        .await?;
        sqlite_rows::proposals::copy(tx.sql(), id, copy.id, &fresh).await?;
        super::summaries::copy(&mut tx, id, copy.id).await?;
        super::books::copy(&mut tx, id, copy.id).await?;
        tx.commit().await?;
        Ok((copy.id, texts))
    }

    /// Copies the texts, then shows the copy. A text never changes; it can only go to the trash with its chapter.
    async fn fill_copy(&self, copy: StoryId, texts: &[TextToCopy]) -> Result<Story> {
        let mut rest = texts;
        while !rest.is_empty() {
            let mut words = 0;
            let fits = rest.iter().take_while(|text| {
                let is_first = words == 0;
                words += text.words.max(1);
                is_first || words <= WORDS_AT_ONCE
            });
            let (piece, later) = rest.split_at(fits.count());
            rest = later;
            self.copy_texts(piece).await?;
        }
        let mut tx = self.begin(Durability::Durable).await?;
        sqlx::query("UPDATE stories SET copying = 0 WHERE id = ?")
            .bind(copy.to_string())
            .execute(tx.sql())
            .await?;
        tx.touch_story(copy).await?;
        let story = stories::load(tx.sql(), copy).await?;
        tx.commit().await?;
        Ok(story)
    }

    async fn copy_texts(&self, texts: &[TextToCopy]) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        for text in texts {
            let copied = sqlx::query(
                "INSERT INTO revisions (id, chapter_id, kind, run_id, text, words, findings, offer, \
                   report, created_at) \
                 SELECT ?, ?, kind, run_id, text, words, findings, offer, report, created_at \
                 FROM revisions WHERE id = ?",
            )
            .bind(&text.to)
            .bind(&text.chapter)
            .bind(&text.from)
            .execute(tx.sql())
            .await?
            .rows_affected();
            if copied == 0 {
                return Err(Refusal::ChangedWhileCopied.into());
            }
        }
        tx.commit().await
    }

    async fn remove_copy(&self, copy: StoryId) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        sqlx::query("DELETE FROM stories WHERE id = ? AND copying = 1")
            .bind(copy.to_string())
            .execute(tx.sql())
            .await?;
        tx.commit().await
    }
}

/// Removes what is left of copies that were being made when the process ended.
pub(super) async fn remove_unfinished(writer: &SqlitePool) -> Result<()> {
    sqlx::query("DELETE FROM stories WHERE copying = 1")
        .execute(writer)
        .await?;
    Ok(())
}
