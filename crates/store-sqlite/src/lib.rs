//! The store in one SQLite file.
//!
//! One writer at a time. Commits that end a stage wait for the disk, token appends do not ([`sqlite_file`]).

mod autosaves;
mod backups;
mod books;
mod calls;
mod chapter_change;
mod chapter_details;
mod chapters;
mod claim;
mod commit;
mod dismissed;
mod drafts;
mod event_numbers;
mod events;
mod finish_run;
mod ids;
mod import;
mod load_chapter;
mod load_revision;
mod load_run;
mod load_story;
mod load_world;
mod maintenance;
mod new_run;
mod numbers;
mod offers;
mod pace;
mod partial;
mod queue;
mod queue_state;
mod regenerate;
mod replace;
mod reports;
mod reviews;
mod revisions;
mod runs;
mod search;
mod search_index;
mod settings;
mod spent;
mod sqlite_store;
mod stale;
mod step_origin;
mod stories;
mod summaries;
mod trash;
mod tx;
mod unreadable;
mod version_history;
mod versions;
mod world;
mod world_edit;

pub use sqlite_store::SqliteStore;
