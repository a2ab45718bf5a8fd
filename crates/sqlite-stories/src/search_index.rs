//! The index of the search: which texts may have a phrase.
//!
//! A row of it is named by the number of a story and, in the last bits, by a text: the texts of a story are side by side.

use domain::StoryId;
use sqlite_rows::{readable::Lossy, rows};
use sqlx::{SqliteConnection, SqlitePool};
use std::collections::BTreeSet;
use store::{Error, Result};
use text::find::Phrase;

/// The shortest phrase that the index knows, in characters. A shorter one is looked for in the texts.
const TOKEN: usize = 3;

/// The most tokens of a phrase that the index is asked for.
const MAX_TOKENS: usize = 32;

/// How many bits of a row name a text.
const TEXT_BITS: u32 = 32;

/// How many rows are read at once.
const ROWS: usize = 4_000;

/// The texts of a story that may have a phrase.
pub struct StoryTexts {
    /// The number of the story.
    pub number: i64,
    /// Their ids as a list in JSON; all texts of the story where it is missing.
    pub named: Option<String>,
}

impl StoryTexts {
    fn of(number: i64, rows: &[i64]) -> Self {
        let ids = rows.iter().map(|row| row & ((1 << TEXT_BITS) - 1));
        let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
        let named = Some(format!("[{}]", ids.join(",")));
        Self { number, named }
    }
}

/// What the index is asked for.
pub struct SearchIndex {
    /// None where the phrase is too short for it.
    tokens: Option<String>,
}

impl SearchIndex {
    /// For a phrase.
    pub fn new(phrase: &Phrase) -> Self {
        let tokens = tokens(phrase);
        Self {
            tokens: (!tokens.is_empty()).then_some(tokens),
        }
    }

    /// The texts of one story that may have the phrase.
    pub async fn of_story(&self, sql: &mut SqliteConnection, story: StoryId) -> Result<StoryTexts> {
        let number = number_of(sql, story).await?;
        self.of_number(sql, number).await
    }

    async fn of_number(&self, sql: &mut SqliteConnection, number: i64) -> Result<StoryTexts> {
        let Some(tokens) = &self.tokens else {
            let named = None;
            return Ok(StoryTexts { number, named });
        };
        let (from, to) = (number << TEXT_BITS, ((number + 1) << TEXT_BITS) - 1);
        let rows = matching(sql, tokens, from, to, usize::MAX).await?;
        Ok(StoryTexts::of(number, &rows))
    }

    /// The next stories that may have the phrase, in the order of their numbers; none after the last.
    pub async fn next_stories(
        &self,
        sql: &mut SqliteConnection,
        from: i64,
    ) -> Result<Vec<StoryTexts>> {
        let Some(tokens) = &self.tokens else {
            let number: Option<i64> = sqlx::query_scalar(
                "SELECT n.number FROM search_stories n JOIN stories s ON s.id = n.story_id \
                 WHERE n.number >= ? ORDER BY n.number LIMIT 1",
            )
            .bind(from)
            .fetch_optional(sql)
            .await?;
            let named = None;
            return Ok(number
                .map(|number| StoryTexts { number, named })
                .into_iter()
                .collect());
        };
        let rows = matching(sql, tokens, from << TEXT_BITS, i64::MAX, ROWS).await?;
        let mut stories: Vec<&[i64]> = rows
            .chunk_by(|one, other| one >> TEXT_BITS == other >> TEXT_BITS)
            .collect();
        // The last one may have more than were read.
        let cut = (rows.len() == ROWS).then(|| stories.pop()).flatten();
        if stories.is_empty()
            && let Some(first) = cut.and_then(<[i64]>::first)
        {
            return Ok(vec![self.of_number(sql, first >> TEXT_BITS).await?]);
        }
        let of = |rows: &&[i64]| Some(StoryTexts::of(rows.first()? >> TEXT_BITS, rows));
        Ok(stories.iter().filter_map(of).collect())
    }
}

/// The first rows that have all tokens, in order.
async fn matching(
    sql: &mut SqliteConnection,
    tokens: &str,
    from: i64,
    to: i64,
    most: usize,
) -> Result<Vec<i64>> {
    // As one value: to fetch them one by one takes longer than to find them.
    let rows: String = sqlx::query_scalar(
        "SELECT json_group_array(found) FROM (SELECT rowid AS found FROM search_words WHERE search_words MATCH ?1 \
         AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4)",
    )
    .bind(tokens)
    .bind(from)
    .bind(to)
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_one(sql)
    .await?;
    serde_json::from_str(&rows).map_err(|_| Error::Corrupt("the search index"))
}

/// A story by its number, and its title.
pub async fn story(sql: &mut SqliteConnection, number: i64) -> Result<Option<(StoryId, String)>> {
    let found: Option<(String, Lossy)> = sqlx::query_as(
        "SELECT n.story_id, s.title FROM search_stories n JOIN stories s ON s.id = n.story_id \
         WHERE n.number = ?",
    )
    .bind(number)
    .fetch_optional(sql)
    .await?;
    found
        .map(|(id, title)| Ok((rows::id(&id)?, title.0)))
        .transpose()
}

/// Where a story is in the index. One that is not there any more is where the next one is.
pub async fn number_of(sql: &mut SqliteConnection, story: StoryId) -> Result<i64> {
    let number: Option<i64> = sqlx::query_scalar(
        "SELECT COALESCE((SELECT number FROM search_stories WHERE story_id = ?1), \
         (SELECT MIN(number) FROM search_stories WHERE story_id > ?1))",
    )
    .bind(story.to_string())
    .fetch_one(sql)
    .await?;
    Ok(number.unwrap_or(i64::from(i32::MAX)))
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

/// Makes the index again from the texts, as the migration made it.
pub async fn rebuild_index(writer: &SqlitePool) -> Result<()> {
    let mut tx = writer.begin().await?;
    for statement in [
        "DROP TABLE search_words",
        "CREATE VIRTUAL TABLE search_words USING fts5 (body, content = '', contentless_delete = 1, detail = none, \
         tokenize = 'trigram remove_diacritics 1')",
        "DELETE FROM search_docs",
        "INSERT INTO search_docs (story_id, kind, subject_id) \
         SELECT t.story_id, t.kind, t.subject_id FROM search_texts t",
    ] {
        sqlx::query(statement).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(())
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
