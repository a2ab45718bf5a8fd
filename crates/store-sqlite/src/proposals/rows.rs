//! Proposals as they are stored.

use crate::{
    chapters,
    readable::{Lossy, readable},
    rows::{from_json, id, to_json},
};
use domain::{
    ChapterId, ChapterRef, Proposal, ProposalChoice, ProposalFilter, ProposalId, ProposalKind,
    ProposalPlace, ProposalState, StoryId,
};
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
pub(super) async fn all(sql: &mut SqliteConnection, story: StoryId) -> Result<Vec<Proposal>> {
    listed(sql, story, ProposalFilter::default(), -1, None).await
}

/// The proposals that a filter lets through, in the order of their ids.
pub(super) async fn listed(
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
pub(super) async fn one(
    sql: &mut SqliteConnection,
    story: StoryId,
    id: ProposalId,
) -> Result<Proposal> {
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

/// The proposals that a person chose, in the order of work: what others need comes first. All open ones of a kind or a
/// chapter, or those with the given ids, whatever their state.
pub(super) async fn chosen(
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

async fn chapter_id(
    sql: &mut SqliteConnection,
    story: StoryId,
    chapter: Option<ChapterRef>,
) -> Result<Option<ChapterId>> {
    Ok(match chapter {
        Some(chapter) => Some(chapters::load(sql, story, chapter).await?.id),
        None => None,
    })
}
