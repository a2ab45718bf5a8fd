//! What was read in a story, and what the author decides about it.

use super::ApiResult;
use domain::{
    ChapterRef, Proposal, ProposalChoice, ProposalContent, ProposalId, ProposalKind,
    ProposalOutcome, ReadingState, StoryId,
};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// Which decisions a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionFilter {
    /// Undecided.
    #[default]
    Open,
    /// Accepted, as they were or edited.
    Accepted,
    /// Not wanted.
    Dropped,
}

/// What a page shows of the proposals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    /// In which state.
    pub decision: DecisionFilter,
    /// Of which kind; all where it is missing.
    pub kind: Option<ProposalKind>,
    /// Of which chapter; all where it is missing.
    pub chapter: Option<ChapterRef>,
    /// So many of each kind.
    pub limit: u32,
}

/// The proposals of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposalList {
    /// The kind.
    pub kind: ProposalKind,
    /// The first ones.
    pub items: Vec<Proposal>,
    /// Whether there are more.
    pub has_more: bool,
}

/// The proposals of a page, kind by kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposalLists {
    /// How much was read and proposed.
    pub reading: ReadingState,
    /// Kinds without any are missing.
    pub groups: Vec<ProposalList>,
}

/// How much of a story was read, and how much was proposed.
#[server(prefix = "/api/studio", endpoint = "reading_state", input = Json)]
pub async fn get_reading_state(story: StoryId) -> ApiResult<ReadingState> {
    use super::server::{api_result, engine};
    api_result(engine().reading_state(story).await)
}

/// One proposal.
#[server(prefix = "/api/studio", endpoint = "proposal", input = Json)]
pub async fn get_proposal(story: StoryId, id: ProposalId) -> ApiResult<Proposal> {
    use super::server::{api_result, engine};
    api_result(engine().proposal(story, id).await)
}

/// The proposals of a story as a page shows them.
#[server(prefix = "/api/studio", endpoint = "proposals", input = Json)]
pub async fn list_proposals(story: StoryId, view: ProposalView) -> ApiResult<ProposalLists> {
    use super::server::{api_result, engine};
    use domain::{ProposalFilter, ProposalState};
    let engine = engine();
    let reading = api_result(engine.reading_state(story).await)?;
    let chapter = match view.chapter {
        Some(chapter) => Some(api_result(engine.chapter(story, chapter).await)?.id),
        None => None,
    };
    let state = match view.decision {
        DecisionFilter::Open => Some(ProposalState::Open),
        DecisionFilter::Dropped => Some(ProposalState::Dropped),
        DecisionFilter::Accepted => None,
    };
    let mut groups = Vec::new();
    let counted = reading.counts.iter().map(|count| count.kind);
    for kind in counted.filter(|kind| view.kind.is_none_or(|wanted| wanted == *kind)) {
        let filter = ProposalFilter {
            kind: Some(kind),
            state,
            accepted: view.decision == DecisionFilter::Accepted,
            chapter,
        };
        let (mut items, mut next) = (Vec::new(), None);
        loop {
            let left = view.limit.saturating_sub(items.len() as u32);
            let page = api_result(engine.proposals(story, filter, left, next).await)?;
            items.extend(page.items);
            next = page.next;
            if next.is_none() || items.len() as u32 >= view.limit {
                break;
            }
        }
        if !items.is_empty() {
            groups.push(ProposalList {
                kind,
                items,
                has_more: next.is_some(),
            });
        }
    }
    Ok(ProposalLists { reading, groups })
}

/// Accepts proposals.
#[server(prefix = "/api/studio", endpoint = "accept_proposals", input = Json)]
pub async fn accept_proposals(
    story: StoryId,
    choice: ProposalChoice,
) -> ApiResult<ProposalOutcome> {
    use super::server::{api_result, engine};
    api_result(engine().accept_proposals(story, choice).await)
}

/// Accepts one proposal in the author's words.
#[server(prefix = "/api/studio", endpoint = "accept_edited", input = Json)]
pub async fn accept_edited(
    story: StoryId,
    id: ProposalId,
    content: ProposalContent,
    version: i64,
) -> ApiResult<Proposal> {
    use super::server::{api_result, engine};
    api_result(engine().accept_edited(story, id, content, version).await)
}

/// Drops proposals.
#[server(prefix = "/api/studio", endpoint = "drop_proposals", input = Json)]
pub async fn drop_proposals(story: StoryId, choice: ProposalChoice) -> ApiResult<ProposalOutcome> {
    use super::server::{api_result, engine};
    api_result(engine().drop_proposals(story, choice).await)
}

/// Takes decisions back.
#[server(prefix = "/api/studio", endpoint = "reopen_proposals", input = Json)]
pub async fn reopen_proposals(
    story: StoryId,
    choice: ProposalChoice,
) -> ApiResult<ProposalOutcome> {
    use super::server::{api_result, engine};
    api_result(engine().reopen_proposals(story, choice).await)
}
