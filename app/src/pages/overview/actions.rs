//! What is done with a story as a whole: export, duplicate, archive, delete.

use crate::{
    api::{
        ApiResult,
        stories::{delete_story, duplicate_story, get_story, update_story},
    },
    components::{Button, Dialog, ErrorMessage, show},
    formatting,
    live::{Aspect, Studio, SubmitAction, Undo, memo},
    pages::undo,
};
use domain::{Story, StoryId, StoryPatch, trash::DAYS_IN_TRASH};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Takes a story off the library's list or puts it back, and lets that be undone.
async fn set_archived(studio: Studio, id: StoryId, archived: bool, version: i64) -> ApiResult<()> {
    let patch = StoryPatch {
        archived: Some(archived),
        ..StoryPatch::default()
    };
    let changed = update_story(id, patch, version).await?;
    studio.touch(id, Aspect::Story);
    let what = match archived {
        true => "archived. It is in the library under “Archived”",
        false => "moved back to the library",
    };
    let undo = Undo::new(move || async move {
        let patch = StoryPatch {
            archived: Some(!archived),
            ..StoryPatch::default()
        };
        // Whatever changed since: this is about nothing else.
        let version = get_story(id).await?.version;
        update_story(id, patch, version).await?;
        studio.touch(id, Aspect::Story);
        Ok(())
    });
    studio.show_undoable(format!("“{}” was {what}.", changed.title), undo);
    Ok(())
}

#[component]
fn ArchiveButton(story: Memo<Story>) -> AnyView {
    let studio = Studio::get();
    let archiving = SubmitAction::new();
    let is_archived = memo(move || story.with(|story| story.archived_at.is_some()));
    let archive = move || {
        let (id, version) = story.with_untracked(|story| (story.id, story.version));
        let archived = !is_archived.get_untracked();
        archiving.run(set_archived(studio, id, archived, version));
    };
    view! {
        <Button kind="quiet" disabled=archiving.pending() on_press=archive>
            {show(move || if is_archived.get() { "Unarchive" } else { "Archive" })}
        </Button>
        <ErrorMessage error=archiving.error()/>
    }
    .into_any()
}

/// Export, duplicate, archive and delete.
#[component]
pub(super) fn StoryActions(story: Memo<Story>) -> AnyView {
    let studio = Studio::get();
    let id = story.with_untracked(|story| story.id);
    let (copying, deleting) = (SubmitAction::new(), SubmitAction::new());
    let asking = RwSignal::new(false);
    let navigate = use_navigate();
    let to_copy = navigate.clone();
    let lost = move || {
        story.with(|story| {
            format!(
                "“{}” and everything in it move to the trash: {}, {}, its world and its history. You can \
                 restore it for {DAYS_IN_TRASH} days.",
                story.title,
                formatting::pluralize(story.chapters.into(), "chapter"),
                formatting::pluralize(story.words, "word"),
            )
        })
    };
    let copy = move || {
        let navigate = to_copy.clone();
        copying.run(async move {
            let copy = duplicate_story(id).await?.id;
            navigate(&format!("/stories/{copy}"), Default::default());
            Ok(())
        });
    };
    let go = move || {
        let version = story.with_untracked(|story| story.version);
        let navigate = navigate.clone();
        deleting.run(async move {
            let title = story.with_untracked(|story| story.title.clone());
            let entry = delete_story(id, version).await?;
            navigate("/", Default::default());
            studio.show_undoable(
                format!("“{title}” was moved to the trash."),
                undo::deletion(studio, entry),
            );
            Ok(())
        });
    };
    view! {
        <section class="story-actions" aria-label="Manage story">
            <a class="button" href=format!("/stories/{id}/export")>
                "Export"
            </a>
            <Button
                kind="quiet"
                disabled=copying.pending()
                on_press=copy
            >
                "Duplicate"
            </Button>
            <ArchiveButton story/>
            <Button kind="quiet" on_press=move || asking.set(true)>
                "Delete"
            </Button>
            <ErrorMessage error=copying.error()/>
            <Dialog open=asking title="Delete this story?">
                <p>{lost}</p>
                <ErrorMessage error=deleting.error()/>
                <div class="row">
                    <Button kind="danger" disabled=deleting.pending() on_press=go>
                        "Move to trash"
                    </Button>
                    <Button on_press=move || asking.set(false)>"Cancel"</Button>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}
