//! What an author sets, as fields, and saving it all together.

use super::{
    kept::ServerDraft,
    rows::{ServerRows, SubmittedRows},
    servers::{ServerFields, Servers},
};
use crate::{
    api::{
        StudioError,
        settings::{change_settings, get_settings, list_models},
    },
    components::{Button, DraftConflict, DraftLine, Field, Trouble, pick::Suggested, show},
    live::{
        Deed, LocalDraft,
        drafts::{About, Fields as Texts},
        memo,
    },
    numbers, words,
};
use domain::{
    BUILTIN, ModelServer, ModelsOf, Preferences, Settings, SettingsChange, StageModels, TimeLimits,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The id of the list of models that fields suggest.
const MODELS: &str = "known-models";

/// A run that named no model asks the settings for it when it starts and at each of its chapters.
const SAVED: &str =
    "Saved. A new default model applies from the next chapter; other changes apply immediately.";

/// The servers as a person reads them, and as they are kept.
const SERVERS: &str = "Model servers";
const KEPT_SERVERS: &str = "_servers";

/// Every field of the form.
#[derive(Clone, Copy)]
struct Fields {
    model: RwSignal<String>,
    servers: ServerRows,
    /// The servers of the studio as they were last seen.
    stored: StoredValue<Vec<ModelServer>>,
    /// What the fields of a new row belong to.
    owner: StoredValue<Owner>,
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
            servers: ServerRows::of(&preferences.servers),
            stored: StoredValue::new(preferences.servers.clone()),
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
    fn texts(self) -> Texts {
        let value = |(name, field): (&str, RwSignal<String>)| {
            (name.to_owned(), field.try_get().unwrap_or_default())
        };
        let mut texts: Texts = self.labelled().into_iter().map(value).collect();
        let servers = self.servers.shown.try_get().unwrap_or_default();
        let servers: Vec<ServerDraft> = servers.iter().map(ServerFields::kept).collect();
        let lines: Vec<String> = servers.iter().map(ServerDraft::line).collect();
        texts.push((SERVERS.to_owned(), lines.join("\n")));
        let kept = serde_json::to_string(&servers).unwrap_or_default();
        texts.push((KEPT_SERVERS.to_owned(), kept));
        texts
    }

    /// Fills them with texts.
    fn fill(self, texts: &Texts) {
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
            let stored = self.stored.get_value();
            // The fields of a new row live as long as the form, and not as long as the button that fills it.
            let owner = self.owner.get_value();
            owner.with(|| self.servers.fill(servers, &stored));
        }
    }

    /// What the fields say, and what of it is about keys; the first that says nothing sensible is named.
    fn read(self) -> Result<(SettingsChange, SubmittedRows), StudioError> {
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
        Ok((change, self.servers.sent()))
    }
}

/// The form.
#[component]
pub(super) fn Form(settings: Settings) -> AnyView {
    let fields = Fields::of(&settings.preferences);
    let about = About {
        what: "Settings".to_owned(),
        link: "/settings".to_owned(),
        story: None,
    };
    let draft = LocalDraft::with(
        "settings",
        about,
        settings.revision,
        move || fields.texts(),
        move |texts| fields.fill(texts),
    );
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
            let (after, sent, rows) = loop {
                let (change, rows) = fields.read()?;
                let sent = draft.fields();
                match change_settings(change, draft.version()).await {
                    Err(error) if error.is_stale() => {
                        let now = get_settings().await?;
                        let current = untrack(|| Fields::of(&now.preferences).texts());
                        fields.stored.set_value(now.preferences.servers);
                        if !draft.can_save_on(current, now.revision) {
                            return Ok(());
                        }
                    }
                    answer => break (answer?, sent, rows),
                }
            };
            draft.is_saved(sent, after.revision);
            if !fields.servers.is_saved(&rows, &after.preferences.servers) {
                return Ok(());
            }
            fields.stored.set_value(after.preferences.servers);
            saved.set(true);
            look();
            Ok(())
        });
    };
    let error = saving.error();
    view! {
        <DraftLine draft/>
        <Models settings=settings.clone() fields known looking/>
        <Servers servers=fields.servers known model=fields.model/>
        <section>
            <h2>"Writing"</h2>
            <div class="fields">
                <Field
                    label="Words per chapter"
                    hint="A target for models. The built-in demonstration ignores it."
                    numeric=true
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
        <DraftConflict draft on_keep=save/>
        <div class="save row">
            <Button kind="primary" off=saving.pending() on_press=save>
                "Save settings"
            </Button>
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
