//! What happens every Thursday, told of another day.

use super::super::word_set::{WordSet, has};
use super::super::{
    FindingList, annotated_text::AnnotatedText, knowledge_base::KnowledgeBase,
    stemmer::WordStemmer, tokenized_text::TokenizedText, vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;
use std::collections::BTreeSet;

/// Words that sentences about any day share.
static COMMON: WordSet = WordSet::new("even morn day night afternoon week noon");

pub(super) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let stems = WordStemmer::of("en");
    let topic = |reading: &TokenizedText<'_>, sentence: usize| -> BTreeSet<String> {
        reading
            .words_of(sentence)
            .iter()
            .filter(|word| WordStemmer::tells(&word.lower) && words::day(&word.lower).is_none())
            .map(|word| stems.stem(&word.lower))
            .filter(|stem| !has(&COMMON, stem))
            .collect()
    };
    let reading = &annotated.reading;
    let regular_days = |reading: &TokenizedText<'_>, sentence: usize| {
        if regular(reading, sentence) {
            days(reading, sentence)
        } else {
            BTreeSet::new()
        }
    };
    // Most chapters speak of no such day: then nothing has to be looked up.
    if !(0..reading.sentences.len()).any(|sentence| regular(reading, sentence)) {
        return;
    }
    let known: Vec<_> = knowledge
        .statements
        .iter()
        .filter_map(|statement| {
            let days = regular_days(&statement.reading, 0);
            if days.is_empty() || statement.has(&words::NEGATION) {
                return None;
            }
            let mut words = statement.reading.words.iter();
            let first = words
                .find(|word| WordStemmer::tells(&word.lower) && (!word.capital || word.opens))
                .map(|word| stems.stem(&word.lower))
                .unwrap_or_default();
            Some((days, topic(&statement.reading, 0), first, statement))
        })
        .collect();
    for sentence in 0..reading.sentences.len() {
        let here = regular_days(reading, sentence);
        if here.is_empty() || reading.asks(sentence) || annotated.tells(sentence, &words::NEGATION)
        {
            continue;
        }
        let about = topic(reading, sentence);
        let fitting = known.iter().filter(|(_, topic, first, _)| {
            let shared = topic.intersection(&about).count();
            // What it is about stands first in most facts: "The stage comes every Tuesday".
            shared >= 2.min(topic.len()) || shared > 0 && about.contains(first)
        });
        let fitting: Vec<_> = fitting.collect();
        let right = fitting.iter().any(|(days, ..)| !days.is_disjoint(&here));
        if let (Some((.., statement)), false) = (fitting.last(), right) {
            let note = format!("The day is different. {}", statement.quoted());
            found.major(KIND, reading.quote(sentence), note);
        }
    }
}

/// The days a sentence names outside speech.
fn days(reading: &TokenizedText<'_>, sentence: usize) -> BTreeSet<usize> {
    reading
        .words_of(sentence)
        .iter()
        .filter(|word| !word.spoken && word.capital)
        .filter_map(|word| words::day(&word.lower))
        .collect()
}

/// Whether it happens again and again: "every Monday", "on Mondays", "Monday is market day".
fn regular(reading: &TokenizedText<'_>, sentence: usize) -> bool {
    let Some(part) = reading.sentences.get(sentence) else {
        return false;
    };
    part.words.clone().any(|at| {
        let word = &reading.words[at];
        let day = !word.spoken && words::day(&word.lower).is_some();
        day && (matches!(reading.lower(at, -1), "every" | "each" | "is" | "was")
            || word.lower.ends_with("days")
            || matches!(
                reading.lower(at, 1),
                "is" | "was" | "mornings" | "evenings" | "nights" | "afternoons"
            ))
    })
}
