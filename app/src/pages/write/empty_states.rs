//! Empty and unfinished chapters, paused drafts, and the link to the next chapter.

use super::{
    chapter_view::{ChapterView, WriteContext},
    generate::FinishedToggle,
};
use crate::{
    api::runs::RunCommand,
    components::{Button, ErrorMessage, RelativeTime, TextLanguage, show},
    formatting,
    live::{Studio, memo},
    pages::usage::StartWithBudget,
};
use domain::{ChapterState, NewRun, Status, StoppedRun, WriteMode};
use leptos::prelude::*;

/// Below a text that stops before the chapter's end, and how to go on.
#[component]
pub(super) fn UnfinishedEnding(view: ChapterView) -> AnyView {
    let studio = Studio::get();
    let stopped = memo(move || {
        view.details.with(|details| {
            // One that waits for a look may have no whole text either.
            let stops = match details.chapter.state {
                ChapterState::Partial => true,
                ChapterState::NeedsReview => {
                    details.chapter.revision.is_some() && !details.chapter.is_finished()
                }
                ChapterState::Empty | ChapterState::Drafting | ChapterState::Written => false,
            };
            stops.then(|| (details.stopped.clone(), details.chapter.words))
        })
    });
    let go_on = move |stopped: &Option<StoppedRun>| match stopped {
        Some(stopped) => {
            let run = stopped.run;
            Callback::new(move |()| studio.control_run(run, RunCommand::Resume))
        }
        None => Callback::new(move |()| {
            let new = NewRun::chapter_in_mode(view.chapter, WriteMode::Continue);
            studio.start(view.story, new);
        }),
    };
    show(move || {
        let (stopped, words) = stopped.get().filter(|_| view.run.with(Option::is_none))?;
        let why = why_stopped(stopped.as_ref());
        let kept_words = format!("{} kept.", formatting::pluralize(words, "word"));
        // What failed once fails again, unless another model writes it or its server is back.
        let failed = stopped
            .as_ref()
            .is_some_and(|stopped| stopped.status == Status::Failed);
        Some(view! {
            <div class="stopped">
                <p>{why} " " {kept_words}</p>
                <div class="row">
                    {failed
                        .then(|| view! { <a class="button quiet" href="/queue">"Edit run settings"</a> })}
                    <FinishedToggle view kind="quiet"/>
                    <Button kind="primary" disabled=studio.starting.pending() on_press=go_on(&stopped)>
                        "Continue from here"
                    </Button>
                </div>
                <ErrorMessage error=studio.starting.error()/>
            </div>
        })
    })
}

/// The way to the next chapter, below a finished one.
#[component]
pub(super) fn NextChapterLink(context: WriteContext, view: ChapterView) -> AnyView {
    let (story, number) = (view.story, view.number + 1);
    let next = memo(move || {
        let finished = view.details.with(|details| details.chapter.is_finished());
        context.chapters.with(|all| {
            let next = all
                .iter()
                .find(|chapter| finished && chapter.number == number);
            next.map(domain::Chapter::heading)
        })
    });
    show(move || {
        next.get().map(|heading| {
            view! {
                <p class="next-chapter">
                    <a href=format!("/stories/{story}/write/{number}")>
                        <small>"Next"</small>
                        <span lang=TextLanguage::get() dir="auto">
                            {heading}
                        </span>
                    </a>
                </p>
            }
        })
    })
}

fn why_stopped(stopped: Option<&StoppedRun>) -> AnyView {
    match stopped {
        Some(StoppedRun {
            status: Status::Failed,
            error: Some(error),
            ..
        }) => error.clone().into_any(),
        Some(StoppedRun {
            status: Status::Paused,
            ..
        }) => "Paused here.".into_any(),
        Some(StoppedRun { at: Some(at), .. }) => {
            view! { "Cancelled " <RelativeTime at=*at/> "." }.into_any()
        }
        _ => "This chapter is not finished yet.".into_any(),
    }
}

/// A chapter without a word.
#[component]
pub(super) fn EmptyChapter(view: ChapterView) -> AnyView {
    let studio = Studio::get();
    let text = move || match view.run.get() {
        Some((_, Status::Running, _)) => "The first sentences will appear in a moment.".to_owned(),
        Some((_, Status::Paused, _)) => "Paused before the first sentence.".to_owned(),
        Some((_, _, Some(reason))) => formatting::sentence(&reason),
        Some(_) => "Waiting for its turn.".to_owned(),
        None => "This chapter is empty. Generate a draft, or start writing.".to_owned(),
    };
    let idle = memo(move || view.run.with(Option::is_none));
    // Before its first word; with words, the end of the text says so.
    let failed = memo(move || {
        view.details.with(|details| {
            let stopped = details.stopped.clone();
            stopped.filter(|stopped| stopped.status == Status::Failed)
        })
    });
    let again = move || {
        let stopped = failed.get().filter(|_| idle.get())?;
        let why = why_stopped(Some(&stopped));
        let retry = move || studio.control_run(stopped.run, RunCommand::Retry);
        Some(view! {
            <div class="stopped">
                <p>{why}</p>
                <div class="row">
                    <a class="button quiet" href="/queue">
                        "Edit run settings"
                    </a>
                    <Button on_press=retry>"Try again"</Button>
                </div>
            </div>
        })
    };
    view! {
        <p class="empty-chapter">{text}</p>
        {show(again)}
        <StartWithBudget
            story=view.story
            new=NewRun::chapter(view.chapter)
            chapter=view.chapter
            what=format!("Write chapter {}", view.number)
            disabled=studio.starting.pending()
            shown=memo(move || idle.get() && failed.with(Option::is_none))
        />
    }
    .into_any()
}

/// Below a draft whose run is paused.
#[component]
pub(super) fn PausedDraft(view: ChapterView) -> AnyView {
    let studio = Studio::get();
    show(move || {
        let (run, status, waiting_for) = view.run.get()?;
        let text = match status {
            Status::Paused => "Paused here. Nothing is lost.".to_owned(),
            Status::Queued => {
                formatting::sentence(waiting_for.as_deref().unwrap_or("waiting for its turn"))
            }
            _ => return None,
        };
        let resume = (status == Status::Paused).then(|| {
            view! {
                <Button on_press=move || studio.control_run(run, RunCommand::Resume)>"Continue from here"</Button>
            }
        });
        Some(view! { <div class="stopped"><p>{text}</p>{resume}</div> })
    })
}
