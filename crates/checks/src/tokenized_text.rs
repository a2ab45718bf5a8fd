//! A text, read once: paragraphs, sentences and words, and which words somebody says.

use std::ops::Range;
use text::prose;

/// One word as it stands in a text.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// As it is written, the possessive ending included.
    pub text: &'t str,
    /// In lower case, with straight apostrophes, without the possessive ending.
    pub lower: String,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// The number of its sentence.
    pub sentence: usize,
    /// Inside quotation marks or italics: somebody says it, thinks it or wrote it.
    pub spoken: bool,
    /// Written with a capital.
    pub capital: bool,
    /// Opens a sentence or a quotation, where a capital says nothing.
    pub opens: bool,
    /// "Mara's".
    pub possessive: bool,
    /// Joined to the word before it by a hyphen.
    pub joined: bool,
    /// A comma, a dash or the like stands between it and the word before it.
    pub parted: bool,
}

/// One sentence.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Its words.
    pub words: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// A text with its parts.
#[derive(Clone, Debug)]
pub(crate) struct TokenizedText<'t> {
    /// The text.
    pub text: &'t str,
    /// All its words, in order.
    pub words: Vec<Word<'t>>,
    /// All its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The sentences of each paragraph, in order.
    pub paragraphs: Vec<Range<usize>>,
}

impl<'t> TokenizedText<'t> {
    /// Reads a text.
    pub(crate) fn of(text: &'t str) -> Self {
        Self::divided(text, prose::sentence_ranges(text))
    }

    /// Reads one sentence, which nobody has to look for.
    pub(crate) fn of_sentence(text: &'t str) -> Self {
        Self::divided(text, vec![(0, text.len())])
    }

    fn divided(text: &'t str, sentences: Vec<(usize, usize)>) -> Self {
        let mut reading = Self {
            text,
            words: Vec::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
        };
        let mut voice = QuoteTracker::default();
        let mut last_end = 0;
        for (start, end) in sentences {
            if reading.sentences.is_empty() || text[last_end..start].contains('\n') {
                let from = reading.sentences.len();
                reading.paragraphs.push(from..from);
                voice = QuoteTracker::default();
            }
            last_end = end;
            let first = reading.words.len();
            reading.read_words(start, end, &mut voice);
            let sentence = Sentence {
                at: start..end,
                words: first..reading.words.len(),
                paragraph: reading.paragraphs.len() - 1,
            };
            reading.sentences.push(sentence);
            if let Some(paragraph) = reading.paragraphs.last_mut() {
                paragraph.end = reading.sentences.len();
            }
        }
        reading
    }

    /// The words between two places in the text, which lie in one sentence.
    fn read_words(&mut self, start: usize, end: usize, voice: &mut QuoteTracker) {
        let text = self.text;
        let part = &text[start..end];
        let sentence = self.sentences.len();
        let mut opens = true;
        let mut joined = false;
        let mut parted = false;
        let mut letters = part.char_indices().peekable();
        let mut before = ' ';
        while let Some((at, letter)) = letters.next() {
            if !letter.is_alphanumeric() {
                let next = letters.peek().map_or(' ', |(_, next)| *next);
                opens |= voice.read_mark(letter, before, next);
                joined = letter == '-' && before.is_alphanumeric();
                parted |= !letter.is_whitespace() && letter != '-' && !matches!(letter, '“' | '”');
                before = letter;
                continue;
            }
            let mut stop = at + letter.len_utf8();
            let mut last = letter;
            while let Some((next_at, next)) = letters.peek().copied() {
                let inside = matches!(next, '’' | '\'')
                    && part[next_at + next.len_utf8()..]
                        .chars()
                        .next()
                        .is_some_and(char::is_alphabetic);
                if !next.is_alphanumeric() && !inside {
                    break;
                }
                stop = next_at + next.len_utf8();
                last = next;
                letters.next();
            }
            let shown = &part[at..stop];
            let mut lower = shown.to_lowercase();
            if lower.contains('’') {
                lower = lower.replace('’', "'");
            }
            let owned = lower.strip_suffix("'s").map(str::to_owned);
            let plural = last == 's' && matches!(letters.peek(), Some((_, '’' | '\'')));
            let possessive = owned.is_some() || plural && !voice.spoken();
            if let Some(owned) = owned {
                lower = owned;
            }
            self.words.push(Word {
                text: shown,
                lower,
                start: start + at,
                end: start + stop,
                sentence,
                spoken: voice.spoken(),
                capital: letter.is_uppercase(),
                opens,
                possessive,
                joined,
                parted,
            });
            opens = false;
            joined = false;
            parted = false;
            before = last;
        }
    }

    /// The words of a sentence.
    pub(crate) fn words_of(&self, sentence: usize) -> &[Word<'t>] {
        &self.words[self.sentences[sentence].words.clone()]
    }

    /// The words of a paragraph, as places in [`TokenizedText::words`].
    pub(crate) fn paragraph_words(&self, paragraph: usize) -> Range<usize> {
        let sentences = &self.paragraphs[paragraph];
        let from = self.sentences[sentences.start].words.start;
        from..self.sentences[sentences.end - 1].words.end
    }

    /// The paragraph in which a word stands.
    pub(crate) fn paragraph_of(&self, word: usize) -> usize {
        self.sentences[self.words[word].sentence].paragraph
    }

    /// A sentence, word for word.
    pub(crate) fn quote(&self, sentence: usize) -> &'t str {
        &self.text[self.sentences[sentence].at.clone()]
    }

    /// A word in lower case; empty before the beginning and after the end of its sentence.
    pub(crate) fn lower(&self, word: usize, offset: isize) -> &str {
        word.checked_add_signed(offset)
            .and_then(|at| self.words.get(at))
            .filter(|other| other.sentence == self.words[word].sentence)
            .map_or("", |other| other.lower.as_str())
    }

    /// Whether a sentence asks.
    pub(crate) fn asks(&self, sentence: usize) -> bool {
        self.quote(sentence)
            .trim_end_matches(['”', '’', '"'])
            .ends_with('?')
    }
}

/// Who speaks: the teller, or somebody between marks.
#[derive(Default)]
struct QuoteTracker {
    double: bool,
    single: bool,
    italic: bool,
}

impl QuoteTracker {
    const fn spoken(&self) -> bool {
        self.double || self.single || self.italic
    }

    /// Takes note of a mark; whether it opens what somebody says.
    fn read_mark(&mut self, mark: char, before: char, next: char) -> bool {
        let outside = before.is_whitespace() || matches!(before, '“' | '(' | '—' | '–');
        match mark {
            '“' | '«' | '„' => self.double = true,
            '”' | '»' => self.double = false,
            '"' => self.double = !self.double,
            '‘' => self.single = true,
            // An apostrophe inside a word never comes here.
            '\'' if outside && next.is_alphanumeric() => self.single = true,
            '’' | '\'' => self.single = false,
            '*' | '_' => self.italic = !self.italic,
            _ => return false,
        }
        self.spoken()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_says_is_known_from_what_is_told() {
        let reading =
            TokenizedText::of("“Go,” said Mara’s brother. *I won’t*, she thought.\n\nIt rained.");
        let spoken: Vec<&str> = reading
            .words
            .iter()
            .filter(|word| word.spoken)
            .map(|word| word.text)
            .collect();
        assert_eq!(spoken, ["Go", "I", "won’t"]);
        let mara = &reading.words[2];
        assert_eq!((mara.lower.as_str(), mara.possessive), ("mara", true));
        assert_eq!(reading.paragraphs.len(), 2);
        assert_eq!(reading.quote(2), "It rained.");
    }

    #[test]
    fn hyphens_join_and_commas_part() {
        let reading = TokenizedText::of("A blue-eyed man, forty-one, stood.");
        let marks: Vec<(&str, bool, bool)> = reading
            .words
            .iter()
            .map(|word| (word.lower.as_str(), word.joined, word.parted))
            .collect();
        assert_eq!(
            marks,
            [
                ("a", false, false),
                ("blue", false, false),
                ("eyed", true, false),
                ("man", false, false),
                ("forty", false, true),
                ("one", true, false),
                ("stood", false, true),
            ]
        );
    }
}
