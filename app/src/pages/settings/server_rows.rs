//! The rows of servers: adding and removing them, the way back, and what a save leaves in them.

use super::{server_draft::ServerDraft, server_fields::ServerFields, server_merge::merge_rows};
use crate::components::{Button, rows};
use domain::ModelServer;
use leptos::prelude::*;

/// All rows.
#[derive(Clone, Copy)]
pub(super) struct ServerRows {
    pub shown: RwSignal<Vec<ServerFields>>,
    /// What was removed since the last save, and where it was: a key that was typed is here alone.
    removed: RwSignal<Vec<(usize, ServerFields)>>,
    /// What a draft that was filled in did not have, since the last save: with Undo it comes back with its key.
    dropped: StoredValue<Vec<ServerFields>>,
}

/// What a save sent: the keys of each row, and which rows were removed.
pub(super) struct SubmittedRows {
    shown: Vec<(u32, String, bool)>,
    /// Removed by a person, or by a draft.
    gone: Vec<u32>,
}

impl ServerRows {
    /// Those of these servers.
    pub fn of(servers: &[ModelServer]) -> Self {
        let shown = (1..).zip(servers);
        let shown = shown.map(|(key, server)| ServerFields::of(key, server));
        Self {
            shown: RwSignal::new(shown.collect()),
            removed: RwSignal::new(Vec::new()),
            dropped: StoredValue::new(Vec::new()),
        }
    }

    /// All of them, those that are not shown last.
    fn all(self) -> Vec<ServerFields> {
        let mut all = self.shown.get_untracked();
        let removed = self.removed.get_untracked();
        all.extend(removed.into_iter().map(|(_, row)| row));
        all.extend(self.dropped.get_value());
        all
    }

    /// A new one, below the others.
    pub fn add(self) {
        let last = self.all().iter().map(|row| row.key).max();
        let key = last.unwrap_or_default() + 1;
        self.shown
            .update(|shown| shown.push(ServerFields::new(key, shown)));
    }

    /// Removes one, until it is put back.
    pub fn remove(self, key: u32) {
        let at = |shown: &[ServerFields]| shown.iter().position(|row| row.key == key);
        if let Some(at) = self.shown.with_untracked(|shown| at(shown)) {
            let row = self.shown.try_update(|shown| shown.remove(at));
            self.removed
                .update(|removed| removed.extend(row.map(|row| (at, row))));
        }
    }

    /// Puts one back where it was, with all that was typed in it.
    fn restore(self, key: u32) {
        let row = self.removed.try_update(|removed| {
            let at = removed.iter().position(|(_, row)| row.key == key)?;
            Some(removed.remove(at))
        });
        if let Some((at, row)) = row.flatten() {
            self.shown
                .update(|shown| shown.insert(at.min(shown.len()), row));
        }
    }

    /// Shows these servers; `stored` are those of the studio.
    pub fn fill(self, servers: Vec<ServerDraft>, stored: &[ModelServer]) {
        let before = self.all();
        let rows = merge_rows(servers, before.clone(), stored);
        let is_shown = |key: u32| rows.iter().any(|row| row.key == key);
        let removed = self.removed.try_update(|removed| {
            removed.retain(|(_, row)| !is_shown(row.key));
            removed.iter().map(|(_, row)| row.key).collect::<Vec<_>>()
        });
        let is_removed = |key: u32| removed.as_ref().is_some_and(|all| all.contains(&key));
        let dropped = before.into_iter();
        let dropped = dropped.filter(|row| !is_shown(row.key) && !is_removed(row.key));
        self.dropped.set_value(dropped.collect());
        self.shown.set(rows);
    }

    /// The address of the server of this name, as it is in the form.
    pub fn address(self, id: &str) -> Option<String> {
        let shown = self.shown.try_get_untracked().unwrap_or_default();
        let row = shown.into_iter().find(|row| row.has_id(id))?;
        Some(row.url.with_untracked(|url| url.trim().to_owned()))
    }

    /// What is sent now.
    pub fn submitted(self) -> SubmittedRows {
        let keys = |row: &ServerFields| {
            let (secret, forget) = row.typed_key();
            (row.key, secret, forget)
        };
        let shown = self
            .shown
            .with_untracked(|all| all.iter().map(keys).collect());
        let mut gone: Vec<u32> = self
            .removed
            .with_untracked(|all| all.iter().map(|(_, row)| row.key).collect());
        self.dropped
            .with_value(|all| gone.extend(all.iter().map(|row| row.key)));
        SubmittedRows { shown, gone }
    }

    /// It was saved, and these are the servers. What was typed or removed since then stays as it is. Answers
    /// whether the rows are still there.
    pub fn mark_saved(self, sent: &SubmittedRows, servers: &[ModelServer]) -> bool {
        let Some(shown) = self.shown.try_get_untracked() else {
            return false;
        };
        for row in shown {
            let own = sent.shown.iter().find(|(key, ..)| *key == row.key);
            let own = own.map_or(("", false), |(_, secret, forget)| {
                (secret.as_str(), *forget)
            });
            row.mark_saved(servers, own);
        }
        let is_left = |row: &ServerFields| !sent.gone.contains(&row.key);
        self.removed
            .update(|removed| removed.retain(|(_, row)| is_left(row)));
        self.dropped.update_value(|dropped| dropped.retain(is_left));
        true
    }

    /// What was removed, each with the way back.
    pub fn removed_view(self) -> AnyView {
        let line = move |row: ServerFields| {
            let name = row.id.get_untracked();
            let what = match name.trim() {
                "" => "the server".to_owned(),
                name => format!("“{name}”"),
            };
            let key = row.key;
            view! {
                <div class="draft-status">
                    <p>{format!("Removed {what}.")}</p>
                    <Button
                        kind="quiet"
                        name=format!("Undo: removed {what}")
                        on_press=move || self.restore(key)
                    >
                        "Undo"
                    </Button>
                </div>
            }
            .into_any()
        };
        let removed = move || -> Vec<ServerFields> {
            self.removed.get().into_iter().map(|(_, row)| row).collect()
        };
        view! { <div aria-live="polite">{rows(removed, |row| row.key, line)}</div> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(id: &str, key_set: bool) -> ModelServer {
        ModelServer {
            id: id.to_owned(),
            url: format!("http://{id}/v1"),
            at_once: 1,
            key_set,
            ..ModelServer::default()
        }
    }

    fn shown(rows: ServerRows) -> Vec<(String, Option<String>)> {
        let row_values = |row: &ServerFields| (row.id.get_untracked(), row.new_key());
        rows.shown
            .with_untracked(|all| all.iter().map(row_values).collect())
    }

    fn named(id: &str, key: Option<&str>) -> (String, Option<String>) {
        (id.to_owned(), key.map(str::to_owned))
    }

    fn key_at(rows: ServerRows, at: usize) -> u32 {
        rows.shown.with_untracked(|all| all[at].key)
    }

    #[test]
    fn a_removed_server_comes_back_where_it_was_with_its_key_until_it_is_saved() {
        let _owner = Owner::new_root(None);
        let [a, b] = [server("a", false), server("b", false)];
        let rows = ServerRows::of(&[a.clone(), b.clone()]);
        let first = key_at(rows, 0);
        rows.shown
            .with_untracked(|all| all[0].secret.set("sk-a".to_owned()));
        rows.remove(first);
        assert_eq!(shown(rows), [named("b", None)]);
        // Two more come and go: each is a row of its own.
        rows.add();
        let local = key_at(rows, 1);
        rows.remove(local);
        rows.add();
        assert_ne!(key_at(rows, 1), local);
        rows.restore(first);
        let all = [
            named("a", Some("sk-a")),
            named("b", None),
            named("local", None),
        ];
        assert_eq!(shown(rows), all);
        rows.restore(local);
        assert_eq!(shown(rows).len(), 4);
        rows.restore(local);
        assert_eq!(shown(rows).len(), 4);

        // What was removed before a save is gone with it, what was removed since is not.
        rows.remove(local);
        let sent = rows.submitted();
        rows.remove(first);
        assert!(rows.mark_saved(&sent, &[a.clone(), b.clone()]));
        rows.restore(local);
        rows.restore(first);
        assert_eq!(shown(rows), all);

        // A draft that has it shows it: there is nothing left to undo.
        rows.remove(first);
        let kept = [&a, &b].map(|server| ServerFields::of(0, server).to_draft());
        rows.fill(kept.to_vec(), &[]);
        assert_eq!(shown(rows), all[..2]);
        rows.restore(first);
        assert_eq!(shown(rows), all[..2]);
    }

    #[test]
    fn what_a_draft_drops_comes_back_with_its_key_until_it_is_saved() {
        let _owner = Owner::new_root(None);
        let drafts = |rows: ServerRows| -> Vec<ServerDraft> {
            rows.shown
                .with_untracked(|all| all.iter().copied().map(ServerFields::to_draft).collect())
        };
        let stored = [server("a", false)];
        let rows = ServerRows::of(&stored);
        let opened = drafts(rows);
        // A server of the author's, and another address of one that there is.
        rows.add();
        let [a, local] = [0, 1].map(|at| rows.shown.with_untracked(|all| all[at]));
        local.secret.set("sk-local".to_owned());
        a.url.set("http://elsewhere/v1".to_owned());
        a.secret.set("sk-a".to_owned());
        let own = drafts(rows);
        let all = [named("a", Some("sk-a")), named("local", Some("sk-local"))];
        assert_eq!(shown(rows), all);

        // Discarded, and with Undo back; also after a third one was added in between.
        rows.fill(opened.clone(), &stored);
        assert_eq!(shown(rows), [named("a", None)]);
        rows.fill(own.clone(), &stored);
        assert_eq!(shown(rows), all);
        rows.fill(opened.clone(), &stored);
        rows.add();
        let new = rows.shown.with_untracked(|all| all[1]);
        new.url.set("http://new/v1".to_owned());
        new.secret.set("sk-new".to_owned());
        let between = drafts(rows);
        rows.fill(own.clone(), &stored);
        assert_eq!(shown(rows), all);
        rows.fill(between, &stored);
        assert_eq!(
            shown(rows),
            [named("a", None), named("local", Some("sk-new"))]
        );

        // An address that is not kept is in its row alone, too.
        let a = rows.shown.with_untracked(|all| all[0]);
        a.url.set("http://a/v1?key=sk".to_owned());
        let private = drafts(rows);
        rows.fill(opened, &stored);
        let address = || rows.shown.with_untracked(|all| all[0].url.get_untracked());
        assert_eq!(address(), "http://a/v1");
        rows.fill(private, &stored);
        assert_eq!(address(), "http://a/v1?key=sk");

        // A save is the end of it.
        let sent = rows.submitted();
        assert!(rows.mark_saved(&sent, &[server("a", false), server("local", true)]));
        rows.fill(own, &stored);
        assert_eq!(shown(rows), [named("a", None), named("local", None)]);
    }

    #[test]
    fn what_is_typed_while_settings_are_saved_stays() {
        let _owner = Owner::new_root(None);
        let rows = ServerRows::of(&["a", "b", "c"].map(|id| server(id, true)));
        let [a, b, c] = [0, 1, 2].map(|at| rows.shown.with_untracked(|all| all[at]));
        a.secret.set("sk-a".to_owned());
        b.secret.set("sk-b".to_owned());
        b.forget.set(true);
        let sent = rows.submitted();
        b.secret.set("sk-b2".to_owned());
        c.forget.set(true);
        rows.add();
        let new = rows.shown.with_untracked(|all| all[3]);
        new.secret.set("sk-new".to_owned());
        assert!(rows.mark_saved(&sent, &["a", "b", "c"].map(|id| server(id, true))));
        let typed = [a, b, c, new].map(|row| row.typed_key());
        let expected = [("", false), ("sk-b2", false), ("", true), ("sk-new", false)];
        assert_eq!(
            typed,
            expected.map(|(key, forget)| (key.to_owned(), forget))
        );
    }
}
