//! Fields of an answer, read whatever their form: a number where a text was asked for, one text where a list was, a
//! name in other letters. What is not there is `None`; nothing fails.

use serde_json::Value;

/// What of an answer could not be read, to be told.
#[derive(Debug, Default)]
pub struct Dropped {
    /// How many parts.
    pub count: u32,
    /// What they are, as far as it can be said.
    pub named: Vec<String>,
}

impl Dropped {
    pub(super) fn add(&mut self, named: impl Into<String>) {
        self.count += 1;
        self.named.push(named.into());
    }
}

/// A name without case and what joins its words: "Point of View" is "point_of_view".
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The first field of these names that has a value.
pub(super) fn get<'v>(value: &'v Value, names: &[&str]) -> Option<&'v Value> {
    let fields = value.as_object()?;
    names.iter().find_map(|name| {
        let exact = fields.get(*name);
        let found = exact.or_else(|| {
            let wanted = plain(name);
            let mut fields = fields.iter();
            fields
                .find(|(name, _)| plain(name) == wanted)
                .map(|(_, value)| value)
        });
        found.filter(|value| !value.is_null())
    })
}

/// Whether there is such a field, be it `null`.
pub(super) fn has(value: &Value, names: &[&str]) -> bool {
    value.as_object().is_some_and(|fields| {
        fields
            .keys()
            .any(|name| names.iter().any(|wanted| plain(wanted) == plain(name)))
    })
}

/// A text: as it is, as a number, as a list of its parts, or in an object around it.
pub(super) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(parts) => {
            let parts: Vec<String> = parts.iter().filter_map(text_of_one).collect();
            parts.join(" ")
        }
        Value::Object(_) => text_of_one(value)?,
        Value::Bool(_) | Value::Null => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Names under which an object has the text it is about.
const ABOUT: [&str; 16] = [
    "text",
    "beat",
    "rule",
    "fact",
    "thread",
    "trait",
    "question",
    "description",
    "event",
    "content",
    "value",
    "summary",
    "note",
    "action",
    "name",
    "title",
];

fn text_of_one(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => {
            let about = get(value, &ABOUT).and_then(text);
            about.or_else(|| fields.values().find_map(text))
        }
        Value::Array(_) => None,
        other => text(other),
    }
}

/// The text in the first of these fields; empty where there is none.
pub(super) fn text_in(value: &Value, names: &[&str]) -> String {
    get(value, names).and_then(text).unwrap_or_default()
}

/// A list of texts: a list, an object of them, or one text with a line for each.
pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => {
            let of_one = |item: &Value| match item {
                Value::Array(_) => texts(item),
                item => text_of_one(item).into_iter().collect(),
            };
            items.iter().flat_map(of_one).collect()
        }
        Value::Object(fields) => match get(value, &ABOUT[..8]) {
            Some(about) if fields.len() <= 2 => texts(about),
            _ => in_order(fields.iter().collect())
                .into_iter()
                .filter_map(|(_, value)| text_of_one(value))
                .collect(),
        },
        Value::String(text) => text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        Value::Number(_) | Value::Bool(_) | Value::Null => Vec::new(),
    }
}

/// The texts in the first of these fields.
pub(super) fn texts_in(value: &Value, names: &[&str]) -> Vec<String> {
    get(value, names).map(texts).unwrap_or_default()
}

/// Short texts, which one text divides by commas: "stubborn, kind".
pub(super) fn words_in(value: &Value, names: &[&str]) -> Vec<String> {
    match get(value, names) {
        Some(Value::String(text)) => text
            .split([',', ';', '\n'])
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect(),
        Some(value) => texts(value),
        None => Vec::new(),
    }
}

/// The items of a list, also of one that is an object with a name or a number for each; those names with them.
pub(super) fn items<'v>(value: &'v Value, of_one: &[&str]) -> Vec<(Option<&'v str>, &'v Value)> {
    match value {
        Value::Array(items) => items.iter().map(|item| (None, item)).collect(),
        Value::Object(_) if has(value, of_one) => vec![(None, value)],
        Value::Object(fields) => in_order(fields.iter().collect())
            .into_iter()
            .map(|(name, value)| (Some(name.as_str()), value))
            .collect(),
        _ => Vec::new(),
    }
}

type Field<'v> = (&'v String, &'v Value);

/// By the numbers in their names, where all have one.
fn in_order(mut fields: Vec<Field<'_>>) -> Vec<Field<'_>> {
    if fields.iter().all(|(name, _)| digits(name).is_some()) {
        fields.sort_by_key(|(name, _)| digits(name));
    }
    fields
}

/// The number in a text: "Chapter 3" is 3.
pub(super) fn digits(text: &str) -> Option<u32> {
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// A whole number in any form.
pub(super) fn number_in(value: &Value, names: &[&str]) -> Option<u32> {
    match get(value, names)? {
        Value::Number(number) => number
            .as_f64()
            .filter(|number| (0.0..1e6).contains(number))
            .map(|number| number.round() as u32),
        Value::String(text) => digits(text),
        _ => None,
    }
}
