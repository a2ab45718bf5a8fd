//! What contradicts the world, the facts and the chapters before.

mod appearance;
mod days;
mod kinship;
mod losses;
mod materials;
mod numbers;
mod pronouns;
mod sides;

use super::{
    annotated_text::AnnotatedText, finding_list::FindingList, knowledge_base::KnowledgeBase,
};

/// Looks for all kinds of contradiction.
pub(crate) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    appearance::check(annotated, knowledge, found);
    sides::check(annotated, knowledge, found);
    numbers::check(annotated, knowledge, found);
    days::check(annotated, knowledge, found);
    kinship::check(annotated, knowledge, found);
    materials::check(annotated, knowledge, found);
    losses::check(annotated, knowledge, found);
    pronouns::check(annotated, found);
}
