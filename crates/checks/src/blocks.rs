//! A text as paragraphs that can be compared quickly: by hashes of their words.

use std::ops::Range;

/// So many of a paragraph's pairs of words stand for all of them when alike ones are looked for.
const SKETCH: usize = 16;

/// Lines of a verse have at most so many words.
const VERSE: usize = 12;

/// One paragraph.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// In which of the texts, counted from 0.
    pub text: usize,
    /// Which paragraph of its text it is, counted from 1; those without words don't count.
    pub number: usize,
    /// Where it is, in bytes.
    pub at: Range<usize>,
    /// Of all its words in order.
    pub hash: u64,
    /// How many words it has.
    pub words: usize,
    /// How many of them are between quotation marks.
    pub spoken: usize,
    /// Several short lines: a song or a poem.
    pub is_verse: bool,
    /// Of each pair of words that follow each other: in order, each once.
    pairs: Vec<u64>,
}

impl Block {
    /// The paragraphs of a text that have words. Blank lines divide them; so does every line where the text has no
    /// blank lines, or where the lines are too long for a verse.
    pub(super) fn all(text: &str, number: usize) -> Vec<Self> {
        let mut blocks = Vec::new();
        for part in parts(text) {
            let lines: Vec<Range<usize>> = lines(text, part.clone()).collect();
            let long = |line: &Range<usize>| text[line.clone()].split_whitespace().count() > VERSE;
            let is_verse = lines.len() > 1 && !lines.iter().any(long);
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
                continue;
            };
            let pieces = match is_verse {
                true => std::iter::once(first.start..last.end).collect(),
                false => lines,
            };
            for at in pieces {
                let next = blocks.len() + 1;
                blocks.extend(Self::of(text, at, (number, next), is_verse));
            }
        }
        blocks
    }

    fn of(
        whole: &str,
        at: Range<usize>,
        (text, number): (usize, usize),
        is_verse: bool,
    ) -> Option<Self> {
        let mut words = WordHasher::default();
        whole[at.clone()].chars().for_each(|c| words.read(c));
        words.end();
        let WordHasher {
            hashes,
            halves,
            spoken,
            ..
        } = words;
        if hashes.is_empty() {
            return None;
        }
        let mut pairs: Vec<u64> = hashes
            .windows(2)
            .map(|pair| mixed(pair[0].rotate_left(17) ^ pair[1]))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let hash = hashes
            .iter()
            .fold(START, |hash, word| mixed(hash.rotate_left(5) ^ word));
        Some(Self {
            text,
            number,
            at,
            hash,
            words: halves.div_ceil(2),
            spoken: spoken.div_ceil(2),
            is_verse,
            pairs,
        })
    }

    /// The pairs by which alike paragraphs are looked for. Their order is as good as chance, and the same in every
    /// text: paragraphs that are alike have most of these in common, too.
    pub(super) fn sketch(&self) -> &[u64] {
        let most = self.pairs.len().min(SKETCH);
        if self.pairs.len() < PAIRS {
            &[]
        } else {
            &self.pairs[..most]
        }
    }

    /// Whether most of their pairs of words are the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (one, other) = (&self.pairs, &other.pairs);
        let (least, most) = (one.len().min(other.len()), one.len().max(other.len()));
        if least < PAIRS || least * 10 < most * ALIKE {
            return false;
        }
        let (mut left, mut right, mut same) = (0, 0, 0);
        while left < one.len() && right < other.len() {
            match one[left].cmp(&other[right]) {
                std::cmp::Ordering::Less => left += 1,
                std::cmp::Ordering::Greater => right += 1,
                std::cmp::Ordering::Equal => {
                    (left, right, same) = (left + 1, right + 1, same + 1);
                }
            }
        }
        same * 10 >= most * ALIKE
    }
}

/// Paragraphs with fewer pairs of words are too small to be nearly the same.
const PAIRS: usize = 12;

/// Of ten pairs, so many are the same in paragraphs that are nearly the same.
const ALIKE: usize = 6;

/// What blank lines divide; every line where there are none.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut any_blank = false;
    for line in every_line(text) {
        if text[line.clone()].trim().is_empty() {
            any_blank = true;
            parts.extend(open.take());
        } else {
            let from = open.map_or(line.start, |open| open.start);
            open = Some(from..line.end);
        }
    }
    parts.extend(open);
    if any_blank {
        return parts;
    }
    lines(text, 0..text.len()).collect()
}

/// The lines of a part, trimmed, none of them empty.
fn lines(text: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let start = part.start;
    every_line(&text[part]).filter_map(move |line| {
        let line = line.start + start..line.end + start;
        let shown = &text[line.clone()];
        let from = line.start + (shown.len() - shown.trim_start().len());
        let trimmed = from..from + shown.trim().len();
        (!trimmed.is_empty()).then_some(trimmed)
    })
}

/// All lines without their ends.
fn every_line(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_inclusive('\n').scan(0, |next, line| {
        let from = *next;
        *next += line.len();
        Some(from..from + line.trim_end_matches(['\n', '\r']).len())
    })
}

/// The hashes of the words of a paragraph, read letter by letter.
#[derive(Default)]
struct WordHasher {
    hashes: Vec<u64>,
    /// Half words: a character that is a word alone is half of one.
    halves: usize,
    /// Those that are spoken.
    spoken: usize,
    word: Option<u64>,
    inside: bool,
}

impl WordHasher {
    fn read(&mut self, letter: char) {
        if is_word_alone(letter) {
            self.end();
            self.hashes.push(mixed(START ^ u64::from(letter)));
            self.count(1);
        } else if letter.is_alphanumeric() {
            let mut hash = self.word.unwrap_or(START);
            if letter.is_ascii() {
                hash = stepped(hash, letter.to_ascii_lowercase());
            } else {
                for lower in letter.to_lowercase() {
                    hash = stepped(hash, lower);
                }
            }
            self.word = Some(hash);
        } else if !matches!(letter, '\'' | '’') {
            self.end();
            match letter {
                '“' | '«' | '„' => self.inside = true,
                '”' | '»' => self.inside = false,
                '"' => self.inside = !self.inside,
                _ => {}
            }
        }
    }

    fn end(&mut self) {
        if let Some(word) = self.word.take() {
            self.hashes.push(mixed(word));
            self.count(2);
        }
    }

    const fn count(&mut self, halves: usize) {
        self.halves += halves;
        if self.inside {
            self.spoken += halves;
        }
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// One step of FNV-1a.
const fn stepped(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Spreads a hash over all its bits.
pub(super) const fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Han and kana have no spaces between their words.
const fn is_word_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        let blocks = Block::all(text, 0);
        blocks.into_iter().map(|block| &text[block.at]).collect()
    }

    #[test]
    fn paragraphs_are_what_blank_lines_divide_and_lines_where_there_are_none() {
        assert_eq!(
            texts("One.\r\n\r\nTwo.\n \n* * *\n\nThree."),
            ["One.", "Two.", "Three."]
        );
        assert_eq!(texts("One.\nTwo.\n"), ["One.", "Two."]);
        assert_eq!(texts("\n\n"), [""; 0]);
        let verse = "Row, boys, row,\nfor the tide won’t stay.";
        let blocks = Block::all(&format!("He sang.\n\n{verse}\n\nIt ended."), 0);
        let verses: Vec<bool> = blocks.iter().map(|block| block.is_verse).collect();
        assert_eq!(verses, [false, true, false]);
        assert_eq!(blocks[2].number, 3);
    }

    #[test]
    fn marks_and_case_do_not_count_and_what_is_said_is_known() {
        let [one, other] = [
            "“Sit,” said Odran. “Don’t!”",
            "\"SIT!\" said Odran. \"don't\"",
        ]
        .map(|text| Block::all(text, 0).remove(0));
        assert_eq!(one.hash, other.hash);
        assert_eq!((one.words, one.spoken), (4, 2));
        let han = Block::all("彼女は窓を開けて海を見た。", 0).remove(0);
        assert_eq!(han.words, 6);
    }

    #[test]
    fn paragraphs_with_a_word_changed_here_and_there_are_alike() {
        let text = |one: &str, other: &str| {
            let text = format!(
                "The {one} went down to the quay in the rain and looked at the boats, and nobody {other} a word to \
                 her until the bell rang over the harbour."
            );
            Block::all(&text, 0).remove(0)
        };
        assert!(text("woman", "said").is_like(&text("girl", "spoke")));
        let other = Block::all(
            "He had been a cook once, on a ship that went to the ice, and he told of it whenever he had a glass before him.",
            0,
        );
        assert!(!text("woman", "said").is_like(&other[0]));
    }
}
