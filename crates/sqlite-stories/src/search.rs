//! Search: the index says which texts may have a phrase, and the texts themselves, whether and where they have it.

use crate::load_story;
use domain::{Page, SearchCursor, SearchHit, SearchKind, StoryId};
use sqlite_rows::{readable::Lossy, rows};
use sqlx::{FromRow, SqliteConnection};
use std::collections::BTreeSet;
use store::{Error, Result};
use text::find::{self, Phrase};

/// The shortest phrase that the index knows, in characters. A shorter one is looked for in the texts.
const TOKEN: usize = 3;

/// The most tokens of a phrase that the index is asked for.
const MAX_TOKENS: usize = 32;

/// How much text one page looks through, in bytes: a search that finds little ends its page here.
const PAGE_BYTES: usize = 4_000_000;

/// What it takes to read a text, however short it is, in the same measure.
const ROW_BYTES: usize = 1_000;

/// How many texts are listed at once.
const LISTED: i64 = 500;

/// About how much of a text is shown with a match, in characters.
const SNIPPET: usize = 160;

/// How many bits of a row of the index name a text; those before them are the number of its story.
const DOC_BITS: u32 = 32;

/// The texts of one story, and where each stands among the results: the story itself, then outline, text and summary of
/// each chapter, then the world. With the index, `CROSS JOIN` has it read first.
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

/// A story, and its number in the index.
struct StoryPlace {
    number: i64,
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

/// The phrase as the index reads it: tokens that a text must have, in quotation marks. Of a long phrase, some are
/// enough; of a short one, there may be none. Tokens with a space say nothing: a text may have another white space there.
fn tokens(phrase: &Phrase) -> String {
    let letters: Vec<char> = phrase.folded().chars().collect();
    let tokens = letters.windows(TOKEN);
    let tokens: Vec<_> = tokens.filter(|token| !token.contains(&' ')).collect();
    let step = tokens.len().div_ceil(MAX_TOKENS).max(1);
    let quoted: BTreeSet<String> = tokens
        .into_iter()
        .step_by(step)
        .map(|token| {
            let token: String = token.iter().collect();
            format!("\"{}\"", token.replace('"', "\"\""))
        })
        .collect();
    Vec::from_iter(quoted).join(" AND ")
}

/// A search under way.
struct Search<'s> {
    phrase: &'s Phrase,
    /// For the index; none where the phrase is too short for it.
    tokens: Option<String>,
    limit: usize,
    items: Vec<SearchHit>,
    /// How much text was looked through.
    seen: usize,
    /// The last text that was looked into.
    after: Option<SearchCursor>,
}

impl Search<'_> {
    /// The first story with this number or a later one that may have the phrase.
    async fn next_story(
        &self,
        sql: &mut SqliteConnection,
        from: i64,
    ) -> Result<Option<StoryPlace>> {
        let from = match &self.tokens {
            None => from,
            Some(tokens) => {
                let row: Option<i64> = sqlx::query_scalar(
                    "SELECT rowid FROM search_words WHERE search_words MATCH ?1 AND rowid >= ?2 ORDER BY rowid LIMIT 1",
                )
                .bind(tokens)
                .bind(from << DOC_BITS)
                .fetch_optional(&mut *sql)
                .await?;
                let Some(row) = row else { return Ok(None) };
                row >> DOC_BITS
            }
        };
        let found: Option<(i64, String, Lossy)> = sqlx::query_as(
            "SELECT n.number, n.story_id, s.title FROM search_stories n \
             JOIN stories s ON s.id = n.story_id AND s.copying = 0 \
             WHERE n.number >= ? ORDER BY n.number LIMIT 1",
        )
        .bind(from)
        .fetch_optional(sql)
        .await?;
        found
            .map(|(number, id, title)| {
                let id = rows::id(&id)?;
                let title = title.0;
                Ok(StoryPlace { number, id, title })
            })
            .transpose()
    }

    /// The next texts of a story that may have the phrase.
    async fn texts(&self, sql: &mut SqliteConnection, story: &StoryPlace) -> Result<Vec<TextRow>> {
        let query = match self.tokens {
            None => sqlx::query_as(select_texts!("search_docs d")),
            Some(_) => sqlx::query_as(select_texts!(
                "search_words w CROSS JOIN search_docs d ON d.id = (w.rowid & 4294967295) \
                 AND w.search_words MATCH ?5 AND w.rowid BETWEEN ?6 AND ?7"
            )),
        };
        let after = self.after.filter(|after| after.story == story.id);
        let mut query = query
            .bind(story.id.to_string())
            .bind(after.map(|after| after.place))
            .bind(after.map(|after| after.subject.hyphenated().to_string()))
            .bind(LISTED);
        if let Some(tokens) = &self.tokens {
            query = query
                .bind(tokens)
                .bind(story.number << DOC_BITS)
                .bind(((story.number + 1) << DOC_BITS) - 1);
        }
        Ok(query.fetch_all(sql).await?)
    }

    /// Looks through one story; answers whether the page is full before its end.
    async fn story(&mut self, sql: &mut SqliteConnection, story: &StoryPlace) -> Result<bool> {
        loop {
            let listed = self.texts(sql, story).await?;
            let is_last = (listed.len() as i64) < LISTED;
            for row in listed {
                if self.items.len() == self.limit || self.seen > PAGE_BYTES {
                    return Ok(true);
                }
                self.after = Some(row.cursor(story.id)?);
                let (hit, length) = row.read(sql, story, self.phrase).await?;
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

/// Where a story is in the index. One that is not there any more is where the next one is.
async fn number_of(sql: &mut SqliteConnection, story: StoryId) -> Result<i64> {
    let number: Option<i64> = sqlx::query_scalar(
        "SELECT COALESCE((SELECT number FROM search_stories WHERE story_id = ?1), \
         (SELECT MIN(number) FROM search_stories WHERE story_id > ?1))",
    )
    .bind(story.to_string())
    .fetch_one(sql)
    .await?;
    Ok(number.unwrap_or(i64::from(i32::MAX)))
}

/// A page of what has the phrase, in one story or in all.
pub async fn search(
    sql: &mut SqliteConnection,
    story: Option<StoryId>,
    phrase: &Phrase,
    limit: u32,
    after: Option<SearchCursor>,
) -> Result<Page<SearchHit>> {
    let tokens = tokens(phrase);
    let mut search = Search {
        phrase,
        tokens: (!tokens.is_empty()).then_some(tokens),
        limit: limit as usize,
        items: Vec::new(),
        seen: 0,
        after,
    };
    if let Some(id) = story {
        let place = StoryPlace {
            number: number_of(&mut *sql, id).await?,
            id,
            title: load_story::load(&mut *sql, id).await?.title,
        };
        let is_full = search.story(&mut *sql, &place).await?;
        return Ok(search.page(is_full));
    }
    let mut from = match after {
        Some(after) => number_of(&mut *sql, after.story).await?,
        None => 0,
    };
    while let Some(place) = search.next_story(&mut *sql, from).await? {
        if search.story(&mut *sql, &place).await? {
            return Ok(search.page(true));
        }
        from = place.number + 1;
    }
    Ok(search.page(false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{Connection as _, sqlite::SqliteConnectOptions};

    /// What the rule takes for the same letter, the index must take for the same, too.
    #[tokio::test]
    async fn the_index_reads_letters_as_the_rule_does() -> Result<()> {
        let options = SqliteConnectOptions::new().in_memory(true);
        let mut sql = SqliteConnection::connect_with(&options).await?;
        sqlx::raw_sql(
            "CREATE VIRTUAL TABLE words USING fts5 (body, content = '', contentless_delete = 1, detail = none, \
             tokenize = 'trigram remove_diacritics 1')",
        )
        .execute(&mut sql)
        .await?;
        let mut missed = Vec::new();
        let mut letters = 0;
        for letter in ('\u{a1}'..='\u{ffff}').chain('\u{10400}'..='\u{1044f}') {
            let text = format!("x{letter}yz");
            let Some(phrase) = Phrase::new(&text) else {
                continue;
            };
            // White space and quotation marks are made plain by the trigger.
            let counts = letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter);
            if phrase.folded() == text && letter.is_alphabetic() || !counts {
                continue;
            }
            letters += 1;
            sqlx::query("INSERT INTO words (rowid, body) VALUES (?, ?)")
                .bind(letters)
                .bind(&text)
                .execute(&mut sql)
                .await?;
            let found: Option<i64> =
                sqlx::query_scalar("SELECT rowid FROM words WHERE words MATCH ? AND rowid = ?")
                    .bind(tokens(&phrase))
                    .bind(letters)
                    .fetch_optional(&mut sql)
                    .await?;
            if found.is_none() {
                missed.push(format!("{letter} {:x}", letter as u32));
            }
        }
        assert!(letters > 1_000, "{letters}");
        assert_eq!(missed, Vec::<String>::new());
        Ok(())
    }
}
