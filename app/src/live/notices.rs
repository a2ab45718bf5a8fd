//! Short notices to a person, and where a run that ended leads.

use domain::{NoticeLevel, Run, RunKind, Status};

/// A notice on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Tells it from the others; given on arrival.
    pub key: u32,
    /// How much it matters.
    pub level: NoticeLevel,
    /// One or two sentences.
    pub text: String,
    /// Where to go on.
    pub link: Option<Link>,
}

/// Address and label.
pub type Link = (String, &'static str);

/// Where a run that ended leads.
pub fn after(run: &Run) -> Link {
    let story = format!("/stories/{}", run.story);
    let chapter = |number: Option<u32>| match number {
        Some(number) => format!("{story}/write/{number}"),
        None => story.clone(),
    };
    match (run.status, run.kind) {
        (Status::Cancelled, _) => (chapter(run.current_chapter()), "Open"),
        (Status::Succeeded, RunKind::World) => (format!("{story}/world"), "View world"),
        (Status::Succeeded, RunKind::Review) => (story, "View review"),
        (Status::Succeeded, RunKind::Outline) => (format!("{story}/outline"), "View outline"),
        (Status::Succeeded, _) => {
            let last = run.steps.iter().rev().find_map(|step| step.chapter);
            (chapter(last), "Read")
        }
        _ => ("/queue".to_owned(), "Open queue"),
    }
}
