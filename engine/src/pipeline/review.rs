//! A review: every chapter read whole, in pieces that fit the model, and a last word on all of them.

use super::{Halt, Work};
use crate::{
    model::{
        Assignment,
        assignment::{Assessment, Reading, ReadingNote, ReviewPart},
        prompt::{beginning_within, estimate},
        shape::stands_in,
    },
    store::ReadChapter,
};
use domain::Stage;

/// What of a model's context the text of a piece may take; the rest is for what must be known and the answer.
const SHARE: f32 = 0.35;

/// The most tokens of a piece, however large the context: nobody reads well what is endless.
const LONGEST: u32 = 12_000;

pub(super) async fn walk(work: &mut Work) -> Result<(), Halt> {
    match work.step.chapter {
        Some(_) => read(work).await,
        None => assess(work).await,
    }
}

/// Reads one chapter.
async fn read(work: &mut Work) -> Result<(), Halt> {
    let chapter = work
        .around
        .chapters
        .iter()
        .find(|chapter| Some(chapter.id) == work.step.chapter_id)
        .cloned();
    let revision = match &chapter {
        Some(chapter) => {
            work.store
                .current_revision(chapter.story, chapter.number)
                .await?
        }
        None => None,
    };
    // What was deleted or emptied since is passed over.
    let (Some(chapter), Some(revision)) = (chapter, revision) else {
        work.enter(Stage::Commit).await?;
        work.store
            .commit_reading(work.lease, work.step.id, None)
            .await?;
        return Ok(());
    };
    work.enter(Stage::Check).await?;
    let notes = work.store.reading_notes(work.lease.run).await?;
    let pieces = pieces(&revision.text, work.room().await?);
    let of = u32::try_from(pieces.len()).unwrap_or(u32::MAX);
    let mut whole = Reading::default();
    for (number, text) in (1..=of).zip(pieces) {
        // Read before, if it was this piece: after a pause the text or the model may be another.
        let known = work
            .finished::<(String, Reading)>(Stage::Check, number)
            .filter(|(known, _)| *known == text);
        let reading = match known {
            Some((_, reading)) => reading,
            None => {
                let part = ReviewPart {
                    number: chapter.number,
                    of: work.around.story.chapters,
                    title: chapter.title.clone(),
                    beats: chapter.outline.clone(),
                    piece: (number, of),
                    text: text.clone(),
                };
                // What was noted of the earlier pieces counts too.
                let mut notes = notes.clone();
                if number > 1 {
                    notes.push(ReadingNote {
                        number: chapter.number,
                        notes: whole.notes.clone(),
                        findings: Vec::new(),
                    });
                }
                let reading = work.ask(Assignment::Review { part, notes }).await?;
                let kept = (text, reading);
                work.keep(Stage::Check, number, &kept, None).await?;
                kept.1
            }
        };
        whole.findings.extend(reading.findings);
        if !whole.notes.is_empty() {
            whole.notes.push(' ');
        }
        whole.notes.push_str(reading.notes.trim());
    }
    // A quote that does not stand in the text would send the author looking for nothing.
    for finding in &mut whole.findings {
        if !stands_in(&finding.quote, &revision.text) {
            finding.quote.clear();
        }
    }
    work.enter(Stage::Commit).await?;
    let read = ReadChapter {
        chapter: chapter.id,
        revision: revision.summary.id,
        reading: whole,
    };
    work.store
        .commit_reading(work.lease, work.step.id, Some(read))
        .await?;
    Ok(())
}

/// The last word.
async fn assess(work: &mut Work) -> Result<(), Halt> {
    let notes = work.store.reading_notes(work.lease.run).await?;
    let assessment = if notes.is_empty() {
        Assessment {
            assessment: "There was no text to review.".to_owned(),
        }
    } else {
        work.stage(Stage::Check, Assignment::Assess { notes })
            .await?
    };
    work.enter(Stage::Commit).await?;
    work.store
        .commit_review(work.lease, work.step.id, assessment.assessment.trim())
        .await?;
    Ok(())
}

impl Work {
    /// How many tokens a piece may have.
    async fn room(&self) -> Result<u32, Halt> {
        let model = self.model()?;
        let abilities = tokio::select! {
            biased;
            () = self.stop.token().cancelled() => return Err(Halt::Stopped),
            abilities = model.abilities() => abilities,
        };
        Ok(abilities.context.map_or(u32::MAX, |context| {
            ((context as f32 * SHARE) as u32).clamp(200, LONGEST)
        }))
    }
}

/// A text in pieces of at most this many tokens, divided between paragraphs. A paragraph that is longer is
/// divided between sentences, or where it must be.
fn pieces(text: &str, most: u32) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut piece = String::new();
    for paragraph in text.split_inclusive("\n\n") {
        for part in shorter(paragraph, most) {
            if !piece.is_empty() && estimate(&piece) + estimate(part) > most {
                pieces.push(std::mem::take(&mut piece));
            }
            piece.push_str(part);
        }
    }
    if !piece.trim().is_empty() || pieces.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// A paragraph in parts that are no longer than this.
fn shorter(paragraph: &str, most: u32) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut left = paragraph;
    while estimate(left) > most {
        let cut = beginning_within(left, most);
        let at = left[..cut]
            .rfind(". ")
            .or_else(|| left[..cut].rfind(' '))
            .map_or(cut, |at| at + 1)
            .max(1);
        let at = (at..=left.len())
            .find(|at| left.is_char_boundary(*at))
            .unwrap_or(left.len());
        let (part, rest) = left.split_at(at);
        parts.push(part);
        left = rest;
    }
    parts.push(left);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_again_and_none_is_too_long() {
        let text = format!(
            "{}\n\n{}\n\nThe end.",
            "It rained. ".repeat(300).trim(),
            "Zoë came, saw, and went. ".repeat(40)
        );
        for most in [40, 200, 1_000, u32::MAX] {
            let pieces = pieces(&text, most);
            assert_eq!(pieces.concat(), text);
            for piece in &pieces {
                assert!(estimate(piece) <= most, "{} > {most}", estimate(piece));
            }
        }
        assert_eq!(pieces(&text, u32::MAX).len(), 1);
        assert_eq!(pieces("", 100), [""]);
    }
}
