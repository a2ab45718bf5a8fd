//! The chapter, or its story, was deleted while somebody types in it: the text stays, and there are ways to go on.

use super::{
    autosave::Autosaver,
    chapter_view::{ChapterView, DeletedItem},
    text_storage,
};
use crate::{
    api::{
        chapters::{add_chapter, list_chapters, save_text},
        stories::create_story,
    },
    browser,
    components::{Button, ErrorMessage, show},
    live::{Aspect, Studio, SubmitAction},
};
use domain::{Chapter, NewChapter, NewStory};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_navigate;

/// Says what happened, while it is so.
#[component]
pub(super) fn DeletedNotice(
    view: ChapterView,
    autosaver: Autosaver,
    node: NodeRef<html::Textarea>,
) -> AnyView {
    let studio = Studio::get();
    let copied = RwSignal::new(None::<bool>);
    let saving = SubmitAction::new();
    view.lock_input_while(saving.pending());
    let navigate = use_navigate();
    let copy = move || {
        let area = node.get_untracked();
        copied.set(area.map(|area| browser::copy_all(&area)));
    };
    let save_as_new = move |deleted: DeletedItem| {
        let navigate = navigate.clone();
        let unsaved = autosaver.unsaved();
        saving.run(async move {
            let new = match deleted {
                DeletedItem::Chapter => {
                    let (title, outline) = view.details.with_untracked(|details| {
                        (
                            details.chapter.title.clone(),
                            details.chapter.outline.clone(),
                        )
                    });
                    add_chapter(view.story, NewChapter { title, outline }).await?
                }
                DeletedItem::Story => first_chapter_of(view).await?,
            };
            let story = new.story;
            let saved = save_text(story, new.id.into(), unsaved.text, new.version).await?;
            view.mark_settled();
            text_storage::forget(view);
            studio.touch(story, Aspect::Chapters);
            view.editing.set(false);
            navigate(
                &format!("/stories/{story}/write/{}", saved.number),
                Default::default(),
            );
            Ok(())
        });
    };
    show(move || {
        let deleted = view.deleted.get()?;
        let save_as_new = save_as_new.clone();
        let (what, save) = match deleted {
            DeletedItem::Chapter => ("This chapter was deleted.", "Save as a new chapter"),
            DeletedItem::Story => ("This story was deleted.", "Save as a new story"),
        };
        let kept = "Your text is still here, and this browser keeps it.";
        Some(view! {
            <section class="deleted" aria-label="Deleted">
                <p role="alert">{what} " " {kept}</p>
                <div class="row">
                    <Button on_press=copy>"Copy text"</Button>
                    <Button disabled=saving.pending() on_press=move || save_as_new(deleted)>
                        {save}
                    </Button>
                </div>
                <p role="status" class="muted">
                    {show(move || match copied.get() {
                        None => "",
                        Some(true) => "Copied.",
                        Some(false) => "The text is selected. Copy it with your keyboard.",
                    })}
                </p>
                <ErrorMessage error=saving.error()/>
            </section>
        })
    })
}

/// Makes the story again, with its title and brief; its first chapter.
async fn first_chapter_of(view: ChapterView) -> crate::api::ApiResult<Chapter> {
    let (title, brief) = view
        .of
        .with_untracked(|story| (story.title.clone(), story.brief.clone()));
    let new = NewStory {
        title,
        brief,
        ..NewStory::default()
    };
    let story = create_story(new).await?.id;
    let chapters = list_chapters(story).await?;
    match chapters.into_iter().next() {
        Some(first) => Ok(first),
        None => add_chapter(story, NewChapter::default()).await,
    }
}
