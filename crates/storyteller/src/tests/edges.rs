//! Odd worlds, an author's own beats, wishes, and the passes over a finished text.

use super::support::*;
use crate::unwanted_words::UnwantedWords;
use crate::{cast, chapter as chapters_of, check, lexicon, words};
use domain::{EntityKind, Finding, Severity};
use std::collections::BTreeSet;
use writing::assignment::{Assignment, ChapterContext, Edits, Plan, Report, Scene, StoryContext};

#[test]
fn an_authors_own_world_and_beats_are_told() {
    let beats = [
        "Odran refuses the fare",
        "The bridge is closed, because nobody paid.",
        "Zed {finds} <b>the</b> map [TODO] and leaves",
        "Odran Vale and Mx. Quill argue; “who goes first?” she asks",
        "🐙",
        "x",
        "Odran refuses the fare",
        "Dann kommt der Winter",
    ];
    for seed in 0..1 {
        let mut story = story("a ferryman who will not cross", "", seed);
        let people = [
            ("Odran Vale", "he/him", "ferryman"),
            ("Zed", "xe/xem/xyr", ""),
            ("Mx. Quill", "", "notary"),
            ("Ana", "They / Them", "her sister, drowned"),
        ];
        for (at, (name, pronouns, role)) in people.iter().enumerate() {
            story
                .world
                .entities
                .push(entity(at, EntityKind::Person, name, pronouns, role));
        }
        for at in 10..300 {
            let kind = EntityKind::ALL[at % 5];
            story
                .world
                .entities
                .push(entity(at, kind, &format!("Nr. {at} <i>"), "", ""));
        }
        let chapter = ChapterContext {
            number: 3,
            of: 7,
            title: "The Fare".to_owned(),
            beats: beats.iter().map(|beat| (*beat).to_owned()).collect(),
            ..ChapterContext::default()
        };
        let cast = cast::Cast::of(&story);
        let mut plans = vec![plan(&story, &chapter), Plan::default()];
        for count in [1, 2, 6, 12] {
            let odd = Scene {
                point_of_view: "Nobody at all".to_owned(),
                place: "Nowhere".to_owned(),
                present: vec!["Ana".to_owned(), "Zed".to_owned()],
                ..Scene::default()
            };
            plans.push(Plan {
                scenes: vec![odd; count],
            });
        }
        for plan in plans {
            let scenes = chapters_of::whole(&story, &chapter, &plan);
            let text = scenes.join("\n\n");
            let faults = faults(&text);
            assert!(faults.is_empty(), "{faults:#?}\n{text}");
            for beat in &chapter.beats {
                assert!(check::covered(&cast, beat, &text), "{beat}\n{text}");
            }
            assert!(text.contains("refused the fare"));
        }
    }
}

#[test]
fn nobody_is_called_by_the_wrong_pronoun() {
    for seed in 0..4 {
        let mut story = story("a keeper and a clock", "", seed);
        for (at, name) in ["Ada", "Bea", "Cleo", "Dora"].iter().enumerate() {
            story
                .world
                .entities
                .push(entity(at, EntityKind::Person, name, "she/her", ""));
        }
        for chapter in chapters(&story, 5) {
            let text = write(&story, &chapter, &plan(&story, &chapter)).join(" ");
            // Decks speak of men at the margin only within these sentences' own subjects.
            for bad in ["Ada looked at his", "Bea wiped his", "said Cleo, and his"] {
                assert!(!text.contains(bad));
            }
            assert!(!text.contains(" they were the keeper"));
        }
    }
}

#[test]
fn unwanted_words_stay_out() {
    let mut story = story(PREMISES[0].0, "", 9);
    story.brief.avoid = vec![
        "dogs".to_owned(),
        "the sea".to_owned(),
        "graphic violence".to_owned(),
    ];
    add_world(&mut story);
    let avoid = UnwantedWords::of(&story.brief);
    for chapter in chapters(&story, 5) {
        let text = write(&story, &chapter, &plan(&story, &chapter)).join("\n\n");
        assert!(!avoid.hits(&text), "{text}");
        assert!(faults(&text).is_empty(), "{:?}", faults(&text));
    }
}

#[test]
fn what_has_to_be_in_is_in() {
    for seed in 0..3 {
        let mut story = story(PREMISES[0].0, "", seed);
        story.brief.include = vec!["a red violin".to_owned(), "a storm at sea".to_owned()];
        let world = add_world(&mut story);
        assert!(
            serde_json::to_string(&world)
                .expect("json")
                .contains("violin")
        );
        let mut text = String::new();
        for chapter in chapters(&story, 5) {
            let written = write(&story, &chapter, &plan(&story, &chapter)).join("\n\n");
            assert!(faults(&written).is_empty(), "{:?}", faults(&written));
            text.push_str(&written);
        }
        assert!(text.contains("storm at sea"));
    }
}

#[test]
fn edits_name_passages_that_stand_once() {
    let text = "She saw the the boat. It was very old. She waited. It was very old and wet. She went \
                on. Suddenly it rained. He was really quite sure that he he knew.";
    let edits: Edits = ask(
        &StoryContext::default(),
        &Assignment::Edit {
            chapter: ChapterContext::default(),
            text: text.to_owned(),
        },
    );
    assert!((1..=6).contains(&edits.edits.len()));
    for edit in &edits.edits {
        assert_eq!(text.matches(&edit.passage).count(), 1, "{edit:?}");
        assert_ne!(edit.passage, edit.replacement);
    }
    assert!(
        edits
            .edits
            .iter()
            .any(|edit| edit.passage.contains("the the"))
    );
}

#[test]
fn a_repeated_sentence_is_found_and_struck() {
    let text =
        "The rain came down on all of them. He ran.\n\nThe rain came down on all of them. She sat.";
    let chapter = ChapterContext {
        beats: vec!["Someone burns the granary while the village sleeps".to_owned()],
        ..ChapterContext::default()
    };
    let story = StoryContext::default();
    let report: Report = ask(
        &story,
        &Assignment::Check {
            chapter: chapter.clone(),
            text: text.to_owned(),
        },
    );
    let kinds: Vec<&str> = report
        .findings
        .iter()
        .map(|found| found.kind.as_str())
        .collect();
    assert_eq!(kinds, ["repetition", "missing beat"]);
    let edits: Edits = ask(
        &story,
        &Assignment::Revise {
            chapter,
            text: text.to_owned(),
            findings: report.findings,
        },
    );
    let edit = &edits.edits[0];
    assert_eq!(text.matches(&edit.passage).count(), 1);
    let mended = text.replace(&edit.passage, &edit.replacement);
    assert_eq!(mended.matches("The rain came down").count(), 1, "{mended}");
    let none: Edits = ask(
        &story,
        &Assignment::Revise {
            chapter: ChapterContext::default(),
            text: "Nothing here.".to_owned(),
            findings: vec![Finding {
                severity: Severity::Minor,
                kind: "taste".to_owned(),
                quote: "elsewhere".to_owned(),
                note: String::new(),
            }],
        },
    );
    assert!(none.edits.is_empty());
}

#[test]
fn cards_share_no_sentence_and_fill_every_slot() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut cards = 0;
    for deck in lexicon::decks() {
        for card in &deck.cards {
            cards += 1;
            assert_eq!(
                card.text.matches('“').count(),
                card.text.matches('”').count(),
                "{}",
                card.text
            );
            for sentence in text::prose::sentences(&card.text) {
                let normal = text::prose::normal(sentence);
                let told = ["told", "framed"].contains(&deck.name.as_str());
                let short = words::count(&normal) < 4;
                assert!(
                    told || short || seen.insert(normal),
                    "{}: {sentence}",
                    deck.name
                );
            }
        }
    }
    assert!(cards > 250, "{cards}");
    for strand in lexicon::strands() {
        assert!(!strand.titles.is_empty());
        for turn in &strand.turns {
            assert!(!turn.telling.is_empty(), "{}", turn.beat);
        }
    }
}
