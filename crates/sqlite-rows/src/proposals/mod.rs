//! The rows of proposals, and what came of those that were accepted.

mod write;

pub use write::{copy, insert, put_place};

use crate::{
    readable::{Lossy, readable},
    rows::{from_json, id, to_json},
};
use domain::{
    ChapterId, ChapterRef, Entity, EntityId, Outline, PartId, Proposal, ProposalChoice,
    ProposalFilter, ProposalId, ProposalKind, ProposalPlace, ProposalState, ProposalTally,
    ReadingState, RevisionId, StoryId,
};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use std::collections::HashMap;
use store::{Error, Result};

/// Everything about a proposal but its places. `is_beside`: the chapter has its own beats, or a summary.
macro_rules! select_proposal {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.story_id, p.run_id, p.kind, p.state, p.content, p.version, \
             CASE p.kind WHEN 'beats' THEN c.outline <> '[]' WHEN 'summary' THEN c.summary <> '' \
               ELSE 0 END AS is_beside \
             FROM proposals p LEFT JOIN chapters c ON c.id = p.chapter_id ",
            $rest
        )
    };
}

#[derive(FromRow)]
struct ProposalRow {
    id: String,
    story_id: String,
    run_id: Option<String>,
    kind: String,
    state: String,
    content: Lossy,
    version: i64,
    is_beside: Option<bool>,
}

#[derive(FromRow)]
struct PlaceRow {
    proposal_id: String,
    chapter_id: String,
    number: u32,
    quote: Lossy,
}

impl ProposalRow {
    fn read(self, places: &mut HashMap<String, Vec<ProposalPlace>>) -> Result<Proposal> {
        Ok(Proposal {
            places: places.remove(&self.id).unwrap_or_default(),
            id: id(&self.id)?,
            story: id(&self.story_id)?,
            run: self.run_id.as_deref().map(id).transpose()?,
            kind: ProposalKind::parse(&self.kind).ok_or(Error::Corrupt("a proposal's kind"))?,
            state: ProposalState::parse(&self.state).ok_or(Error::Corrupt("a proposal's state"))?,
            content: from_json(&self.content.0, "a proposal")?,
            is_beside: self.is_beside.unwrap_or_default(),
            version: self.version,
        })
    }
}

/// The rows with the sentences that they come from.
async fn with_places(sql: &mut SqliteConnection, rows: Vec<ProposalRow>) -> Result<Vec<Proposal>> {
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let found: Vec<PlaceRow> = sqlx::query_as(
        "SELECT l.proposal_id, l.chapter_id, c.number, l.quote FROM json_each(?) j \
         JOIN proposal_places l ON l.proposal_id = j.value JOIN chapters c ON c.id = l.chapter_id \
         ORDER BY c.number",
    )
    .bind(to_json(&ids))
    .fetch_all(sql)
    .await?;
    let mut places: HashMap<String, Vec<ProposalPlace>> = HashMap::new();
    for row in found {
        places
            .entry(row.proposal_id)
            .or_default()
            .push(ProposalPlace {
                chapter_id: id(&row.chapter_id)?,
                chapter: row.number,
                quote: row.quote.0,
            });
    }
    Ok(readable(rows.into_iter().map(|row| row.read(&mut places))))
}

/// Everything that was proposed in a story.
pub async fn all(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<Proposal>> {
    listed(sql, story, ProposalFilter::default(), -1, None).await
}

/// The proposals that a filter lets through, in the order of their ids.
pub async fn listed(
    sql: &mut SqliteConnection,
    story: StoryId,
    filter: ProposalFilter,
    limit: i64,
    after: Option<ProposalId>,
) -> Result<Vec<Proposal>> {
    let rows: Vec<ProposalRow> = sqlx::query_as(select_proposal!(
        "WHERE p.story_id = ?1 AND (?2 IS NULL OR p.kind = ?2) \
         AND (?3 OR ?4 IS NULL OR p.state = ?4) AND (NOT ?3 OR p.state IN ('accepted', 'edited')) \
         AND (?5 IS NULL OR EXISTS (SELECT 1 FROM proposal_places l WHERE l.proposal_id = p.id \
           AND l.chapter_id = ?5)) AND (?6 IS NULL OR p.id > ?6) ORDER BY p.id LIMIT ?7"
    ))
    .bind(story.to_string())
    .bind(filter.kind.map(ProposalKind::as_str))
    .bind(filter.accepted)
    .bind(filter.state.map(ProposalState::as_str))
    .bind(filter.chapter.map(|chapter| chapter.to_string()))
    .bind(after.map(|after| after.to_string()))
    .bind(limit)
    .fetch_all(&mut *sql)
    .await?;
    with_places(sql, rows).await
}

/// One proposal of a story.
pub async fn one(sql: &mut SqliteConnection, story: StoryId, id: ProposalId) -> Result<Proposal> {
    let row: Option<ProposalRow> =
        sqlx::query_as(select_proposal!("WHERE p.story_id = ? AND p.id = ?"))
            .bind(story.to_string())
            .bind(id.to_string())
            .fetch_optional(&mut *sql)
            .await?;
    let row = row.ok_or(Error::NotFound("proposal"))?;
    let found = with_places(sql, vec![row]).await?;
    found.into_iter().next().ok_or(Error::Corrupt("a proposal"))
}

/// What came of a proposal, so that it can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionChange {
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
    pub const fn entity(&self) -> Option<EntityId> {
        match self {
            Self::Added(PartId::Entity(id), _) => Some(*id),
            Self::Merged(entity, _) => Some(entity.id),
            _ => None,
        }
    }
}

/// What came of a proposal.
pub async fn change_of(
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
pub async fn threads(sql: &mut SqliteConnection, chapter: ChapterId) -> Result<Vec<String>> {
    let threads: String = sqlx::query_scalar("SELECT threads FROM chapters WHERE id = ?")
        .bind(chapter.to_string())
        .fetch_one(sql)
        .await?;
    Ok(from_json(&threads, "a chapter's threads").unwrap_or_default())
}

/// The texts of a story's chapters that were read, as they are now.
pub async fn read_texts(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<RevisionId>> {
    let all: Vec<String> = sqlx::query_scalar(
        "SELECT d.revision_id FROM chapters_read d JOIN chapters c ON c.id = d.chapter_id \
         WHERE c.story_id = ?",
    )
    .bind(story.to_string())
    .fetch_all(sql)
    .await?;
    all.iter().map(|text| id(text)).collect()
}

/// The plot threads that the author accepted.
pub async fn accepted_threads(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar(
        "SELECT json_extract(content, '$.thread') FROM proposals WHERE story_id = ? AND kind = 'thread' \
         AND state IN ('accepted', 'edited') AND json_valid(content) ORDER BY id",
    )
    .bind(story.to_string())
    .fetch_all(sql)
    .await?)
}

/// What the author deleted of the facts of a chapter.
pub async fn unwanted_facts(sql: &mut SqliteConnection, chapter: ChapterId) -> Result<Vec<String>> {
    let all: Vec<Lossy> =
        sqlx::query_scalar("SELECT text FROM withdrawn_facts WHERE chapter_id = ?")
            .bind(chapter.to_string())
            .fetch_all(sql)
            .await?;
    Ok(all.into_iter().map(|text| text.0).collect())
}

/// How much of a story was read, and what was proposed.
pub async fn reading_state(sql: &mut SqliteConnection, story: StoryId) -> Result<ReadingState> {
    let (chapters, read): (u32, u32) = sqlx::query_as(
        "SELECT COUNT(c.revision_id), COUNT(d.revision_id) FROM chapters c LEFT JOIN chapters_read d \
         ON d.chapter_id = c.id AND d.revision_id = c.revision_id WHERE c.story_id = ?",
    )
    .bind(story.to_string())
    .fetch_one(&mut *sql)
    .await?;
    let counts: Vec<(String, String, u32)> = sqlx::query_as(
        "SELECT kind, state, COUNT(*) FROM proposals WHERE story_id = ? GROUP BY kind, state",
    )
    .bind(story.to_string())
    .fetch_all(&mut *sql)
    .await?;
    let count_of = |kind: ProposalKind| {
        let mut all = ProposalTally {
            kind,
            open: 0,
            accepted: 0,
            dropped: 0,
        };
        for (_, state, count) in counts.iter().filter(|(word, ..)| word == kind.as_str()) {
            match ProposalState::parse(state) {
                Some(ProposalState::Open) => all.open += count,
                Some(ProposalState::Accepted | ProposalState::Edited) => all.accepted += count,
                Some(ProposalState::Dropped) => all.dropped += count,
                None => {}
            }
        }
        all
    };
    let counts = ProposalKind::ALL.map(count_of);
    let some = |count: &ProposalTally| count.open + count.accepted + count.dropped > 0;
    Ok(ReadingState {
        chapters,
        read,
        counts: counts.into_iter().filter(some).collect(),
    })
}

/// The proposals that a person chose, in the order of work: what others need comes first. All open ones of a kind or a
/// chapter, or those with the given ids, whatever their state.
pub async fn chosen(
    sql: &mut SqliteConnection,
    story: StoryId,
    choice: &ProposalChoice,
) -> Result<Vec<Proposal>> {
    let mut all = Vec::new();
    if choice.ids.is_empty() {
        let filter = ProposalFilter {
            kind: choice.kind,
            state: Some(ProposalState::Open),
            accepted: false,
            chapter: chapter_id(&mut *sql, story, choice.chapter).await?,
        };
        all = listed(sql, story, filter, -1, None).await?;
    } else {
        for id in &choice.ids {
            all.push(one(&mut *sql, story, *id).await?);
        }
    }
    let order = |kind: ProposalKind| ProposalKind::ALL.iter().position(|other| *other == kind);
    all.sort_by_key(|proposal| (order(proposal.kind), proposal.id));
    all.dedup_by_key(|proposal| proposal.id);
    Ok(all)
}

/// The id of a chapter, which a request names by its number or by its id.
async fn chapter_id(
    sql: &mut SqliteConnection,
    story: StoryId,
    chapter: Option<ChapterRef>,
) -> Result<Option<ChapterId>> {
    let Some(chapter) = chapter else {
        return Ok(None);
    };
    let (number, key) = match chapter {
        ChapterRef::Number(number) => (Some(number), None),
        ChapterRef::Id(id) => (None, Some(id.to_string())),
    };
    let found: Option<String> =
        sqlx::query_scalar("SELECT id FROM chapters WHERE story_id = ? AND (number = ? OR id = ?)")
            .bind(story.to_string())
            .bind(number)
            .bind(key)
            .fetch_optional(sql)
            .await?;
    let found = found.ok_or(Error::NotFound("chapter"))?;
    Ok(Some(id(&found)?))
}
