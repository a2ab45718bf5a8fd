//! Stories in their tables, as functions over a connection: what is read of them, and what is changed row by row inside
//! of whoever's transaction it is.

pub mod check;
pub mod event_numbers;
pub mod load_book;
pub mod load_chapter;
pub mod load_revision;
pub mod load_run;
pub mod load_story;
pub mod load_world;
pub mod new_rows;
pub mod numbers;
pub mod queue_state;
pub mod repair;
pub mod search;
pub mod search_index;
pub mod story_parts;
pub mod story_tables;
pub mod trash_entry;
pub mod trash_rows;
pub mod unreadable;
pub mod version_history;
