//! JSON as language models and their servers write it: read with the mistakes that are common.
//!
//! What is read beyond the standard: fences and words around it, comments, trailing and missing commas, single and
//! typographic quotes, quotes that are not escaped, raw line breaks and tabs, Python's literals, keys without quotes,
//! escapes that do not exist, halves of surrogate pairs, and an end that was cut off. A value that was cut in two is
//! left out; the values before it are kept.

mod marks;
mod parser;
mod surrogates;

use parser::Parser;
use serde_json::Value;
pub use surrogates::{joined, takes_half};

/// So many places in a text are tried as the beginning of its JSON.
const MOST_STARTS: usize = 40;

/// JSON that was found in a text.
#[derive(Debug)]
pub struct ExtractedJson {
    /// The value.
    pub value: Value,
    /// Whether nothing of it is missing but, perhaps, its last bracket.
    pub is_whole: bool,
    /// Whether its last bracket is there, too.
    pub is_closed: bool,
}

/// One value that has to be the whole text: an event of a stream. `None` where it is not, or where its end is missing.
/// Halves of surrogate pairs stay in its strings, see [`joined`].
pub fn event(text: &str) -> Option<Value> {
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    let mut parser = Parser::new(text, 0);
    let value = parser.value()?;
    let is_event = value.is_object() || value.is_array();
    (is_event && !parser.is_cut && parser.is_at_end()).then_some(value)
}

/// The JSON in a model's answer, whatever stands around it. `None` where there is no object and no list.
pub fn find(text: &str) -> Option<ExtractedJson> {
    let text = text.trim().trim_start_matches('\u{feff}');
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        return match value {
            // JSON that was put into a string.
            Value::String(inner) if inner.trim_start().starts_with(['{', '[']) => find(&inner),
            Value::Object(_) | Value::Array(_) => Some(ExtractedJson {
                value,
                is_whole: true,
                is_closed: true,
            }),
            _ => None,
        };
    }
    if let Some(fields) = bare_fields(text) {
        return Some(fields);
    }
    let (mut best, mut longest, mut from) = (None, 0, 0);
    for _ in 0..MOST_STARTS {
        let Some(at) = text[from..].find(['{', '[']).map(|at| from + at) else {
            break;
        };
        let mut parser = Parser::new(text, at);
        let value = parser.value();
        let end = parser.at().max(at + 1);
        if let Some(value) = value
            && holds_something(&value)
            && end - at > longest
        {
            longest = end - at;
            best = Some(ExtractedJson {
                value: whole_letters(value),
                is_whole: !parser.is_cut || parser.lacks_a_bracket(),
                is_closed: !parser.is_cut,
            });
        }
        from = end;
    }
    best
}

/// Fields without the braces around them: `"rules": [], "relations": []`.
fn bare_fields(text: &str) -> Option<ExtractedJson> {
    let fence = text
        .strip_prefix("```")
        .and_then(|fenced| fenced.split_once('\n'));
    let text = fence.map_or(text, |(_, inside)| inside).trim_start();
    let text = text.trim_end_matches(['`', ' ', '\n', '\r']);
    let name = text.strip_prefix('"')?;
    let length = name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ' '))?;
    let value = name[length..].strip_prefix('"')?.trim_start();
    value.starts_with([':', '：']).then_some(())?;
    let braced = format!("{{{text}");
    let mut parser = Parser::new(&braced, 0);
    let value = parser
        .value()
        .filter(|value| value.as_object().is_some_and(|fields| !fields.is_empty()))?;
    let is_whole = !parser.is_cut || parser.lacks_a_bracket();
    Some(ExtractedJson {
        value: whole_letters(value),
        is_whole,
        is_closed: is_whole,
    })
}

/// `[sic]` and `{}` in the words around an answer are none; a list of what was asked for is one.
fn holds_something(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(items) => {
            items.is_empty()
                || items
                    .iter()
                    .any(|item| item.is_object() || item.is_string())
        }
        _ => false,
    }
}

/// Replaces what is left of halved letters.
fn whole_letters(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(joined(&text)),
        Value::Array(items) => items.into_iter().map(whole_letters).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (joined(&name), whole_letters(value)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests;
