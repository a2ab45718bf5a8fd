//! Servers of models: adding, trying, removing.

use super::{
    server_draft::{ServerDraft, may_hold_key},
    server_rows::ServerRows,
    trial::ServerTrial,
};
use crate::{
    api::StudioError,
    components::{Button, Icon, TextField, rows, select::Select, show},
    live::memo,
    numbers,
    pages::usage::{CallLogButton, CallLogDialog},
};
use domain::{CallFilter, ModelServer, Price, ServerKind, ServerModels};
use leptos::prelude::*;

/// Whether a server can go on in mid-sentence: as it is kept, and as it is shown.
pub(super) const CONTINUES: [(&str, &str); 3] = [("auto", "Detect"), ("yes", "Yes"), ("no", "No")];

/// The fields of one server.
#[derive(Clone, Copy)]
pub(super) struct ServerFields {
    /// Tells it from the others, also while two have the same name.
    pub key: u32,
    pub id: RwSignal<String>,
    kind: RwSignal<String>,
    pub url: RwSignal<String>,
    pub(super) secret: RwSignal<String>,
    pub(super) forget: RwSignal<bool>,
    pub(super) key_set: RwSignal<bool>,
    context: RwSignal<String>,
    at_once: RwSignal<String>,
    continues: RwSignal<String>,
    prices: [RwSignal<String>; 2],
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
    pub(super) fn to_draft(&self) -> ServerDraft {
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
    /// `rows_of`.
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

/// All servers.
#[component]
pub(super) fn Servers(
    servers: ServerRows,
    known: RwSignal<Vec<ServerModels>>,
    /// What writes by default.
    model: RwSignal<String>,
) -> AnyView {
    let none = memo(move || servers.shown.with(Vec::is_empty));
    let (test_count, log_open) = (RwSignal::new(0), RwSignal::new(false));
    view! {
        <section>
            <h2>"Model servers"</h2>
            {show(move || {
                none.get()
                    .then(|| {
                        view! {
                            <p class="muted">
                                "No servers yet. Any server with an OpenAI-compatible API works: llama.cpp, \
                                 LM Studio, vLLM or Ollama on your own machine, or a hosted one with a key."
                            </p>
                        }
                    })
            })}
            {rows(
                move || servers.shown.get(),
                |server| server.key,
                move |server| view! { <ServerForm server servers known model test_count/> }.into_any(),
            )}
            {servers.removed_view()}
            <div class="row">
                <Button icon=Icon::Plus on_press=move || servers.add()>
                    "Add server"
                </Button>
                {show(move || {
                    (!none.get())
                        .then(|| view! { <CallLogButton open=log_open of="server tests"/> })
                })}
            </div>
            <CallLogDialog of=CallFilter::Trials open=log_open call_count=test_count/>
        </section>
    }
    .into_any()
}

#[component]
fn ServerForm(
    server: ServerFields,
    servers: ServerRows,
    known: RwSignal<Vec<ServerModels>>,
    model: RwSignal<String>,
    /// How often one was tried, whatever came of it.
    test_count: RwSignal<u64>,
) -> AnyView {
    let of = server.key;
    // Another kind is usually somewhere else.
    Effect::new(move |before: Option<String>| {
        let kind = server.kind.get();
        if before.as_ref().is_some_and(|before| *before != kind) {
            let was = before.as_deref().and_then(ServerKind::parse);
            let usual =
                was.is_some_and(|was| server.url.with_untracked(|url| url == was.usual_url()));
            if let (true, Some(now)) = (usual, ServerKind::parse(&kind)) {
                server.url.set(now.usual_url().to_owned());
            }
        }
        kind
    });
    let kinds = ServerKind::ALL
        .into_iter()
        .map(|kind| (kind.as_str(), kind.label()))
        .collect::<Vec<_>>();
    view! {
        <fieldset class="server">
            <legend>{move || server.id.get()}</legend>
            <div class="fields">
                <TextField label="Short name" value=server.id of=of/>
                <Select label="Kind" value=server.kind options=kinds of=of/>
            </div>
            <TextField label="Address" value=server.url of=of/>
            <KeyField server/>
            <details>
                <summary>"Context, parallel calls, prices"</summary>
                <div class="fields">
                    <TextField
                        label="Context size"
                        hint="In tokens. Leave empty to ask the server."
                        value=server.context
                        of=of
                    />
                    <TextField label="Parallel calls" value=server.at_once of=of/>
                    <Select
                        label="Can continue mid-sentence"
                        value=server.continues
                        options=CONTINUES.to_vec()
                        of=of
                    />
                    <TextField label="Price per million tokens sent" value=server.prices[0] of=of/>
                    <TextField label="Price per million tokens generated" value=server.prices[1] of=of/>
                </div>
            </details>
            <ServerTrial server known model test_count>
                <Button kind="quiet" on_press=move || servers.remove(of)>
                    "Remove"
                </Button>
            </ServerTrial>
        </fieldset>
    }
    .into_any()
}

/// A key is written, never read.
#[component]
fn KeyField(server: ServerFields) -> AnyView {
    let id = format!("key-{}", server.key);
    let placeholder = move || {
        if server.key_set.get() {
            "A key is stored. Type a new one to replace it."
        } else {
            "Usually not needed on your own machine"
        }
    };
    let forget = show(move || {
        server.key_set.get().then(|| {
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || server.forget.get()
                        on:change=move |event| server.forget.set(event_target_checked(&event))
                    />
                    "Delete the stored key"
                </label>
            }
        })
    });
    view! {
        <div class="field">
            <label for=id.clone()>"Key"</label>
            <input
                id=id
                type="password"
                autocomplete="off"
                placeholder=placeholder
                prop:value=move || server.secret.get()
                on:input=move |event| server.secret.set(event_target_value(&event))
            />
            {forget}
        </div>
    }
    .into_any()
}
