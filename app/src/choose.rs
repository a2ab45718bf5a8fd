//! Small decisions the server makes over chapters and runs: which is next, which can go on.

use domain::{AppState, BUILTIN, Chapter, Origin, Revision, Run, Status, StepKind, StoryId};

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
            .find(|chapter| !chapter.is_finished())
            .or(chapters.first())
            .map(|chapter| chapter.number)
    })
}

/// The newest run that stopped in this chapter and can be resumed, if that still makes sense: not where the
/// chapter was finished since, and not where a person wrote in it since, for the run does not know that text.
pub fn stopped_run<'a>(
    runs: &'a [Run],
    chapter: &Chapter,
    text: Option<&Revision>,
) -> Option<&'a Run> {
    let by_person = text.is_some_and(|text| text.summary.origin == Origin::Person);
    if chapter.is_finished() || by_person {
        return None;
    }
    runs.iter()
        .filter(|run| run.control.can_resume)
        .filter(|run| {
            run.current_step()
                .filter(|step| step.kind == StepKind::Chapter)
                .is_some_and(|step| match step.chapter_id {
                    Some(id) => id == chapter.id,
                    None => step.chapter == Some(chapter.number),
                })
        })
        .max_by_key(|run| run.id)
}

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
        ChapterId, ChapterState, ControlFlags, Progress, RevisionId, RevisionKind, RevisionSummary,
        RunId, RunKind, Spent, StepId, Timestamp,
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
    fn the_chapter_to_open_is_the_one_being_written_else_the_first_unfinished() {
        use ChapterState::{Empty, Written};
        let chapters = [chapter(1, Written), chapter(2, Empty), chapter(3, Empty)];
        let mut state = AppState::default();
        assert_eq!(next_chapter(&chapters, &state, story()), Some(2));
        state.runs = vec![run(1, 3, Status::Running)];
        assert_eq!(next_chapter(&chapters, &state, story()), Some(3));
        let all_written = [chapter(1, Written), chapter(2, Written)];
        assert_eq!(
            next_chapter(&all_written, &AppState::default(), story()),
            Some(1)
        );
        assert_eq!(next_chapter(&[], &AppState::default(), story()), None);
    }

    #[test]
    fn the_newest_run_that_stopped_in_the_chapter_goes_on() {
        let runs = [
            run(1, 4, Status::Cancelled),
            run(2, 4, Status::Cancelled),
            run(3, 4, Status::Succeeded),
            run(4, 5, Status::Cancelled),
        ];
        let partial = chapter(4, ChapterState::Partial);
        assert_eq!(
            stopped_run(&runs, &partial, None).map(|run| run.id),
            Some(runs[1].id)
        );
        let mut text = Revision {
            summary: RevisionSummary {
                id: RevisionId(Uuid::nil()),
                origin: Origin::Run(runs[1].id),
                kind: RevisionKind::Partial,
                offer: None,
                words: 2,
                created_at: Timestamp(0),
            },
            text: "It rained".to_owned(),
            findings: Vec::new(),
        };
        assert!(stopped_run(&runs, &partial, Some(&text)).is_some());
        text.summary.origin = Origin::Person;
        assert_eq!(stopped_run(&runs, &partial, Some(&text)), None);
        let finished = chapter(4, ChapterState::Written);
        assert_eq!(stopped_run(&runs, &finished, None), None);
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
