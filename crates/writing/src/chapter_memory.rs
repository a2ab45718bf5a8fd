//! What is remembered of a chapter.

use serde::{Deserialize, Serialize};

/// What is remembered of an earlier chapter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChapterMemory {
    /// Its number.
    pub number: u32,
    /// Its title; may be empty.
    pub title: String,
    /// What happens in it; empty where nobody has said.
    pub summary: String,
}
