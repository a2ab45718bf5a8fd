//! What each stage sends for a fixed story: a change of prompts is seen in review.
//!
//! `INSTA_UPDATE=always cargo test -p engine prompt` writes the snapshots anew.

use super::render;
use domain::{
    Brief, Entity, EntityId, EntityKind, Fact, FactId, Finding, Relation, RelationId, Role, Rule,
    RuleId, Severity, World,
};
use std::fmt::Write as _;
use uuid::Uuid;
use writing::Prompt;
use writing::{
    Call, Tuning,
    assignment::{
        Assignment, ChapterContext, ChapterMemory, ExistingText, Layers, OutlineRequest, Plan,
        Scene, StoryContext,
    },
};

mod authoring;
mod existing_text;
mod layers;
mod outlining;
mod reading;

fn entity(id: u128, kind: EntityKind, name: &str, role: &str) -> Entity {
    Entity {
        id: EntityId(Uuid::from_u128(id)),
        kind,
        name: name.to_owned(),
        role: role.to_owned(),
        description: String::new(),
        pronouns: match kind {
            EntityKind::Person => "she/her".to_owned(),
            _ => String::new(),
        },
        goal: String::new(),
        traits: Vec::new(),
    }
}

fn fact(id: u128, text: &str, chapter: u32) -> Fact {
    Fact {
        id: FactId(Uuid::from_u128(id)),
        text: text.to_owned(),
        chapter: Some(chapter),
    }
}

fn story() -> StoryContext {
    let mut mara = entity(1, EntityKind::Person, "Mara Tollan", "keeper of the light");
    mara.goal = "to hear her brother once more".to_owned();
    mara.traits = vec!["dry".to_owned(), "faithful".to_owned()];
    StoryContext {
        title: "The Second Voice".to_owned(),
        brief: Brief {
            premise: "a lighthouse keeper who hears her dead brother on the radio".to_owned(),
            genre: "ghost story".to_owned(),
            tone: "quiet, uneasy".to_owned(),
            themes: vec!["grief".to_owned()],
            avoid: vec!["gore".to_owned()],
            chapters: 12,
            ..Brief::default()
        },
        world: World {
            entities: vec![
                mara,
                entity(
                    2,
                    EntityKind::Place,
                    "The Low Quay",
                    "where the boats come in",
                ),
                entity(3, EntityKind::Person, "Ilse Brandt", "inspector of lights"),
                entity(
                    4,
                    EntityKind::Thing,
                    "The ledger",
                    "names everyone who was paid",
                ),
            ],
            relations: vec![Relation {
                id: RelationId(Uuid::from_u128(1)),
                from: EntityId(Uuid::from_u128(3)),
                to: EntityId(Uuid::from_u128(1)),
                label: "sent to close the station of".to_owned(),
            }],
            rules: vec![Rule {
                id: RuleId(Uuid::from_u128(1)),
                text: "The dead answer only questions.".to_owned(),
            }],
            facts: vec![
                fact(1, "The ferry burnt at its mooring.", 2),
                fact(2, "Mara keeps the ledger under the stove.", 5),
            ],
        },
        seed: 1,
    }
}

fn chapter() -> ChapterContext {
    ChapterContext {
        number: 7,
        of: 12,
        title: "What the Ledger Says".to_owned(),
        beats: vec![
            "Ilse Brandt asks for the ledger.".to_owned(),
            "Mara lies to her, and the radio contradicts her.".to_owned(),
        ],
        earlier: (1..7)
            .map(|number| ChapterMemory {
                number,
                title: format!("Night {number}"),
                summary: format!("On night {number} the radio spoke. Mara did not answer it."),
            })
            .collect(),
        layers: Layers::default(),
        threads: vec!["Who paid for the bell?".to_owned()],
        previous_ending: "She put the ledger back.\n\nThe set was still warm.".to_owned(),
        feedback: String::new(),
        existing_text: ExistingText::default(),
        opening: String::new(),
    }
}

fn plan() -> Plan {
    let scene = |goal: &str, beat: usize| Scene {
        goal: goal.to_owned(),
        conflict: "She is a bad liar".to_owned(),
        point_of_view: "Mara Tollan".to_owned(),
        place: "The Low Quay".to_owned(),
        present: vec!["Ilse Brandt".to_owned()],
        beats: vec![chapter().beats[beat].clone()],
    };
    Plan {
        scenes: vec![
            scene("to keep the ledger", 0),
            scene("to silence the radio", 1),
        ],
    }
}

fn call(assignment: Assignment, prefix: &str) -> Call {
    Call {
        story: story(),
        assignment,
        prefix: prefix.to_owned(),
        repair: None,
        looped: 0,
        short: false,
        cramped: 0,
        tuning: Tuning::default(),
        prompt: None,
    }
}

fn shown(prompt: &Prompt) -> String {
    let mut text = String::new();
    for part in &prompt.parts {
        let role = match part.role {
            Role::System => "system",
            Role::User => "user",
        };
        let _ = write!(text, "== {} ({role}, {} tokens", part.name, part.tokens);
        if part.left_out > 0 {
            let _ = write!(text, ", {} left out", part.left_out);
        }
        let _ = write!(text, ")\n{}\n\n", part.text);
    }
    let schema = prompt
        .schema
        .as_ref()
        .map_or("prose", |schema| &schema.name);
    let _ = write!(
        text,
        "== answer: {schema}, at most {} tokens, temperature {}\n{}",
        prompt.max_tokens, prompt.temperature, prompt.prefill
    );
    text
}

fn check(name: &str, assignment: Assignment, context: u32) {
    let prompt = render(&call(assignment, ""), context, true).expect("it fits");
    insta::assert_snapshot!(name, shown(&prompt));
}

const TEXT: &str = "Mara opened the door.\n\n“The ledger,” said Ilse Brandt.";

#[test]
fn the_world_is_asked_for() {
    check("world", Assignment::World, 8_192);
}

#[test]
fn the_outline_is_asked_for() {
    check(
        "outline",
        Assignment::Outline {
            outline: OutlineRequest::all(12),
        },
        8_192,
    );
}

#[test]
fn a_plan_is_asked_for() {
    check("plan", Assignment::Plan { chapter: chapter() }, 8_192);
}

fn draft(scene: usize) -> Assignment {
    Assignment::Draft {
        chapter: chapter(),
        plan: plan(),
        scene,
        before: if scene > 0 {
            TEXT.to_owned()
        } else {
            String::new()
        },
    }
}

#[test]
fn scenes_are_asked_for() {
    check("draft-first", draft(0), 8_192);
    check("draft-second", draft(1), 8_192);
}

#[test]
fn a_scene_is_short_below_a_third_of_what_was_asked_for() {
    let is_short = |words: usize, assignment: &Assignment| {
        super::is_short(&"door ".repeat(words), assignment, Tuning::default())
    };
    // 1,500 words in two scenes.
    assert!(is_short(200, &draft(1)) && !is_short(300, &draft(1)));
    assert!(!is_short(0, &Assignment::World), "only prose has a length");
}

#[test]
fn what_ran_in_a_loop_is_asked_for_otherwise() {
    let mut again = call(draft(1), "Mara opened the door.");
    again.looped = 2;
    let prompt = render(&again, 8_192, true).expect("it fits");
    assert_eq!((prompt.fresh, prompt.temperature), (2, 1.0));
    insta::assert_snapshot!("draft-again", shown(&prompt));
    // Who likes it hot has it as hot as before.
    again.tuning.temperature = 1.4;
    assert_eq!(
        render(&again, 8_192, true).expect("it fits").temperature,
        1.4
    );
    again.assignment = Assignment::Check {
        chapter: chapter(),
        text: TEXT.to_owned(),
    };
    let check = render(&again, 8_192, true).expect("it fits");
    assert_eq!(
        (check.fresh, check.temperature),
        (0, 0.5),
        "JSON has to repeat its names"
    );
}

#[test]
fn a_small_context_leaves_out_what_is_worth_least() {
    check("draft-small", draft(1), 1_000);
}

#[test]
fn the_edits_the_check_and_the_revision_are_asked_for() {
    let (chapter, text) = (chapter(), TEXT.to_owned());
    check(
        "edit",
        Assignment::Edit {
            chapter: chapter.clone(),
            text: text.clone(),
        },
        8_192,
    );
    check(
        "check",
        Assignment::Check {
            chapter: chapter.clone(),
            text: text.clone(),
        },
        8_192,
    );
    let findings = vec![Finding {
        severity: Severity::Major,
        kind: "missing beat".to_owned(),
        quote: String::new(),
        note: "The radio never speaks.".to_owned(),
    }];
    check(
        "revise",
        Assignment::Revise {
            chapter,
            text,
            findings,
        },
        8_192,
    );
}

#[test]
fn feedback_stands_with_the_beats() {
    let chapter = ChapterContext {
        feedback: "More rain, and let Ilse be kind.".to_owned(),
        ..chapter()
    };
    let prompt = render(&call(Assignment::Plan { chapter }, ""), 8_192, true).expect("it fits");
    let beats = prompt.parts.iter().find(|part| part.name == "beats");
    assert!(beats.expect("beats").text.contains("More rain"));
}

#[test]
fn a_beginning_is_given_or_told() {
    let begun = "The rain had found the roof. Mara";
    let can = render(&call(draft(0), begun), 8_192, true).expect("it fits");
    assert_eq!(can.prefill, begun);
    assert!(can.parts.iter().all(|part| part.name != "the scene so far"));
    let cannot = render(&call(draft(0), begun), 8_192, false).expect("it fits");
    assert_eq!(cannot.prefill, "");
    let told = cannot.parts.last().expect("parts");
    assert!(told.name == "the scene so far" && told.text.ends_with(begun));
}

#[test]
fn of_a_long_beginning_the_end_is_given_and_the_rest_told() {
    let begun = format!(
        "{}She turned the dial and",
        "It rained all day on the tower.\n\n".repeat(400)
    );
    let prompt = render(&call(draft(0), &begun), 4_096, true).expect("it fits");
    assert!(prompt.prefill.ends_with("She turned the dial and"));
    assert!(prompt.prefill.len() < begun.len() / 2);
    let told = prompt
        .parts
        .iter()
        .find(|part| part.name == "the chapter so far");
    assert!(told.expect("told").left_out > 0);
    assert!(prompt.tokens() + prompt.max_tokens <= 4_096);
}

/// However long the story, a prompt and its answer fit into the context.
#[test]
fn a_thousand_chapters_and_a_large_world_fit_any_context() {
    let mut story = story();
    for n in 0..2_000 {
        let name = format!("Person {n} of the Quay");
        story
            .world
            .entities
            .push(entity(100 + n, EntityKind::Person, &name, "waits"));
        let text = format!("Person {n} saw the ledger on night {n}.");
        story.world.facts.push(fact(100 + n, &text, 3));
    }
    let chapter = ChapterContext {
        number: 1_000,
        of: 1_000,
        earlier: (1..1_000)
            .map(|number| ChapterMemory {
                number,
                title: String::new(),
                summary: "The radio spoke, and nobody answered. Then it rained.".to_owned(),
            })
            .collect(),
        previous_ending: "It rained.\n\n".repeat(200),
        ..chapter()
    };
    for context in [1_500, 4_096, 8_192, 32_768, 131_072] {
        let call = Call {
            story: story.clone(),
            ..call(
                Assignment::Draft {
                    chapter: chapter.clone(),
                    plan: plan(),
                    scene: 0,
                    before: String::new(),
                },
                "",
            )
        };
        let prompt = render(&call, context, true).expect("it fits");
        assert!(
            prompt.tokens() + prompt.max_tokens <= context,
            "{} + {} in {context}",
            prompt.tokens(),
            prompt.max_tokens
        );
        // What the scene is about comes before what it is not.
        let world = prompt.parts.iter().find(|part| part.name == "world");
        assert!(
            world.is_none_or(|world| world.text.contains("Mara Tollan")),
            "{context}"
        );
    }
}
