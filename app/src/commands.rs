//! What the keyboard and the palette do anywhere in the studio, and which of their dialogs is open.

use crate::{
    browser, last_open,
    live::{CurrentStory, current_story::story_id_in},
    shortcuts::{Command, KeyPress},
};
use domain::StoryId;
use leptos::{ev, prelude::*};
use std::cell::Cell;

/// The name under which the browser keeps that shortcuts of one key are off.
const PLAIN_KEYS: &str = "fablewright-plain-keys";

/// After G the second key has so long, in milliseconds.
const SEQUENCE_MS: i64 = 1_500;

/// The dialogs that can be opened on every page. Copies share everything.
#[derive(Clone, Copy)]
pub struct CommandDialogs {
    /// The palette.
    pub palette: RwSignal<bool>,
    /// The sheet of shortcuts.
    pub shortcuts: RwSignal<bool>,
    /// Grows when light or dark was chosen.
    pub appearance: RwSignal<u32>,
}

impl CommandDialogs {
    /// Makes the context, and listens to the keyboard from now on; below the router.
    pub fn provide(current_story: CurrentStory) -> Self {
        let dialogs = Self {
            palette: RwSignal::new(false),
            shortcuts: RwSignal::new(false),
            appearance: RwSignal::new(0),
        };
        provide_context(dialogs);
        dialogs.listen(current_story);
        dialogs
    }

    /// The context.
    pub fn get() -> Self {
        expect_context()
    }

    fn listen(self, current_story: CurrentStory) {
        Effect::new(move |_| {
            let after_g = Cell::new(0);
            let listener = window_event_listener(ev::keydown, move |event| {
                // An editor may have an own use for it.
                if event.default_prevented() || event.repeat() {
                    return;
                }
                let press = KeyPress::of(&event);
                let is_typing = browser::is_typing();
                let in_dialog = browser::has_open_dialog();
                let plain_keys = !is_typing && !in_dialog && plain_keys_are_on();
                let is_second = browser::now() - after_g.get() < SEQUENCE_MS;
                let is_first = plain_keys && !is_second && press.begins_sequence();
                after_g.set(if is_first { browser::now() } else { 0 });
                let Some(command) = press.command(browser::is_mac(), !plain_keys, is_second) else {
                    return;
                };
                let opens = match command {
                    Command::Palette => Some(self.palette),
                    Command::ShortcutSheet => Some(self.shortcuts),
                    _ => None,
                };
                match opens {
                    // Nothing is opened above a question that waits for its answer.
                    Some(open) if in_dialog && !open.get_untracked() => return,
                    Some(open) => open.update(|open| *open = !*open),
                    None => {
                        let Some(to) = address(command, current_story) else {
                            return;
                        };
                        browser::follow(&to);
                    }
                }
                event.prevent_default();
            });
            on_cleanup(move || listener.remove());
        });
    }
}

/// Whether shortcuts of one key are on.
pub fn plain_keys_are_on() -> bool {
    browser::get_item(PLAIN_KEYS).is_none()
}

/// Turns shortcuts of one key on or off, in this browser.
pub fn turn_plain_keys(on: bool) {
    browser::set_item(PLAIN_KEYS, (!on).then_some("off"));
}

/// Where a command leads from here, if anywhere.
fn address(command: Command, current_story: CurrentStory) -> Option<String> {
    let path = current_story.path.get_untracked();
    let part = match command {
        Command::Palette | Command::ShortcutSheet => return None,
        Command::Search => return Some(search_address(story_id_in(&path))),
        Command::Library => return Some("/".to_owned()),
        Command::NewStory => return Some("/stories/new".to_owned()),
        Command::Queue => return Some("/queue".to_owned()),
        Command::Settings => return Some("/settings".to_owned()),
        Command::Story => "",
        Command::Write => "/write",
        Command::World => "/world",
        Command::Outline => "/outline",
        Command::Export => "/export",
        Command::Replace => "/replace",
        Command::NextChapter | Command::PreviousChapter => "/write/",
    };
    let story = current_story.rail_id.get_untracked()?;
    let address = format!("/stories/{story}{part}");
    if !part.ends_with('/') {
        return Some(address);
    }
    let current = chapter_in(&path).or_else(|| last_open::remembered().chapter(story))?;
    let wanted = match command {
        Command::NextChapter => current + 1,
        _ => current.saturating_sub(1),
    };
    let is_there = (1..=current_story.chapters()?).contains(&wanted);
    is_there.then(|| address + &wanted.to_string())
}

/// The page that searches a story, or all of them.
pub fn search_address(story: Option<StoryId>) -> String {
    match story {
        Some(story) => format!("/stories/{story}/search"),
        None => "/search".to_owned(),
    }
}

/// The number in "/stories/{id}/write/{number}".
pub fn chapter_in(path: &str) -> Option<u32> {
    let (_, number) = path.strip_prefix("/stories/")?.split_once("/write/")?;
    number.trim_end_matches('/').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::chapter_in;

    #[test]
    fn the_chapter_is_read_from_the_path() {
        assert_eq!(chapter_in("/stories/1/write/12"), Some(12));
        assert_eq!(chapter_in("/stories/1/write/12/"), Some(12));
        assert_eq!(chapter_in("/stories/1/write"), None);
        assert_eq!(chapter_in("/stories/1/world"), None);
    }
}
