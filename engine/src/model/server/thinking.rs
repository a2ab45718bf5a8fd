//! Thinking that a server leaves in the text, and the marks of a model's template: none of it is text.

mod marks;

use marks::{Found, Kind};

/// Some templates open the thinking themselves: then only its end is written. Further on than this, in bytes, such an
/// end is no more than a slip of the pen.
const NEAR: usize = 64 * 1024;

/// No mark is longer, in bytes.
const LONGEST_MARK: usize = 64;

/// How an answer begins whose marks were stripped on its way, and what stands before its text then.
const BARE: (&str, &[&str]) = ("analysis", &["assistantfinal", "assistant final"]);

/// What a piece of text turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
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
    /// Whether a letter was struck through, so that its end is no end of the answer.
    strikes: bool,
    /// What was learned of the model: whether it begins in thought without saying so.
    begins: Option<bool>,
}

enum State {
    /// Text, in which a mark may come.
    Text,
    /// In a thought: what ends it, and what to say after all where it never ends.
    Inside(&'static [&'static str], Option<String>),
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
            strikes: false,
            begins: None,
        }
    }

    /// Whether this model begins in thought without saying so, where that was seen.
    pub(super) const fn begins(&self) -> Option<bool> {
        self.begins
    }

    /// Takes in a piece of text.
    pub(super) fn read(&mut self, text: &str, out: &mut Vec<Part>) {
        self.left.push_str(text);
        while self.step(out) {}
    }

    /// Looks at what is left; answers whether there may be more to see.
    fn step(&mut self, out: &mut Vec<Part>) -> bool {
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
            State::Inside(close, held) => {
                if let Some(held) = held {
                    let from = new_from(held);
                    held.push_str(&self.left);
                    self.left.clear();
                    let Some((_, end)) = marks::first_of(close, &held[from..]) else {
                        out.push(Part::Thought);
                        return false;
                    };
                    self.left = held[from + end..].to_owned();
                } else if let Some((_, end)) = marks::first_of(close, &self.left) {
                    self.left.drain(..end);
                } else {
                    let from = new_from(&self.left);
                    self.left.drain(..from);
                    out.push(Part::Thought);
                    return false;
                }
                self.thought_ended();
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
                    self.thought_ended();
                } else {
                    out.push(Part::Thought);
                    return false;
                }
                true
            }
            State::Text => self.step_text(out),
        }
    }

    fn thought_ended(&mut self) {
        self.state = State::Text;
        self.trims = true;
        self.has_thought = true;
    }

    fn step_text(&mut self, out: &mut Vec<Part>) -> bool {
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
            Some(Found::Begun(at)) => {
                let held = self.left.split_off(at);
                let left = std::mem::replace(&mut self.left, held);
                self.say(&left, out);
                false
            }
            Some(Found::Whole(at, end, kind)) => {
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
    fn say_before(&mut self, before: &str, kind: Kind, out: &mut Vec<Part>) {
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
                self.state = State::Inside(BARE.1, Some(String::new()));
            }
        }
        Some(true)
    }

    fn mark(&mut self, mark: &str, kind: Kind, out: &mut Vec<Part>) {
        match kind {
            Kind::Others => self.state = State::Others,
            Kind::Template if mark == "</s>" && self.strikes => self.say(mark, out),
            // Behind the mark of a turn its line ends.
            Kind::Template => self.trims = !self.has_said,
            Kind::Open(close) => {
                // In the middle it may be no thought: then it is said at the end.
                let held = self.has_said.then(|| mark.to_owned());
                self.state = State::Inside(close, held);
            }
            Kind::Close if self.has_thought => self.trims = true,
            Kind::Close if self.said > NEAR => self.say(mark, out),
            Kind::Close => {
                // A mark alone, before anything was written, is no thought.
                if self.has_said {
                    self.begins = Some(true);
                }
                out.push(Part::WasThought);
                (self.said, self.has_said) = (0, false);
                self.thought_ended();
            }
        }
    }

    fn say(&mut self, text: &str, out: &mut Vec<Part>) {
        if !text.is_empty() {
            self.said += text.len();
            self.has_said |= !text.trim().is_empty();
            self.strikes |= text.contains("<s>");
            out.push(Part::Text(text.to_owned()));
        }
    }

    /// The answer is over: what was held back is said, unless it ran into its limit in the middle of a thought.
    pub(super) fn end(&mut self, at_limit: bool, out: &mut Vec<Part>) {
        let left = std::mem::take(&mut self.left);
        match std::mem::replace(&mut self.state, State::Others) {
            State::Text | State::Shape => self.say(&left, out),
            State::Inside(_, Some(held)) if !at_limit => self.say(&(held + &left), out),
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

/// From where on a mark may stand that did not before, once more is put behind a text.
fn new_from(text: &str) -> usize {
    text.floor_char_boundary(text.len().saturating_sub(LONGEST_MARK))
}

fn begins_with_mark(text: &str) -> bool {
    let begun = text.trim_start();
    matches!(
        marks::first_in(begun, true),
        Some(Found::Whole(0, _, Kind::Open(_)))
    )
}

#[cfg(test)]
mod tests;
