//! The outline: chapters with their titles and beats, to read and to change.

use crate::{
    api::{
        chapters::{add_chapter, delete_chapter, list_chapters, update_chapter},
        craft::swap_outline,
    },
    components::{
        Again, Area, Button, Dialog, Empty, Field, Icon, Main, PageTitle, TextLanguage, Trouble,
        loaded, page::all, rows, show,
    },
    live::{Aspect, Deed, Here, Live, Studio, memo},
    words,
};
use domain::{Chapter, ChapterId, ChapterPatch, NewChapter, NewRun, RunKind, Story, StoryId};
use leptos::prelude::*;

/// `/stories/:id/outline`
pub fn outline(id: StoryId) -> AnyView {
    let (studio, here) = (Studio::here(), Here::get());
    let changed = studio.changes(id, Aspect::Chapters);
    let chapters = Live::new(move || changed.track(), move || list_chapters(id));
    loaded(
        move || all([here.outcome(id), chapters.outcome()]),
        move || {
            let story = here.story(id);
            view! { <Outline story chapters=chapters.value()/> }.into_any()
        },
    )
}

#[component]
fn Outline(story: Memo<Story>, chapters: Memo<Vec<Chapter>>) -> AnyView {
    let studio = Studio::here();
    let id = story.with_untracked(|story| story.id);
    let adding = Deed::new();
    let add = move || {
        adding.run(async move {
            add_chapter(id, NewChapter::default()).await?;
            studio.touch(id, Aspect::Chapters);
            Ok(())
        });
    };
    let no_beats =
        memo(move || chapters.with(|all| all.iter().all(|chapter| chapter.outline.is_empty())));
    let busy = studio.starting.pending();
    let some_beats = memo(move || {
        let empty = |chapter: &Chapter| chapter.outline.is_empty();
        chapters.with(|all| all.iter().any(empty) && !all.iter().all(empty))
    });
    let make = move |kind: &'static str, label: &'static str| {
        view! {
            <Button
                kind
                off=busy
                on_press=move || studio.start(id, NewRun::of(RunKind::Outline))
            >
                {label}
            </Button>
        }
    };
    let row = move |chapter_id: ChapterId| {
        let chapter = Memo::new(move |last: Option<&Option<Chapter>>| {
            chapters
                .with(|all| all.iter().find(|chapter| chapter.id == chapter_id).cloned())
                .or_else(|| last.cloned().flatten())
        });
        view! { <Row story=id chapter/> }.into_any()
    };
    view! {
        <PageTitle text=move || story.with(|story| format!("Outline · {} · Fablewright", story.title))/>
        <Main>
            <header class="head">
                <h1 id="title">"Outline"</h1>
                {show(move || some_beats.get().then(|| make("", "Complete outline")))}
            </header>
            {show(move || {
                no_beats
                    .get()
                    .then(|| {
                        view! {
                            <Empty text="Your outline: what happens in each chapter. Generate it from your \
                                         brief, or write it yourself.">
                                {make("primary", "Generate outline")}
                            </Empty>
                        }
                    })
            })}
            <Trouble error=studio.starting.error()/>
            <ol class="outline">
                {rows(
                    move || chapters.with(|all| all.iter().map(|c| c.id).collect()),
                    |id| *id,
                    row,
                )}
            </ol>
            <Trouble error=adding.error()/>
            <div class="row">
                <Button
                    icon=Icon::Plus
                    off=adding.pending()
                    on_press=add
                >
                    "Add chapter"
                </Button>
            </div>
        </Main>
    }
    .into_any()
}

#[component]
fn Row(story: StoryId, chapter: Memo<Option<Chapter>>) -> AnyView {
    let studio = Studio::here();
    let editing = RwSignal::new(false);
    let (asking, again) = (RwSignal::new(false), RwSignal::new(false));
    let number = memo(move || chapter.with(|c| c.as_ref().map_or(0, |c| c.number)));
    let title =
        memo(move || chapter.with(|c| c.as_ref().map(Chapter::heading).unwrap_or_default()));
    let beats =
        memo(move || chapter.with(|c| c.as_ref().map(|c| c.outline.clone()).unwrap_or_default()));
    let has_beats = memo(move || beats.with(|beats| !beats.is_empty()));
    let has_former = memo(move || chapter.with(|c| c.as_ref().is_some_and(|c| c.has_former)));
    let swapping = Deed::new();
    let swap = move || {
        if let Some(Chapter {
            number, version, ..
        }) = chapter.get_untracked()
        {
            swapping.run(async move {
                swap_outline(story, number, version).await?;
                studio.touch(story, Aspect::Chapters);
                Ok(())
            });
        }
    };
    let outline_again = move |feedback: Option<String>| {
        let new = NewRun {
            chapter: Some(number.get_untracked()),
            feedback,
            ..NewRun::of(RunKind::Outline)
        };
        studio.start(story, new);
    };
    let read = move || {
        view! {
            <h2 lang=TextLanguage::here() dir="auto">
                <a href=memo(move || format!("/stories/{story}/write/{}", number.get()))>{title}</a>
            </h2>
            <ol class="beats" lang=TextLanguage::here()>
                {show(move || {
                    beats
                        .get()
                        .into_iter()
                        .map(|beat| view! { <li dir="auto">{beat}</li> })
                        .collect_view()
                })}
            </ol>
            <div class="row">
                <Button
                    kind="quiet"
                    name=format!("Edit chapter {}", number.get_untracked())
                    on_press=move || editing.set(true)
                >
                    "Edit"
                </Button>
                {show(move || {
                    has_beats
                        .get()
                        .then(|| {
                            view! {
                                <Button
                                    kind="quiet"
                                    name=format!("Regenerate beats of chapter {}", number.get_untracked())
                                    on_press=move || again.set(true)
                                >
                                    "Regenerate beats…"
                                </Button>
                            }
                        })
                })}
                {show(move || {
                    has_former
                        .get()
                        .then(|| {
                            view! {
                                <Button
                                    kind="quiet"
                                    name=format!(
                                        "Restore previous beats of chapter {}",
                                        number.get_untracked(),
                                    )
                                    off=swapping.pending()
                                    on_press=swap
                                >
                                    "Restore previous beats"
                                </Button>
                            }
                        })
                })}
                <Button
                    kind="quiet"
                    name=format!("Delete chapter {}", number.get_untracked())
                    on_press=move || asking.set(true)
                >
                    "Delete"
                </Button>
            </div>
        }
    };
    view! {
        <li>
            <span class="number">{number}</span>
            <div>
                {show(move || match chapter.get_untracked().filter(|_| editing.get()) {
                    Some(chapter) => view! { <Edit story chapter editing/> }.into_any(),
                    None => read().into_any(),
                })}
            </div>
            <Trouble error=swapping.error()/>
            // Made when it is asked for, like the dialog below.
            {show(move || {
                again
                    .get()
                    .then(|| {
                        view! {
                            <Again
                                open=again
                                title=format!("Regenerate beats of chapter {}", number.get_untracked())
                                kept="Other chapters do not change. You can restore the current beats."
                                on_go=outline_again
                            />
                        }
                    })
            })}
            <DeleteDialog story chapter asking/>
        </li>
    }
    .into_any()
}

#[component]
fn Edit(story: StoryId, chapter: Chapter, editing: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let Chapter {
        number, version, ..
    } = chapter;
    let title = RwSignal::new(chapter.title);
    let beats = RwSignal::new(chapter.outline.join("\n"));
    let saving = Deed::new();
    let save = move || {
        let patch = ChapterPatch {
            title: Some(title.with_untracked(|title| title.trim().to_owned())),
            finished: None,
            outline: Some(beats.with_untracked(|beats| words::lines(beats))),
        };
        saving.run(async move {
            update_chapter(story, number, patch, version).await?;
            studio.touch(story, Aspect::Chapters);
            editing.set(false);
            Ok(())
        });
    };
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            <Field label="Title" value=title of=number/>
            <Area
                label="Beats"
                hint="What happens in this chapter, one per line."
                value=beats
                rows=5
                of=number
            />
            <Trouble error=saving.error()/>
            <div class="row">
                <Button kind="primary" off=saving.pending() on_press=save>
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

#[component]
fn DeleteDialog(story: StoryId, chapter: Memo<Option<Chapter>>, asking: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let deleting = Deed::new();
    let go = move || {
        if let Some(Chapter {
            number, version, ..
        }) = chapter.get_untracked()
        {
            deleting.run(async move {
                delete_chapter(story, number, version).await?;
                studio.touch(story, Aspect::Chapters);
                studio.touch(story, Aspect::Story);
                asking.set(false);
                Ok(())
            });
        }
    };
    // Made when it is asked for: five hundred chapters would mean five hundred dialogs.
    show(move || {
        let chapter = chapter.get_untracked().filter(|_| asking.get())?;
        let lost = format!(
            "“{}”, its beats, its text ({}) and its history will be deleted. Later chapters move up by one.",
            chapter.heading(),
            words::counted(chapter.words, "word"),
        );
        Some(view! {
            <Dialog open=asking title="Delete this chapter?">
                <p>{lost}</p>
                <Trouble error=deleting.error()/>
                <div class="row">
                    <Button kind="danger" off=deleting.pending() on_press=go>
                        "Delete chapter"
                    </Button>
                    <Button on_press=move || asking.set(false)>"Cancel"</Button>
                </div>
            </Dialog>
        })
    })
}
