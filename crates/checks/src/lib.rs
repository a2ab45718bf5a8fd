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
mod check_input;
mod contradiction;
mod deaths;
mod entity_index;
mod finding_list;
mod gender;
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
mod story_language;
mod thesaurus;
mod tokenized_text;
mod view;
mod vocabulary;
mod word_set;

#[cfg(test)]
mod tests;

pub use check_input::CheckInput;
pub use grounded::grounded;
pub use merge::{Dismissed, merge};
pub use openings::openings;
pub use repetition::CrossChapterRepetition;

use annotated_text::AnnotatedText;
use domain::Finding;
use entity_index::EntityIndex;
use finding_list::FindingList;
use knowledge_base::KnowledgeBase;

/// Everything that is found in a text, kind by kind.
pub fn run(input: &CheckInput<'_>) -> Vec<Finding> {
    let known = EntityIndex::of(input.world);
    let annotated = AnnotatedText::of(&known, input.scenes, input.text);
    let knowledge = KnowledgeBase::of(&known, input.world, input.earlier);
    let mut found = FindingList::default();
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
