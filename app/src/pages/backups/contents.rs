//! One backup: what is in it, compared with what is here now.

use super::{
    PATH, SHOWN, ShowMore, description,
    restore::{RestoreAll, RestoreStory},
};
use crate::{
    api::backups::get_backup,
    components::{Main, PageTitle, RelativeTime, loaded, rows, show},
    formatting,
    live::{LiveResource, Studio, memo},
};
use domain::{BackupComparison, BackupContents, BackupStory};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// `/settings/backups/ID`
#[component]
pub fn BackupPage() -> AnyView {
    let params = use_params_map();
    let id = memo(move || params.with(|params| params.get("id").unwrap_or_default()));
    let studio = Studio::get();
    // A new page for each backup; one that is left stays until the other is there.
    show(move || {
        let id = id.get();
        let of = id.clone();
        let contents = LiveResource::new(
            move || studio.library.track(),
            move || get_backup(of.clone()),
        );
        view! {
            <PageTitle text="Backup · Fablewright"/>
            {loaded(
                move || contents.outcome(),
                move || view! { <Contents contents=contents.value()/> }.into_any(),
            )}
        }
        .into_any()
    })
}

#[component]
fn Contents(contents: Memo<BackupContents>) -> AnyView {
    let backup = contents.with_untracked(|contents| contents.backup.clone());
    let (at, id) = (backup.at, backup.id.clone());
    let file = format!("/api/v1/backups/{id}/file");
    let is_empty = memo(move || contents.with(|contents| contents.stories.is_empty()));
    let is_older = memo(move || contents.with(|contents| !contents.new_stories.is_empty()));
    view! {
        <Main class="narrow backup-page">
            <header class="head">
                <h1 id="title">{move || format!("Backup of {}", formatting::moment(at))}</h1>
                <a class="button quiet" href=PATH>
                    "Back to the backups"
                </a>
            </header>
            <p class="muted">{description(&backup)}</p>
            <div class="row">
                <RestoreAll contents/>
                <a class="button" href=file download="" rel="external">
                    "Download"
                </a>
            </div>
            <h2 id="in-backup">"In this backup"</h2>
            {show(move || {
                is_empty.get().then(|| view! { <p class="muted">"There was no story in the library."</p> })
            })}
            <StoryList
                stories=memo(move || contents.with(|contents| contents.stories.clone()))
                labelled_by="in-backup"
                backup=id.clone()
            />
            {show(move || {
                let id = id.clone();
                is_older
                    .get()
                    .then(|| {
                        view! {
                            <h2 id="new-since">"New since this backup"</h2>
                            <p class="muted">
                                "These stories are in your library now, but not in this backup."
                            </p>
                            <StoryList
                                stories=memo(move || {
                                    contents.with(|contents| contents.new_stories.clone())
                                })
                                labelled_by="new-since"
                                backup=id
                            />
                        }
                    })
            })}
        </Main>
    }
    .into_any()
}

#[component]
fn StoryList(
    stories: Memo<Vec<BackupStory>>,
    labelled_by: &'static str,
    /// The backup's id.
    backup: String,
) -> AnyView {
    let shown = RwSignal::new(SHOWN);
    let entries = move || {
        stories.with(|stories| {
            stories
                .iter()
                .take(shown.get())
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let has_more = memo(move || stories.with(Vec::len) > shown.get());
    view! {
        <ul class="backups" aria-labelledby=labelled_by>
            {rows(
                entries,
                |story| (story.id, story.now.label(), story.updated_at.millis()),
                move |story| {
                    let backup = backup.clone();
                    view! { <StoryRow story backup/> }.into_any()
                },
            )}
        </ul>
        {show(move || has_more.get().then(|| view! { <ShowMore shown/> }))}
    }
    .into_any()
}

#[component]
fn StoryRow(story: BackupStory, backup: String) -> AnyView {
    let size = format!(
        "{}, {}",
        formatting::pluralize(story.chapters, "chapter"),
        formatting::pluralize(story.words, "word")
    );
    let is_new = story.now == BackupComparison::New;
    view! {
        <li>
            <div class="what">
                <h3>
                    <bdi>{story.title.clone()}</bdi>
                </h3>
                <p class="muted">
                    {size} " · changed " <RelativeTime at=story.updated_at/>
                    {(!is_new).then(|| format!(" · {}", story.now.label()))}
                </p>
            </div>
            {(!is_new).then(|| view! { <RestoreStory backup story/> })}
        </li>
    }
    .into_any()
}
