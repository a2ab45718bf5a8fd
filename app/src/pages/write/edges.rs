//! Where a text is not, or not yet, or no more: an empty chapter, one that stops before its end, the way to the next.

use super::{Room, generate::Finished, reader::Open};
use crate::{
    api::{chapters::Stopped, runs::Wish},
    components::{Button, TextLanguage, Trouble, When, show},
    live::{Studio, memo},
    pages::accounts::WithBudget,
    words,
};
use domain::{ChapterState, NewRun, Status, WriteMode};
use leptos::prelude::*;

/// Below a text that stops before the chapter's end, and how to go on.
#[component]
pub(super) fn Ending(open: Open) -> AnyView {
    let studio = Studio::here();
    let stopped = memo(move || {
        open.reading.with(|reading| {
            // One that waits for a look may have no whole text either.
            let stops = match reading.chapter.state {
                ChapterState::Partial => true,
                ChapterState::NeedsReview => {
                    reading.chapter.revision.is_some() && !reading.chapter.is_finished()
                }
                ChapterState::Empty | ChapterState::Drafting | ChapterState::Written => false,
            };
            stops.then(|| (reading.stopped.clone(), reading.chapter.words))
        })
    });
    let go_on = move |stopped: &Option<Stopped>| match stopped {
        Some(stopped) => {
            let run = stopped.run;
            Callback::new(move |()| studio.wish(run, Wish::Resume))
        }
        None => Callback::new(move |()| {
            let new = NewRun::chapter_in_mode(open.chapter, WriteMode::Continue);
            studio.start(open.story, new);
        }),
    };
    show(move || {
        let (stopped, words) = stopped.get().filter(|_| open.run.with(Option::is_none))?;
        let why = why_stopped(stopped.as_ref());
        let kept = format!("{} kept.", words::counted(words, "word"));
        // What failed once fails again, unless another model writes it or its server is back.
        let failed = stopped
            .as_ref()
            .is_some_and(|stopped| stopped.status == Status::Failed);
        Some(view! {
            <div class="stopped">
                <p>{why} " " {kept}</p>
                <div class="row">
                    {failed
                        .then(|| view! { <a class="button quiet" href="/queue">"Edit run settings"</a> })}
                    <Finished open kind="quiet"/>
                    <Button kind="primary" off=studio.starting.pending() on_press=go_on(&stopped)>
                        "Continue from here"
                    </Button>
                </div>
                <Trouble error=studio.starting.error()/>
            </div>
        })
    })
}

/// The way to the next chapter, below a finished one.
#[component]
pub(super) fn Onward(room: Room, open: Open) -> AnyView {
    let (story, number) = (open.story, open.number + 1);
    let next = memo(move || {
        let finished = open.reading.with(|reading| reading.chapter.is_finished());
        room.chapters.with(|all| {
            let next = all
                .iter()
                .find(|chapter| finished && chapter.number == number);
            next.map(domain::Chapter::heading)
        })
    });
    show(move || {
        next.get().map(|heading| {
            view! {
                <p class="onward">
                    <a href=format!("/stories/{story}/write/{number}")>
                        <small>"Next"</small>
                        <span lang=TextLanguage::here() dir="auto">
                            {heading}
                        </span>
                    </a>
                </p>
            }
        })
    })
}

fn why_stopped(stopped: Option<&Stopped>) -> AnyView {
    match stopped {
        Some(Stopped {
            status: Status::Failed,
            error: Some(error),
            ..
        }) => error.clone().into_any(),
        Some(Stopped {
            status: Status::Paused,
            ..
        }) => "Paused here.".into_any(),
        Some(Stopped { at: Some(at), .. }) => view! { "Cancelled " <When at=*at/> "." }.into_any(),
        _ => "This chapter is not finished yet.".into_any(),
    }
}

/// A chapter without a word.
#[component]
pub(super) fn Blank(open: Open) -> AnyView {
    let studio = Studio::here();
    let text = move || match open.run.get() {
        Some((_, Status::Running, _)) => "The first sentences will appear in a moment.".to_owned(),
        Some((_, Status::Paused, _)) => "Paused before the first sentence.".to_owned(),
        Some((_, _, Some(reason))) => words::sentence(&reason),
        Some(_) => "Waiting for its turn.".to_owned(),
        None => "This chapter is empty. Generate a draft, or start writing.".to_owned(),
    };
    let idle = memo(move || open.run.with(Option::is_none));
    // Before its first word; with words, the end of the text says so.
    let failed = memo(move || {
        open.reading.with(|reading| {
            let stopped = reading.stopped.clone();
            stopped.filter(|stopped| stopped.status == Status::Failed)
        })
    });
    let again = move || {
        let stopped = failed.get().filter(|_| idle.get())?;
        let why = why_stopped(Some(&stopped));
        let retry = move || studio.wish(stopped.run, Wish::Retry);
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
        <p class="blank">{text}</p>
        {show(again)}
        <WithBudget
            story=open.story
            new=NewRun::chapter(open.chapter)
            chapter=open.chapter
            what=format!("Write chapter {}", open.number)
            off=studio.starting.pending()
            shown=memo(move || idle.get() && failed.with(Option::is_none))
        />
    }
    .into_any()
}

/// Below a draft whose run stands still.
#[component]
pub(super) fn Standstill(open: Open) -> AnyView {
    let studio = Studio::here();
    show(move || {
        let (run, status, waiting_for) = open.run.get()?;
        let text = match status {
            Status::Paused => "Paused here. Nothing is lost.".to_owned(),
            Status::Queued => {
                words::sentence(waiting_for.as_deref().unwrap_or("waiting for its turn"))
            }
            _ => return None,
        };
        let resume = (status == Status::Paused).then(|| {
            view! {
                <Button on_press=move || studio.wish(run, Wish::Resume)>"Continue from here"</Button>
            }
        });
        Some(view! { <div class="stopped"><p>{text}</p>{resume}</div> })
    })
}
