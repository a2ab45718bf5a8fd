//! What of a reading is new.

use crate::{FoundProposal, names};
use domain::{
    Chapter, Proposal, ProposalContent, ProposalId, ProposalState, ProposedEntity,
    ProposedRelation, World, text as field,
};
use std::collections::HashSet;
use text::prose::normal;

/// What is known of a story when one of its chapters was read.
#[derive(Clone, Copy, Debug)]
pub struct KnownStory<'k> {
    /// What the author has.
    pub world: &'k World,
    /// The chapter that was read, as it is now.
    pub chapter: &'k Chapter,
    /// The plot threads that the chapter leaves open already.
    pub threads: &'k [String],
    /// Facts of the chapter that the author does not want.
    pub unwanted: &'k [String],
    /// Everything that was proposed before, whatever was decided about it.
    pub proposals: &'k [Proposal],
}

/// What is to be done with what was read.
#[derive(Clone, Debug, PartialEq)]
pub enum ProposalChange {
    /// It is new.
    Add {
        /// What is proposed.
        content: ProposalContent,
        /// Its sentence; empty where none was found.
        quote: String,
    },
    /// It is a proposal that is there already.
    Seen {
        /// Which.
        id: ProposalId,
        /// What it says from now on, where it is open and more is known.
        content: Option<ProposalContent>,
        /// Its sentence in this chapter; empty where none was found.
        quote: String,
    },
}

/// Facts and threads with so much of their words in common say the same.
const ALIKE: f64 = 0.75;

/// Something that was proposed before, or by an earlier part of this reading.
struct Entry {
    id: Option<ProposalId>,
    state: ProposalState,
    content: ProposalContent,
    is_here: bool,
    changed: Option<String>,
}

/// Compares what was read in a chapter with what is known. What the author has is left out, and so is what the author
/// dropped; the same person in several chapters is one proposal.
pub fn merge(known: KnownStory<'_>, read: Vec<FoundProposal>) -> Vec<ProposalChange> {
    let mut entries: Vec<Entry> = known
        .proposals
        .iter()
        .map(|proposal| Entry {
            id: Some(proposal.id),
            state: proposal.state,
            content: proposal.content.clone(),
            is_here: proposal
                .places
                .iter()
                .any(|place| place.chapter_id == known.chapter.id),
            changed: None,
        })
        .collect();
    for found in read {
        match &found.content {
            ProposalContent::Entity(entity) => {
                let entity = entity.clone();
                merge_entity(&known, &mut entries, &found, entity);
            }
            ProposalContent::Relation(tie) => {
                let tie = with_full_names(&entries, tie);
                merge_relation(&known, &mut entries, &found.quote, tie);
            }
            ProposalContent::Fact(_) | ProposalContent::Thread(_) => {
                merge_sentence(&known, &mut entries, found);
            }
            ProposalContent::Summary(_) | ProposalContent::Beats(_) => {
                merge_whole(&known, &mut entries, found);
            }
        }
    }
    changes(known.proposals, entries)
}

/// What of the entries differs from what was there.
fn changes(before: &[Proposal], entries: Vec<Entry>) -> Vec<ProposalChange> {
    let changed = entries.into_iter().filter_map(|entry| {
        let quote = entry.changed?;
        Some(match entry.id {
            None => ProposalChange::Add {
                content: entry.content,
                quote,
            },
            Some(id) => {
                let old = before.iter().find(|proposal| proposal.id == id);
                let is_same = old.is_some_and(|old| old.content == entry.content);
                ProposalChange::Seen {
                    id,
                    content: (!is_same).then_some(entry.content),
                    quote,
                }
            }
        })
    });
    changed.collect()
}

/// An entry that is seen once more. What is unwanted is left alone.
fn see(entry: &mut Entry, content: Option<ProposalContent>, quote: &str) {
    if entry.state == ProposalState::Dropped {
        return;
    }
    if let Some(content) = content
        && entry.state == ProposalState::Open
    {
        entry.content = content;
    }
    match &mut entry.changed {
        // The first sentence of a chapter in which it appears.
        Some(known) if known.is_empty() => quote.clone_into(known),
        Some(_) => {}
        None => entry.changed = Some(quote.to_owned()),
    }
    entry.is_here = true;
}

fn add(entries: &mut Vec<Entry>, content: ProposalContent, quote: &str) {
    entries.push(Entry {
        id: None,
        state: ProposalState::Open,
        content,
        is_here: true,
        changed: Some(quote.to_owned()),
    });
}

fn entities(entries: &[Entry]) -> impl Iterator<Item = (usize, &ProposedEntity)> + Clone {
    let entries = entries.iter().enumerate();
    entries.filter_map(|(at, entry)| match &entry.content {
        ProposalContent::Entity(entity) => Some((at, entity)),
        _ => None,
    })
}

fn merge_entity(
    known: &KnownStory<'_>,
    entries: &mut Vec<Entry>,
    found: &FoundProposal,
    entity: ProposedEntity,
) {
    let same_as = (!found.same_as.is_empty()).then_some(&found.same_as);
    let mut names = std::iter::once(&entity.name).chain(same_as);
    let said = same_as.and_then(|name| {
        let named = entities(entries).find(|(_, other)| names::is_named(other, name));
        named.map(|(at, _)| at)
    });
    let is_authors = names.any(|name| {
        let mut all = known.world.entities.iter();
        all.any(|own| names::is_same_name(&own.name, name))
    });
    let at = said.or_else(|| names::meant(entities(entries), &entity));
    match at {
        Some(at) => {
            let content = match &entries[at].content {
                ProposalContent::Entity(before) => {
                    Some(ProposalContent::Entity(joined(before, &entity)))
                }
                _ => None,
            };
            see(&mut entries[at], content, &found.quote);
        }
        None if is_authors => {}
        None => add(entries, ProposalContent::Entity(entity), &found.quote),
    }
}

/// What is known of somebody, with what was read now: what is said already stays.
fn joined(before: &ProposedEntity, new: &ProposedEntity) -> ProposedEntity {
    let mut all = before.clone();
    for name in std::iter::once(&new.name).chain(&new.aliases) {
        let same = |known: &String| known.to_lowercase() == name.to_lowercase();
        if !same(&all.name) && !all.aliases.iter().any(same) {
            all.aliases.push(name.clone());
        }
    }
    // The longer name is the name; the shorter one is used for it.
    if names::is_part_of(&all.name, &new.name) {
        let short = std::mem::replace(&mut all.name, new.name.clone());
        all.aliases.retain(|alias| *alias != all.name);
        if !all.aliases.contains(&short) {
            all.aliases.insert(0, short);
        }
    }
    let or = |field: &mut String, new: &String| {
        if field.is_empty() {
            field.clone_from(new);
        }
    };
    or(&mut all.role, &new.role);
    or(&mut all.description, &new.description);
    or(&mut all.pronouns, &new.pronouns);
    all
}

/// A relation whose names are those of the proposals.
fn with_full_names(entries: &[Entry], tie: &ProposedRelation) -> ProposedRelation {
    let full = |name: &str| {
        let mut named = entities(entries).filter(|(_, entity)| names::is_named(entity, name));
        named
            .next()
            .map_or_else(|| name.to_owned(), |(_, entity)| entity.name.clone())
    };
    ProposedRelation {
        from: full(&tie.from),
        to: full(&tie.to),
        label: tie.label.clone(),
    }
}

fn merge_relation(
    known: &KnownStory<'_>,
    entries: &mut Vec<Entry>,
    quote: &str,
    tie: ProposedRelation,
) {
    let is_same = |other: &ProposedRelation| {
        names::is_same_name(&other.from, &tie.from)
            && names::is_same_name(&other.to, &tie.to)
            && normal(&other.label) == normal(&tie.label)
    };
    let name = |id| known.world.entity(id).map_or("", |entity| &*entity.name);
    let is_authors = known.world.relations.iter().any(|own| {
        is_same(&ProposedRelation {
            from: name(own.from).to_owned(),
            to: name(own.to).to_owned(),
            label: own.label.clone(),
        })
    });
    let at = entries.iter().position(|entry| match &entry.content {
        ProposalContent::Relation(other) => is_same(other),
        _ => false,
    });
    match at {
        Some(at) => see(&mut entries[at], None, quote),
        None if is_authors => {}
        None => add(entries, ProposalContent::Relation(tie), quote),
    }
}

/// A fact or a thread.
fn merge_sentence(known: &KnownStory<'_>, entries: &mut Vec<Entry>, found: FoundProposal) {
    let is_fact = matches!(found.content, ProposalContent::Fact(_));
    let said = found.content.line();
    let is_known = match is_fact {
        true => {
            let mut facts = known.world.facts.iter().map(|fact| &fact.text);
            facts.any(|fact| is_alike(fact, &said))
                || known.unwanted.iter().any(|fact| is_alike(fact, &said))
        }
        false => known.threads.iter().any(|thread| is_alike(thread, &said)),
    };
    let at = entries
        .iter()
        .position(|entry| match (&entry.content, is_fact) {
            // The same is true, whichever chapter says it; a thread is left open by this one.
            (ProposalContent::Fact(text), true) => is_alike(text, &said),
            (ProposalContent::Thread(text), false) => entry.is_here && is_alike(text, &said),
            _ => false,
        });
    match at {
        // It belongs to the chapter that says it first.
        Some(at) if entries[at].is_here => see(&mut entries[at], None, &found.quote),
        Some(_) => {}
        None if is_known => {}
        None => add(entries, found.content, &found.quote),
    }
}

/// A summary or the beats of the chapter: what is open takes the place of what was open.
fn merge_whole(known: &KnownStory<'_>, entries: &mut Vec<Entry>, found: FoundProposal) {
    let is_known = match &found.content {
        ProposalContent::Beats(beats) => *beats == known.chapter.outline,
        other => normal(&other.line()) == normal(&known.chapter.summary),
    };
    let kind = found.content.kind();
    let mut of_chapter = entries
        .iter_mut()
        .filter(|entry| entry.content.kind() == kind && entry.is_here);
    let is_decided = |entry: &Entry| {
        entry.state != ProposalState::Open
            && normal(&entry.content.line()) == normal(&found.content.line())
    };
    if is_known || of_chapter.any(|entry| is_decided(entry)) {
        return;
    }
    let open = entries.iter_mut().find(|entry| {
        entry.content.kind() == kind && entry.is_here && entry.state == ProposalState::Open
    });
    match open {
        Some(open) => {
            let content = found.content;
            see(open, Some(content), &found.quote);
        }
        None => add(entries, found.content, &found.quote),
    }
}

/// Whether two sentences say the same in almost the same words.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (normal(&field::field(one)), normal(&field::field(other)));
    if one == other {
        return true;
    }
    let words = |text: &str| -> HashSet<String> { text.split(' ').map(str::to_owned).collect() };
    let (one, other) = (words(&one), words(&other));
    // Names and negations decide between short sentences.
    if one.len().min(other.len()) < 5 {
        return false;
    }
    let differ = |word: &str| one.contains(word) != other.contains(word);
    if ["not", "never", "no"].into_iter().any(differ) {
        return false;
    }
    let common = one.intersection(&other).count() as f64;
    common / one.union(&other).count() as f64 >= ALIKE
}
