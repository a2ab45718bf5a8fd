//! Thinking that a server leaves in the text, and the marks of a model's template: none of it is text.

mod found_mark;
mod marks;
mod named;

use found_mark::{FoundMark, Kind};

/// Some templates open the thinking themselves: then only its end is written. Further on than this, in bytes, such an
/// end is no more than a slip of the pen.
const NEAR: usize = 64 * 1024;

/// No mark is longer, in bytes.
const LONGEST_MARK: usize = 64;

/// What is struck through is shorter, in bytes.
const STRUCK: usize = 200;

/// How an answer begins whose marks were stripped on its way, and what stands before its text then.
const BARE: (&str, &[&str]) = ("analysis", &["assistantfinal", "assistant final"]);

/// What a piece of text turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ThinkingPart {
    /// Text of the answer.
    Text(String),
    /// Something was thought.
    Thought,
    /// All text of this answer that was handed out before was thought.
    WasThought,
}

/// Tells text from thought.
pub(super) struct Thinking {
    state: State,
    /// What was not looked at yet.
    left: String,
    /// White space is dropped until something is written.
    trims: bool,
    /// How much text there was, in bytes, and whether any of it was more than white space.
    said: usize,
    has_said: bool,
    /// Whether a thought had both its marks: then an end alone means nothing.
    has_thought: bool,
    /// How many thoughts began inside of one. Some models end each of them; others only speak of such a mark.
    nested: usize,
    /// Whether the answer began with the mark of a beginning: then its end may be written, too.
    has_begun: bool,
    /// Whether a letter was struck through, so that its end is no end of the answer.
    strikes: bool,
    /// What was learned of the model: whether it begins in thought without saying so.
    begins: Option<bool>,
}

enum State {
    /// Text, in which a mark may come.
    Text,
    /// In a thought: what began it, what ends it, and what to say after all where it never ends.
    Inside(String, Vec<String>, Option<String>),
    /// This model begins in thought: all so far, until its end is read, or the answer ends without.
    Held(String),
    /// An answer in a shape of its own: nothing is looked for.
    Shape,
    /// Somebody else's turn.
    Others,
}

impl Thinking {
    /// Of an answer; `held` where its model is known to begin in thought.
    pub(super) const fn new(held: bool) -> Self {
        Self {
            state: match held {
                true => State::Held(String::new()),
                false => State::Text,
            },
            left: String::new(),
            trims: false,
            said: 0,
            has_said: false,
            has_thought: false,
            nested: 0,
            has_begun: false,
            strikes: false,
            begins: None,
        }
    }

    /// Whether this model begins in thought without saying so, where that was seen.
    pub(super) const fn begins(&self) -> Option<bool> {
        self.begins
    }

    /// Whether a mark said that nothing of the answer follows.
    pub(super) const fn has_ended(&self) -> bool {
        matches!(self.state, State::Others)
    }

    /// Takes in a piece of text.
    pub(super) fn read(&mut self, text: &str, out: &mut Vec<ThinkingPart>) {
        self.left.push_str(text);
        while self.step(out) {}
    }

    /// Looks at what is left; answers whether there may be more to see.
    fn step(&mut self, out: &mut Vec<ThinkingPart>) -> bool {
        match &mut self.state {
            State::Others => {
                self.left.clear();
                false
            }
            State::Shape => {
                let left = std::mem::take(&mut self.left);
                self.say(&left, out);
                false
            }
            State::Inside(open, close, held) => {
                if let Some(held) = held {
                    let from = new_from(held);
                    held.push_str(&self.left);
                    self.left.clear();
                    let Some((_, end)) = marks::first_of(close, &held[from..]) else {
                        out.push(ThinkingPart::Thought);
                        return false;
                    };
                    self.left = held[from + end..].to_owned();
                } else {
                    let end = marks::first_of(close, &self.left).map(|(_, end)| end);
                    let inner = marks::first_of(&[&*open], &self.left).map(|(_, end)| end);
                    match (end, inner) {
                        (Some(end), inner) if inner.is_none_or(|inner| end < inner) => {
                            self.left.drain(..end);
                        }
                        (_, Some(inner)) => {
                            self.nested += 1;
                            self.left.drain(..inner);
                            return true;
                        }
                        _ => {
                            let from = new_from(&self.left);
                            self.left.drain(..from);
                            out.push(ThinkingPart::Thought);
                            return false;
                        }
                    }
                }
                self.thought_ended(out);
                true
            }
            State::Held(held) => {
                let from = new_from(held);
                held.push_str(&self.left);
                self.left.clear();
                if held.trim_start().starts_with(['{', '[']) {
                    self.left = std::mem::take(held);
                    self.state = State::Text;
                } else if let Some((_, end)) = marks::first_close(&held[from..]) {
                    self.left = held[from + end..].to_owned();
                    self.begins = Some(true);
                    self.thought_ended(out);
                } else {
                    out.push(ThinkingPart::Thought);
                    return false;
                }
                true
            }
            State::Text => self.step_text(out),
        }
    }

    fn thought_ended(&mut self, out: &mut Vec<ThinkingPart>) {
        // It may have come in one piece with its end: then nothing was told of it before.
        out.push(ThinkingPart::Thought);
        self.begin_text();
    }

    fn begin_text(&mut self) {
        self.state = State::Text;
        self.trims = true;
        self.has_thought = true;
    }

    fn step_text(&mut self, out: &mut Vec<ThinkingPart>) -> bool {
        if self.trims {
            self.left = self.left.trim_start().to_owned();
        }
        if self.left.is_empty() {
            return false;
        }
        self.trims = false;
        if !self.has_said
            && let Some(more) = self.begin()
        {
            return more;
        }
        match marks::first_in(&self.left, !self.has_said) {
            None => {
                let left = std::mem::take(&mut self.left);
                self.say(&left, out);
                false
            }
            // White space at the beginning waits, too: before a mark it is none of the text.
            Some(FoundMark::Begun(at)) if !self.has_said && self.left[..at].trim().is_empty() => {
                false
            }
            Some(FoundMark::Begun(at)) => {
                let held = self.left.split_off(at);
                let left = std::mem::replace(&mut self.left, held);
                self.say(&left, out);
                false
            }
            Some(FoundMark::Whole(at, end, kind)) => {
                let rest = self.left.split_off(end);
                let mark = self.left.split_off(at);
                let before = std::mem::replace(&mut self.left, rest);
                self.say_before(&before, kind, out);
                self.mark(&mark, kind, out);
                true
            }
        }
    }

    /// White space before a thought at the beginning is none of the text.
    fn say_before(&mut self, before: &str, kind: Kind, out: &mut Vec<ThinkingPart>) {
        if self.has_said || !before.trim().is_empty() || kind == Kind::Close {
            self.say(before, out);
        }
    }

    /// Looks at the first letters; answers whether to look again, where that is clear.
    fn begin(&mut self) -> Option<bool> {
        let begun = self.left.trim_start();
        let mut letters = begun.chars();
        match letters.next() {
            None => return Some(false),
            Some('{') => self.state = State::Shape,
            Some('[') => match letters.find(|c| !c.is_whitespace()) {
                None => return Some(false),
                Some('{' | '[' | '"' | '\'' | ']' | '0'..='9') => self.state = State::Shape,
                Some(_) => return None,
            },
            Some(_) if BARE.0.starts_with(begun) => return Some(false),
            Some(_) => {
                let after = begun.strip_prefix(BARE.0)?.chars().next()?;
                if !(after.is_uppercase() || matches!(after, '“' | '"')) {
                    return None;
                }
                self.state = inside("", BARE.1, Some(String::new()));
            }
        }
        Some(true)
    }

    fn mark(&mut self, mark: &str, kind: Kind, out: &mut Vec<ThinkingPart>) {
        match kind {
            Kind::Others => self.state = State::Others,
            Kind::End if mark == "</s>" && self.strikes => self.say(mark, out),
            // Of a letter that was struck through at the very beginning.
            Kind::End if mark == "</s>" && self.has_begun && self.said < STRUCK => {
                self.has_begun = false;
            }
            Kind::End if self.has_said => self.state = State::Others,
            // Behind the mark of a turn its line ends.
            Kind::Template | Kind::End => {
                self.trims = !self.has_said;
                self.has_begun |= mark == marks::BEGIN;
            }
            Kind::Open(close) => {
                // In the middle it may be no thought: then it is said at the end. So may plain words.
                let may_be_none = self.has_said || mark.starts_with(char::is_alphabetic);
                self.state = inside(mark, close, may_be_none.then(|| mark.to_owned()));
            }
            Kind::Named => {
                self.state = State::Inside(mark.to_owned(), named::close(mark), None);
            }
            // One of several ends: what stood before it was thought, too.
            Kind::Close if self.nested > 0 && self.said <= NEAR => {
                self.nested -= 1;
                if self.has_said {
                    out.push(ThinkingPart::WasThought);
                }
                (self.said, self.has_said) = (0, false);
                self.begin_text();
            }
            Kind::Close if self.has_thought => self.trims = true,
            Kind::Close if self.said > NEAR => self.say(mark, out),
            Kind::Close => {
                // A mark alone, before anything was written, is no thought.
                if self.has_said {
                    self.begins = Some(true);
                }
                out.push(ThinkingPart::WasThought);
                (self.said, self.has_said) = (0, false);
                self.begin_text();
            }
        }
    }

    fn say(&mut self, text: &str, out: &mut Vec<ThinkingPart>) {
        if !text.is_empty() {
            self.said += text.len();
            self.has_said |= !text.trim().is_empty();
            self.strikes |= text.contains("<s>");
            out.push(ThinkingPart::Text(text.to_owned()));
        }
    }

    /// The answer is over: what was held back is said, unless it ran into its limit in the middle of a thought.
    pub(super) fn end(&mut self, at_limit: bool, out: &mut Vec<ThinkingPart>) {
        let left = std::mem::take(&mut self.left);
        match std::mem::replace(&mut self.state, State::Others) {
            State::Text | State::Shape => self.say(&left, out),
            State::Inside(.., Some(held)) if !at_limit => self.say(&(held + &left), out),
            State::Held(text) if !begins_with_mark(&text) => {
                // At its limit nobody can tell whether it was thought: the next answer is not held back.
                self.begins = Some(false);
                if !at_limit {
                    self.say(&text, out);
                }
            }
            State::Held(_) | State::Inside(..) | State::Others => {}
        }
    }
}

fn inside(open: &str, close: &[&str], held: Option<String>) -> State {
    let close = close.iter().map(|mark| (*mark).to_owned()).collect();
    State::Inside(open.to_owned(), close, held)
}

/// From where on a mark may stand that did not before, once more is put behind a text.
fn new_from(text: &str) -> usize {
    text.floor_char_boundary(text.len().saturating_sub(LONGEST_MARK))
}

fn begins_with_mark(text: &str) -> bool {
    let begun = text.trim_start();
    matches!(
        marks::first_in(begun, true),
        Some(FoundMark::Whole(0, _, Kind::Open(_) | Kind::Named))
    )
}

#[cfg(test)]
mod tests;
