//! The progress of world, outline and chapter before there is any text. It is shown where the text will be.

use super::chapter_view::ChapterView;
use crate::{
    components::{StateDot, rows, show, state_dot::status_class},
    formatting,
    live::{Studio, memo, run_for_chapter},
};
use domain::{ChapterId, Run, Status, Step, StepKind};
use leptos::prelude::*;

/// One thing that has to be made, and how far it is.
#[derive(Clone, PartialEq)]
struct ProgressItem {
    label: String,
    status: Status,
    state: String,
}

/// A run on its way to a chapter.
#[derive(Clone, PartialEq)]
struct ChapterProgress {
    doing: String,
    reason: Option<String>,
    is_alive: bool,
    items: Vec<ProgressItem>,
}

impl ChapterProgress {
    fn of(run: &Run, chapter: ChapterId) -> Self {
        let is_this =
            |step: &&Step| step.kind == StepKind::Chapter && step.chapter_id == Some(chapter);
        let is_before = |step: &&Step| matches!(step.kind, StepKind::World | StepKind::Outline);
        let now = run.current_step().map(|step| step.id);
        let steps = run.steps.iter();
        // Between the outline and this chapter: one line for the chapter that is being written.
        let steps = steps.filter(|step| is_before(step) || is_this(step) || Some(step.id) == now);
        let item = |step: &Step| ProgressItem {
            label: label(step),
            status: step.status,
            state: match step.status {
                Status::Succeeded => "done".to_owned(),
                Status::Running => format!("{}%", formatting::percent(step.fraction)),
                Status::Queued => "next".to_owned(),
                status => status.as_str().to_owned(),
            },
        };
        Self {
            doing: run.describe(),
            reason: run.held_up.clone(),
            is_alive: run.status == Status::Running,
            items: steps.map(item).collect(),
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
pub(super) fn ChapterProgressView(view: ChapterView) -> AnyView {
    let studio = Studio::get();
    let starting = studio.starting.pending();
    let progress = memo(move || {
        let run = studio.with_state(|state| {
            run_for_chapter(state, view.chapter).map(|run| ChapterProgress::of(run, view.chapter))
        });
        run.or_else(|| {
            starting.get().then(|| ChapterProgress {
                doing: "Starting…".to_owned(),
                reason: None,
                is_alive: true,
                items: Vec::new(),
            })
        })
    });
    let head = memo(move || {
        progress.with(|progress| {
            let progress = progress.as_ref()?;
            Some((
                progress.doing.clone(),
                progress.is_alive,
                progress.reason.clone(),
            ))
        })
    });
    let items = move || {
        progress.with(|progress| {
            progress
                .as_ref()
                .map(|progress| progress.items.clone())
                .unwrap_or_default()
        })
    };
    let row = |item: ProgressItem| {
        view! {
            <li>
                <StateDot class=status_class(item.status)/>
                <span>{item.label}</span>
                <i>{item.state}</i>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="chapter-progress" aria-label="In progress">
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
                    items,
                    |item| (item.label.clone(), item.state.clone()),
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
        let items = |number| -> Vec<(String, String)> {
            let progress = ChapterProgress::of(&run(steps.clone()), chapter(number));
            let items = progress.items.into_iter();
            items.map(|item| (item.label, item.state)).collect()
        };
        let pair = |label: &str, state: &str| (label.to_owned(), state.to_owned());
        assert_eq!(
            items(1),
            [
                pair("World", "done"),
                pair("Outline", "42%"),
                pair("Chapter 1", "next")
            ]
        );
        assert_eq!(items(2)[2], pair("Chapter 2", "next"));
    }

    #[test]
    fn a_later_chapter_names_the_one_that_is_being_written() {
        let steps = vec![
            step(1, StepKind::Chapter, Some(1), Status::Succeeded),
            step(2, StepKind::Chapter, Some(2), Status::Running),
            step(3, StepKind::Chapter, Some(3), Status::Queued),
        ];
        let progress = ChapterProgress::of(&run(steps), chapter(3));
        let labels: Vec<&str> = progress.items.iter().map(|item| &*item.label).collect();
        assert_eq!(labels, ["Chapter 2", "Chapter 3"]);
    }
}
