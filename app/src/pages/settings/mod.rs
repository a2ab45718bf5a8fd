//! Settings: what writes, on which servers, how, where the work is, how the studio looks.

mod addresses;
mod fields;
mod form;
mod server_draft;
mod server_fields;
mod server_merge;
mod server_rows;
mod servers;
mod trial;

use crate::{
    api::settings::get_settings,
    appearance,
    commands::CommandDialogs,
    components::{Main, NotificationToggle, PageTitle, loaded},
    live::LiveResource,
};
use domain::Settings;
use form::SettingsForm;
use leptos::prelude::*;

/// `/settings`
#[component]
pub fn SettingsPage() -> AnyView {
    let settings = LiveResource::new(|| (), get_settings);
    view! {
        <PageTitle text="Settings · Fablewright"/>
        {loaded(
            move || settings.outcome(),
            move || view! { <Page settings=settings.value().get_untracked()/> }.into_any(),
        )}
    }
    .into_any()
}

#[component]
fn Page(settings: Settings) -> AnyView {
    let (workers, data, version) = (
        settings.workers,
        settings.data.clone(),
        settings.version.clone(),
    );
    view! {
        <Main class="narrow settings">
            <h1 id="title">"Settings"</h1>
            <SettingsForm settings/>
            <section>
                <h2>"Appearance"</h2>
                <ThemeChoice/>
            </section>
            <section>
                <h2>"Notifications"</h2>
                <NotificationToggle/>
            </section>
            <section>
                <h2>"This studio"</h2>
                <dl class="plain">
                    <dt>"Parallel runs"</dt>
                    <dd>{workers}</dd>
                    <dt>"Data"</dt>
                    <dd>
                        <code>{data}</code>
                    </dd>
                    <dt>"Version"</dt>
                    <dd>{version}</dd>
                </dl>
                <div class="row">
                    <a class="button" href=crate::pages::backups::PATH>
                        "Backups"
                    </a>
                    <a class="button quiet" href="/licences" rel="external">
                        "Licences"
                    </a>
                </div>
            </section>
        </Main>
    }
    .into_any()
}

#[component]
fn ThemeChoice() -> AnyView {
    let chosen = RwSignal::new(String::new());
    let elsewhere = CommandDialogs::get().appearance;
    Effect::new(move |_| {
        elsewhere.track();
        chosen.set(appearance::chosen());
    });
    let choose = move |theme: &'static str| {
        appearance::choose(theme);
        chosen.set(theme.to_owned());
    };
    let choices = appearance::CHOICES.map(|(theme, label)| {
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
