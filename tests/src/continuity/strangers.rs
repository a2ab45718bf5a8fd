//! Beats of a story's other chapters, held against a chapter that was never meant to tell them.
//!
//! Fifteen planted beats say little about a check; these are some hundreds, for nothing. They are easier than
//! planted ones, which fit the scene that lacks them. A few may have happened all the same.

use super::{CorpusChapter, CorpusStory, KindScore, Set};
use engine::checks::{self, CheckInput};

/// How many beats of chapters with another number are said to be missing from each chapter.
pub fn strangers(stories: &[CorpusStory], set: Option<Set>) -> KindScore {
    let mut sum = KindScore::default();
    for story in stories
        .iter()
        .filter(|story| set.is_none_or(|set| set == story.set))
    {
        for chapter in &story.chapters {
            for other in &story.chapters {
                if other.number != chapter.number {
                    sum.planted += other.beats.len();
                    sum.found += missing(story, chapter, &other.beats);
                }
            }
        }
    }
    sum
}

/// How many of these beats the checks miss in a chapter.
fn missing(story: &CorpusStory, chapter: &CorpusChapter, beats: &[String]) -> usize {
    let world = story.world(chapter.number);
    let earlier = story.earlier(chapter.number);
    let matter = CheckInput {
        world: &world,
        beats,
        scenes: &chapter.scenes,
        earlier: &earlier,
        language: &story.language,
        text: chapter.text.trim(),
    };
    let findings = checks::run(&matter);
    findings
        .iter()
        .filter(|finding| finding.kind == "missing beat")
        .count()
}
