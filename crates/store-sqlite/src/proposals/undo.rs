//! Taking decisions back.

use super::{change, decision::left, emit};
use crate::{chapters, tx::Tx, versions::ChangeAuthor, world, world_edit};
use domain::{
    Entity, Outline, PartId, Proposal, ProposalChoice, ProposalOutcome, ProposalRefusal,
    ProposalState, StoryId, WorldPart,
};
use sqlite_rows::{
    proposals::{self, DecisionChange},
    version_values::VersionSubject,
};
use store::{Error, Result};

/// Why a decision can't be taken back.
type Kept = Option<ProposalRefusal>;

/// Opens proposals again that were decided about: what others need goes last.
pub(super) async fn reopen(
    tx: &mut Tx<'_>,
    story: StoryId,
    choice: &ProposalChoice,
) -> Result<ProposalOutcome> {
    let mut outcome = ProposalOutcome::default();
    let mut world_changed = false;
    for proposal in proposals::chosen(tx.sql(), story, choice)
        .await?
        .iter()
        .rev()
    {
        let kept = match proposal.state {
            ProposalState::Open => Some(ProposalRefusal::Open),
            ProposalState::Dropped => None,
            ProposalState::Accepted | ProposalState::Edited => {
                world_changed = true;
                take_back(tx, story, proposal).await?
            }
        };
        if let Some(reason) = kept {
            outcome.left.push(left(proposal, &reason));
            continue;
        }
        sqlx::query(
            "UPDATE proposals SET state = 'open', content = COALESCE(original, content), original = NULL, \
             kind = CASE WHEN json_extract(COALESCE(original, content), '$.entity.kind') IS NULL THEN kind \
               ELSE json_extract(COALESCE(original, content), '$.entity.kind') END, \
             effect = NULL, version = version + 1 WHERE id = ?",
        )
        .bind(proposal.id.to_string())
        .execute(tx.sql())
        .await?;
        outcome.changed.push(proposal.id);
    }
    match world_changed {
        true => world_edit::emit_world(tx, story).await?,
        false => emit(tx, story).await?,
    }
    Ok(outcome)
}

/// Takes back what came of a proposal, or says why that stays.
async fn take_back(tx: &mut Tx<'_>, story: StoryId, proposal: &Proposal) -> Result<Kept> {
    let Some(effect) = proposals::change_of(tx.sql(), proposal.id).await? else {
        return Ok(Some(ProposalRefusal::NotKnown));
    };
    match effect {
        DecisionChange::Added(part, version) => remove(tx, story, part, version).await,
        DecisionChange::Merged(before, version) => restore(tx, story, before, version).await,
        // What is in the history stays there.
        DecisionChange::InHistory => Ok(None),
        DecisionChange::Summary(..) | DecisionChange::Thread(_) | DecisionChange::Beats(..) => {
            of_chapter(tx, proposal, effect).await
        }
    }
}

/// Removes a part that nobody has changed since, and on which nothing else rests. It is in the history, like every part.
async fn remove(tx: &mut Tx<'_>, story: StoryId, part: PartId, version: i64) -> Result<Kept> {
    let (_, current) = match world_edit::load(tx.sql(), story, part).await {
        // It was deleted already.
        Err(Error::NotFound(_)) => return Ok(None),
        found => found?,
    };
    if current != version {
        return Ok(Some(ProposalRefusal::ChangedInWorld));
    }
    let key = VersionSubject::Part(part).key();
    let sql = match part {
        PartId::Entity(_) => {
            let is_tied: bool = sqlx::query_scalar(
                "SELECT EXISTS (SELECT 1 FROM relations WHERE from_id = ?1 OR to_id = ?1)",
            )
            .bind(&key)
            .fetch_one(tx.sql())
            .await?;
            if is_tied {
                return Ok(Some(ProposalRefusal::HasRelations));
            }
            "DELETE FROM entities WHERE id = ?"
        }
        PartId::Relation(_) => "DELETE FROM relations WHERE id = ?",
        PartId::Rule(_) => "DELETE FROM rules WHERE id = ?",
        PartId::Fact(_) => "DELETE FROM facts WHERE id = ?",
    };
    sqlx::query(sql).bind(key).execute(tx.sql()).await?;
    Ok(None)
}

/// Gives an entry of the author the value again that it had.
async fn restore(tx: &mut Tx<'_>, story: StoryId, before: Entity, version: i64) -> Result<Kept> {
    match world::entity(tx.sql(), story, before.id).await {
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
        Ok((_, current)) if current != version => Ok(Some(ProposalRefusal::ChangedInWorld)),
        Ok(_) => {
            let part = WorldPart::Entity(before);
            world_edit::write(tx, story, &part, ChangeAuthor::Person).await?;
            Ok(None)
        }
    }
}

async fn of_chapter(tx: &mut Tx<'_>, proposal: &Proposal, effect: DecisionChange) -> Result<Kept> {
    let Some(place) = proposal.places.first() else {
        return Ok(Some(ProposalRefusal::NotKnown));
    };
    let chapter = chapters::load_by_id(tx.sql(), place.chapter_id).await?;
    let mut threads = proposals::threads(tx.sql(), chapter.id).await?;
    match effect {
        DecisionChange::Summary(before, after) => {
            if chapter.summary != after {
                return Ok(Some(ProposalRefusal::ChangedInChapter));
            }
            change::set_told(tx, &chapter, &before, &threads).await?;
        }
        DecisionChange::Thread(text) => {
            threads.retain(|thread| *thread != text);
            change::set_told(tx, &chapter, &chapter.summary, &threads).await?;
        }
        DecisionChange::Beats(Outline { outline, .. }, after) => {
            if chapter.outline != after {
                return Ok(Some(ProposalRefusal::ChangedInChapter));
            }
            let (title, by) = (chapter.title.clone(), ChangeAuthor::Person);
            chapters::set_outline(tx, &chapter, title, outline, by).await?;
            chapters::emit_changed(tx, chapter.id).await?;
        }
        DecisionChange::Added(..) | DecisionChange::Merged(..) | DecisionChange::InHistory => {}
    }
    Ok(None)
}
