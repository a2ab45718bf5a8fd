//! The bytes of an answer, divided into events by what they are and not by what they are labelled as: server-sent
//! events, lines of JSON, or one JSON document.
//!
//! All limits are bytes of one line or document and of the whole answer, whatever the packets were.

use answers::lenient;
use serde_json::{Value, json};
use std::{borrow::Cow, collections::VecDeque};

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
pub(super) enum SseEvent {
    /// JSON.
    Json(Value),
    /// JSON with letters that can't be read; � stands in their place.
    Marred(Value),
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
pub(super) struct SseParser {
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
    /// Whether the event so far has bytes that are no text.
    is_marred: bool,
    /// Whether nothing follows: what is broken then is cut off.
    is_over: bool,
    read: usize,
}

impl SseParser {
    /// Takes in the next bytes.
    pub(super) fn feed(
        &mut self,
        bytes: &[u8],
        out: &mut VecDeque<SseEvent>,
    ) -> Result<(), TooLong> {
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
    pub(super) fn end(&mut self, out: &mut VecDeque<SseEvent>) {
        self.is_over = true;
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
    fn begin(&mut self, byte: u8, out: &mut VecDeque<SseEvent>) {
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
                    out.push_back(SseEvent::Page);
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

    fn line_byte(&mut self, byte: u8, out: &mut VecDeque<SseEvent>) {
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

    fn line(&mut self, out: &mut VecDeque<SseEvent>) {
        let bytes = std::mem::take(&mut self.buffer);
        let line = match String::from_utf8_lossy(&bytes) {
            Cow::Borrowed(line) => line.to_owned(),
            Cow::Owned(line) => {
                self.is_marred = true;
                line
            }
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
            // llama.cpp has a field of its own for it.
            "error" => {
                self.dispatch(out);
                self.name = "error".to_owned();
                self.data = value.to_owned();
                self.dispatch(out);
            }
            "event" => self.name = value.trim().to_ascii_lowercase(),
            "" | "id" | "retry" => {}
            _ => out.push_back(SseEvent::Noise),
        }
    }

    fn data_line(&mut self, value: &str, out: &mut VecDeque<SseEvent>) {
        // Most events are one line; such a one needs no blank line behind it.
        if self.data.is_empty() {
            if is_done(value) {
                out.push_back(SseEvent::Done);
                return;
            }
            if let Some(json) = lenient::event(value).filter(|_| self.name != "error") {
                out.push_back(self.json(json));
                return;
            }
        } else {
            self.data.push('\n');
        }
        self.data.push_str(value);
    }

    fn dispatch(&mut self, out: &mut VecDeque<SseEvent>) {
        let (data, name) = (
            std::mem::take(&mut self.data),
            std::mem::take(&mut self.name),
        );
        let data = data.trim();
        if data.is_empty() {
            return;
        }
        out.push_back(match lenient::event(data) {
            Some(Value::String(said)) if name == "error" => SseEvent::Error(said),
            Some(json) if name == "error" && json.get("error").is_none() => {
                self.json(json!({ "error": json }))
            }
            Some(json) => self.json(json),
            None if data.starts_with(['{', '[']) && (self.is_over || may_say(data)) => {
                SseEvent::Broken
            }
            None if name == "error" => SseEvent::Error(data.chars().take(KEPT).collect()),
            None => SseEvent::Noise,
        });
    }

    fn document_byte(&mut self, byte: u8, out: &mut VecDeque<SseEvent>) {
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

    fn document(&mut self, out: &mut VecDeque<SseEvent>) {
        let bytes = std::mem::take(&mut self.buffer);
        (self.depth, self.in_string, self.is_escaped) = (0, false, false);
        let text = String::from_utf8_lossy(&bytes);
        self.is_marred = matches!(text, Cow::Owned(_));
        out.push_back(match lenient::event(&text) {
            _ if is_done(&text) => SseEvent::Done,
            Some(json) => self.json(json),
            None if self.is_over || may_say(&text) => SseEvent::Broken,
            None => SseEvent::Noise,
        });
    }

    fn json(&mut self, json: Value) -> SseEvent {
        match std::mem::take(&mut self.is_marred) {
            true => SseEvent::Marred(json),
            false => SseEvent::Json(json),
        }
    }
}

/// Whether an event that can't be read may have had text of the answer.
fn may_say(event: &str) -> bool {
    [
        "\"content\"",
        "\"text\"",
        "\"delta\"",
        "\"message\"",
        "\"response\"",
    ]
    .iter()
    .any(|name| event.contains(name))
}

fn is_done(data: &str) -> bool {
    let data = data.trim().trim_matches('"');
    data.eq_ignore_ascii_case("[done]") || data.eq_ignore_ascii_case("done")
}

#[cfg(test)]
mod tests;
