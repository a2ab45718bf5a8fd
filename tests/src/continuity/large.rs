//! A long chapter of a large world: how quick the checks are.

use super::{CorpusStory, corpus::id};
use domain::{Fact, World};
use engine::checks::{self, CheckInput};
use std::time::{Duration, Instant};

/// Entities, and as many facts.
const LARGE: usize = 2_000;
const WORDS: usize = 5_000;

/// What the checks take for 5,000 words in a world of 2,000 entities and 2,000 facts, made of the corpus.
pub fn large(stories: &[CorpusStory]) -> Duration {
    let worlds: Vec<World> = stories.iter().map(|story| story.world(u32::MAX)).collect();
    let entities = worlds.iter().flat_map(|world| &world.entities).cycle();
    let facts = worlds.iter().flat_map(|world| &world.facts).cycle();
    let world = World {
        entities: (1..)
            .zip(entities.take(LARGE))
            .map(|(at, entity)| {
                let mut entity = entity.clone();
                entity.id = id(at);
                // Each name once: "Hanne Reske", "Hanneba Reskeba", …
                entity.name = entity
                    .name
                    .split(' ')
                    .map(|word| word.to_owned() + &syllables(at as usize / 60))
                    .collect::<Vec<_>>()
                    .join(" ");
                entity
            })
            .collect(),
        facts: (1..)
            .zip(facts.take(LARGE))
            .map(|(at, fact)| Fact {
                id: id(at),
                ..fact.clone()
            })
            .collect(),
        ..World::default()
    };
    let chapters = stories.iter().flat_map(|story| &story.chapters);
    let mut text = String::new();
    for chapter in chapters {
        if text.split_whitespace().count() < WORDS {
            text += chapter.text.trim();
            text += "\n\n";
        }
    }
    let matter = CheckInput {
        world: &world,
        beats: &[],
        scenes: &[],
        earlier: &[],
        language: "en",
        text: &text,
    };
    // The quickest of three: other programs run on this machine too.
    (0..3)
        .map(|_| {
            let began = Instant::now();
            checks::run(&matter);
            began.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// Nothing for 0, then "ba", "do", … in a certain order.
fn syllables(mut at: usize) -> String {
    const ALL: [&str; 7] = ["ba", "do", "ki", "ru", "se", "ta", "vo"];
    let mut made = String::new();
    while at > 0 {
        made += ALL[at % ALL.len()];
        at /= ALL.len();
    }
    made
}
