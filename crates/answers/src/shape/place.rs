//! Where in some JSON an answer is.

use super::{fields, parse::ParseAnswer};
use crate::lenient;
use serde_json::Value;

/// So deep below keys of its own an answer is looked for.
const DEEPEST: usize = 3;

/// JSON that was put into strings, below whatever key, as JSON: `{"arguments": "{…}"}`.
pub(super) fn opened(value: Value) -> Value {
    opened_to(value, DEEPEST)
}

fn opened_to(value: Value, depth: usize) -> Value {
    let inner = |value| match depth {
        0 => value,
        _ => opened_to(value, depth - 1),
    };
    match value {
        Value::String(text) => match inside(&text) {
            Some(value) => inner(value),
            None => Value::String(text),
        },
        Value::Array(items) => items.into_iter().map(inner).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, inner(value)))
            .collect(),
        other => other,
    }
}

/// The JSON that a text is. "[She sleeps.]" and "{sic}" are texts.
fn inside(text: &str) -> Option<Value> {
    let text = text.trim();
    let is_object = text.starts_with('{') && text.ends_with('}');
    let is_list = text.starts_with('[') && text.ends_with(']');
    if !(is_object || is_list) {
        return None;
    }
    let found = lenient::find(text).filter(|found| found.is_closed)?;
    let says = match &found.value {
        Value::Object(fields) => is_object && fields.values().any(|value| !value.is_null()),
        Value::Array(items) => {
            items.iter().any(Value::is_object) || serde_json::from_str::<Value>(text).is_ok()
        }
        _ => false,
    };
    says.then_some(found.value)
}

/// Where in some JSON the answer is: where most of its fields are, the outermost first.
pub(super) fn place_of<T: ParseAnswer>(value: &Value) -> Option<&Value> {
    let (mut best, mut most, mut bare) = (None, 0, None);
    let mut level = vec![value];
    for _ in 0..=DEEPEST {
        let mut next = Vec::new();
        for value in level {
            let known = T::FIELDS.iter().filter(|names| fields::has(value, names));
            let known = known.count();
            if known > most {
                (best, most) = (Some(value), known);
            }
            if bare.is_none() && T::is_bare(value) {
                bare = Some(value);
            }
            match value {
                Value::Object(fields) => next.extend(fields.values()),
                Value::Array(items) => next.extend(items),
                _ => {}
            }
        }
        level = next
            .into_iter()
            .filter(|value| !value.is_string())
            .collect();
    }
    best.or(bare).or_else(|| bare_list::<T>(value))
}

/// A list that stands where an object was asked for: alone, or as the only thing under a key.
fn bare_list<T: ParseAnswer>(value: &Value) -> Option<&Value> {
    if !T::IS_LIST {
        return None;
    }
    match value {
        Value::Array(_) => Some(value),
        Value::Object(fields) => {
            let mut lists = fields.values().filter(|value| value.is_array());
            lists.next().filter(|_| lists.next().is_none())
        }
        _ => None,
    }
}
