//! Faults of a chapter that can be shown without a model: what contradicts the world and the chapters before
//! it, the dead who act, names that drift, beats that left no trace, heads that are hopped into, words that
//! stand twice, and text that is no prose.
//!
//! Pure functions over text. They prefer silence to a false alarm: what somebody says, asks, supposes,
//! remembers or dreams proves nothing. Contradictions, the dead and the point of view are read in English
//! alone; everything else in any language.

mod annotated_text;
mod beats;
mod blocks;
mod contradiction;
mod deaths;
mod entity_index;
mod grounded;
mod knowledge_base;
mod language;
mod leftovers;
mod markup;
mod merge;
mod names;
mod openings;
mod repeats;
mod repetition;
mod stemmer;
mod thesaurus;
mod tokenized_text;
mod view;
mod vocabulary;
mod word_set;

#[cfg(test)]
mod tests;

pub use grounded::grounded;
pub use merge::{Dismissed, merge};
pub use openings::openings;
pub use repetition::CrossChapterRepetition;

use annotated_text::AnnotatedText;
use domain::{Finding, Severity, World};
use entity_index::EntityIndex;
use knowledge_base::KnowledgeBase;
use writing::assignment::{ChapterMemory, Scene};

/// The most findings of one kind: beyond them nobody reads on. The others are counted.
const MOST_OF_A_KIND: usize = 12;

/// The same for what is repeated: each passage is another one to be deleted.
const MOST_REPEATED: usize = 200;

/// What a chapter's text is checked against.
#[derive(Clone, Copy, Debug)]
pub struct CheckInput<'m> {
    /// The world as it stood before the chapter.
    pub world: &'m World,
    /// What has to happen, in order.
    pub beats: &'m [String],
    /// The scenes of the chapter's plan; none where it is not known.
    pub scenes: &'m [Scene],
    /// What is remembered of the chapters before it, in order.
    pub earlier: &'m [ChapterMemory],
    /// The language it is to be written in: a tag or a name.
    pub language: &'m str,
    /// The text.
    pub text: &'m str,
}

impl<'m> CheckInput<'m> {
    /// What a reader is told beside the text, a sentence or two each.
    fn beside(&self) -> Vec<&'m str> {
        let entities = self.world.entities.iter();
        let said = entities.flat_map(|one| [one.description.as_str(), one.goal.as_str()]);
        said.chain(self.world.facts.iter().map(|fact| fact.text.as_str()))
            .chain(self.world.rules.iter().map(|rule| rule.text.as_str()))
            .chain(self.earlier.iter().map(|chapter| chapter.summary.as_str()))
            .chain(self.beats.iter().map(String::as_str))
            .collect()
    }
}

/// Everything that is found in a text, kind by kind.
pub fn run(input: &CheckInput<'_>) -> Vec<Finding> {
    let known = EntityIndex::of(input.world);
    let annotated = AnnotatedText::of(&known, input.scenes, input.text);
    let knowledge = KnowledgeBase::of(&known, input.world, input.earlier);
    let mut found = Findings::default();
    // First: where a model talks about its work, nobody else tells anything.
    language::check(input, &annotated, &mut found);
    markup::check(input.text, &mut found);
    if language::is_english(input.language) {
        contradiction::check(&annotated, &knowledge, &mut found);
        deaths::check(&annotated, &knowledge, &mut found);
        view::check(&annotated, input.scenes, &mut found);
    }
    names::check(input, &annotated, &knowledge, &mut found);
    repetition::check(&annotated.reading, &mut found);
    beats::check(input, &annotated, &mut found);
    found.all()
}

/// What was found so far.
#[derive(Debug, Default)]
struct Findings {
    found: Vec<Finding>,
    /// What was too much to be listed, kind by kind: how serious the worst of it is, and how much there is.
    more: Vec<(String, Severity, u64)>,
}

impl Findings {
    /// Adds one, unless the passage is there already for the same reason.
    fn add(&mut self, severity: Severity, kind: &str, quote: &str, note: String) {
        let finding = Finding {
            severity,
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note,
        };
        let same = |known: &&Finding| known.kind == kind;
        let known =
            self.found.iter().filter(same).any(|known| {
                known.quote == quote && (!quote.is_empty() || known.note == finding.note)
            });
        if !known {
            self.push(finding, MOST_OF_A_KIND);
        }
    }

    /// Adds one of which each counts.
    fn all_of(&mut self, finding: Finding) {
        if !self.found.contains(&finding) {
            self.push(finding, MOST_REPEATED);
        }
    }

    fn push(&mut self, finding: Finding, most: usize) {
        let same = self.found.iter().filter(|known| known.kind == finding.kind);
        if same.count() < most {
            self.found.push(finding);
            return;
        }
        match self
            .more
            .iter_mut()
            .find(|(kind, ..)| *kind == finding.kind)
        {
            Some((_, severity, count)) => {
                *count += 1;
                if finding.severity == Severity::Major {
                    *severity = Severity::Major;
                }
            }
            None => self.more.push((finding.kind, finding.severity, 1)),
        }
    }

    /// All that was found, and how much is not listed.
    fn all(self) -> Vec<Finding> {
        let mut all = self.found;
        all.extend(self.more.into_iter().map(|(kind, severity, count)| {
            let note = match count {
                1 => "One more passage of this kind is not listed.".to_owned(),
                count => format!("{count} more passages of this kind are not listed."),
            };
            Finding {
                severity,
                kind,
                quote: String::new(),
                note,
            }
        }));
        all
    }

    /// Whether a passage lies within one that was found to be of this kind.
    fn has(&self, kind: &str, passage: &str) -> bool {
        let mut same = self.found.iter().filter(|found| found.kind == kind);
        same.any(|found| found.quote.contains(passage))
    }

    /// Something a reader would stumble over.
    fn major(&mut self, kind: &str, quote: &str, note: String) {
        self.add(Severity::Major, kind, quote, note);
    }

    /// A matter of style.
    fn minor(&mut self, kind: &str, quote: &str, note: String) {
        self.add(Severity::Minor, kind, quote, note);
    }
}
