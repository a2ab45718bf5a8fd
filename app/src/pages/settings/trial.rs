//! Tests a server before it is used: lists its models, and asks one of them for a sentence.

use super::server_fields::ServerFields;
use crate::{
    api::settings::test_server,
    components::{Button, ErrorMessage, select::Combobox, show},
    formatting,
    live::{SubmitAction, memo},
};
use domain::{ModelTest, ServerModels};
use leptos::prelude::*;

/// "Test", and its result.
#[component]
pub(super) fn ServerTrial(
    server: ServerFields,
    known: RwSignal<Vec<ServerModels>>,
    /// The default model.
    model: RwSignal<String>,
    /// How many tests were made, whatever their result.
    test_count: RwSignal<u64>,
    /// What else can be done with the server.
    children: Children,
) -> AnyView {
    let (testing, tested) = (SubmitAction::new(), RwSignal::new(None::<ModelTest>));
    let wanted = RwSignal::new(String::new());
    // The models that the last test listed, even if its sentence failed: the next test chooses from them.
    let listed = RwSignal::new(Vec::<String>::new());
    let test = move || {
        tested.set(None);
        testing.run(async move {
            let key = server.new_key().filter(|key| !key.is_empty());
            let name = wanted.with_untracked(|name| name.trim().to_owned());
            let name = (!name.is_empty()).then_some(name);
            let outcome = test_server(server.read()?, key, name).await;
            test_count.try_update(|test_count| *test_count += 1);
            let test = outcome?;
            listed.set(test.models.clone());
            tested.set(Some(test));
            Ok(())
        });
    };
    // Another address has other models.
    Effect::new(move |before: Option<()>| {
        server.url.track();
        if before.is_some() {
            listed.set(Vec::new());
            tested.set(None);
        }
    });
    let failed =
        memo(move || tested.with(|test| test.as_ref().is_some_and(|test| test.trouble.is_some())));
    let known_error = memo(move || read_known(known, server, |models| models.error.clone()));
    // Before a test: the models that are known of a saved server.
    let choices = memo(move || match listed.get() {
        listed if !listed.is_empty() => listed,
        _ => read_known(known, server, |models| {
            let name = |full: &String| full.split_once(':').map(|(_, name)| name.to_owned());
            Some(models.models.iter().filter_map(name).collect())
        })
        .unwrap_or_default(),
    });
    view! {
        <ModelToTest wanted choices list=format!("models-of-{}", server.key)/>
        <div class="row">
            <Button disabled=testing.pending() on_press=test>
                {show(move || if testing.pending().get() { "Testing…" } else { "Test" })}
            </Button>
            {children()}
        </div>
        <ErrorMessage error=testing.error()/>
        {show(move || tested.get().map(|test| outcome(test, server.id, model)))}
        {show(move || {
            listed
                .with(|listed| !listed.is_empty())
                .then(|| listed_models(listed.get(), failed.get()))
        })}
        {show(move || {
            known_error.get()
                .filter(|_| tested.with(Option::is_none))
                .map(|reason| view! { <p class="muted">{reason}</p> })
        })}
    }
    .into_any()
}

/// The model that the next test asks, by its name or from a list.
#[component]
fn ModelToTest(
    wanted: RwSignal<String>,
    choices: Memo<Vec<String>>,
    /// The list's id.
    list: String,
) -> AnyView {
    view! {
        <Combobox
            label="Model to test (optional)"
            list=list.clone()
            value=wanted
            placeholder="First available"
        />
        <datalist id=list>
            {show(move || {
                choices
                    .get()
                    .into_iter()
                    .map(|model| view! { <option value=model></option> })
                    .collect_view()
            })}
        </datalist>
    }
    .into_any()
}

/// The models that the server listed: unfolded where the test failed.
fn listed_models(models: Vec<String>, open: bool) -> impl IntoView {
    view! {
        <details class="tested" open=open>
            <summary>{formatting::pluralize(models.len() as u64, "model")}</summary>
            <ul>
                {models
                    .into_iter()
                    .map(|model| view! { <li>{model}</li> })
                    .collect_view()}
            </ul>
        </details>
    }
}

/// What the last look at all saved servers says of this one.
fn read_known<T>(
    known: RwSignal<Vec<ServerModels>>,
    server: ServerFields,
    read: fn(&ServerModels) -> Option<T>,
) -> Option<T> {
    let id = server.id.get();
    known.with(|known| {
        let models = known.iter().find(|models| models.server == id);
        models.and_then(read)
    })
}

/// The sentence that the model wrote, or why there is none.
fn outcome(test: ModelTest, id: RwSignal<String>, model: RwSignal<String>) -> AnyView {
    if let Some(trouble) = test.trouble {
        return view! {
            <p class="error-message" role="alert">
                {trouble}
            </p>
        }
        .into_any();
    }
    let name = test.model.clone();
    let choose = move || model.set(format!("{}:{name}", id.get_untracked().trim()));
    let speed = test
        .tokens_per_second
        .map(|rate| format!("{} tokens/s, ", rate.round()))
        .unwrap_or_default();
    let context = test
        .context
        .map(|context| format!("context {} tokens, ", formatting::count(context.into())))
        .unwrap_or_default();
    let continues = if test.continues_text {
        "can continue mid-sentence"
    } else {
        "continues from the last whole paragraph"
    };
    view! {
        <div class="tested" role="status">
            <p>
                <b>{test.model}</b>
                {format!(" wrote this ({speed}first word after {} ms, {context}{continues}):", test.first_token_ms)}
            </p>
            <blockquote>{test.sentence}</blockquote>
            <Button on_press=choose>"Use as default"</Button>
        </div>
    }
    .into_any()
}
