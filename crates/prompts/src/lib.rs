//! What a language model is sent for an assignment: instructions and what it must know, within its context.
//!
//! A prompt is made of named parts, each with its size, so that a person can see what was sent and why
//! something was not. Parts are filled in the order of their worth, and read in another one.

mod budget;
mod chapter;
mod critic;
mod existing_text;
mod focus;
mod making;
mod memory;
mod outlining;
mod reading;
mod recall;
mod render;
mod repair;
mod scene;
mod schema;
mod story_context;
mod too_small;

#[cfg(test)]
mod tests;

pub use outlining::chapters_at_once;
pub use render::{prepared, render};
pub use text::tokens::estimate;
pub use too_small::TooSmall;

use writing::{Assignment, Tuning};

/// Whether an answer is prose and far shorter than it was asked to be: less than a third.
pub fn is_short(answer: &str, assignment: &Assignment, tuning: Tuning) -> bool {
    let Assignment::Draft { plan, .. } = assignment else {
        return false;
    };
    text::tokens::words_of(answer).saturating_mul(3) <= scene::words(tuning, plan)
}
