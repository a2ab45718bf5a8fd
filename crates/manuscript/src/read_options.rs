//! What the caller says about a file.

use crate::limits;

/// What the caller says about a file.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions<'o> {
    /// The encoding of a text file, by its usual name (`windows-1252`, `shift_jis`); found by itself if there is none.
    pub encoding: Option<&'o str>,
    /// The most bytes that a file may have.
    pub most_bytes: usize,
}

impl Default for ReadOptions<'_> {
    fn default() -> Self {
        Self {
            encoding: None,
            most_bytes: limits::MOST_BYTES,
        }
    }
}
