//! Lists of stories.

use super::SqliteStore;
use domain::{Page, Story, StoryCounts, StoryId, StoryQuery};
use rules::library::{self, ListedStory};
use sqlite_rows::{
    paging,
    readable::{Lossy, readable},
    rows::{self, StoryRow},
};
use sqlite_stories::load_story;
use sqlx::{FromRow, SqliteConnection};
use std::collections::HashMap;
use store::Result;
use text::find::Phrase;

/// What the rule has to know of every story. The words are looked for in what describes it; without any, nothing of
/// that is read.
const LISTED: &str = "SELECT s.id, s.title, s.created_at, s.updated_at, s.archived_at IS NOT NULL AS is_archived, \
     COALESCE(p.words, 0) AS words, COALESCE(p.chapters, 0) AS chapters, COALESCE(p.written, 0) AS written, \
     s.id IN (SELECT story_id FROM runs WHERE status IN ('queued', 'running')) AS is_generating, \
     CASE WHEN ?1 THEN concat_ws(char(10), s.title, \
       CASE WHEN json_valid(s.brief) THEN concat_ws(char(10), s.brief ->> '$.premise', s.brief ->> '$.genre') END, \
       (SELECT b.details ->> '$.author' FROM books b WHERE b.story_id = s.id AND json_valid(b.details))) \
     END AS described \
     FROM stories s LEFT JOIN (SELECT story_id, COUNT(*) AS chapters, SUM(words) AS words, \
       SUM(state = 'written' OR state = 'needs_review' AND (summary <> '')) AS written \
       FROM chapters GROUP BY story_id) p ON p.story_id = s.id \
     WHERE s.copying = 0";

#[derive(FromRow)]
struct ListedRow {
    id: String,
    title: Lossy,
    created_at: i64,
    updated_at: i64,
    is_archived: bool,
    words: i64,
    chapters: u32,
    written: u32,
    is_generating: bool,
    described: Option<Lossy>,
}

impl ListedRow {
    fn read(self, phrases: &[Phrase]) -> Result<ListedStory> {
        let described = self.described.map(|text| text.0).unwrap_or_default();
        Ok(ListedStory {
            id: rows::id(&self.id)?,
            title: self.title.0,
            created_at: self.created_at,
            updated_at: self.updated_at,
            words: u64::try_from(self.words).unwrap_or_default(),
            chapters: self.chapters,
            chapters_written: self.written,
            is_archived: self.is_archived,
            is_generating: self.is_generating,
            is_match: phrases.iter().all(|phrase| phrase.stands_in(&described)),
        })
    }
}

async fn listed(sql: &mut SqliteConnection, words: &str) -> Result<Vec<ListedStory>> {
    let phrases: Vec<Phrase> = words.split_whitespace().filter_map(Phrase::new).collect();
    let rows: Vec<ListedRow> = sqlx::query_as(LISTED)
        .bind(!phrases.is_empty())
        .fetch_all(sql)
        .await?;
    Ok(readable(rows.into_iter().map(|row| row.read(&phrases))))
}

impl SqliteStore {
    pub(super) async fn stories_(
        &self,
        query: &StoryQuery,
        limit: u32,
        after: Option<StoryId>,
    ) -> Result<(Page<Story>, StoryCounts)> {
        let mut tx = self.database.readers.begin().await?;
        let all = listed(&mut tx, &query.words).await?;
        let most = limit as usize;
        let ids = library::page(&all, query, most + 1, after);
        let shown: Vec<String> = ids.iter().take(most).map(StoryId::to_string).collect();
        let found: Vec<StoryRow> = load_story::load_many(&mut tx, &shown).await?;
        let mut found: HashMap<StoryId, Story> = readable(found.into_iter().map(StoryRow::read))
            .into_iter()
            .map(|story| (story.id, story))
            .collect();
        // The next page begins after the last one, also where that can't be read.
        let Page { items, next } = paging::page(ids, limit, StoryId::to_string);
        let items = items.iter().filter_map(|id| found.remove(id)).collect();
        Ok((Page { items, next }, library::counts(&all)))
    }
}
