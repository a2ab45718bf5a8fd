//! Short notices to a person, and what a run that ended has to say.

use crate::words;
use domain::{NoticeLevel, Run, Status};

/// A notice on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Tells it from the others.
    pub key: u32,
    /// How much it matters.
    pub level: NoticeLevel,
    /// One or two sentences.
    pub text: String,
    /// Where to go on: address and label.
    pub link: Option<(String, &'static str)>,
}

/// What a run that ended tells, and where it leads. Keys are given on arrival.
pub fn of_ended(run: &Run) -> Option<Notice> {
    let words = words::counted(run.words(), "word");
    let story = format!("/stories/{}", run.story);
    let chapter = |number: Option<u32>| match number {
        Some(number) => format!("{story}/write/{number}"),
        None => story.clone(),
    };
    let (level, text, link) = match run.status {
        Status::Cancelled => {
            let stopped = match run.stopped_after_ms {
                Some(ms) => format!("Stopped after {}.", words::milliseconds(ms)),
                None => "Stopped.".to_owned(),
            };
            let kept = match run.words() {
                0 => String::new(),
                _ => format!(" {words} kept."),
            };
            let at = run.current_chapter();
            (
                NoticeLevel::Info,
                stopped + &kept,
                (chapter(at), "Go on from here"),
            )
        }
        Status::Failed => {
            let error = run.error.clone().unwrap_or_else(|| run.describe());
            (
                NoticeLevel::Error,
                error,
                ("/queue".to_owned(), "Open the queue"),
            )
        }
        Status::Succeeded => {
            let last = run.steps.iter().rev().find_map(|step| step.chapter);
            let text = match run.words() {
                0 => format!("{}: finished.", run.title()),
                _ => format!("{}: finished, {words}.", run.title()),
            };
            let (to, label) = match run.kind {
                domain::RunKind::World => (format!("{story}/world"), "See the world"),
                domain::RunKind::Outline => (format!("{story}/outline"), "See the outline"),
                _ => (chapter(last), "Read it"),
            };
            (NoticeLevel::Info, text, (to, label))
        }
        Status::Queued | Status::Running | Status::Paused => return None,
    };
    Some(Notice {
        key: 0,
        level,
        text,
        link: Some(link),
    })
}
