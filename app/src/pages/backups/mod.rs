//! Backups: all of them, and “Back up now”.

mod contents;
mod restore;

pub use contents::BackupPage;

use crate::{
    api::backups::{back_up, list_backups},
    components::{Button, ErrorMessage, Main, PageTitle, RelativeTime, loaded, rows, show},
    formatting,
    live::{LiveResource, Studio, SubmitAction, memo},
};
use domain::{BackupFile, BackupReason, NoticeLevel};
use leptos::prelude::*;

/// Where the page is.
pub const PATH: &str = "/settings/backups";

/// So many backups or stories are shown at once.
const SHOWN: usize = 100;

/// `/settings/backups`
#[component]
pub fn BackupsPage() -> AnyView {
    let studio = Studio::get();
    let backups = LiveResource::new(move || studio.library.track(), list_backups);
    view! {
        <PageTitle text="Backups · Fablewright"/>
        {loaded(move || backups.outcome(), move || view! { <BackupList backups/> }.into_any())}
    }
    .into_any()
}

#[component]
fn BackupList(backups: LiveResource<Vec<BackupFile>>) -> AnyView {
    let studio = Studio::get();
    let all = backups.value();
    let making = SubmitAction::new();
    let make = move || {
        making.run(async move {
            let made = back_up().await;
            // Also one that failed its check is in the list.
            backups.refetch();
            let text = format!(
                "Backup made and verified ({}).",
                formatting::size(made?.bytes)
            );
            studio.show_message(NoticeLevel::Info, &text);
            Ok(())
        });
    };
    let shown = RwSignal::new(SHOWN);
    let entries = move || all.with(|all| all.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let is_empty = memo(move || all.with(Vec::is_empty));
    let has_more = memo(move || all.with(Vec::len) > shown.get());
    view! {
        <Main class="narrow backup-page">
            <header class="head">
                <h1 id="title">"Backups"</h1>
                <a class="button quiet" href="/settings">
                    "Back to settings"
                </a>
            </header>
            <p class="muted">
                "A backup is a copy of your whole library. The studio makes one every day and keeps the newest 10, and one \
                 for each of the last 30 days. Backups that you make yourself are kept apart: the newest 20. Those made \
                 before an upgrade or a restore are kept for at least 7 days."
            </p>
            <div class="row">
                <Button kind="primary" disabled=making.pending() on_press=make>
                    "Back up now"
                </Button>
                <span class="muted" role="status">
                    {move || making.pending().get().then_some("Backing up…")}
                </span>
            </div>
            <ErrorMessage error=making.error()/>
            {show(move || {
                is_empty
                    .get()
                    .then(|| {
                        view! {
                            <div class="empty">
                                <p>
                                    "There are no backups yet. The first one is made by itself, soon after you create \
                                     a story."
                                </p>
                            </div>
                        }
                    })
            })}
            <ul class="backups" aria-label="Backups">
                {rows(entries, |entry| entry.id.clone(), |entry| view! { <BackupRow entry/> }.into_any())}
            </ul>
            {show(move || has_more.get().then(|| view! { <ShowMore shown/> }))}
        </Main>
    }
    .into_any()
}

/// Shows more of a list that is at hand whole.
#[component]
fn ShowMore(shown: RwSignal<usize>) -> AnyView {
    view! {
        <div class="row">
            <Button on_press=move || shown.update(|shown| *shown += SHOWN)>"Show more"</Button>
        </div>
    }
    .into_any()
}

#[component]
fn BackupRow(entry: BackupFile) -> AnyView {
    let at = entry.at;
    let name = move || format!("Open the backup of {}", formatting::moment(at));
    view! {
        <li>
            <div class="what">
                <h2>{move || formatting::moment(at)}</h2>
                <p class="muted">
                    <RelativeTime at/>
                    " · "
                    {description(&entry)}
                </p>
            </div>
            <a class="button" href=format!("{PATH}/{}", entry.id) aria-label=name>
                "Open"
            </a>
        </li>
    }
    .into_any()
}

/// "Daily · 4.2 MB · verified"
fn description(backup: &BackupFile) -> String {
    let check = match (backup.verified, backup.reason) {
        (false, _) => "damaged: its check failed",
        // Its name says no more than the time.
        (true, BackupReason::Unknown) => "verified when it was made",
        (true, _) => "verified",
    };
    let size = formatting::size(backup.bytes);
    format!("{} · {size} · {check}", backup.reason.label())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Timestamp;

    #[test]
    fn a_backup_is_described_in_a_line() {
        let backup = BackupFile {
            id: "2026-01-31T09-30-00Z-daily".to_owned(),
            file: String::new(),
            at: Timestamp(0),
            bytes: 4_200_000,
            reason: BackupReason::Daily,
            verified: true,
        };
        assert_eq!(description(&backup), "Daily · 4.2 MB · verified");
        let damaged = BackupFile {
            verified: false,
            reason: BackupReason::Restore,
            ..backup
        };
        assert_eq!(
            description(&damaged),
            "Before a restore · 4.2 MB · damaged: its check failed"
        );
    }
}
