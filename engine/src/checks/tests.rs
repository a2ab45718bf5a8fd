//! The checks as a whole; the corpus of `tests/bench/continuity` measures them.

use super::*;
