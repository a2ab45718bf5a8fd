//! What calls took, summed up.

use domain::{Spent, StoryId};
use sqlx::{FromRow, SqliteConnection};
use store::Result;

/// A sum as the database adds it up.
#[derive(FromRow)]
pub struct SpentRow {
    /// The chapter; none for what belongs to no chapter.
    pub chapter: Option<u32>,
    calls: i64,
    prompt_tokens: i64,
    cached_tokens: i64,
    answer_tokens: i64,
    thinking_tokens: i64,
    took_ms: i64,
    cost: f64,
}

macro_rules! sums {
    ($rest:literal) => {
        concat!(
            "SELECT c.number AS chapter, COUNT(*) AS calls, COALESCE(SUM(prompt_tokens), 0) AS prompt_tokens, \
             COALESCE(SUM(cached_tokens), 0) AS cached_tokens, \
             COALESCE(SUM(answer_tokens), 0) AS answer_tokens, \
             COALESCE(SUM(thinking_tokens), 0) AS thinking_tokens, \
             COALESCE(SUM(took_ms), 0) AS took_ms, COALESCE(SUM(cost), 0.0) AS cost FROM calls l \
             LEFT JOIN steps t ON t.id = l.step_id LEFT JOIN chapters c ON c.id = t.chapter_id ",
            $rest
        )
    };
}

impl SpentRow {
    /// What it says.
    pub fn read(&self) -> Spent {
        Spent {
            calls: count(self.calls),
            prompt_tokens: count(self.prompt_tokens),
            cached_tokens: count(self.cached_tokens),
            answer_tokens: count(self.answer_tokens),
            thinking_tokens: count(self.thinking_tokens),
            seconds: self.took_ms as f64 / 1e3,
            cost: self.cost,
        }
    }
}

/// What the calls of a run took.
pub async fn run_spent(sql: &mut SqliteConnection, run: &str) -> Result<Spent> {
    let sum: SpentRow = sqlx::query_as(sums!("WHERE l.run_id = ?"))
        .bind(run)
        .fetch_one(sql)
        .await?;
    Ok(sum.read())
}

/// A count as it is stored.
pub fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// What the calls of an interview took.
pub async fn interview_spent(sql: &mut SqliteConnection, interview: &str) -> Result<Spent> {
    let sum: SpentRow = sqlx::query_as(sums!("WHERE l.interview_id = ?"))
        .bind(interview)
        .fetch_one(sql)
        .await?;
    Ok(sum.read())
}

/// What the calls of a story's runs took, chapter by chapter.
pub async fn chapters_spent(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<SpentRow>> {
    Ok(sqlx::query_as(sums!(
        "WHERE l.run_id IN (SELECT id FROM runs WHERE story_id = ?) GROUP BY c.number ORDER BY c.number"
    ))
    .bind(story.to_string())
    .fetch_all(sql)
    .await?)
}
