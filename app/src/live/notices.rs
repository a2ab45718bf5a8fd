//! Short notices to a person, and where a run that ended leads.

use crate::api::ApiResult;
use domain::{NoticeLevel, Run, RunKind, Status};
use std::{fmt, future::Future, pin::Pin, sync::Arc};

/// A notice on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageNotice {
    /// Tells it from the others; given on arrival.
    pub key: u32,
    /// How much it matters.
    pub level: NoticeLevel,
    /// One or two sentences.
    pub text: String,
    /// Where to go on.
    pub link: Option<NoticeLink>,
    /// What can be taken back.
    pub undo: Option<Undo>,
}

impl PageNotice {
    /// A text without a link and without a way back.
    pub fn new(level: NoticeLevel, text: String) -> Self {
        Self {
            key: 0,
            level,
            text,
            link: None,
            undo: None,
        }
    }
}

/// What a notice takes back. The page that did it brings the work along, so that no page has to know what others do.
#[derive(Clone)]
pub struct Undo(Arc<dyn Fn() -> UndoFuture + Send + Sync>);

type UndoFuture = Pin<Box<dyn Future<Output = ApiResult<()>> + Send>>;

impl Undo {
    /// Takes something back by this work.
    pub fn new<W>(work: impl Fn() -> W + Send + Sync + 'static) -> Self
    where
        W: Future<Output = ApiResult<()>> + Send + 'static,
    {
        Self(Arc::new(move || Box::pin(work())))
    }

    /// Takes it back.
    pub fn run(&self) -> UndoFuture {
        (self.0)()
    }
}

impl fmt::Debug for Undo {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Undo")
    }
}

impl PartialEq for Undo {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Address and label.
pub type NoticeLink = (String, &'static str);

/// Where a run that ended leads.
pub fn ended_run_link(run: &Run) -> NoticeLink {
    let story = format!("/stories/{}", run.story);
    let chapter = |number: Option<u32>| match number {
        Some(number) => format!("{story}/write/{number}"),
        None => story.clone(),
    };
    match (run.status, run.kind) {
        (Status::Succeeded | Status::Cancelled, RunKind::Read) => {
            (format!("{story}/proposals"), "View proposals")
        }
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
