//! The outline: chapters with their titles and beats, to read and to change.

mod edit;

use crate::{
    api::chapters::{add_chapter, delete_chapter, list_chapters},
    components::{
        Button, Dialog, EmptyState, ErrorMessage, Icon, Main, PageTitle, RegenerateDialog,
        TextLanguage, UnsavedLink, loaded, page::all_loaded, rows, show,
    },
    formatting,
    live::{Aspect, CurrentStory, LiveResource, Studio, SubmitAction, memo},
    pages::{entry_address::reveal_named_entry, history::HistoryButton, undo},
};
use domain::{
    Chapter, ChapterId, NewChapter, NewRun, RunKind, Story, StoryId, VersionTarget,
    trash::DAYS_IN_TRASH,
};
use edit::OutlineForm;
use leptos::prelude::*;

/// `/stories/:id/outline`
pub fn outline(id: StoryId) -> AnyView {
    let (studio, current_story) = (Studio::get(), CurrentStory::get());
    let changed = studio.changes(id, Aspect::Chapters);
    let chapters = LiveResource::new(move || changed.track(), move || list_chapters(id));
    loaded(
        move || all_loaded([current_story.outcome(id), chapters.outcome()]),
        move || {
            let story = current_story.story(id);
            view! { <Outline story chapters=chapters.value()/> }.into_any()
        },
    )
}

#[component]
fn Outline(story: Memo<Story>, chapters: Memo<Vec<Chapter>>) -> AnyView {
    let studio = Studio::get();
    let id = story.with_untracked(|story| story.id);
    reveal_named_entry();
    let no_beats =
        memo(move || chapters.with(|all| all.iter().all(|chapter| chapter.outline.is_empty())));
    let some_beats = memo(move || {
        let empty = |chapter: &Chapter| chapter.outline.is_empty();
        chapters.with(|all| all.iter().any(empty) && !all.iter().all(empty))
    });
    // Behind what is written something is to be written that has no beats yet.
    let rest = memo(move || {
        let to_come = |chapter: &Chapter| !chapter.is_finished() && chapter.outline.is_empty();
        chapters.with(|all| all.iter().any(Chapter::is_finished) && all.iter().any(to_come))
    });
    let generate = move |kind: &'static str, label: &'static str| {
        view! {
            <Button
                kind
                disabled=studio.starting.pending()
                on_press=move || studio.start(id, NewRun::of(RunKind::Outline))
            >
                {label}
            </Button>
        }
    };
    view! {
        <PageTitle text=move || story.with(|story| format!("Outline · {} · Fablewright", story.title))/>
        <Main>
            <header class="head">
                <h1 id="title">"Outline"</h1>
                {show(move || match (rest.get(), some_beats.get()) {
                    (true, _) => Some(generate("", "Outline the rest")),
                    (false, true) => Some(generate("", "Complete outline")),
                    (false, false) => None,
                })}
            </header>
            {show(move || {
                (no_beats.get() && !rest.get())
                    .then(|| {
                        view! {
                            <EmptyState text="Your outline: what happens in each chapter. Generate it from your \
                                         brief, or write it yourself.">
                                {generate("primary", "Generate outline")}
                            </EmptyState>
                        }
                    })
            })}
            <ErrorMessage error=studio.starting.error()/>
            <UnsavedLink/>
            <OutlineRows story=id chapters/>
            <AddChapter story=id/>
        </Main>
    }
    .into_any()
}

/// A row for each chapter. A row stays while somebody types in it, though its chapter is deleted.
#[component]
fn OutlineRows(story: StoryId, chapters: Memo<Vec<Chapter>>) -> AnyView {
    // The chapters whose forms are open.
    let open_forms = RwSignal::new(Vec::<ChapterId>::new());
    let ids = move || {
        let mut ids: Vec<ChapterId> = chapters.with(|all| all.iter().map(|c| c.id).collect());
        let deleted = open_forms.with(|open_forms| {
            let gone = open_forms.iter().filter(|id| !ids.contains(id));
            gone.copied().collect::<Vec<_>>()
        });
        ids.extend(deleted);
        ids
    };
    let row = move |id: ChapterId| {
        let chapter = Memo::new(move |last: Option<&Option<Chapter>>| {
            chapters
                .with(|all| all.iter().find(|chapter| chapter.id == id).cloned())
                .or_else(|| last.cloned().flatten())
        });
        view! { <OutlineRow story id chapter open_forms/> }.into_any()
    };
    view! {
        <ol class="outline">
            {rows(
                ids,
                |id| *id,
                row,
            )}
        </ol>
    }
    .into_any()
}

/// Adds an empty chapter at the end.
#[component]
fn AddChapter(story: StoryId) -> AnyView {
    let studio = Studio::get();
    let adding = SubmitAction::new();
    let add = move || {
        adding.run(async move {
            add_chapter(story, NewChapter::default()).await?;
            studio.touch(story, Aspect::Chapters);
            Ok(())
        });
    };
    view! {
        <ErrorMessage error=adding.error()/>
        <div class="row">
            <Button
                icon=Icon::Plus
                disabled=adding.pending()
                on_press=add
            >
                "Add chapter"
            </Button>
        </div>
    }
    .into_any()
}

/// A chapter of the outline as the page shows it. Copies share everything.
#[derive(Clone, Copy)]
struct OutlineChapter {
    story: StoryId,
    id: ChapterId,
    /// As it is, or as it was before it was deleted.
    chapter: Memo<Option<Chapter>>,
    number: Memo<u32>,
    /// Whether its form is open.
    editing: RwSignal<bool>,
    /// Whether the dialog that deletes it is open.
    deleting: RwSignal<bool>,
    /// Whether the dialog that regenerates its beats is open.
    regenerating: RwSignal<bool>,
}

#[component]
fn OutlineRow(
    story: StoryId,
    id: ChapterId,
    chapter: Memo<Option<Chapter>>,
    open_forms: RwSignal<Vec<ChapterId>>,
) -> AnyView {
    let editing = RwSignal::new(false);
    let number = memo(move || chapter.with(|c| c.as_ref().map_or(0, |c| c.number)));
    let row = OutlineChapter {
        story,
        id,
        chapter,
        number,
        editing,
        deleting: RwSignal::new(false),
        regenerating: RwSignal::new(false),
    };
    Effect::new(move |_| {
        // Opens the form again if it has text that was not saved.
        if edit::has_draft(id) {
            editing.set(true);
        }
    });
    Effect::new(move |_| {
        let editing = editing.get();
        let known = open_forms.with_untracked(|open_forms| open_forms.contains(&id));
        if known != editing {
            open_forms.update(|open_forms| {
                open_forms.retain(|known| *known != id);
                open_forms.extend(editing.then_some(id));
            });
        }
    });
    view! {
        <li data-entry=id.to_string()>
            <span class="number">{number}</span>
            <div>
                {show(move || match chapter.get_untracked().filter(|_| editing.get()) {
                    Some(chapter) => view! { <OutlineForm story chapter editing/> }.into_any(),
                    None => view! { <ChapterOutline row/> }.into_any(),
                })}
            </div>
            <RegenerateBeats row/>
            <DeleteDialog story chapter asking=row.deleting/>
        </li>
    }
    .into_any()
}

/// A chapter's title and beats, to read.
#[component]
fn ChapterOutline(row: OutlineChapter) -> AnyView {
    let OutlineChapter {
        story,
        chapter,
        number,
        ..
    } = row;
    let title =
        memo(move || chapter.with(|c| c.as_ref().map(Chapter::heading).unwrap_or_default()));
    let beats =
        memo(move || chapter.with(|c| c.as_ref().map(|c| c.outline.clone()).unwrap_or_default()));
    let has_beats = memo(move || beats.with(|beats| !beats.is_empty()));
    view! {
        <h2 lang=TextLanguage::get() dir="auto">
            <a href=memo(move || format!("/stories/{story}/write/{}", number.get()))>{title}</a>
        </h2>
        <ol class="beats" lang=TextLanguage::get()>
            {show(move || {
                beats
                    .get()
                    .into_iter()
                    .map(|beat| view! { <li dir="auto">{beat}</li> })
                    .collect_view()
            })}
        </ol>
        <ChapterButtons row has_beats/>
    }
    .into_any()
}

/// What can be done with a chapter of the outline.
#[component]
fn ChapterButtons(row: OutlineChapter, has_beats: Memo<bool>) -> AnyView {
    let number = row.number;
    view! {
        <div class="row">
            <Button
                kind="quiet"
                name=format!("Edit chapter {}", number.get_untracked())
                on_press=move || row.editing.set(true)
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
                                on_press=move || row.regenerating.set(true)
                            >
                                "Regenerate beats…"
                            </Button>
                        }
                    })
            })}
            <HistoryButton
                story=row.story
                of=VersionTarget::Outline(row.id.into())
                what=Signal::derive(move || format!("chapter {}", number.get()))
            />
            <Button
                kind="quiet"
                name=format!("Delete chapter {}", number.get_untracked())
                on_press=move || row.deleting.set(true)
            >
                "Delete"
            </Button>
        </div>
    }
    .into_any()
}

/// The dialog that generates a chapter's beats again; it is built when it is opened.
#[component]
fn RegenerateBeats(row: OutlineChapter) -> AnyView {
    let studio = Studio::get();
    let OutlineChapter {
        story, id, number, ..
    } = row;
    let open = row.regenerating;
    let regenerate = move |feedback: Option<String>| {
        let new = NewRun {
            chapter: Some(id.into()),
            feedback,
            ..NewRun::of(RunKind::Outline)
        };
        studio.start(story, new);
    };
    show(move || {
        open.get().then(|| {
            view! {
                <RegenerateDialog
                    open
                    name=format!("outline-again-{id}")
                    title=format!("Regenerate beats of chapter {}", number.get_untracked())
                    explanation="Other chapters do not change. The current beats stay in the history."
                    on_go=regenerate
                />
            }
        })
    })
}

#[component]
fn DeleteDialog(story: StoryId, chapter: Memo<Option<Chapter>>, asking: RwSignal<bool>) -> AnyView {
    let studio = Studio::get();
    let deleting = SubmitAction::new();
    let go = move || {
        if let Some(chapter) = chapter.get_untracked() {
            let heading = chapter.heading();
            let Chapter { id, version, .. } = chapter;
            deleting.run(async move {
                let entry = delete_chapter(story, id.into(), version).await?;
                asking.set(false);
                let text = format!("“{heading}” was moved to the trash.");
                studio.show_undoable(text, undo::deletion(studio, entry));
                studio.touch(story, Aspect::Chapters);
                studio.touch(story, Aspect::Story);
                Ok(())
            });
        }
    };
    // Built when it is opened: five hundred chapters would mean five hundred dialogs.
    show(move || {
        let chapter = chapter.get_untracked().filter(|_| asking.get())?;
        let lost = format!(
            "“{}” moves to the trash with its beats, {} and all its versions. You can restore it for \
             {DAYS_IN_TRASH} days. Later chapters move up by one.",
            chapter.heading(),
            formatting::pluralize(chapter.words, "word"),
        );
        Some(view! {
            <Dialog open=asking title="Delete this chapter?">
                <p>{lost}</p>
                <ErrorMessage error=deleting.error()/>
                <div class="row">
                    <Button kind="danger" disabled=deleting.pending() on_press=go>
                        "Move to trash"
                    </Button>
                    <Button on_press=move || asking.set(false)>"Cancel"</Button>
                </div>
            </Dialog>
        })
    })
}
