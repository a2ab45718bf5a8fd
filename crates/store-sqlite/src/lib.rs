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
mod events;
mod finish_run;
mod ids;
mod import;
mod maintenance;
mod names;
mod new_run;
mod offers;
mod pace;
mod partial;
mod proposals;
mod queue;
mod regenerate;
mod replace;
mod replaced_parts;
mod reports;
mod reviews;
mod revisions;
mod runs;
mod search;
mod settings;
mod sqlite_store;
mod stale;
mod step_origin;
mod stories;
mod story_rows;
mod summaries;
mod trash;
mod tx;
mod versions;
mod world;
mod world_edit;

pub use sqlite_store::SqliteStore;
