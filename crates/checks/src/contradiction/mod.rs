//! What contradicts the world, the facts and the chapters before.

mod days;
mod gone;
mod kin;
mod looks;
mod made_of;
mod numbers;
mod pronouns;
mod sides;

use super::{Findings, annotated_text::AnnotatedText, knowledge_base::KnowledgeBase};

/// The kind of every finding here.
const KIND: &str = "contradiction";

/// Looks for all kinds of contradiction.
pub(crate) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut Findings,
) {
    looks::check(annotated, knowledge, found);
    sides::check(annotated, knowledge, found);
    numbers::check(annotated, knowledge, found);
    days::check(annotated, knowledge, found);
    kin::check(annotated, knowledge, found);
    made_of::check(annotated, knowledge, found);
    gone::check(annotated, knowledge, found);
    pronouns::check(annotated, found);
}
