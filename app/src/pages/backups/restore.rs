//! The two ways to restore: everything, or one story as a new one.

use crate::{
    api::backups::restore_backup,
    browser,
    components::{Button, Dialog, ErrorMessage, show},
    formatting,
    live::{PageNotice, Studio, SubmitAction},
};
use domain::{BackupComparison, BackupContents, BackupSelection, BackupStory, NoticeLevel};
use leptos::prelude::*;

/// Restores everything, once that was confirmed.
#[component]
pub fn RestoreAll(contents: Memo<BackupContents>) -> AnyView {
    let studio = Studio::get();
    let asking = RwSignal::new(false);
    let restoring = SubmitAction::new();
    let restore = move || {
        let id = contents.with_untracked(|contents| contents.backup.id.clone());
        restoring.run(async move {
            // What came of it is told to every open page, this one included.
            restore_backup(id, BackupSelection::default()).await?;
            asking.set(false);
            studio.library.update(|version| *version += 1);
            browser::focus("main");
            Ok(())
        });
    };
    let ask = move || {
        restoring.clear_error();
        asking.set(true);
    };
    view! {
        <Button kind="primary" on_press=ask>
            "Restore all…"
        </Button>
        {show(move || {
            asking
                .get()
                .then(|| {
                    let (becomes, lost) = contents.with_untracked(consequences);
                    view! {
                        <Dialog open=asking title="Restore the whole library?">
                            <p>{becomes}</p>
                            {lost.map(|lost| view! { <p>{lost}</p> })}
                            <p>
                                "What is in the library now is kept as a backup first, so you can go back. Generation \
                                 stops. Settings and keys stay as they are."
                            </p>
                            <ErrorMessage error=restoring.error()/>
                            <div class="row">
                                <Button kind="danger" disabled=restoring.pending() on_press=restore>
                                    "Restore all"
                                </Button>
                                <Button disabled=restoring.pending() on_press=move || asking.set(false)>
                                    "Cancel"
                                </Button>
                                <span class="muted" role="status">
                                    {move || restoring.pending().get().then_some("Restoring…")}
                                </span>
                            </div>
                        </Dialog>
                    }
                })
        })}
    }
    .into_any()
}

/// What the library will be, and what will not be in it any more.
fn consequences(contents: &BackupContents) -> (String, Option<String>) {
    let stories = match contents.stories.len() as u64 {
        1 => "1 story".to_owned(),
        many => format!("{} stories", formatting::count(many)),
    };
    let becomes = format!(
        "Your library will be as it was on {}, with {stories}.",
        formatting::moment(contents.backup.at)
    );
    let changed = contents.stories.iter();
    let changed = changed.filter(|story| story.now == BackupComparison::Changed);
    let parts = [
        (changed.count(), "changed since then"),
        (contents.new_stories.len(), "new since then"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| {
            let are = if count == 1 { "is" } else { "are" };
            format!("{} {are} {what}", formatting::count(count as u64))
        })
        .collect();
    let lost = (!parts.is_empty()).then(|| {
        format!(
            "Of the stories that are in it now, {}. Those changes will not be in the library any more.",
            parts.join(" and ")
        )
    });
    (becomes, lost)
}

/// Makes a new story of one in the backup.
#[component]
pub fn RestoreStory(
    /// The backup's id.
    backup: String,
    story: BackupStory,
) -> AnyView {
    let studio = Studio::get();
    let restoring = SubmitAction::new();
    let of = story.id;
    let restore = move || {
        let backup = backup.clone();
        restoring.run(async move {
            let restored = restore_backup(backup, BackupSelection { story: Some(of) }).await?;
            studio.library.update(|version| *version += 1);
            if let Some(story) = restored.story {
                studio.show_notice(PageNotice {
                    link: Some((format!("/stories/{}", story.id), "Open")),
                    ..PageNotice::new(
                        NoticeLevel::Info,
                        format!("Restored as a new story: “{}”.", story.title),
                    )
                });
            }
            Ok(())
        });
    };
    view! {
        <div class="row">
            <Button
                name=format!("Restore as a new story: {}", story.title)
                disabled=restoring.pending()
                on_press=restore
            >
                "Restore as a new story"
            </Button>
        </div>
        <ErrorMessage error=restoring.error()/>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{BackupFile, BackupReason, StoryId, Timestamp};

    fn story(now: BackupComparison) -> BackupStory {
        BackupStory {
            id: StoryId(uuid::Uuid::nil()),
            title: "The Lamp".to_owned(),
            chapters: 1,
            words: 2,
            updated_at: Timestamp(0),
            now,
        }
    }

    #[test]
    fn what_will_not_be_there_any_more_is_named() {
        let backup = BackupFile {
            id: String::new(),
            file: String::new(),
            at: Timestamp(1_769_851_800_000),
            bytes: 1,
            reason: BackupReason::Daily,
            verified: true,
        };
        let mut contents = BackupContents {
            backup,
            stories: vec![story(BackupComparison::Same)],
            new_stories: Vec::new(),
        };
        let (becomes, lost) = consequences(&contents);
        assert_eq!(
            becomes,
            "Your library will be as it was on 31 Jan 2026, 09:30 UTC, with 1 story."
        );
        assert_eq!(lost, None);
        contents.stories.push(story(BackupComparison::Changed));
        contents.new_stories = vec![story(BackupComparison::New); 2];
        let (becomes, lost) = consequences(&contents);
        assert!(becomes.ends_with("with 2 stories."));
        assert_eq!(
            lost.as_deref(),
            Some(
                "Of the stories that are in it now, 1 is changed since then and 2 are new since then. Those changes \
                 will not be in the library any more."
            )
        );
    }
}
