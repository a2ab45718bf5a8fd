//! Thinking that a server leaves in the text.

/// What stands around it.
const MARKS: (&str, &str) = ("<think>", "</think>");

/// Some templates open the thinking themselves: then only its end is written. Further on than this, in bytes, such an
/// end is no more than a slip of the pen.
const NEAR: usize = 64 * 1024;

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
    /// What was learned of the model: whether it begins in thought without saying so.
    begins: Option<bool>,
}

enum State {
    /// Not enough was read to know whether it begins with thinking.
    Unknown(String),
    /// In it; the last few letters, for the end may be cut in two.
    Inside(String),
    /// This model begins in thought: all so far, until its end is read, or the answer ends without.
    Held(String),
    /// No beginning was read, but an end may still come: what may be the beginning of one, how much text there was,
    /// and whether any of it was more than white space.
    Watching(String, usize, bool),
    /// The white space behind it.
    Behind,
    /// Past it, or there is none.
    Over,
}

impl Thinking {
    /// Of an answer; `held` where its model is known to begin in thought.
    pub(super) fn new(held: bool) -> Self {
        Self {
            state: match held {
                true => State::Held(String::new()),
                false => State::Unknown(String::new()),
            },
            begins: None,
        }
    }

    /// Whether this model begins in thought without saying so, where that was seen.
    pub(super) const fn begins(&self) -> Option<bool> {
        self.begins
    }

    /// Takes in a piece of text.
    pub(super) fn read(&mut self, text: &str, out: &mut Vec<Part>) {
        match &mut self.state {
            State::Over => say(text, out),
            State::Behind => {
                let text = text.trim_start();
                if !text.is_empty() {
                    self.state = State::Over;
                    say(text, out);
                }
            }
            State::Unknown(seen) => {
                seen.push_str(text);
                let begun = seen.trim_start();
                if begun.len() < MARKS.0.len() && MARKS.0.starts_with(begun) {
                    return;
                }
                let seen = std::mem::take(seen);
                match seen.trim_start().strip_prefix(MARKS.0) {
                    Some(thought) => {
                        self.state = State::Inside(String::new());
                        self.read(thought, out);
                    }
                    None => {
                        self.state = State::Watching(String::new(), 0, false);
                        self.read(&seen, out);
                    }
                }
            }
            State::Inside(seen) => {
                seen.push_str(text);
                match seen.split_once(MARKS.1) {
                    Some((_, after)) => {
                        let after = after.to_owned();
                        self.state = State::Behind;
                        self.read(&after, out);
                    }
                    None => {
                        let mut from = seen.len().saturating_sub(MARKS.1.len());
                        while !seen.is_char_boundary(from) {
                            from -= 1;
                        }
                        seen.drain(..from);
                        out.push(Part::Thought);
                    }
                }
            }
            State::Held(seen) => {
                seen.push_str(text);
                let seen = std::mem::take(seen);
                if seen.trim_start().starts_with(['{', '[']) {
                    // An answer in a shape of its own is no thought.
                    self.state = State::Watching(String::new(), 0, false);
                    self.read(&seen, out);
                } else if let Some((_, after)) = seen.split_once(MARKS.1) {
                    self.state = State::Behind;
                    self.begins = Some(true);
                    self.read(after, out);
                } else {
                    self.state = State::Held(seen);
                    out.push(Part::Thought);
                }
            }
            State::Watching(tail, before, is_text) => {
                *before += text.len();
                tail.push_str(text);
                let text = std::mem::take(tail);
                if let Some((thought, after)) = text.split_once(MARKS.1) {
                    // A mark alone, before anything was written, is no thought.
                    self.begins = (*is_text || !thought.trim().is_empty()).then_some(true);
                    self.state = State::Behind;
                    out.push(Part::WasThought);
                    self.read(after, out);
                    return;
                }
                let is_text = *is_text || !text.trim().is_empty();
                let held = match *before > NEAR {
                    true => 0,
                    false => begun_mark(&text),
                };
                let (text, held) = text.split_at(text.len() - held);
                self.state = match *before > NEAR {
                    true => State::Over,
                    false => State::Watching(held.to_owned(), *before, is_text),
                };
                say(text, out);
            }
        }
    }

    /// The answer is over: what was held back is said, unless it ran into its limit in the middle of a thought.
    pub(super) fn end(&mut self, at_limit: bool, out: &mut Vec<Part>) {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Unknown(text) | State::Watching(text, ..) => say(&text, out),
            State::Held(text) if !text.trim_start().starts_with(MARKS.0) => {
                // At its limit nobody can tell whether it was thought: the next answer is not held back.
                self.begins = Some(false);
                if !at_limit {
                    say(&text, out);
                }
            }
            State::Held(_) | State::Inside(_) | State::Behind | State::Over => {}
        }
    }
}

fn say(text: &str, out: &mut Vec<Part>) {
    if !text.is_empty() {
        out.push(Part::Text(text.to_owned()));
    }
}

/// How many letters at the end of a text may be the beginning of the mark that ends a thought.
fn begun_mark(text: &str) -> usize {
    (1..MARKS.1.len())
        .rev()
        .find(|&length| text.ends_with(&MARKS.1[..length]))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What these pieces are, texts joined, and what was learned.
    fn of(held: bool, at_limit: bool, pieces: &[&str]) -> (Vec<Part>, Option<bool>) {
        let (mut thinking, mut out) = (Thinking::new(held), Vec::new());
        for piece in pieces {
            thinking.read(piece, &mut out);
        }
        thinking.end(at_limit, &mut out);
        let mut joined: Vec<Part> = Vec::new();
        for part in out {
            match (joined.last_mut(), part) {
                (Some(Part::Text(text)), Part::Text(more)) => text.push_str(&more),
                (Some(Part::Thought), Part::Thought) => {}
                (_, part) => joined.push(part),
            }
        }
        (joined, thinking.begins())
    }

    fn text(text: &str) -> Part {
        Part::Text(text.to_owned())
    }

    #[test]
    fn thinking_between_its_marks_is_no_text() {
        let pieces = ["<th", "ink>Rain", "? Yes.</th", "ink>", "\n\n", "It rains."];
        assert_eq!(
            of(false, false, &pieces),
            (vec![Part::Thought, text("It rains.")], None)
        );
        assert_eq!(of(false, false, &["<th"]), (vec![text("<th")], None));
        assert_eq!(
            of(false, false, &["A < b, a <", "/i> c"]),
            (vec![text("A < b, a </i> c")], None)
        );
    }

    #[test]
    fn an_end_without_a_beginning_makes_all_before_it_a_thought() {
        let pieces = ["Rain? ", "Yes. </th", "ink>", "\n\n", "It rains."];
        assert_eq!(
            of(false, false, &pieces),
            (
                vec![text("Rain? Yes. "), Part::WasThought, text("It rains.")],
                Some(true)
            )
        );
        // Alone it says nothing of the model.
        let (parts, begins) = of(false, false, &["</think>\n", "It rains."]);
        assert_eq!((parts.last(), begins), (Some(&text("It rains.")), None));
        // In the middle of a long answer it means nothing.
        let long = "x".repeat(NEAR + 1);
        let (parts, begins) = of(false, false, &[&long, " </think> y"]);
        assert_eq!((parts.len(), begins), (1, None));
    }

    #[test]
    fn a_model_that_begins_in_thought_is_held_back_until_it_is_done() {
        let pieces = ["Rain? ", "Yes. </th", "ink>\n", "\nIt ", "rains."];
        assert_eq!(
            of(true, false, &pieces),
            (vec![Part::Thought, text("It rains.")], Some(true))
        );
        // It did not think this time.
        assert_eq!(
            of(true, false, &["It ", "rains."]),
            (vec![Part::Thought, text("It rains.")], Some(false))
        );
        assert_eq!(
            of(true, false, &["{\"scenes\"", ": []}"]),
            (vec![text("{\"scenes\": []}")], None)
        );
        // It came to no end of its thoughts.
        assert_eq!(
            of(true, true, &["Rain? "]),
            (vec![Part::Thought], Some(false))
        );
    }
}
