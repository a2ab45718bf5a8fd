//! The fields of what an author sets: as texts, and read back.

use super::{
    addresses::SeenServers,
    server_draft::ServerDraft,
    server_fields::ServerFields,
    server_rows::{ServerRows, SubmittedRows},
};
use crate::{
    api::StudioError,
    live::{LocalDraft, draft_storage::FieldValues as Texts},
    numbers,
};
use domain::{Preferences, SettingsChange, StageModels, TimeLimits};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The servers as a person reads them, and as they are kept.
const SERVERS: &str = "Model servers";
const KEPT_SERVERS: &str = "_servers";

/// Every field of the form.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub model: RwSignal<String>,
    pub servers: ServerRows,
    /// The servers of the studio.
    pub stored: SeenServers,
    /// What the fields of a new row belong to.
    owner: StoredValue<Owner>,
    pub stages: [RwSignal<String>; 4],
    pub temperature: RwSignal<String>,
    pub chapter_words: RwSignal<String>,
    pub max_revisions: RwSignal<String>,
    pub limits: [RwSignal<String>; 4],
}

impl Fields {
    pub fn of(preferences: &Preferences, revision: i64) -> Self {
        let text = |value: &str| RwSignal::new(value.to_owned());
        let number = |value: f64| RwSignal::new(value.to_string());
        let stages = &preferences.stages;
        let limits = preferences.limits;
        Self {
            model: text(&preferences.model),
            servers: ServerRows::of(&preferences.servers),
            stored: SeenServers::new(&preferences.servers, revision),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            stages: [&stages.plan, &stages.draft, &stages.edit, &stages.check].map(|s| text(s)),
            temperature: number(preferences.temperature),
            chapter_words: number(preferences.chapter_words.into()),
            max_revisions: number(preferences.max_revisions.into()),
            limits: [
                limits.connect,
                limits.first_token,
                limits.between_tokens,
                limits.whole_call,
            ]
            .map(number),
        }
    }

    /// The fields that have one value, by their labels.
    fn labelled(self) -> Vec<(&'static str, RwSignal<String>)> {
        let [plan, draft, edit, check] = self.stages;
        let [connect, first, between, whole] = self.limits;
        vec![
            ("Default model", self.model),
            ("World, outline, plan", plan),
            ("Draft", draft),
            ("Edit and revise", edit),
            ("Check", check),
            ("Words per chapter", self.chapter_words),
            ("Temperature", self.temperature),
            ("Maximum revisions", self.max_revisions),
            ("To connect", connect),
            ("To the first word", first),
            ("Between words", between),
            ("For a whole answer", whole),
        ]
    }

    /// All of them as texts. Keys are not among them: no browser keeps one.
    pub fn values(self) -> Texts {
        let value = |(name, field): (&str, RwSignal<String>)| {
            (name.to_owned(), field.try_get().unwrap_or_default())
        };
        let mut texts: Texts = self.labelled().into_iter().map(value).collect();
        let servers = self.servers.shown.try_get().unwrap_or_default();
        let servers: Vec<ServerDraft> = servers
            .iter()
            .copied()
            .map(ServerFields::to_draft)
            .collect();
        let lines: Vec<String> = servers.iter().map(ServerDraft::line).collect();
        texts.push((SERVERS.to_owned(), lines.join("\n")));
        let kept = serde_json::to_string(&servers).unwrap_or_default();
        texts.push((KEPT_SERVERS.to_owned(), kept));
        texts
    }

    /// Fills them with texts.
    pub fn fill(self, texts: &Texts) {
        let get = |name: &str| {
            let text = texts.iter().find(|(known, _)| known == name);
            text.map(|(_, value)| value.clone())
        };
        for (name, field) in self.labelled() {
            if let Some(value) = get(name) {
                field.set(value);
            }
        }
        let kept = get(KEPT_SERVERS).unwrap_or_default();
        if let Ok(servers) = serde_json::from_slice::<Vec<ServerDraft>>(kept.as_bytes()) {
            let stored = self.stored.latest();
            // The fields of a new row live as long as the form, and not as long as the button that fills it.
            let owner = self.owner.get_value();
            owner.with(|| self.servers.fill(servers, &stored));
        }
    }

    /// Settings were changed elsewhere and are these now: whether what is typed here can be saved on them at once.
    pub fn can_save_on(self, draft: LocalDraft, now: &Preferences, revision: i64) -> bool {
        let current = untrack(|| Self::of(now, revision).values());
        let own = |id: &str| self.servers.address(id);
        let moved = self
            .stored
            .moved(draft.version(), &now.servers, revision, own);
        let told = |id: String| {
            let now = "Another one. It is not shown here, since it may contain a key.";
            (
                format!("Address of “{id}”"),
                "The one in the form.".to_owned(),
                now.to_owned(),
            )
        };
        draft.can_save_beside(current, revision, moved.into_iter().map(told).collect())
    }

    /// What the fields say, and what of it is about keys; the first that says nothing sensible is named.
    pub fn read(self) -> Result<(SettingsChange, SubmittedRows), StudioError> {
        let servers = self.servers.shown.get_untracked();
        let mut keys = BTreeMap::new();
        let mut read = Vec::with_capacity(servers.len());
        for fields in servers {
            let server = fields.read()?;
            if let Some(key) = fields.new_key() {
                keys.insert(server.id.clone(), key);
            }
            read.push(server);
        }
        let [plan, draft, edit, check] = self
            .stages
            .map(|stage| stage.get_untracked().trim().to_owned());
        let limit = |at: usize, what| numbers::decimal(what, &self.limits[at].get_untracked());
        let count = |what, field: RwSignal<String>| numbers::count(what, &field.get_untracked());
        let preferences = Preferences {
            model: self.model.get_untracked().trim().to_owned(),
            servers: read,
            stages: StageModels {
                plan,
                draft,
                edit,
                check,
            },
            temperature: numbers::decimal("The temperature", &self.temperature.get_untracked())?,
            chapter_words: count("Words per chapter", self.chapter_words)?,
            max_revisions: count("Maximum revisions", self.max_revisions)?,
            limits: TimeLimits {
                connect: limit(0, "The time limit to connect")?,
                first_token: limit(1, "The time limit to the first word")?,
                between_tokens: limit(2, "The time limit between words")?,
                whole_call: limit(3, "The time limit for a whole answer")?,
            },
        };
        let change = SettingsChange {
            preferences: preferences.into(),
            keys,
        };
        Ok((change, self.servers.submitted()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::draft_storage::DraftSubject;
    use domain::ModelServer;

    fn at(url: &str) -> Preferences {
        let server = ModelServer {
            id: "far".to_owned(),
            url: url.to_owned(),
            at_once: 1,
            ..ModelServer::default()
        };
        Preferences {
            servers: vec![server],
            ..Preferences::default()
        }
    }

    fn form(preferences: &Preferences) -> (Fields, LocalDraft) {
        let fields = Fields::of(preferences, 1);
        let (read, about) = (move || fields.values(), DraftSubject::default());
        let draft = LocalDraft::with("settings", about, 1, read, move |texts| fields.fill(texts));
        (fields, draft)
    }

    #[test]
    fn an_address_that_no_draft_shows_is_a_conflict_where_it_was_changed_elsewhere() {
        let _owner = Owner::new_root(None);
        let [one, other] = ["https://far/v1?key=sk-1", "https://far/v1?key=sk-2"].map(at);
        let (fields, draft) = form(&one);
        fields.chapter_words.set("777".to_owned());
        // Also once more, after the author went on typing.
        for _ in 0..2 {
            assert!(!fields.can_save_on(draft, &other, 2));
            let besides = draft.conflict.get_untracked().map(|both| both.besides);
            let [(what, own, now)] = &besides.expect("a conflict")[..] else {
                panic!("one row");
            };
            assert_eq!(what, "Address of “far”");
            assert!(!format!("{own}{now}").contains("sk-"));
            draft.conflict.set(None);
        }
        // Decided: what comes after it is another matter.
        assert!(!fields.can_save_on(draft, &other, 2));
        draft.keep_own();
        assert!(fields.can_save_on(draft, &other, 3));
        let address = fields.servers.address("far");
        assert_eq!(address, Some(one.servers[0].url.clone()));

        // Or for the other one.
        let (fields, draft) = form(&one);
        assert!(!fields.can_save_on(draft, &other, 2));
        let conflict = draft.conflict.get_untracked().expect("a conflict");
        fields.fill(&conflict.current);
        let address = fields.servers.address("far");
        assert_eq!(address, Some(other.servers[0].url.clone()));
    }

    #[test]
    fn an_address_that_no_draft_shows_is_no_conflict_where_both_mean_the_same() {
        let _owner = Owner::new_root(None);
        let [plain, one, other] =
            ["https://far/v1", "https://a:b@far/v1", "https://c:d@far/v1"].map(at);
        let (fields, draft) = form(&one);
        assert!(fields.can_save_on(draft, &one, 2));
        // Typed here, and saved elsewhere.
        let (fields, draft) = form(&plain);
        let own = fields.servers.shown.with_untracked(|all| all[0].url);
        own.set(other.servers[0].url.clone());
        assert!(!fields.can_save_on(draft, &one, 2));
        assert!(fields.can_save_on(draft, &other, 3));
    }
}
