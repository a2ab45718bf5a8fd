//! The keyboard shortcuts of the studio: one table, from which the handler and the sheet of shortcuts come.

use web_sys::KeyboardEvent;

/// What a shortcut does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Palette,
    ShortcutSheet,
    Search,
    Library,
    NewStory,
    Queue,
    Settings,
    Story,
    Write,
    World,
    Outline,
    Export,
    Replace,
    NextChapter,
    PreviousChapter,
}

/// The keys of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// With Ctrl, on a Mac with Cmd; also while somebody types.
    WithControl(&'static str),
    /// Alone, while nobody types.
    Alone(&'static str),
    /// One after the other, while nobody types: first G.
    AfterG(&'static str),
}

/// A shortcut.
pub struct Shortcut {
    pub keys: Keys,
    pub does: &'static str,
    pub command: Command,
}

const fn shortcut(keys: Keys, does: &'static str, command: Command) -> Shortcut {
    Shortcut {
        keys,
        does,
        command,
    }
}

/// All of them.
pub const SHORTCUTS: [Shortcut; 15] = [
    shortcut(
        Keys::WithControl("k"),
        "Go to a page, story, chapter or action",
        Command::Palette,
    ),
    shortcut(Keys::Alone("/"), "Search", Command::Search),
    shortcut(
        Keys::Alone("?"),
        "Keyboard shortcuts",
        Command::ShortcutSheet,
    ),
    shortcut(Keys::AfterG("l"), "Library", Command::Library),
    shortcut(Keys::AfterG("n"), "New story", Command::NewStory),
    shortcut(Keys::AfterG("q"), "Queue", Command::Queue),
    shortcut(Keys::AfterG("t"), "Settings", Command::Settings),
    shortcut(Keys::AfterG("s"), "Story", Command::Story),
    shortcut(Keys::AfterG("w"), "Write", Command::Write),
    shortcut(Keys::AfterG("d"), "World", Command::World),
    shortcut(Keys::AfterG("o"), "Outline", Command::Outline),
    shortcut(Keys::AfterG("e"), "Export", Command::Export),
    shortcut(Keys::AfterG("r"), "Find and replace", Command::Replace),
    shortcut(Keys::Alone("n"), "Next chapter", Command::NextChapter),
    shortcut(
        Keys::Alone("p"),
        "Previous chapter",
        Command::PreviousChapter,
    ),
];

impl Command {
    /// Whether it needs a story at hand.
    pub const fn is_of_story(self) -> bool {
        matches!(
            self,
            Self::Story
                | Self::Write
                | Self::World
                | Self::Outline
                | Self::Export
                | Self::Replace
                | Self::NextChapter
                | Self::PreviousChapter
        )
    }
}

/// A key that was pressed, as shortcuts see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    key: String,
    control: bool,
    meta: bool,
    alt: bool,
}

impl KeyPress {
    /// Reads it from an event.
    pub fn of(event: &KeyboardEvent) -> Self {
        let (key, code) = (event.key(), event.code());
        // Where another script is typed, the place of the key counts.
        let letter = code.strip_prefix("Key").filter(|_| !key.is_ascii());
        Self {
            // Shortcuts are ASCII: tables of all letters would make the first page heavier.
            key: letter.unwrap_or(&key).to_ascii_lowercase(),
            control: event.ctrl_key(),
            meta: event.meta_key(),
            alt: event.alt_key(),
        }
    }

    /// Whether it is the first key of two.
    pub fn begins_sequence(&self) -> bool {
        self.is_alone() && self.key == "g"
    }

    const fn is_alone(&self) -> bool {
        !(self.control || self.meta || self.alt)
    }

    /// What it means. On a Mac, Ctrl with a letter edits text: there Cmd is meant.
    pub fn command(&self, on_mac: bool, is_typing: bool, after_g: bool) -> Option<Command> {
        let with_control = !self.alt
            && match on_mac {
                true => self.meta && !self.control,
                false => self.control && !self.meta,
            };
        let mut all = SHORTCUTS.iter();
        let found = all.find(|shortcut| match shortcut.keys {
            Keys::WithControl(key) => with_control && self.key == key,
            Keys::Alone(key) => !is_typing && !after_g && self.is_alone() && self.key == key,
            Keys::AfterG(key) => !is_typing && after_g && self.is_alone() && self.key == key,
        });
        found.map(|shortcut| shortcut.command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> KeyPress {
        KeyPress {
            key: key.to_owned(),
            ..KeyPress::default()
        }
    }

    #[test]
    fn every_shortcut_of_the_table_does_what_it_says() {
        for shortcut in &SHORTCUTS {
            let (pressed, after_g) = match shortcut.keys {
                Keys::WithControl(key) => (
                    KeyPress {
                        control: true,
                        ..press(key)
                    },
                    false,
                ),
                Keys::Alone(key) => (press(key), false),
                Keys::AfterG(key) => (press(key), true),
            };
            let command = pressed.command(false, false, after_g);
            assert_eq!(command, Some(shortcut.command), "{}", shortcut.does);
        }
    }

    #[test]
    fn plain_keys_are_text_while_somebody_types() {
        for shortcut in &SHORTCUTS {
            if let Keys::Alone(key) | Keys::AfterG(key) = shortcut.keys {
                for after_g in [false, true] {
                    assert_eq!(press(key).command(false, true, after_g), None, "{key}");
                }
            }
        }
        let control = KeyPress {
            control: true,
            ..press("k")
        };
        assert_eq!(control.command(false, true, false), Some(Command::Palette));
        assert_eq!(
            control.command(true, true, false),
            None,
            "a Mac edits with it"
        );
        let meta = KeyPress {
            meta: true,
            ..press("k")
        };
        assert_eq!(meta.command(true, true, false), Some(Command::Palette));
        assert_eq!(meta.command(false, true, false), None);
        assert_eq!(press("k").command(false, false, false), None);
        assert!(press("g").begins_sequence() && !control.begins_sequence());
    }
}
