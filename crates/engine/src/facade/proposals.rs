//! What was read in a story, and what the author decides about it.

use super::{Engine, MAX_LIMIT, after, at_most};
use crate::{Error, Result};
use domain::{
    Page, Proposal, ProposalChoice, ProposalContent, ProposalFilter, ProposalId, ProposalOutcome,
    ReadingState, StoryId,
};

/// The most proposals that one request may name.
const MAX_CHOSEN: usize = 5_000;

/// The most characters of a field.
const MAX_FIELD: usize = 10_000;

impl Engine {
    /// What was proposed, in the order in which it was read.
    pub async fn proposals(
        &self,
        story: StoryId,
        filter: ProposalFilter,
        limit: u32,
        from: Option<String>,
    ) -> Result<Page<Proposal>> {
        self.store()
            .proposals(story, filter, limit.clamp(1, MAX_LIMIT), after(from)?)
            .await
    }

    /// One proposal.
    pub async fn proposal(&self, story: StoryId, id: ProposalId) -> Result<Proposal> {
        self.store().proposal(story, id).await
    }

    /// How much of a story was read, and how much was proposed.
    pub async fn reading_state(&self, story: StoryId) -> Result<ReadingState> {
        self.store().reading_state(story).await
    }

    /// Accepts proposals: they become part of the world, the chapters and the outline.
    pub async fn accept_proposals(
        &self,
        story: StoryId,
        choice: ProposalChoice,
    ) -> Result<ProposalOutcome> {
        checked(&choice)?;
        if choice.into.is_some() {
            let [id] = choice.ids[..] else {
                return Err(Error::Invalid(
                    "`into` needs exactly one proposal in `ids`.".to_owned(),
                ));
            };
            let proposal = self.store().proposal(story, id).await?;
            if !matches!(proposal.content, ProposalContent::Entity(_)) {
                return Err(Error::Invalid(
                    "Only a person, place, thing, faction or idea can be merged with an entry of the world."
                        .to_owned(),
                ));
            }
        }
        self.store().accept_proposals(story, &choice).await
    }

    /// Accepts one proposal in the author's words, based on `version`.
    pub async fn accept_edited(
        &self,
        story: StoryId,
        id: ProposalId,
        content: ProposalContent,
        version: i64,
    ) -> Result<Proposal> {
        let content = content.tidied();
        if let Some(trouble) = content.trouble() {
            return Err(Error::Invalid(trouble.to_owned()));
        }
        for text in content.texts() {
            at_most("A field of a proposal", text, MAX_FIELD)?;
        }
        self.store()
            .accept_edited(story, id, content, version)
            .await
    }

    /// Drops proposals: they are not proposed again.
    pub async fn drop_proposals(
        &self,
        story: StoryId,
        choice: ProposalChoice,
    ) -> Result<ProposalOutcome> {
        checked(&choice)?;
        without_entry(&choice)?;
        self.store().drop_proposals(story, &choice).await
    }

    /// Takes decisions back.
    pub async fn reopen_proposals(
        &self,
        story: StoryId,
        choice: ProposalChoice,
    ) -> Result<ProposalOutcome> {
        checked(&choice)?;
        without_entry(&choice)?;
        if choice.ids.is_empty() {
            return Err(Error::Invalid(
                "Name the proposals to reopen in `ids`.".to_owned(),
            ));
        }
        self.store().reopen_proposals(story, &choice).await
    }
}

/// Refuses a choice that says nothing, or too much.
fn checked(choice: &ProposalChoice) -> Result<()> {
    let by_ids = !choice.ids.is_empty();
    let by_kind = choice.kind.is_some() || choice.chapter.is_some();
    let trouble = match (by_ids, by_kind) {
        (false, false) => "Name proposals in `ids`, or choose all of a `kind` or a `chapter`.",
        (true, true) => "Use either `ids`, or `kind` and `chapter`, not both.",
        _ if choice.ids.len() > MAX_CHOSEN => "Name at most 5000 proposals at once.",
        _ => return Ok(()),
    };
    Err(Error::Invalid(trouble.to_owned()))
}

fn without_entry(choice: &ProposalChoice) -> Result<()> {
    match choice.into {
        Some(_) => Err(Error::Invalid(
            "`into` is for accepting a proposal only.".to_owned(),
        )),
        None => Ok(()),
    }
}
