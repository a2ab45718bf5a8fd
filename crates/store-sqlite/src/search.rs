//! The search of a story or of the library.

use super::SqliteStore;
use async_trait::async_trait;
use domain::{Page, SearchCursor, SearchHit, StoryId};
use sqlite_stories::search::search;
use store::{Result, SearchStore};
use text::find::Phrase;

#[async_trait]
impl SearchStore for SqliteStore {
    async fn search(
        &self,
        story: Option<StoryId>,
        phrase: &Phrase,
        limit: u32,
        after: Option<SearchCursor>,
    ) -> Result<Page<SearchHit>> {
        let mut tx = self.database.readers.begin().await?;
        search(&mut tx, story, phrase, limit, after).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Error;

    #[tokio::test]
    async fn a_search_through_very_many_texts_is_cut_into_pages() -> Result<()> {
        let folder = tempfile::tempdir().map_err(|_| Error::Corrupt("a folder"))?;
        let store = SqliteStore::open(folder.path()).await?;
        let id = |nth: i64| format!("0197a7c4-0000-7000-8000-{nth:012}");
        let mut sql = store.database.durable.acquire().await?;
        sqlx::query("INSERT INTO stories (id, title, brief, created_at, updated_at) VALUES (?, 'A', '{}', 1, 1)")
            .bind(id(0))
            .execute(&mut *sql)
            .await?;
        for number in 1..=6 {
            sqlx::query(
                "INSERT INTO chapters (id, story_id, number, revision_id) VALUES (?1, ?2, ?3, ?1)",
            )
            .bind(id(number))
            .bind(id(0))
            .bind(number)
            .execute(&mut *sql)
            .await?;
            sqlx::query(
                "INSERT INTO revisions (id, chapter_id, kind, text, words, created_at) \
                 VALUES (?1, ?1, 'whole', hex(zeroblob(500000)) || iif(?2 = 6, ' quay', ''), 1, 1)",
            )
            .bind(id(number))
            .bind(number)
            .execute(&mut *sql)
            .await?;
        }
        drop(sql);
        let phrase = Phrase::new("q").ok_or(Error::Corrupt("a phrase"))?;
        let first = store.search(None, &phrase, 10, None).await?;
        assert_eq!(first.items, []);
        let next = first.next.and_then(|next| next.parse().ok());
        assert!(
            next.is_some(),
            "the first page ends before the last chapter"
        );
        let last = store.search(None, &phrase, 10, next).await?;
        assert_eq!(last.next, None);
        let found: Vec<_> = last
            .items
            .iter()
            .map(|hit| (hit.chapter, hit.offset))
            .collect();
        assert_eq!(found, [(Some(6), 1_000_001)]);
        Ok(())
    }
}
