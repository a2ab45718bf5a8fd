//! What comes of an accepted proposal, and the summary and threads of a chapter as the author's.

use crate::{
    chapters, reports,
    rows::{from_json, to_json},
    tx::Tx,
};
use domain::{Chapter, ChapterId, Entity, EntityId, Outline, PartId, ProposalId};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use store::Result;

/// What came of a proposal, so that it can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DecisionChange {
    /// A new part of the world, in this version.
    Added(PartId, i64),
    /// An entry of the author that was filled in: as it was before, and its version since.
    Merged(Entity, i64),
    /// A summary: the one before, and the new one.
    Summary(String, String),
    /// A thread.
    Thread(String),
    /// Beats: title and beats before, and the new beats.
    Beats(Outline, Vec<String>),
    /// Beats that went to the history alone.
    InHistory,
}

impl DecisionChange {
    /// The entry of the world that it made or filled in.
    pub(super) const fn entity(&self) -> Option<EntityId> {
        match self {
            Self::Added(PartId::Entity(id), _) => Some(*id),
            Self::Merged(entity, _) => Some(entity.id),
            _ => None,
        }
    }
}

/// What came of a proposal.
pub(super) async fn of(
    sql: &mut SqliteConnection,
    id: ProposalId,
) -> Result<Option<DecisionChange>> {
    let effect: Option<String> = sqlx::query_scalar("SELECT effect FROM proposals WHERE id = ?")
        .bind(id.to_string())
        .fetch_one(sql)
        .await?;
    effect
        .map(|effect| from_json(&effect, "what came of a proposal"))
        .transpose()
}

/// The threads that a chapter leaves open.
pub(super) async fn threads(sql: &mut SqliteConnection, chapter: ChapterId) -> Result<Vec<String>> {
    let threads: String = sqlx::query_scalar("SELECT threads FROM chapters WHERE id = ?")
        .bind(chapter.to_string())
        .fetch_one(sql)
        .await?;
    Ok(from_json(&threads, "a chapter's threads").unwrap_or_default())
}

/// Gives a chapter this summary and these threads. They are kept with its text, and come back with it.
pub(super) async fn set_told(
    tx: &mut Tx<'_>,
    chapter: &Chapter,
    summary: &str,
    threads: &[String],
) -> Result<()> {
    sqlx::query("UPDATE chapters SET summary = ?, threads = ?, version = version + 1 WHERE id = ?")
        .bind(summary)
        .bind(to_json(&threads))
        .bind(chapter.id.to_string())
        .execute(tx.sql())
        .await?;
    if let Some(revision) = chapter.revision {
        reports::retell(tx, chapter.id, revision, summary, threads).await?;
    }
    chapters::emit_changed(tx, chapter.id).await?;
    Ok(())
}
