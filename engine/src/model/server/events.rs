//! The bytes of an answer, divided into events by what they are and not by what they are labelled as: server-sent
//! events, lines of JSON, or one JSON document.
//!
//! All limits are bytes of one line or document and of the whole answer, whatever the packets were.

use crate::model::lenient;
use serde_json::Value;
use std::collections::VecDeque;

/// A line, or an event of several, is not longer than this, in bytes, …
const LONGEST_LINE: usize = 1024 * 1024;

/// … a document without events not than this, …
const LONGEST_DOCUMENT: usize = 8 * 1024 * 1024;

/// … and an answer not than this.
const LONGEST_ANSWER: usize = 64 * 1024 * 1024;

/// So much of what is no event is kept to be told.
const KEPT: usize = 300;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// One event.
#[derive(Debug, PartialEq)]
pub(super) enum Event {
    /// JSON.
    Json(Value),
    /// `[DONE]`.
    Done,
    /// Words under the name of an error.
    Error(String),
    /// What was meant to be JSON and can't be read: text of the answer may be missing.
    Broken,
    /// A page for people.
    Page,
    /// Anything else: passed over.
    Noise,
}

/// A line, a document or an answer that is longer than any answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLong;

#[derive(Debug, Default, PartialEq, Eq)]
enum Form {
    /// Not enough was read to know it.
    #[default]
    Unknown,
    /// Lines of server-sent events.
    Lines,
    /// JSON, one value after the other.
    Documents,
    /// A page: nothing of it is of use.
    Page,
}

/// Divides bytes into events.
#[derive(Debug, Default)]
pub(super) struct Events {
    form: Form,
    /// The line or document so far.
    buffer: Vec<u8>,
    /// The data lines of the event so far.
    data: String,
    /// The name of the event so far.
    name: String,
    after_return: bool,
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    read: usize,
}

impl Events {
    /// Takes in the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut VecDeque<Event>) -> Result<(), TooLong> {
        self.read += bytes.len();
        if self.read > LONGEST_ANSWER {
            return Err(TooLong);
        }
        for &byte in bytes {
            match self.form {
                Form::Page => return Ok(()),
                Form::Unknown => self.begin(byte, out),
                Form::Lines => self.line_byte(byte, out),
                Form::Documents => self.document_byte(byte, out),
            }
            let most = match self.form {
                Form::Documents => LONGEST_DOCUMENT,
                _ => LONGEST_LINE,
            };
            if self.buffer.len() + self.data.len() > most {
                return Err(TooLong);
            }
        }
        Ok(())
    }

    /// The answer is over: what was begun is an event, too.
    pub(super) fn end(&mut self, out: &mut VecDeque<Event>) {
        match self.form {
            Form::Unknown | Form::Page => {}
            Form::Lines => {
                self.line(out);
                self.dispatch(out);
            }
            Form::Documents if self.buffer.iter().all(u8::is_ascii_whitespace) => {}
            Form::Documents => self.document(out),
        }
        self.buffer.clear();
    }

    /// Reads the first bytes, up to one that shows what they are.
    fn begin(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        self.buffer.push(byte);
        if MARK.starts_with(&self.buffer) {
            if self.buffer.len() == MARK.len() {
                self.buffer.clear();
            }
            return;
        }
        let seen = std::mem::take(&mut self.buffer);
        for byte in seen {
            match (&self.form, byte) {
                (Form::Unknown, byte) if byte.is_ascii_whitespace() => {}
                (Form::Unknown, b'{' | b'[') => {
                    self.form = Form::Documents;
                    self.document_byte(byte, out);
                }
                (Form::Unknown, b'<') => {
                    self.form = Form::Page;
                    out.push_back(Event::Page);
                }
                (Form::Unknown | Form::Lines, byte) => {
                    self.form = Form::Lines;
                    self.line_byte(byte, out);
                }
                (Form::Documents, byte) => self.document_byte(byte, out),
                (Form::Page, _) => {}
            }
        }
    }

    fn line_byte(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        match byte {
            b'\n' if std::mem::take(&mut self.after_return) => {}
            b'\n' => self.line(out),
            b'\r' => {
                self.after_return = true;
                self.line(out);
            }
            byte => {
                self.after_return = false;
                self.buffer.push(byte);
            }
        }
    }

    fn line(&mut self, out: &mut VecDeque<Event>) {
        let bytes = std::mem::take(&mut self.buffer);
        let Ok(line) = String::from_utf8(bytes) else {
            out.push_back(Event::Broken);
            return;
        };
        let line = line.trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            self.dispatch(out);
            return;
        }
        if line.trim_start().starts_with(['{', '[']) {
            self.data_line(line, out);
            return;
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name.trim().to_ascii_lowercase().as_str() {
            "data" => self.data_line(value, out),
            "event" => self.name = value.trim().to_ascii_lowercase(),
            "" | "id" | "retry" => {}
            _ => out.push_back(Event::Noise),
        }
    }

    fn data_line(&mut self, value: &str, out: &mut VecDeque<Event>) {
        // Most events are one line; such a one needs no blank line behind it.
        if self.data.is_empty() {
            if is_done(value) {
                out.push_back(Event::Done);
                return;
            }
            if let Some(json) = lenient::event(value).filter(|_| self.name != "error") {
                out.push_back(Event::Json(json));
                return;
            }
        } else {
            self.data.push('\n');
        }
        self.data.push_str(value);
    }

    fn dispatch(&mut self, out: &mut VecDeque<Event>) {
        let (data, name) = (
            std::mem::take(&mut self.data),
            std::mem::take(&mut self.name),
        );
        let data = data.trim();
        if data.is_empty() {
            return;
        }
        out.push_back(match lenient::event(data) {
            Some(Value::String(said)) if name == "error" => Event::Error(said),
            Some(json) => Event::Json(json),
            None if data.starts_with(['{', '[']) => Event::Broken,
            None if name == "error" => Event::Error(data.chars().take(KEPT).collect()),
            None => Event::Noise,
        });
    }

    fn document_byte(&mut self, byte: u8, out: &mut VecDeque<Event>) {
        if self.depth == 0 {
            match byte {
                b'{' | b'[' => {}
                byte if byte.is_ascii_whitespace() || byte == b',' => return,
                // It was a line of JSON among others.
                byte => {
                    self.form = Form::Lines;
                    self.line_byte(byte, out);
                    return;
                }
            }
        }
        self.buffer.push(byte);
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' if self.in_string => self.is_escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    self.document(out);
                }
            }
            _ => {}
        }
    }

    fn document(&mut self, out: &mut VecDeque<Event>) {
        let bytes = std::mem::take(&mut self.buffer);
        (self.depth, self.in_string, self.is_escaped) = (0, false, false);
        let read = String::from_utf8(bytes).ok();
        out.push_back(match read {
            Some(text) if is_done(&text) => Event::Done,
            Some(text) => lenient::event(&text).map_or(Event::Broken, Event::Json),
            None => Event::Broken,
        });
    }
}

fn is_done(data: &str) -> bool {
    let data = data.trim().trim_matches('"');
    data.eq_ignore_ascii_case("[done]") || data.eq_ignore_ascii_case("done")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The events of a body that comes in pieces of this many bytes.
    fn of(body: &[u8], size: usize) -> Vec<Event> {
        let (mut events, mut out) = (Events::default(), VecDeque::new());
        for bytes in body.chunks(size) {
            events.feed(bytes, &mut out).expect("not too long");
        }
        events.end(&mut out);
        out.into()
    }

    fn json_of(values: &[i32]) -> Vec<Event> {
        let events = values.iter().map(|n| Event::Json(json!({"n": n})));
        events.collect()
    }

    #[test]
    fn events_are_known_by_their_content() {
        let mut done = json_of(&[1, 2]);
        done.push(Event::Done);
        for body in [
            "data: {\"n\": 1}\n\ndata: {\"n\": 2}\n\ndata: [DONE]\n\n",
            "data:{\"n\":1}\r\n\r\ndata:{\"n\":2}\r\n\r\ndata:[DONE]\r\n\r\n",
            "data: {\"n\": 1}\r\rdata: {\"n\": 2}\r\rdata: [DONE]\r\r",
            // No blank lines, and no end of the last line.
            "data: {\"n\": 1}\ndata: {\"n\": 2}\ndata: [DONE]",
            "\u{feff}data: {\"n\": 1}\n\n: ping\n\nid: 7\nevent: x\ndata: {\"n\":\ndata: 2}\n\nDATA: [done]\n\n",
            "{\"n\": 1}\n{\"n\": 2}\n[DONE]\n",
            "{\"n\": 1}\ndata: {\"n\": 2}\n\ndata: [DONE]\n",
            "\n\n  {\n \"n\": 1\n}\n{\"n\": 2}[DONE]",
        ] {
            for size in [1, 3, 1_000] {
                assert_eq!(of(body.as_bytes(), size), done, "{size}: {body:?}");
            }
        }
    }

    #[test]
    fn what_is_no_event_is_told_from_what_is_broken() {
        assert_eq!(of(b"<!doctype html><h1>It works</h1>", 5), [Event::Page]);
        assert_eq!(of(b"data: keep-alive\n\n", 4), [Event::Noise]);
        assert_eq!(of(b"data: {\"n\": \n\n", 4), [Event::Broken]);
        assert_eq!(of(b"data: {\"n\": \"\xff\"}\n\n", 4), [Event::Broken]);
        assert_eq!(of(b"{\"n\": {\"m", 4), [Event::Broken]);
        assert_eq!(
            of(b"event: error\ndata: out of memory\n\n", 4),
            [Event::Error("out of memory".to_owned())]
        );
        assert_eq!(of(b"data: null\n\n", 4), [Event::Json(Value::Null)]);
        assert_eq!(of(b"data:\n\n", 4), []);
        assert_eq!(of(b"", 4), []);
    }

    #[test]
    fn a_line_without_an_end_is_bounded_and_a_long_answer_is_not() {
        let mut out = VecDeque::new();
        let feed = |events: &mut Events, bytes: &[u8], times: usize, out: &mut VecDeque<Event>| {
            (0..times).try_for_each(|_| {
                out.clear();
                events.feed(bytes, out)
            })
        };
        let (x, event) = ([b'x'; 4_096], b"data: {\"n\": 1}\n");
        for begin in ["data: ", "{\"a\": \"", ": "] {
            let mut events = Events::default();
            events.feed(begin.as_bytes(), &mut out).expect("short");
            assert_eq!(feed(&mut events, &x, 4_096, &mut out), Err(TooLong));
            assert!(events.buffer.len() <= LONGEST_DOCUMENT + 1);
        }
        // The blank line in a packet of its own.
        let mut events = Events::default();
        for _ in 0..100_000 {
            events.feed(event, &mut out).expect("an event");
            events.feed(b"\n", &mut out).expect("its end");
            assert_eq!(out.pop_front(), Some(Event::Json(json!({"n": 1}))));
        }
    }
}
