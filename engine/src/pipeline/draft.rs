//! Draft: the text, scene by scene, streamed to disk and to the open pages.

use super::{Halt, Work, sink::Sink};
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
    // Where the next scene begins in the draft: after the last finished one.
    let mut begins = 0;
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
