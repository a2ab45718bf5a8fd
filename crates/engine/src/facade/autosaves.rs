//! What is typed and not saved yet: kept for each tab or device until it is saved or discarded.

use super::{Engine, at_most, chapters::MAX_TEXT};
use crate::{Error, Result};
use domain::{Autosave, ChapterRef, NewAutosave, StoryId};

const MAX_DEVICE: usize = 100;

impl Engine {
    /// The unsaved texts of a chapter, newest first.
    pub async fn autosaves(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
    ) -> Result<Vec<Autosave>> {
        self.store().autosaves(story, chapter.into()).await
    }

    /// Keeps a text that is being typed, in the place of what this device kept before. It is no revision and
    /// changes nothing in the chapter.
    pub async fn keep_autosave(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        new: NewAutosave,
    ) -> Result<Autosave> {
        check_device(&new.device)?;
        at_most("The text", &new.text, MAX_TEXT)?;
        self.store().keep_autosave(story, chapter.into(), new).await
    }

    /// Forgets what a device kept. Nothing happens where it kept nothing.
    pub async fn discard_autosave(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        device: &str,
    ) -> Result<()> {
        check_device(device)?;
        self.store()
            .discard_autosave(story, chapter.into(), device)
            .await
    }
}

fn check_device(device: &str) -> Result<()> {
    if device.trim().is_empty() {
        return Err(Error::Invalid(
            "An autosave belongs to a tab or a device: name it in `device`.".to_owned(),
        ));
    }
    at_most("The device's name", device, MAX_DEVICE)
}
