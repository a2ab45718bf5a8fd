//! Quotes and numbers as they are written.

use serde_json::{Number, Value};

/// The quotes that end a string which begins with this one.
pub(super) const fn closers(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' => &['"'],
        '\'' => &['\''],
        '`' => &['`'],
        '“' | '”' => &['”', '“'],
        '„' => &['“', '”'],
        '‘' | '’' => &['’', '‘'],
        '«' => &['»'],
        '「' => &['」'],
        _ => return None,
    })
}

/// A number as it is written in JSON or in a program.
pub(super) fn number(word: &str) -> Option<Value> {
    let word = word.trim_start_matches('+').replace('_', "");
    if let Ok(whole) = word.parse::<i64>() {
        return Some(Value::Number(whole.into()));
    }
    let is_number = word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
    let number: f64 = is_number.then(|| word.parse().ok())??;
    Number::from_f64(number).map(Value::Number)
}
