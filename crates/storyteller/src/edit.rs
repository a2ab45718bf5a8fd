//! Polishes a text: doubled words, filler, sentences that open alike.

use super::words;
use writing::assignment::{Edit, Edits};

/// The most edits one pass offers.
const MOST: usize = 6;

/// Edits whose passages stand exactly once in the text.
pub(crate) fn sketch(text: &str) -> Edits {
    let mut polish = Polish {
        text,
        touched: Vec::new(),
        edits: Vec::new(),
    };
    polish.doubled();
    polish.filler();
    polish.openings();
    Edits {
        edits: polish.edits,
        ..Edits::default()
    }
}

/// A pass over a text.
struct Polish<'a> {
    text: &'a str,
    touched: Vec<(usize, usize)>,
    edits: Vec<Edit>,
}

impl Polish<'_> {
    /// Replaces a stretch, with enough around it to be the only one of its kind.
    fn offer(&mut self, start: usize, end: usize, with: &str) {
        if self.edits.len() == MOST {
            return;
        }
        let Some((from, to)) = widen(self.text, start, end) else {
            return;
        };
        if self
            .touched
            .iter()
            .any(|(begin, stop)| from < *stop && *begin < to)
        {
            return;
        }
        self.touched.push((from, to));
        self.edits.push(Edit {
            passage: self.text[from..to].to_owned(),
            replacement: format!("{}{with}{}", &self.text[from..start], &self.text[end..to]),
        });
    }

    /// "the the".
    fn doubled(&mut self) {
        // "had had" and "that that" can be meant.
        const MEANT: &[&str] = &[
            "had", "that", "very", "so", "no", "ha", "now", "bye", "long", "never",
        ];
        let spots = spans(self.text);
        for pair in spots.windows(2) {
            let [(start, stop), (again, end)] = [pair[0], pair[1]];
            let word = &self.text[start..stop];
            let same = word.to_lowercase() == self.text[again..end].to_lowercase();
            let spaced = self.text[stop..again].chars().all(|letter| letter == ' ');
            let lettered = word.chars().all(char::is_alphabetic);
            if same && spaced && lettered && !MEANT.contains(&word.to_lowercase().as_str()) {
                self.offer(start, end, word);
            }
        }
    }

    /// Words that only take up room: struck together with a space.
    fn filler(&mut self) {
        const FILLER: &[&str] = &["very", "really", "suddenly", "basically"];
        let spots = spans(self.text);
        for (at, (start, end)) in spots.iter().copied().enumerate() {
            let word = self.text[start..end].to_lowercase();
            if !FILLER.contains(&word.as_str()) {
                continue;
            }
            let Some((next, next_end)) = spots.get(at + 1).copied() else {
                continue;
            };
            let before = self.text[..start].chars().next_back();
            let follower = self.text[next..next_end].to_lowercase();
            // "the very man", "very much", "not really", "quite a": the word does work there.
            let works = [
                "much", "same", "few", "little", "a", "an", "the", "well", "not", "so", "good",
            ];
            let prior = at
                .checked_sub(1)
                .map_or("", |prior| &self.text[spots[prior].0..spots[prior].1]);
            let bound = [
                "the", "not", "n’t", "that", "this", "his", "her", "their", "its", "my", "your",
                "our",
            ];
            // "a very old" would become "a old": the article must agree with what follows.
            let vowel = words::article(&follower) == "an";
            let article = match prior.to_lowercase().as_str() {
                "a" => !vowel,
                "an" => vowel,
                _ => true,
            };
            let plain = self.text[start..end].starts_with(char::is_lowercase);
            if before == Some(' ')
                && plain
                && article
                && &self.text[end..next] == " "
                && !works.contains(&follower.as_str())
                && !bound.contains(&prior.to_lowercase().as_str())
                && !prior.ends_with("n’t")
                && !prior.ends_with("n't")
            {
                self.offer(start, next, "");
            }
        }
    }

    /// The third of three sentences that open with the same pronoun or article gets a turn before it.
    fn openings(&mut self) {
        const TURNS: &[&str] = &["Then ", "After that "];
        let ranges = text::prose::sentence_ranges(self.text);
        let first = |(start, end): (usize, usize)| {
            self.text[start..end]
                .split(' ')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let mut found = Vec::new();
        for trio in ranges.windows(3) {
            let word = first(trio[0]);
            let pronoun = matches!(word.as_str(), "She" | "He" | "They");
            // "Then she had known": the turn would bend the tenses.
            let (start, end) = trio[2];
            let verb = self.text[start..end]
                .split([' ', ','])
                .nth(1)
                .unwrap_or_default();
            let state = [
                "had", "was", "were", "could", "would", "did", "has", "is", "are",
            ];
            let pronoun = pronoun && !state.contains(&verb) && !verb.ends_with("n’t");
            let near = self.text[trio[0].0..trio[2].0].find('\n').is_none();
            if pronoun && near && first(trio[1]) == word && first(trio[2]) == word {
                found.push((trio[2].0, word));
            }
        }
        for (at, (start, word)) in found.into_iter().take(2).enumerate() {
            let with = format!("{}{}", TURNS[at % TURNS.len()], word.to_lowercase());
            self.offer(start, start + word.len(), &with);
        }
    }
}

/// The words of a text as byte ranges.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spots = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        if letter.is_alphanumeric() || matches!(letter, '’' | '\'') {
            start.get_or_insert(at);
        } else if let Some(begin) = start.take() {
            spots.push((begin, at));
        }
    }
    if let Some(begin) = start {
        spots.push((begin, text.len()));
    }
    spots
}

/// A stretch with whole words around it, until it stands only once.
fn widen(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let spots = spans(text);
    let mut from = spots.iter().rposition(|(begin, _)| *begin <= start)?;
    let mut to = spots.iter().position(|(_, stop)| *stop >= end)?;
    for _ in 0..24 {
        let (begin, stop) = (spots[from].0.min(start), spots[to].1.max(end));
        if text.matches(&text[begin..stop]).count() == 1 {
            return Some((begin, stop));
        }
        // To both sides in turn, as far as there is text.
        from = from.saturating_sub(1);
        if to + 1 < spots.len() {
            to += 1;
        }
    }
    None
}
