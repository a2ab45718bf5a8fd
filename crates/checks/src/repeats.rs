//! Paragraphs that appear again, word for word or nearly: alone, or many in a row.
//!
//! Nothing is compared with everything: paragraphs that may be the same are looked up by their hashes. The time
//! grows with the length of the text and not with its square.

use super::blocks::Block;
use std::{collections::HashMap, ops::Range};

/// A paragraph of fewer words may come back on its own.
const PARAGRAPH: usize = 12;

/// What is only said may come back up to this length.
const SPOKEN: usize = 14;

/// Several paragraphs in a row are repeated where they have so many words together, and where there are only two
/// of them, so many.
const SEVERAL: (usize, usize) = (12, 16);

/// So many paragraphs in a row are the same before one may be another one.
const BRIDGE: usize = 3;

/// A paragraph behind one that is another one has so many words, or the repetition ends before both.
const BRIDGED: usize = 6;

/// So many paragraphs are remembered for each pair of words in a sketch.
const REMEMBERED: usize = 4;

/// Of a sketch, so many pairs are the same before two paragraphs are compared.
const HITS: usize = 2;

/// Paragraphs in a row that repeat others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    /// The paragraphs, as places in [`Repeats::blocks`].
    pub copy: Range<usize>,
    /// Those they repeat.
    pub of: Range<usize>,
    /// How many of them are not the same word for word.
    pub changed: usize,
    /// How many words those have that are the same, or nearly.
    pub words: usize,
}

/// All paragraphs that were read so far.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    /// In order.
    pub blocks: Vec<Block>,
    /// Whether each of them repeats another.
    is_copy: Vec<bool>,
    /// Whether each of them is repeated.
    is_source: Vec<bool>,
    /// The first paragraph with these words.
    first: HashMap<u64, usize>,
    /// The first paragraphs with this pair of words in their sketch.
    sketches: HashMap<u64, Vec<usize>>,
}

impl Repeats {
    /// What a text repeats of itself.
    pub(super) fn within(text: &str) -> (Self, Vec<Repeat>) {
        let mut all = Self::default();
        all.take(text, 0);
        let mut found = Vec::new();
        let mut at = 0;
        while at < all.blocks.len() {
            match all.repeat(at, 0, None) {
                Some(repeat) => {
                    at = repeat.copy.end;
                    all.mark(&repeat);
                    found.push(repeat);
                }
                None => {
                    all.remember(at);
                    at += 1;
                }
            }
        }
        (all, found)
    }

    /// Reads another text; what it repeats of those that were read before.
    pub(super) fn another(&mut self, text: &str, number: usize) -> Vec<Repeat> {
        let from = self.blocks.len();
        self.take(text, number);
        let mut found = Vec::new();
        let mut at = from;
        while at < self.blocks.len() {
            match self.repeat(at, from, Some(from)) {
                Some(repeat) => {
                    at = repeat.copy.end;
                    self.mark(&repeat);
                    found.push(repeat);
                }
                None => at += 1,
            }
        }
        for at in from..self.blocks.len() {
            if !self.is_copy[at] {
                self.remember(at);
            }
        }
        found
    }

    fn take(&mut self, text: &str, number: usize) {
        self.blocks.extend(Block::all(text, number));
        self.is_copy.resize(self.blocks.len(), false);
        self.is_source.resize(self.blocks.len(), false);
    }

    fn mark(&mut self, repeat: &Repeat) {
        self.is_copy[repeat.copy.clone()].fill(true);
        self.is_source[repeat.of.clone()].fill(true);
    }

    fn remember(&mut self, at: usize) {
        let block = &self.blocks[at];
        self.first.entry(block.hash).or_insert(at);
        for pair in block.sketch() {
            let known = self.sketches.entry(*pair).or_default();
            if known.len() < REMEMBERED {
                known.push(at);
            }
        }
    }

    /// An earlier paragraph that is the same, or nearly.
    fn twin(&self, at: usize) -> Option<usize> {
        let block = &self.blocks[at];
        if let Some(first) = self.first.get(&block.hash) {
            return Some(*first);
        }
        let mut hits: Vec<usize> = Vec::new();
        for pair in block.sketch() {
            hits.extend(self.sketches.get(pair).into_iter().flatten());
        }
        hits.sort_unstable();
        hits.chunk_by(|one, other| one == other)
            .filter(|hits| hits.len() >= HITS)
            .map(|hits| hits[0])
            .find(|other| block.is_like(&self.blocks[*other]))
    }

    /// What is repeated from a paragraph on, if it is worth telling. The copy begins at `from` at the earliest; what
    /// it repeats ends before `until`, or where the copy begins.
    fn repeat(&self, at: usize, from: usize, until: Option<usize>) -> Option<Repeat> {
        let twin = self.twin(at)?;
        // Short paragraphs before it may be part of it, which on their own have other twins.
        let back = (1..=at.min(twin))
            .take_while(|&back| {
                let (copy, of) = (at - back, twin - back);
                let free = copy >= from && !self.is_copy[copy] && self.may_be_source(of, twin);
                let apart = until.is_some() || twin < copy;
                free && apart && self.same(copy, of).is_some()
            })
            .count();
        let (copy, of) = (at - back, twin - back);
        let until = until.unwrap_or(copy);
        let fits = |step: usize| {
            let (one, other) = (copy + step, of + step);
            let there = one < self.blocks.len() && other < until;
            (there && self.may_be_source(other, twin)).then(|| self.same(one, other))
        };
        let count = |step: usize| self.blocks.get(copy + step).map_or(0, |block| block.words);
        let (mut length, mut changed, mut words) = (0, 0, 0);
        loop {
            match (fits(length), fits(length + 1)) {
                (Some(Some(exact)), _) => {
                    words += count(length);
                    length += 1;
                    changed += usize::from(!exact);
                }
                // One paragraph that is another one does not end a scene that is told twice.
                (Some(None), Some(Some(exact)))
                    if length >= BRIDGE
                        && words >= count(length)
                        && count(length + 1) >= BRIDGED =>
                {
                    words += count(length + 1);
                    length += 2;
                    changed += 1 + usize::from(!exact);
                }
                _ => break,
            }
        }
        let repeat = Repeat {
            copy: copy..copy + length,
            of: of..of + length,
            changed,
            words,
        };
        self.is_worth_reporting(&repeat).then_some(repeat)
    }

    /// Whether a paragraph may be what another one repeats: it repeats none itself, and is in the same text as the
    /// rest.
    fn may_be_source(&self, at: usize, twin: usize) -> bool {
        !self.is_copy[at] && self.blocks[at].text == self.blocks[twin].text
    }

    /// Whether two paragraphs are the same word for word; `None` where they are not even alike.
    fn same(&self, one: usize, other: usize) -> Option<bool> {
        let (one, other) = (&self.blocks[one], &self.blocks[other]);
        let exact = one.hash == other.hash;
        (exact || one.is_like(other)).then_some(exact)
    }

    /// Whether it is more than a phrase, an answer or a refrain that comes back.
    fn is_worth_reporting(&self, repeat: &Repeat) -> bool {
        let words = repeat.words;
        match &self.blocks[repeat.copy.clone()] {
            [] => false,
            [one] if one.is_verse => false,
            [one] if one.spoken == one.words => words >= SPOKEN,
            [_] => words >= PARAGRAPH,
            [_, _] => words >= SEVERAL.1,
            _ => words >= SEVERAL.0,
        }
    }

    /// For each paragraph, whether it repeats another or is repeated.
    pub(super) fn are_repeated(&self) -> Vec<bool> {
        self.is_copy
            .iter()
            .zip(&self.is_source)
            .map(|(copy, source)| *copy || *source)
            .collect()
    }

    /// Whether somebody speaks in most of the paragraphs.
    pub(super) fn is_dialogue(&self, repeat: &Repeat) -> bool {
        let copy = &self.blocks[repeat.copy.clone()];
        copy.iter().filter(|block| block.spoken > 0).count() * 2 > copy.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A paragraph of its own for each number.
    fn paragraph(at: usize) -> String {
        let word = |step: usize| {
            const WORDS: [&str; 13] = [
                "rope", "bell", "tar", "gull", "salt", "oar", "lamp", "net", "keel", "tide",
                "mast", "fog", "pier",
            ];
            WORDS[(at * 7 + step * step * (at + 3)) % 13]
        };
        let told: Vec<String> = (0..7)
            .map(|step| format!("the {} {at}", word(step)))
            .collect();
        format!("Paragraph {at} was {}.", told.join(" and "))
    }

    fn chapter(paragraphs: impl IntoIterator<Item = usize>) -> String {
        let all: Vec<String> = paragraphs.into_iter().map(paragraph).collect();
        all.join("\n\n")
    }

    fn found(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
        let (_, found) = Repeats::within(text);
        found
            .into_iter()
            .map(|found| (found.copy, found.of))
            .collect()
    }

    #[test]
    fn what_is_there_once_is_not_found() {
        assert_eq!(found(&chapter(0..40)), []);
        assert_eq!(found(""), []);
    }

    #[test]
    fn each_repeated_paragraph_and_each_row_of_them_is_found() {
        assert_eq!(found(&chapter((0..30).chain(0..30))), [(30..60, 0..30)]);
        let each = found(&chapter((0..30).flat_map(|at| [at, at])));
        assert_eq!(each.len(), 30);
        assert_eq!(each[29], (59..60, 58..59));
        let four = found(&chapter([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]));
        assert_eq!(four, [(3..6, 0..3), (6..9, 0..3), (9..12, 0..3)]);
    }

    #[test]
    fn a_scene_that_is_told_again_in_other_words_is_one_row() {
        let first = chapter(0..8);
        let again = first.replace(" tar ", " pitch ").replace("bell", "gong");
        // One paragraph of it is another one altogether.
        let again = again.replace(&paragraph(4), &paragraph(40));
        let (all, found) = Repeats::within(&format!("{first}\n\n{}\n\n{again}", paragraph(9)));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].copy.clone(), found[0].of.clone()), (9..17, 0..8));
        assert!(found[0].changed > 1);
        assert!(!all.is_dialogue(&found[0]));
    }

    #[test]
    fn a_dialogue_that_comes_back_is_found_and_short_answers_are_not() {
        let talk =
            "“Did you see him?”\n\n“No.”\n\n“You must have seen him.”\n\n“I saw nobody at all.”";
        let text = |part: &str| {
            let scenes: Vec<String> = (0..4)
                .map(|at| format!("{}\n\n{part}", paragraph(at)))
                .collect();
            scenes.join("\n\n")
        };
        let found_talk = found(&text(talk));
        assert_eq!(found_talk, [(6..10, 1..5), (11..15, 1..5), (16..20, 1..5)]);
        assert_eq!(found(&text("“Yes.”\n\n“No.”\n\n“Why not?”")), []);
        assert_eq!(found(&text("She did not look back.")), []);
        let song =
            "Row, boys, row, for the tide won’t stay;\nrow, boys, row, till the break of day.";
        assert_eq!(found(&text(song)), [], "a refrain");
    }

    #[test]
    fn a_short_answer_before_a_repeated_scene_belongs_to_it() {
        let scene = format!("“Yes.”\n\n{}\n\n{}", paragraph(1), paragraph(2));
        let text = format!(
            "“Yes.”\n\n{}\n\n{scene}\n\n{}\n\n{scene}",
            paragraph(5),
            paragraph(6)
        );
        assert_eq!(found(&text), [(6..9, 2..5)]);
    }

    #[test]
    fn texts_are_compared_with_those_before_them_only() {
        let mut all = Repeats::default();
        assert_eq!(all.another(&chapter([0, 1, 2, 0]), 0), []);
        let found = all.another(&chapter([7, 1, 2, 8, 0]), 1);
        let places: Vec<_> = found.iter().map(|found| found.of.clone()).collect();
        assert_eq!(places, [1..3, 0..1]);
        let found = all.another(&chapter([1, 2, 7]), 2);
        let places: Vec<_> = found.iter().map(|found| found.of.clone()).collect();
        assert_eq!(places, [1..3, 4..5]);
    }

    #[test]
    fn a_text_of_two_million_letters_is_no_matter_of_its_square() {
        let text = chapter((0..9_000).chain(0..9_000));
        assert!(text.len() > 2_000_000);
        let began = std::time::Instant::now();
        let (_, found) = Repeats::within(&text);
        assert_eq!(found.len(), 1);
        // The same sentence with a number in it: everything is like everything.
        let alike: String = (0..20_000)
            .map(|at| format!("It was day {at} and the rain came down on the quay and on all of the boats.\n\n"))
            .collect();
        Repeats::within(&alike);
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }
}
