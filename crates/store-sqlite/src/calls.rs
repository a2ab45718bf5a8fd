//! The log of calls: what each took and sent; sums by run, chapter and story; budgets.

use super::{SqliteStore, tx::Durability};
use async_trait::async_trait;
use domain::{
    Budget, BudgetOutcome, CallEnd, CallFilter, CallId, CallRecord, InterviewId, Notice, Page,
    PromptPart, SentCall, Spent, Stage, StepId, StepKind, StoryId, StorySpent, Timestamp,
};
use rules::budget;
use sqlite_rows::{
    paging::{page, rows_for},
    rows,
};
use sqlite_stories::spent::{self, count, run_spent};
use sqlx::{FromRow, SqliteConnection};
use store::{CallLog, FinishedCall, Lease, OneShotPurpose, StopCause, clock, ids};
use store::{Error, Result};

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

/// What a call belongs to, as stored.
#[derive(Default)]
struct CallOwner {
    run: Option<String>,
    step: Option<String>,
    stage: Option<&'static str>,
    interview: Option<String>,
}

async fn insert(sql: &mut SqliteConnection, owner: CallOwner, call: &FinishedCall) -> Result<()> {
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
    let spent = spent::interview_spent(sql, &id).await?;
    Ok((spent.calls > 0).then_some((rows::id(&id)?, spent)))
}

#[async_trait]
impl CallLog for SqliteStore {
    async fn record_call(
        &self,
        lease: Lease,
        step: StepId,
        stage: Stage,
        call: FinishedCall,
    ) -> Result<Option<StopCause>> {
        let mut tx = self.begin(Durability::Quick).await?;
        tx.check_lease(lease).await?;
        let run = lease.run.to_string();
        let owner = CallOwner {
            run: Some(run.clone()),
            step: Some(step.to_string()),
            stage: Some(stage.as_str()),
            interview: None,
        };
        insert(tx.sql(), owner, &call).await?;
        let (budget, told, in_chapter): (Option<String>, bool, bool) = sqlx::query_as(
            "SELECT r.budget, r.told_of_budget, t.kind = 'chapter' FROM runs r, steps t \
             WHERE r.id = ? AND t.id = ?",
        )
        .bind(&run)
        .bind(step.to_string())
        .fetch_one(tx.sql())
        .await?;
        let budget: Option<Budget> = budget
            .as_deref()
            .map(|budget| rows::from_json(budget, "a budget"))
            .transpose()?;
        let consequence = match budget.filter(|_| !told) {
            Some(budget) => {
                let spent = run_spent(tx.sql(), &run).await?;
                budget::consequence(&budget, &spent, in_chapter)
            }
            None => None,
        };
        let pauses = consequence == Some(BudgetOutcome::Pauses);
        if let Some(consequence) = consequence {
            sqlx::query(
                "UPDATE runs SET told_of_budget = 1, pause_after_chapter = pause_after_chapter OR ?, \
                 pause_requested = pause_requested OR ? WHERE id = ?",
            )
            .bind(consequence == BudgetOutcome::PausesAfterChapter)
            .bind(pauses)
            .bind(&run)
            .execute(tx.sql())
            .await?;
            tx.notice(lease.run, &Notice::BudgetUsedUp(consequence))
                .await?;
        }
        tx.emit_run(lease.run).await?;
        tx.commit().await?;
        Ok(pauses.then_some(StopCause::Paused))
    }

    async fn open_interview(&self, known: Option<InterviewId>) -> Result<InterviewId> {
        let mut tx = self.begin(Durability::Quick).await?;
        let now = clock::now().millis();
        let id = known.unwrap_or_else(|| InterviewId(ids::new_id()));
        let sql = match known {
            Some(_) => "UPDATE interviews SET used_at = ?1 WHERE id = ?2",
            None => "INSERT INTO interviews (used_at, id) VALUES (?1, ?2)",
        };
        let done = sqlx::query(sql)
            .bind(now)
            .bind(id.to_string())
            .execute(tx.sql())
            .await?;
        if done.rows_affected() == 0 {
            return Err(Error::NotFound("interview"));
        }
        tx.commit().await?;
        Ok(id)
    }

    async fn record_one_shot(&self, of: OneShotPurpose, call: FinishedCall) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        let owner = CallOwner {
            interview: match of {
                OneShotPurpose::Interview(id) => Some(id.to_string()),
                OneShotPurpose::Trial => None,
            },
            ..CallOwner::default()
        };
        insert(tx.sql(), owner, &call).await?;
        tx.commit().await
    }

    async fn calls(
        &self,
        of: CallFilter,
        limit: u32,
        after: Option<CallId>,
    ) -> Result<Page<CallRecord>> {
        let mut tx = self.database.readers.begin().await?;
        let (which, id) = match of {
            CallFilter::Run(run) => (
                "l.run_id = ?1",
                super::runs::load(&mut tx, run).await?.id.to_string(),
            ),
            CallFilter::Chapter(story, chapter) => {
                let chapter = super::chapters::load(&mut tx, story, chapter).await?;
                ("t.chapter_id = ?1", chapter.id.to_string())
            }
            CallFilter::Interview(id) => {
                let id = id.to_string();
                sqlx::query("SELECT id FROM interviews WHERE id = ?")
                    .bind(&id)
                    .fetch_optional(&mut *tx)
                    .await?
                    .ok_or(Error::NotFound("interview"))?;
                ("l.interview_id = ?1", id)
            }
            CallFilter::Trials => (
                "l.run_id IS NULL AND l.interview_id IS NULL AND ?1 = ''",
                String::new(),
            ),
        };
        let found: Vec<CallRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE {which} AND (?2 IS NULL OR l.id < ?2) ORDER BY l.id DESC LIMIT ?3"
        )))
        .bind(id)
        .bind(after.map(|after| after.to_string()))
        .bind(rows_for(limit))
        .fetch_all(&mut *tx)
        .await?;
        let found = found.into_iter().map(CallRow::read);
        let found = found.collect::<Result<Vec<_>>>()?;
        Ok(page(found, limit, |call| call.id.to_string()))
    }

    async fn call(&self, id: CallId) -> Result<SentCall> {
        let mut tx = self.database.readers.begin().await?;
        let row: CallRow = sqlx::query_as(sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE l.id = ?")))
            .bind(id.to_string())
            .fetch_optional(&mut *tx)
            .await?
            .ok_or(Error::NotFound("call"))?;
        let prompt: Option<String> = sqlx::query_scalar("SELECT prompt FROM calls WHERE id = ?")
            .bind(id.to_string())
            .fetch_one(&mut *tx)
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

    async fn story_spent(&self, story: StoryId) -> Result<StorySpent> {
        let mut tx = self.database.readers.begin().await?;
        super::stories::load(&mut tx, story).await?;
        let sums = spent::chapters_spent(&mut tx, story).await?;
        let mut spent = StorySpent {
            interview: interview_spent(&mut tx, story).await?,
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

    async fn forget_prompts(&self, keep: u32) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        sqlx::query(
            "UPDATE calls SET prompt = NULL WHERE prompt IS NOT NULL AND id <= (SELECT id FROM calls \
             WHERE prompt IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?)",
        )
        .bind(keep)
        .execute(tx.sql())
        .await?;
        tx.commit().await
    }

    async fn forget_one_shots(&self, before: Timestamp) -> Result<()> {
        let mut tx = self.begin(Durability::Quick).await?;
        for sql in [
            "DELETE FROM interviews WHERE story_id IS NULL AND used_at < ?",
            "DELETE FROM calls WHERE run_id IS NULL AND interview_id IS NULL AND started_at < ?",
        ] {
            sqlx::query(sql)
                .bind(before.millis())
                .execute(tx.sql())
                .await?;
        }
        tx.commit().await
    }
}
