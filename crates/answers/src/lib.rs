//! What a model answered, read part by part: foreign text in, the studio's values out.
//!
//! Nothing that a model sends makes this fail: an answer is whole, usable in part, or not an answer.

pub mod beat_coverage;
pub mod chatter;
pub mod lenient;
pub mod resumed;
pub mod shape;

#[cfg(test)]
mod properties;
