//! What is around a name in a text.

use crate::name::is_title;
use std::ops::Range;

/// The text before and after a name.
pub(crate) struct NameContext<'t> {
    before: &'t str,
    after: &'t str,
}

/// Hyphens that join two words to one.
const HYPHENS: [char; 2] = ['-', '\u{2011}'];

/// What may be between a sentence and its first word: quotation marks, brackets, markup, spaces.
fn is_opening(c: char) -> bool {
    c == ' ' || c == '\t' || "\"'“”„‟‘‚‹›«»([{*_#>".contains(c)
}

impl<'t> NameContext<'t> {
    pub(crate) fn of(text: &'t str, name: &Range<usize>) -> Self {
        Self {
            before: text.get(..name.start).unwrap_or_default(),
            after: text.get(name.end..).unwrap_or_default(),
        }
    }

    /// The word right before the name, with one space between the two.
    pub(crate) fn before(&self) -> Option<&'t str> {
        let before = self.before.strip_suffix([' ', '\u{a0}'])?;
        let at = before.rfind(|c: char| !(c.is_alphanumeric() || "'’.-".contains(c)));
        let start = at.map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
        before.get(start..).filter(|word| !word.is_empty())
    }

    /// Whether a hyphen joins the name to another word.
    pub(crate) fn is_joined(&self) -> bool {
        let after = self.after.strip_prefix(HYPHENS);
        let before = self.before.strip_suffix(HYPHENS);
        after.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            || before.is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
    }

    /// Whether a name in katakana is within a longer word.
    pub(crate) fn is_in_katakana(&self, name: &str) -> bool {
        let is_katakana = |c: char| matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}');
        name.starts_with(is_katakana) && self.before.ends_with(is_katakana)
            || name.ends_with(is_katakana) && self.after.starts_with(is_katakana)
    }

    /// Whether the name is the first word of a sentence.
    pub(crate) fn begins_sentence(&self) -> bool {
        let end = self.before.trim_end_matches(is_opening).chars().next_back();
        end.is_none_or(|c| "\n.!?…:;–—。！？".contains(c))
    }

    /// Whether another word with a capital follows, as in “Anna Schmidt”.
    pub(crate) fn is_followed_by_name(&self) -> bool {
        let Some(rest) = self.after.strip_prefix([' ', '\u{a0}']) else {
            return false;
        };
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let word = &rest[..end];
        word.starts_with(char::is_uppercase) && word.chars().count() > 1
    }

    /// Whether another word with a capital comes before, as in “Peter Holm”, that is no title.
    pub(crate) fn is_preceded_by_name(&self) -> bool {
        let Some(word) = self.before() else {
            return false;
        };
        let is_end = word.ends_with('.') && !is_title(word);
        let is_name = word.starts_with(char::is_uppercase) && word.chars().count() > 1;
        if !is_name || is_end || is_title(word) {
            return false;
        }
        let before = self.before.trim_end_matches([' ', '\u{a0}']);
        let of_word = NameContext {
            before: before.strip_suffix(word).unwrap_or_default(),
            after: "",
        };
        !of_word.begins_sentence()
    }
}
