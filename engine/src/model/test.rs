//! Trying a model: one sentence, with a stopwatch.

use super::{Call, StoryContext, Tuning};
use crate::model::assignment::{Assignment, ChapterContext, Plan, Scene};
use std::time::Duration;

/// Nobody watches a test for longer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// The most tokens it may take.
const ENOUGH: u32 = 60;

/// What the model is asked for.
pub(crate) fn call() -> Call {
    let chapter = ChapterContext {
        number: 1,
        of: 1,
        beats: vec!["Rain comes to the harbour.".to_owned()],
        ..ChapterContext::default()
    };
    Call {
        story: StoryContext {
            title: "A test".to_owned(),
            ..StoryContext::default()
        },
        assignment: Assignment::Draft {
            chapter,
            plan: Plan {
                scenes: vec![Scene::default()],
            },
            scene: 0,
            before: String::new(),
        },
        prefix: String::new(),
        repair: None,
        looped: 0,
        short: false,
        cramped: 0,
        tuning: Tuning {
            chapter_words: 100,
            ..Tuning::default()
        },
        prompt: None,
    }
}

/// Whether a sentence is there, or will not come.
pub(crate) fn is_enough(text: &str, tokens: u32) -> bool {
    let whole = text.trim_end().ends_with(['.', '!', '?', '”']);
    (whole && tokens > 8) || tokens >= ENOUGH
}

/// Tokens a second, where that can be said. The first token is the clock's start, not among what it measures.
pub(crate) fn rate(tokens: u32, writing: Duration) -> Option<f64> {
    let seconds = writing.as_secs_f64();
    (tokens > 1 && seconds > 0.0).then(|| f64::from(tokens - 1) / seconds)
}
