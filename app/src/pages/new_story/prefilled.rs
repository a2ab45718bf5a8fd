//! Who put a value into a field of the form: what a person typed or said is not replaced by a template.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What fills in a field besides the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum FilledBy {
    Template,
    /// The author's answers, as the interview understood them.
    #[serde(rename = "Talk")]
    Interview,
}

/// What was put into each field last, and by whom. In the order of the names: the same fields are the same text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct PrefilledFields(BTreeMap<String, (FilledBy, String)>);

impl PrefilledFields {
    /// Whether this one may put a value into the field that holds this text now: the field is empty, or nobody
    /// changed what was put into it. What came from an interview is the author's, and a template leaves it.
    pub fn is_free(&self, name: &str, now: &str, by: FilledBy) -> bool {
        let now = now.trim();
        let is_untouched = |(whose, before): &(FilledBy, String)| {
            before.trim() == now && (by == FilledBy::Interview || *whose == FilledBy::Template)
        };
        now.is_empty() || self.0.get(name).is_some_and(is_untouched)
    }

    /// Notes a value that was put into a field.
    pub fn put(&mut self, name: &str, by: FilledBy, value: String) {
        self.0.insert(name.to_owned(), (by, value));
    }

    /// Reads what the browser kept. What an earlier version kept does not say who put a value in: it counts as
    /// typed.
    pub fn read(stored: &str) -> Self {
        serde_json::from_slice(stored.as_bytes()).unwrap_or_default()
    }

    /// What the browser keeps.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_replaces_only_what_a_template_put_in_and_a_talk_both() {
        let mut prefilled = PrefilledFields::default();
        for by in [FilledBy::Template, FilledBy::Interview] {
            assert!(prefilled.is_free("genre", " ", by));
            assert!(!prefilled.is_free("genre", "typed", by));
        }
        prefilled.put("genre", FilledBy::Template, "ghost story".to_owned());
        for by in [FilledBy::Template, FilledBy::Interview] {
            assert!(prefilled.is_free("genre", "ghost story ", by));
            assert!(!prefilled.is_free("genre", "a ghost story", by));
            assert!(!prefilled.is_free("tone", "ghost story", by));
        }
        prefilled.put("genre", FilledBy::Interview, "a mystery".to_owned());
        assert!(prefilled.is_free("genre", "a mystery", FilledBy::Interview));
        assert!(!prefilled.is_free("genre", "a mystery", FilledBy::Template));
    }

    #[test]
    fn it_is_kept_over_a_reload_and_what_an_earlier_version_kept_counts_as_typed() {
        let mut prefilled = PrefilledFields::default();
        prefilled.put("genre", FilledBy::Interview, "a mystery".to_owned());
        let stored = r#"{"genre":["Talk","a mystery"]}"#;
        assert_eq!(prefilled.write(), stored);
        assert_eq!(PrefilledFields::read(stored), prefilled);
        let earlier = PrefilledFields::read(r#"{"genre":"a mystery"}"#);
        assert!(!earlier.is_free("genre", "a mystery", FilledBy::Template));
        assert_eq!(PrefilledFields::read(""), PrefilledFields::default());
    }
}
