//! Which run works on what.

use domain::{AppState, Run, StoryId};

/// The open run whose current step writes this chapter, if any.
pub fn writing_run(state: &AppState, story: StoryId, number: u32) -> Option<&Run> {
    state
        .runs
        .iter()
        .find(|run| run.story == story && run.current_chapter() == Some(number))
}
