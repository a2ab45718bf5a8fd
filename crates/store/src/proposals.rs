//! What was read in a story and proposed to the author.

use super::Lease;
use crate::error::Result;
use async_trait::async_trait;
use domain::{
    ChapterId, Page, Proposal, ProposalChoice, ProposalContent, ProposalFilter, ProposalId,
    ProposalOutcome, ReadingState, RevisionId, RunId, StepId, StoryId,
};
use reading::FoundProposal;

/// A chapter that was read.
#[derive(Clone, Debug)]
pub struct ReadProposals {
    /// Which.
    pub chapter: ChapterId,
    /// The text that was read.
    pub revision: RevisionId,
    /// Whether all of it could be read; else the chapter counts as not read.
    pub is_whole: bool,
    /// What it tells.
    pub found: Vec<FoundProposal>,
}

/// Proposals: what was read, and what the author decided about it. Every change is durable.
///
/// What the author has is not proposed, and what was dropped is not proposed again. A decision changes a proposal and
/// what follows from it together, and can be taken back while nobody has changed what it made.
#[async_trait]
pub trait ProposalStore: Send + Sync {
    /// A story's proposals in the order in which they were read.
    async fn proposals(
        &self,
        story: StoryId,
        filter: ProposalFilter,
        limit: u32,
        after: Option<ProposalId>,
    ) -> Result<Page<Proposal>>;
    /// One proposal.
    async fn proposal(&self, story: StoryId, id: ProposalId) -> Result<Proposal>;
    /// Everything that was proposed, for a reading that goes on.
    async fn all_proposals(&self, story: StoryId) -> Result<Vec<Proposal>>;
    /// How much of a story was read, and what was proposed.
    async fn reading_state(&self, story: StoryId) -> Result<ReadingState>;
    /// Whether a run that was asked for later than this one has read this text of a chapter.
    async fn is_read_since(
        &self,
        run: RunId,
        chapter: ChapterId,
        revision: RevisionId,
    ) -> Result<bool>;
    /// Commits what was read in a chapter; `None` where there was nothing to read.
    async fn commit_proposals(
        &self,
        lease: Lease,
        step: StepId,
        read: Option<ReadProposals>,
    ) -> Result<()>;
    /// Accepts proposals: they become entries of the world, facts, threads, a chapter's summary or beats. What can't be
    /// accepted now stays open, with the reason.
    async fn accept_proposals(
        &self,
        story: StoryId,
        choice: &ProposalChoice,
    ) -> Result<ProposalOutcome>;
    /// Accepts one proposal in the author's words, based on `version`.
    async fn accept_edited(
        &self,
        story: StoryId,
        id: ProposalId,
        content: ProposalContent,
        version: i64,
    ) -> Result<Proposal>;
    /// Drops proposals that are open.
    async fn drop_proposals(
        &self,
        story: StoryId,
        choice: &ProposalChoice,
    ) -> Result<ProposalOutcome>;
    /// Takes decisions back: the proposals are open again, and what came of them is gone. Where that was changed since,
    /// it stays, with the reason.
    async fn reopen_proposals(
        &self,
        story: StoryId,
        choice: &ProposalChoice,
    ) -> Result<ProposalOutcome>;
}
