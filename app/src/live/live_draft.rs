//! The draft a Write page follows: signals that a streamed token touches one at a time.

use super::{Paragraph, text::LiveText};
use crate::api;
use domain::{ChapterId, Draft, RunId, Splice, StoryId};
use leptos::{prelude::*, task::spawn_local};

/// A chapter whose draft is shown while it grows. Owned by the page that shows it.
#[derive(Clone, Copy)]
pub struct LiveDraft {
    story: StoryId,
    number: u32,
    chapter: ChapterId,
    text: StoredValue<Option<LiveText>>,
    fetching: StoredValue<bool>,
    /// The run whose draft is shown; `None` while there is nothing to show.
    pub run: RwSignal<Option<RunId>>,
    /// Finished paragraphs.
    pub paragraphs: RwSignal<Vec<Paragraph>>,
    /// The paragraph being written.
    pub tail: RwSignal<String>,
}

impl LiveDraft {
    /// Follows this chapter from what is written so far.
    pub fn new(story: StoryId, number: u32, chapter: ChapterId, draft: Option<Draft>) -> Self {
        let text = draft.map(LiveText::new);
        let run = text.as_ref().map(|text| text.draft().run);
        let paragraphs = text
            .as_ref()
            .map(|text| text.finished().to_vec())
            .unwrap_or_default();
        let tail = text
            .as_ref()
            .map(|text| text.tail().to_owned())
            .unwrap_or_default();
        Self {
            story,
            number,
            chapter,
            text: StoredValue::new(text),
            fetching: StoredValue::new(false),
            run: RwSignal::new(run),
            paragraphs: RwSignal::new(paragraphs),
            tail: RwSignal::new(tail),
        }
    }

    /// Whether this is the one for that chapter.
    pub fn is_for(&self, chapter: ChapterId) -> bool {
        self.chapter == chapter
    }

    /// Takes over a draft fetched anew, unless what is here is the same run's and longer.
    pub fn replace(&self, draft: Draft) {
        let known = self.text.with_value(|text| {
            text.as_ref().is_some_and(|text| {
                let ours = text.draft();
                ours.run == draft.run && ours.text.starts_with(&draft.text)
            })
        });
        if !known {
            self.text.set_value(Some(LiveText::new(draft)));
            self.show(true);
        }
    }

    /// Shows nothing any more: the text is a revision now.
    pub fn clear(&self) {
        if self.text.with_value(Option::is_some) {
            self.text.set_value(None);
            self.run.set(None);
            self.paragraphs.set(Vec::new());
            self.tail.set(String::new());
        }
    }

    /// Adds streamed text, if it is for this chapter.
    pub fn add(&self, run: RunId, story: StoryId, number: u32, offset: u64, piece: &str) {
        if story != self.story || number != self.number {
            return;
        }
        let before = self.finished();
        let splice = self.text.try_update_value(|text| match text {
            Some(text) if text.draft().run == run => text.add(offset, piece),
            _ if offset == 0 => {
                *text = Some(LiveText::new(Draft {
                    run,
                    story,
                    chapter: number,
                    chapter_id: self.chapter,
                    offset: 0,
                    text: piece.to_owned(),
                }));
                Splice::Added
            }
            _ => Splice::Gap,
        });
        match splice {
            Some(Splice::Added) => self.show(self.finished() != before || offset == 0),
            Some(Splice::Gap) => self.fetch(run),
            Some(Splice::Known) | None => {}
        }
    }

    /// Drops what came after `offset`, if it is this draft.
    pub fn rewind(&self, run: RunId, number: u32, offset: u64) {
        if number == self.number && self.run.get_untracked() == Some(run) {
            self.text.update_value(|text| {
                if let Some(text) = text {
                    text.rewind(offset);
                }
            });
            self.show(true);
        }
    }

    /// Fetches the draft again, once at a time.
    pub fn fetch(&self, run: RunId) {
        if self.fetching.try_get_value() != Some(false) {
            return;
        }
        self.fetching.set_value(true);
        let this = *self;
        spawn_local(async move {
            let draft = api::runs::get_draft(run).await;
            // The page may be gone by now, and its signals with it.
            if this.fetching.try_set_value(false).is_some() {
                return;
            }
            if let Ok(Some(draft)) = draft
                && draft.chapter_id == this.chapter
            {
                this.replace(draft);
            }
        });
    }

    fn finished(&self) -> usize {
        self.text
            .try_with_value(|text| text.as_ref().map_or(0, |text| text.finished().len()))
            .unwrap_or_default()
    }

    fn show(&self, paragraphs_changed: bool) {
        self.text.with_value(|text| {
            let Some(text) = text else { return };
            let run = Some(text.draft().run);
            if self.run.get_untracked() != run {
                self.run.set(run);
            }
            if paragraphs_changed {
                self.paragraphs.set(text.finished().to_vec());
            }
            self.tail.set(text.tail().to_owned());
        });
    }
}
