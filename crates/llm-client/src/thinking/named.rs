//! Thoughts between tags of a model's own naming, such as `<my_thoughts>`. They are looked for at the very beginning of
//! an answer alone.

use super::found_mark::{FoundMark, Kind};

/// What such a name has in it.
const NAMES: [&str; 5] = ["think", "thought", "reason", "plan", "brainstorm"];

/// No tag is longer, in bytes, …
const LONGEST: usize = 60;

/// … and no details with their summary.
const LONGEST_SUMMARY: usize = 300;

/// The tag that begins at this place, where it is one of a thought.
pub(super) fn first(text: &str, at: usize) -> Option<FoundMark> {
    let lower = text[at..].to_ascii_lowercase();
    let rest = lower.strip_prefix('<')?;
    let Some(end) = rest.find('>') else {
        let may_be = rest.len() < LONGEST && !rest.contains(['\n', '<', '/']);
        return may_be.then_some(FoundMark::Begun(at));
    };
    let tag = &rest[..end];
    if tag.len() > LONGEST || tag.contains(['\n', '<']) {
        return None;
    }
    let is_thought = |words: &str| NAMES.iter().any(|name| words.contains(name));
    let whole = |length| Some(FoundMark::Whole(at, at + length, Kind::Named));
    match name(tag) {
        // Somebody's summary of what follows.
        "details" if is_thought(tag) => whole(end + 2),
        "details" => match lower.find(SUMMARY) {
            Some(end) if is_thought(&lower[..end]) => whole(end + SUMMARY.len()),
            None if lower.len() < LONGEST_SUMMARY => Some(FoundMark::Begun(at)),
            _ => None,
        },
        name if is_thought(name) => whole(end + 2),
        _ => None,
    }
}

const SUMMARY: &str = "</summary>";

/// What ends the thought that this mark begins.
pub(super) fn close(mark: &str) -> Vec<String> {
    let mark = mark.trim_start_matches('<').to_ascii_lowercase();
    let name = name(&mark);
    vec![format!("</{name}>"), format!("</ {name} >")]
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.');
    tag.find(|c| !is_part(c)).map_or(tag, |end| &tag[..end])
}
