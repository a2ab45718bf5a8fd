//! What takes the place of a match.

use crate::place::PlaceBudget;
use domain::Refusal;
use regex::{Captures, Regex};
use regex_automata::util::interpolate;
use std::sync::Arc;

/// What takes the place of a match.
#[derive(Debug)]
pub(crate) enum PatternReplacement {
    /// This text.
    Plain(Arc<str>),
    /// Texts and groups of the match, one after the other.
    Pieces(Vec<ReplacementPiece>),
}

/// A piece of it.
#[derive(Debug)]
pub(crate) enum ReplacementPiece {
    Text(String),
    Group(usize),
}

impl PatternReplacement {
    /// With `$1`, `$name`, `${name}` and `$$`.
    pub(crate) fn with_groups(regex: &Regex, replacement: &str) -> Self {
        Self::Pieces(pieces(regex, replacement))
    }

    /// What takes the place of a match. Its length is known before it is made.
    pub(crate) fn at(
        &self,
        captures: &Captures<'_>,
        budget: &mut PlaceBudget,
    ) -> Result<Arc<str>, Refusal> {
        let pieces = match self {
            Self::Plain(text) => {
                budget.take(text.len())?;
                return Ok(Arc::clone(text));
            }
            Self::Pieces(pieces) => pieces,
        };
        let said = |piece| match piece {
            &ReplacementPiece::Group(group) => {
                captures.get(group).map_or("", |found| found.as_str())
            }
            ReplacementPiece::Text(text) => text.as_str(),
        };
        budget.take(pieces.iter().map(|piece| said(piece).len()).sum())?;
        Ok(pieces.iter().map(said).collect::<String>().into())
    }
}

/// A replacement with braces around the numbers of groups: `$1st` is the first group and “st”, not a group named “1st”.
fn with_braces(replacement: &str) -> String {
    let (mut braced, mut rest) = (String::with_capacity(replacement.len()), replacement);
    while let Some((before, after)) = rest.split_once('$') {
        braced.push_str(before);
        braced.push('$');
        let end = after.find(|c: char| !c.is_ascii_digit());
        let (digits, after_it) = after.split_at(end.unwrap_or(after.len()));
        rest = match after.strip_prefix('$') {
            Some(after) => {
                braced.push('$');
                after
            }
            None if digits.is_empty() => after,
            None => {
                braced.push_str(&format!("{{{digits}}}"));
                after_it
            }
        };
    }
    braced.push_str(rest);
    braced
}

/// A replacement with `$1`, `$name`, `${name}` and `$$`, in its pieces.
fn pieces(regex: &Regex, replacement: &str) -> Vec<ReplacementPiece> {
    let (mut pieces, mut last) = (Vec::new(), String::new());
    interpolate::string(
        &with_braces(replacement),
        |group, before| {
            pieces.push(ReplacementPiece::Text(std::mem::take(before)));
            pieces.push(ReplacementPiece::Group(group));
        },
        |name| regex.capture_names().position(|known| known == Some(name)),
        &mut last,
    );
    pieces.push(ReplacementPiece::Text(last));
    pieces
}
