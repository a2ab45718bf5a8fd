//! What an author sets, as fields, and saving it all together.

use super::servers::{ServerFields, Servers, number};
use crate::{
    api::{
        StudioError,
        settings::{change_settings, list_models},
    },
    browser,
    components::{Button, Field, Trouble, pick::Suggested, show},
    live::{Deed, memo},
    words,
};
use domain::{BUILTIN, ModelsOf, Preferences, Settings, SettingsChange, StageModels, TimeLimits};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The id of the list of models that fields suggest.
const MODELS: &str = "known-models";

/// A run that named no model asks the settings for it when it starts and at each of its chapters.
const SAVED: &str =
    "Saved. A new default model applies from the next chapter; other changes apply immediately.";

/// Every field of the form.
#[derive(Clone, Copy)]
struct Fields {
    model: RwSignal<String>,
    servers: RwSignal<Vec<ServerFields>>,
    stages: [RwSignal<String>; 4],
    temperature: RwSignal<String>,
    chapter_words: RwSignal<String>,
    max_revisions: RwSignal<String>,
    limits: [RwSignal<String>; 4],
}

impl Fields {
    fn of(preferences: &Preferences) -> Self {
        let text = |value: &str| RwSignal::new(value.to_owned());
        let number = |value: f64| RwSignal::new(value.to_string());
        let stages = &preferences.stages;
        let limits = preferences.limits;
        Self {
            model: text(&preferences.model),
            servers: RwSignal::new(
                (1..)
                    .zip(&preferences.servers)
                    .map(|(key, server)| ServerFields::of(key, server))
                    .collect(),
            ),
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

    /// What the fields say; the first that says nothing sensible is named.
    fn read(self) -> Result<SettingsChange, StudioError> {
        let servers = self.servers.get_untracked();
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
        let limit = |at: usize, what| number(what, &self.limits[at].get_untracked());
        let preferences = Preferences {
            model: self.model.get_untracked().trim().to_owned(),
            servers: read,
            stages: StageModels {
                plan,
                draft,
                edit,
                check,
            },
            temperature: number("The temperature", &self.temperature.get_untracked())?,
            chapter_words: number("Words per chapter", &self.chapter_words.get_untracked())?,
            max_revisions: number("Maximum revisions", &self.max_revisions.get_untracked())?,
            limits: TimeLimits {
                connect: limit(0, "The time limit to connect")?,
                first_token: limit(1, "The time limit to the first word")?,
                between_tokens: limit(2, "The time limit between words")?,
                whole_call: limit(3, "The time limit for a whole answer")?,
            },
        };
        Ok(SettingsChange { preferences, keys })
    }
}

/// The form.
#[component]
pub(super) fn Form(settings: Settings) -> AnyView {
    let fields = Fields::of(&settings.preferences);
    let revision = RwSignal::new(settings.revision);
    let (saving, looking) = (Deed::new(), Deed::new());
    let saved = RwSignal::new(false);
    let known = RwSignal::new(Vec::<ModelsOf>::new());
    let look = move || {
        looking.run(async move {
            known.set(list_models().await?);
            Ok(())
        });
    };
    // Asking servers takes a moment, or seconds where one is away: never while the page is made.
    Effect::new(move |_| look());
    let save = move || {
        saved.set(false);
        saving.run(async move {
            let after = change_settings(fields.read()?, revision.get_untracked()).await?;
            revision.set(after.revision);
            for server in fields.servers.get_untracked() {
                server.saved(&after.preferences.servers);
            }
            saved.set(true);
            look();
            Ok(())
        });
    };
    let error = saving.error();
    let stale = memo(move || error.with(|error| error.as_ref().is_some_and(StudioError::is_stale)));
    view! {
        <Models settings=settings.clone() fields known looking/>
        <Servers servers=fields.servers known model=fields.model/>
        <section>
            <h2>"Writing"</h2>
            <div class="fields">
                <Field
                    label="Words per chapter"
                    hint="A target for models. The built-in demonstration ignores it."
                    kind="number"
                    max="20000"
                    value=fields.chapter_words
                />
                <Field
                    label="Temperature"
                    hint="From 0 (predictable) to 2 (wild)."
                    value=fields.temperature
                />
                <Field
                    label="Maximum revisions"
                    hint="How often a chapter is revised after its check."
                    value=fields.max_revisions
                />
            </div>
            <details>
                <summary>"Time limits, in seconds"</summary>
                <div class="fields">
                    <Field label="To connect" value=fields.limits[0]/>
                    <Field label="To the first word" value=fields.limits[1]/>
                    <Field label="Between words" value=fields.limits[2]/>
                    <Field label="For a whole answer" value=fields.limits[3]/>
                </div>
            </details>
        </section>
        <div class="save row">
            <Button kind="primary" off=saving.pending() on_press=save>
                "Save settings"
            </Button>
            {show(move || {
                stale
                    .get()
                    .then(|| {
                        view! { <Button on_press=|| browser::reload()>"Load current settings"</Button> }
                    })
            })}
            <p role="status" class="muted">
                {show(move || saved.get().then_some(SAVED))}
            </p>
        </div>
        <Trouble error/>
    }
    .into_any()
}

/// What writes by default, and for each stage.
#[component]
fn Models(
    settings: Settings,
    fields: Fields,
    known: RwSignal<Vec<ModelsOf>>,
    looking: Deed,
) -> AnyView {
    let fixed = settings.model_is_fixed.then(|| {
        view! {
            <p>
                <b>{words::model_name(&settings.model)}</b>
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
            <Suggested label="Default model" list=MODELS value=fields.model placeholder="builtin"/>
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
                    <Suggested label="World, outline, plan" list=MODELS value=plan/>
                    <Suggested label="Draft" list=MODELS value=draft/>
                    <Suggested label="Edit and revise" list=MODELS value=edit/>
                    <Suggested label="Check" list=MODELS value=check/>
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
            <Trouble error=looking.error()/>
        </section>
    }
    .into_any()
}
