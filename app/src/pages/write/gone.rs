//! The chapter, or its story, was deleted while somebody types in it: the text stays, and there are ways to go on.

use super::{keeper::Keeper, kept, reader::Open};
use crate::{
    api::{
        chapters::{add_chapter, list_chapters, save_text},
        stories::create_story,
    },
    browser,
    components::{Button, Trouble, show},
    live::{Aspect, Deed, Studio},
};
use domain::{Chapter, NewChapter, NewStory};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_navigate;

/// What was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deleted {
    Chapter,
    Story,
}

/// Says what happened, while it is so.
#[component]
pub(super) fn Gone(open: Open, keeper: Keeper, node: NodeRef<html::Textarea>) -> AnyView {
    let studio = Studio::here();
    let copied = RwSignal::new(None::<bool>);
    let saving = Deed::new();
    open.holds_editor(saving.pending());
    let navigate = use_navigate();
    let copy = move || {
        let area = node.get_untracked();
        copied.set(area.map(|area| browser::copy_all(&area)));
    };
    let save_anew = move |deleted: Deleted| {
        let navigate = navigate.clone();
        let unsaved = keeper.unsaved();
        saving.run(async move {
            let new = match deleted {
                Deleted::Chapter => {
                    let (title, outline) = open.reading.with_untracked(|reading| {
                        (
                            reading.chapter.title.clone(),
                            reading.chapter.outline.clone(),
                        )
                    });
                    add_chapter(open.story, NewChapter { title, outline }).await?
                }
                Deleted::Story => first_chapter_of(open).await?,
            };
            let story = new.story;
            let saved = save_text(story, new.id.into(), unsaved.text, new.version).await?;
            open.settle();
            kept::forget(open);
            studio.touch(story, Aspect::Chapters);
            open.editing.set(false);
            navigate(
                &format!("/stories/{story}/write/{}", saved.number),
                Default::default(),
            );
            Ok(())
        });
    };
    show(move || {
        let deleted = open.gone.get()?;
        let save_anew = save_anew.clone();
        let (what, save) = match deleted {
            Deleted::Chapter => ("This chapter was deleted.", "Save as a new chapter"),
            Deleted::Story => ("This story was deleted.", "Save as a new story"),
        };
        let kept = "Your text is still here, and this browser keeps it.";
        Some(view! {
            <section class="gone" aria-label="Deleted">
                <p role="alert">{what} " " {kept}</p>
                <div class="row">
                    <Button on_press=copy>"Copy text"</Button>
                    <Button off=saving.pending() on_press=move || save_anew(deleted)>
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
                <Trouble error=saving.error()/>
            </section>
        })
    })
}

/// Makes the story again, with its title and brief; its first chapter.
async fn first_chapter_of(open: Open) -> crate::api::Answer<Chapter> {
    let (title, brief) = open
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
