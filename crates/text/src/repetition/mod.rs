//! Noticing, while a text is generated, that it repeats itself.

mod looping;
mod near_repetition;

pub use looping::{PROSE, STRUCTURED, has_no_end, loop_start};
pub use near_repetition::NearRepetition;
