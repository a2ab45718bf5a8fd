//! What follows from the rows of a run: its progress, its stage, whether it can be resumed.

use domain::{Pace, Progress, Refusal, Run, Stage, Status, Step, Transition, progress};

/// How far a run is. Until its rate was measured, what earlier runs of the model reached is the best guess.
pub fn run_progress(status: Status, pace: &Pace, steps: &[Step], rate: Option<f64>) -> Progress {
    let fraction = if status == Status::Succeeded {
        1.0
    } else {
        progress::run_fraction(pace, steps.iter().map(|step| (step.kind, step.fraction)))
    };
    let left = |step: &Step| pace.step(step.kind) * (1.0 - step.fraction);
    let tokens_left: f64 = steps.iter().map(left).sum();
    let rate = rate.filter(|rate| *rate > 0.0);
    Progress {
        fraction,
        tokens: steps.iter().map(|step| step.tokens).sum(),
        expected_tokens: steps.iter().map(|step| pace.step(step.kind)).sum(),
        tokens_per_second: rate,
        seconds_left: rate
            .or(pace.rate)
            .filter(|_| status.is_open())
            .map(|rate| tokens_left / rate),
    }
}

/// The stage of the step under way.
pub fn stage_under_way(steps: &[Step]) -> Option<Stage> {
    let mut left = steps.iter().filter(|step| step.status != Status::Succeeded);
    left.next().and_then(|step| step.stage)
}

/// Whether a resume would be accepted. `has_lost_chapter` says that a chapter it was to write was deleted, which only
/// a run over all chapters passes over.
pub fn can_resume(status: Status, has_lost_chapter: bool) -> bool {
    status.next(Transition::Resume).is_ok() && !has_lost_chapter
}

/// Lets a run be resumed whose status allows it.
///
/// # Errors
///
/// [`Refusal::RunWithoutChapter`] where there is nothing to continue.
pub fn check_resume(run: &Run) -> Result<(), Refusal> {
    match run.control.can_resume {
        true => Ok(()),
        false => Err(Refusal::RunWithoutChapter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{StepId, StepKind};
    use uuid::Uuid;

    fn step(status: Status, fraction: f64) -> Step {
        Step {
            id: StepId(Uuid::nil()),
            kind: StepKind::Chapter,
            chapter_id: None,
            chapter: Some(1),
            subject: None,
            status,
            stage: Some(Stage::Draft),
            scene: None,
            fraction,
            tokens: 10,
            words: 5,
            is_thinking: false,
        }
    }

    #[test]
    fn time_left_comes_from_the_measured_rate_or_from_experience() {
        let pace = Pace {
            rate: Some(5.0),
            ..Pace::default()
        };
        let steps = [step(Status::Succeeded, 1.0), step(Status::Running, 0.5)];
        let left = pace.step(StepKind::Chapter) * 0.5;
        let measured = run_progress(Status::Running, &pace, &steps, Some(10.0));
        assert_eq!(measured.seconds_left, Some(left / 10.0));
        assert_eq!((measured.fraction, measured.tokens), (0.75, 20));
        let guessed = run_progress(Status::Running, &pace, &steps, Some(0.0));
        assert_eq!(guessed.seconds_left, Some(left / 5.0));
        assert_eq!(guessed.tokens_per_second, None);
        let ended = run_progress(Status::Succeeded, &pace, &steps, Some(10.0));
        assert_eq!((ended.fraction, ended.seconds_left), (1.0, None));
    }

    #[test]
    fn the_stage_is_that_of_the_first_step_that_is_not_done() {
        let done = step(Status::Succeeded, 1.0);
        assert_eq!(stage_under_way(std::slice::from_ref(&done)), None);
        let under_way = step(Status::Running, 0.5);
        assert_eq!(stage_under_way(&[done, under_way]), Some(Stage::Draft));
    }

    #[test]
    fn a_run_that_lost_its_chapter_is_not_resumed() {
        assert!(can_resume(Status::Paused, false));
        assert!(!can_resume(Status::Paused, true));
        assert!(!can_resume(Status::Running, false));
    }
}
