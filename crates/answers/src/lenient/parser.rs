//! The parser: recursive descent that never gives up where it can go on.

use super::{
    marks::{closers, number},
    surrogates,
};
use serde_json::{Map, Value};

/// Nobody nests deeper.
const DEEPEST: usize = 96;

/// What a string stands for: that decides which quote ends it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StringContext {
    Key,
    /// A value of an object.
    Field,
    /// An item of a list.
    Item,
}

pub(super) struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// Whether the text ended before the value did.
    pub(super) is_cut: bool,
    /// How many brackets are missing at the end, and whether a value was cut in two.
    missing: usize,
    has_lost: bool,
}

impl<'t> Parser<'t> {
    pub(super) const fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            at,
            depth: 0,
            is_cut: false,
            missing: 0,
            has_lost: false,
        }
    }

    /// Whether all that is missing is the last bracket.
    pub(super) const fn lacks_a_bracket(&self) -> bool {
        self.missing == 1 && !self.has_lost
    }

    /// How far the text was read, in bytes.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Whether nothing but white space and comments is left.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.skip();
        self.at == self.text.len()
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn take_if(&mut self, wanted: &[char]) -> bool {
        let is_there = self.peek().is_some_and(|c| wanted.contains(&c));
        if is_there {
            self.take();
        }
        is_there
    }

    /// White space, comments, and dots that stand for "and so on".
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
            let trimmed = rest.trim_start_matches(blank);
            self.at += rest.len() - trimmed.len();
            let skipped = match () {
                () if trimmed.starts_with("//") || trimmed.starts_with('#') => {
                    trimmed.find('\n').unwrap_or(trimmed.len())
                }
                () if trimmed.starts_with("/*") => {
                    trimmed.find("*/").map_or(trimmed.len(), |at| at + 2)
                }
                () if trimmed.starts_with("...") => 3,
                () if trimmed.starts_with('…') => '…'.len_utf8(),
                () => return,
            };
            self.at += skipped;
        }
    }

    /// The next value; `None` where there is none, or where it was cut in two.
    pub(super) fn value(&mut self) -> Option<Value> {
        self.value_in(StringContext::Item)
    }

    fn value_in(&mut self, place: StringContext) -> Option<Value> {
        self.skip();
        let Some(c) = self.peek() else {
            (self.is_cut, self.has_lost) = (true, true);
            return None;
        };
        match c {
            '{' | '[' | '(' if self.depth >= DEEPEST => {
                self.at = self.text.len();
                self.is_cut = true;
                None
            }
            '{' => Some(self.object()),
            '[' => Some(self.list(']')),
            '(' => Some(self.list(')')),
            c if closers(c).is_some() => self.string(place).map(Value::String),
            _ => self.bare(),
        }
    }

    fn object(&mut self) -> Value {
        self.take();
        self.depth += 1;
        let mut fields = Map::new();
        loop {
            self.skip();
            match self.peek() {
                None => (self.is_cut, self.missing) = (true, self.missing + 1),
                Some(',' | ';' | '，' | '；') => {
                    self.take();
                    continue;
                }
                Some('}') => {
                    self.take();
                }
                // The brace is missing.
                Some(']' | ')') => {}
                Some(_) => {
                    let before = self.at;
                    if let Some((name, value)) = self.field() {
                        fields.insert(name, value);
                    }
                    match self.is_cut {
                        true => self.missing += 1,
                        false if self.at > before => continue,
                        false => {}
                    }
                }
            }
            self.depth -= 1;
            return Value::Object(fields);
        }
    }

    fn field(&mut self) -> Option<(String, Value)> {
        let c = self.peek()?;
        let name = match closers(c) {
            Some(_) => self.string(StringContext::Key)?,
            None => self.bare_key(),
        };
        self.skip();
        if self.peek().is_none() {
            (self.is_cut, self.has_lost) = (true, true);
            return None;
        }
        if !self.take_if(&[':', '=', '：']) {
            return (!name.is_empty()).then_some((name, Value::Null));
        }
        self.take_if(&['>']);
        self.skip();
        if matches!(self.peek(), Some(',' | '，' | '}')) {
            return Some((name, Value::Null));
        }
        let value = self.value_in(StringContext::Field)?;
        Some((name, value))
    }

    fn bare_key(&mut self) -> String {
        let rest = self.rest();
        let ends = |c: char| {
            matches!(
                c,
                ':' | '=' | ',' | '，' | '}' | '{' | '[' | ']' | '\n' | '：'
            )
        };
        let length = rest.find(ends).unwrap_or(rest.len());
        self.at += length;
        if length == 0 {
            // Whatever it is, it is no key: it is passed over.
            self.take();
        }
        rest[..length].trim().to_owned()
    }

    fn list(&mut self, close: char) -> Value {
        self.take();
        self.depth += 1;
        let mut items = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => (self.is_cut, self.missing) = (true, self.missing + 1),
                Some(',' | ';' | '，' | '；') => {
                    self.take();
                    continue;
                }
                Some(c) if c == close => {
                    self.take();
                }
                // The bracket is missing.
                Some('}') => {}
                Some(_) => {
                    let before = self.at;
                    items.extend(self.value_in(StringContext::Item));
                    match self.is_cut {
                        true => self.missing += 1,
                        false if self.at > before => continue,
                        false => {}
                    }
                }
            }
            self.depth -= 1;
            return Value::Array(items);
        }
    }

    /// A number, a literal, or words without quotes.
    fn bare(&mut self) -> Option<Value> {
        let rest = self.rest();
        let ends = |c: char| matches!(c, ',' | '，' | '}' | ']' | ')' | '\n') || c == '{';
        let length = rest.find(ends).unwrap_or(rest.len());
        if length == rest.len() {
            // Its end may be missing: "tru", "12".
            self.is_cut = self.depth > 0;
            self.has_lost = self.is_cut;
        }
        self.at += length;
        if length == 0 {
            self.take();
            return None;
        }
        let word = rest[..length].split("//").next().unwrap_or_default().trim();
        Some(match word.to_ascii_lowercase().as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" | "none" | "nil" | "undefined" | "nan" | "infinity" | "-infinity" | "" => {
                Value::Null
            }
            _ => number(word).unwrap_or_else(|| Value::String(word.to_owned())),
        })
    }

    fn string(&mut self, place: StringContext) -> Option<String> {
        let open = self.take()?;
        let closers = closers(open)?;
        // Python's long strings.
        let long = [open; 3].iter().collect::<String>();
        if matches!(open, '"' | '\'') && self.text[self.at - 1..].starts_with(&long) {
            let from = self.at + 2;
            if let Some(length) = self.text[from..].find(&long) {
                self.at = from + length + 3;
                return Some(self.text[from..from + length].to_owned());
            }
        }
        let mut text = String::new();
        loop {
            let Some(c) = self.take() else {
                (self.is_cut, self.has_lost) = (true, true);
                return None;
            };
            match c {
                '\\' => self.escape(&mut text),
                c if closers.contains(&c) && self.closes(place) => return Some(text),
                c => text.push(c),
            }
        }
    }

    fn escape(&mut self, text: &mut String) {
        let Some(c) = self.take() else {
            self.is_cut = true;
            return;
        };
        match c {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' | 'f' => {}
            'u' => match self.hex(4) {
                Some(unit) => self.unit(unit, text),
                None => text.push_str("\\u"),
            },
            'x' => match self.hex(2) {
                Some(code) => text.push(surrogates::kept(code)),
                None => text.push_str("\\x"),
            },
            // A quote, a slash, or an escape that does not exist.
            c => text.push(c),
        }
    }

    fn unit(&mut self, high: u32, text: &mut String) {
        if (0xd800..0xdc00).contains(&high) && self.rest().starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            match self.hex(4) {
                Some(low) if (0xdc00..0xe000).contains(&low) => {
                    let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                    text.push(surrogates::kept(code));
                    return;
                }
                _ => self.at = before,
            }
        }
        text.push(surrogates::kept(high));
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        let code = self.rest().get(..digits)?;
        let code = code
            .chars()
            .all(|c| c.is_ascii_hexdigit())
            .then(|| u32::from_str_radix(code, 16).ok())??;
        self.at += digits;
        Some(code)
    }

    /// Whether the quote that was just read ends its string: else it is one that should have been escaped.
    fn closes(&self, place: StringContext) -> bool {
        let mut after = Self::new(self.text, self.at);
        let rest = after.text[after.at..].trim_start();
        after.at = after.text.len() - rest.len();
        let Some(next) = after.peek() else {
            return true;
        };
        match (place, next) {
            (StringContext::Key, ':' | '=' | '：' | ',' | '，' | '}') => true,
            (StringContext::Field, '}') | (StringContext::Item, ']' | ')') => true,
            // A bracket is missing.
            (StringContext::Field, ']') | (StringContext::Item, '}') => true,
            (StringContext::Field | StringContext::Item, ',' | ';' | '，' | '；') => {
                after.take();
                after.skip();
                after.begins_another(place)
            }
            (_, '/') => rest.starts_with("//") || rest.starts_with("/*"),
            (_, '#') => true,
            // The comma is missing: the next one begins on a line of its own.
            (StringContext::Field | StringContext::Item, c) if closers(c).is_some() => {
                self.text[self.at..after.at].contains('\n') && after.begins_another(place)
            }
            _ => false,
        }
    }

    /// Whether a field or an item begins here.
    fn begins_another(&self, place: StringContext) -> bool {
        let rest = self.rest();
        let Some(c) = self.peek() else {
            return true;
        };
        match place {
            StringContext::Item => {
                closers(c).is_some()
                    || matches!(c, '{' | '[' | '(' | ']' | ')' | '}' | '-')
                    || c.is_ascii_digit()
                    || ["true", "false", "null", "None", "True", "False"]
                        .iter()
                        .any(|word| rest.starts_with(word))
            }
            StringContext::Key | StringContext::Field => {
                if matches!(c, '}' | ']') {
                    return true;
                }
                // A name and a colon, with quotes or without.
                let name = rest
                    .split([':', '=', '\n', ',', '：', '，'])
                    .next()
                    .unwrap_or_default();
                // Where the text ends within it, it was cut.
                let name_ends =
                    name.len() == rest.len() || rest[name.len()..].starts_with([':', '=', '：']);
                let is_named = name_ends && name.chars().count() <= 40;
                let name = name.trim_end();
                is_named
                    && (closers(c).is_some()
                        || name.chars().all(|c| c.is_alphanumeric() || c == '_'))
            }
        }
    }
}
