//! Recall: what is long ago, summed up in parts and as the story so far, before a chapter is planned.
//!
//! Here and not behind the commit of the chapter that completes a part: the chapter is whole without it, so
//! nothing that goes wrong here can touch it; whatever made a summary stale, the next chapter finds it and has it
//! made again; and of a story that is finished none is made. It is a help and never a hindrance: where there is
//! none, the chapters' own summaries are told, clipped.

use super::{Halt, Work, past::Past};
use domain::{Chapter, Stage, StepKind};
use store::{KeptSummary, Level};
use text::tokens::tokens_for_words;
use writing::{assignment::Summary, layers::within};

/// So many are made before a chapter at most: a long story that has none yet gets them over several chapters.
const AT_ONCE: u32 = 4;

/// The most tokens of a summary that are kept; twice what is asked for.
fn most(level: Level, language: &str) -> u32 {
    let words = match level {
        Level::Part => 200,
        Level::Story => 400,
    };
    tokens_for_words(words, language)
}

pub(super) async fn recall(work: &mut Work) -> Result<(), Halt> {
    let written: Vec<bool> = work
        .around
        .chapters
        .iter()
        .map(Chapter::is_finished)
        .collect();
    let earlier = std::mem::take(&mut work.chapter.earlier);
    let past = Past::new(&earlier, &written);
    let recalled = walk(work, &past).await;
    let layers = recalled.as_deref().map(|kept| past.layers(kept));
    work.chapter.layers = layers.unwrap_or_default();
    work.chapter.earlier = earlier;
    recalled.map(drop)
}

/// The summaries there are, with those that were made now.
async fn walk(work: &mut Work, past: &Past<'_>) -> Result<Vec<KeptSummary>, Halt> {
    if past.parts() == 0 {
        return Ok(Vec::new());
    }
    let story = work.around.story.id;
    let mut kept = work.store.summaries(story, past.parts()).await?;
    let Some(model) = asked(work) else {
        return Ok(kept);
    };
    for number in 0..AT_ONCE {
        let Some(due) = past.due(&kept, &model) else {
            break;
        };
        if number == 0 {
            work.enter(Stage::Recall).await?;
        }
        let text = match work.ask::<Summary>(due.assignment).await {
            Ok(answer) => within(&answer.summary, most(due.level, &work.story.brief.language)),
            Err(Halt::Doubt(reason)) => {
                tracing::warn!(run = %work.lease.run, reason, "a part is not summed up");
                String::new()
            }
            // A server that is away says nothing about the model: the next chapter asks again.
            Err(Halt::Failed(reason)) => {
                tracing::warn!(run = %work.lease.run, reason, "no part is summed up now");
                break;
            }
            Err(halt) => return Err(halt),
        };
        let failed = text.is_empty();
        let summary = KeptSummary {
            level: due.level,
            part: due.part,
            text,
            model: model.clone(),
            failures: due.failures + u32::from(failed),
            made_from: due.made_from,
        };
        work.store.keep_summary(work.lease, story, &summary).await?;
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
fn asked(work: &Work) -> Option<String> {
    if work.finished::<serde_json::Value>(Stage::Plan, 0).is_some() {
        return None;
    }
    let model = work
        .models
        .for_stage(
            &work.asked_model,
            work.names_model,
            StepKind::Chapter,
            Stage::Recall,
        )
        .ok()?;
    (model.name() != domain::BUILTIN).then(|| model.name().to_owned())
}
