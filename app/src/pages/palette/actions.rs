//! What the palette offers to do.

use super::{entries::PaletteEntry, palette_action::PaletteAction};
use crate::{
    api::runs::RunCommand,
    live::{CurrentStory, Studio},
};
use domain::{ChapterDetails, ChapterState, NewRun, RunKind, Status};
use leptos::prelude::*;

/// What can be done from here.
pub(super) fn actions(
    studio: Studio,
    current_story: CurrentStory,
    chapter: Option<&ChapterDetails>,
) -> Vec<PaletteEntry> {
    let mut actions = story_actions(studio, current_story, chapter);
    studio.with_live_state(|state| {
        let Some(state) = state else {
            return;
        };
        if let Some(run) = state.foremost() {
            let title = run.title();
            let mut control = |key: &str, verb: &str, command: RunCommand| {
                let label = format!("{verb} run: {title}");
                let action = PaletteAction::Control(run.id, command);
                actions.push(PaletteEntry::action(key, &label, "generation", action));
            };
            if !run.control.cancel_requested {
                control("cancel", "Cancel", RunCommand::Cancel);
                match run.status {
                    Status::Paused if run.control.can_resume => {
                        control("resume", "Resume", RunCommand::Resume);
                    }
                    Status::Running | Status::Queued if !run.control.pause_requested => {
                        control("pause", "Pause", RunCommand::Pause);
                    }
                    _ => {}
                }
            }
        }
        if state.queue.is_held {
            let action = PaletteAction::PauseQueue(false);
            actions.push(PaletteEntry::action(
                "queue",
                "Resume queue",
                "continue",
                action,
            ));
        } else if !state.runs.is_empty() {
            let action = PaletteAction::PauseQueue(true);
            actions.push(PaletteEntry::action(
                "queue",
                "Pause queue",
                "stop hold",
                action,
            ));
        }
    });
    actions.push(PaletteEntry::action(
        "new story",
        "New story",
        "create begin",
        PaletteAction::Go("/stories/new".to_owned()),
    ));
    actions.push(PaletteEntry::action(
        "import",
        "Import a manuscript",
        "word epub docx upload text",
        PaletteAction::Go("/import".to_owned()),
    ));
    for (choice, label, also) in [
        ("light", "Light appearance", "theme bright mode"),
        ("dark", "Dark appearance", "theme night mode"),
        ("system", "System appearance", "theme mode automatic"),
    ] {
        actions.push(PaletteEntry::action(
            choice,
            label,
            also,
            PaletteAction::Appearance(choice),
        ));
    }
    actions.push(PaletteEntry::action(
        "shortcuts",
        "Keyboard shortcuts",
        "keys help",
        PaletteAction::Shortcuts,
    ));
    actions
}

/// What can be generated in the story at hand.
fn story_actions(
    studio: Studio,
    current_story: CurrentStory,
    chapter: Option<&ChapterDetails>,
) -> Vec<PaletteEntry> {
    let Some(id) = current_story.id.get() else {
        return Vec::new();
    };
    let is_planned = |kind: RunKind, number: Option<u32>| {
        studio.with_live_state(|state| {
            let mut runs = state.into_iter().flat_map(|state| state.runs.iter());
            runs.any(|run| {
                let same = number.is_none() || run.steps.iter().any(|step| step.chapter == number);
                run.story == id && (run.kind == kind || number.is_some()) && same
            })
        })
    };
    let mut actions = Vec::new();
    if let Some(details) = chapter {
        let number = details.chapter.number;
        let verb = match details.chapter.state {
            ChapterState::Empty => Some("Write"),
            ChapterState::Partial => Some("Continue"),
            _ => None,
        };
        if let Some(verb) = verb.filter(|_| !is_planned(RunKind::Chapter, Some(number))) {
            let new = Box::new(NewRun::chapter(details.chapter.id));
            let label = format!("{verb} chapter {number}");
            let action = PaletteAction::Start(id, new);
            actions.push(PaletteEntry::action(
                "write chapter",
                &label,
                "generate draft",
                action,
            ));
        }
    }
    if current_story.has_unwritten() && !is_planned(RunKind::AllChapters, None) {
        actions.push(PaletteEntry::action(
            "write all",
            "Write all chapters",
            "generate draft story",
            PaletteAction::Start(id, Box::new(NewRun::of(RunKind::AllChapters))),
        ));
    }
    actions
}
