//! The fields of one server: as texts, read back, and as the browser keeps them.

use super::server_draft::{ServerDraft, may_hold_key};
use crate::{api::StudioError, numbers};
use domain::{ModelServer, Price, ServerKind};
use leptos::prelude::*;

/// The fields of one server.
#[derive(Clone, Copy)]
pub(super) struct ServerFields {
    /// Tells it from the others, also while two have the same name.
    pub key: u32,
    pub id: RwSignal<String>,
    pub(super) kind: RwSignal<String>,
    pub url: RwSignal<String>,
    pub(super) secret: RwSignal<String>,
    pub(super) forget: RwSignal<bool>,
    pub(super) key_set: RwSignal<bool>,
    pub(super) context: RwSignal<String>,
    pub(super) at_once: RwSignal<String>,
    pub(super) continues: RwSignal<String>,
    pub(super) prices: [RwSignal<String>; 2],
}

impl ServerFields {
    pub(super) fn of(key: u32, server: &ModelServer) -> Self {
        let text = |value: String| RwSignal::new(value);
        let price = |read: fn(&Price) -> f64| {
            text(
                server
                    .price
                    .as_ref()
                    .map(|price| read(price).to_string())
                    .unwrap_or_default(),
            )
        };
        Self {
            key,
            id: text(server.id.clone()),
            kind: text(server.kind.as_str().to_owned()),
            url: text(server.url.clone()),
            secret: RwSignal::default(),
            forget: RwSignal::new(false),
            key_set: RwSignal::new(server.key_set),
            context: text(server.context.map(|n| n.to_string()).unwrap_or_default()),
            at_once: text(server.at_once.to_string()),
            continues: text(
                match server.continues_text {
                    None => "auto",
                    Some(true) => "yes",
                    Some(false) => "no",
                }
                .to_owned(),
            ),
            prices: [price(|price| price.prompt), price(|price| price.answer)],
        }
    }

    /// As they are kept in the browser until they are saved: without the key, and without an address that may
    /// hold one.
    pub(super) fn to_draft(self) -> ServerDraft {
        let get = |field: RwSignal<String>| field.try_get().unwrap_or_default();
        let mut url = get(self.url);
        if may_hold_key(&url) {
            url.clear();
        }
        ServerDraft {
            id: get(self.id),
            kind: get(self.kind),
            url,
            context: get(self.context),
            at_once: get(self.at_once),
            continues: get(self.continues),
            prices: self.prices.map(get),
        }
    }

    /// Whether it is the server of this name.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.id.with_untracked(|own| own.trim() == id.trim())
    }

    /// Whether somebody typed a key, or wants the stored one to be forgotten.
    pub(super) fn has_typed_key(&self) -> bool {
        self.forget.get_untracked() || self.secret.with_untracked(|key| !key.is_empty())
    }

    /// Whether something was typed that only this row has: a key, or an address that is not kept. `stored` is the
    /// address that the studio has.
    pub(super) fn holds_more_than_kept(&self, stored: &str) -> bool {
        let is_own = |url: &String| may_hold_key(url) && url.trim() != stored;
        self.has_typed_key() || self.url.with_untracked(is_own)
    }

    /// Fills the fields with the server of this name that was kept. A key that was typed is for its address: see
    /// `merge_rows`.
    pub(super) fn fill(self, draft: ServerDraft) -> Self {
        self.id.set(draft.id);
        self.kind.set(draft.kind);
        if !draft.url.is_empty() {
            self.url.set(draft.url);
        }
        self.context.set(draft.context);
        self.at_once.set(draft.at_once);
        self.continues.set(draft.continues);
        for (field, price) in self.prices.into_iter().zip(draft.prices) {
            field.set(price);
        }
        self
    }

    /// A new server, as most people have it.
    pub(super) fn new(key: u32, others: &[Self]) -> Self {
        let taken = |name: &str| {
            others
                .iter()
                .any(|other| other.id.with_untracked(|id| id == name))
        };
        let mut id = "local".to_owned();
        let mut n = 2;
        while taken(&id) {
            id = format!("local-{n}");
            n += 1;
        }
        let server = ModelServer {
            id,
            url: ServerKind::Openai.usual_url().to_owned(),
            at_once: 1,
            ..ModelServer::default()
        };
        Self::of(key, &server)
    }

    /// The key as it is typed, and whether the stored one is to be forgotten.
    pub(super) fn typed_key(&self) -> (String, bool) {
        (self.secret.get_untracked(), self.forget.get_untracked())
    }

    /// It was saved, with this key: that one is not here any more, only whether one is kept.
    pub(super) fn mark_saved(&self, servers: &[ModelServer], (secret, forget): (&str, bool)) {
        let has_key = self.id.with_untracked(|id| {
            servers
                .iter()
                .any(|server| server.id == id.trim() && server.key_set)
        });
        self.key_set.set(has_key);
        if forget {
            self.forget.set(false);
        }
        if self.secret.with_untracked(|typed| typed == secret) {
            self.secret.set(String::new());
        }
    }

    /// What the fields say.
    pub(super) fn read(&self) -> Result<ModelServer, StudioError> {
        let get = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let context = get(self.context);
        let [prompt, answer] = self.prices.map(get);
        let price = match (prompt.as_str(), answer.as_str()) {
            ("", "") => None,
            (prompt, answer) => Some(Price {
                prompt: numbers::decimal(
                    "The price of tokens sent",
                    if prompt.is_empty() { "0" } else { prompt },
                )?,
                answer: numbers::decimal(
                    "The price of generated tokens",
                    if answer.is_empty() { "0" } else { answer },
                )?,
            }),
        };
        Ok(ModelServer {
            id: get(self.id),
            kind: ServerKind::parse(&get(self.kind)).unwrap_or_default(),
            url: get(self.url),
            key_set: false,
            context: (!context.is_empty())
                .then(|| numbers::count("The context", &context))
                .transpose()?,
            at_once: numbers::count("Parallel calls", &get(self.at_once))?,
            continues_text: match get(self.continues).as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            price,
        })
    }

    /// The key to keep; an empty one is to be forgotten.
    pub(super) fn new_key(&self) -> Option<String> {
        let secret = self.secret.get_untracked();
        match (secret.trim(), self.forget.get_untracked()) {
            ("", true) => Some(String::new()),
            ("", false) => None,
            (secret, _) => Some(secret.to_owned()),
        }
    }
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
}
