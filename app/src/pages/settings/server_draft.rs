//! Servers as the browser keeps them until they are saved.

use domain::ServerKind;
use serde::{Deserialize, Serialize};

/// Whether a server can go on in mid-sentence: as it is kept, and as it is shown.
pub(super) const CONTINUES: [(&str, &str); 3] = [("auto", "Detect"), ("yes", "Yes"), ("no", "No")];

/// Whether an address may hold a key: then no browser keeps it.
pub(super) fn may_hold_key(url: &str) -> bool {
    url.contains(['@', '?'])
}

/// A server as it is kept: without its key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ServerDraft {
    pub id: String,
    pub kind: String,
    /// Empty where it may hold a key.
    pub url: String,
    pub context: String,
    pub at_once: String,
    pub continues: String,
    pub prices: [String; 2],
}

impl ServerDraft {
    /// All of it in one line, for a person who compares two versions of it.
    pub fn line(&self) -> String {
        let or = |text: &str, empty: &str| match text.trim() {
            "" => empty.to_owned(),
            text => text.to_owned(),
        };
        let kind = match ServerKind::parse(&self.kind) {
            // What follows in brackets are examples.
            Some(kind) => kind.label().split(" (").next().unwrap_or_default(),
            None => &self.kind,
        };
        let continues = CONTINUES.iter().find(|(word, _)| *word == self.continues);
        let continues = continues.map_or(self.continues.as_str(), |(_, label)| label);
        let [sent, generated] = self.prices.each_ref().map(|price| or(price, "none"));
        format!(
            "{}: {} · {kind} · Context size: {} · Parallel calls: {} · Can continue mid-sentence: {continues} · \
             Price per million tokens: {sent} sent, {generated} generated",
            self.id,
            or(&self.url, "(no address)"),
            or(&self.context, "ask the server"),
            or(&self.at_once, "(empty)"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_an_earlier_version_kept_is_read() {
        let kept = r#"{"key":3,"id":"a","kind":"ollama","url":"http://a/v1","context":"","at_once":"1",
            "continues":"auto","prices":["",""]}"#;
        let kept: ServerDraft = serde_json::from_str(kept).expect("a server");
        assert_eq!((kept.id.as_str(), kept.kind.as_str()), ("a", "ollama"));
    }
}
