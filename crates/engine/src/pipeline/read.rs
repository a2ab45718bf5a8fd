//! Reading what the author wrote: a chapter in parts that fit the model. What it tells becomes proposals. A part that the
//! model answers badly costs that part alone.

use super::{StepContext, context::text_of};
use domain::Stage;
use model_session::StepError;
use reading::{found, known_names, pieces};
use store::ReadProposals;
use writing::{
    Assignment,
    assignment::{ChapterPart, KnownName, ReadSketch},
};

/// What of a model's context the text of a part may take; the rest is for the known names and the answer, which is as
/// long as its part.
const SHARE: f32 = 0.25;

/// The most tokens of a part, however large the context: what is noted of more gets thin.
const LONGEST: u32 = 4_000;

/// A part that was read, as it is kept: its text, and what it tells; nothing where the model's answers were of no use.
type KeptPart = (String, Option<ReadSketch>);

pub(super) async fn read_chapter(ctx: &mut StepContext) -> Result<(), StepError> {
    let chapter = ctx
        .snapshot
        .chapters
        .iter()
        .find(|chapter| Some(chapter.id) == ctx.step.chapter_id)
        .cloned();
    let revision = match &chapter {
        Some(chapter) => text_of(&*ctx.store, chapter).await?,
        None => None,
    };
    // What was deleted or emptied since is passed over.
    let (Some(chapter), Some(revision)) = (chapter, revision) else {
        return commit(ctx, None).await;
    };
    let (run, text_id) = (ctx.lease.run, revision.summary.id);
    let is_read = ctx.store.is_read_since(run, chapter.id, text_id);
    if is_read.await? {
        return commit(ctx, None).await;
    }
    ctx.session.enter(Stage::Check).await?;
    let proposals = ctx.store.all_proposals(chapter.story).await?;
    let known = known_names(&ctx.snapshot.world, &proposals, &revision.text);
    let texts = pieces(&revision.text, room(ctx).await?);
    let of = u32::try_from(texts.len()).unwrap_or(u32::MAX);
    let (mut parts, mut unread): (Vec<ReadSketch>, Vec<u32>) = (Vec::new(), Vec::new());
    for (number, text) in (1..=of).zip(texts) {
        let part = ChapterPart {
            number: chapter.number,
            of: ctx.snapshot.story.chapters,
            title: chapter.title.clone(),
            piece: (number, of),
            text,
        };
        match read_part(ctx, part, &known, &parts).await? {
            Some(sketch) => parts.push(sketch),
            None => unread.push(number),
        }
    }
    if !unread.is_empty() {
        tell(ctx, chapter.number, &unread, of).await?;
    }
    let read = ReadProposals {
        chapter: chapter.id,
        revision: text_id,
        is_whole: unread.is_empty(),
        found: found(&parts, &revision.text),
    };
    commit(ctx, Some(read)).await
}

async fn commit(ctx: &mut StepContext, read: Option<ReadProposals>) -> Result<(), StepError> {
    ctx.session.enter(Stage::Commit).await?;
    let (lease, step) = (ctx.lease, ctx.step.id);
    ctx.store.commit_proposals(lease, step, read).await?;
    Ok(())
}

/// Reads one part; `before` are the earlier ones of the chapter. Nothing where the model's answers are of no use.
async fn read_part(
    ctx: &mut StepContext,
    part: ChapterPart,
    known: &[KnownName],
    before: &[ReadSketch],
) -> Result<Option<ReadSketch>, StepError> {
    let (number, _) = part.piece;
    let kept = ctx.finished::<KeptPart>(Stage::Check, number);
    // After a pause the text or the model may be another, and with it the parts.
    if let Some((_, sketch)) = kept.filter(|(text, _)| *text == part.text) {
        return Ok(sketch);
    }
    let text = part.text.clone();
    let summaries: Vec<&str> = before.iter().map(|part| part.summary.trim()).collect();
    let asked = Assignment::Read {
        part,
        known: with_names(known, before),
        before: summaries.join(" "),
    };
    let sketch = match ctx.session.ask::<ReadSketch>(asked).await {
        Ok(sketch) => Some(sketch),
        Err(StepError::UnusableAnswer(reason)) => {
            tracing::warn!(reason, number, "a part was not read");
            None
        }
        Err(error) => return Err(error),
    };
    let kept: KeptPart = (text, sketch);
    ctx.keep(Stage::Check, number, &kept, None).await?;
    Ok(kept.1)
}

/// The known names, and those that earlier parts of the chapter have.
fn with_names(known: &[KnownName], before: &[ReadSketch]) -> Vec<KnownName> {
    let mut names = known.to_vec();
    for entity in before.iter().flat_map(|part| &part.entities) {
        let same = |known: &KnownName| known.name.to_lowercase() == entity.name.to_lowercase();
        if entity.same_as.trim().is_empty() && !names.iter().any(same) {
            names.push(KnownName {
                kind: entity.kind,
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
            });
        }
    }
    names
}

/// Tells the author what could not be read.
async fn tell(ctx: &StepContext, chapter: u32, unread: &[u32], of: u32) -> Result<(), StepError> {
    let what = match (unread, of) {
        (_, 1) => format!("Chapter {chapter} could not be read"),
        ([part], _) => format!("Part {part} of {of} of chapter {chapter} could not be read"),
        (parts, _) => format!(
            "{} of {of} parts of chapter {chapter} could not be read",
            parts.len()
        ),
    };
    let text = format!(
        "{what}: the model did not answer in the required format. “Read it” tries it again."
    );
    ctx.store.notify_author(ctx.lease, text).await?;
    Ok(())
}

/// How many tokens a part may have.
async fn room(ctx: &mut StepContext) -> Result<u32, StepError> {
    let context = ctx.session.abilities().await?.context;
    Ok(context.map_or(u32::MAX, |context| {
        ((context as f32 * SHARE) as u32).clamp(200, LONGEST)
    }))
}
