//! Rules of the engine: pure functions over plain data, tested without a database.

pub(crate) mod chapter_step;
