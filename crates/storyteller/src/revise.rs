//! Mends what a check found, where a passage can be named without doubt.

use domain::Finding;
use writing::assignment::{Edit, Edits};

/// Edits for the findings that have a mechanical remedy.
pub(crate) fn sketch(text: &str, findings: &[Finding]) -> Edits {
    let mut edits: Vec<Edit> = Vec::new();
    let mut touched: Vec<(usize, usize)> = Vec::new();
    for finding in findings {
        let quote = finding.quote.trim();
        if quote.is_empty() || edits.len() == 6 {
            continue;
        }
        let places: Vec<usize> = text.match_indices(quote).map(|(at, _)| at).collect();
        // The first of a repeated sentence stays, the second goes.
        let &[_, second, ..] = places.as_slice() else {
            continue;
        };
        let Some((start, end)) = unique_around(text, second, second + quote.len()) else {
            continue;
        };
        if touched.iter().any(|(from, to)| start < *to && *from < end) {
            continue;
        }
        let before = text[start..second].trim_end_matches(' ');
        let after = text[second + quote.len()..end].trim_start_matches(' ');
        let glue = if before.is_empty()
            || after.is_empty()
            || before.ends_with('\n')
            || after.starts_with('\n')
        {
            ""
        } else {
            " "
        };
        touched.push((start, end));
        edits.push(Edit {
            passage: text[start..end].to_owned(),
            replacement: format!("{before}{glue}{after}"),
        });
    }
    Edits {
        edits,
        ..Edits::default()
    }
}

/// The passage with as many whole sentences around it as make it the only one of its kind.
fn unique_around(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let ranges = text::prose::sentence_ranges(text);
    let mut from = start;
    let mut to = end;
    for _ in 0..6 {
        if text.matches(&text[from..to]).count() == 1 {
            return Some((from, to));
        }
        let earlier = ranges.iter().rev().find(|(begin, _)| *begin < from);
        if let Some((begin, _)) = earlier {
            from = *begin;
        } else if let Some((_, stop)) = ranges.iter().find(|(_, stop)| *stop > to) {
            to = *stop;
        } else {
            return None;
        }
    }
    None
}
