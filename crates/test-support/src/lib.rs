//! What tests of the engine and of the studio move: a model that does what the test says.

pub mod scripted;
