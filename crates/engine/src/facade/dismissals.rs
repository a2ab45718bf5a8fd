//! Findings the author does not want to be told again.

use super::{Engine, at_most};
use crate::{Error, Result};
use domain::{Chapter, ChapterRef, Dismissal, StoryId};

const MAX_KIND: usize = 200;
/// A quote is a passage, a note some sentences.
const MAX_WORDS: usize = 10_000;

impl Engine {
    /// What was dismissed in a chapter.
    pub async fn dismissed(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
    ) -> Result<Vec<Dismissal>> {
        let chapter = self.chapter(story, chapter).await?;
        self.store().dismissed(chapter.id).await
    }

    /// Dismisses a finding for good: no check reports it again. A chapter that needed review only for such
    /// findings is written. Doing it twice is doing it once.
    pub async fn dismiss_finding(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        finding: Dismissal,
    ) -> Result<Chapter> {
        check(&finding)?;
        self.store().dismiss(story, chapter.into(), finding).await
    }

    /// Takes a dismissal back: what the present text's check found is shown again.
    pub async fn restore_finding(
        &self,
        story: StoryId,
        chapter: impl Into<ChapterRef>,
        finding: Dismissal,
    ) -> Result<Chapter> {
        check(&finding)?;
        self.store().undismiss(story, chapter.into(), finding).await
    }
}

fn check(finding: &Dismissal) -> Result<()> {
    if finding.kind.is_empty() || (finding.quote.is_empty() && finding.note.is_empty()) {
        return Err(Error::Invalid(
            "Send a finding as the revision shows it: its kind, and its quote or note.".to_owned(),
        ));
    }
    at_most("The kind", &finding.kind, MAX_KIND)?;
    at_most("The quote", &finding.quote, MAX_WORDS)?;
    at_most("The note", &finding.note, MAX_WORDS)
}
