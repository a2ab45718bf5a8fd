//! The engine over a real SQLite file, one module for each thing it does. One binary: linking takes longer than most
//! of these tests.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

mod accounts;
mod answers;
mod authors_text;
mod autosaves;
mod backups;

mod books;
mod budgets;
mod by_id;
mod candidates;
mod checks;
mod chosen;
mod continuity;
mod deleted;
mod dismissed;
mod earlier_builds;
mod endings;
mod events;
mod folder;
mod history;
mod import;
mod keys;
mod limits;
mod one_shot;
mod outline;
mod queue;
mod reading;
mod recall;
mod regenerate;
mod rename;
mod replace;
mod reviews;
mod rewrite;
mod runs;
mod search;
mod shapes;
mod states;
mod store;
mod story_files;
mod trash;
mod trash_runs;
mod unreadable;
mod unusable_backups;
mod upgrade;
mod words;
