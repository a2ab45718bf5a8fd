//! Draft: the text, scene by scene, streamed to disk and to the open pages.

use super::{StepContext, StepError, check::about_the_work, opening, sink::Sink};
use answers::chatter::{self, SceneRequest};
use domain::{Finding, Severity, Stage};
use writing::edits::common_prefix;
use writing::{Assignment, assignment::Plan};

/// What divides two scenes: the same as two paragraphs.
const BETWEEN_SCENES: &str = "\n\n";

/// So much of what was left out is quoted, in characters.
const QUOTED: usize = 160;

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
    ctx.enter(Stage::Draft).await?;
    // Where the next scene begins in the draft: after the opening, then after the last finished one.
    let mut begins = ctx.first_scene_begins().await?;
    for (index, number) in (1..=scenes).enumerate() {
        if let Some(end) = ctx.finished::<usize>(Stage::Draft, number) {
            begins = end;
            continue;
        }
        ctx.meter.enter_scene(number, scenes);
        let draft = ctx.draft().await?;
        // A draft shorter than its checkpoint can't be; were it, the scene would just begin at its end.
        let mut sink = Sink::draft(&draft, begins.min(draft.len()));
        let before = draft[..begins.min(draft.len())].to_owned();
        let assignment = Assignment::Draft {
            chapter: ctx.chapter.clone(),
            plan: plan.clone(),
            scene: index,
            before,
        };
        let said = ctx.left_out.len();
        ctx.converse(assignment, None, &mut sink).await?;
        let beats = [&ctx.chapter.beats[..], &plan.scenes[index].beats[..]].concat();
        ctx.clean(&mut sink, &beats).await?;
        let left_out = ctx.left_out[said..].to_vec();
        if !left_out.is_empty() {
            ctx.keep(Stage::Draft, LEFT_OUT + number, &left_out, None)
                .await?;
        }
        if number < scenes && !sink.text.ends_with(BETWEEN_SCENES) {
            sink.push(BETWEEN_SCENES);
            ctx.flush(&mut sink).await?;
        }
        begins = sink.draft_end();
        ctx.keep(Stage::Draft, number, &begins, None).await?;
    }
    Ok(())
}

impl StepContext {
    /// Brings a finished scene into the form of texts, without what the model said around it; it was given these beats.
    async fn clean(&mut self, sink: &mut Sink, beats: &[String]) -> Result<(), StepError> {
        let (own, written) = sink.text.split_at(self.author_bytes(sink));
        let asked = SceneRequest {
            title: &self.chapter.title,
            beats,
        };
        let cleaned = chatter::clean(written, asked);
        let text = format!("{own}{}", cleaned.text);
        self.leave_out(sink, &text, cleaned.left_out).await
    }

    /// Leaves out of a scene that is still written what the model said before it.
    pub(super) async fn clean_opening(&mut self, sink: &mut Sink) -> Result<(), StepError> {
        let (own, written) = sink.text.split_at(self.author_bytes(sink));
        let cleaned = chatter::clean_opening(written, &self.chapter.title);
        let text = format!("{own}{}", cleaned.text);
        self.leave_out(sink, &text, cleaned.left_out).await
    }

    /// How much of what is in the sink, in bytes, is the author's: nothing of it is changed.
    pub(super) fn author_bytes(&self, sink: &Sink) -> usize {
        if !sink.is_draft() {
            return 0;
        }
        let authors = self.chapter.opening.len().saturating_sub(sink.begins());
        sink.text.floor_char_boundary(authors)
    }

    /// Puts a text in the place of what is in the sink. What was left out of it is told in a finding; what is too long
    /// for one stays in the chapter's history.
    async fn leave_out(
        &mut self,
        sink: &mut Sink,
        text: &str,
        left_out: Vec<String>,
    ) -> Result<(), StepError> {
        let is_long = left_out.iter().any(|said| said.chars().count() > QUOTED);
        self.left_out.extend(left_out);
        let keep = common_prefix(&sink.text, text);
        if keep == sink.text.len() && keep == text.len() {
            return Ok(());
        }
        self.flush(sink).await?;
        self.cut(sink, keep, is_long).await?;
        sink.push(&text[keep..]);
        self.flush(sink).await
    }

    /// Where the first scene begins in the draft: at its start or, where the chapter's text is continued, at the end
    /// of that.
    async fn first_scene_begins(&mut self) -> Result<usize, StepError> {
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
        let gap = opening::gap(&opening);
        let draft = self.draft().await?;
        if draft == opening {
            let mut sink = Sink::draft(&draft, begins);
            sink.push(gap);
            self.flush(&mut sink).await?;
            return Ok(begins + gap.len());
        }
        // Another model may have begun it, which continued the half sentence.
        let has_gap = draft
            .get(begins..)
            .is_some_and(|rest| rest.starts_with(gap));
        Ok(if has_gap { begins + gap.len() } else { begins })
    }
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
