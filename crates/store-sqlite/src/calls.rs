//! The log of calls: what each took and sent; sums by run, chapter and story; budgets.

use super::{SqliteStore, tx::Durability};
use async_trait::async_trait;
use domain::{
    Budget, BudgetOutcome, CallFilter, CallId, CallRecord, InterviewId, Notice, Page, SentCall,
    Stage, StepId, StoryId, StorySpent, Timestamp,
};
use rules::budget;
use sqlite_rows::{
    calls::{self, CallOwner},
    paging::{page, rows_for},
    rows,
};
use store::{CallLog, FinishedCall, Lease, OneShotPurpose, StopCause, clock, ids};
use store::{Error, Result};

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
        calls::insert(tx.sql(), owner, &call).await?;
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
                let spent = calls::run_spent(tx.sql(), &run).await?;
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
        calls::insert(tx.sql(), owner, &call).await?;
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
        let found = calls::listed(&mut tx, which, &id, after, rows_for(limit)).await?;
        Ok(page(found, limit, |call| call.id.to_string()))
    }

    async fn call(&self, id: CallId) -> Result<SentCall> {
        let mut tx = self.database.readers.begin().await?;
        calls::sent(&mut tx, id).await
    }

    async fn story_spent(&self, story: StoryId) -> Result<StorySpent> {
        let mut tx = self.database.readers.begin().await?;
        super::stories::load(&mut tx, story).await?;
        calls::story_spent(&mut tx, story).await
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
