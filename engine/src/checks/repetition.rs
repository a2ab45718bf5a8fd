//! What stands in a chapter twice.

use super::{Findings, reading::Reading};
use crate::prose::normal;
use std::collections::{HashMap, HashSet};

const KIND: &str = "repetition";

/// A told sentence of fewer words may be a refrain.
const SENTENCE: usize = 6;

/// People may say the same thing twice, up to this length.
const SPOKEN: usize = 14;

/// So many words in a row are no chance.
const RUN: usize = 11;

/// Paragraphs of fewer words are too small to be compared.
const PARAGRAPH: usize = 12;

pub fn check(reading: &Reading<'_>, found: &mut Findings) {
    let mut taken = vec![false; reading.sentences.len()];
    sentences(reading, &mut taken, found);
    paragraphs(reading, &taken, found);
    runs(reading, &taken, found);
}

/// The same sentence, word for word.
fn sentences(reading: &Reading<'_>, taken: &mut [bool], found: &mut Findings) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for at in 0..reading.sentences.len() {
        let words = reading.words_of(at);
        let spoken = words.iter().all(|word| word.spoken);
        if words.len() < if spoken { SPOKEN } else { SENTENCE } {
            continue;
        }
        match seen.get(&normal(reading.quote(at))).copied() {
            None => {
                seen.insert(normal(reading.quote(at)), at);
            }
            Some(first) => {
                taken[at] = true;
                taken[first] = true;
                let note = "This sentence occurs more than once in the chapter.".to_owned();
                found.major(KIND, reading.quote(at), note);
            }
        }
    }
}

/// Paragraphs that are nearly the same: most of their word pairs are.
fn paragraphs(reading: &Reading<'_>, taken: &[bool], found: &mut Findings) {
    let pairs: Vec<HashSet<(&str, &str)>> = (0..reading.paragraphs.len())
        .map(|paragraph| {
            let words = &reading.words[reading.paragraph_words(paragraph)];
            words
                .windows(2)
                .map(|pair| (pair[0].lower.as_str(), pair[1].lower.as_str()))
                .collect()
        })
        .collect();
    for (at, one) in pairs.iter().enumerate() {
        let sentences = reading.paragraphs[at].clone();
        if one.len() < PARAGRAPH || sentences.clone().all(|sentence| taken[sentence]) {
            continue;
        }
        let twin = pairs[..at].iter().any(|other| {
            let lengths = one.len() * 2 > other.len() && other.len() * 2 > one.len();
            lengths && one.intersection(other).count() * 10 >= one.len().max(other.len()) * 6
        });
        if twin {
            let quote = &reading.text[reading.sentences[sentences.start].at.start
                ..reading.sentences[sentences.end - 1].at.end];
            let note = "This paragraph is almost the same as an earlier one.".to_owned();
            found.major(KIND, quote, note);
        }
    }
}

/// Long runs of words that stand twice within sentences that differ.
fn runs(reading: &Reading<'_>, taken: &[bool], found: &mut Findings) {
    let mut seen: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut until = 0;
    for at in 0..(reading.words.len() + 1).saturating_sub(RUN) {
        let run = &reading.words[at..at + RUN];
        let (first, last) = (run[0].sentence, run[RUN - 1].sentence);
        if first != last || taken[first] || run.iter().all(|word| word.spoken) {
            continue;
        }
        let words: Vec<&str> = run.iter().map(|word| word.lower.as_str()).collect();
        match seen.get(&words).copied() {
            None => {
                seen.insert(words, at);
            }
            Some(before) if at >= until && before + RUN <= at => {
                let length = same(reading, before, at);
                until = at + length;
                let quote =
                    &reading.text[reading.words[at].start..reading.words[at + length - 1].end];
                found.minor(KIND, quote, "These words occur twice in a row.".to_owned());
            }
            Some(_) => {}
        }
    }
}

/// How many words from two places on are the same, within their sentences.
fn same(reading: &Reading<'_>, one: usize, other: usize) -> usize {
    let sentence = reading.words[other].sentence;
    (0..)
        .take_while(|step| {
            let (left, right) = (
                reading.words.get(one + step),
                reading.words.get(other + step),
            );
            matches!((left, right), (Some(left), Some(right))
                if left.lower == right.lower && right.sentence == sentence && one + step < other)
        })
        .count()
}
