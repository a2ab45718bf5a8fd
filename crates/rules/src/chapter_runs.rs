//! Runs and the chapters they are at: which one writes a chapter, which one can go on in it, which chapter is opened.

use domain::{
    AppState, Chapter, ChapterId, Origin, Revision, Run, Status, StepKind, StoppedRun, StoryId,
    state::order,
};

/// The open run whose current step writes this chapter, if any; of several the first as pages list them.
pub fn writing_run(runs: &[Run], chapter: ChapterId) -> Option<&Run> {
    runs.iter()
        .filter(|run| run.status.is_open() && run.writes(chapter))
        .min_by(|one, other| order(one, other))
}

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
pub fn stopped_run(runs: &[Run], chapter: &Chapter, text: Option<&Revision>) -> Option<StoppedRun> {
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
        .map(|run| StoppedRun {
            run: run.id,
            status: run.status,
            error: run.error.clone(),
            at: run.ended_at,
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
    fn an_open_run_writes_the_chapter_of_its_current_step() {
        let fourth = chapter(4, ChapterState::Empty).id;
        let runs = [
            run(1, 4, Status::Cancelled),
            run(2, 5, Status::Running),
            run(3, 4, Status::Running),
        ];
        assert_eq!(
            writing_run(&runs, fourth).map(|run| run.id),
            Some(runs[2].id)
        );
        assert!(writing_run(&runs[..2], fourth).is_none());
        // One that executes comes before one that was asked for later.
        let both = [run(9, 4, Status::Queued), runs[2].clone()];
        assert_eq!(
            writing_run(&both, fourth).map(|run| run.id),
            Some(runs[2].id)
        );
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
            stopped_run(&runs, &partial, None).map(|stopped| stopped.run),
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
}
