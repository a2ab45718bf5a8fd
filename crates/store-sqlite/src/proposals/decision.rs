//! Accepting and dropping.

use super::{change, emit};
use crate::{
    chapters,
    tx::Tx,
    versions::{self, ChangeAuthor},
    world, world_edit,
};
use domain::{
    Chapter, EntityId, Fact, FactId, Outline, Proposal, ProposalChoice, ProposalContent,
    ProposalId, ProposalOutcome, ProposalRefusal, ProposalState, ProposedEntity, ProposedRelation,
    Refusal, Relation, RelationId, SkippedProposal, StoryId, VersionValue, World, WorldPart,
};
use reading::{is_same_name, merged_entity, new_entity};
use rules::world::check_part;
use sqlite_rows::{
    proposals::{self, DecisionChange},
    rows::to_json,
    version_values::VersionSubject,
};
use store::{Error, Result, ids};

/// What is accepted in one transaction.
struct Acceptance<'t, 's> {
    tx: &'t mut Tx<'s>,
    story: StoryId,
    world: World,
    /// Names of proposals that were accepted, with the entries that they became.
    names: Vec<(String, EntityId)>,
    outcome: ProposalOutcome,
}

/// Why a proposal stays open, or an error of the store.
enum Reason {
    Said(ProposalRefusal),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Reason {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Accepts proposals that are open.
pub(super) async fn accept(
    tx: &mut Tx<'_>,
    story: StoryId,
    choice: &ProposalChoice,
) -> Result<ProposalOutcome> {
    let chosen = proposals::chosen(tx.sql(), story, choice).await?;
    let mut acceptance = Acceptance::begin(tx, story).await?;
    for proposal in chosen {
        acceptance
            .take(
                &proposal,
                &proposal.content,
                choice.into,
                ProposalState::Accepted,
            )
            .await?;
    }
    acceptance.end().await
}

/// Accepts one proposal in the author's words.
pub(super) async fn accept_edited(
    tx: &mut Tx<'_>,
    story: StoryId,
    id: ProposalId,
    content: ProposalContent,
    version: i64,
) -> Result<()> {
    let proposal = proposals::one(tx.sql(), story, id).await?;
    if proposal.version != version {
        return Err(Error::StaleVersion {
            current: proposal.version,
        });
    }
    let content = content.tidied();
    let is_other = content.kind() != proposal.kind;
    if is_other
        && !matches!(
            (&content, &proposal.content),
            (ProposalContent::Entity(_), ProposalContent::Entity(_))
        )
    {
        let refusal = ProposalRefusal::OtherKind(proposal.kind);
        return Err(Error::Invalid(refusal.to_string()));
    }
    let state = match content == proposal.content {
        true => ProposalState::Accepted,
        false => ProposalState::Edited,
    };
    let mut acceptance = Acceptance::begin(tx, story).await?;
    acceptance.take(&proposal, &content, None, state).await?;
    let outcome = acceptance.end().await?;
    match outcome.left.into_iter().next() {
        Some(left) => Err(Error::Conflict(left.reason)),
        None => Ok(()),
    }
}

/// Drops proposals that are open.
pub(super) async fn drop_all(
    tx: &mut Tx<'_>,
    story: StoryId,
    choice: &ProposalChoice,
) -> Result<ProposalOutcome> {
    let mut outcome = ProposalOutcome::default();
    for proposal in proposals::chosen(tx.sql(), story, choice).await? {
        match closed(&proposal) {
            Some(reason) => outcome.left.push(left(&proposal, &reason)),
            None => {
                sqlx::query(
                    "UPDATE proposals SET state = 'dropped', version = version + 1 WHERE id = ?",
                )
                .bind(proposal.id.to_string())
                .execute(tx.sql())
                .await?;
                outcome.changed.push(proposal.id);
            }
        }
    }
    emit(tx, story).await?;
    Ok(outcome)
}

pub(super) fn left(proposal: &Proposal, reason: &ProposalRefusal) -> SkippedProposal {
    SkippedProposal {
        id: proposal.id,
        line: proposal.content.line(),
        reason: reason.to_string(),
    }
}

/// Why nothing can be decided about a proposal.
fn closed(proposal: &Proposal) -> Option<ProposalRefusal> {
    match proposal.state {
        ProposalState::Open => None,
        ProposalState::Accepted | ProposalState::Edited => Some(ProposalRefusal::Accepted),
        ProposalState::Dropped => Some(ProposalRefusal::Dropped),
    }
}

impl<'t, 's> Acceptance<'t, 's> {
    async fn begin(tx: &'t mut Tx<'s>, story: StoryId) -> Result<Self> {
        let world = world::load(tx.sql(), story).await?;
        let mut names = Vec::new();
        for proposal in proposals::all(tx.sql(), story).await? {
            if let ProposalContent::Entity(entity) = &proposal.content
                && matches!(
                    proposal.state,
                    ProposalState::Accepted | ProposalState::Edited
                )
                && let Some(id) = proposals::change_of(tx.sql(), proposal.id)
                    .await?
                    .and_then(|effect| effect.entity())
            {
                remember(&mut names, entity, id);
            }
        }
        Ok(Self {
            tx,
            story,
            world,
            names,
            outcome: ProposalOutcome::default(),
        })
    }

    async fn end(self) -> Result<ProposalOutcome> {
        if !self.outcome.changed.is_empty() {
            world_edit::emit_world(self.tx, self.story).await?;
        }
        Ok(self.outcome)
    }

    /// Accepts one, or notes why it stays open.
    async fn take(
        &mut self,
        proposal: &Proposal,
        content: &ProposalContent,
        into: Option<EntityId>,
        state: ProposalState,
    ) -> Result<()> {
        let effect = match closed(proposal) {
            Some(reason) => Err(Reason::Said(reason)),
            None => self.carry_out(proposal, content, into).await,
        };
        let effect = match effect {
            Ok(effect) => effect,
            Err(Reason::Said(reason)) => {
                self.outcome.left.push(left(proposal, &reason));
                return Ok(());
            }
            Err(Reason::Failed(error)) => return Err(error),
        };
        sqlx::query(
            "UPDATE proposals SET state = ?1, content = ?2, kind = ?3, effect = ?4, \
             original = CASE WHEN ?1 = 'edited' THEN content END, version = version + 1 WHERE id = ?5",
        )
        .bind(state.as_str())
        .bind(to_json(content))
        .bind(content.kind().as_str())
        .bind(to_json(&effect))
        .bind(proposal.id.to_string())
        .execute(self.tx.sql())
        .await?;
        self.outcome.changed.push(proposal.id);
        self.outcome.only_in_history += u32::from(effect == DecisionChange::InHistory);
        Ok(())
    }

    async fn carry_out(
        &mut self,
        proposal: &Proposal,
        content: &ProposalContent,
        into: Option<EntityId>,
    ) -> std::result::Result<DecisionChange, Reason> {
        match content {
            ProposalContent::Entity(entity) => match into {
                Some(into) => self.merge(entity, into).await,
                None => self.add_entity(entity).await,
            },
            ProposalContent::Relation(tie) => self.add_relation(tie).await,
            ProposalContent::Fact(text) => {
                let part = WorldPart::Fact(Fact {
                    id: FactId(ids::new_id()),
                    text: text.clone(),
                    chapter: self.chapter(proposal).await?.map(|chapter| chapter.number),
                });
                self.add(part).await
            }
            ProposalContent::Thread(text) => {
                let chapter = self.needed_chapter(proposal).await?;
                let mut threads = proposals::threads(self.tx.sql(), chapter.id).await?;
                if !threads.contains(text) {
                    threads.push(text.clone());
                }
                change::set_told(self.tx, &chapter, &chapter.summary, &threads).await?;
                Ok(DecisionChange::Thread(text.clone()))
            }
            ProposalContent::Summary(text) => {
                let chapter = self.needed_chapter(proposal).await?;
                let threads = proposals::threads(self.tx.sql(), chapter.id).await?;
                change::set_told(self.tx, &chapter, text, &threads).await?;
                Ok(DecisionChange::Summary(chapter.summary, text.clone()))
            }
            ProposalContent::Beats(beats) => self.set_beats(proposal, beats).await,
        }
    }

    /// The chapter that a proposal belongs to, as it is now.
    async fn chapter(&mut self, proposal: &Proposal) -> Result<Option<Chapter>> {
        match proposal.places.first() {
            Some(place) => Ok(Some(
                chapters::load_by_id(self.tx.sql(), place.chapter_id).await?,
            )),
            None => Ok(None),
        }
    }

    async fn needed_chapter(
        &mut self,
        proposal: &Proposal,
    ) -> std::result::Result<Chapter, Reason> {
        let chapter = self.chapter(proposal).await?;
        chapter.ok_or_else(|| Reason::Said(ProposalRefusal::NoChapter))
    }

    async fn add(&mut self, part: WorldPart) -> std::result::Result<DecisionChange, Reason> {
        check_part(&self.world, &part).map_err(|refusal| match refusal {
            Refusal::NameTaken(name) => Reason::Said(ProposalRefusal::NameTaken(name)),
            other => Reason::Said(ProposalRefusal::Refused(other.to_string())),
        })?;
        world_edit::add(self.tx, self.story, &part, ChangeAuthor::Person).await?;
        let id = part.id();
        match part {
            WorldPart::Entity(entity) => self.world.entities.push(entity),
            WorldPart::Relation(tie) => self.world.relations.push(tie),
            WorldPart::Rule(rule) => self.world.rules.push(rule),
            WorldPart::Fact(fact) => self.world.facts.push(fact),
        }
        Ok(DecisionChange::Added(id, 1))
    }

    async fn add_entity(
        &mut self,
        entity: &ProposedEntity,
    ) -> std::result::Result<DecisionChange, Reason> {
        let id = EntityId(ids::new_id());
        let effect = self.add(WorldPart::Entity(new_entity(id, entity))).await?;
        remember(&mut self.names, entity, id);
        Ok(effect)
    }

    /// Fills in what an entry of the author leaves empty.
    async fn merge(
        &mut self,
        entity: &ProposedEntity,
        into: EntityId,
    ) -> std::result::Result<DecisionChange, Reason> {
        let own = self.world.entity(into).cloned();
        let own = own.ok_or(Refusal::NotFound("entity"))?;
        let merged = WorldPart::Entity(merged_entity(&own, entity));
        world_edit::write(self.tx, self.story, &merged, ChangeAuthor::Person).await?;
        let (_, version) = world::entity(self.tx.sql(), self.story, into).await?;
        remember(&mut self.names, entity, into);
        Ok(DecisionChange::Merged(own, version))
    }

    async fn add_relation(
        &mut self,
        tie: &ProposedRelation,
    ) -> std::result::Result<DecisionChange, Reason> {
        let (from, to) = (self.end_of(&tie.from)?, self.end_of(&tie.to)?);
        if from == to {
            return Err(Reason::Said(ProposalRefusal::SameEnds));
        }
        let part = WorldPart::Relation(Relation {
            id: RelationId(ids::new_id()),
            from,
            to,
            label: tie.label.clone(),
        });
        self.add(part).await
    }

    /// The entry of the world that a name means.
    fn end_of(&self, name: &str) -> std::result::Result<EntityId, Reason> {
        let mut entries = self.world.entities.iter();
        let own = entries.find(|entity| is_same_name(&entity.name, name));
        let known = || {
            let mut names = self.names.iter();
            names.find(|(known, id)| is_same_name(known, name) && self.world.entity(*id).is_some())
        };
        own.map(|entity| entity.id)
            .or_else(|| known().map(|(_, id)| *id))
            .ok_or_else(|| Reason::Said(ProposalRefusal::NoEntry(name.to_owned())))
    }

    /// Beats of a chapter that has none; else they go to its history.
    async fn set_beats(
        &mut self,
        proposal: &Proposal,
        beats: &[String],
    ) -> std::result::Result<DecisionChange, Reason> {
        let chapter = self.needed_chapter(proposal).await?;
        let before = Outline {
            title: chapter.title.clone(),
            outline: chapter.outline.clone(),
        };
        if chapter.outline.is_empty() {
            let title = chapter.title.clone();
            let by = ChangeAuthor::Person;
            chapters::set_outline(self.tx, &chapter, title, beats.to_vec(), by).await?;
            chapters::emit_changed(self.tx, chapter.id).await?;
            return Ok(DecisionChange::Beats(before, beats.to_vec()));
        }
        let offered = VersionValue::Outline(Outline {
            title: chapter.title.clone(),
            outline: beats.to_vec(),
        });
        let (of, now) = (
            VersionSubject::Outline(chapter.id),
            versions::outline_of(&chapter),
        );
        let by = ChangeAuthor::Person;
        versions::keep(self.tx, self.story, of, by, Some(&now), &offered).await?;
        Ok(DecisionChange::InHistory)
    }
}

fn remember(names: &mut Vec<(String, EntityId)>, entity: &ProposedEntity, id: EntityId) {
    let all = std::iter::once(&entity.name).chain(&entity.aliases);
    names.extend(all.map(|name| (name.clone(), id)));
}
