//! Settings: what writes, where the work is, how the studio looks.

use crate::{
    api::settings::get_settings,
    browser,
    components::{Main, PageTitle, TellMe, loaded},
    live::Live,
    words,
};
use domain::Settings;
use leptos::prelude::*;

/// The name under which the browser keeps the theme; the shell's script reads it too.
pub const THEME: &str = "fablewright-theme";

/// `/settings`
#[component]
pub fn SettingsPage() -> AnyView {
    let settings = Live::new(|| (), get_settings);
    view! {
        <PageTitle text="Settings · Fablewright"/>
        {loaded(
            move || settings.outcome(),
            move || view! { <Facts settings=settings.value().get_untracked()/> }.into_any(),
        )}
    }
    .into_any()
}

#[component]
fn Facts(settings: Settings) -> AnyView {
    let builtin = settings.model == "builtin";
    let model = if builtin {
        view! {
            <p>
                <b>"The built-in storyteller"</b>
                ": works without a language model, from patterns and dice. Connect a model for real \
                 prose."
            </p>
        }
        .into_any()
    } else {
        view! {
            <p>
                <b>{words::model_name(&settings.model)}</b>
                " writes for you ("
                <code>{settings.model.clone()}</code>
                ")."
            </p>
        }
        .into_any()
    };
    view! {
        <Main class="narrow">
            <h1 id="title">"Settings"</h1>
            <section>
                <h2>"Model"</h2>
                {model}
                <OwnModel/>
            </section>
            <section>
                <h2>"Look"</h2>
                <ThemeChoice/>
            </section>
            <section>
                <h2>"Notifications"</h2>
                <TellMe/>
            </section>
            <section>
                <h2>"This studio"</h2>
                <dl class="plain">
                    <dt>"Runs at once"</dt>
                    <dd>{settings.workers}</dd>
                    <dt>"Data"</dt>
                    <dd>
                        <code>{settings.data}</code>
                    </dd>
                    <dt>"Version"</dt>
                    <dd>{settings.version}</dd>
                </dl>
            </section>
        </Main>
    }
    .into_any()
}

/// How to let one's own model write. The one place that says it.
#[component]
fn OwnModel() -> AnyView {
    view! {
        <details>
            <summary>"Use your own model"</summary>
            <p>
                "Start the studio with the address of any server that speaks the OpenAI protocol \
                 (Ollama, llama.cpp, LM Studio, vLLM, or a hosted one):"
            </p>
            <pre>
                <code>"fablewright --model openai:NAME --model-url http://127.0.0.1:8080/v1"</code>
            </pre>
            <p>
                "A key, where one is needed, goes into the variable " <code>"FABLEWRIGHT_MODEL_KEY"</code>
                ". It is never shown or logged."
            </p>
        </details>
    }
    .into_any()
}

#[component]
fn ThemeChoice() -> AnyView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| {
        chosen.set(browser::kept(THEME).unwrap_or_else(|| "system".to_owned()));
    });
    let choose = move |theme: &'static str| {
        let kept = (theme != "system").then_some(theme);
        browser::keep(THEME, kept);
        browser::mark_document("data-theme", kept);
        chosen.set(theme.to_owned());
    };
    let choices = [
        ("system", "As the system"),
        ("light", "Light"),
        ("dark", "Dark"),
    ];
    let choices = choices.map(|(theme, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    value=theme
                    prop:checked=move || chosen.with(|chosen| chosen == theme)
                    on:change=move |_| choose(theme)
                />
                {label}
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend class="unseen">"Theme"</legend>
            {choices.into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}
