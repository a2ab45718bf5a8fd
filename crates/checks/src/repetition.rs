//! What appears in a chapter more than once: paragraphs and scenes, sentences, and long runs of words.

use super::{
    FindingList,
    blocks::mixed,
    repeats::{Repeat, Repeats},
    tokenized_text::{TokenizedText, Word},
};
use domain::{Finding, Severity};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    ops::Range,
};
use text::prose::normal;

const KIND: &str = "repetition";

/// The kind of what appears in two chapters.
const ACROSS: &str = "repetition across chapters";

/// A told sentence of fewer words may be a refrain.
const SENTENCE: usize = 6;

/// People may say the same thing twice, up to this length.
const SPOKEN: usize = 14;

/// So many words in a row are no chance.
const RUN: usize = 11;

/// A quote has so many words, so that it is found again where it is meant.
const QUOTE: usize = 12;

/// A quote is at most so long, in bytes.
const LONGEST_QUOTE: usize = 600;

/// The most places that a note names.
const PLACES: usize = 5;

/// From so many words on, what two chapters have in common is serious.
const SERIOUS: usize = 25;

pub(crate) fn check(reading: &TokenizedText<'_>, found: &mut FindingList) {
    let (all, repeats) = Repeats::within(reading.text);
    for same in grouped(repeats) {
        found.all_of(to_finding(reading.text, &all, &same));
    }
    let mut taken = taken(reading, &all);
    sentences(reading, &mut taken, found);
    runs(reading, &taken, found);
}

/// Repeats of the same paragraphs together, in the order in which each is first repeated.
fn grouped(repeats: Vec<Repeat>) -> Vec<Vec<Repeat>> {
    let mut places: HashMap<Range<usize>, usize> = HashMap::new();
    let mut groups: Vec<Vec<Repeat>> = Vec::new();
    for repeat in repeats {
        let next = groups.len();
        let at = *places.entry(repeat.of.clone()).or_insert(next);
        if at == next {
            groups.push(Vec::new());
        }
        groups[at].push(repeat);
    }
    groups
}

/// One finding for paragraphs that are repeated, however often they are.
fn to_finding(text: &str, all: &Repeats, same: &[Repeat]) -> Finding {
    let first = &same[0];
    let many = first.copy.len();
    let times = same.len() + 1;
    let nearly = same.iter().any(|repeat| repeat.changed > 0);
    let copies = places(same.iter().map(|repeat| numbers(all, &repeat.copy)));
    let of = numbers(all, &first.of);
    let note = match (many, times, nearly) {
        (1, 2, true) => format!("Paragraph {copies} is nearly the same as paragraph {of}."),
        (1, _, true) => format!("Paragraphs {copies} are nearly the same as paragraph {of}."),
        (1, _, false) => format!(
            "This paragraph appears {} in the chapter: paragraph {of}, then again {copies}.",
            often(times)
        ),
        (_, 2, _) if is_whole(all, first) => format!(
            "The chapter appears twice in a row: paragraphs {copies} repeat paragraphs {of}{}.",
            changed(first)
        ),
        _ => {
            let what = match all.is_dialogue(first) {
                true => format!("This exchange of {many} paragraphs"),
                false => format!("These {many} paragraphs"),
            };
            let verb = if all.is_dialogue(first) {
                "appears"
            } else {
                "appear"
            };
            let again = if nearly { ", nearly the same" } else { "" };
            format!(
                "{what} {verb} {} in the chapter{again}: paragraphs {of}, then again {copies}.",
                often(times)
            )
        }
    };
    Finding {
        severity: Severity::Major,
        kind: KIND.to_owned(),
        quote: quote(text, all, &first.copy),
        note,
    }
}

/// Whether the second half of a chapter is the first one again.
fn is_whole(all: &Repeats, repeat: &Repeat) -> bool {
    let outside = all.blocks.len() - repeat.copy.len() * 2;
    repeat.copy.len() > 1 && outside * 10 <= all.blocks.len()
}

/// What a chapter has in common with chapters before it.
#[derive(Debug, Default)]
pub struct CrossChapterRepetition {
    all: Repeats,
    /// The numbers of the chapters that were read, and how many paragraphs each has.
    chapters: Vec<(u32, usize)>,
}

impl CrossChapterRepetition {
    /// Reads the next chapter; what of it appears in the chapters that were read before.
    pub fn next(&mut self, number: u32, text: &str) -> Vec<Finding> {
        let before = self.all.blocks.len();
        let repeats = self.all.another(text, self.chapters.len());
        self.chapters.push((number, self.all.blocks.len() - before));
        repeats
            .iter()
            .map(|repeat| self.to_finding(text, repeat))
            .collect()
    }

    fn to_finding(&self, text: &str, repeat: &Repeat) -> Finding {
        let all = &self.all;
        let (copy, of) = (numbers(all, &repeat.copy), numbers(all, &repeat.of));
        let source = all.blocks[repeat.of.start].text;
        let (chapter, in_source) = self.chapters[source];
        let many = repeat.copy.len();
        let nearly = if repeat.changed > 0 { "nearly " } else { "" };
        let note = if many > 1 && many * 10 >= in_source * 9 {
            format!(
                "All of chapter {chapter} appears again here, {nearly}word for word: paragraphs {copy}."
            )
        } else if many == 1 {
            format!("Paragraph {copy} is {nearly}the same as paragraph {of} of chapter {chapter}.")
        } else {
            format!(
                "{many} paragraphs are {nearly}the same as in chapter {chapter}: paragraphs {copy} here, {of} there."
            )
        };
        Finding {
            severity: match many > 1 || repeat.words >= SERIOUS {
                true => Severity::Major,
                false => Severity::Minor,
            },
            kind: ACROSS.to_owned(),
            quote: quote(text, all, &repeat.copy),
            note,
        }
    }
}

/// "7", "7–12": how paragraphs are numbered in their text.
fn numbers(all: &Repeats, blocks: &Range<usize>) -> String {
    let (first, last) = (
        all.blocks[blocks.start].number,
        all.blocks[blocks.end - 1].number,
    );
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

/// "3", "3 and 9", "3, 9 and 12", "3, 9, 12, 15, 18 and 4 more times".
fn places(places: impl ExactSizeIterator<Item = String>) -> String {
    let count = places.len();
    let mut shown: Vec<String> = places.take(PLACES).collect();
    let last = match count - shown.len() {
        0 => shown.pop().unwrap_or_default(),
        1 => "once more".to_owned(),
        more => format!("{more} more times"),
    };
    if shown.is_empty() {
        last
    } else {
        format!("{} and {last}", shown.join(", "))
    }
}

/// "twice", "4 times".
fn often(times: usize) -> String {
    match times {
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    }
}

/// ", 3 of them changed".
fn changed(repeat: &Repeat) -> String {
    match repeat.changed {
        0 => String::new(),
        changed => format!(", {changed} of them changed"),
    }
}

/// The beginning of repeated paragraphs, long enough to be known again and short enough to be read.
fn quote(text: &str, all: &Repeats, copy: &Range<usize>) -> String {
    let blocks = &all.blocks[copy.clone()];
    let start = blocks[0].at.start;
    let (mut words, mut end) = (0, start);
    for block in blocks {
        end = block.at.end;
        words += block.words;
        if words >= QUOTE {
            break;
        }
    }
    let whole = &text[start..end];
    if whole.len() <= LONGEST_QUOTE {
        return whole.to_owned();
    }
    let cut = &whole[..whole.floor_char_boundary(LONGEST_QUOTE)];
    let at = cut.rfind(['.', '!', '?']).map(|at| at + 1);
    let at = at
        .filter(|at| *at > LONGEST_QUOTE / 3)
        .or_else(|| cut.rfind(' '));
    cut[..at.unwrap_or(cut.len())].trim_end().to_owned()
}

/// For each sentence, whether it lies in paragraphs that are repeated, or in a verse, where lines may come back.
fn taken(reading: &TokenizedText<'_>, all: &Repeats) -> Vec<bool> {
    let mut blocks = all.blocks.iter().zip(all.are_repeated()).peekable();
    let sentences = reading.sentences.iter();
    sentences
        .map(|sentence| {
            while blocks
                .next_if(|(block, _)| block.at.end <= sentence.at.start)
                .is_some()
            {}
            blocks
                .peek()
                .is_some_and(|(block, repeated)| *repeated || block.is_verse)
        })
        .collect()
}

/// The same sentence, word for word.
fn sentences(reading: &TokenizedText<'_>, taken: &mut [bool], found: &mut FindingList) {
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    for (at, taken) in taken.iter().enumerate() {
        let words = reading.words_of(at);
        let spoken = words.iter().all(|word| word.spoken);
        if *taken || words.len() < if spoken { SPOKEN } else { SENTENCE } {
            continue;
        }
        let plain = normal(reading.quote(at));
        let known = seen.entry(plain.clone()).or_default();
        known.push(at);
        if known.len() == 2 {
            order.push(plain);
        }
    }
    for plain in order {
        let all = &seen[&plain];
        for at in all {
            taken[*at] = true;
        }
        let note = format!("This sentence appears {} in the chapter.", often(all.len()));
        found.all_of(Finding {
            severity: Severity::Major,
            kind: KIND.to_owned(),
            quote: reading.quote(all[1]).to_owned(),
            note,
        });
    }
}

/// Long runs of words that appear twice within sentences that differ.
fn runs(reading: &TokenizedText<'_>, taken: &[bool], found: &mut FindingList) {
    let hashes: Vec<u64> = reading.words.iter().map(hash).collect();
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut until = 0;
    for at in 0..(reading.words.len() + 1).saturating_sub(RUN) {
        let run = &reading.words[at..at + RUN];
        let (first, last) = (run[0].sentence, run[RUN - 1].sentence);
        if first != last || taken[first] || run.iter().all(|word| word.spoken) {
            continue;
        }
        let words = hashes[at..at + RUN]
            .iter()
            .fold(0, |all, word| mixed(all ^ word));
        match seen.get(&words).copied() {
            None => {
                seen.insert(words, at);
            }
            Some(before) if at >= until && before + RUN <= at => {
                let length = same(reading, before, at);
                until = at + length.max(1);
                if length < RUN {
                    continue;
                }
                let quote =
                    &reading.text[reading.words[at].start..reading.words[at + length - 1].end];
                let note = "These words appear twice in the chapter.".to_owned();
                found.minor(KIND, quote, note);
            }
            Some(_) => {}
        }
    }
}

fn hash(word: &Word<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.lower.hash(&mut hasher);
    hasher.finish()
}

/// How many words from two places on are the same, within their sentences.
fn same(reading: &TokenizedText<'_>, one: usize, other: usize) -> usize {
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
