//! What a store decides inside its transactions, as pure functions over plain data.
//!
//! Architecture invariant: this crate does no I/O and links neither sqlx nor tokio. A store reads rows, asks a rule and
//! carries out what it says; every store decides alike, and each rule is tested without a database.

pub mod backup;
pub mod budget;
pub mod chapter_runs;
pub mod chapter_step;
pub mod chapter_version;
pub mod commit;
pub mod dismissal;
pub mod draft;
pub mod history;
pub mod offer;
pub mod plan;
pub mod queue;
pub mod recovery;
pub mod regenerate;
pub mod report;
pub mod revision;
pub mod run_view;
pub mod stale;
pub mod stop;
pub mod trash;
pub mod version_fields;
pub mod world;

pub use chapter_step::ChapterStepState;
pub use recovery::AbandonedRuns;
pub use stop::StopCause;

#[cfg(test)]
mod fixtures;
