//! Making one thing again: a chapter's beats, somebody or something of the world.

use super::{outline, seeded_rng, words, world};
use domain::Entity;
use writing::assignment::{
    ChapterOutlineRequest, ChapterSketch, EntityRewrite, EntitySketch, StoryContext, WorldSketch,
};

/// How many throws of the dice it takes at most to come to something else.
const TRIES: u64 = 12;

/// Other beats for one chapter. What the author wishes is among them, word for word.
pub(crate) fn chapter(story: &StoryContext, chapter: &ChapterOutlineRequest) -> ChapterSketch {
    let at = usize::try_from(chapter.number.saturating_sub(1)).unwrap_or_default();
    let known = |beat: &String| {
        let mut elsewhere = chapter.neighbours.iter().flat_map(|other| &other.beats);
        chapter.beats.contains(beat) || elsewhere.any(|other| other == beat)
    };
    let said = format!("{:?} {}", chapter.beats, chapter.feedback);
    let mut sketch = ChapterSketch::default();
    for turn in 0..TRIES {
        let outline = outline::sketch(&turned(story, &said, turn), chapter.of);
        if let Some(mut next) = outline.chapters.into_iter().nth(at) {
            next.beats.retain(|beat| !known(beat));
            if next.beats.len() > sketch.beats.len() {
                sketch = next;
            }
        }
        if sketch.beats.len() >= 3 {
            break;
        }
    }
    if let Some(wish) = sentence(&chapter.feedback) {
        sketch.beats.insert(sketch.beats.len().min(1), wish);
    }
    if sketch.beats.is_empty() {
        // There is nothing else it could think of: better the old than nothing.
        sketch.beats.clone_from(&chapter.beats);
    }
    sketch
}

/// Another life for somebody or something of the world. The author's wish ends the description.
pub(crate) fn entity(story: &StoryContext, entity: &Entity, feedback: &str) -> EntityRewrite {
    let said = format!("{} {} {feedback}", entity.description, entity.role);
    let other = (0..TRIES).find_map(|turn| {
        let made = world::sketch(&turned(story, &said, turn));
        let fitting = made.entities.iter().find(|other| {
            other.kind == entity.kind
                && other.description != entity.description
                && other.role != entity.role
                && !speaks_of_others(&made, other)
        });
        fitting.cloned()
    });
    let mut rewrite = other.map_or_else(
        || EntityRewrite {
            role: entity.role.clone(),
            description: entity.description.clone(),
            goal: entity.goal.clone(),
            traits: entity.traits.clone(),
        },
        |other| EntityRewrite {
            role: other.role,
            description: other.description,
            goal: other.goal,
            traits: other.traits,
        },
    );
    if let Some(wish) = sentence(feedback) {
        rewrite.description = format!("{} {wish}", rewrite.description).trim().to_owned();
    }
    rewrite
}

/// Whether a text names somebody of the world it was made for, who is a stranger in this one.
fn speaks_of_others(made: &WorldSketch, one: &EntitySketch) -> bool {
    let text = format!("{} {} {}", one.role, one.description, one.goal);
    made.entities
        .iter()
        .flat_map(|other| other.name.split(' '))
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .filter(|word| word.len() > 3)
        .any(|word| text.contains(word))
}

/// A wish as a sentence; `None` where there is none.
fn sentence(wish: &str) -> Option<String> {
    let wish = words::clean(wish, 60);
    let wish = wish.trim_end_matches(['.', ' ']);
    (!wish.is_empty()).then(|| format!("{}.", words::capital(wish)))
}

/// The same story with other dice: what there was before decides which.
fn turned(story: &StoryContext, said: &str, turn: u64) -> StoryContext {
    StoryContext {
        seed: seeded_rng::hash(story.seed, &["anew", said, &turn.to_string()]),
        ..story.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::support;
    use writing::assignment::Neighbour;

    #[test]
    fn a_chapter_gets_other_beats_than_it_and_its_neighbours_had() {
        let mut story = support::story(
            "a lighthouse keeper who hears her dead brother on the radio",
            "",
            7,
        );
        support::add_world(&mut story);
        let all = support::chapters(&story, 6);
        let mut asked = ChapterOutlineRequest {
            number: 3,
            of: 6,
            title: all[2].title.clone(),
            beats: all[2].beats.clone(),
            neighbours: [1, 3]
                .map(|at: usize| Neighbour {
                    number: all[at].number,
                    title: all[at].title.clone(),
                    beats: all[at].beats.clone(),
                })
                .to_vec(),
            feedback: String::new(),
        };
        let rewrite = chapter(&story, &asked);
        assert!(!rewrite.beats.is_empty());
        for beat in &rewrite.beats {
            assert!(
                !all[1..4].iter().any(|chapter| chapter.beats.contains(beat)),
                "{beat}"
            );
        }
        asked.feedback = "let the ferry burn".to_owned();
        let wished = chapter(&story, &asked);
        assert!(
            wished.beats.contains(&"Let the ferry burn.".to_owned()),
            "{wished:?}"
        );
    }

    #[test]
    fn an_entity_becomes_another_and_knows_no_strangers() {
        let mut story = support::story(
            "a lighthouse keeper who hears her dead brother on the radio",
            "",
            7,
        );
        support::add_world(&mut story);
        for known in &story.world.entities {
            let rewrite = entity(&story, known, "walks with a stick");
            assert!(
                !rewrite.role.is_empty() || !rewrite.description.is_empty(),
                "{known:?}"
            );
            assert!(
                rewrite.description.ends_with("Walks with a stick."),
                "{rewrite:?}"
            );
        }
    }
}
