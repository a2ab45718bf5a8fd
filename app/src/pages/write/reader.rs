//! One chapter on the page: its text, or its text as it is written.

use super::{
    Room,
    bar::Bar,
    editor::{Editor, unsaved},
    notes::Notes,
};
use crate::{
    api::{chapters::{Reading, Stopped}, runs::Wish},
    browser,
    choose::writing_run,
    components::{Button, Icon, LiveProse, Main, Prose, Trouble, page::error_of},
    live::{Following, Studio},
    words,
};
use domain::{Chapter, ChapterState, NewRun, Revision, RevisionKind, RunId, Status, StoryId};
use leptos::{html, prelude::*};

/// Closer than this to the end counts as being there, in pixels.
const NEAR: i32 = 120;

/// A chapter's state as the page needs it.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub story: StoryId,
    pub number: u32,
    pub reading: Memo<Reading>,
    /// The open run whose current step is this chapter, and how it stands.
    pub run: Memo<Option<(RunId, Status, Option<String>)>>,
    pub following: Following,
    pub editing: RwSignal<bool>,
}

impl Open {
    /// Whether a run holds the pen at this moment.
    pub fn writing(&self) -> bool {
        self.run.with(|run| matches!(run, Some((_, Status::Running, _))))
    }
}

/// The page of the chapter that `room.reading` holds now.
pub(super) fn chapter_page(room: Room) -> AnyView {
    let Some(first) = room.reading.get_untracked() else { return ().into_any() };
    let studio = Studio::here();
    let (story, chapter_id, number) = (room.id, first.chapter.id, first.chapter.number);
    // While the next chapter loads, this page keeps showing its own.
    let reading = Memo::new(move |last: Option<&Reading>| {
        let this = room.reading.get().filter(|reading| reading.chapter.id == chapter_id);
        this.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    let run = Memo::new(move |_| {
        studio.runs(|state| {
            writing_run(state, story, number)
                .map(|run| (run.id, run.status, run.waiting_for.clone()))
        })
    });
    let draft = reading.with_untracked(|reading| reading.draft.clone());
    let following = Following::new(story, number, chapter_id, draft);
    let open = Open { story, number, reading, run, following, editing: RwSignal::new(false) };

    Effect::new(move |_| {
        studio.follow(chapter_id, following);
        browser::close_sheet("chapters");
    });
    Effect::new(move |_| {
        let draft = reading.with(|reading| reading.draft.clone());
        match draft {
            Some(draft) => following.renew(draft),
            // Without a run the text is a revision now. With one, the draft is only just beginning.
            None if run.get().is_none() => following.end(),
            None => {}
        }
    });
    view! {
        <ChapterMain room open/>
        <Notes room open/>
    }
    .into_any()
}

#[component]
fn ChapterMain(room: Room, open: Open) -> AnyView {
    let end = NodeRef::<html::Div>::new();
    let at_end = RwSignal::new(true);
    let live = Memo::new(move |_| open.following.run.with(Option::is_some));
    let measure = move || {
        if let Some(page) = end.get_untracked().and_then(|end| end.closest("main").ok().flatten()) {
            let left = page.scroll_height() - page.scroll_top() - page.client_height();
            at_end.set(left < NEAR);
        }
    };
    let to_end = move || {
        if let Some(page) = end.get_untracked().and_then(|end| end.closest("main").ok().flatten()) {
            page.set_scroll_top(page.scroll_height());
        }
    };
    // The text follows its end only for a reader who is there already.
    Effect::new(move |first: Option<()>| {
        open.following.tail.track();
        open.following.paragraphs.track();
        if first.is_none() {
            measure();
        } else if live.get_untracked() && at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    });
    view! {
        <Main class="manuscript">
            <div class="watch" on:scroll:capture=|_| {} ></div>
            <Bar room open/>
            <article>
                <ChapterHead reading=open.reading/>
                {move || match open.editing.get() {
                    true => view! { <Editor open/> }.into_any(),
                    false => view! { <Text open live/> }.into_any(),
                }}
            </article>
            <div node_ref=end></div>
            {move || {
                (live.get() && !at_end.get())
                    .then(|| {
                        view! {
                            <p class="jump">
                                <Button icon=Icon::Down on_press=to_end>
                                    "Jump to the end"
                                </Button>
                            </p>
                        }
                    })
            }}
            <Scrolled on_scroll=Callback::new(move |()| measure())/>
        </Main>
    }
    .into_any()
}
