//! One chapter on the page: its text, or its text as it is written.

use super::{
    Room,
    bar::Bar,
    candidate::Candidate,
    coming::ComingText,
    edges::{Blank, Ending, Onward, Standstill},
    editor::{Discarded, Editor},
    gone::Deleted,
    kept::{self, Source, Unsaved},
    notes::Notes,
    passage::{Lost, Passage},
    saving::{Clash, Clashed},
};
use crate::{
    api::chapters::Reading,
    browser,
    components::{
        Button, Demonstration, Icon, LiveProse, Main, Manuscript, Prose, TextLanguage, show,
    },
    live::{Aspect, Following, Here, Studio, memo, preparing_run, run_towards, writing_run},
    scroll,
};
use domain::{
    AppState, Chapter, ChapterId, Origin, RevisionKind, RunId, Status, StepKind, Story, StoryId,
};
use leptos::{html, prelude::*};

/// Closer than this to the end counts as being there, in pixels.
const NEAR: i32 = 120;

/// A chapter's state as the page needs it.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub studio: Studio,
    pub story: StoryId,
    pub number: u32,
    pub chapter: ChapterId,
    pub reading: Memo<Reading>,
    /// The open run whose current step is this chapter or what it needs first, and how it stands.
    pub run: Memo<Option<(RunId, Status, Option<String>)>>,
    pub following: Following,
    pub editing: RwSignal<bool>,
    /// The story.
    pub of: Memo<Story>,
    /// All chapters of the story.
    pub chapters: Memo<Vec<Chapter>>,
    /// What was deleted of the chapter that is typed in, or its story.
    pub gone: Memo<Option<Deleted>>,
    /// The unsaved text that the editor begins with.
    pub recovered: StoredValue<Option<Unsaved>>,
    /// Other unsaved texts of this chapter.
    pub others: RwSignal<Vec<(Source, Unsaved)>>,
    /// What was discarded on this page last.
    pub discarded: RwSignal<Option<Unsaved>>,
    /// How many texts were saved or discarded on this page.
    pub settlements: StoredValue<u32>,
    /// The passage that the address names.
    pub passage: Passage,
    /// What could not be saved, since the chapter has another text by now.
    pub clash: RwSignal<Option<Clash>>,
    /// Whether what is typed is being saved by another part of the page than the editor.
    pub held: RwSignal<bool>,
    /// The version that the chapter got by saving, until the page has it.
    saved: RwSignal<Option<i64>>,
    /// Whether a text that is being written is shown instead of the one the chapter has.
    watching: RwSignal<bool>,
}

impl Open {
    /// The text the chapter has.
    pub fn text(&self) -> String {
        self.reading.with_untracked(|reading| {
            let revision = reading.revision.as_ref();
            revision.map_or_else(String::new, |revision| revision.text.clone())
        })
    }

    /// What was typed is saved, and the chapter is at `version` by it: nothing is left to be kept or decided.
    pub fn settled(&self, version: i64) {
        self.settle();
        kept::forget(*self);
        self.discarded.set(None);
        self.clash.set(None);
        self.saved.set(Some(version));
        self.studio.touch(self.story, Aspect::Chapters);
        self.studio.touch(self.story, Aspect::Story);
    }

    /// Whether what was typed is saved and the page is about to show it.
    pub fn is_saved(&self) -> bool {
        self.saved.with(Option::is_some)
    }

    /// Leaves the editor once the page has what was saved: until then it would show an older text.
    fn leave_editor_when_read(&self) {
        let this = *self;
        Effect::new(move |_| {
            let version = this.reading.with(|reading| reading.chapter.version);
            if this.saved.get().is_some_and(|saved| saved <= version) {
                this.saved.set(None);
                this.editing.set(false);
                // What was just saved is what is read, also while a run goes on writing.
                this.watching.set(this.run.with_untracked(Option::is_none));
            }
        });
    }

    /// Shows the text the chapter has, where there is one, instead of one that is being written.
    pub fn show_own_text(&self) {
        let is_there = self
            .reading
            .with_untracked(|reading| reading.revision.is_some());
        if is_there && self.watching.get_untracked() && self.run.with_untracked(Option::is_some) {
            self.watching.set(false);
        }
    }

    /// Whether an open run has this chapter still to write, now or later.
    pub fn is_planned(&self) -> bool {
        let (story, chapter) = (self.story, self.chapter);
        self.studio.runs(|state| {
            let mut runs = state.runs.iter().filter(|run| run.story == story);
            runs.any(|run| {
                run.steps.iter().any(|step| {
                    step.kind == StepKind::Chapter
                        && step.chapter_id == Some(chapter)
                        && step.status != Status::Succeeded
                })
            })
        })
    }

    /// Whether a run holds the pen at this moment.
    pub fn writing(&self) -> bool {
        self.run
            .with(|run| matches!(run, Some((_, Status::Running, _))))
    }
}

/// The page of the chapter that `room.reading` holds now.
pub(super) fn chapter_page(room: Room) -> AnyView {
    let Some(first) = room.reading.get_untracked() else {
        return ().into_any();
    };
    let studio = Studio::here();
    let (story, chapter_id, number) = (room.id, first.chapter.id, first.chapter.number);
    // While the next chapter loads, this page keeps showing its own.
    let reading = Memo::new(move |last: Option<&Reading>| {
        let this = room
            .reading
            .get()
            .filter(|reading| reading.chapter.id == chapter_id);
        this.or_else(|| last.cloned())
            .unwrap_or_else(|| first.clone())
    });
    let run = memo(move || {
        studio.runs(|state| {
            writing_run(state, chapter_id)
                .or_else(|| preparing_run(state, chapter_id))
                .map(|run| (run.id, run.status, run.waiting_for.clone()))
        })
    });
    let draft = reading.with_untracked(|reading| reading.draft.clone());
    let following = Following::new(story, number, chapter_id, draft);
    let here = Here::get();
    let gone = memo(move || {
        let story_is_gone = here
            .outcome(story)
            .is_some_and(|outcome| outcome.is_err_and(|error| error.is_not_found()));
        match story_is_gone {
            true => Some(Deleted::Story),
            false if room.number_of(chapter_id).is_none() => Some(Deleted::Chapter),
            false => None,
        }
    });
    let open = Open {
        studio,
        story,
        number,
        chapter: chapter_id,
        reading,
        run,
        following,
        editing: RwSignal::new(false),
        of: room.story,
        chapters: room.chapters,
        gone,
        recovered: StoredValue::new(None),
        others: RwSignal::new(Vec::new()),
        discarded: RwSignal::new(None),
        settlements: StoredValue::new(0),
        passage: Passage::new(reading),
        clash: RwSignal::new(None),
        held: RwSignal::new(false),
        saved: RwSignal::new(None),
        watching: RwSignal::new(true),
    };

    Effect::new(move |_| {
        studio.follow(chapter_id, following);
        browser::close_sheet("chapters");
        open.recover();
    });
    // While somebody types, the page stays, whatever becomes of the chapter.
    Effect::new(move |_| {
        let typing = open.editing.get().then_some(chapter_id);
        room.typing
            .set(typing.map(|id| (id, here.path.get_untracked())));
    });
    on_cleanup(move || {
        room.typing.try_update(|typing| {
            if typing.as_ref().is_some_and(|(id, _)| *id == chapter_id) {
                *typing = None;
            }
        });
    });
    Effect::new(move |_| {
        let draft = reading.with(|reading| reading.draft.clone());
        match draft {
            Some(draft) => following.renew(draft),
            // Without a run the text is a revision now. With one, the draft is only just beginning.
            None if run.get().is_none() => {
                following.end();
                open.watching.set(true);
            }
            None => {}
        }
    });
    open.leave_editor_when_read();
    open.follows_its_number(room);
    open.recovers_on_return();
    Passage::lead(open);
    view! {
        <ChapterMain room open/>
        <Notes room open/>
    }
    .into_any()
}

#[component]
fn ChapterMain(room: Room, open: Open) -> AnyView {
    let node = NodeRef::<html::Main>::new();
    let place = format!("{}{}", scroll::CHAPTER, open.chapter);
    let at_end = RwSignal::new(true);
    let live = memo(move || open.following.run.with(Option::is_some));
    let watched = memo(move || live.get() && open.watching.get() && !open.editing.get());
    let measure = move || {
        if let Some(page) = node.get_untracked() {
            let near = page.scroll_height() - page.scroll_top() - page.client_height() < NEAR;
            if at_end.get_untracked() != near {
                at_end.set(near);
            }
        }
    };
    // A frame later the page may be gone.
    let to_end = move || {
        if let Some(page) = node.try_get_untracked().flatten() {
            page.set_scroll_top(page.scroll_height());
        }
    };
    // The text follows its end only for a reader who is there already.
    Effect::new(move |before: Option<()>| {
        open.following.tail.track();
        open.following.paragraphs.track();
        if before.is_none() {
            measure();
        } else if watched.get_untracked() && at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    });
    view! {
        <Main class="manuscript" place node on_scroll=measure>
            <Bar room open/>
            <article>
                <ChapterHead reading=open.reading/>
                <Demonstration settings=room.settings/>
                <Candidate open/>
                <Discarded open/>
                <Lost open/>
                {show(move || match open.editing.get() {
                    true => view! { <Editor open/> }.into_any(),
                    false => view! { <Text room open live/> }.into_any(),
                })}
            </article>
            <Clashed open/>
            {show(move || {
                (watched.get() && !at_end.get())
                    .then(|| {
                        view! {
                            <div class="jump">
                                <Button icon=Icon::Down on_press=to_end>
                                    "Jump to the end"
                                </Button>
                            </div>
                        }
                    })
            })}
        </Main>
    }
    .into_any()
}

#[component]
fn ChapterHead(reading: Memo<Reading>) -> AnyView {
    let heading = memo(move || reading.with(|reading| reading.chapter.heading()));
    let beats = memo(move || reading.with(|reading| beats_line(&reading.chapter.outline)));
    let stale = memo(move || reading.with(|reading| reading.chapter.stale.clone()));
    view! {
        <h1 id="title" lang=TextLanguage::here() dir="auto">
            {heading}
        </h1>
        <p class="beats" lang=TextLanguage::here() dir="auto">
            {beats}
        </p>
        {show(move || stale.get().map(|reason| view! { <p class="stale">{reason}</p> }))}
    }
    .into_any()
}

/// The beats in one line: "Odran refuses the fare · Mara finds the ledger".
fn beats_line(beats: &[String]) -> String {
    let beats: Vec<&str> = beats
        .iter()
        .map(|beat| beat.trim_end_matches('.'))
        .collect();
    beats.join(" · ")
}

/// The text as it is: growing, finished, or not there yet.
#[component]
fn Text(room: Room, open: Open, live: Memo<bool>) -> AnyView {
    let revision = memo(move || open.reading.with(|reading| reading.revision.clone()));
    let watching = open.watching;
    let starting = open.studio.starting.pending();
    let is_coming = memo(move || {
        let towards = |state: &AppState| run_towards(state, open.chapter).is_some();
        starting.get() || open.studio.runs(towards)
    });
    show(move || {
        match (live.get(), revision.get()) {
        (true, Some(revision)) if !watching.get() => view! {
            <div class="beside">
                <p>"A new draft of this chapter is being generated."</p>
                <Button kind="quiet" on_press=move || watching.set(true)>
                    "Show live draft"
                </Button>
            </div>
            {own_text(open, revision.text)}
        }
        .into_any(),
        (true, before) => view! {
            // A text that stops in the middle is the beginning of what is being written.
            {before
                .filter(|before| {
                    before.summary.kind != RevisionKind::Partial || before.summary.origin == Origin::Person
                })
                .map(|_| {
                    view! {
                        <div class="beside">
                            <p>"Live draft."</p>
                            <Button kind="quiet" on_press=move || watching.set(false)>
                                "Show current version"
                            </Button>
                        </div>
                    }
                })}
            <Manuscript>
                <LiveProse following=open.following writing=Signal::derive(move || open.writing())/>
            </Manuscript>
            <Standstill open/>
        }
        .into_any(),
        (false, Some(revision)) => view! {
            {own_text(open, revision.text)}
            <Ending open/>
            <Onward room open/>
        }
        .into_any(),
        (false, None) => show(move || match is_coming.get() {
            true => view! { <ComingText open/> }.into_any(),
            false => view! { <Blank open/> }.into_any(),
        }),
    }
    })
}

/// The text the chapter has, with the passage marked that the address names.
fn own_text(open: Open, text: String) -> AnyView {
    view! {
        <Manuscript>
            {show(move || view! { <Prose text=text.clone() marked=open.passage.marked()/> })}
        </Manuscript>
    }
    .into_any()
}
