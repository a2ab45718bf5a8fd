//! The form of what an author sets, and saving it all together.

use super::{fields::Fields, servers::Servers};
use crate::{
    api::settings::{change_settings, get_settings, list_models},
    components::{
        Button, DraftConflict, DraftStatus, ErrorMessage, TextField, select::Combobox, show,
    },
    formatting,
    live::{LocalDraft, SubmitAction, draft_storage::DraftSubject, memo},
};
use domain::{BUILTIN, ServerModels, Settings};
use leptos::prelude::*;

/// The id of the list of models that fields suggest.
const MODELS: &str = "known-models";

/// A run that named no model asks the settings for it when it starts and at each of its chapters.
const SAVED: &str =
    "Saved. A new default model applies from the next chapter; other changes apply immediately.";

/// The form.
#[component]
pub(super) fn SettingsForm(settings: Settings) -> AnyView {
    let fields = Fields::of(&settings.preferences, settings.revision);
    let about = DraftSubject {
        what: "Settings".to_owned(),
        link: "/settings".to_owned(),
        story: None,
    };
    let draft = LocalDraft::with(
        "settings",
        about,
        settings.revision,
        move || fields.values(),
        move |texts| fields.fill(texts),
    );
    let (saving, loading) = (SubmitAction::new(), SubmitAction::new());
    let saved = RwSignal::new(false);
    let known = RwSignal::new(Vec::<ServerModels>::new());
    let load_models = move || {
        loading.run(async move {
            known.set(list_models().await?);
            Ok(())
        });
    };
    // Asking servers takes a moment, or seconds if one is away: never while the page is rendered.
    Effect::new(move |_| load_models());
    let save = move || {
        saved.set(false);
        saving.run(async move {
            let (after, sent, rows) = loop {
                let (change, rows) = fields.read()?;
                let sent = draft.fields();
                match change_settings(change, draft.version()).await {
                    Err(error) if error.is_stale() => {
                        let now = get_settings().await?;
                        if !fields.can_save_on(draft, &now.preferences, now.revision) {
                            return Ok(());
                        }
                    }
                    answer => break (answer?, sent, rows),
                }
            };
            draft.mark_saved(sent, after.revision);
            if !fields.servers.mark_saved(&rows, &after.preferences.servers) {
                return Ok(());
            }
            fields.stored.are(after.preferences.servers, after.revision);
            saved.set(true);
            load_models();
            Ok(())
        });
    };
    let error = saving.error();
    view! {
        <DraftStatus draft/>
        <Models settings=settings.clone() fields known loading/>
        <Servers servers=fields.servers known model=fields.model/>
        <WritingFields fields/>
        <DraftConflict draft on_keep=save/>
        <div class="save row">
            <Button kind="primary" disabled=saving.pending() on_press=save>
                "Save settings"
            </Button>
            <p role="status" class="muted">
                {show(move || saved.get().then_some(SAVED))}
            </p>
        </div>
        <ErrorMessage error/>
    }
    .into_any()
}

/// How models write: lengths, temperature, revisions and time limits.
#[component]
fn WritingFields(fields: Fields) -> AnyView {
    view! {
        <section>
            <h2>"Writing"</h2>
            <div class="fields">
                <TextField
                    label="Words per chapter"
                    hint="A target for models. The built-in demonstration ignores it."
                    numeric=true
                    value=fields.chapter_words
                />
                <TextField
                    label="Temperature"
                    hint="From 0 (predictable) to 2 (wild)."
                    value=fields.temperature
                />
                <TextField
                    label="Maximum revisions"
                    hint="How often a chapter is revised after its check."
                    value=fields.max_revisions
                />
            </div>
            <details>
                <summary>"Time limits, in seconds"</summary>
                <div class="fields">
                    <TextField label="To connect" value=fields.limits[0]/>
                    <TextField label="To the first word" value=fields.limits[1]/>
                    <TextField label="Between words" value=fields.limits[2]/>
                    <TextField label="For a whole answer" value=fields.limits[3]/>
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// The default model, and the models of single stages.
#[component]
fn Models(
    settings: Settings,
    fields: Fields,
    known: RwSignal<Vec<ServerModels>>,
    loading: SubmitAction,
) -> AnyView {
    let fixed = settings.model_is_fixed.then(|| {
        view! {
            <p>
                <b>{formatting::model_name(&settings.model)}</b>
                " is set on the command line ("
                <code>{format!("--model {}", settings.model)}</code>
                ") and overrides the model below."
            </p>
        }
    });
    let builtin = memo(move || {
        fields
            .model
            .with(|model| model.is_empty() || model == BUILTIN)
    });
    let [plan, draft, edit, check] = fields.stages;
    view! {
        <section>
            <h2>"Model"</h2>
            {fixed}
            <Combobox label="Default model" list=MODELS value=fields.model placeholder="builtin"/>
            {show(move || {
                builtin
                    .get()
                    .then(|| {
                        view! {
                            <p class="muted">
                                "“builtin” is the built-in demonstration. It shows how the studio works \
                                 without a language model: its text comes from patterns, only in English. \
                                 To write your own stories, add a server below and choose one of its models \
                                 here."
                            </p>
                        }
                    })
            })}
            <details>
                <summary>"Different models per stage"</summary>
                <p class="muted">"Leave empty to use the default. A small, fast model is often good enough \
                                  to plan and check."</p>
                <div class="fields">
                    <Combobox label="World, outline, plan" list=MODELS value=plan/>
                    <Combobox label="Draft" list=MODELS value=draft/>
                    <Combobox label="Edit and revise" list=MODELS value=edit/>
                    <Combobox label="Check" list=MODELS value=check/>
                </div>
            </details>
            <datalist id=MODELS>
                {show(move || {
                    known
                        .get()
                        .into_iter()
                        .flat_map(|server| server.models)
                        .map(|model| view! { <option value=model></option> })
                        .collect_view()
                })}
            </datalist>
            <ErrorMessage error=loading.error()/>
        </section>
    }
    .into_any()
}
