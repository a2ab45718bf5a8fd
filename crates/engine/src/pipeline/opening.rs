//! The opening: the text that a chapter has already, which is kept word for word and continued.

use super::{StepContext, context::text_of};
use domain::Stage;
use model_session::StepError;
use rules::chapter_step::{self, ChapterAction};
use serde::{Deserialize, Serialize};
use store::Append;
use writing::assignment::Edits;
use writing::edits::place;

/// Beside the plan (part 0) and the revision that is rewritten (part 1).
const PART: u32 = 2;

/// What ends a sentence, with or without a quotation mark behind it.
const SENTENCE_ENDS: [char; 10] = ['.', '!', '?', '…', '。', '！', '？', '—', '*', ':'];
const CLOSING: [char; 10] = ['"', '”', '’', '»', '«', '“', '」', '』', ')', '\''];

/// How much of the draft is the opening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Opening {
    /// Bytes, with the break behind it.
    pub(super) bytes: usize,
}

/// Puts the chapter's text into the draft where the run is to continue it; once for each step.
pub(super) async fn start_from_existing(ctx: &mut StepContext) -> Result<(), StepError> {
    if let Some(opening) = ctx.finished::<Opening>(Stage::Plan, PART) {
        let draft = ctx.draft().await?;
        ctx.chapter.opening = draft.get(..opening.bytes).unwrap_or_default().to_owned();
        return Ok(());
    }
    // Planned or written already: then it began without.
    if !ctx.checkpoints.is_empty() {
        return Ok(());
    }
    let draft = ctx.draft().await?;
    let Some(origin) = ctx.store.step_origin(ctx.step.id).await? else {
        return Ok(());
    };
    if chapter_step::begin(ctx.kind, &origin) != ChapterAction::Continue {
        return Ok(());
    }
    let revision = text_of(&*ctx.store, &origin.chapter).await?;
    let text = revision.map(|revision| with_break(&revision.text));
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Ok(());
    };
    if draft.is_empty() {
        let append = Append {
            offset: 0,
            text: text.clone(),
        };
        ctx.store
            .append(ctx.lease, ctx.step.id, append, None)
            .await?;
    } else if draft != text {
        // A draft of its own was there before: it goes on with that.
        return Ok(());
    }
    let opening = Opening { bytes: text.len() };
    ctx.keep(Stage::Plan, PART, &opening, None).await?;
    ctx.chapter.opening = text;
    Ok(())
}

/// The text with a paragraph break behind it, where its last sentence is complete; else as it is.
fn with_break(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() {
        String::new()
    } else if is_mid_sentence(text) {
        text.to_owned()
    } else {
        format!("{text}\n\n")
    }
}

/// Whether a text ends within a sentence.
pub(super) fn is_mid_sentence(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(CLOSING);
    !end.is_empty() && !end.ends_with(SENTENCE_ENDS)
}

/// Where the first scene begins in the draft. Within a sentence, a model that continues a given text is given the
/// paragraph that it continues.
pub(super) fn scene_begin(opening: &str, continues_text: bool) -> usize {
    if continues_text && is_mid_sentence(opening) {
        opening.rfind("\n\n").map_or(0, |at| at + 2)
    } else {
        opening.len()
    }
}

/// Leaves out edits that would change the opening: it is the author's.
pub(super) fn drop_edits_of_opening(text: &str, opening: &str, edits: &mut Edits) {
    if !opening.is_empty() {
        edits.edits.retain(|edit| {
            place(text, &edit.passage).is_some_and(|place| place.start >= opening.len())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use writing::assignment::Edit;

    #[test]
    fn a_whole_sentence_gets_a_paragraph_of_its_own_and_half_a_one_goes_on() {
        assert_eq!(with_break("It rained. \n"), "It rained.\n\n");
        assert_eq!(with_break("“It rained.”"), "“It rained.”\n\n");
        assert_eq!(with_break("雨が降った。"), "雨が降った。\n\n");
        assert_eq!(with_break("It rained and"), "It rained and");
        assert_eq!(with_break(" \n"), "");
    }

    #[test]
    fn a_model_that_continues_text_is_given_the_paragraph_it_is_in() {
        let text = "It rained.\n\nShe opened the";
        assert_eq!(scene_begin(text, true), 12);
        assert_eq!(scene_begin(text, false), text.len());
        assert_eq!(scene_begin("It rained.\n\n", true), 12);
        assert_eq!(scene_begin("She opened the", true), 0);
    }

    #[test]
    fn edits_spare_the_opening() {
        let edit = |passage: &str| Edit {
            passage: passage.to_owned(),
            replacement: "Other.".to_owned(),
        };
        let mut edits = Edits {
            edits: vec![edit("It rained."), edit("rained. She"), edit("She went.")],
            ..Edits::default()
        };
        drop_edits_of_opening("It rained. She went.", "It rained. ", &mut edits);
        assert_eq!(edits.edits, [edit("She went.")]);
    }
}
