//! Turns the events of an answer into pieces, and knows when it is over. It knows no network, so that recordings can
//! be replayed through it.

use super::{
    chunk::{Chunk, Ending},
    events::Event,
    failure::Failure,
    refusal,
    thinking::{Part, Thinking},
};
use crate::{
    model::{Finish, Piece, lenient},
    prose::ends_like_a_sentence,
};
use std::collections::VecDeque;

/// How the bytes of an answer came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// `[DONE]`, or what stands in its place.
    Said,
    /// The body ended in order.
    Closed,
    /// The connection broke.
    Broken,
    /// Nothing more came after a finish reason.
    Left,
}

/// A message that begins with so much of what was said, in bytes, is all of it again.
const SUMS_UP: usize = 32;

/// The state of one answer.
pub(super) struct Reader {
    finish: Option<Finish>,
    /// A reason was told that is none of a whole answer.
    is_broken: bool,
    /// Whether text came after a finish reason: then such a reason proves nothing before the very end.
    wrote_on: bool,
    /// The text that is continued has white space at its end: it is not to be said twice.
    swallow_space: bool,
    thinking: Thinking,
    /// The first half of a letter.
    half: Option<char>,
    /// All text as it came, thoughts included.
    received: String,
    /// The text of the answer.
    said: String,
    /// Events that were read, and what was passed over.
    read: usize,
    noise: usize,
}

impl Reader {
    /// A reader of an answer that goes on after `prefix`, whose end the model saw as `seen`; `thinks` where the model
    /// is known to begin in thought. Whoever goes on from a given text is past its thoughts.
    pub(super) fn after(prefix: &str, seen: &str, thinks: bool) -> Self {
        Self {
            finish: None,
            is_broken: false,
            wrote_on: false,
            swallow_space: !seen.is_empty() && prefix.ends_with(char::is_whitespace),
            thinking: Thinking::new(thinks && seen.is_empty()),
            half: None,
            received: String::new(),
            said: String::new(),
            read: 0,
            noise: 0,
        }
    }

    /// Whether nothing but counts and an end is to be expected.
    pub(super) const fn is_finished(&self) -> bool {
        self.finish.is_some() && !self.wrote_on
    }

    /// Whether its model begins in thought without saying so, where that was seen.
    pub(super) const fn begins_in_thought(&self) -> Option<bool> {
        self.thinking.begins()
    }

    /// Takes in an event; answers how the answer is over, where it is.
    pub(super) fn read(
        &mut self,
        event: Event,
        out: &mut VecDeque<Piece>,
    ) -> Result<Option<Over>, Failure> {
        let event = match event {
            Event::Done => return Ok(Some(Over::Said)),
            Event::Page => return Err(Failure::NoStream("a web page".to_owned())),
            Event::Broken => return Err(Failure::Garbled),
            Event::Error(said) => return Err(refusal::of_words(said)),
            Event::Noise => {
                self.noise += 1;
                return Ok(None);
            }
            Event::Json(event) => event,
        };
        self.read += 1;
        if refusal::is_error(&event) {
            return Err(refusal::of_error(&event));
        }
        let chunk = Chunk::of(&event);
        if chunk.thought {
            out.push_back(Piece::Thinking { tokens: 1 });
        }
        self.take(chunk.text, chunk.is_message, out);
        match chunk.finish {
            Some(Ending::Known(finish)) if self.finish.is_none() => self.finish = Some(finish),
            Some(Ending::Broken) => self.is_broken = true,
            _ => {}
        }
        out.extend(chunk.usage.map(Piece::Usage));
        Ok(chunk.done.then_some(Over::Said))
    }

    fn take(&mut self, mut text: String, is_message: bool, out: &mut VecDeque<Piece>) {
        // A message may be all that was said so far, not what is new.
        if is_message && self.received.len() >= SUMS_UP && text.starts_with(&self.received) {
            text.drain(..self.received.len());
        }
        if text.is_empty() {
            return;
        }
        self.wrote_on |= self.finish.is_some();
        self.received.push_str(&text);
        if let Some(half) = self.half.take() {
            text.insert(0, half);
        }
        self.half = lenient::takes_half(&mut text);
        let text = lenient::joined(&text);
        let mut parts = Vec::new();
        self.thinking.read(&text, &mut parts);
        self.say(parts, out);
    }

    fn say(&mut self, parts: Vec<Part>, out: &mut VecDeque<Piece>) {
        for part in parts {
            let text = match part {
                Part::Thought => {
                    out.push_back(Piece::Thinking { tokens: 1 });
                    continue;
                }
                Part::WasThought => {
                    self.said.clear();
                    out.push_back(Piece::WasThinking);
                    continue;
                }
                Part::Text(text) if self.swallow_space => text.trim_start().to_owned(),
                Part::Text(text) => text,
            };
            if !text.is_empty() {
                self.swallow_space = false;
                self.said.push_str(&text);
                out.push_back(Piece::Text { text, tokens: 1 });
            }
        }
    }

    /// What the end of the bytes means. A finish reason proves that an answer is whole, so does `[DONE]`, and so does
    /// an end in order of a text that is whole. `label` is what the answer is labelled as.
    pub(super) fn end(
        &mut self,
        over: Over,
        label: &str,
        out: &mut VecDeque<Piece>,
    ) -> Result<(), Failure> {
        if self.read == 0 && self.noise > 0 {
            return Err(Failure::NoStream(match label {
                "" => "nothing that can be read".to_owned(),
                label => label.to_owned(),
            }));
        }
        let finish = match (self.finish, over) {
            (Some(finish), _) => finish,
            (None, _) if self.is_broken => return Err(Failure::Cut),
            (None, Over::Said) => Finish::Stop,
            (None, Over::Closed) if is_whole(&self.said) => Finish::Stop,
            (None, _) => return Err(Failure::Cut),
        };
        let mut parts = Vec::new();
        if let Some(half) = self.half.take() {
            self.thinking
                .read(&lenient::joined(&half.to_string()), &mut parts);
        }
        self.thinking.end(finish == Finish::Length, &mut parts);
        self.say(parts, out);
        out.push_back(Piece::End(finish));
        Ok(())
    }
}

/// Whether a text looks whole: JSON that is closed, or prose that ends like a sentence.
fn is_whole(text: &str) -> bool {
    let begun = text.trim_start().trim_start_matches(['`', '\n']);
    let begun = begun.strip_prefix("json").unwrap_or(begun).trim_start();
    match begun.starts_with(['{', '[']) {
        true => lenient::find(text).is_some_and(|found| found.is_closed),
        false => ends_like_a_sentence(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// What a reader makes of these events, and how it ends.
    fn read(events: Vec<Event>, over: Over) -> (Vec<Piece>, Result<(), Failure>) {
        let (mut reader, mut out) = (Reader::after("", "", false), VecDeque::new());
        let mut over = over;
        for event in events {
            match reader.read(event, &mut out) {
                Ok(None) => {}
                Ok(Some(said)) => {
                    over = said;
                    break;
                }
                Err(failure) => return (out.into(), Err(failure)),
            }
        }
        let ended = reader.end(over, "", &mut out);
        (out.into(), ended)
    }

    fn event(text: &str, reason: Value) -> Event {
        Event::Json(json!({"choices": [{"delta": {"content": text}, "finish_reason": reason}]}))
    }

    fn ends(events: Vec<Event>, over: Over) -> Result<Finish, Failure> {
        let (pieces, read) = read(events, over);
        read.map(|()| match pieces.last() {
            Some(Piece::End(finish)) => *finish,
            other => panic!("{other:?}"),
        })
    }

    fn text_of(pieces: &[Piece]) -> String {
        let texts = pieces.iter().filter_map(|piece| match piece {
            Piece::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn a_finish_reason_that_is_known_makes_an_answer_whole() {
        let ends = |reason: &str| {
            let events = vec![event("It rains", Value::Null), event("", json!(reason))];
            ends(events, Over::Closed)
        };
        for reason in [
            "stop",
            "eos",
            "eos_token",
            "end_turn",
            "STOP",
            "tool_calls",
            "complete",
        ] {
            assert_eq!(ends(reason), Ok(Finish::Stop), "{reason}");
        }
        for reason in ["length", "max_tokens"] {
            assert_eq!(ends(reason), Ok(Finish::Length), "{reason}");
        }
        for reason in [
            "content_filter",
            "content_filter: PROHIBITED_CONTENT",
            "safety",
            "refusal",
        ] {
            assert_eq!(ends(reason), Ok(Finish::Refused), "{reason}");
        }
        for reason in ["abort", "", "error", "unknown"] {
            assert_eq!(ends(reason), Err(Failure::Cut), "{reason}");
        }
    }

    #[test]
    fn done_or_a_whole_text_is_an_end_too() {
        let said = |text: &str, reason: Value, over| ends(vec![event(text, reason)], over);
        assert_eq!(said("It rains", Value::Null, Over::Said), Ok(Finish::Stop));
        assert_eq!(
            said("It rains.", Value::Null, Over::Closed),
            Ok(Finish::Stop)
        );
        assert_eq!(
            said("{\"a\": [1]}", json!(""), Over::Closed),
            Ok(Finish::Stop)
        );
        assert_eq!(said("It rains", json!(7), Over::Left), Err(Failure::Cut));
        for (text, reason, over) in [
            ("It rains", Value::Null, Over::Closed),
            ("It rains.", Value::Null, Over::Broken),
            ("It rains.", json!("abort"), Over::Said),
            ("{\"a\": [1]", Value::Null, Over::Closed),
            ("", Value::Null, Over::Closed),
        ] {
            assert_eq!(said(text, reason, over), Err(Failure::Cut), "{text}");
        }
    }

    #[test]
    fn an_empty_reason_does_not_hide_the_one_that_follows() {
        let events = vec![event("", json!("")), event("", json!("length"))];
        let (pieces, read) = read(events, Over::Closed);
        assert_eq!(read, Ok(()));
        assert_eq!(pieces, [Piece::End(Finish::Length)]);
    }

    #[test]
    fn a_reason_with_each_word_is_no_end() {
        let mut reader = Reader::after("", "", false);
        let mut out = VecDeque::new();
        for text in ["It ", "rains."] {
            reader
                .read(event(text, json!("stop")), &mut out)
                .expect("text");
        }
        assert!(!reader.is_finished(), "more words may come");
        assert_eq!(text_of(out.make_contiguous()), "It rains.");
    }

    #[test]
    fn an_error_in_the_stream_keeps_its_words() {
        let of = |event: Value| {
            read(vec![Event::Json(event)], Over::Closed)
                .1
                .expect_err("an error")
        };
        assert_eq!(
            of(json!({"error": {"message": "out of memory"}})),
            Failure::Told("out of memory".to_owned())
        );
        assert_eq!(
            of(json!({"error": "n_keep: 6094 >= n_ctx: 4096"})),
            Failure::ContextTooSmall {
                prompt: Some(6_094),
                context: Some(4_096)
            }
        );
        assert_eq!(
            of(json!([{"error": {"message": "internal"}}])),
            Failure::Told("internal".to_owned())
        );
        let told = read(vec![Event::Error("gone".to_owned())], Over::Closed).1;
        assert_eq!(told, Err(Failure::Told("gone".to_owned())));
    }

    #[test]
    fn a_letter_in_two_halves_is_one() {
        let halves = [r"It \ud83d", r"\ude00 rains.", r" \ud83d", " x"].map(|text| {
            let json = format!(r#"{{"choices": [{{"delta": {{"content": "{text}"}}}}]}}"#);
            Event::Json(lenient::event(&json).expect("an event"))
        });
        let (pieces, _) = read(halves.into(), Over::Said);
        assert_eq!(text_of(&pieces), "It 😀 rains. \u{fffd} x");
    }

    #[test]
    fn a_message_that_sums_up_says_nothing_twice() {
        let message = |text: &str| {
            Event::Json(json!({"choices": [{"message": {"content": text}, "finish_reason": null}]}))
        };
        let first = "The harbour lay still under the first snow of the year.";
        let whole = format!("{first} Nobody rowed.");
        let (pieces, _) = read(vec![message(first), message(&whole)], Over::Said);
        assert_eq!(text_of(&pieces), whole);
        let (pieces, _) = read(vec![event(first, Value::Null), message(first)], Over::Said);
        assert_eq!(text_of(&pieces), first);
        // What is new under the same name is new.
        let (pieces, _) = read(vec![message("No. "), message("No. ")], Over::Said);
        assert_eq!(text_of(&pieces), "No. No. ");
    }

    #[test]
    fn what_is_no_event_at_all_is_no_model_server() {
        for event in [Event::Page, Event::Noise] {
            let read = read(vec![event], Over::Closed).1;
            assert!(matches!(read, Err(Failure::NoStream(_))), "{read:?}");
        }
    }
}
