//! A chapter's title and beats to change.

use crate::{
    api::{
        StudioError,
        chapters::{list_chapters, update_chapter},
    },
    components::{Button, DraftConflict, DraftStatus, ErrorMessage, TextArea, TextField},
    formatting,
    live::{
        Aspect, LocalDraft, Studio, SubmitAction,
        draft_storage::{DraftKey, DraftSubject, FieldValues},
    },
};
use domain::{Chapter, ChapterId, ChapterPatch, StoryId};
use leptos::prelude::*;

/// The name of the draft of a chapter's title and beats.
fn draft_name(chapter: ChapterId) -> String {
    format!("outline-{chapter}")
}

/// Whether a chapter's title or beats were changed in this tab and not saved.
pub(super) fn has_draft(chapter: ChapterId) -> bool {
    DraftKey::of_form(&draft_name(chapter)).load().is_some()
}

const TITLE: &str = "Title";
const BEATS: &str = "Beats";

/// A chapter's title and beats as fields.
fn fields_of(chapter: &Chapter) -> FieldValues {
    vec![
        (TITLE.to_owned(), chapter.title.clone()),
        (BEATS.to_owned(), chapter.outline.join("\n")),
    ]
}

#[component]
pub(super) fn OutlineForm(story: StoryId, chapter: Chapter, editing: RwSignal<bool>) -> AnyView {
    let studio = Studio::get();
    let Chapter {
        id,
        number,
        version,
        ..
    } = chapter;
    let about = DraftSubject {
        what: format!("Outline of chapter {number}: {}", chapter.heading()),
        link: format!("/stories/{story}/outline"),
        story: Some(story),
    };
    let title = RwSignal::new(chapter.title);
    let beats = RwSignal::new(chapter.outline.join("\n"));
    let draft = LocalDraft::new(
        &draft_name(id),
        about,
        version,
        vec![(TITLE, title), (BEATS, beats)],
    );
    let saving = SubmitAction::new();
    let save = move || {
        let sent = draft.fields();
        let patch = ChapterPatch {
            title: Some(title.with_untracked(|title| title.trim().to_owned())),
            finished: None,
            outline: Some(beats.with_untracked(|beats| formatting::lines(beats))),
        };
        saving.run(async move {
            loop {
                match update_chapter(story, id.into(), patch.clone(), draft.version()).await {
                    Err(error) if error.is_stale() => {
                        let all = list_chapters(story).await?;
                        let Some(now) = all.into_iter().find(|chapter| chapter.id == id) else {
                            return Err(deleted());
                        };
                        if !draft.try_rebase(fields_of(&now), now.version) {
                            return Ok(());
                        }
                    }
                    Err(error) if error.is_not_found() => return Err(deleted()),
                    answer => {
                        draft.mark_saved(sent, answer?.version);
                        studio.touch(story, Aspect::Chapters);
                        editing.set(false);
                        return Ok(());
                    }
                }
            }
        });
    };
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            <DraftStatus draft/>
            <TextField label="Title" value=title of=number/>
            <TextArea
                label="Beats"
                hint="What happens in this chapter, one per line."
                value=beats
                rows=5
                of=number
            />
            <DraftConflict draft on_keep=save/>
            <ErrorMessage error=saving.error()/>
            <div class="row">
                <Button kind="primary" disabled=saving.pending() on_press=save>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || editing.set(false)>
                    "Cancel"
                </Button>
            </div>
        </form>
    }
    .into_any()
}

fn deleted() -> StudioError {
    StudioError::new(
        "not_found",
        "This chapter was deleted in the meantime. Your text is kept in this browser, under Unsaved texts.",
    )
}
