//! What the parts of the writing room share: the room's context, and one chapter as its page has it.

use super::{
    passage::Passage,
    unsaved_text::{UnsavedSource, UnsavedText},
};
use crate::{
    api::compare::ComparedText,
    live::{LiveDraft, Studio, draft_storage::DraftSubject},
};
use domain::{
    Chapter, ChapterDetails, ChapterId, RunId, Settings, Status, StepKind, Story, StoryId, World,
};
use leptos::prelude::*;

/// What the room shows.
#[derive(Clone, Copy)]
pub(super) struct WriteContext {
    pub id: StoryId,
    pub story: Memo<Story>,
    pub chapters: Memo<Vec<Chapter>>,
    pub details: Memo<Option<ChapterDetails>>,
    pub world: Memo<World>,
    pub settings: Memo<Option<Settings>>,
    pub picked: StoredValue<Option<u32>>,
    /// The chapter that somebody types in, and the path of its page.
    pub typing: RwSignal<Typing>,
}

impl WriteContext {
    /// The number a chapter has now.
    pub fn number_of(&self, chapter: ChapterId) -> Option<u32> {
        self.chapters.with(|all| {
            let this = all.iter().find(|one| one.id == chapter);
            this.map(|one| one.number)
        })
    }
}

/// The chapter that somebody types in, and the path of its page.
pub(super) type Typing = Option<(ChapterId, String)>;

/// Whether somebody types in a chapter on the page with this path.
pub(super) fn is_typed_at(typing: Typing, path: &str) -> bool {
    typing.is_some_and(|(_, at)| at == path)
}

/// A chapter's state as the page needs it.
#[derive(Clone, Copy)]
pub(super) struct ChapterView {
    pub studio: Studio,
    pub story: StoryId,
    pub number: u32,
    pub chapter: ChapterId,
    pub details: Memo<ChapterDetails>,
    /// The open run whose current step is this chapter or what it needs first, and how it stands.
    pub run: Memo<Option<(RunId, Status, Option<String>)>>,
    pub live_draft: LiveDraft,
    pub editing: RwSignal<bool>,
    /// The story.
    pub of: Memo<Story>,
    /// All chapters of the story.
    pub chapters: Memo<Vec<Chapter>>,
    /// What was deleted of the chapter that is typed in, or its story.
    pub deleted: Memo<Option<DeletedItem>>,
    /// The unsaved text that the editor begins with.
    pub recovered: StoredValue<Option<UnsavedText>>,
    /// Other unsaved texts of this chapter.
    pub others: RwSignal<Vec<(UnsavedSource, UnsavedText)>>,
    /// What was discarded on this page last.
    pub discarded: RwSignal<Option<UnsavedText>>,
    /// How many texts were saved or discarded on this page.
    pub settled_count: StoredValue<u32>,
    /// The passage that the address names.
    pub passage: Passage,
    /// What could not be saved, since the chapter has another text by now.
    pub conflict: RwSignal<Option<EditConflict>>,
    /// Whether what is typed is being saved by another part of the page than the editor.
    pub input_locked: RwSignal<bool>,
    /// The version that the chapter got by saving, until the page has it.
    pub saved: RwSignal<Option<i64>>,
    /// Whether a text that is being written is shown instead of the one the chapter has.
    pub shows_live_draft: RwSignal<bool>,
}

impl ChapterView {
    /// The text the chapter has.
    pub fn text(&self) -> String {
        self.details.with_untracked(|details| {
            let revision = details.revision.as_ref();
            revision.map_or_else(String::new, |revision| revision.text.clone())
        })
    }

    /// Whether what was typed is saved and the page is about to show it.
    pub fn is_saved(&self) -> bool {
        self.saved.with(Option::is_some)
    }

    /// Leaves the editor once the page has what was saved: until then it would show an older text.
    pub fn leave_editor_when_read(&self) {
        let this = *self;
        Effect::new(move |_| {
            let version = this.details.with(|details| details.chapter.version);
            if this.saved.get().is_some_and(|saved| saved <= version) {
                this.saved.set(None);
                this.editing.set(false);
                // What was just saved is what is read, also while a run goes on writing.
                this.shows_live_draft
                    .set(this.run.with_untracked(Option::is_none));
            }
        });
    }

    /// Shows the text the chapter has, where there is one, instead of one that is being written.
    pub fn show_own_text(&self) {
        let is_there = self
            .details
            .with_untracked(|details| details.revision.is_some());
        if is_there
            && self.shows_live_draft.get_untracked()
            && self.run.with_untracked(Option::is_some)
        {
            self.shows_live_draft.set(false);
        }
    }

    /// Whether an open run has this chapter still to write, now or later.
    pub fn is_planned(&self) -> bool {
        let (story, chapter) = (self.story, self.chapter);
        self.studio.with_state(|state| {
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

    /// What was typed is saved or discarded: it is kept no more.
    pub fn mark_settled(&self) {
        self.settled_count.try_update_value(|count| *count += 1);
    }

    /// How many texts were saved or discarded on this page; nothing once the page is left.
    pub fn settled_count(&self) -> Option<u32> {
        self.settled_count.try_get_value()
    }

    /// The number the chapter has now, for a person and for an address. Whatever is done with the chapter names it by
    /// its id.
    fn number_now(&self) -> u32 {
        let number = self.chapters.try_with_untracked(|all| {
            let this = all.iter().find(|chapter| chapter.id == self.chapter);
            this.map(|chapter| chapter.number)
        });
        number.flatten().unwrap_or(self.number)
    }

    /// Whether the chapter or its story was deleted.
    pub fn is_deleted(&self) -> bool {
        self.deleted
            .try_with_untracked(Option::is_some)
            .unwrap_or_default()
    }

    /// What a text of this chapter is about.
    pub fn about(&self) -> DraftSubject {
        let number = self.number_now();
        let heading = self
            .details
            .try_with_untracked(|details| details.chapter.heading())
            .unwrap_or_default();
        let title = self
            .of
            .try_with_untracked(|story| story.title.clone())
            .unwrap_or_default();
        DraftSubject {
            what: format!("Chapter {number}: {heading} · {title}"),
            link: format!("/stories/{}/write/{number}", self.story),
            story: Some(self.story),
        }
    }
}

/// A text that could not be saved, since the chapter has another one by now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EditConflict {
    /// What was to be saved.
    pub text: String,
    /// That beside the one that stands.
    pub now: ComparedText,
}

/// What was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeletedItem {
    Chapter,
    Story,
}
