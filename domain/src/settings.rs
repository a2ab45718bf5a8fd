//! Settings a person can change in the studio.

use serde::{Deserialize, Serialize};

/// What the settings page shows and changes. Secrets are never part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The model that writes, by the name the author knows; set on the command line.
    pub model: String,
    /// Runs at once; set on the command line.
    pub workers: u32,
    /// Where the database is, for a person who wants to back it up.
    pub data: String,
    /// The studio's version.
    pub version: String,
}
