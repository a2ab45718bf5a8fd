//! What is sent for structures, repairs, one thing again, interviews and reviews.

use super::{call, render, story};
use domain::{AnsweredQuestion, Brief, Finding, Role, Severity, Structure};
use writing::Prompt;
use writing::{
    Call, Repair,
    assignment::{
        Assignment, ChapterOutlineRequest, Neighbour, OutlineRequest, ReadingNote, ReviewPart,
    },
};

fn text(prompt: &Prompt) -> String {
    prompt.text(Role::User)
}

fn part<'p>(prompt: &'p Prompt, name: &str) -> Option<&'p str> {
    let part = prompt.parts.iter().find(|part| part.name == name)?;
    Some(&part.text)
}

fn shaped(structure: Structure, assignment: Assignment) -> Call {
    let mut story = story();
    story.brief = Brief {
        structure,
        ..story.brief
    };
    Call {
        story,
        ..call(assignment, "")
    }
}

#[test]
fn an_outline_says_what_each_chapter_has_to_do() {
    let asked = shaped(
        Structure::ThreeActs,
        Assignment::Outline {
            outline: OutlineRequest::all(12),
        },
    );
    let prompt = render(&asked, 8_192, true).expect("it fits");
    let structure = part(&prompt, "structure").expect("a structure");
    assert!(
        structure.contains("\n- Chapters 1 to 2: Setup — "),
        "{structure}"
    );
    assert!(structure.contains("\n- Chapter 3: Setup — "), "{structure}");
    assert!(structure.contains("First turn — "), "{structure}");
    let free = shaped(
        Structure::Free,
        Assignment::Outline {
            outline: OutlineRequest::all(12),
        },
    );
    let prompt = render(&free, 8_192, true).expect("it fits");
    assert!(part(&prompt, "structure").is_none());
    // Five hundred chapters are told in as many lines as there are parts, or little more.
    let many = shaped(
        Structure::SaveTheCat,
        Assignment::Outline {
            outline: OutlineRequest::all(500),
        },
    );
    let prompt = render(&many, 32_768, true).expect("it fits");
    let lines = part(&prompt, "structure")
        .expect("a structure")
        .lines()
        .count();
    assert!((15..40).contains(&lines), "{lines}");
}

fn repaired(answer: String) -> Call {
    Call {
        repair: Some(Repair {
            answer,
            problem: "It has 2 chapters; it has to have exactly 12.".to_owned(),
        }),
        ..call(
            Assignment::Outline {
                outline: OutlineRequest::all(12),
            },
            "",
        )
    }
}

#[test]
fn a_model_is_shown_its_answer_and_what_is_wrong_with_it() {
    let prompt = render(&repaired("{\"chapters\": []}".to_owned()), 8_192, true).expect("it fits");
    let told = text(&prompt);
    assert!(told.contains("You were asked this before, and answered:\n{\"chapters\": []}"));
    assert!(told.contains("exactly 12"));
    assert!(
        told.ends_with("nothing before it and nothing after it."),
        "{told}"
    );
    assert!(told.contains("Outline the story in exactly 12 chapters"));
    assert_eq!(prompt.schema.expect("a schema").name, "outline");
}

#[test]
fn a_long_answer_is_cut_to_what_fits_any_context() {
    for context in [1_500, 4_096, 32_768] {
        let call = repaired("{\"chapters\": [\"né\", ".repeat(20_000));
        let prompt = render(&call, context, true).expect("it fits");
        assert!(
            prompt.tokens() + prompt.max_tokens <= context,
            "{} + {} in {context}",
            prompt.tokens(),
            prompt.max_tokens
        );
        let answer = part(&prompt, "the answer").expect("some of it");
        assert!(answer.ends_with(" …"), "{context}");
    }
}

#[test]
fn one_chapter_again_knows_its_neighbours_and_the_wish() {
    let chapter = ChapterOutlineRequest {
        number: 3,
        of: 12,
        title: "The Ledger".to_owned(),
        beats: vec!["Mara hides it.".to_owned()],
        neighbours: [2, 4]
            .map(|number| Neighbour {
                number,
                title: format!("Night {number}"),
                beats: vec![format!("Something happens in {number}.")],
            })
            .to_vec(),
        feedback: "more rain".to_owned(),
    };
    let asked = shaped(Structure::ThreeActs, Assignment::ChapterOutline { chapter });
    let told = text(&render(&asked, 4_096, true).expect("it fits"));
    for expected in [
        "Outline chapter 3 of 12 again",
        "“The Ledger” and stays",
        "- Mara hides it.",
        "Chapter 2 Night 2: Something happens in 2.",
        "above all: more rain",
        "First turn",
    ] {
        assert!(told.contains(expected), "{expected} in {told}");
    }
}

#[test]
fn an_entity_again_keeps_its_name_and_hears_the_wish() {
    let entity = story().world.entities[0].clone();
    let feedback = "let her be younger".to_owned();
    let asked = call(Assignment::Entity { entity, feedback }, "");
    let prompt = render(&asked, 4_096, true).expect("it fits");
    let told = text(&prompt);
    assert!(told.contains("Imagine Mara Tollan again"), "{told}");
    assert!(told.contains("let her be younger"));
    assert_eq!(prompt.schema.expect("a schema").name, "entity");
}

#[test]
fn an_interview_tells_what_was_said_and_what_was_passed_over() {
    let said = |question: &str, answer: &str| AnsweredQuestion {
        question: question.to_owned(),
        answer: answer.to_owned(),
    };
    let asked = Assignment::Interview {
        idea: "a bell".to_owned(),
        answers: vec![said("Where?", "a harbour"), said("When?", " ")],
    };
    let prompt = render(&call(asked, ""), 4_096, true).expect("it fits");
    let told = text(&prompt);
    assert!(told.contains("The idea: a bell"));
    assert!(
        told.contains("- Where? — a harbour\n- When? — (passed over)"),
        "{told}"
    );
    assert_eq!(prompt.schema.expect("a schema").name, "interview");
}

#[test]
fn a_review_is_given_the_text_and_what_was_noted_before() {
    let note = ReadingNote {
        number: 1,
        notes: "A bell rings.".to_owned(),
        findings: vec![Finding {
            severity: Severity::Major,
            kind: "pace".to_owned(),
            quote: String::new(),
            note: "Too slow.".to_owned(),
        }],
    };
    let asked = Assignment::Review {
        part: ReviewPart {
            number: 2,
            of: 12,
            title: "Night 2".to_owned(),
            beats: vec!["Mara answers.".to_owned()],
            piece: (1, 3),
            text: "Mara answered.".to_owned(),
        },
        notes: vec![note.clone()],
    };
    let prompt = render(&call(asked, ""), 4_096, true).expect("it fits");
    let told = text(&prompt);
    for expected in [
        "chapter 2 of 12 (“Night 2”), piece 1 of 3",
        "Mara answered.",
        "- Chapter 1: A bell rings.",
        "- Mara answers.",
    ] {
        assert!(told.contains(expected), "{expected} in {told}");
    }
    assert_eq!(prompt.schema.expect("a schema").name, "review");
    let last = render(
        &call(Assignment::Assess { notes: vec![note] }, ""),
        4_096,
        true,
    );
    let told = text(&last.expect("it fits"));
    assert!(told.contains("- Chapter 1, pace: Too slow."), "{told}");
}
