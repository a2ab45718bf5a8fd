//! Small decisions the server makes over chapters and runs: which is next, which can go on.

use domain::{AppState, Chapter, Run, Status, StepKind, StoryId};

/// The chapter to open when none is asked for: the one being written, else the first unfinished,
/// else the first.
pub fn next_chapter(chapters: &[Chapter], state: &AppState, story: StoryId) -> Option<u32> {
    let writing = state
        .runs
        .iter()
        .filter(|run| run.story == story && run.status == Status::Running)
        .find_map(Run::current_chapter)
        .filter(|number| chapters.iter().any(|chapter| chapter.number == *number));
    writing.or_else(|| {
        chapters
            .iter()
            .find(|chapter| !chapter.state.is_finished())
            .or(chapters.first())
            .map(|chapter| chapter.number)
    })
}

/// The newest run that stopped in this chapter and can go on, if it still makes sense: a chapter
/// that was finished or emptied since is not taken up again.
pub fn stopped_run<'a>(runs: &'a [Run], chapter: &Chapter) -> Option<&'a Run> {
    if chapter.state.is_finished() {
        return None;
    }
    runs.iter()
        .filter(|run| run.control.can_resume)
        .filter(|run| {
            run.current_step()
                .is_some_and(|step| match step.chapter_id {
                    Some(id) => id == chapter.id,
                    None => step.kind == StepKind::Chapter && step.chapter == Some(chapter.number),
                })
        })
        .max_by_key(|run| run.id)
}

/// The runs that ended, the last one first.
pub fn ended_lately(mut runs: Vec<Run>) -> Vec<Run> {
    runs.retain(|run| run.status.is_ended());
    runs.sort_by_key(|run| std::cmp::Reverse((run.ended_at, run.id)));
    runs.truncate(20);
    runs
}
