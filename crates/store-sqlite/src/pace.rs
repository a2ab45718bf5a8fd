//! What stages took on this machine with a model, so that progress and time left come from experience.

use super::{SqliteStore, tx::Tx};
use domain::{Pace, RunId, Stage, StagePace, StepKind, pace::learn};
use sqlite_rows::rows;
use sqlx::SqliteConnection;
use store::StageTiming;
use store::{Error, Result};

/// What is known of a model.
pub(super) async fn load(sql: &mut SqliteConnection, model: &str) -> Result<Pace> {
    let rows: Vec<(String, String, f64, f64)> =
        sqlx::query_as("SELECT kind, stage, tokens, seconds FROM pace WHERE model = ?")
            .bind(model)
            .fetch_all(sql)
            .await?;
    let (mut tokens, mut seconds) = (0.0, 0.0);
    let mut stages = Vec::with_capacity(rows.len());
    for (kind, stage, took, time) in rows {
        tokens += took;
        seconds += time;
        stages.push(StagePace {
            kind: StepKind::parse(&kind).ok_or(Error::Corrupt("a step's kind"))?,
            stage: Stage::parse(&stage).ok_or(Error::Corrupt("a stage"))?,
            tokens: took,
        });
    }
    let rate = (tokens > 0.0 && seconds > 0.0).then(|| tokens / seconds);
    Ok(Pace { stages, rate })
}

impl SqliteStore {
    pub(super) async fn pace_(&self, run: RunId) -> Result<Pace> {
        let pace: String = sqlx::query_scalar("SELECT pace FROM runs WHERE id = ?")
            .bind(run.to_string())
            .fetch_optional(&self.database.readers)
            .await?
            .ok_or(Error::NotFound("run"))?;
        rows::from_json(&pace, "a run's pace")
    }
}

impl Tx<'_> {
    /// Learns from a stage that was seen from its beginning to its end.
    pub(super) async fn learn(&mut self, model: &str, timing: StageTiming) -> Result<()> {
        let known: Option<(f64, f64)> = sqlx::query_as(
            "SELECT tokens, seconds FROM pace WHERE model = ? AND kind = ? AND stage = ?",
        )
        .bind(model)
        .bind(timing.kind.as_str())
        .bind(timing.stage.as_str())
        .fetch_optional(self.sql())
        .await?;
        sqlx::query(
            "INSERT OR REPLACE INTO pace (model, kind, stage, tokens, seconds) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(model)
        .bind(timing.kind.as_str())
        .bind(timing.stage.as_str())
        .bind(learn(known.map(|known| known.0), timing.tokens as f64))
        .bind(learn(known.map(|known| known.1), timing.seconds))
        .execute(self.sql())
        .await?;
        Ok(())
    }
}
