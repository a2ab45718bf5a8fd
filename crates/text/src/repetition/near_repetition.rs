//! Noticing that a model tells again what stands in the chapter already: not letter for letter, as in a loop,
//! but with a word changed here and there. Small models do it when they have nothing more to say.

use crate::prose::sentence_ranges;
use std::{
    collections::{HashSet, VecDeque},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};
use unicode_segmentation::UnicodeSegmentation as _;

/// So many words in a row are a phrase.
const PHRASE: usize = 4;

/// So many phrases at the end are looked at: some 120 tokens of English.
const WINDOW: usize = 90;

/// So far back the beginning is looked for.
const LOOKED_BACK: usize = WINDOW * 3;

/// Of a hundred phrases looked at, so many stand further up already. In prose that people wrote five to
/// fifteen do, fifty at most where a paragraph was copied on purpose; where a model told a passage a second
/// time, with every eighth word another one, eighty to ninety.
const MOST: usize = 75;

/// What stands in a chapter, phrase by phrase, and how much of its end stood there before.
#[derive(Default)]
pub struct NearRepetition {
    known: HashSet<u64>,
    /// The last words, and where each begins, in bytes.
    words: VecDeque<(usize, String)>,
    /// The last phrases, the newest first: where each begins, in bytes, and whether it was known.
    end: VecDeque<(usize, bool)>,
    /// How much of the text was read, in bytes.
    read: usize,
}

impl NearRepetition {
    /// What was written so far: known, and not judged.
    pub fn new(written: &str) -> Self {
        let mut new = Self::default();
        new.take(written, written.len());
        new.end.clear();
        new
    }

    /// Where the text, which went on since, begins to tell again what stands in it already, in bytes: at the
    /// beginning of a sentence. `None` while it goes on as texts do.
    pub fn start(&mut self, text: &str) -> Option<usize> {
        // The last word may be half a word.
        let whole = text.trim_end_matches(char::is_alphanumeric).len();
        self.take(text, whole);
        let judged = self.end.iter().take(WINDOW);
        let known = judged.filter(|(_, known)| *known).count();
        if self.end.len() < WINDOW || known * 100 < WINDOW * MOST {
            return None;
        }
        // From where on most is known: each phrase that is counts for it, each that is not against it.
        let (mut sum, mut most, mut begins) = (0_i32, 0, 0);
        for (at, known) in &self.end {
            sum += if *known { 1 } else { -1 };
            if sum > most {
                (most, begins) = (sum, *at);
            }
        }
        let sentences = sentence_ranges(&text[..whole]);
        let sentence = sentences.iter().rev().find(|(start, _)| *start <= begins);
        Some(sentence.map_or(begins, |(start, _)| *start))
    }

    /// Reads on up to `whole`.
    fn take(&mut self, text: &str, whole: usize) {
        let from = self.read;
        let Some(new) = text.get(from..whole) else {
            return;
        };
        self.read = whole;
        for (at, word) in new.unicode_word_indices() {
            self.words.push_back((from + at, word.to_lowercase()));
            if self.words.len() > PHRASE {
                self.words.pop_front();
            }
            if self.words.len() < PHRASE {
                continue;
            }
            let mut phrase = DefaultHasher::new();
            self.words
                .iter()
                .for_each(|(_, word)| word.hash(&mut phrase));
            let known = !self.known.insert(phrase.finish());
            self.end.push_front((self.words[0].0, known));
            self.end.truncate(LOOKED_BACK);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a real model of 1.5 billion parameters wrote: three times the same, of a ship, a boat, a father.
    const SHIP_BOAT_FATHER: &str = include_str!("retold.txt");

    /// Reads a text as it streams in, some twenty tokens at a time.
    fn found(before: &str, text: &str) -> Option<(usize, usize)> {
        let whole = format!("{before}{text}");
        let mut near_repetition = NearRepetition::new(before);
        let mut to = before.len();
        loop {
            to = whole.ceil_char_boundary(to + 80);
            if let Some(at) = near_repetition.start(&whole[..to]) {
                return Some((at, to));
            }
            if to == whole.len() {
                return None;
            }
        }
    }

    #[test]
    fn what_a_model_tells_again_with_a_word_changed_is_found_where_it_begins() {
        let (at, seen) = found("", SHIP_BOAT_FATHER).expect("it is told again");
        let kept = &SHIP_BOAT_FATHER[..at];
        // The first lap stays.
        assert!(
            kept.contains("It was the harbour company's ship."),
            "{kept}"
        );
        assert!(
            !kept.contains("It was the harbour company's boat."),
            "{kept}"
        );
        let again = &SHIP_BOAT_FATHER[at..seen];
        assert!(
            again.unicode_words().count() <= 150,
            "two hundred tokens at most: {again}"
        );
    }

    #[test]
    fn a_scene_that_tells_the_one_before_again_is_found_at_its_beginning() {
        let (first, _) = SHIP_BOAT_FATHER.split_at(700);
        let (at, _) = found(&format!("{first}\n\n"), first).expect("it is told again");
        assert_eq!(at, first.len() + 2, "nothing of it is new");
    }

    #[test]
    fn it_is_found_where_no_spaces_divide_the_words() {
        let lap = "彼女は窓を開けて海を見た。船は遠くにあり、灯台の光がゆっくりと回っていた。父の声はもう聞こえない。\
                   それでも彼女は待ち続け、夜が明けるまで椅子に座っていた。潮の匂いが部屋を満たしていた。";
        assert_eq!(found("", lap), None);
        assert!(found(lap, &lap.repeat(2)).is_some());
    }

    #[test]
    fn a_refrain_is_no_second_telling() {
        let verse =
            "“Row, boys, row, for the tide won’t stay; row, boys, row, till the break of day.”\n\n";
        let song = format!(
            "{verse}He sang it badly, and the others laughed and pulled.\n\n{verse}By the headland only two of \
             them had breath for it.\n\n{verse}Then the fog came down on the water like a lid, and nobody sang, \
             and the only sound was the wet knock of the oars and old Teague counting under his breath."
        );
        assert_eq!(found("", &song), None);
    }
}
