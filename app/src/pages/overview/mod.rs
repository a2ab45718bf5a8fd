//! A story at a glance: what it is, how far it is, what to do next.

mod brief;

use super::review::ReviewView;
use crate::{
    api::{
        calls::get_story_spent,
        chapters::list_chapters,
        proposals::get_reading_state,
        reviews::latest_review,
        settings::get_settings,
        stories::{delete_story, duplicate_story},
        world::get_world,
    },
    components::{
        Button, CancelRuns, ChapterList, Demonstration, Dialog, ErrorMessage, Main, PageTitle,
        UnsavedLink, WriteAll, loaded, page::all_loaded, show,
    },
    formatting,
    live::{Aspect, CurrentStory, LiveResource, Studio, SubmitAction, memo},
    pages::{
        entry_address::reveal_named_entry,
        proposals::ReadIt,
        undo,
        usage::{StartWithBudget, UsageTotals},
    },
};
use brief::{BriefView, EditBrief, has_draft};
use domain::{
    Chapter, NewRun, ReadingState, Review, RunKind, Settings, Story, StoryId, StorySpent, World,
    trash::DAYS_IN_TRASH,
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// `/stories/:id`
pub fn overview(id: StoryId) -> AnyView {
    let (studio, current_story) = (Studio::get(), CurrentStory::get());
    let (chapters_changed, world_changed) = (
        studio.changes(id, Aspect::Chapters),
        studio.changes(id, Aspect::World),
    );
    let chapters = LiveResource::new(move || chapters_changed.track(), move || list_chapters(id));
    let world = LiveResource::new(move || world_changed.track(), move || get_world(id));
    let called = studio.changes(id, Aspect::Chapters);
    let spent = LiveResource::new(move || called.track(), move || get_story_spent(id));
    let settings = LiveResource::new(|| (), get_settings);
    let story_changed = studio.changes(id, Aspect::Story);
    let review = LiveResource::new(move || story_changed.track(), move || latest_review(id));
    let told = studio.changes(id, Aspect::Story);
    let reading = LiveResource::new(move || told.track(), move || get_reading_state(id));
    loaded(
        move || {
            // Waited for, but no reason to show nothing else.
            let usage_loaded = spent.outcome().map(|_| Ok(()));
            let settings_loaded = settings.outcome().map(|_| Ok(()));
            all_loaded([
                settings_loaded,
                current_story.outcome(id),
                chapters.outcome(),
                world.outcome(),
                review.outcome(),
                reading.outcome(),
                usage_loaded,
            ])
        },
        move || {
            let story = current_story.story(id);
            let (chapters, world, review) = (chapters.value(), world.value(), review.value());
            let (settings, reading) = (settings.latest(), reading.value());
            view! { <Overview story chapters world review spent settings reading/> }.into_any()
        },
    )
}

/// Cancels all runs of the story together, if more than one is running or waiting.
#[component]
fn OpenRuns(story: StoryId) -> AnyView {
    let studio = Studio::get();
    let open = memo(move || {
        studio.with_state(|state| state.runs.iter().filter(|run| run.story == story).count())
    });
    let asking = RwSignal::new(false);
    let what = Signal::derive(move || {
        let runs = formatting::pluralize(open.get() as u64, "run");
        format!("{runs} of this story")
    });
    view! {
        {show(move || {
            (open.get() > 1)
                .then(|| {
                    view! {
                        <div class="row">
                            <p class="muted">
                                {format!("{} runs of this story are running or waiting.", open.get())}
                            </p>
                            <Button kind="quiet" on_press=move || asking.set(true)>
                                "Cancel all"
                            </Button>
                        </div>
                    }
                })
        })}
        <CancelRuns asking what story/>
    }
    .into_any()
}

#[component]
fn Overview(
    story: Memo<Story>,
    chapters: Memo<Vec<Chapter>>,
    world: Memo<World>,
    spent: LiveResource<StorySpent>,
    review: Memo<Option<Review>>,
    settings: Memo<Option<Settings>>,
    reading: Memo<ReadingState>,
) -> AnyView {
    let studio = Studio::get();
    let id = story.with_untracked(|story| story.id);
    let editing = RwSignal::new(false);
    reveal_named_entry();
    Effect::new(move |_| {
        if has_draft(id) {
            editing.set(true);
        }
    });
    view! {
        <PageTitle text=move || story.with(|story| format!("{} · Fablewright", story.title))/>
        <Main class="overview">
            {show(move || match editing.get() {
                true => view! { <EditBrief story=story.get_untracked() editing/> }.into_any(),
                false => view! { <BriefView story editing/> }.into_any(),
            })}
            <UnsavedLink/>
            <StoryStats story world/>
            <GenerateButtons story=id chapters world/>
            <ReadingSection story=id reading/>
            <Demonstration settings/>
            <ErrorMessage error=studio.starting.error()/>
            <OpenRuns story=id/>
            <ChapterSection story=id chapters/>
            <UsageTotals story=id spent/>
            <ReviewView story=id chapters review/>
            <StoryActions story/>
        </Main>
    }
    .into_any()
}

/// What can be generated for the story as a whole.
#[component]
fn GenerateButtons(story: StoryId, chapters: Memo<Vec<Chapter>>, world: Memo<World>) -> AnyView {
    let studio = Studio::get();
    let no_world = memo(move || world.with(World::is_empty));
    let no_beats =
        memo(move || chapters.with(|all| all.iter().all(|chapter| chapter.outline.is_empty())));
    let nothing_to_write =
        memo(move || chapters.with(|all| !all.is_empty() && all.iter().all(Chapter::is_finished)));
    let under_way = memo(move || {
        studio.with_state(|state| {
            let mut runs = state.runs.iter();
            runs.any(|run| run.story == story && run.kind == RunKind::AllChapters)
        })
    });
    let busy = studio.starting.pending();
    let disabled = Signal::derive(move || busy.get() || under_way.get());
    let generate = move |kind: RunKind, label: &'static str| {
        view! {
            <Button disabled=busy on_press=move || studio.start(story, NewRun::of(kind))>
                {label}
            </Button>
        }
    };
    view! {
        <div class="row">
            <WriteAll story chapters primary=true/>
            <StartWithBudget
                story
                new=NewRun::of(RunKind::AllChapters)
                what="Write all chapters"
                disabled
                shown=memo(move || !nothing_to_write.get())
            />
            {show(move || no_world.get().then(|| generate(RunKind::World, "Generate world")))}
            {show(move || no_beats.get().then(|| generate(RunKind::Outline, "Generate outline")))}
        </div>
    }
    .into_any()
}

/// What was not read yet, and what is to be decided about what was read.
#[component]
fn ReadingSection(story: StoryId, reading: Memo<ReadingState>) -> AnyView {
    let unread = memo(move || reading.with(|reading| reading.chapters > reading.read));
    let open = memo(move || reading.with(ReadingState::open));
    view! {
        <div class="reading">
        {show(move || {
            unread
                .get()
                .then(|| {
                    view! {
                        <div class="row">
                            <ReadIt story reading/>
                            <span class="muted">
                                "Proposes world entries, summaries and beats from your chapters."
                            </span>
                        </div>
                    }
                })
        })}
        {show(move || {
            (open.get() > 0)
                .then(|| {
                    view! {
                        <p>
                            <a href=format!("/stories/{story}/proposals")>
                                {format!(
                                    "{} to decide",
                                    formatting::pluralize(open.get().into(), "proposal"),
                                )}
                            </a>
                        </p>
                    }
                })
        })}
        </div>
    }
    .into_any()
}

/// The chapters, or how to get some.
#[component]
fn ChapterSection(story: StoryId, chapters: Memo<Vec<Chapter>>) -> AnyView {
    let no_chapters = memo(move || chapters.with(Vec::is_empty));
    view! {
        <section aria-label="Chapters">
            <h2>"Chapters"</h2>
            {show(move || {
                no_chapters
                    .get()
                    .then(|| {
                        view! {
                            <p class="muted">
                                "No chapters yet. Generate an outline, or add chapters in "
                                <a href=format!("/stories/{story}/outline")>"Outline"</a> "."
                            </p>
                        }
                    })
            })} <ChapterList story chapters current=None/>
        </section>
    }
    .into_any()
}

/// Words, chapters, world: in numbers.
#[component]
fn StoryStats(story: Memo<Story>, world: Memo<World>) -> AnyView {
    let id = story.with_untracked(|story| story.id);
    let written =
        move || story.with(|story| format!("{} of {}", story.chapters_written, story.chapters));
    let size = move || formatting::count(world.with(|world| world.entities.len()) as u64);
    view! {
        <dl class="figures">
            <div>
                <dt>"words"</dt>
                <dd>{show(move || story.with(|story| formatting::count(story.words)))}</dd>
            </div>
            <div>
                <dt>"chapters written"</dt>
                <dd>{written}</dd>
            </div>
            <div>
                <dt>
                    <a href=format!("/stories/{id}/world")>"world entries"</a>
                </dt>
                <dd>{size}</dd>
            </div>
        </dl>
    }
    .into_any()
}

/// Duplicate and delete.
#[component]
fn StoryActions(story: Memo<Story>) -> AnyView {
    let studio = Studio::get();
    let (copying, deleting) = (SubmitAction::new(), SubmitAction::new());
    let asking = RwSignal::new(false);
    let navigate = use_navigate();
    let to_copy = navigate.clone();
    let id = story.with_untracked(|story| story.id);
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
