//! The outline: chapters with their titles and beats, to read and to change.

mod edit;

use crate::{
    api::chapters::{add_chapter, delete_chapter, list_chapters},
    components::{
        Again, Button, Dialog, Empty, Icon, Main, PageTitle, TextLanguage, Trouble, UnsavedLink,
        loaded, page::all, rows, show,
    },
    live::{Aspect, Deed, Here, Live, Studio, memo},
    pages::{history::HistoryButton, undo},
    words,
};
use domain::{
    Chapter, ChapterId, NewChapter, NewRun, RunKind, Story, StoryId, VersionTarget,
    trash::DAYS_IN_TRASH,
};
use edit::Edit;
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
    // The chapters whose forms are open: a row stays while somebody types in it, though the chapter is deleted.
    let typed = RwSignal::new(Vec::<ChapterId>::new());
    let ids = move || {
        let mut ids: Vec<ChapterId> = chapters.with(|all| all.iter().map(|c| c.id).collect());
        let deleted = typed.with(|typed| {
            let gone = typed.iter().filter(|id| !ids.contains(id));
            gone.copied().collect::<Vec<_>>()
        });
        ids.extend(deleted);
        ids
    };
    let row = move |chapter_id: ChapterId| {
        let chapter = Memo::new(move |last: Option<&Option<Chapter>>| {
            chapters
                .with(|all| all.iter().find(|chapter| chapter.id == chapter_id).cloned())
                .or_else(|| last.cloned().flatten())
        });
        view! { <Row story=id id=chapter_id chapter typed/> }.into_any()
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
            <UnsavedLink/>
            <ol class="outline">
                {rows(
                    ids,
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
fn Row(
    story: StoryId,
    id: ChapterId,
    chapter: Memo<Option<Chapter>>,
    typed: RwSignal<Vec<ChapterId>>,
) -> AnyView {
    let studio = Studio::here();
    let editing = RwSignal::new(false);
    let (asking, again) = (RwSignal::new(false), RwSignal::new(false));
    let number = memo(move || chapter.with(|c| c.as_ref().map_or(0, |c| c.number)));
    Effect::new(move |_| {
        // What was typed and not saved is there to go on with.
        if edit::has_draft(id) {
            editing.set(true);
        }
    });
    Effect::new(move |_| {
        let editing = editing.get();
        let known = typed.with_untracked(|typed| typed.contains(&id));
        if known != editing {
            typed.update(|typed| {
                typed.retain(|known| *known != id);
                typed.extend(editing.then_some(id));
            });
        }
    });
    let title =
        memo(move || chapter.with(|c| c.as_ref().map(Chapter::heading).unwrap_or_default()));
    let beats =
        memo(move || chapter.with(|c| c.as_ref().map(|c| c.outline.clone()).unwrap_or_default()));
    let has_beats = memo(move || beats.with(|beats| !beats.is_empty()));
    let outline_again = move |feedback: Option<String>| {
        let new = NewRun {
            chapter: Some(id.into()),
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
                <HistoryButton
                    story
                    of=VersionTarget::Outline(id.into())
                    what=Signal::derive(move || format!("chapter {}", number.get()))
                />
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
            // Made when it is asked for, like the dialog below.
            {show(move || {
                again
                    .get()
                    .then(|| {
                        view! {
                            <Again
                                open=again
                                name=format!("outline-again-{id}")
                                title=format!("Regenerate beats of chapter {}", number.get_untracked())
                                kept="Other chapters do not change. The current beats stay in the history."
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
fn DeleteDialog(story: StoryId, chapter: Memo<Option<Chapter>>, asking: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let deleting = Deed::new();
    let go = move || {
        if let Some(chapter) = chapter.get_untracked() {
            let heading = chapter.heading();
            let Chapter { id, version, .. } = chapter;
            deleting.run(async move {
                let entry = delete_chapter(story, id.into(), version).await?;
                asking.set(false);
                let text = format!("“{heading}” was moved to the trash.");
                studio.tell_done(text, undo::deletion(studio, entry));
                studio.touch(story, Aspect::Chapters);
                studio.touch(story, Aspect::Story);
                Ok(())
            });
        }
    };
    // Made when it is asked for: five hundred chapters would mean five hundred dialogs.
    show(move || {
        let chapter = chapter.get_untracked().filter(|_| asking.get())?;
        let lost = format!(
            "“{}” moves to the trash with its beats, {} and all its versions. You can restore it for \
             {DAYS_IN_TRASH} days. Later chapters move up by one.",
            chapter.heading(),
            words::counted(chapter.words, "word"),
        );
        Some(view! {
            <Dialog open=asking title="Delete this chapter?">
                <p>{lost}</p>
                <Trouble error=deleting.error()/>
                <div class="row">
                    <Button kind="danger" off=deleting.pending() on_press=go>
                        "Move to trash"
                    </Button>
                    <Button on_press=move || asking.set(false)>"Cancel"</Button>
                </div>
            </Dialog>
        })
    })
}
