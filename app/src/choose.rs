//! Whether a chapter was written without a model.

use domain::{BUILTIN, Chapter, Run};

/// Whether the built-in storyteller worked on a chapter: it sends nothing anywhere.
pub fn storyteller_worked(runs: &[Run], chapter: &Chapter) -> bool {
    runs.iter().filter(|run| run.model == BUILTIN).any(|run| {
        let mut steps = run.steps.iter();
        steps.any(|step| step.chapter_id == Some(chapter.id) && step.stage.is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        ChapterId, ChapterState, ControlFlags, Progress, RunId, RunKind, Spent, Status, StepId,
        StepKind, StoryId, Timestamp,
    };
    use uuid::Uuid;

    fn story() -> StoryId {
        StoryId(Uuid::nil())
    }

    fn chapter(number: u32, state: ChapterState) -> Chapter {
        Chapter {
            id: ChapterId(Uuid::from_u128(number.into())),
            story: story(),
            number,
            title: String::new(),
            outline: Vec::new(),
            state,
            revision: None,
            words: 0,
            summary: String::new(),
            stale: None,
            version: 1,
        }
    }

    fn run(id: u128, number: u32, status: Status) -> Run {
        let step = domain::Step {
            id: StepId(Uuid::nil()),
            kind: StepKind::Chapter,
            chapter_id: Some(ChapterId(Uuid::from_u128(number.into()))),
            subject: None,
            chapter: Some(number),
            status,
            stage: None,
            scene: None,
            fraction: 0.0,
            tokens: 0,
            words: 0,
            is_thinking: false,
        };
        Run {
            id: RunId(Uuid::from_u128(id)),
            story: story(),
            story_title: String::new(),
            kind: RunKind::Chapter,
            status,
            control: ControlFlags {
                can_resume: status == Status::Cancelled,
                ..ControlFlags::default()
            },
            stage: None,
            steps: vec![step],
            progress: Progress::default(),
            attempt: 1,
            priority: 0,
            position: 0.0,
            model: String::new(),
            model_named: false,
            budget: None,
            spent: Spent::default(),
            feedback: None,
            waiting_for: None,
            held_up: None,
            error: None,
            stopped_after_ms: None,
            version: 1,
            created_at: Timestamp(0),
            started_at: None,
            ended_at: Some(Timestamp(id as i64)),
        }
    }

    #[test]
    fn the_storyteller_worked_on_what_it_began() {
        let fourth = chapter(4, ChapterState::Written);
        let mut runs = [run(1, 4, Status::Succeeded)];
        assert!(!storyteller_worked(&runs, &fourth), "another model");
        runs[0].model = BUILTIN.to_owned();
        assert!(!storyteller_worked(&runs, &fourth), "not begun");
        runs[0].steps[0].stage = Some(domain::Stage::Plan);
        assert!(storyteller_worked(&runs, &fourth));
        assert!(!storyteller_worked(
            &runs,
            &chapter(5, ChapterState::Written)
        ));
    }
}
