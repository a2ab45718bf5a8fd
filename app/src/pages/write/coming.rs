//! What is being made before there is a word to read: the world, the outline, the chapter; shown where the text
//! will be.

use super::reader::Open;
use crate::{
    components::{StateDot, rows, show, state_dot::status_class},
    live::{Studio, memo, run_towards},
    words,
};
use domain::{ChapterId, Run, Status, Step, StepKind};
use leptos::prelude::*;

/// One thing that has to be made, and how far it is.
#[derive(Clone, PartialEq)]
struct Part {
    label: String,
    status: Status,
    state: String,
}

/// A run on its way to a chapter.
#[derive(Clone, PartialEq)]
struct Coming {
    doing: String,
    reason: Option<String>,
    is_alive: bool,
    parts: Vec<Part>,
}

impl Coming {
    fn of(run: &Run, chapter: ChapterId) -> Self {
        let is_this =
            |step: &&Step| step.kind == StepKind::Chapter && step.chapter_id == Some(chapter);
        let is_before = |step: &&Step| matches!(step.kind, StepKind::World | StepKind::Outline);
        let now = run.current_step().map(|step| step.id);
        let steps = run.steps.iter();
        // Between the outline and this chapter: one line for the chapter that is being written.
        let steps = steps.filter(|step| is_before(step) || is_this(step) || Some(step.id) == now);
        let part = |step: &Step| Part {
            label: label(step),
            status: step.status,
            state: match step.status {
                Status::Succeeded => "done".to_owned(),
                Status::Running => format!("{}%", words::percent(step.fraction)),
                Status::Queued => "next".to_owned(),
                status => status.as_str().to_owned(),
            },
        };
        Self {
            doing: run.describe(),
            reason: run.held_up.clone(),
            is_alive: run.status == Status::Running,
            parts: steps.map(part).collect(),
        }
    }
}

fn label(step: &Step) -> String {
    match (step.kind, step.chapter) {
        (StepKind::World, _) => "World".to_owned(),
        (StepKind::Outline, _) => "Outline".to_owned(),
        (_, Some(number)) => format!("Chapter {number}"),
        (kind, None) => kind.as_str().to_owned(),
    }
}

/// The run on its way to this chapter, part by part; nothing where none is.
#[component]
pub(super) fn ComingText(open: Open) -> AnyView {
    let studio = Studio::here();
    let starting = studio.starting.pending();
    let coming = memo(move || {
        let run = studio.runs(|state| {
            run_towards(state, open.chapter).map(|run| Coming::of(run, open.chapter))
        });
        run.or_else(|| {
            starting.get().then(|| Coming {
                doing: "Starting…".to_owned(),
                reason: None,
                is_alive: true,
                parts: Vec::new(),
            })
        })
    });
    let head = memo(move || {
        coming.with(|coming| {
            let coming = coming.as_ref()?;
            Some((coming.doing.clone(), coming.is_alive, coming.reason.clone()))
        })
    });
    let parts = move || {
        coming.with(|coming| {
            coming
                .as_ref()
                .map(|coming| coming.parts.clone())
                .unwrap_or_default()
        })
    };
    let row = |part: Part| {
        view! {
            <li>
                <StateDot class=status_class(part.status)/>
                <span>{part.label}</span>
                <i>{part.state}</i>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="coming" aria-label="In progress">
            {show(move || {
                head.get()
                    .map(|(doing, is_alive, reason)| {
                        let class = if is_alive { "doing alive" } else { "doing" };
                        view! {
                            <p class=class>{doing}</p>
                            {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
                        }
                    })
            })}
            <ol>
                {rows(
                    parts,
                    |part| (part.label.clone(), part.state.clone()),
                    row,
                )}
            </ol>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Progress, RunId, RunKind, Spent, StepId, StoryId, Timestamp};
    use uuid::Uuid;

    fn chapter(number: u32) -> ChapterId {
        ChapterId(Uuid::from_u128(number.into()))
    }

    fn step(id: u128, kind: StepKind, chapter: Option<u32>, status: Status) -> Step {
        Step {
            id: StepId(Uuid::from_u128(id)),
            kind,
            chapter_id: chapter.map(self::chapter),
            subject: None,
            chapter,
            status,
            stage: None,
            scene: None,
            fraction: 0.42,
            tokens: 0,
            words: 0,
            is_thinking: false,
        }
    }

    fn run(steps: Vec<Step>) -> Run {
        Run {
            id: RunId(Uuid::nil()),
            story: StoryId(Uuid::nil()),
            story_title: String::new(),
            kind: RunKind::AllChapters,
            status: Status::Running,
            control: domain::ControlFlags::default(),
            stage: None,
            steps,
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
            ended_at: None,
        }
    }

    #[test]
    fn what_comes_before_a_chapter_is_told_part_by_part() {
        let steps = vec![
            step(1, StepKind::World, None, Status::Succeeded),
            step(2, StepKind::Outline, None, Status::Running),
            step(3, StepKind::Chapter, Some(1), Status::Queued),
            step(4, StepKind::Chapter, Some(2), Status::Queued),
        ];
        let told = |number| -> Vec<(String, String)> {
            let coming = Coming::of(&run(steps.clone()), chapter(number));
            let parts = coming.parts.into_iter();
            parts.map(|part| (part.label, part.state)).collect()
        };
        let pair = |label: &str, state: &str| (label.to_owned(), state.to_owned());
        assert_eq!(
            told(1),
            [
                pair("World", "done"),
                pair("Outline", "42%"),
                pair("Chapter 1", "next")
            ]
        );
        assert_eq!(told(2)[2], pair("Chapter 2", "next"));
    }

    #[test]
    fn a_later_chapter_names_the_one_that_is_being_written() {
        let steps = vec![
            step(1, StepKind::Chapter, Some(1), Status::Succeeded),
            step(2, StepKind::Chapter, Some(2), Status::Running),
            step(3, StepKind::Chapter, Some(3), Status::Queued),
        ];
        let coming = Coming::of(&run(steps), chapter(3));
        let labels: Vec<&str> = coming.parts.iter().map(|part| &*part.label).collect();
        assert_eq!(labels, ["Chapter 2", "Chapter 3"]);
    }
}
