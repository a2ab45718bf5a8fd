//! Turns the events of an answer into pieces, and knows when it is over. It knows no network, so that recordings can
//! be replayed through it.

use super::{
    chunk::{Chunk, FinishReason},
    error_body,
    failure::CallFailure,
    refusal,
    sse::SseEvent,
    thinking::{Thinking, ThinkingPart},
};
use answers::lenient;
use std::collections::VecDeque;
use text::prose::ends_like_a_sentence;
use writing::{Finish, Piece};

/// How the bytes of an answer came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StreamEnd {
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

/// Thoughts are not kept further than this, in bytes.
const LONGEST_THOUGHT: usize = 1024 * 1024;

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
    /// Whether it goes on: then nothing may be missing.
    goes_on: bool,
    /// The number of the choice that is read: the first that came.
    choice: Option<u32>,
    /// Whether anything was thought, and what, where that may be of use.
    has_thought: bool,
    thoughts: String,
    /// Whether it is to be JSON: then it may stand in a thought that never ended.
    pub(super) is_structured: bool,
    /// Whether letters that can't be read are taken as they are: this model sends such in each answer.
    pub(super) takes_marred: bool,
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
            goes_on: !prefix.is_empty(),
            choice: None,
            has_thought: false,
            thoughts: String::new(),
            is_structured: false,
            takes_marred: false,
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
        event: SseEvent,
        out: &mut VecDeque<Piece>,
    ) -> Result<Option<StreamEnd>, CallFailure> {
        let event = match event {
            // Whole by then: what can't be read behind a finish reason is no text.
            SseEvent::Broken if self.is_finished() => SseEvent::Noise,
            event => event,
        };
        let mut is_marred = false;
        let event = match event {
            SseEvent::Done => return Ok(Some(StreamEnd::Said)),
            SseEvent::Page => return Err(CallFailure::NoStream("a web page".to_owned())),
            SseEvent::Broken => return Err(CallFailure::Garbled),
            SseEvent::Error(said) => return Err(refusal::of_words(said)),
            SseEvent::Noise => {
                self.noise += 1;
                return Ok(None);
            }
            SseEvent::Json(event) => event,
            SseEvent::Marred(event) => {
                is_marred = true;
                event
            }
        };
        self.read += 1;
        if error_body::is_error(&event) {
            return Err(refusal::of_error(&event));
        }
        let chunk = Chunk::of(&event, self.choice);
        // Text of a choice without a number is the first one's.
        let first = (!chunk.text.is_empty()).then_some(0);
        self.choice = self.choice.or(chunk.choice).or(first);
        if is_marred && !self.takes_marred && chunk.text.contains(char::REPLACEMENT_CHARACTER) {
            return Err(CallFailure::Marred);
        }
        if chunk.thought {
            self.has_thought = true;
            out.push_back(Piece::Thinking { tokens: 1 });
        }
        if self.is_structured && self.thoughts.len() < LONGEST_THOUGHT {
            self.thoughts.push_str(&chunk.thoughts);
        }
        self.take(chunk.text, chunk.is_message, out);
        match chunk.finish {
            Some(FinishReason::Known(finish)) if self.finish.is_none() => {
                self.finish = Some(finish);
            }
            Some(FinishReason::Broken) => self.is_broken = true,
            _ => {}
        }
        out.extend(chunk.usage.map(Piece::Usage));
        Ok(chunk.done.then_some(StreamEnd::Said))
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

    fn say(&mut self, parts: Vec<ThinkingPart>, out: &mut VecDeque<Piece>) {
        for part in parts {
            let text = match part {
                ThinkingPart::Thought => {
                    self.has_thought = true;
                    out.push_back(Piece::Thinking { tokens: 1 });
                    continue;
                }
                ThinkingPart::WasThought => {
                    self.said.clear();
                    out.push_back(Piece::WasThinking);
                    continue;
                }
                ThinkingPart::Text(text) if self.swallow_space => text.trim_start().to_owned(),
                ThinkingPart::Text(text) => text,
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
        over: StreamEnd,
        label: &str,
        out: &mut VecDeque<Piece>,
    ) -> Result<(), CallFailure> {
        if self.read == 0 && self.noise > 0 {
            return Err(CallFailure::NoStream(match label {
                "" => "nothing that can be read".to_owned(),
                label => label.to_owned(),
            }));
        }
        let has_ended = self.thinking.has_ended();
        let finish = match (self.finish, over) {
            // Behind its end mark it wrote on into its limit, or was stopped.
            (Some(Finish::Length) | None, _) if has_ended && !self.is_broken => Finish::Stop,
            (Some(finish), _) => finish,
            (None, _) if self.is_broken => return Err(CallFailure::Cut),
            (None, StreamEnd::Said) => Finish::Stop,
            (None, StreamEnd::Closed) if is_whole(&self.said) => Finish::Stop,
            (None, _) => return Err(CallFailure::Cut),
        };
        let mut parts = Vec::new();
        if let Some(half) = self.half.take() {
            self.thinking
                .read(&lenient::joined(&half.to_string()), &mut parts);
        }
        self.thinking.end(finish == Finish::Length, &mut parts);
        self.say(parts, out);
        let is_empty = self.said.trim().is_empty() && !self.goes_on;
        if finish == Finish::Stop && self.has_thought && is_empty {
            self.say_from_thoughts(out)?;
        }
        out.push_back(Piece::End(finish));
        Ok(())
    }

    /// Nothing was written. JSON that is whole among the thoughts was meant to be: a server may take an answer for a
    /// thought. Prose can't be told from what is thought about it.
    fn say_from_thoughts(&mut self, out: &mut VecDeque<Piece>) -> Result<(), CallFailure> {
        let places = [&self.thoughts, &self.received];
        let found = places
            .into_iter()
            .filter(|_| self.is_structured)
            .filter_map(|text| lenient::find(text))
            .find(|found| found.is_closed);
        let text = found.ok_or(CallFailure::OnlyThought)?.value.to_string();
        self.said.push_str(&text);
        out.push_back(Piece::Text { text, tokens: 1 });
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
mod tests;
