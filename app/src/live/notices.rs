//! Short notices to a person, and where a run that ended leads.

use super::{Aspect, Studio};
use crate::api::StudioError;
use domain::{Dismissal, NoticeLevel, Restored, Run, RunKind, Status, StoryId, TrashId, TrashKind};

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
    /// What can be taken back.
    pub undo: Option<Undo>,
}

/// What a notice takes back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// Brings something back from the trash.
    Restore(TrashId),
    /// Shows a dismissed finding of a chapter again.
    ShowFinding(StoryId, u32, Dismissal),
}

/// Where something is that came back from the trash.
fn restored_link(what: &Restored) -> Link {
    let story = format!("/stories/{}", what.story);
    let to = match (what.kind, what.chapter) {
        (TrashKind::Story, _) => story,
        (TrashKind::Chapter, Some(number)) => format!("{story}/write/{number}"),
        (TrashKind::Chapter, None) => format!("{story}/outline"),
        (TrashKind::Entity, _) => format!("{story}/world"),
        (TrashKind::Relation, _) => format!("{story}/world?show=relations"),
        (TrashKind::Rule, _) => format!("{story}/world?show=rules"),
        (TrashKind::Fact, _) => format!("{story}/world?show=facts"),
    };
    (to, "Open")
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

impl Studio {
    /// Shows an error that has no better place.
    pub fn tell_error(&self, error: &StudioError) {
        self.say(NoticeLevel::Error, &error.message);
    }

    /// Shows a sentence.
    pub fn say(&self, level: NoticeLevel, text: &str) {
        self.tell(Notice {
            key: 0,
            level,
            text: text.to_owned(),
            link: None,
            undo: None,
        });
    }

    /// Says what was done and lets it be undone.
    pub fn tell_done(&self, text: String, undo: Undo) {
        self.tell(Notice {
            key: 0,
            level: NoticeLevel::Info,
            text,
            link: None,
            undo: Some(undo),
        });
    }

    /// Says what came back from the trash, and reads again what it belongs to.
    pub fn tell_restored(&self, restored: Restored) {
        for aspect in [Aspect::Story, Aspect::Chapters, Aspect::World] {
            self.touch(restored.story, aspect);
        }
        let link = Some(restored_link(&restored));
        let Restored { title, note, .. } = restored;
        let note = note.map(|note| format!(" {note}")).unwrap_or_default();
        self.tell(Notice {
            key: 0,
            level: NoticeLevel::Info,
            text: format!("“{title}” was restored.{note}"),
            link,
            undo: None,
        });
    }
}
