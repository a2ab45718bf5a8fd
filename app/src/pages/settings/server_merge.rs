//! Which rows servers belong to that come from elsewhere: each stays with the server of its name.

use super::{
    server_draft::{ServerDraft, may_hold_key},
    server_fields::ServerFields,
};
use domain::ModelServer;
use leptos::prelude::*;

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
        let row = match own {
            Some(at) => rows.remove(at),
            None => {
                key += 1;
                ServerFields::of(key, stored.unwrap_or(&ModelServer::default()))
            }
        };
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
}
