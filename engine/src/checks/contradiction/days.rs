//! What happens every Thursday, told of another day.

use super::super::listen::{Words, has};
use super::super::{
    Findings, lore::Lore, reading::Reading, stems::Stems, told::Told, vocabulary as words,
};
use super::KIND;
use std::collections::BTreeSet;

/// Words that sentences about any day share.
static COMMON: Words = Words::new("even morn day night afternoon week noon");

pub fn check(told: &Told<'_>, lore: &Lore<'_>, found: &mut Findings) {
    let stems = Stems::of("en");
    let topic = |reading: &Reading<'_>, sentence: usize| -> BTreeSet<String> {
        reading
            .words_of(sentence)
            .iter()
            .filter(|word| Stems::tells(&word.lower) && words::day(&word.lower).is_none())
            .map(|word| stems.stem(&word.lower))
            .filter(|stem| !has(&COMMON, stem))
            .collect()
    };
    let known: Vec<_> = lore
        .statements
        .iter()
        .filter(|statement| !statement.has(&words::NEGATION))
        .filter_map(|statement| {
            let days = days(&statement.reading, 0);
            let first = statement
                .reading
                .words
                .iter()
                .find(|word| {
                    Stems::tells(&word.lower) && !word.capital
                        || word.opens && Stems::tells(&word.lower)
                })
                .map(|word| stems.stem(&word.lower))
                .unwrap_or_default();
            (!days.is_empty()).then(|| (days, topic(&statement.reading, 0), first, statement))
        })
        .collect();
    if known.is_empty() {
        return;
    }
    let reading = &told.reading;
    for sentence in 0..reading.sentences.len() {
        let here: BTreeSet<usize> = days(reading, sentence)
            .into_iter()
            .filter(|_| regular(reading, sentence))
            .collect();
        if here.is_empty() || reading.asks(sentence) || told.tells(sentence, &words::NEGATION) {
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
            let note = format!("It is another day. {}", statement.told());
            found.major(KIND, reading.quote(sentence), note);
        }
    }
}

/// The days a sentence names outside speech.
fn days(reading: &Reading<'_>, sentence: usize) -> BTreeSet<usize> {
    reading
        .words_of(sentence)
        .iter()
        .filter(|word| !word.spoken && word.capital)
        .filter_map(|word| words::day(&word.lower))
        .collect()
}

/// Whether it happens again and again: "every Monday", "on Mondays", "Monday is market day".
fn regular(reading: &Reading<'_>, sentence: usize) -> bool {
    let range = reading.sentences[sentence].words.clone();
    range.clone().any(|at| {
        let word = &reading.words[at];
        let day = !word.spoken && words::day(&word.lower).is_some();
        day && (matches!(reading.lower(at, -1), "every" | "each" | "is" | "was")
            || word.lower.ends_with("days")
            || matches!(reading.lower(at, 1), "is" | "was" | "being"))
    })
}
