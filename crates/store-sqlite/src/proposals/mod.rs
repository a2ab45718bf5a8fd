//! What was read and proposed: lists, and what a reading adds to them.

mod change;
mod decision;
mod rows;
mod undo;

use super::{
    SqliteStore, chapters, commit, drafts,
    paging::{page, rows_for},
    readable::Lossy,
    rows::{id, to_json},
    stories,
    tx::{Durability, Tx},
    world,
};
use async_trait::async_trait;
use domain::{
    ChapterId, EventBody, Page, Proposal, ProposalChoice, ProposalContent, ProposalFilter,
    ProposalId, ProposalKind, ProposalOutcome, ProposalState, ProposalTally, ReadingState,
    RevisionId, RunId, StepId, StoryId,
};
use reading::{KnownStory, ProposalChange, merge};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::{Error, Lease, ProposalStore, ReadProposals, Result, ids};

/// The texts of a story's chapters that were read, as they are now.
pub(super) async fn read_texts(
    sql: &mut SqliteConnection,
    story: StoryId,
) -> Result<Vec<RevisionId>> {
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
pub(super) async fn accepted_threads(
    sql: &mut SqliteConnection,
    story: StoryId,
) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar(
        "SELECT json_extract(content, '$.thread') FROM proposals WHERE story_id = ? AND kind = 'thread' \
         AND state IN ('accepted', 'edited') AND json_valid(content) ORDER BY id",
    )
    .bind(story.to_string())
    .fetch_all(sql)
    .await?)
}

/// Tells that a story's proposals changed: nothing of the story itself.
async fn emit(tx: &mut Tx<'_>, story: StoryId) -> Result<()> {
    tx.emit(EventBody::Story { story }).await
}

/// What the author deleted of the facts of a chapter.
async fn unwanted_facts(sql: &mut SqliteConnection, chapter: ChapterId) -> Result<Vec<String>> {
    let all: Vec<Lossy> =
        sqlx::query_scalar("SELECT text FROM withdrawn_facts WHERE chapter_id = ?")
            .bind(chapter.to_string())
            .fetch_all(sql)
            .await?;
    Ok(all.into_iter().map(|text| text.0).collect())
}

/// Adds a proposal.
async fn insert(
    tx: &mut Tx<'_>,
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
    .execute(tx.sql())
    .await?;
    Ok(new)
}

/// Notes the sentence in a chapter that a proposal comes from. A sentence that was found is not lost to a later reading
/// without one.
async fn put_place(
    tx: &mut Tx<'_>,
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
    .execute(tx.sql())
    .await?;
    Ok(())
}

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
    let known = rows::all(tx.sql(), story).await?;
    let own = world::load(tx.sql(), story).await?;
    let unwanted = unwanted_facts(tx.sql(), chapter.id).await?;
    let threads = change::threads(tx.sql(), chapter.id).await?;
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
                let new = insert(tx, story, run, chapter.id, &content).await?;
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
        put_place(tx, proposal, chapter.id, &quote).await?;
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

/// Copies what was read of a story for its copy. Decisions stay; they can't be taken back in the copy.
pub(super) async fn copy(
    tx: &mut Tx<'_>,
    from: StoryId,
    to: StoryId,
    chapters: &HashMap<String, String>,
) -> Result<()> {
    let all: Vec<(String, Option<String>)> =
        sqlx::query_as("SELECT id, chapter_id FROM proposals WHERE story_id = ? ORDER BY id")
            .bind(from.to_string())
            .fetch_all(tx.sql())
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
        .execute(tx.sql())
        .await?;
        let places: Vec<(String, String)> =
            sqlx::query_as("SELECT chapter_id, quote FROM proposal_places WHERE proposal_id = ?")
                .bind(&old)
                .fetch_all(tx.sql())
                .await?;
        for (chapter, quote) in places {
            let Some(chapter) = chapters.get(&chapter) else {
                continue;
            };
            put_place(tx, id(&new)?, id(chapter)?, &quote).await?;
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
        let found = rows::listed(&mut tx, story, filter, rows_for(limit), after).await?;
        Ok(page(found, limit, |proposal| proposal.id.to_string()))
    }

    async fn proposal(&self, story: StoryId, id: ProposalId) -> Result<Proposal> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        rows::one(&mut tx, story, id).await
    }

    async fn all_proposals(&self, story: StoryId) -> Result<Vec<Proposal>> {
        rows::all(&mut *self.database.readers.begin().await?, story).await
    }

    async fn reading_state(&self, story: StoryId) -> Result<ReadingState> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        let (chapters, read): (u32, u32) = sqlx::query_as(
            "SELECT COUNT(c.revision_id), COUNT(d.revision_id) FROM chapters c LEFT JOIN chapters_read d \
             ON d.chapter_id = c.id AND d.revision_id = c.revision_id WHERE c.story_id = ?",
        )
        .bind(story.to_string())
        .fetch_one(&mut *tx)
        .await?;
        let counts: Vec<(String, String, u32)> = sqlx::query_as(
            "SELECT kind, state, COUNT(*) FROM proposals WHERE story_id = ? GROUP BY kind, state",
        )
        .bind(story.to_string())
        .fetch_all(&mut *tx)
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
        let now = rows::one(tx.sql(), story, id).await?;
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
