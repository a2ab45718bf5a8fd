//! One chapter on the page: its text, or its text as it is written.

use super::{
    bar::Bar,
    candidate::Candidate,
    chapter_view::{ChapterView, DeletedItem, WriteContext},
    editor::{DiscardedNotice, Editor},
    empty_states::{EmptyChapter, NextChapterLink, PausedDraft, UnfinishedEnding},
    found_bar::FoundBar,
    notes::Notes,
    passage::Passage,
    passage_link::{self, MissingPassage},
    progress::ChapterProgressView,
    saving::EditConflictDialog,
};
use crate::{
    browser,
    components::{
        Button, Demonstration, Icon, LiveProse, Main, Manuscript, Prose, TextLanguage, show,
    },
    live::{CurrentStory, LiveDraft, Studio, memo, preparing_run, run_for_chapter, writing_run},
    scroll,
};
use domain::{AppState, ChapterDetails, ChapterId, Origin, RevisionKind};
use leptos::{html, prelude::*};

/// Closer than this to the end counts as being there, in pixels.
const NEAR: i32 = 120;

/// The page of the chapter that `context.details` holds now.
pub(super) fn chapter_page(context: WriteContext) -> AnyView {
    let Some(first) = context.details.get_untracked() else {
        return ().into_any();
    };
    let view = chapter_view(context, first);
    Effect::new(move |_| {
        view.studio.follow(view.chapter, view.live_draft);
        browser::close_popover("chapters");
        view.recover();
    });
    keep_page_while_typing(context, view);
    follow_stored_draft(view);
    view.leave_editor_when_read();
    view.follow_number(context);
    view.recovers_on_return();
    passage_link::scroll_to(view);
    view! {
        <ChapterMain context view/>
        <Notes context view/>
    }
    .into_any()
}

/// The state of the page, from what is loaded of the chapter.
fn chapter_view(context: WriteContext, first: ChapterDetails) -> ChapterView {
    let studio = Studio::get();
    let (story, chapter, number) = (context.id, first.chapter.id, first.chapter.number);
    // While the next chapter loads, this page keeps showing its own.
    let details = Memo::new(move |last: Option<&ChapterDetails>| {
        let this = context
            .details
            .get()
            .filter(|details| details.chapter.id == chapter);
        this.or_else(|| last.cloned())
            .unwrap_or_else(|| first.clone())
    });
    let run = memo(move || {
        studio.with_state(|state| {
            writing_run(state, chapter)
                .or_else(|| preparing_run(state, chapter))
                .map(|run| (run.id, run.status, run.waiting_for.clone()))
        })
    });
    let draft = details.with_untracked(|details| details.draft.clone());
    ChapterView {
        studio,
        story,
        number,
        chapter,
        details,
        run,
        live_draft: LiveDraft::new(story, number, chapter, draft),
        editing: RwSignal::new(false),
        of: context.story,
        chapters: context.chapters,
        deleted: deleted_item(context, chapter),
        recovered: StoredValue::new(None),
        others: RwSignal::new(Vec::new()),
        discarded: RwSignal::new(None),
        settled_count: StoredValue::new(0),
        passage: Passage::new(details),
        conflict: RwSignal::new(None),
        input_locked: RwSignal::new(false),
        saved: RwSignal::new(None),
        shows_live_draft: RwSignal::new(true),
    }
}

/// What was deleted while the page was open: the story, or only the chapter.
fn deleted_item(context: WriteContext, chapter: ChapterId) -> Memo<Option<DeletedItem>> {
    let current_story = CurrentStory::get();
    memo(move || {
        let story_is_gone = current_story
            .outcome(context.id)
            .is_some_and(|outcome| outcome.is_err_and(|error| error.is_not_found()));
        match story_is_gone {
            true => Some(DeletedItem::Story),
            false if context.number_of(chapter).is_none() => Some(DeletedItem::Chapter),
            false => None,
        }
    })
}

/// While somebody types, the page stays, whatever becomes of the chapter.
fn keep_page_while_typing(context: WriteContext, view: ChapterView) {
    let current_story = CurrentStory::get();
    Effect::new(move |_| {
        let typing = view.editing.get().then_some(view.chapter);
        context
            .typing
            .set(typing.map(|id| (id, current_story.path.get_untracked())));
    });
    on_cleanup(move || {
        context.typing.try_update(|typing| {
            if typing.as_ref().is_some_and(|(id, _)| *id == view.chapter) {
                *typing = None;
            }
        });
    });
}

/// Replaces the live draft by the stored one whenever the chapter is loaded again.
fn follow_stored_draft(view: ChapterView) {
    Effect::new(move |_| {
        let draft = view.details.with(|details| details.draft.clone());
        match draft {
            Some(draft) => view.live_draft.replace(draft),
            // Without a run the text is a revision now. With one, the draft is only just beginning.
            None if view.run.get().is_none() => {
                view.live_draft.clear();
                view.shows_live_draft.set(true);
            }
            None => {}
        }
    });
}

#[component]
fn ChapterMain(context: WriteContext, view: ChapterView) -> AnyView {
    let node = NodeRef::<html::Main>::new();
    let scroll_key = format!("{}{}", scroll::CHAPTER_PREFIX, view.chapter);
    let at_end = RwSignal::new(true);
    let live = memo(move || view.live_draft.run.with(Option::is_some));
    let watched = memo(move || live.get() && view.shows_live_draft.get() && !view.editing.get());
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
        view.live_draft.tail.track();
        view.live_draft.paragraphs.track();
        if before.is_none() {
            measure();
        } else if watched.get_untracked() && at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    });
    view! {
        <Main class="manuscript" scroll_key node on_scroll=measure>
            <Bar context view/>
            <article>
                <ChapterHead details=view.details/>
                <Demonstration settings=context.settings/>
                <Candidate view/>
                <DiscardedNotice view/>
                <MissingPassage view/>
                {show(move || match view.editing.get() {
                    true => view! { <Editor view/> }.into_any(),
                    false => view! { <ChapterText context view live/> }.into_any(),
                })}
            </article>
            <FoundBar view/>
            <EditConflictDialog view/>
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
fn ChapterHead(details: Memo<ChapterDetails>) -> AnyView {
    let heading = memo(move || details.with(|details| details.chapter.heading()));
    let beats = memo(move || details.with(|details| beats_line(&details.chapter.outline)));
    let stale = memo(move || details.with(|details| details.chapter.stale.clone()));
    view! {
        <h1 id="title" lang=TextLanguage::get() dir="auto">
            {heading}
        </h1>
        <p class="beats" lang=TextLanguage::get() dir="auto">
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
fn ChapterText(context: WriteContext, view: ChapterView, live: Memo<bool>) -> AnyView {
    let revision = memo(move || view.details.with(|details| details.revision.clone()));
    let shows_live_draft = view.shows_live_draft;
    let starting = view.studio.starting.pending();
    let is_preparing = memo(move || {
        let towards = |state: &AppState| run_for_chapter(state, view.chapter).is_some();
        starting.get() || view.studio.with_state(towards)
    });
    show(move || {
        match (live.get(), revision.get()) {
        (true, Some(revision)) if !shows_live_draft.get() => view! {
            <div class="beside">
                <p>"A new draft of this chapter is being generated."</p>
                <Button kind="quiet" on_press=move || shows_live_draft.set(true)>
                    "Show live draft"
                </Button>
            </div>
            {own_text(view, revision.text)}
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
                            <Button kind="quiet" on_press=move || shows_live_draft.set(false)>
                                "Show current version"
                            </Button>
                        </div>
                    }
                })}
            <Manuscript>
                <LiveProse live_draft=view.live_draft writing=Signal::derive(move || view.writing())/>
            </Manuscript>
            <PausedDraft view/>
        }
        .into_any(),
        (false, Some(revision)) => view! {
            {own_text(view, revision.text)}
            <UnfinishedEnding view/>
            <NextChapterLink context view/>
        }
        .into_any(),
        (false, None) => show(move || match is_preparing.get() {
            true => view! { <ChapterProgressView view/> }.into_any(),
            false => view! { <EmptyChapter view/> }.into_any(),
        }),
    }
    })
}

/// The text the chapter has, with the passage marked that the address names.
fn own_text(view: ChapterView, text: String) -> AnyView {
    view! {
        <Manuscript>
            {show(move || view! { <Prose text=text.clone() marked=view.passage.marked()/> })}
        </Manuscript>
    }
    .into_any()
}
