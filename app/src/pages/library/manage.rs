//! What is done with stories of the library: one by its menu, several by selecting them. In the second file, which is
//! loaded when it is first asked for.

use super::LibraryContext;
use crate::{
    api::{
        history::restore_trashed,
        stories::{change_stories, duplicate_story},
    },
    browser,
    components::{Button, Dialog, ErrorMessage, show},
    formatting,
    live::{Aspect, Studio, SubmitAction, Undo, memo},
};
use domain::{
    BatchAction, BatchOutcome, BatchStory, NoticeLevel, Story, StoryBatch, StoryId, TrashId,
    trash::DAYS_IN_TRASH,
};
use leptos::prelude::*;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The bar of what is selected, and the menu of a story.
pub fn manage_stories(context: LibraryContext) -> AnyView {
    let doing = SubmitAction::new();
    view! {
        {show(move || {
            context.is_selecting.get().then(|| view! { <SelectionBar context doing/> })
        })}
        {show(move || {
            let managed = context.managed.get()?;
            let story = find(context, managed)?;
            Some(view! { <StoryMenu context story doing/> })
        })}
    }
    .into_any()
}

fn find(context: LibraryContext, id: StoryId) -> Option<Story> {
    context.library.with_untracked(|library| {
        library
            .stories
            .items
            .iter()
            .find(|story| story.id == id)
            .cloned()
    })
}

/// The selected stories that are shown, as they are now: nobody acts on what they do not see.
fn selected(context: LibraryContext) -> Vec<Story> {
    context.selected.with(|selected| {
        context.library.with(|library| {
            let stories = library.stories.items.iter();
            stories
                .filter(|story| selected.contains(&story.id))
                .cloned()
                .collect()
        })
    })
}

/// "“The Lamp”", "3 stories"
fn named(stories: &[Story]) -> String {
    match stories {
        [story] => format!("“{}”", story.title),
        many => format!("{} stories", formatting::count(many.len() as u64)),
    }
}

/// What to do with how many, while stories are being selected.
#[component]
fn SelectionBar(context: LibraryContext, doing: SubmitAction) -> AnyView {
    let chosen = memo(move || selected(context));
    let none = memo(move || chosen.with(Vec::is_empty));
    let disabled = Signal::derive(move || none.get() || doing.pending().get());
    let asking = RwSignal::new(false);
    let act = move |action: BatchAction| {
        let archived = action == BatchAction::Unarchive;
        let mut stories = chosen.get_untracked();
        if action != BatchAction::Delete {
            stories.retain(|story| story.archived_at.is_some() == archived);
        }
        carry_out(context, doing, action, stories);
        asking.set(false);
    };
    let select_all = move || {
        let all = context
            .library
            .with_untracked(|library| library.stories.items.iter().map(|story| story.id).collect());
        context.selected.set(all);
    };
    view! {
        <section class="selection" aria-label="Selected stories">
            <p role="status">
                {show(move || match chosen.with(Vec::len) {
                    0 => "Select stories to archive or delete them.".to_owned(),
                    1 => "1 story selected".to_owned(),
                    count => format!("{} stories selected", formatting::count(count as u64)),
                })}
            </p>
            <div class="row">
                <Button kind="quiet" on_press=select_all>
                    "Select all shown"
                </Button>
                {archive_buttons(chosen, disabled, act)}
                <Button disabled on_press=move || asking.set(true)>
                    "Delete"
                </Button>
                <Button
                    kind="quiet"
                    on_press=move || {
                        context.is_selecting.set(false);
                        context.selected.set(HashSet::new());
                        browser::focus("main");
                    }
                >
                    "Cancel"
                </Button>
            </div>
            <ErrorMessage error=doing.error()/>
            <Dialog open=asking title="Move to the trash?">
                <p>{move || chosen.with(|stories| lost(stories))}</p>
                <div class="row">
                    <Button kind="danger" disabled on_press=move || act(BatchAction::Delete)>
                        "Move to trash"
                    </Button>
                    <Button on_press=move || asking.set(false)>"Cancel"</Button>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}

/// "Archive" and "Unarchive": what there is among the selected stories to do it with.
fn archive_buttons(
    chosen: Memo<Vec<Story>>,
    disabled: Signal<bool>,
    act: impl Fn(BatchAction) + Copy + Send + Sync + 'static,
) -> AnyView {
    let button = move |archived: bool| {
        let (action, label) = match archived {
            true => (BatchAction::Unarchive, "Unarchive"),
            false => (BatchAction::Archive, "Archive"),
        };
        let is_shown = memo(move || {
            chosen.with(|stories| {
                let mut stories = stories.iter();
                let is_none = !archived && stories.len() == 0;
                is_none || stories.any(|story| story.archived_at.is_some() == archived)
            })
        });
        show(move || {
            is_shown.get().then(|| {
                view! {
                    <Button disabled on_press=move || act(action)>
                        {label}
                    </Button>
                }
            })
        })
    };
    [button(false), button(true)].into_any()
}

/// What a deletion takes away, and for how long it can come back.
fn lost(stories: &[Story]) -> String {
    let chapters = stories.iter().map(|story| u64::from(story.chapters)).sum();
    let words = stories.iter().map(|story| story.words).sum();
    format!(
        "{} with {} and {} will move to the trash, and what is being generated for them will be cancelled. You can \
         restore them for {DAYS_IN_TRASH} days.",
        named(stories),
        formatting::pluralize(chapters, "chapter"),
        formatting::pluralize(words, "word"),
    )
}

/// The menu of one story.
#[component]
fn StoryMenu(context: LibraryContext, story: Story, doing: SubmitAction) -> AnyView {
    let studio = Studio::get();
    let (open, asking) = (RwSignal::new(true), RwSignal::new(false));
    Effect::new(move |_| {
        if !open.get() {
            context.managed.set(None);
        }
    });
    doing.clear_error();
    let (id, disabled) = (story.id, doing.pending());
    let archive = match story.archived_at {
        Some(_) => (BatchAction::Unarchive, "Unarchive"),
        None => (BatchAction::Archive, "Archive"),
    };
    let title = story.title.clone();
    let lost = lost(std::slice::from_ref(&story));
    let story = StoredValue::new(story);
    let act = move |action| carry_out(context, doing, action, vec![story.get_value()]);
    let copy = move || {
        doing.run(async move {
            let copy = duplicate_story(id).await?;
            studio.touch(copy.id, Aspect::Story);
            studio.show_message(NoticeLevel::Info, &format!("“{}” was made.", copy.title));
            open.set(false);
            Ok(())
        });
    };
    view! {
        <Dialog open title>
            {show(move || match asking.get() {
                false => {
                    view! {
                        <div class="story-menu">
                            <a class="button" href=format!("/stories/{id}")>
                                "Open overview"
                            </a>
                            <a class="button" href=format!("/stories/{id}/export")>
                                "Export"
                            </a>
                            <Button disabled on_press=copy>
                                "Duplicate"
                            </Button>
                            <Button disabled on_press=move || act(archive.0)>
                                {archive.1}
                            </Button>
                            <Button on_press=move || asking.set(true)>"Delete"</Button>
                        </div>
                    }
                        .into_any()
                }
                true => {
                    view! {
                        <p>{lost.clone()}</p>
                        <div class="row">
                            <Button
                                kind="danger"
                                disabled
                                on_press=move || act(BatchAction::Delete)
                            >
                                "Move to trash"
                            </Button>
                            <Button on_press=move || asking.set(false)>"Back"</Button>
                        </div>
                    }
                        .into_any()
                }
            })}
            <ErrorMessage error=doing.error()/>
            <p class="muted">
                {show(move || {
                    disabled.get().then_some("Working… A long story takes a few seconds to copy.")
                })}
            </p>
        </Dialog>
    }
    .into_any()
}

/// Changes stories, says what was done and what was not, and lets all of it be undone at once.
fn carry_out(
    context: LibraryContext,
    doing: SubmitAction,
    action: BatchAction,
    stories: Vec<Story>,
) {
    let studio = Studio::get();
    doing.run(async move {
        let mut outcomes = Vec::new();
        for part in stories.chunks(StoryBatch::MAX) {
            let stories = part.iter().map(|story| BatchStory {
                id: story.id,
                version: story.version,
            });
            let stories = stories.collect();
            match change_stories(StoryBatch { action, stories }).await {
                Ok(part) => outcomes.extend(part),
                Err(error) if outcomes.is_empty() => return Err(error),
                // The first parts are done, and can be undone.
                Err(error) => {
                    studio.show_error(&error);
                    break;
                }
            }
        }
        context.managed.set(None);
        context.selected.update(|selected| {
            for outcome in outcomes.iter().filter(|outcome| outcome.error.is_none()) {
                selected.remove(&outcome.story);
            }
        });
        report(studio, action, &stories, &outcomes);
        studio.library.update(|version| *version += 1);
        Ok(())
    });
}

fn report(studio: Studio, action: BatchAction, stories: &[Story], outcomes: &[BatchOutcome]) {
    let title = |id: StoryId| stories.iter().find(|story| story.id == id);
    for outcome in outcomes {
        studio.touch(outcome.story, Aspect::Story);
        if let (Some(story), Some(error)) = (title(outcome.story), &outcome.error) {
            studio.show_message(NoticeLevel::Error, &format!("“{}”: {error}", story.title));
        }
    }
    let is_done = |outcome: &&BatchOutcome| outcome.error.is_none();
    let done: Vec<BatchOutcome> = outcomes.iter().filter(is_done).cloned().collect();
    let changed: Vec<Story> = done
        .iter()
        .filter_map(|outcome| title(outcome.story).cloned())
        .collect();
    if changed.is_empty() {
        return;
    }
    let was = if changed.len() == 1 { "was" } else { "were" };
    let what = match action {
        BatchAction::Archive => "archived",
        BatchAction::Unarchive => "moved back to the library",
        BatchAction::Delete => "moved to the trash",
    };
    let undo = undo_of(studio, action, done, named(&changed));
    studio.show_undoable(format!("{} {was} {what}.", named(&changed)), undo);
}

/// Takes back what was done with several stories.
fn undo_of(studio: Studio, action: BatchAction, done: Vec<BatchOutcome>, named: String) -> Undo {
    let trashed: Vec<TrashId> = done.iter().filter_map(|outcome| outcome.trashed).collect();
    // What came back does not come back twice, where the rest failed.
    let left = Arc::new(Mutex::new(trashed));
    Undo::new(move || {
        let (done, named, left) = (done.clone(), named.clone(), Arc::clone(&left));
        async move {
            if action == BatchAction::Delete {
                let lock = || left.lock().unwrap_or_else(PoisonError::into_inner);
                loop {
                    let Some(entry) = lock().last().copied() else {
                        break;
                    };
                    restore_trashed(entry).await?;
                    lock().pop();
                }
            } else {
                let back = match action {
                    BatchAction::Archive => BatchAction::Unarchive,
                    _ => BatchAction::Archive,
                };
                let stories: Vec<BatchStory> = done
                    .iter()
                    .filter_map(|outcome| {
                        let (id, version) = (outcome.story, outcome.version?);
                        Some(BatchStory { id, version })
                    })
                    .collect();
                for part in stories.chunks(StoryBatch::MAX) {
                    let stories = part.to_vec();
                    let outcomes = change_stories(StoryBatch {
                        action: back,
                        stories,
                    })
                    .await?;
                    for error in outcomes.into_iter().filter_map(|outcome| outcome.error) {
                        studio.show_message(NoticeLevel::Error, &error);
                    }
                }
            }
            for outcome in &done {
                studio.touch(outcome.story, Aspect::Story);
            }
            let text = match action {
                BatchAction::Delete => format!("{named} came back from the trash."),
                _ => format!("Undone: {named}."),
            };
            studio.show_message(NoticeLevel::Info, &text);
            Ok(())
        }
    })
}
