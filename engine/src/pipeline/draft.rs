//! Draft: the text, scene by scene, streamed to disk and to the open pages.

use super::{Halt, Work, opening, sink::Sink};
use crate::model::{Assignment, assignment::Plan};
use domain::Stage;

/// What divides two scenes: the same as two paragraphs.
const BETWEEN_SCENES: &str = "\n\n";

pub(super) async fn draft(work: &mut Work, plan: &Plan) -> Result<(), Halt> {
    let scenes = u32::try_from(plan.scenes.len()).unwrap_or(u32::MAX);
    if work.finished::<usize>(Stage::Draft, scenes).is_some() {
        return Ok(());
    }
    work.enter(Stage::Draft).await?;
    // Where the next scene begins in the draft: after the opening, then after the last finished one.
    let mut begins = work.first_scene_begins().await?;
    for (index, number) in (1..=scenes).enumerate() {
        if let Some(end) = work.finished::<usize>(Stage::Draft, number) {
            begins = end;
            continue;
        }
        work.meter.enter_scene(number, scenes);
        let draft = work.draft().await?;
        // A draft shorter than its checkpoint can't be; were it, the scene would just begin at its end.
        let mut sink = Sink::draft(&draft, begins.min(draft.len()));
        let before = draft[..begins.min(draft.len())].to_owned();
        let assignment = Assignment::Draft {
            chapter: work.chapter.clone(),
            plan: plan.clone(),
            scene: index,
            before,
        };
        work.converse(assignment, None, &mut sink).await?;
        if number < scenes && !sink.text.ends_with(BETWEEN_SCENES) {
            sink.push(BETWEEN_SCENES);
            work.flush(&mut sink).await?;
        }
        begins = sink.draft_end();
        work.keep(Stage::Draft, number, &begins, None).await?;
    }
    Ok(())
}

impl Work {
    /// Where the first scene begins in the draft: at its start or, where the chapter's text is continued, at the end
    /// of that.
    async fn first_scene_begins(&mut self) -> Result<usize, Halt> {
        let opening = self.chapter.opening.clone();
        if opening.is_empty() {
            return Ok(0);
        }
        let model = self.model()?;
        let continues = self.abilities(&*model).await?.continues_text;
        let begins = opening::scene_begin(&opening, continues);
        if begins < opening.len() || !opening::is_mid_sentence(&opening) {
            return Ok(begins);
        }
        // The model begins with a word: a space keeps it from the word before.
        let draft = self.draft().await?;
        if draft == opening {
            let mut sink = Sink::draft(&draft, begins);
            sink.push(" ");
            self.flush(&mut sink).await?;
        }
        Ok(begins + 1)
    }
}
