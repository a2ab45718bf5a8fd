//! The list of chapters: a dot, a title, and how far it is; live.

use super::{StateDot, TextLanguage, rows, show, state_dot::chapter_class};
use crate::{
    formatting,
    live::{Studio, memo},
    scroll,
};
use domain::{Chapter, ChapterState, Status, StepKind, StoryId};
use leptos::{html, prelude::*};
use std::collections::HashMap;

/// What the runs in flight and waiting say about the chapters of a story.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ChapterActivity {
    Writing(u32),
    Paused(u32),
    Next,
}

/// The chapters in order, as links to their pages.
#[component]
pub fn ChapterList(
    /// Whose.
    story: StoryId,
    /// The chapters.
    #[prop(into)]
    chapters: Signal<Vec<Chapter>>,
    /// The one on the page, by number.
    #[prop(into)]
    current: Signal<Option<u32>>,
) -> AnyView {
    let studio = Studio::get();
    let node = NodeRef::<html::Ol>::new();
    // In a long story the chapter on the page may be far down.
    Effect::new(move |_| {
        current.track();
        if let Some(list) = node.get() {
            scroll::show_current_around(list.into());
        }
    });
    let activity = memo(move || studio.with_state(|state| chapter_activity(state, story)));
    let row = move |(number, _)| {
        let chapter = Memo::new(move |last: Option<&Option<Chapter>>| {
            chapters
                .with(|all| all.iter().find(|chapter| chapter.number == number).cloned())
                .or_else(|| last.cloned().flatten())
        });
        let mine = memo(move || activity.with(|activity| activity.get(&number).copied()));
        let class = Signal::derive(move || {
            let writing = matches!(mine.get(), Some(ChapterActivity::Writing(_)));
            chapter.with(|chapter| {
                chapter
                    .as_ref()
                    .map_or("dot", |c| chapter_class(c, writing))
            })
        });
        let heading = move || chapter.with(|c| c.as_ref().map(Chapter::heading));
        let progress = move || chapter.with(|c| c.as_ref().map(|c| progress_label(c, mine.get())));
        view! {
            <li>
                <a
                    href=format!("/stories/{story}/write/{number}")
                    aria-current=memo(move || (current.get() == Some(number)).then_some("true"))
                >
                    <StateDot class/>
                    <span dir="auto">
                        <span class="unseen">{format!("{number}. ")}</span>
                        {heading}
                    </span>
                    <i lang="en">
                        {show(move || progress().map(|(shown, _)| shown))}
                        <span class="unseen">{show(move || progress().map(|(_, said)| said))}</span>
                    </i>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <ol class="chapter-list" node_ref=node lang=TextLanguage::get()>
            {rows(
                move || chapters.with(|all| all.iter().map(|c| (c.number, c.id)).collect()),
                |chapter| *chapter,
                row,
            )}
        </ol>
    }
    .into_any()
}

fn chapter_activity(state: &domain::AppState, story: StoryId) -> HashMap<u32, ChapterActivity> {
    let mut activity = HashMap::new();
    for run in state.runs.iter().filter(|run| run.story == story) {
        let now = run.current_chapter();
        for step in run.steps.iter().filter(|step| !step.status.is_ended()) {
            let writes = step.kind == StepKind::Chapter;
            let Some(number) = step.chapter.filter(|_| writes) else {
                continue;
            };
            let percent = formatting::percent(step.fraction);
            let this = match run.status {
                Status::Running if now == Some(number) => ChapterActivity::Writing(percent),
                Status::Paused if now == Some(number) => ChapterActivity::Paused(percent),
                _ => ChapterActivity::Next,
            };
            activity.entry(number).or_insert(this);
        }
    }
    activity
}

/// What is shown at the end of the row, and what is said besides.
fn progress_label(chapter: &Chapter, activity: Option<ChapterActivity>) -> (String, &'static str) {
    match activity {
        Some(ChapterActivity::Writing(percent)) => (format!("{percent}%"), " writing"),
        Some(ChapterActivity::Paused(percent)) => (format!("{percent}%"), " paused"),
        Some(ChapterActivity::Next) => ("queued".to_owned(), ""),
        None if chapter.stale.is_some() => ("may be outdated".to_owned(), ""),
        None => match chapter.state {
            ChapterState::Empty => (String::new(), "empty"),
            ChapterState::Written => (formatting::count(chapter.words), " words, written"),
            state => (state.label().to_owned(), ""),
        },
    }
}
