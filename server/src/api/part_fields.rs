//! A part of a world as it is sent.

use domain::WorldPart;
use serde_json::Value;

/// The part's own fields, without the name of its kind.
pub(super) fn fields(part: &WorldPart) -> Value {
    let value = serde_json::to_value(part).unwrap_or_default();
    match value {
        Value::Object(kinds) => kinds.into_iter().next().map(|(_, fields)| fields),
        _ => None,
    }
    .unwrap_or_default()
}
