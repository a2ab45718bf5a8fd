//! What was read and proposed: lists, and what a reading adds to them.

mod change;
mod decision;
mod undo;

use change::emit;

use super::{
    SqliteStore, chapters, commit, drafts, stories,
    tx::{Durability, Tx},
    world,
};
use async_trait::async_trait;
use domain::{
    ChapterId, Page, Proposal, ProposalChoice, ProposalContent, ProposalFilter, ProposalId,
    ProposalOutcome, ReadingState, RevisionId, RunId, StepId, StoryId,
};
use reading::{KnownStory, ProposalChange, merge};
use sqlite_rows::{
    paging::{page, rows_for},
    proposals::{self, insert, put_place},
    rows::to_json,
};
use store::{Error, Lease, ProposalStore, ReadProposals, Result};

/// Adds what is new of a reading.
async fn keep_reading(
    tx: &mut Tx<'_>,
    story: StoryId,
    run: RunId,
    read: ReadProposals,
) -> Result<()> {
    let chapter = match chapters::load_by_id(tx.sql(), read.chapter).await {
        // It was deleted this very moment.
        Err(Error::NotFound(_)) => return Ok(()),
        chapter => chapter?,
    };
    let known = proposals::all(tx.sql(), story).await?;
    let own = world::load(tx.sql(), story).await?;
    let unwanted = proposals::unwanted_facts(tx.sql(), chapter.id).await?;
    let threads = proposals::threads(tx.sql(), chapter.id).await?;
    let changes = merge(
        KnownStory {
            world: &own,
            chapter: &chapter,
            threads: &threads,
            unwanted: &unwanted,
            proposals: &known,
        },
        read.found,
    );
    for change in changes {
        let (proposal, quote) = match change {
            ProposalChange::Add { content, quote } => {
                let new = insert(tx.sql(), story, run, chapter.id, &content).await?;
                (new, quote)
            }
            ProposalChange::Seen { id, content, quote } => {
                if let Some(content) = content {
                    sqlx::query(
                        "UPDATE proposals SET content = ?, kind = ?, version = version + 1 \
                         WHERE id = ? AND state = 'open'",
                    )
                    .bind(to_json(&content))
                    .bind(content.kind().as_str())
                    .bind(id.to_string())
                    .execute(tx.sql())
                    .await?;
                }
                (id, quote)
            }
        };
        put_place(tx.sql(), proposal, chapter.id, &quote).await?;
    }
    if read.is_whole {
        sqlx::query(
            "INSERT OR REPLACE INTO chapters_read (chapter_id, revision_id, run_id) VALUES (?, ?, ?)",
        )
        .bind(chapter.id.to_string())
        .bind(read.revision.to_string())
        .bind(run.to_string())
        .execute(tx.sql())
        .await?;
    }
    Ok(())
}

#[async_trait]
impl ProposalStore for SqliteStore {
    async fn proposals(
        &self,
        story: StoryId,
        filter: ProposalFilter,
        limit: u32,
        after: Option<ProposalId>,
    ) -> Result<Page<Proposal>> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        let found = proposals::listed(&mut tx, story, filter, rows_for(limit), after).await?;
        Ok(page(found, limit, |proposal| proposal.id.to_string()))
    }

    async fn proposal(&self, story: StoryId, id: ProposalId) -> Result<Proposal> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        proposals::one(&mut tx, story, id).await
    }

    async fn all_proposals(&self, story: StoryId) -> Result<Vec<Proposal>> {
        proposals::all(&mut *self.database.readers.begin().await?, story).await
    }

    async fn reading_state(&self, story: StoryId) -> Result<ReadingState> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        proposals::reading_state(&mut tx, story).await
    }

    async fn is_read_since(
        &self,
        run: RunId,
        chapter: ChapterId,
        revision: RevisionId,
    ) -> Result<bool> {
        Ok(sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM chapters_read WHERE chapter_id = ? AND revision_id = ? AND run_id > ?)",
        )
        .bind(chapter.to_string())
        .bind(revision.to_string())
        .bind(run.to_string())
        .fetch_one(&mut *self.database.readers.acquire().await?)
        .await?)
    }

    async fn commit_proposals(
        &self,
        lease: Lease,
        step: StepId,
        read: Option<ReadProposals>,
    ) -> Result<()> {
        let mut tx = self.begin(Durability::Durable).await?;
        tx.check_lease(lease).await?;
        let story = drafts::target(tx.sql(), step).await?.story;
        if let Some(read) = read {
            keep_reading(&mut tx, story, lease.run, read).await?;
        }
        emit(&mut tx, story).await?;
        commit::finish_step(&mut tx, step).await?;
        tx.emit_run_and_waiting(lease.run).await?;
        tx.commit().await
    }

    async fn accept_proposals(
        &self,
        story: StoryId,
        choice: &ProposalChoice,
    ) -> Result<ProposalOutcome> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        let outcome = decision::accept(&mut tx, story, choice).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    async fn accept_edited(
        &self,
        story: StoryId,
        id: ProposalId,
        content: ProposalContent,
        version: i64,
    ) -> Result<Proposal> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        decision::accept_edited(&mut tx, story, id, content, version).await?;
        let now = proposals::one(tx.sql(), story, id).await?;
        tx.commit().await?;
        Ok(now)
    }

    async fn drop_proposals(
        &self,
        story: StoryId,
        choice: &ProposalChoice,
    ) -> Result<ProposalOutcome> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        let outcome = decision::drop_all(&mut tx, story, choice).await?;
        tx.commit().await?;
        Ok(outcome)
    }

    async fn reopen_proposals(
        &self,
        story: StoryId,
        choice: &ProposalChoice,
    ) -> Result<ProposalOutcome> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        let outcome = undo::reopen(&mut tx, story, choice).await?;
        tx.commit().await?;
        Ok(outcome)
    }
}
