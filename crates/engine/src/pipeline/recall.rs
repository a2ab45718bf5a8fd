//! Recall: what is long ago, summed up in parts and as the story so far, before a chapter is planned.
//!
//! Here and not behind the commit of the chapter that completes a part: the chapter is whole without it, so
//! nothing that goes wrong here can touch it; whatever made a summary stale, the next chapter finds it and has it
//! made again; and of a story that is finished none is made. It is a help and never a hindrance: where there is
//! none, the chapters' own summaries are told, clipped.

use super::{StepContext, summary_plan::SummaryPlan};
use domain::{Chapter, Stage};
use model_session::StepError;
use store::{StoredSummary, SummaryLevel};
use text::tokens::tokens_for_words;
use writing::{assignment::Summary, layers::within};

/// So many are made before a chapter at most: a long story that has none yet gets them over several chapters.
const AT_ONCE: u32 = 4;

/// The most tokens of a summary that are kept; twice what is asked for.
fn most(level: SummaryLevel, language: &str) -> u32 {
    let words = match level {
        SummaryLevel::Part => 200,
        SummaryLevel::Story => 400,
    };
    tokens_for_words(words, language)
}

pub(super) async fn recall(ctx: &mut StepContext) -> Result<(), StepError> {
    let written: Vec<bool> = ctx
        .snapshot
        .chapters
        .iter()
        .map(Chapter::is_finished)
        .collect();
    let earlier = std::mem::take(&mut ctx.chapter.earlier);
    let plan = SummaryPlan::new(&earlier, &written);
    let recalled = make_summaries(ctx, &plan).await;
    let layers = recalled.as_deref().map(|kept| plan.layers(kept));
    ctx.chapter.layers = layers.unwrap_or_default();
    ctx.chapter.earlier = earlier;
    recalled.map(drop)
}

/// The summaries there are, with those that were made now.
async fn make_summaries(
    ctx: &mut StepContext,
    plan: &SummaryPlan<'_>,
) -> Result<Vec<StoredSummary>, StepError> {
    if plan.parts() == 0 {
        return Ok(Vec::new());
    }
    let story = ctx.snapshot.story.id;
    let mut kept = ctx.store.summaries(story, plan.parts()).await?;
    let Some(model) = asked(ctx) else {
        return Ok(kept);
    };
    for number in 0..AT_ONCE {
        let Some(pending) = plan.next_pending(&kept, &model) else {
            break;
        };
        if number == 0 {
            ctx.session.enter(Stage::Recall).await?;
        }
        let text = match ctx.session.ask::<Summary>(pending.assignment).await {
            Ok(answer) => within(
                &answer.summary,
                most(pending.level, &ctx.session.story().brief.language),
            ),
            Err(StepError::UnusableAnswer(reason)) => {
                tracing::warn!(reason, "a part is not summed up");
                String::new()
            }
            // A server that is away says nothing about the model: the next chapter asks again.
            Err(StepError::Failed(reason)) => {
                tracing::warn!(reason, "no part is summed up now");
                break;
            }
            Err(error) => return Err(error),
        };
        let failed = text.is_empty();
        let summary = StoredSummary {
            level: pending.level,
            part: pending.part,
            text,
            model: model.clone(),
            failures: pending.failures + u32::from(failed),
            made_from: pending.made_from,
        };
        ctx.store.keep_summary(ctx.lease, story, &summary).await?;
        kept.retain(|known| (known.level, known.part) != (summary.level, summary.part));
        kept.push(summary);
        // What can't be had now is not asked for over and over: the chapter waits.
        if failed {
            break;
        }
    }
    Ok(kept)
}

/// The name of the model that is to be asked; none where nobody is. A chapter that is planned goes on with what
/// there was then, and the built-in writer would clip sentences as it is done without it.
fn asked(ctx: &StepContext) -> Option<String> {
    if ctx.finished::<serde_json::Value>(Stage::Plan, 0).is_some() {
        return None;
    }
    let model = ctx.session.model_for(Stage::Recall).ok()?;
    (model.name() != domain::BUILTIN).then(|| model.name().to_owned())
}
