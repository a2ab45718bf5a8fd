//! What is said plainly is found, and what is said in a dream, a lie or a question is not. The corpus of
//! `tests/bench/continuity` measures the same on whole chapters.

use super::*;
use domain::{Entity, EntityKind, Fact, Relation, World};
use serde::de::DeserializeOwned;
use std::time::Instant;
use writing::assignment::{ChapterMemory, Scene};

fn id<T: DeserializeOwned>(at: usize) -> T {
    serde_json::from_str(&format!("\"00000000-0000-7000-8000-{at:012}\"")).expect("an id")
}

fn entity(at: usize, kind: EntityKind, name: &str, pronouns: &str, description: &str) -> Entity {
    Entity {
        id: id(at),
        kind,
        name: name.to_owned(),
        role: String::new(),
        description: description.to_owned(),
        pronouns: pronouns.to_owned(),
        goal: String::new(),
        traits: Vec::new(),
    }
}

fn world() -> World {
    use EntityKind::{Person, Place, Thing};
    let entities = vec![
        entity(
            1,
            Person,
            "Mara Tollan",
            "she/her",
            "Thirty-one, with grey eyes and red hair. She lost her left arm at sea.",
        ),
        entity(
            2,
            Person,
            "Pim Tollan",
            "he/him",
            "He has a scar on his right cheek.",
        ),
        entity(3, Person, "Old Jonas", "he/him", "A fiddler."),
        entity(4, Place, "the Anchor", "", "A tavern with six tables."),
        entity(5, Thing, "the compass", "", "A brass compass."),
        entity(6, Thing, "the harbour bell", "", "Cast in bronze."),
        entity(7, Person, "Ilse Brand", "she/her", "A doctor."),
    ];
    let relations = vec![Relation {
        id: id(1),
        from: id(2),
        to: id(1),
        label: "brother of".to_owned(),
    }];
    let facts = [
        "Jonas drowned in the harbour.",
        "The Anchor burned down.",
        "The compass was lost at sea.",
        "Seven ships lie in the harbour.",
        "The mail boat calls every Thursday.",
    ];
    let facts = (1..).zip(facts).map(|(at, text)| Fact {
        id: id(at),
        text: text.to_owned(),
        chapter: Some(1),
    });
    World {
        entities,
        relations,
        rules: Vec::new(),
        facts: facts.collect(),
    }
}

/// The kinds of what is found in a text, seen through Mara's eyes.
fn kinds(text: &str) -> Vec<String> {
    let world = world();
    let scenes = [Scene {
        point_of_view: "Mara Tollan".to_owned(),
        ..Scene::default()
    }];
    let found = run(&CheckInput {
        world: &world,
        beats: &[],
        scenes: &scenes,
        earlier: &[],
        language: "en",
        text,
    });
    for finding in &found {
        assert!(text.contains(&finding.quote), "{finding:?}");
    }
    found.into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn what_is_plainly_wrong_is_found() {
    let mut wrong = Vec::new();
    for (kind, text) in [
        ("contradiction", "Mara looked up. Her brown eyes were wet."),
        ("contradiction", "Mara, green-eyed and tired, looked up."),
        (
            "contradiction",
            "Mara’s hair was black in those days and nobody minded.",
        ),
        ("contradiction", "Mara was forty, and it showed."),
        ("contradiction", "Pim touched the scar on his left cheek."),
        ("contradiction", "Mara raised her left hand and waved."),
        ("contradiction", "Mara's cousin Pim was late again."),
        (
            "contradiction",
            "Mara went to fetch her uncle Pim from the quay.",
        ),
        (
            "contradiction",
            "They walked into the Anchor and ordered two beers.",
        ),
        (
            "contradiction",
            "Pim took the compass from his pocket and opened it.",
        ),
        ("contradiction", "The iron harbour bell was still warm."),
        (
            "contradiction",
            "All nine ships in the harbour had their lamps lit.",
        ),
        (
            "contradiction",
            "The mail boat calls every Monday, and she was early.",
        ),
        ("contradiction", "Mara shook his head."),
        ("dead person", "Jonas came in and put down his fiddle."),
        ("dead person", "“Good evening,” said Jonas."),
        ("name", "The letter was for Mara Tolan, and it was wet."),
        ("name", "He asked for Marra at the quay."),
        ("point of view", "Pim wondered whether she knew."),
        (
            "point of view",
            "Pim sat down, and Mara looked at him for a long while.\n\nMara said nothing at all and drank her tea.\n\nI walked to the window and looked out at the rain.",
        ),
        (
            "repetition",
            "The rain came down on all of them.\n\nThe rain came down on all of them.",
        ),
        (
            "language",
            "Here is the chapter you asked for:\n\nMara looked up.",
        ),
        ("language", "# Chapter One\n\nMara looked up."),
        ("language", "**Scene 4: The quay.** Mara looked up."),
        ("language", "Mara met [NAME] at the quay."),
        (
            "language",
            "Mara sah auf und konnte nicht glauben, dass die Boote nicht mehr da waren.",
        ),
    ] {
        if kinds(text).first().map(String::as_str) != Some(kind) {
            wrong.push((text, kinds(text)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_only_said_dreamt_asked_or_remembered_is_not() {
    let mut wrong = Vec::new();
    for text in [
        "“Her brown eyes were wet,” said Pim, who had not been there.",
        "If Mara had brown eyes she would have been somebody else.",
        "Mara’s eyes were not brown.",
        "Ilse looked up. Her brown eyes were wet.",
        "Mara had dyed her hair. It was black now. Her black hair was wet.",
        "Mara's hair was black with soot.",
        "Mara remembered how Jonas came in and put down his fiddle.",
        "In the dream Jonas came in and put down his fiddle.",
        "Jonas had come in at noon that day and put down his fiddle.",
        "“Jonas is alive,” said Pim. “Jonas walked in this morning.”",
        "What would Jonas have said?",
        "On the photograph Jonas laughed.",
        "It was as if Jonas stood there.",
        "Jonas’s fiddle hung on the wall.",
        "They walked past the ruins of the Anchor.",
        "They had met at the Anchor and ordered two beers.",
        "Where the Anchor had stood they opened their bread.",
        "Pim took another compass from his pocket and opened it.",
        "If only he had the compass, Pim thought.",
        "A boat cast anchor in the bay, and they walked home.",
        "Two of the ships in the harbour had their lamps lit.",
        "When she was nine Mara was the best swimmer of them all.",
        "At nineteen Mara went to sea.",
        "Her empty left sleeve was pinned up.",
        "The mail boat came on a Monday for once.",
        "Ilse was like a sister to her.",
        "Mara’s brother Pim was late again.",
        "Pim seemed to wonder whether she knew.",
        "Pim felt in his pocket for the key.",
        "Mara knew what Pim thought of it.",
        "Mara gave Pim a look. He shook his head.",
        "The Tollans were always late, and Tollan’s boats were no better.",
        "“Mar,” said Pim. Marin was a town on the coast.",
        "*Dear Mara,* he wrote, *I am well, and I hope that you are well.*",
        "“I am a fool,” said Mara.",
        "“Guten Morgen,” sagte er nicht; he said nothing.",
        "She did not look back.\n\nShe did not look back.",
        "They sat under the yew - it was older than the church - and ate.",
    ] {
        if !kinds(text).is_empty() {
            wrong.push((text, kinds(text)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_fact_may_change_what_was_so() {
    let mut world = world();
    for text in [
        "Mara dyed her hair black.",
        "The Anchor was rebuilt in the spring.",
    ] {
        let at = world.facts.len() + 1;
        world.facts.push(Fact {
            id: id(at),
            text: text.to_owned(),
            chapter: Some(2),
        });
    }
    let text = "They walked into the Anchor and ordered two beers. Mara shook out her black hair.";
    let found = run(&CheckInput {
        world: &world,
        beats: &[],
        scenes: &[],
        earlier: &[],
        language: "en",
        text,
    });
    assert_eq!(found, []);
}

#[test]
fn a_summary_may_say_who_is_dead_and_another_language_is_not_read_as_english() {
    let world = World {
        entities: vec![entity(1, EntityKind::Person, "Ana Roth", "she/her", "")],
        ..World::default()
    };
    let findings_in = |language, text| {
        let earlier = [ChapterMemory {
            number: 1,
            summary: "Ana Roth falls from the tower and dies.".to_owned(),
            ..ChapterMemory::default()
        }];
        run(&CheckInput {
            world: &world,
            beats: &[],
            scenes: &[],
            earlier: &earlier,
            language,
            text,
        })
    };
    assert_eq!(
        findings_in("en", "Ana opened the door.")[0].kind,
        "dead person"
    );
    assert_eq!(
        findings_in(
            "de",
            "Sie war nicht da, und die Tür war auf.\n\nAna opened 1 Tür."
        ),
        []
    );
    assert_eq!(findings_in("Klingon", "Ana opened the door."), []);
}

#[test]
fn odd_texts_are_survived() {
    let world = world();
    let empty = World::default();
    for text in [
        "",
        " ",
        "\n\n\n",
        "”",
        "“",
        "I",
        "At",
        "—",
        "*",
        "##",
        "[",
        "[]",
        "é",
        "Mara’s",
        "left right",
        "老灯台守",
    ] {
        for world in [&world, &empty] {
            let input = CheckInput {
                world,
                beats: &[String::new(), "?".to_owned()],
                scenes: &[Scene::default()],
                earlier: &[ChapterMemory::default()],
                language: "",
                text,
            };
            run(&input);
        }
    }
}

#[test]
fn a_long_chapter_of_a_large_world_is_quick() {
    let kinds = [EntityKind::Person, EntityKind::Place, EntityKind::Thing];
    let syllables = [
        "ba", "do", "ki", "ru", "se", "ta", "vo", "ny", "pel", "mor", "gan", "lis", "tor",
    ];
    let name = |at: usize| {
        let part = |of: usize| syllables[of % syllables.len()];
        let made = format!("{}{}{}", part(at), part(at / 13), part(at / 169 + at));
        made[..1].to_uppercase() + &made[1..] + "n"
    };
    let world = World {
        entities: (0..2_000)
            .map(|at| {
                let name = format!("{} {}", name(at), name(at * 7 + 3));
                let looks = "Forty years old, with grey eyes and a scar on the left cheek.";
                entity(at, kinds[at % 3], &name, "she/her", looks)
            })
            .collect(),
        facts: (0..2_000)
            .map(|at| Fact {
                id: id(at),
                text: format!(
                    "{} has seven ships in the harbour since Thursday.",
                    name(at)
                ),
                chapter: Some(1),
            })
            .collect(),
        ..World::default()
    };
    let sentence = |at: usize| {
        format!(
            "{} walked down to quay {at} and looked at ship {} with her grey eyes. ",
            name(at),
            at * 3
        )
    };
    let text: String = (0..420)
        .map(|at| sentence(at) + if at % 5 == 0 { "\n\n" } else { "" })
        .collect();
    assert!(domain::text::count_words(&text) >= 5_000);
    let began = Instant::now();
    run(&CheckInput {
        world: &world,
        beats: &[],
        scenes: &[],
        earlier: &[],
        language: "en",
        text: &text,
    });
    // The bench says how quick it is; here only something that grows with the square would show, even on a
    // busy machine without optimisation.
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

#[test]
fn a_chapter_in_another_language_is_no_finding_for_each_sentence() {
    let german: String = ["Netze", "Segel", "Ruder", "Leinen", "Lampen"]
        .map(|what| {
            format!(
                "Sie hatte das Boot und die {what} mit in den Hafen genommen und kam nicht zurück. "
            )
        })
        .concat();
    let world = World::default();
    let input = CheckInput {
        world: &world,
        beats: &[],
        scenes: &[],
        earlier: &[],
        language: "en",
        text: &german,
    };
    let found = run(&input);
    let language: Vec<_> = found
        .iter()
        .filter(|found| found.kind == "language")
        .collect();
    assert_eq!(language.len(), 3, "{found:?}");
    assert!(language[2].note.contains("2 more sentences"), "{found:?}");
}
