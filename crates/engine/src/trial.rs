//! Trying a model: one sentence, with a stopwatch.

use std::time::Duration;
use writing::assignment::{Assignment, ChapterContext, Plan, Scene};
use writing::{Call, StoryContext, Tuning};

/// Nobody watches a test for longer.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(120);

/// The most tokens it may take.
const ENOUGH: u32 = 60;

/// The most it may think before that.
const MOST_THOUGHT: u32 = 240;

/// What stands in the names of models that write no prose.
const NO_WRITERS: [&str; 19] = [
    "embed",
    "bge-",
    "minilm",
    "rerank",
    "whisper",
    "tts",
    "transcribe",
    "speech",
    "audio",
    "realtime",
    "dall-e",
    "image",
    "diffusion",
    "sora",
    "moderation",
    "guard",
    "babbage",
    "davinci",
    "clip",
];

/// The model of a list to try, where nobody has named one: the first that looks like one that writes.
pub(crate) fn choice(names: &[String]) -> Option<&String> {
    let writes = |name: &&String| {
        let name = name.to_lowercase();
        !NO_WRITERS.iter().any(|word| name.contains(word))
    };
    names.iter().find(writes).or_else(|| names.first())
}

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

/// Whether a sentence is there, or will not come. `tokens` are all, `thought` those of them that were thought.
pub(crate) fn is_enough(text: &str, tokens: u32, thought: u32) -> bool {
    let written = tokens.saturating_sub(thought);
    let whole = text.trim_end().ends_with(['.', '!', '?', '”']);
    (whole && written > 8) || written >= ENOUGH || thought >= MOST_THOUGHT
}

/// Tokens a second, where that can be said. The first token is the clock's start, not among what it measures.
pub(crate) fn rate(tokens: u32, writing: Duration) -> Option<f64> {
    let seconds = writing.as_secs_f64();
    (tokens > 1 && seconds > 0.0).then(|| f64::from(tokens - 1) / seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_that_writes_is_tried_before_one_that_does_not() {
        let names = |names: &[&str]| {
            names
                .iter()
                .map(|&name| name.to_owned())
                .collect::<Vec<_>>()
        };
        let all = names(&[
            "babbage-002",
            "BGE-m3",
            "gpt-4o-audio",
            "gpt-4o",
            "text-embedding-3",
        ]);
        assert_eq!(choice(&all).map(String::as_str), Some("gpt-4o"));
        let odd = names(&["nomic-embed-text"]);
        assert_eq!(choice(&odd), odd.first());
        assert_eq!(choice(&[]), None);
    }

    #[test]
    fn thinking_is_waited_for_longer_than_a_sentence() {
        assert!(is_enough("Rain came to the harbour.", 9, 0));
        assert!(!is_enough("", 100, 100));
        assert!(is_enough("", MOST_THOUGHT, MOST_THOUGHT));
        assert!(is_enough("Rain and", 100 + ENOUGH, 100));
    }
}
