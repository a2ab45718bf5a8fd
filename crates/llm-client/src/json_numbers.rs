//! Numbers in the JSON of servers.

use serde_json::Value;

/// A count, in whatever form a server puts it.
pub(super) fn number(value: &Value) -> Option<u32> {
    let number = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    (0.0..=f64::from(u32::MAX))
        .contains(&number)
        .then_some(number.round() as u32)
}
