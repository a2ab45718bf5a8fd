//! What is sent to sum up what is long ago, and what is told of it afterwards.

use super::{TEXT, call, chapter, check, draft, plan, story};
use crate::render;
use writing::{
    Call,
    assignment::{Assignment, ChapterContext, ChapterMemory, Layers, PART, PartMemory},
};

fn memory(number: u32) -> ChapterMemory {
    ChapterMemory {
        number,
        title: format!("Night {number}"),
        summary: format!("On night {number} the radio spoke. Mara did not answer it."),
    }
}

fn part(number: u32) -> PartMemory {
    PartMemory {
        from: (number - 1) * PART + 1,
        to: number * PART,
        summary: format!("For the {number}th time Mara kept the light. Nobody came for it."),
    }
}

/// Chapter 45 of a story whose parts and whole were summed up, but for the first part.
fn far_on() -> ChapterContext {
    ChapterContext {
        number: 45,
        of: 60,
        earlier: (1..45).map(memory).collect(),
        layers: Layers {
            parts: (2..=4).map(part).collect(),
            so_far: Some(PartMemory {
                summary: "Mara kept the light, and the radio spoke to her.".to_owned(),
                from: 1,
                to: 40,
            }),
        },
        ..chapter()
    }
}

#[test]
fn a_part_and_the_story_so_far_are_asked_for() {
    let chapters = (1..=PART).map(memory).collect();
    check("part", Assignment::Part { chapters }, 8_192);
    let before = far_on().layers.so_far;
    let parts = vec![part(5)];
    check("so-far", Assignment::SoFar { before, parts }, 8_192);
}

#[test]
fn a_chapter_far_on_is_told_what_was_summed_up() {
    let chapter = far_on();
    check("plan-far-on", Assignment::Plan { chapter }, 8_192);
}

#[test]
fn a_hundred_parts_are_summed_up_in_any_context() {
    let parts: Vec<PartMemory> = (1..=100).map(part).collect();
    for context in [1_500, 4_096, 32_768] {
        let asked = Assignment::SoFar {
            before: None,
            parts: parts.clone(),
        };
        let prompt = render(&call(asked, ""), context, true).expect("it fits");
        assert!(prompt.tokens() + prompt.max_tokens <= context, "{context}");
        let told = &prompt.parts.iter().find(|part| part.name == "parts");
        let told = &told.expect("parts").text;
        // What falls out is spread over the story: its beginning stays, and so does what is near.
        assert!(told.contains("Chapters 1 to 10:"), "{context}: {told}");
        assert!(told.contains("Chapters 961 to 970:"), "{context}: {told}");
        assert!(told.lines().count() > 20, "{context}: {told}");
    }
}

#[test]
fn of_a_chapter_that_does_not_fit_the_plan_stands_for_the_scenes_before() {
    let before = format!("{TEXT}\n\n").repeat(60);
    let asked = Assignment::Draft {
        chapter: chapter(),
        plan: plan(),
        scene: 1,
        before,
    };
    let prompt = render(&call(asked, ""), 4_096, true).expect("it fits");
    let at = |name: &str| prompt.parts.iter().position(|part| part.name == name);
    let planned = at("earlier scenes").expect("the scenes before");
    // Read right before the text whose beginning it stands for.
    assert_eq!(Some(planned + 1), at("the chapter so far"));
    let told = &prompt.parts[planned].text;
    let scene = &plan().scenes[0];
    assert!(
        told.contains(&scene.goal) && told.contains(&scene.beats[0]),
        "{told}"
    );
    // Where all of the text is there, nothing has to stand for it.
    let whole = Call {
        story: story(),
        ..call(draft(1), "")
    };
    let prompt = render(&whole, 8_192, true).expect("it fits");
    assert!(
        prompt
            .parts
            .iter()
            .all(|part| part.name != "earlier scenes")
    );
}
