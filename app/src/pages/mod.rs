//! One page per place.

pub mod command_dialogs;
pub mod dock;
pub mod entry_address;
pub mod export;
pub mod history;
pub mod lazy_pages;
pub mod library;
pub mod new_story;
pub mod not_found;
pub mod outline;
pub mod overview;
pub mod palette;
pub mod queue;
pub mod replace;
pub mod review;
pub mod search;
pub mod settings;
pub mod shortcut_sheet;
pub mod story_part;
pub mod story_scope;
pub mod trash;
pub mod undo;
pub mod unsaved;
pub mod usage;
pub mod world;
pub mod write;
