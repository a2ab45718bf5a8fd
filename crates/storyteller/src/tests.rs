//! What must hold of everything the built-in writer writes, over many seeds and briefs.

mod checked;
mod edges;
pub(crate) mod support;

use super::{cast, check, compose, words};
use domain::{EntityKind, Severity};
use std::collections::BTreeSet;
use support::*;
use writing::assignment::{Assignment, Report, WorldSketch};

#[test]
fn chapters_hold_what_is_promised() {
    for (at, (premise, genre)) in PREMISES.iter().enumerate() {
        for seed in 0..2 {
            let mut story = story(premise, genre, seed * 7919 + at as u64);
            // Some are told without a world, as after a failed step.
            if (seed + at as u64) % 3 != 2 {
                add_world(&mut story);
            }
            let cast = cast::Cast::of(&story);
            for chapter in chapters(&story, 5) {
                let plan = plan(&story, &chapter);
                assert!((2..=4).contains(&plan.scenes.len()));
                let planned: Vec<String> = plan
                    .scenes
                    .iter()
                    .flat_map(|scene| scene.beats.clone())
                    .collect();
                assert_eq!(planned, chapter.beats);
                let scenes = super::chapter::whole(&story, &chapter, &plan);
                let text = scenes.join("\n\n");
                let faults = faults(&text);
                assert!(
                    faults.is_empty(),
                    "{premise} {seed} {}: {faults:#?}\n{text}",
                    chapter.number
                );
                for beat in &chapter.beats {
                    assert!(check::covered(&cast, beat, &text), "{beat}\n{text}");
                }
                let report: Report = ask(
                    &story,
                    &Assignment::Check {
                        chapter: chapter.clone(),
                        text: text.clone(),
                    },
                );
                let major = report
                    .findings
                    .iter()
                    .any(|found| found.severity == Severity::Major);
                assert!(!major, "{:?}", report.findings);
                assert!(
                    (2..=4).contains(&text::prose::sentences(&report.summary).len()),
                    "{}",
                    report.summary
                );
                assert!((2..=4).contains(&report.facts.len()));
                assert!((1..=2).contains(&report.open_threads.len()));
            }
        }
    }
}

#[test]
fn the_same_request_gives_the_same_text_and_before_changes_nothing() {
    let mut story = story(PREMISES[0].0, "", 42);
    add_world(&mut story);
    let chapter = chapters(&story, 5).remove(1);
    let plan = plan(&story, &chapter);
    let draft = |before: &str| Assignment::Draft {
        chapter: chapter.clone(),
        plan: plan.clone(),
        scene: 1,
        before: before.to_owned(),
    };
    let whole = super::chapter::whole(&story, &chapter, &plan);
    assert_eq!(write(&story, &chapter, &plan), whole);
    assert_eq!(
        compose(&story, &draft("")),
        compose(&story, &draft("Something else."))
    );
    let text = compose(&story, &draft(""));
    story.seed = 43;
    assert_ne!(text, compose(&story, &draft("")));
}

#[test]
fn feedback_changes_the_text_and_its_length() {
    let mut story = story(PREMISES[0].0, "", 5);
    add_world(&mut story);
    let mut chapter = chapters(&story, 5).remove(2);
    let plan = plan(&story, &chapter);
    let plain = write(&story, &chapter, &plan).join("\n\n");
    let mut with = |wish: &str| {
        wish.clone_into(&mut chapter.feedback);
        let text = write(&story, &chapter, &plan).join("\n\n");
        assert!(faults(&text).is_empty(), "{wish}: {:?}", faults(&text));
        text
    };
    let short = with("Please make it shorter.");
    let long = with("longer, please");
    let talk = with("more dialogue");
    assert!(words::count(&short) + 150 < words::count(&long));
    assert_ne!(with("darker"), plain);
    assert!(talk.matches('“').count() > plain.matches('“').count());
}

#[test]
fn the_premise_is_in_the_world_the_outline_and_the_prose() {
    for seed in 0..5 {
        let mut story = story(PREMISES[0].0, "", seed);
        let world = add_world(&mut story);
        let hero = &world.entities[0];
        assert_eq!(hero.pronouns, "she/her");
        assert_eq!(hero.role, "lighthouse keeper");
        let all = serde_json::to_string(&world).expect("json").to_lowercase();
        for word in ["lighthouse", "radio", "brother"] {
            assert!(all.contains(word), "{word}");
        }
        let chapters = chapters(&story, 5);
        let beats = format!("{chapters:?}").to_lowercase();
        assert!(beats.contains("radio"));
        let first = write(&story, &chapters[0], &plan(&story, &chapters[0]))
            .join(" ")
            .to_lowercase();
        for word in ["lighthouse", "radio", "keeper"] {
            assert!(first.contains(word), "{word} in {first}");
        }
    }
}

#[test]
fn worlds_hold_together() {
    for (at, (premise, genre)) in PREMISES.iter().enumerate() {
        for seed in 0..3 {
            let world: WorldSketch = ask(
                &story(premise, genre, seed * 31 + at as u64),
                &Assignment::World,
            );
            let count = |kind| {
                world
                    .entities
                    .iter()
                    .filter(|entity| entity.kind == kind)
                    .count()
            };
            assert!(
                (4..=6).contains(&count(EntityKind::Person)),
                "{premise}: {world:#?}"
            );
            assert!(
                (3..=5).contains(&count(EntityKind::Place)),
                "{premise}: {world:#?}"
            );
            assert!(
                (2..=3).contains(&count(EntityKind::Thing)),
                "{premise}: {world:#?}"
            );
            assert!((1..=2).contains(&count(EntityKind::Faction)));
            assert!((1..=2).contains(&count(EntityKind::Idea)));
            assert!(
                (5..=9).contains(&world.relations.len()),
                "{premise}: {world:#?}"
            );
            assert!((3..=5).contains(&world.rules.len()));
            let names: Vec<String> = world
                .entities
                .iter()
                .map(|entity| entity.name.to_lowercase())
                .collect();
            for (one, name) in names.iter().enumerate() {
                for (two, other) in names.iter().enumerate() {
                    assert!(
                        one == two || !other.contains(name.as_str()),
                        "{name} in {other}"
                    );
                }
            }
            let mut relations = BTreeSet::new();
            for relation in &world.relations {
                assert_ne!(relation.from, relation.to);
                assert!(names.contains(&relation.from.to_lowercase()));
                assert!(names.contains(&relation.to.to_lowercase()));
                assert!(relations.insert((relation.from.clone(), relation.to.clone())));
            }
            let all = serde_json::to_string(&world).expect("json");
            for bad in ["$", "%", "<", "  ", "|"] {
                assert!(
                    !all.replace('\n', "").contains(bad) || bad == "  ",
                    "{bad}: {all}"
                );
            }
        }
    }
}

#[test]
fn five_hundred_chapters_have_titles_of_their_own() {
    let mut story = story(PREMISES[3].0, "fantasy", 3);
    add_world(&mut story);
    let chapters = chapters(&story, 500);
    let titles: BTreeSet<String> = chapters
        .iter()
        .map(|chapter| chapter.title.to_lowercase())
        .collect();
    assert_eq!(titles.len(), 500);
    for chapter in &chapters {
        assert!(
            (2..=6).contains(&words::count(&chapter.title)),
            "{}",
            chapter.title
        );
        assert!(
            (3..=4).contains(&chapter.beats.len()),
            "{:?}",
            chapter.beats
        );
    }
    for chapter in [&chapters[99], &chapters[333], &chapters[499]] {
        let text = write(&story, chapter, &plan(&story, chapter)).join("\n\n");
        assert!(faults(&text).is_empty(), "{:?}", faults(&text));
    }
}
