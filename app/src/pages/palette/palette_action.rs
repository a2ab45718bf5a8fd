//! What choosing an entry of the palette does.

use crate::{
    api::runs::{RunCommand, set_queue_paused, start_run},
    appearance, browser,
    commands::CommandDialogs,
    live::Studio,
};
use domain::{NewRun, RunId, StoryId};
use leptos::{prelude::*, task::spawn_local};

/// What is done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PaletteAction {
    /// Goes to an address.
    Go(String),
    /// Starts a run.
    Start(StoryId, Box<NewRun>),
    /// Pauses the queue, or resumes it.
    PauseQueue(bool),
    /// Asks something of a run.
    Control(RunId, RunCommand),
    /// Light, dark, or as the system has it.
    Appearance(&'static str),
    /// Opens the sheet of shortcuts.
    Shortcuts,
}

impl PaletteAction {
    /// Does it. Answers the address to go to, if that is what it does.
    pub(super) fn run(self, studio: Studio, dialogs: CommandDialogs) -> Option<String> {
        match self {
            Self::Go(to) => return Some(to),
            // The stream tells of the run.
            Self::Start(story, new) => spawn_local(async move {
                if let Err(error) = start_run(story, *new, browser::random_uuid()).await {
                    studio.show_error(&error);
                }
            }),
            Self::PauseQueue(pause) => spawn_local(async move {
                if let Err(error) = set_queue_paused(pause).await {
                    studio.show_error(&error);
                }
            }),
            Self::Control(run, command) => studio.control_run(run, command),
            Self::Appearance(choice) => {
                appearance::choose(choice);
                dialogs.appearance.update(|times| *times += 1);
            }
            Self::Shortcuts => dialogs.shortcuts.set(true),
        }
        None
    }
}
