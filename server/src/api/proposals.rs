//! What was read in a story, and what the author decides about it.

use super::{
    if_match::IfMatch,
    resource::{Resource, ResourceResponse},
};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{Json, extract::State};
use domain::{
    ChapterRef, Page, Proposal, ProposalChoice, ProposalContent, ProposalFilter, ProposalId,
    ProposalKind, ProposalOutcome, ProposalState, ReadingState, StoryId,
};
use engine::{Engine, Error};
use serde::Deserialize;

/// `?kind=&state=&chapter=`
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ProposalQuery {
    /// Only of this kind.
    kind: Option<ProposalKind>,
    /// Only in this state.
    state: Option<ProposalState>,
    /// Only what comes from this chapter: its number or its id.
    chapter: Option<String>,
}

impl Resource for (StoryId, ProposalId) {
    type Body = Proposal;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<Proposal>, Error> {
        Ok(engine.proposal(self.0, self.1).await?.into())
    }
}

/// What was read in a story and proposed, in the order in which it was read.
#[utoipa::path(
    get,
    path = "/stories/{id}/proposals",
    params(ProposalQuery, Paging),
    responses((status = 200, body = Page<Proposal>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(query): Params<ProposalQuery>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Proposal>>, Problem> {
    let story: StoryId = id(&story, "story")?;
    let chapter = match query.chapter {
        Some(chapter) => {
            let chapter: ChapterRef = id(&chapter, "chapter")?;
            Some(engine.chapter(story, chapter).await?.id)
        }
        None => None,
    };
    let filter = ProposalFilter {
        kind: query.kind,
        state: query.state,
        accepted: false,
        chapter,
    };
    let limit = paging.limit()?;
    let page = engine.proposals(story, filter, limit, paging.after);
    Ok(Json(page.await?))
}

/// How many chapters were read in their present text, and how many proposals there are of each kind.
#[utoipa::path(
    get,
    path = "/stories/{id}/reading",
    responses((status = 200, body = ReadingState))
)]
pub(super) async fn state(
    State(engine): State<Engine>,
    Path(story): Path<String>,
) -> Result<Json<ReadingState>, Problem> {
    Ok(Json(engine.reading_state(id(&story, "story")?).await?))
}

/// One proposal.
#[utoipa::path(
    get,
    path = "/stories/{id}/proposals/{proposal}",
    responses((status = 200, body = Proposal))
)]
pub(super) async fn show(
    State(engine): State<Engine>,
    Path((story, proposal)): Path<(String, String)>,
) -> Result<ResourceResponse<Proposal>, Problem> {
    let place: (StoryId, ProposalId) = (id(&story, "story")?, id(&proposal, "proposal")?);
    Ok(place.read(&engine).await?)
}

/// Accepts a proposal in other words: its state is `edited`. The kind stays, but a person can become a place, and so on.
#[utoipa::path(
    patch,
    path = "/stories/{id}/proposals/{proposal}",
    params(IfMatch),
    request_body = ProposalContent,
    responses((status = 200, body = Proposal), (status = 409, body = Problem))
)]
pub(super) async fn change(
    State(engine): State<Engine>,
    Path((story, proposal)): Path<(String, String)>,
    based_on: IfMatch,
    Body(content): Body<ProposalContent>,
) -> Result<ResourceResponse<Proposal>, Problem> {
    let place: (StoryId, ProposalId) = (id(&story, "story")?, id(&proposal, "proposal")?);
    let change = |_, version| engine.accept_edited(place.0, place.1, content, version);
    Ok(based_on.change(&engine, &place, change).await?.into())
}

/// Accepts proposals: those in `ids`, or all that are open of a `kind` or a `chapter`. They become entries and facts of the
/// world, summaries, threads and beats. With `into`, one proposal fills in an entry of the world instead. What can't be
/// accepted now is in `left`, with the reason.
#[utoipa::path(
    post,
    path = "/stories/{id}/proposals/accept",
    request_body = ProposalChoice,
    responses((status = 200, body = ProposalOutcome))
)]
pub(super) async fn accept(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(choice): Body<ProposalChoice>,
) -> Result<Json<ProposalOutcome>, Problem> {
    let story = id(&story, "story")?;
    Ok(Json(engine.accept_proposals(story, choice).await?))
}

/// Drops proposals: those in `ids`, or all that are open of a `kind` or a `chapter`. They are not proposed again.
#[utoipa::path(
    post,
    path = "/stories/{id}/proposals/drop",
    request_body = ProposalChoice,
    responses((status = 200, body = ProposalOutcome))
)]
pub(super) async fn drop_open(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(choice): Body<ProposalChoice>,
) -> Result<Json<ProposalOutcome>, Problem> {
    let story = id(&story, "story")?;
    Ok(Json(engine.drop_proposals(story, choice).await?))
}

/// Takes decisions about the proposals in `ids` back: they are open again, and what they became is gone. What was changed
/// since stays, and is in `left` with the reason.
#[utoipa::path(
    post,
    path = "/stories/{id}/proposals/reopen",
    request_body = ProposalChoice,
    responses((status = 200, body = ProposalOutcome))
)]
pub(super) async fn reopen(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(choice): Body<ProposalChoice>,
) -> Result<Json<ProposalOutcome>, Problem> {
    let story = id(&story, "story")?;
    Ok(Json(engine.reopen_proposals(story, choice).await?))
}
