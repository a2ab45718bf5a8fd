//! Which run works on what.

use domain::{AppState, ChapterId, Run, Step, StepKind};

/// The open run whose current step writes this chapter, if any.
pub fn writing_run(state: &AppState, chapter: ChapterId) -> Option<&Run> {
    state.runs.iter().find(|run| run.writes(chapter))
}

/// The open run that will write this chapter next, and makes the world or the outline for it now.
pub fn preparing_run(state: &AppState, chapter: ChapterId) -> Option<&Run> {
    let prepares = |step: &Step| matches!(step.kind, StepKind::World | StepKind::Outline);
    state.runs.iter().find(|run| {
        let mut chapters = run.steps.iter().filter(|step| is_open_chapter(step));
        run.current_step().is_some_and(prepares)
            && chapters
                .next()
                .is_some_and(|step| step.chapter_id == Some(chapter))
    })
}

/// The open run that writes this chapter now or later; of several the one that is nearest to it.
pub fn run_for_chapter(state: &AppState, chapter: ChapterId) -> Option<&Run> {
    writing_run(state, chapter)
        .or_else(|| preparing_run(state, chapter))
        .or_else(|| {
            state.runs.iter().find(|run| {
                let mut chapters = run.steps.iter().filter(|step| is_open_chapter(step));
                chapters.any(|step| step.chapter_id == Some(chapter))
            })
        })
}

fn is_open_chapter(step: &Step) -> bool {
    step.kind == StepKind::Chapter && !step.status.is_ended()
}
