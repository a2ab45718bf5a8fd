//! The answers about the parts of a chapter, as proposals.

use crate::{names, quotes};
use domain::{ProposalContent, ProposedEntity, ProposedRelation, text as field};
use text::prose::normal;
use writing::assignment::{ReadEntity, ReadSentence, ReadSketch};

/// The most beats of a chapter: more is a retelling.
const MOST_BEATS: usize = 12;

/// What was read in a chapter.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundProposal {
    /// What is proposed.
    pub content: ProposalContent,
    /// The name that the model says it is the same as; empty where it says nothing.
    pub same_as: String,
    /// The sentence it comes from, word for word; empty where none was found.
    pub quote: String,
}

/// What the parts of a chapter tell, in order: `text` is the whole chapter. Summaries and beats of all parts become one.
pub fn found(parts: &[ReadSketch], text: &str) -> Vec<FoundProposal> {
    let mut all = Vec::new();
    let mut add = |content: ProposalContent, same_as: &str, said: &str| {
        let content = content.tidied();
        if content.trouble().is_none() {
            let quote = quote_of(&content, said, text);
            all.push(FoundProposal {
                content,
                same_as: field::line(same_as),
                quote,
            });
        }
    };
    let (mut summary, mut beats, mut first_beat) = (Vec::new(), Vec::new(), String::new());
    for part in parts {
        for entity in &part.entities {
            add(entity_of(entity), &entity.same_as, &entity.quote);
        }
        for tie in &part.relations {
            let content = ProposedRelation {
                from: tie.from.clone(),
                to: tie.to.clone(),
                label: tie.label.clone(),
            };
            if !names::is_same_name(&tie.from, &tie.to) {
                add(ProposalContent::Relation(content), "", &tie.quote);
            }
        }
        let sentences = |list: &[ReadSentence]| list.to_vec();
        for fact in sentences(&part.facts) {
            add(ProposalContent::Fact(fact.text), "", &fact.quote);
        }
        for thread in sentences(&part.threads) {
            add(ProposalContent::Thread(thread.text), "", &thread.quote);
        }
        for beat in &part.beats {
            let is_new = |known: &String| normal(known) != normal(&beat.text);
            if !field::field(&beat.text).is_empty() && beats.iter().all(is_new) {
                if first_beat.is_empty() {
                    first_beat.clone_from(&beat.quote);
                }
                beats.push(beat.text.clone());
            }
        }
        let told = field::field(&part.summary);
        if !told.is_empty() {
            summary.push(told);
        }
    }
    add(ProposalContent::Summary(summary.join(" ")), "", "");
    beats.truncate(MOST_BEATS);
    add(ProposalContent::Beats(beats), "", &first_beat);
    all
}

fn entity_of(entity: &ReadEntity) -> ProposalContent {
    let mut aliases: Vec<String> = Vec::new();
    for alias in &entity.aliases {
        let alias = field::line(alias);
        let is_new = !aliases
            .iter()
            .any(|known| known.eq_ignore_ascii_case(&alias));
        if is_new && !alias.is_empty() && !alias.eq_ignore_ascii_case(&entity.name) {
            aliases.push(alias);
        }
    }
    ProposalContent::Entity(ProposedEntity {
        kind: entity.kind,
        name: entity.name.clone(),
        aliases,
        role: entity.role.clone(),
        description: entity.description.clone(),
        pronouns: entity.pronouns.clone(),
    })
}

/// The sentence that a model quoted, if it is in the text. For a name, else the first sentence with that name.
fn quote_of(content: &ProposalContent, said: &str, text: &str) -> String {
    let found = quotes::sentence(said, text);
    let found = found.or_else(|| match content {
        ProposalContent::Entity(entity) => quotes::sentence(&entity.name, text),
        _ => None,
    });
    found.unwrap_or_default()
}
