//! Draft: the text, scene by scene, streamed to disk and to the open pages.

use super::{StepContext, check::about_the_work, opening};
use domain::{Finding, Severity, Stage};
use model_session::{QUOTED, Sink, StepError};
use text::prose::gap_after;
use writing::{Assignment, assignment::Plan};

/// What divides two scenes: the same as two paragraphs.
const BETWEEN_SCENES: &str = "\n\n";

/// What was left out of a scene is stored under its number and this.
const LEFT_OUT: u32 = 1_000;

pub(super) async fn draft(ctx: &mut StepContext, plan: &Plan) -> Result<(), StepError> {
    let scenes = u32::try_from(plan.scenes.len()).unwrap_or(u32::MAX);
    for number in 1..=scenes {
        let known = ctx.finished::<Vec<String>>(Stage::Draft, LEFT_OUT + number);
        ctx.left_out.extend(known.unwrap_or_default());
    }
    if ctx.finished::<usize>(Stage::Draft, scenes).is_some() {
        return Ok(());
    }
    ctx.session.enter(Stage::Draft).await?;
    // Where the next scene begins in the draft: after the opening, then after the last finished one.
    let mut begins = first_scene_begins(ctx).await?;
    for (index, number) in (1..=scenes).enumerate() {
        if let Some(end) = ctx.finished::<usize>(Stage::Draft, number) {
            begins = end;
            continue;
        }
        ctx.session.enter_scene(number, scenes);
        let draft = ctx.draft().await?;
        // A draft shorter than its checkpoint can't be; were it, the scene would just begin at its end.
        let mut sink = Sink::draft(&draft, begins.min(draft.len()), &ctx.chapter);
        let before = draft[..begins.min(draft.len())].to_owned();
        let assignment = Assignment::Draft {
            chapter: ctx.chapter.clone(),
            plan: plan.clone(),
            scene: index,
            before,
        };
        ctx.session.converse(assignment, None, &mut sink).await?;
        let beats = [&ctx.chapter.beats[..], &plan.scenes[index].beats[..]].concat();
        ctx.session.clean(&mut sink, &beats).await?;
        let left_out = std::mem::take(&mut sink.left_out);
        if !left_out.is_empty() {
            ctx.keep(Stage::Draft, LEFT_OUT + number, &left_out, None)
                .await?;
            ctx.left_out.extend(left_out);
        }
        if number < scenes && !sink.text.ends_with(BETWEEN_SCENES) {
            sink.push(BETWEEN_SCENES);
            ctx.session.flush(&mut sink).await?;
        }
        begins = sink.draft_end();
        ctx.keep(Stage::Draft, number, &begins, None).await?;
    }
    Ok(())
}

/// Where the first scene begins in the draft: at its start or, where the chapter's text is continued, at the end
/// of that.
async fn first_scene_begins(ctx: &mut StepContext) -> Result<usize, StepError> {
    let opening = ctx.chapter.opening.clone();
    if opening.is_empty() {
        return Ok(0);
    }
    let continues = ctx.session.abilities().await?.continues_text;
    let begins = opening::scene_begin(&opening, continues);
    if begins < opening.len() || !opening::is_mid_sentence(&opening) {
        return Ok(begins);
    }
    let gap = gap_after(&opening);
    let draft = ctx.draft().await?;
    if draft == opening {
        let mut sink = Sink::draft(&draft, begins, &ctx.chapter);
        sink.push(gap);
        ctx.session.flush(&mut sink).await?;
        return Ok(begins + gap.len());
    }
    // Another model may have begun it, which continued the half sentence.
    let has_gap = draft
        .get(begins..)
        .is_some_and(|rest| rest.starts_with(gap));
    Ok(if has_gap { begins + gap.len() } else { begins })
}

/// What was left out of the chapter, told.
pub(super) fn left_out(ctx: &StepContext) -> impl Iterator<Item = Finding> {
    ctx.left_out.iter().map(|said| {
        let quote: String = said.chars().take(QUOTED).collect();
        let more = if quote.len() < said.len() { "…" } else { "" };
        let note = format!("This was not part of the story and was removed: “{quote}{more}”");
        about_the_work(Severity::Minor, "removed", &note)
    })
}
