//! Proposals as new rows.

use crate::rows::{id, to_json};
use domain::{ChapterId, ProposalContent, ProposalId, RunId, StoryId};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::{Result, ids};

/// Adds a proposal.
pub async fn insert(
    sql: &mut SqliteConnection,
    story: StoryId,
    run: RunId,
    chapter: ChapterId,
    content: &ProposalContent,
) -> Result<ProposalId> {
    let new = ProposalId(ids::new_id());
    let kind = content.kind();
    sqlx::query(
        "INSERT INTO proposals (id, story_id, run_id, chapter_id, kind, state, content) \
         VALUES (?, ?, ?, ?, ?, 'open', ?)",
    )
    .bind(new.to_string())
    .bind(story.to_string())
    .bind(run.to_string())
    .bind(kind.is_of_chapter().then(|| chapter.to_string()))
    .bind(kind.as_str())
    .bind(to_json(content))
    .execute(&mut *sql)
    .await?;
    Ok(new)
}

/// Notes the sentence in a chapter that a proposal comes from. A sentence that was found is not lost to a later reading
/// without one.
pub async fn put_place(
    sql: &mut SqliteConnection,
    proposal: ProposalId,
    chapter: ChapterId,
    quote: &str,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO proposal_places (proposal_id, chapter_id, quote) VALUES (?, ?, ?) \
         ON CONFLICT DO UPDATE SET quote = excluded.quote",
    )
    .bind(proposal.to_string())
    .bind(chapter.to_string())
    .bind(quote)
    .execute(&mut *sql)
    .await?;
    Ok(())
}

/// Copies what was read of a story for its copy. Decisions stay; they can't be taken back in the copy.
pub async fn copy(
    sql: &mut SqliteConnection,
    from: StoryId,
    to: StoryId,
    chapters: &HashMap<String, String>,
) -> Result<()> {
    let all: Vec<(String, Option<String>)> =
        sqlx::query_as("SELECT id, chapter_id FROM proposals WHERE story_id = ? ORDER BY id")
            .bind(from.to_string())
            .fetch_all(&mut *sql)
            .await?;
    for (old, chapter) in all {
        let new = ProposalId(ids::new_id()).to_string();
        sqlx::query(
            "INSERT INTO proposals (id, story_id, chapter_id, kind, state, content, original) \
             SELECT ?, ?, ?, kind, state, content, original FROM proposals WHERE id = ?",
        )
        .bind(&new)
        .bind(to.to_string())
        .bind(chapter.and_then(|chapter| chapters.get(&chapter)))
        .bind(&old)
        .execute(&mut *sql)
        .await?;
        let places: Vec<(String, String)> =
            sqlx::query_as("SELECT chapter_id, quote FROM proposal_places WHERE proposal_id = ?")
                .bind(&old)
                .fetch_all(&mut *sql)
                .await?;
        for (chapter, quote) in places {
            let Some(chapter) = chapters.get(&chapter) else {
                continue;
            };
            put_place(sql, id(&new)?, id(chapter)?, &quote).await?;
        }
    }
    for (old, new) in chapters {
        // Only a text that was read as it is now: the copy has that text under an id of its own.
        sqlx::query(
            "INSERT INTO chapters_read (chapter_id, revision_id, run_id) \
             SELECT n.id, n.revision_id, d.run_id FROM chapters_read d JOIN chapters o ON o.id = d.chapter_id \
               AND o.revision_id = d.revision_id JOIN chapters n ON n.id = ? \
             WHERE d.chapter_id = ? AND n.revision_id IS NOT NULL",
        )
        .bind(new)
        .bind(old)
        .execute(&mut *sql)
        .await?;
    }
    Ok(())
}
