//! The log of calls: what each took and sent, and sums of them.

use crate::rows;
use domain::{
    CallEnd, CallId, CallRecord, InterviewId, PromptPart, SentCall, Spent, Stage, StepKind,
    StoryId, StorySpent, Timestamp,
};
use sqlx::{FromRow, SqliteConnection};
use store::{Error, FinishedCall, Result, ids};

#[derive(FromRow)]
struct CallRow {
    id: String,
    run_id: Option<String>,
    interview_id: Option<String>,
    chapter: Option<u32>,
    step: Option<String>,
    stage: Option<String>,
    model: String,
    started_at: i64,
    first_token_ms: Option<i64>,
    ended: String,
    took_ms: i64,
    prompt_tokens: i64,
    cached_tokens: i64,
    answer_tokens: i64,
    thinking_tokens: i64,
    cost: f64,
}

const COLUMNS: &str = "SELECT l.id, l.run_id, l.interview_id, l.chapter, t.kind AS step, l.stage, l.model, \
    l.started_at, l.first_token_ms, l.ended, l.took_ms, l.prompt_tokens, l.cached_tokens, \
    l.answer_tokens, l.thinking_tokens, l.cost FROM calls l LEFT JOIN steps t ON t.id = l.step_id ";

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Reads a word, where there is one.
fn known<T>(
    word: Option<String>,
    read: impl Fn(&str) -> Option<T>,
    what: &'static str,
) -> Result<Option<T>> {
    word.map(|word| read(&word).ok_or(Error::Corrupt(what)))
        .transpose()
}

impl CallRow {
    fn read(self) -> Result<CallRecord> {
        Ok(CallRecord {
            id: rows::id(&self.id)?,
            run: self.run_id.as_deref().map(rows::id).transpose()?,
            interview: self.interview_id.as_deref().map(rows::id).transpose()?,
            chapter: self.chapter,
            step: known(self.step, StepKind::parse, "a call's step")?,
            stage: known(self.stage, Stage::parse, "a call's stage")?,
            model: self.model,
            started_at: Timestamp(self.started_at),
            first_token_ms: self.first_token_ms.map(count),
            ended: CallEnd::parse(&self.ended).ok_or(Error::Corrupt("a call's end"))?,
            spent: Spent {
                calls: 1,
                prompt_tokens: count(self.prompt_tokens),
                cached_tokens: count(self.cached_tokens),
                answer_tokens: count(self.answer_tokens),
                thinking_tokens: count(self.thinking_tokens),
                seconds: self.took_ms as f64 / 1e3,
                cost: self.cost,
            },
        })
    }
}

/// A sum as the database adds it up.
#[derive(FromRow)]
struct SumRow {
    chapter: Option<u32>,
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

impl SumRow {
    fn read(&self) -> Spent {
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
    let sum: SumRow = sqlx::query_as(sums!("WHERE l.run_id = ?"))
        .bind(run)
        .fetch_one(sql)
        .await?;
    Ok(sum.read())
}

/// What a call belongs to, as stored.
#[derive(Debug, Default)]
pub struct CallOwner {
    /// The run.
    pub run: Option<String>,
    /// Its step.
    pub step: Option<String>,
    /// The stage of that.
    pub stage: Option<&'static str>,
    /// The interview, outside of runs.
    pub interview: Option<String>,
}

/// Notes a call.
pub async fn insert(
    sql: &mut SqliteConnection,
    owner: CallOwner,
    call: &FinishedCall,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO calls (id, run_id, step_id, chapter, stage, interview_id, model, started_at, \
         first_token_ms, took_ms, ended, prompt_tokens, cached_tokens, answer_tokens, \
         thinking_tokens, cost, prompt) VALUES (?1, ?2, ?3, (SELECT COALESCE(c.number, t.chapter) \
         FROM steps t LEFT JOIN chapters c ON c.id = t.chapter_id WHERE t.id = ?3), \
         ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )
    .bind(CallId(ids::new_id()).to_string())
    .bind(owner.run)
    .bind(owner.step)
    .bind(owner.stage)
    .bind(owner.interview)
    .bind(&call.model)
    .bind(call.started_at.millis())
    .bind(call.first_token_ms.map(stored))
    .bind((call.spent.seconds * 1e3).round() as i64)
    .bind(call.ended.as_str())
    .bind(stored(call.spent.prompt_tokens))
    .bind(stored(call.spent.cached_tokens))
    .bind(stored(call.spent.answer_tokens))
    .bind(stored(call.spent.thinking_tokens))
    .bind(call.spent.cost)
    .bind(rows::to_json(&call.parts))
    .execute(sql)
    .await?;
    Ok(())
}

/// What a story's interview took, where a model was asked in it.
async fn interview_spent(
    sql: &mut SqliteConnection,
    story: StoryId,
) -> Result<Option<(InterviewId, Spent)>> {
    let id: Option<String> = sqlx::query_scalar("SELECT id FROM interviews WHERE story_id = ?")
        .bind(story.to_string())
        .fetch_optional(&mut *sql)
        .await?;
    let Some(id) = id else { return Ok(None) };
    let sum: SumRow = sqlx::query_as(sums!("WHERE l.interview_id = ?"))
        .bind(&id)
        .fetch_one(sql)
        .await?;
    let spent = sum.read();
    Ok((spent.calls > 0).then_some((rows::id(&id)?, spent)))
}

/// The calls of which `which` holds for `id`, the newest first, before the one with id `after`.
pub async fn listed(
    sql: &mut SqliteConnection,
    which: &'static str,
    id: &str,
    after: Option<CallId>,
    limit: i64,
) -> Result<Vec<CallRecord>> {
    let found: Vec<CallRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE {which} AND (?2 IS NULL OR l.id < ?2) ORDER BY l.id DESC LIMIT ?3"
    )))
    .bind(id)
    .bind(after.map(|after| after.to_string()))
    .bind(limit)
    .fetch_all(&mut *sql)
    .await?;
    let found = found.into_iter().map(CallRow::read);
    found.collect()
}

/// A call with what was sent, while that is kept.
pub async fn sent(sql: &mut SqliteConnection, id: CallId) -> Result<SentCall> {
    let row: CallRow = sqlx::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE l.id = ?")))
        .bind(id.to_string())
        .fetch_optional(&mut *sql)
        .await?
        .ok_or(Error::NotFound("call"))?;
    let prompt: Option<String> = sqlx::query_scalar("SELECT prompt FROM calls WHERE id = ?")
        .bind(id.to_string())
        .fetch_one(&mut *sql)
        .await?;
    let parts: Option<Vec<PromptPart>> = prompt
        .as_deref()
        .map(|prompt| rows::from_json(prompt, "what was sent"))
        .transpose()?;
    Ok(SentCall {
        record: row.read()?,
        parts: parts.unwrap_or_default(),
    })
}

/// What the calls of a story took, chapter by chapter.
pub async fn story_spent(sql: &mut SqliteConnection, story: StoryId) -> Result<StorySpent> {
    let sums: Vec<SumRow> = sqlx::query_as(sums!(
        "WHERE l.run_id IN (SELECT id FROM runs WHERE story_id = ?) GROUP BY c.number ORDER BY c.number"
    ))
    .bind(story.to_string())
    .fetch_all(&mut *sql)
    .await?;
    let mut spent = StorySpent {
        interview: interview_spent(sql, story).await?,
        ..StorySpent::default()
    };
    if let Some((_, part)) = &spent.interview {
        spent.total.add(part);
    }
    for sum in sums {
        let part = sum.read();
        spent.total.add(&part);
        if let Some(chapter) = sum.chapter {
            spent.chapters.push((chapter, part));
        }
    }
    Ok(spent)
}
