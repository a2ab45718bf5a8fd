//! What calls took, summed up.

use domain::Spent;
use sqlx::{FromRow, SqliteConnection};
use store::Result;

/// A sum as the database adds it up.
#[derive(FromRow)]
pub(super) struct SpentRow {
    pub(super) chapter: Option<u32>,
    pub(super) calls: i64,
    pub(super) prompt_tokens: i64,
    pub(super) cached_tokens: i64,
    pub(super) answer_tokens: i64,
    pub(super) thinking_tokens: i64,
    pub(super) took_ms: i64,
    pub(super) cost: f64,
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

pub(super) use sums;

impl SpentRow {
    /// What it says.
    pub(super) fn read(&self) -> Spent {
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
pub(super) async fn run_spent(sql: &mut SqliteConnection, run: &str) -> Result<Spent> {
    let sum: SpentRow = sqlx::query_as(sums!("WHERE l.run_id = ?"))
        .bind(run)
        .fetch_one(sql)
        .await?;
    Ok(sum.read())
}

pub(super) fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
