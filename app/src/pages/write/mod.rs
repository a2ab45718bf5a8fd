//! The writing room: chapters, the page, notes.

mod autosave;
mod bar;
mod candidate;
mod chapter_page;
mod chapter_view;
pub(crate) mod compare;
mod deleted;
mod editor;
mod empty_states;
mod findings;
mod found_bar;
mod generate;
mod history;
mod notes;
mod passage;
mod passage_link;
mod progress;
mod recovery;
mod saving;
mod text_storage;
mod unsaved_text;

pub use found_bar::hit_address;
pub use passage::passage_address;

use crate::{
    api::{
        chapters::{add_chapter, list_chapters, load_chapter},
        settings::get_settings,
        world::get_world,
    },
    components::{
        Button, ChapterList, Demonstration, EmptyState, ErrorMessage, Icon, Main, PageTitle,
        WriteAll, loaded, page::all_loaded, show,
    },
    last_open,
    live::{Aspect, CurrentStory, LiveResource, Studio, SubmitAction, memo},
    scroll,
};
use chapter_view::{WriteContext, is_typed_at};
use domain::{ChapterRef, NewChapter, NewRun, RunKind, StoryId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// `/stories/:id/write` and `/stories/:id/write/:number`
pub fn write(id: StoryId) -> AnyView {
    let (studio, current_story) = (Studio::get(), CurrentStory::get());
    let params = use_params_map();
    // A number that is none asks for chapter 0, which no story has: the page says so.
    let number = memo(move || {
        params.with(|params| {
            params
                .get("number")
                .map(|number| number.parse().unwrap_or(0))
        })
    });
    let changed = studio.changes(id, Aspect::Chapters);
    let again = changed.clone();
    let world_changed = studio.changes(id, Aspect::World);
    let chapters = LiveResource::new(move || changed.track(), move || list_chapters(id));
    // Without a number the server picks the chapter, once: what is read stays where it is when the
    // pick would be another later on.
    let picked = StoredValue::new(None);
    let details = LiveResource::new(
        move || {
            number.track();
            again.track();
        },
        move || {
            let wanted = number.get_untracked().or(picked.get_value());
            load_chapter(id, wanted.map(ChapterRef::Number))
        },
    );
    let world = LiveResource::new(move || world_changed.track(), move || get_world(id));
    let settings = LiveResource::new(|| (), get_settings);
    let typing = RwSignal::new(None);
    loaded(
        move || {
            // Waited for, but no reason to show nothing else.
            let settings_loaded = settings.outcome().map(|_| Ok(()));
            let outcome = all_loaded([
                settings_loaded,
                current_story.outcome(id),
                chapters.outcome(),
                details.outcome(),
                world.outcome(),
            ]);
            match outcome {
                // What is typed stays on the page when its chapter or story is deleted.
                Some(Err(error))
                    if error.is_not_found()
                        && is_typed_at(typing.get(), &current_story.path.get()) =>
                {
                    Some(Ok(()))
                }
                outcome => outcome,
            }
        },
        move || {
            let context = WriteContext {
                id,
                story: current_story.story(id),
                chapters: chapters.value(),
                details: details.value(),
                world: world.value(),
                settings: settings.latest(),
                picked,
                typing,
            };
            view! { <WritePage context/> }.into_any()
        },
    )
}

#[component]
fn WritePage(context: WriteContext) -> AnyView {
    let WriteContext {
        id,
        story,
        chapters,
        details,
        picked,
        ..
    } = context;
    let current = memo(move || {
        details.with(|details| details.as_ref().map(|details| details.chapter.number))
    });
    // Each chapter gets a new page; a change in the chapter does not.
    // While somebody types in one, another chapter that gets its number does not take its place.
    let path = CurrentStory::get().path;
    let chapter_id = memo(move || {
        let now = details.with(|details| details.as_ref().map(|r| r.chapter.id));
        let typed = context
            .typing
            .get()
            .filter(|(_, at)| path.with(|path| path == at));
        typed.map(|(id, _)| id).or(now)
    });
    Effect::new(move |_| {
        let current = current.get();
        picked.try_set_value(current);
        path.with_untracked(|path| last_open::remember(id, path, current));
    });
    let title = move || {
        story.with(|story| match current.get() {
            Some(number) => format!("Chapter {number} · {} · Fablewright", story.title),
            None => format!("Write · {} · Fablewright", story.title),
        })
    };
    view! {
        <PageTitle text=title/>
        <section
            id="chapters"
            class="list sheet"
            aria-label="Chapters"
            popover="auto"
            on:toggle=|event| scroll::show_current(&event_target(&event))
        >
            <h2>
                "Chapters" <AddChapterButton story=id/>
            </h2>
            <ChapterList story=id chapters current/>
        </section>
        {show(move || match chapter_id.get() {
            Some(_) => chapter_page::chapter_page(context),
            None => view! { <NoChapters context/> }.into_any(),
        })}
    }
    .into_any()
}

#[component]
fn AddChapterButton(story: StoryId) -> AnyView {
    let studio = Studio::get();
    let adding = SubmitAction::new();
    let add = move || {
        adding.run(async move {
            match add_chapter(story, NewChapter::default()).await {
                Ok(_) => studio.touch(story, Aspect::Chapters),
                Err(error) => studio.show_error(&error),
            }
            Ok(())
        });
    };
    view! {
        <Button
            kind="quiet bare"
            icon=Icon::Plus
            name="Add chapter"
            title="Add chapter"
            disabled=adding.pending()
            on_press=add
        >
            ""
        </Button>
    }
    .into_any()
}

/// A story without chapters.
#[component]
fn NoChapters(context: WriteContext) -> AnyView {
    let studio = Studio::get();
    let (id, chapters) = (context.id, context.chapters);
    view! {
        <Main>
            <h1 id="title">{show(move || context.story.with(|story| story.title.clone()))}</h1>
            <EmptyState text="No chapters yet. Generate an outline first, or choose “Write all chapters” to \
                         generate everything.">
                <Demonstration settings=context.settings/>
                <div class="row">
                    <WriteAll story=id chapters primary=true/>
                    <Button
                        disabled=studio.starting.pending()
                        on_press=move || studio.start(id, NewRun::of(RunKind::Outline))
                    >
                        "Generate outline"
                    </Button>
                </div>
                <ErrorMessage error=studio.starting.error()/>
            </EmptyState>
        </Main>
    }
    .into_any()
}
