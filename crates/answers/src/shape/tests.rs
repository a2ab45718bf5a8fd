mod forms;

use super::*;
use domain::{Brief, EntityKind, Finding, Severity};
use serde_json::{Value, json};
use storyteller as builtin;
use writing::assignment::{ChapterContext, OutlineRequest, ReviewPart};

fn problem<T: Shape>(text: &str, asked: &Assignment) -> (bool, String) {
    match read::<T>(text, &StoryContext::default(), asked) {
        Ok(_) => panic!("it fits: {text}"),
        Err(invalid) => (invalid.usable.is_some(), invalid.problem),
    }
}

#[test]
fn json_is_found_inside_words_and_fences() {
    let asked = Assignment::World;
    let story = StoryContext::default();
    let fenced = "Here you are:\n```json\n{\"edits\": []}\n```";
    assert!(read::<Edits>(fenced, &story, &asked).is_ok());
    assert!(read::<Edits>("{\"edits\": []}", &story, &asked).is_ok());
    let (usable, cut) = problem::<Edits>("{\"edits\": [", &asked);
    assert!(usable && cut.contains("end is missing"), "{cut}");
    let (_, none) = problem::<Edits>("No edits today.", &asked);
    assert_eq!(none, "There is no JSON object in it.");
    let (_, other) = problem::<Edits>("{\"remarks\": \"fine\"}", &asked);
    assert!(other.contains("none of the fields `edits`"), "{other}");
    assert!(read::<Edits>("} and {", &story, &asked).is_err());
}

#[test]
fn a_world_has_names_of_its_own_and_relations_among_them() {
    let asked = Assignment::World;
    let (usable, said) = problem::<WorldSketch>("{}", &asked);
    assert!(!usable && said.contains("`entities`"), "{said}");
    let (usable, said) = problem::<WorldSketch>(r#"{"entities": []}"#, &asked);
    assert!(!usable && said.contains("nobody"), "{said}");
    let twice =
        r#"{"entities": [{"kind": "person", "name": "Mara"}, {"kind": "place", "name": "mara "}]}"#;
    let (usable, said) = problem::<WorldSketch>(twice, &asked);
    assert!(usable && said.contains("“mara”"), "{said}");
    let stranger = r#"{"entities": [{"kind": "person", "name": "Mara"}],
        "relations": [{"from": "Mara", "to": "Odran", "label": "fears"}]}"#;
    let (usable, said) = problem::<WorldSketch>(stranger, &asked);
    assert!(usable && said.contains("“Odran”"), "{said}");
    let (_, said) =
        problem::<WorldSketch>(r#"{"entities": [{"kind": "ghost", "name": "M"}]}"#, &asked);
    assert!(said.contains("“M”, whose `kind` is “ghost”"), "{said}");
}

#[test]
fn an_outline_has_as_many_chapters_as_were_asked_for_and_beats_in_each() {
    let asked = Assignment::Outline {
        outline: OutlineRequest::all(2),
    };
    let (usable, said) = problem::<OutlineSketch>(r#"{"chapters": []}"#, &asked);
    assert!(!usable && said.contains("No chapter"), "{said}");
    let one = r#"{"chapters": [{"title": "A", "beats": ["It rains."]}]}"#;
    let (usable, said) = problem::<OutlineSketch>(one, &asked);
    assert!(usable && said.contains("exactly 2"), "{said}");
    let bare =
        r#"{"chapters": [{"title": "A", "beats": ["It rains."]}, {"title": "B", "beats": [" "]}]}"#;
    let (usable, said) = problem::<OutlineSketch>(bare, &asked);
    assert!(usable && said.contains("Chapter 2"), "{said}");
}

#[test]
fn a_plan_has_each_beat_in_one_scene() {
    let asked = Assignment::Plan {
        chapter: ChapterContext {
            beats: vec!["It rains.".to_owned(), "The dam breaks.".to_owned()],
            ..ChapterContext::default()
        },
    };
    let twice =
        r#"{"scenes": [{"beats": ["It rains.", "The dam breaks."]}, {"beats": ["it rains"]}]}"#;
    let (usable, said) = problem::<Plan>(twice, &asked);
    assert!(
        usable && said.contains("“it rains”") && !said.contains("dam"),
        "{said}"
    );
    let short = r#"{"scenes": [{"beats": ["It rains."]}]}"#;
    let (usable, said) = problem::<Plan>(short, &asked);
    assert!(usable && said.contains("“The dam breaks.”"), "{said}");
}

#[test]
fn a_quote_stands_in_the_text_whatever_its_marks() {
    assert!(occurs_in(
        "\"The ledger,\" said Ilse.",
        "She came.\n“The ledger,” said\nIlse."
    ));
    assert!(!occurs_in("The book", "The ledger"));
    let part = ReviewPart {
        text: "It rained.".to_owned(),
        ..ReviewPart::default()
    };
    let asked = Assignment::Review {
        part,
        notes: Vec::new(),
    };
    let reading = ChapterReading {
        findings: vec![Finding {
            severity: Severity::Minor,
            kind: "style".to_owned(),
            quote: "It snowed.".to_owned(),
            note: "Cold.".to_owned(),
        }],
        notes: String::new(),
    };
    let text = serde_json::to_string(&reading).expect("JSON");
    let (usable, said) = problem::<ChapterReading>(&text, &asked);
    assert!(usable && said.contains("It snowed."), "{said}");
}

#[test]
fn what_the_built_in_writer_makes_needs_no_repair() {
    for premise in [
        "a lighthouse keeper who hears her dead brother on the radio",
        "a mapmaker's apprentice who draws a street that was not there in the morning",
        "two thieves and a bell",
        "war",
    ] {
        for seed in 0..20 {
            let story = StoryContext {
                brief: Brief {
                    premise: premise.to_owned(),
                    themes: vec!["debt".to_owned()],
                    ..Brief::default()
                },
                seed,
                ..StoryContext::default()
            };
            let world = builtin::compose(&story, &Assignment::World);
            if let Err(invalid) = read::<WorldSketch>(&world, &story, &Assignment::World) {
                panic!("{premise}, {seed}: {}", invalid.problem);
            }
            for chapters in [1, 3, 60] {
                let asked = Assignment::Outline {
                    outline: OutlineRequest::all(chapters),
                };
                let outline = builtin::compose(&story, &asked);
                if let Err(invalid) = read::<OutlineSketch>(&outline, &story, &asked) {
                    panic!("{premise}, {seed}: {}", invalid.problem);
                }
            }
        }
    }
}

/// What is read of an answer, flaws or not.
fn taken<T: Shape>(text: &str, asked: &Assignment) -> (T, u32) {
    match read::<T>(text, &StoryContext::default(), asked) {
        Ok(answer) => (answer.value, answer.left_out),
        Err(invalid) => {
            let answer = invalid
                .usable
                .unwrap_or_else(|| panic!("{}: {text}", invalid.problem));
            (answer.value, answer.left_out)
        }
    }
}

fn json_of(value: Value) -> String {
    value.to_string()
}

#[test]
fn a_world_is_taken_in_part_whatever_the_form_of_a_field() {
    let person =
        json!({"kind": "person", "name": "Mara", "role": "keeper", "traits": ["stubborn"]});
    let with = |field: &str, value: Value| {
        let mut person = person.clone();
        person[field] = value;
        json_of(json!({"entities": [person]}))
    };
    let asked = Assignment::World;
    for text in [
        with("traits", json!(null)),
        with("traits", json!("stubborn, kind")),
        with("traits", json!([{"trait": "stubborn"}, 3, null])),
        with("goal", json!(null)),
        with("goal", json!(["to hear", "to see"])),
        with("kind", json!("Person")),
        with("kind", json!("Characters")),
        with("role", json!(7.5)),
        with("pronouns", json!({"subject": "she"})),
        json_of(json!({"world": {"entities": [person], "rules": null, "relations": null}})),
        json_of(json!({"result": {"answer": {"Entities": [person]}}})),
        json_of(json!([person])),
        json_of(json!({"entities": {"Mara": {"kind": "person"}}})),
        json_of(json!({"characters": [{"name": "Mara"}], "rules": [{"rule": "No ghosts."}]})),
    ] {
        let (world, left_out) = taken::<WorldSketch>(&text, &asked);
        assert_eq!((world.entities.len(), left_out), (1, 0), "{text}");
        assert_eq!(world.entities[0].name, "Mara", "{text}");
    }
    let mixed = json!({"entities": [person, {"kind": "ghost", "name": "Fog"}, {"kind": "place"}, null, 3],
        "relations": [{"from": "Mara", "to": "Mara"}, {"from": "Mara"}]});
    let (world, left_out) = taken::<WorldSketch>(&json_of(mixed), &asked);
    assert_eq!(
        (world.entities.len(), world.relations.len(), left_out),
        (1, 1, 5)
    );
}

#[test]
fn an_outline_is_read_in_each_of_its_forms() {
    let asked = Assignment::Outline {
        outline: OutlineRequest::all(3),
    };
    let chapter = |n: u32| json!({"title": format!("Part {n}"), "beats": [format!("It rains {n}."), "It pours."]});
    let full: Vec<_> = (1..=3).map(chapter).collect();
    let each = |change: fn(&mut Value, usize)| {
        let mut all = full.clone();
        for (at, chapter) in all.iter_mut().enumerate() {
            change(chapter, at);
        }
        all
    };
    let backwards: Vec<_> = each(|it, at| it["number"] = json!(at + 1))
        .into_iter()
        .rev()
        .collect();
    for text in [
        json!({"chapters": full}),
        json!(full),
        json!({"outline": {"chapters": full}}),
        json!({"outline": full}),
        json!({"chapters": {"1": full[0], "2": full[1], "3": full[2]}}),
        json!({"chapters": {"Chapter 3": full[2], "Chapter 1": full[0], "Chapter 2": full[1]}}),
        json!({"chapters": each(|it, at| it["number"] = json!(at))}),
        json!({"chapters": each(|it, at| it["chapter"] = json!(format!("Chapter {}", at + 1)))}),
        json!({"chapters": backwards}),
        json!({"chapters": each(|it, at| it["beats"] = json!([{"beat": format!("It rains {}.", at + 1)}, {"beat": "It pours."}]))}),
        json!({"chapters": each(|it, at| it["beats"] = json!(format!("1. It rains {}.\n2. It pours.", at + 1)))}),
        json!({"chapters": each(|it, at| it["beats"] = json!({"1": format!("It rains {}.", at + 1), "2": "It pours."}))}),
        json!({"chapters": each(|it, at| it["title"] = json!(format!("Chapter {}: Part {0}", at + 1)))}),
    ] {
        let (outline, _) = taken::<OutlineSketch>(&json_of(text.clone()), &asked);
        let expected: Vec<_> = (1..=3)
            .map(|n| ChapterSketch {
                title: format!("Part {n}"),
                beats: vec![format!("It rains {n}."), "It pours.".to_owned()],
            })
            .collect();
        assert_eq!(outline.chapters, expected, "{text}");
    }
    // One in the middle is missing: the others keep their places.
    let gap = json!({"chapters": [{"number": 1, "title": "A", "beats": ["x"]}, {"number": 3, "title": "C", "beats": ["z"]}]});
    let (outline, _) = taken::<OutlineSketch>(&json_of(gap), &asked);
    let titles: Vec<&str> = outline
        .chapters
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(titles, ["A", "", "C"]);
}

#[test]
fn findings_are_never_lost_in_silence() {
    let asked = Assignment::World;
    let finding = json!({"severity": "major", "kind": "contradiction", "quote": "", "note": "The lamp was broken."});
    let whole = json!({"findings": [finding], "summary": "She hears him.", "facts": ["It burns."], "open_threads": null});
    for text in [
        whole.clone(),
        json!({"report": whole}),
        json!([whole]),
        json!({"answer": {"report": whole}, "confidence": 0.9}),
        json!({"findings": [finding], "facts": {"1": "It burns."}}),
        json!({"issues": [{"level": "HIGH", "type": "Contradiction", "description": "The lamp was broken."}], "facts": "It burns."}),
        json!({"findings": {"severity": "major", "kind": "contradiction", "note": "The lamp was broken."}, "facts": [{"fact": "It burns."}]}),
    ] {
        let (report, left_out) = taken::<Report>(&json_of(text.clone()), &asked);
        assert_eq!((report.findings.len(), left_out), (1, 0), "{text}");
        let found = &report.findings[0];
        assert_eq!(
            (found.severity, found.note.as_str()),
            (Severity::Major, "The lamp was broken.")
        );
        assert_eq!(
            (found.kind.as_str(), &report.facts[..]),
            ("contradiction", &["It burns.".to_owned()][..])
        );
    }
    let (report, left_out) = taken::<Report>(
        &json_of(json!({"findings": [finding, 7, {"kind": "style"}], "summary": "x"})),
        &asked,
    );
    assert_eq!((report.findings.len(), left_out), (1, 2));
    for nothing in [
        json!({}),
        json!({"report": "fine"}),
        json!({"findings": [], "summary": ""}),
        json!({"findings": null}),
        json!({"ok": true}),
    ] {
        let (usable, _) = problem::<Report>(&json_of(nothing.clone()), &asked);
        assert!(!usable, "{nothing}");
    }
}

#[test]
fn json_in_a_string_is_opened_below_any_key() {
    let asked = Assignment::World;
    let plan = json!({"scenes": [{"goal": "to know", "beats": ["[It rains.]"]}]}).to_string();
    for text in [
        json!({"name": "plan", "arguments": plan}),
        json!({"answer": plan}),
        json!([{"function": {"name": "plan", "arguments": plan}}]),
        json!({"scenes": json!([{"goal": "to know", "beats": ["[It rains.]"]}]).to_string()}),
    ] {
        let (plan, left_out) = taken::<Plan>(&json_of(text.clone()), &asked);
        assert_eq!((plan.scenes.len(), left_out), (1, 0), "{text}");
        assert_eq!(plan.scenes[0].goal, "to know", "{text}");
        assert_eq!(plan.scenes[0].beats, ["[It rains.]"], "{text}");
    }
}

#[test]
fn an_edit_without_a_replacement_strikes_nothing() {
    let asked = Assignment::World;
    let good = json!({"passage": "It rained.", "replacement": ""});
    let mixed = json!({"edits": [good, {"passage": "It snowed."}, {"passage": "x", "replacement": null}, "nothing"]});
    let (edits, left_out) = taken::<Edits>(&json_of(mixed), &asked);
    assert_eq!((edits.edits.len(), left_out), (1, 3));
    for text in [
        json!({"result": {"edits": [good]}}),
        json!([good]),
        json!({"edits": good}),
        json!({"changes": [{"original": "It rained.", "new": ""}]}),
    ] {
        assert_eq!(
            taken::<Edits>(&json_of(text.clone()), &asked).0.edits.len(),
            1,
            "{text}"
        );
    }
    assert!(
        taken::<Edits>("{\"edits\": null}", &asked)
            .0
            .edits
            .is_empty()
    );
    let (usable, _) = problem::<Edits>("{\"edits\": [{\"passage\": \"x\"}]}", &asked);
    assert!(!usable);
    // One that was cut in two is none.
    let cut = r#"{"edits": [{"passage": "It rained.", "replacement": "It poured."}, {"passage": "She", "replacement": "He we"#;
    assert_eq!(taken::<Edits>(cut, &asked).0.edits.len(), 1);
}

#[test]
fn a_plan_is_taken_scene_by_scene() {
    let asked = Assignment::World;
    for text in [
        json!({"scenes": [{"goal": "to know", "pov": "Mara", "present": "Mara, Odran", "beats": "It rains."}]}),
        json!({"plan": {"scenes": [{"goal": "to know", "beats": [{"beat": "It rains."}], "point_of_view": "Mara", "present": ["Mara", "Odran"]}]}}),
        json!([{"goal": "to know", "point_of_view": "Mara", "characters": ["Mara", "Odran"], "beats": ["1. It rains."]}]),
    ] {
        let (plan, _) = taken::<Plan>(&json_of(text.clone()), &asked);
        let scene = &plan.scenes[0];
        assert_eq!(
            (scene.point_of_view.as_str(), scene.present.len()),
            ("Mara", 2),
            "{text}"
        );
        assert!(scene.beats[0].ends_with("It rains."), "{text}");
    }
}
