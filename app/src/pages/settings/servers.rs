//! Servers of models: adding, trying, removing.

use super::{
    server_draft::CONTINUES, server_fields::ServerFields, server_rows::ServerRows,
    trial::ServerTrial,
};
use crate::{
    components::{Button, Icon, TextField, rows, select::Select, show},
    live::memo,
    pages::usage::{CallLogButton, CallLogDialog},
};
use domain::{CallFilter, ServerKind, ServerModels};
use leptos::prelude::*;

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
    /// How many tests were made, whatever their result.
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
