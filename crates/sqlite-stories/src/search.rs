//! Search: the index says which texts may have a phrase, and the texts themselves, whether and where they have it.

use crate::{
    load_story,
    search_index::{self, SearchIndex, StoryTexts},
};
use domain::{Page, SearchCursor, SearchHit, SearchKind, StoryId};
use sqlite_rows::{readable::Lossy, rows};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, Result};
use text::find::{self, Phrase};

/// How much text one page looks through, in bytes: a search that finds little ends its page here.
const PAGE_BYTES: usize = 4_000_000;

/// What it takes to read a text, however short it is.
const ROW_BYTES: usize = 1_000;

/// How many texts are listed at once, and about how many characters of one are shown with a match.
const LISTED: i64 = 500;
const SNIPPET: usize = 160;

/// The texts of one story, and where each stands among the results: the story itself, then outline, text and summary of
/// each chapter, then the world. `CROSS JOIN` has those that are named read first.
macro_rules! select_texts {
    ($of:literal) => {
        concat!(
            "WITH found AS (SELECT d.kind, d.subject_id, \
               COALESCE(c.number, (SELECT n.number FROM facts f JOIN chapters n ON n.id = f.chapter_id \
                  WHERE d.kind = 'fact' AND f.id = d.subject_id)) AS number, \
               CASE d.kind WHEN 'story' THEN 0 WHEN 'outline' THEN c.number * 3 \
                  WHEN 'text' THEN c.number * 3 + 1 WHEN 'summary' THEN c.number * 3 + 2 \
                  WHEN 'entity' THEN 1000000000 WHEN 'relation' THEN 1000000001 \
                  WHEN 'rule' THEN 1000000002 ELSE 1000000003 END AS place \
               FROM ",
            $of,
            " LEFT JOIN chapters c ON c.id = d.subject_id AND d.kind IN ('outline', 'text', 'summary') \
               WHERE d.story_id = ?1) \
             SELECT kind, subject_id, number, place FROM found \
             WHERE ?2 IS NULL OR (place, subject_id) > (?2, ?3) \
             ORDER BY place, subject_id LIMIT ?4"
        )
    };
}

/// A story whose texts are looked through.
struct StoryPlace {
    id: StoryId,
    title: String,
}

#[derive(FromRow)]
struct TextRow {
    kind: String,
    subject_id: String,
    number: Option<u32>,
    place: u32,
}

impl TextRow {
    fn cursor(&self, story: StoryId) -> Result<SearchCursor> {
        Ok(SearchCursor {
            story,
            place: self.place,
            subject: rows::id(&self.subject_id)?,
        })
    }

    /// What is found in the text, if the phrase stands in it; and how long the text is.
    async fn read(
        self,
        sql: &mut SqliteConnection,
        story: &StoryPlace,
        phrase: &Phrase,
    ) -> Result<(Option<SearchHit>, usize)> {
        let text: Option<(Lossy, Lossy)> = sqlx::query_as(
            "SELECT heading, body FROM search_texts WHERE kind = ? AND subject_id = ?",
        )
        .bind(&self.kind)
        .bind(&self.subject_id)
        .fetch_optional(sql)
        .await?;
        let Some((Lossy(heading), Lossy(body))) = text else {
            return Ok((None, 0));
        };
        let places = phrase.find_in(&body);
        let Some(first) = places.first() else {
            return Ok((None, body.len()));
        };
        let hit = SearchHit {
            kind: SearchKind::parse(&self.kind).ok_or(Error::Corrupt("a kind of text"))?,
            story: story.id,
            story_title: story.title.clone(),
            subject: rows::id(&self.subject_id)?,
            chapter: self.number,
            heading,
            snippet: find::snippet(&body, first.clone(), SNIPPET),
            offset: first.start as u64,
            matches: u32::try_from(places.len()).unwrap_or(u32::MAX),
        };
        Ok((Some(hit), body.len()))
    }
}

/// A search under way.
struct Search<'s> {
    phrase: &'s Phrase,
    limit: usize,
    items: Vec<SearchHit>,
    /// How much text was looked through, and the last one.
    seen: usize,
    after: Option<SearchCursor>,
}

impl Search<'_> {
    /// The next texts of a story that may have the phrase: those that are named, or all.
    async fn texts(
        &self,
        sql: &mut SqliteConnection,
        story: &StoryPlace,
        named: Option<&str>,
    ) -> Result<Vec<TextRow>> {
        let query = match named {
            None => sqlx::query_as(select_texts!("search_docs d")),
            Some(_) => sqlx::query_as(select_texts!(
                "json_each(?5) j CROSS JOIN search_docs d ON d.id = j.value"
            )),
        };
        let after = self.after.filter(|after| after.story == story.id);
        let mut query = query
            .bind(story.id.to_string())
            .bind(after.map(|after| after.place))
            .bind(after.map(|after| after.subject.hyphenated().to_string()))
            .bind(LISTED);
        if let Some(named) = named {
            query = query.bind(named);
        }
        Ok(query.fetch_all(sql).await?)
    }

    /// Looks through one story; answers whether the page is full before its end.
    async fn story(&mut self, sql: &mut SqliteConnection, texts: &StoryTexts) -> Result<bool> {
        let story = search_index::story(sql, texts.number).await?;
        let Some((id, title)) = story else {
            return Ok(false);
        };
        let (story, named) = (StoryPlace { id, title }, texts.named.as_deref());
        loop {
            let listed = self.texts(sql, &story, named).await?;
            let is_last = (listed.len() as i64) < LISTED;
            for row in listed {
                if self.items.len() == self.limit || self.seen > PAGE_BYTES {
                    return Ok(true);
                }
                self.after = Some(row.cursor(story.id)?);
                let (hit, length) = row.read(sql, &story, self.phrase).await?;
                self.seen += length + ROW_BYTES;
                self.items.extend(hit);
            }
            if is_last {
                return Ok(false);
            }
        }
    }

    fn page(self, is_full: bool) -> Page<SearchHit> {
        let next = self.after.filter(|_| is_full);
        Page {
            items: self.items,
            next: next.map(|after| after.to_string()),
        }
    }
}

/// A page of what has the phrase, in one story or in all.
pub async fn search(
    sql: &mut SqliteConnection,
    story: Option<StoryId>,
    phrase: &Phrase,
    limit: u32,
    after: Option<SearchCursor>,
) -> Result<Page<SearchHit>> {
    let index = SearchIndex::new(phrase);
    let mut search = Search {
        phrase,
        limit: limit as usize,
        items: Vec::new(),
        seen: 0,
        after,
    };
    if let Some(id) = story {
        load_story::load(&mut *sql, id).await?;
        let texts = index.of_story(&mut *sql, id).await?;
        let is_full = search.story(&mut *sql, &texts).await?;
        return Ok(search.page(is_full));
    }
    let mut from = match after {
        Some(after) => search_index::number_of(&mut *sql, after.story).await?,
        None => 0,
    };
    loop {
        let next = index.next_stories(&mut *sql, from).await?;
        if next.is_empty() {
            return Ok(search.page(false));
        }
        for texts in next {
            if search.story(&mut *sql, &texts).await? {
                return Ok(search.page(true));
            }
            from = texts.number + 1;
        }
    }
}
