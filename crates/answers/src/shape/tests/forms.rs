//! Worlds, outlines and plans in the forms that models give them.

use super::*;
use domain::Entity;
use serde_json::{Value, json};

fn world(value: Value) -> (WorldSketch, u32) {
    taken::<WorldSketch>(&json_of(value), &Assignment::World)
}

#[test]
fn a_kind_that_is_not_said_is_guessed_and_one_in_another_language_known() {
    for (fields, kind) in [
        (
            json!({"kind": null, "pronouns": "she/her"}),
            EntityKind::Person,
        ),
        (json!({"goal": "to hear him"}), EntityKind::Person),
        (
            json!({"kind": null, "goal": "", "pronouns": "it/its"}),
            EntityKind::Thing,
        ),
        (json!({"kind": "Ort"}), EntityKind::Place),
        (json!({"kind": "Lieu"}), EntityKind::Place),
        (json!({"kind": "lugar"}), EntityKind::Place),
        (json!({"kind": "Personaggio"}), EntityKind::Person),
        (json!({"kind": "facção"}), EntityKind::Faction),
        (json!({"kind": "main character"}), EntityKind::Person),
    ] {
        let mut entity = fields.clone();
        entity["name"] = json!("**Mara**");
        let (world, left_out) = world(json!({"entities": [entity]}));
        let read: Vec<_> = world
            .entities
            .iter()
            .map(|it| (it.name.as_str(), it.kind))
            .collect();
        assert_eq!((read, left_out), (vec![("Mara", kind)], 0), "{fields}");
    }
    let (world, left_out) = world(
        json!({"entities": {"people": [{"name": "Mara"}], "places": {"Rock": {"role": "home"}}}}),
    );
    let kinds: Vec<_> = world.entities.iter().map(|it| it.kind).collect();
    assert_eq!(
        (kinds, left_out),
        (vec![EntityKind::Person, EntityKind::Place], 0)
    );
}

#[test]
fn relations_are_read_in_each_form_and_find_who_is_meant() {
    let entities =
        json!([{"kind": "person", "name": "Mara Voss"}, {"kind": "person", "name": "Odran"}]);
    for relation in [
        json!({"from": "Odran", "to": "Mara", "label": "brother of"}),
        json!(["Odran", "mara voss", "brother of"]),
        json!("Odran -> Mara: brother of"),
        json!("**Odran** → Voss (brother of)"),
    ] {
        let (world, left_out) = world(json!({"entities": entities, "relations": [relation]}));
        assert_eq!(left_out, 0, "{relation}");
        let read = &world.relations[0];
        assert_eq!(
            (read.from.as_str(), read.label.as_str()),
            ("Odran", "brother of"),
            "{relation}"
        );
        assert_eq!(read.to.to_lowercase(), "mara voss", "{relation}");
    }
    let (_, left_out) =
        world(json!({"entities": entities, "relations": [["Odran", "Nobody"], "Odran loves her"]}));
    assert_eq!(left_out, 2, "what leads nowhere is told");
}

#[test]
fn a_world_without_its_braces_keeps_all_of_it() {
    let whole = json!({"entities": [{"kind": "person", "name": "Mara"}, {"kind": "person", "name": "Odran"}],
        "relations": [["Odran", "Mara"]], "rules": ["No ghosts."]});
    let text = json_of(whole);
    let (world, left_out) = taken::<WorldSketch>(&text[1..text.len() - 1], &Assignment::World);
    let read = (
        world.entities.len(),
        world.relations.len(),
        world.rules.len(),
        left_out,
    );
    assert_eq!(read, (2, 1, 1, 0));
}

#[test]
fn an_outline_is_read_without_its_field_in_acts_and_in_other_languages() {
    let asked = Assignment::Outline {
        outline: OutlineRequest::all(3),
    };
    let chapter = |n: u32| json!({"title": format!("Part {n}"), "beats": [format!("It rains {n}."), "It pours."]});
    let full: Vec<_> = (1..=3).map(chapter).collect();
    let named = |title: &str, beats: &str| -> Vec<Value> {
        let all = full.iter();
        all.map(|it| json!({title: it["title"], beats: it["beats"]}))
            .collect()
    };
    let nested: Vec<_> = full
        .iter()
        .map(|it| json!({"title": it["title"], "beats": [[it["beats"][0]], [it["beats"][1]]]}))
        .collect();
    for text in [
        json!({"Chapter 1": full[0], "Chapter 2": full[1], "Chapter 3": full[2]}),
        json!({"title": "The Light", "Chapter 1": full[0], "Chapter 2": full[1], "Chapter 3": full[2]}),
        json!({"acts": [{"act": 1, "chapters": full[..2]}, {"act": 2, "chapters": full[2..]}]}),
        json!({"chapters": nested}),
        json!({"kapitel": named("titel", "ereignisse")}),
        json!({"luvut": named("otsikko", "tapahtumat")}),
    ] {
        let (outline, left_out) = taken::<OutlineSketch>(&json_of(text.clone()), &asked);
        let read: Vec<_> = outline
            .chapters
            .iter()
            .map(|it| (it.title.clone(), it.beats.clone()))
            .collect();
        let expected: Vec<_> = (1..=3)
            .map(|n| {
                (
                    format!("Part {n}"),
                    vec![format!("It rains {n}."), "It pours.".to_owned()],
                )
            })
            .collect();
        assert_eq!((read, left_out), (expected, 0), "{text}");
    }
}

#[test]
fn a_single_scene_is_a_plan() {
    let scene = json!({"goal": "to know", "place": "Rock", "present": ["Mara"], "beats": ["It rains.", "It pours."]});
    let (plan, _) = taken::<Plan>(&json_of(scene.clone()), &Assignment::World);
    assert_eq!((plan.scenes.len(), plan.scenes[0].beats.len()), (1, 2));
    let german = json!({"szenen": [{"ziel": "to know", "ort": "Rock", "beats": ["It rains."]}]});
    let (plan, _) = taken::<Plan>(&json_of(german), &Assignment::World);
    assert_eq!(
        (plan.scenes[0].goal.as_str(), plan.scenes[0].place.as_str()),
        ("to know", "Rock")
    );
}

#[test]
fn edits_are_read_in_each_form() {
    let edit = |old: &str, new: &str| json!({old: "It rained.", new: "It poured."});
    for text in [
        json!({"edits": [edit("original", "edited")]}),
        json!({"edits": [edit("old_text", "new_text")]}),
        edit("passage", "replacement"),
        json!({"edit": edit("find", "replace")}),
        json!({"edits": {"It rained.": "It poured."}}),
        json!({"edits": [["It rained.", "It poured."]]}),
        json!({"edits": ["It rained.", "It poured."]}),
    ] {
        let (edits, left_out) = taken::<Edits>(&json_of(text.clone()), &Assignment::World);
        let read: Vec<_> = edits
            .edits
            .iter()
            .map(|it| (it.passage.as_str(), it.replacement.as_str()))
            .collect();
        assert_eq!(
            (read, left_out),
            (vec![("It rained.", "It poured.")], 0),
            "{text}"
        );
    }
    for none in [
        json!({"edits": ["No changes needed."]}),
        json!({"edits": "none"}),
    ] {
        let (edits, left_out) = taken::<Edits>(&json_of(none), &Assignment::World);
        assert_eq!((edits.edits.len(), left_out), (0, 0));
    }
}

#[test]
fn a_relation_may_name_somebody_of_the_story_by_a_part_of_the_name() {
    let person = |name: &str| Entity {
        id: domain::EntityId(uuid::Uuid::from_u128(name.len() as u128)),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    };
    let mut story = StoryContext::default();
    story.world.entities = vec![person("Tom Ferry")];
    let text = r#"{"entities": [{"kind": "person", "name": "Mara"}],
        "relations": [{"from": "Mara", "to": "Ferry", "label": "fears"}]}"#;
    let world = read::<WorldSketch>(text, &story, &Assignment::World).map_err(|it| it.problem);
    let world = world.expect("it fits");
    assert_eq!(
        (&*world.value.relations[0].to, world.left_out),
        ("Tom Ferry", 0)
    );
    // Two of them have it.
    story.world.entities.push(person("Elin Ferry"));
    let invalid = read::<WorldSketch>(text, &story, &Assignment::World);
    let problem = invalid
        .map_err(|it| it.problem)
        .expect_err("nobody knows who");
    assert!(problem.contains("“Ferry”"), "{problem}");
}
