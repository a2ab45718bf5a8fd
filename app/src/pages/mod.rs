//! One page per place.

pub mod dock;
pub mod export;
pub mod history;
pub mod import;
pub mod lazy_pages;
pub mod library;
pub mod new_story;
pub mod not_found;
pub mod outline;
pub mod overview;
pub mod queue;
pub mod review;
pub mod settings;
pub mod story_scope;
pub mod trash;
pub mod undo;
pub mod unsaved;
pub mod usage;
pub mod world;
pub mod write;
