//! Servers as the browser keeps them until they are saved, and the rows they belong to.

use super::servers::{CONTINUES, ServerFields};
use domain::{ModelServer, ServerKind};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

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

/// The rows of these servers. A row stays with the server of its name, wherever it is in the list; one whose key was
/// typed for another address does not. `stored` are those of the studio: they know addresses that are not kept, and
/// whether there is a key.
pub(super) fn merge_rows(
    servers: Vec<ServerDraft>,
    mut rows: Vec<ServerFields>,
    stored: &[ModelServer],
) -> Vec<ServerFields> {
    let mut key = rows.iter().map(|row| row.key).max().unwrap_or_default();
    let servers = servers.into_iter().map(|mut draft| {
        let stored = stored.iter().find(|server| server.id == draft.id.trim());
        let usual = stored.map_or("", |server| server.url.as_str());
        if draft.url.is_empty() && may_hold_key(usual) {
            usual.clone_into(&mut draft.url);
        }
        // An address that is not kept is in its row alone.
        let is_same = |row: &ServerFields| {
            let at = row.url.with_untracked(|url| match draft.url.is_empty() {
                true => may_hold_key(url),
                false => url.trim() == draft.url.trim(),
            });
            row.has_id(&draft.id) && at
        };
        let is_free =
            |row: &ServerFields| row.has_id(&draft.id) && !row.holds_more_than_kept(usual);
        let first = |fits: &dyn Fn(&ServerFields) -> bool| rows.iter().position(fits);
        let own = first(&|row| is_same(row) && row.has_typed_key())
            .or_else(|| first(&is_same))
            .or_else(|| first(&is_free));
        let row = own.map(|at| rows.remove(at)).unwrap_or_else(|| {
            key += 1;
            ServerFields::of(key, stored.unwrap_or(&ModelServer::default()))
        });
        if draft.url.is_empty() && !row.url.with_untracked(|url| may_hold_key(url)) {
            usual.clone_into(&mut draft.url);
        }
        row.fill(draft)
    });
    servers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(id: &str, url: &str) -> ModelServer {
        ModelServer {
            id: id.to_owned(),
            url: url.to_owned(),
            at_once: 1,
            key_set: true,
            ..ModelServer::default()
        }
    }

    fn draft_of(server: &ModelServer) -> ServerDraft {
        ServerFields::of(0, server).to_draft()
    }

    #[test]
    fn a_line_shows_everything_that_can_differ() {
        let _owner = Owner::new_root(None);
        let plain = draft_of(&server("far", "http://far/v1"));
        assert_eq!(
            plain.line(),
            "far: http://far/v1 · OpenAI-compatible · Context size: ask the server · Parallel calls: 1 · Can \
             continue mid-sentence: Detect · Price per million tokens: none sent, none generated"
        );
        let with = |change: fn(&mut ServerDraft)| {
            let mut other = plain.clone();
            change(&mut other);
            other
        };
        for other in [
            with(|server| server.id.push('2')),
            with(|server| server.kind = "ollama".to_owned()),
            with(|server| server.url.push('2')),
            with(|server| server.context = "8192".to_owned()),
            with(|server| server.at_once = "2".to_owned()),
            with(|server| server.continues = "no".to_owned()),
            with(|server| server.prices[0] = "0".to_owned()),
            with(|server| server.prices[1] = "15".to_owned()),
        ] {
            assert_ne!(other.line(), plain.line(), "{other:?}");
            assert!(!other.line().contains('\n'));
        }
    }

    #[test]
    fn a_typed_key_stays_with_its_server_and_goes_with_its_address() {
        let _owner = Owner::new_root(None);
        let [a, b] = [server("a", "http://a/v1"), server("b", "http://b/v1")];
        let rows = || {
            let rows = [ServerFields::of(1, &a), ServerFields::of(2, &b)];
            rows[0].secret.set("sk-a".to_owned());
            rows.to_vec()
        };
        let keys = |rows: &[ServerFields]| -> Vec<(String, Option<String>)> {
            let key = |row: &ServerFields| (row.id.get_untracked(), row.new_key());
            rows.iter().map(key).collect()
        };
        let named = |id: &str, key: Option<&str>| (id.to_owned(), key.map(str::to_owned));

        // The first server was deleted elsewhere, and another one added.
        let c = server("c", "http://c/v1");
        let stored = [b.clone(), c.clone()];
        let other = merge_rows(stored.iter().map(draft_of).collect(), rows(), &stored);
        assert_eq!(keys(&other), [named("b", None), named("c", None)]);
        assert_eq!(other.iter().map(|row| row.key).collect::<Vec<_>>(), [2, 3]);
        assert!(other[1].key_set.get_untracked());

        // In another order each row is where its server is.
        let turned = merge_rows(vec![draft_of(&b), draft_of(&a)], rows(), &[]);
        assert_eq!(keys(&turned), [named("b", None), named("a", Some("sk-a"))]);

        // The key was typed for another address.
        let moved = server("a", "http://elsewhere/v1");
        let moved = merge_rows(vec![draft_of(&moved), draft_of(&b)], rows(), &[]);
        assert_eq!(keys(&moved), [named("a", None), named("b", None)]);

        // Two of one name are still two rows.
        let twice = merge_rows(vec![draft_of(&a), draft_of(&a)], rows(), &[]);
        assert_eq!(keys(&twice), [named("a", Some("sk-a")), named("a", None)]);
        assert_ne!(twice[0].key, twice[1].key);
    }

    #[test]
    fn a_server_that_an_earlier_version_kept_is_read() {
        let kept = r#"{"key":3,"id":"a","kind":"ollama","url":"http://a/v1","context":"","at_once":"1",
            "continues":"auto","prices":["",""]}"#;
        let kept: ServerDraft = serde_json::from_str(kept).expect("a server");
        assert_eq!((kept.id.as_str(), kept.kind.as_str()), ("a", "ollama"));
    }
}
