//! Which run works on what.

use domain::{AppState, Run, Step, StepKind, StoryId};

/// The open run whose current step writes this chapter, if any.
pub fn writing_run(state: &AppState, story: StoryId, number: u32) -> Option<&Run> {
    state
        .runs
        .iter()
        .find(|run| run.story == story && run.current_chapter() == Some(number))
}

/// The open run that will write this chapter next, and makes the world or the outline for it now.
pub fn preparing_run(state: &AppState, story: StoryId, number: u32) -> Option<&Run> {
    let prepares = |step: &Step| matches!(step.kind, StepKind::World | StepKind::Outline);
    state.runs.iter().find(|run| {
        let mut chapters = run.steps.iter().filter(|step| is_open_chapter(step));
        run.story == story
            && run.current_step().is_some_and(prepares)
            && chapters
                .next()
                .is_some_and(|step| step.chapter == Some(number))
    })
}

/// The open run that writes this chapter now or later; of several the one that is nearest to it.
pub fn run_towards(state: &AppState, story: StoryId, number: u32) -> Option<&Run> {
    writing_run(state, story, number)
        .or_else(|| preparing_run(state, story, number))
        .or_else(|| {
            state.runs.iter().find(|run| {
                let mut chapters = run.steps.iter().filter(|step| is_open_chapter(step));
                run.story == story && chapters.any(|step| step.chapter == Some(number))
            })
        })
}

fn is_open_chapter(step: &Step) -> bool {
    step.kind == StepKind::Chapter && !step.status.is_ended()
}
