//! An answer that goes on with a text: what of it the text has already is cut. Servers repeat the beginning they were
//! given, and models begin a scene anew, or with the last words that stand there.

use crate::chatter::{AnswerStart, ahead};
use text::prose::{ends_like_a_sentence, folded};

/// So many letters are said again on purpose or by chance; fewer where one letter is a word or half a one.
const LEAST: usize = 12;
const LEAST_WIDE: usize = 6;

/// So many letters of a beginning are no chance: it is told again.
const RESTART: usize = 60;

/// What to do with a piece of an answer.
#[derive(Debug, PartialEq, Eq)]
pub enum ResumeAction {
    /// It is not clear yet what it is.
    Held,
    /// New text.
    Text(String),
    /// The text is told anew and in other words: it is kept up to so many bytes, and goes on with this.
    Restart(usize, String),
}

/// Compares what comes with what stands there, until it is clear what is new.
pub struct ResumeMatcher {
    before: Vec<Letter>,
    /// Whether white space stands at the end of it.
    is_spaced: bool,
    /// Where something in it begins that may be told again: with how many letters it was so far.
    begins: Vec<usize>,
    held: String,
    is_over: bool,
    /// Whether the text ends within a sentence.
    is_open: bool,
    /// What was said before it went on.
    pub left_out: Vec<String>,
    /// The text ends with white space, and so does what was cut: what comes next begins with a letter.
    drops_space: bool,
}

/// A letter without regard to the form of quotes and white space, and where it ends, in bytes.
#[derive(Clone, Copy, Debug)]
struct Letter {
    letter: char,
    end: usize,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut all: Vec<Letter> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let (letter, end) = (folded(c), at + c.len_utf8());
        match (letter, all.last_mut()) {
            (' ', None) => {}
            (' ', Some(last)) if last.letter == ' ' => last.end = end,
            _ => all.push(Letter { letter, end }),
        }
    }
    all
}

impl ResumeMatcher {
    /// An answer that goes on with `before`; with an empty text everything is new.
    pub fn new(before: &str) -> Self {
        let is_spaced = before.ends_with(char::is_whitespace);
        let mut known = letters(before);
        known.pop_if(|last| last.letter == ' ');
        let begins = (0..known.len())
            .filter(|&at| {
                at == 0 || !known[at - 1].letter.is_alphanumeric() || is_wide(known[at].letter)
            })
            .filter(|&at| known[at].letter != ' ')
            .collect();
        Self {
            is_over: known.is_empty(),
            before: known,
            is_spaced,
            is_open: !ends_like_a_sentence(before),
            left_out: Vec::new(),
            begins,
            drops_space: false,
            held: String::new(),
        }
    }

    /// Takes in a piece.
    pub fn take(&mut self, text: &str) -> ResumeAction {
        if self.is_over {
            let text = match self.drops_space {
                true => text.trim_start(),
                false => text,
            };
            self.drops_space &= text.is_empty();
            return text_or_held(text);
        }
        self.held.push_str(text);
        self.judge(false)
    }

    /// The answer is over: what is held is new, or told again to its end.
    pub fn end(&mut self) -> ResumeAction {
        match self.is_over || self.held.is_empty() {
            true => ResumeAction::Held,
            false => self.judge(true),
        }
    }

    fn judge(&mut self, at_end: bool) -> ResumeAction {
        let AnswerStart::Text(at, left_out) = ahead(&self.held, at_end) else {
            return ResumeAction::Held;
        };
        let rest = self.held[at..].to_owned();
        let begun = rest.trim_start();
        // Three dots may come one by one.
        if !at_end && (begun == "." || begun == "..") {
            return ResumeAction::Held;
        }
        let took = match begun.starts_with("...") || begun.starts_with('…') {
            true => self.after_dots(&rest, at_end),
            false => self.compare(&rest, at_end),
        };
        if !self.is_over {
            return ResumeAction::Held;
        }
        self.held.clear();
        self.left_out.extend(left_out);
        match took {
            // The words stood between two paragraphs.
            ResumeAction::Text(text)
                if at > 0 && text == rest && !self.is_open && !self.is_spaced =>
            {
                ResumeAction::Text(format!("\n\n{text}"))
            }
            took => took,
        }
    }

    /// "…as if he had waited": told again, or going on in mid-sentence, it is meant without its dots.
    fn after_dots(&mut self, rest: &str, at_end: bool) -> ResumeAction {
        let bare = rest.trim_start().trim_start_matches(['.', '…']);
        if bare.is_empty() && !at_end {
            return ResumeAction::Held;
        }
        let is_apart = self
            .before
            .last()
            .is_some_and(|last| matches!(last.letter, ',' | ';'));
        match self.compare(bare, at_end) {
            ResumeAction::Text(text) if text != bare => ResumeAction::Text(text),
            ResumeAction::Text(_) if !self.is_open => ResumeAction::Text(rest.to_owned()),
            ResumeAction::Text(text) if is_apart && !self.is_spaced && !bare.starts_with(' ') => {
                ResumeAction::Text(format!(" {text}"))
            }
            took => took,
        }
    }

    /// Compares what came, from where it is text, with what stands there.
    fn compare(&mut self, held: &str, at_end: bool) -> ResumeAction {
        let mut said = letters(held);
        // White space at the end may still grow.
        if !at_end {
            said.pop_if(|last| last.letter == ' ');
        }
        if said.is_empty() && !at_end {
            return ResumeAction::Held;
        }
        let shared = |begin: usize| {
            let known = self.before[begin..].iter();
            known
                .zip(&said)
                .take_while(|(known, said)| known.letter == said.letter)
                .count()
        };
        let runs: Vec<(usize, usize)> = self.begins.iter().map(|&at| (at, shared(at))).collect();
        let is_open = |&&(at, length): &&(usize, usize)| {
            length == said.len() && at + length < self.before.len()
        };
        let is_open = runs.iter().any(|run| is_open(&run));
        if is_open && !at_end {
            return ResumeAction::Held;
        }
        self.is_over = true;
        let enough = |length: usize| {
            let is_wide = said[..length].iter().any(|said| is_wide(said.letter));
            length >= if is_wide { LEAST_WIDE } else { LEAST }
        };
        // The end of the text, told again: the longest such end.
        let overlap = runs
            .iter()
            .find(|(at, length)| at + length == self.before.len() && enough(*length));
        if let Some((_, length)) = overlap {
            let rest = &held[said[length - 1].end..];
            return match self.is_spaced {
                true => {
                    self.drops_space = rest.trim().is_empty();
                    text_or_held(rest.trim_start())
                }
                false => text_or_held(rest),
            };
        }
        let restart = runs
            .iter()
            .filter(|(at, length)| *length >= RESTART && self.begins_paragraph(*at))
            .max_by_key(|(_, length)| *length);
        match restart {
            // Told again up to somewhere, and then silence.
            Some((_, length)) if *length == said.len() => ResumeAction::Held,
            Some((at, length)) => {
                let keep = self.before[at + length - 1].end;
                ResumeAction::Restart(keep, held[said[length - 1].end..].to_owned())
            }
            None => text_or_held(held),
        }
    }

    /// Whether the text or a paragraph of it begins here.
    fn begins_paragraph(&self, at: usize) -> bool {
        let Some(gap) = at.checked_sub(1) else {
            return true;
        };
        // A gap of one byte is a space between words.
        let from = gap.checked_sub(1).map_or(0, |last| self.before[last].end);
        self.before[gap].end - from >= 2
    }
}

fn text_or_held(text: &str) -> ResumeAction {
    match text.is_empty() {
        true => ResumeAction::Held,
        false => ResumeAction::Text(text.to_owned()),
    }
}

/// A letter of a script that divides no words.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Mara climbs the stairs of the lighthouse with the lamp in her left hand. The iron is wet \
                        under her shoes.\n\n“Who is there?” she asks. The radio speaks with the voice of her brother, \
                        low and patient, as if he had waited.\n\nShe sits down on the last step and counts.";

    /// What stands there after an answer in pieces of a few bytes.
    fn after(before: &str, answer: &str) -> String {
        let mut whole = before.to_owned();
        let mut resumed = ResumeMatcher::new(before);
        let letters: Vec<String> = answer.chars().map(String::from).collect();
        let mut took: Vec<ResumeAction> = letters
            .chunks(5)
            .map(|piece| resumed.take(&piece.concat()))
            .collect();
        took.push(resumed.end());
        for took in took {
            match took {
                ResumeAction::Held => {}
                ResumeAction::Text(text) => whole.push_str(&text),
                ResumeAction::Restart(keep, text) => {
                    whole.truncate(keep);
                    whole.push_str(&text);
                }
            }
        }
        whole
    }

    #[test]
    fn an_echo_a_restart_and_an_overlap_are_cut() {
        for cut in [40, 120, 200, 240] {
            let (before, rest) = TEXT.split_at(cut);
            let last: Vec<&str> = before.split_whitespace().rev().take(6).collect();
            let last: Vec<&str> = last.into_iter().rev().collect();
            for answer in [
                rest.to_owned(),
                TEXT.to_owned(),
                TEXT.replace(['“', '”'], "\"").replacen("\"Who", "“Who", 1),
                format!("{}{rest}", last.join(" ")),
                format!("\n{}{rest}", last.join(" ")),
            ] {
                let whole = after(before, &answer).replace('"', "”");
                let expected = TEXT.replace('“', "”");
                assert_eq!(whole.replace('“', "”"), expected, "{cut}: {answer}");
            }
        }
    }

    #[test]
    fn a_paragraph_that_is_told_again_takes_the_place_of_its_half() {
        let before = &TEXT[..TEXT.find("low and").expect("it is there")];
        let from = TEXT.find("“Who").expect("it is there");
        assert_eq!(after(before, &TEXT[from..]), TEXT);
        let other = format!("{}loud and near.", &before[from..]);
        assert_eq!(after(before, &other), format!("{before}loud and near."));
        let (told, _) = before.split_at(before.find("her brother").expect("it is there"));
        let other = format!("{}a stranger.", &told[from..]);
        assert_eq!(after(before, &other), format!("{told}a stranger."));
    }

    #[test]
    fn what_is_new_is_new() {
        for (before, answer) in [
            ("", "Mara climbs."),
            ("It broke ", "and was "),
            ("He said the", " the boat had left."),
            ("No, no, no,", " no, no, never."),
            ("She rowed. ", "She rowed on."),
            (TEXT, " The radio speaks again."),
            (TEXT, "\n\n“Who is there?” he said."),
            (TEXT, ""),
            ("海は静かだった。", "海は青かった。"),
        ] {
            assert_eq!(
                after(before, answer),
                format!("{before}{answer}"),
                "{before}"
            );
        }
        assert_eq!(
            after("海は静かだった。", "静かだった。夜が来た。"),
            "海は静かだった。夜が来た。"
        );
    }

    #[test]
    fn words_before_it_goes_on_are_left_out() {
        for cut in [130, 160, 240] {
            let (before, rest) = TEXT.split_at(cut);
            for said in [
                "Sure! Continuing from where we left off:\n\n",
                "Here is the scene:\n\n",
                "# Chapter 1\n\n",
                "(continued)\n\n",
                "---\n\n",
            ] {
                assert_eq!(
                    after(before, &format!("{said}{rest}")),
                    TEXT,
                    "{cut}: {said}"
                );
                assert_eq!(
                    after(before, &format!("{said}{TEXT}")),
                    TEXT,
                    "{cut}: {said}"
                );
            }
            assert_eq!(after(before, &format!("…{rest}")), TEXT, "{cut}");
        }
        let (before, rest) = TEXT.split_at(TEXT.find("\n\nShe").expect("it is there"));
        let echo = format!("...as if he had waited.{rest}");
        assert_eq!(after(before, &echo), TEXT);
        let restart = format!("(continued)\n\n{}", rest.trim_start());
        assert_eq!(after(before, &restart), TEXT);
        assert_eq!(after("It rained.", " …And then?"), "It rained. …And then?");
        assert_eq!(
            after("Low and patient,", "...as if"),
            "Low and patient, as if"
        );
    }

    #[test]
    fn new_text_is_not_held_back() {
        let mut resumed = ResumeMatcher::new(TEXT);
        assert_eq!(
            resumed.take(" Then"),
            ResumeAction::Text(" Then".to_owned())
        );
    }
}
