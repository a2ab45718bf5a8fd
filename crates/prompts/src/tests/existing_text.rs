//! What is sent for a chapter that is written again with a wish.

use super::{TEXT, call, chapter, check, plan, render};
use writing::assignment::{Assignment, ChapterContext, ExistingText};

fn again(text: &str) -> ChapterContext {
    ChapterContext {
        feedback: "Keep it, but make the quarrel colder.".to_owned(),
        existing_text: ExistingText {
            text: text.to_owned(),
            summary: "Ilse asks for the ledger, and Mara lies.".to_owned(),
        },
        ..chapter()
    }
}

fn draft(chapter: ChapterContext, scene: usize) -> Assignment {
    Assignment::Draft {
        chapter,
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
fn a_chapter_that_is_written_again_is_seen_as_it_stands() {
    let text = format!("{TEXT}\n\n“I have none,” said Mara.\n\n* * *\n\nThe radio laughed.");
    check(
        "plan-rewrite",
        Assignment::Plan {
            chapter: again(&text),
        },
        8_192,
    );
    check("draft-rewrite", draft(again(&text), 1), 8_192);
}

#[test]
fn a_long_text_that_stands_fits_any_context() {
    let text = format!(
        "It begins.\n\n{}It ends.",
        "The rain came over the wall, and nobody spoke of the ledger.\n\n".repeat(2_000)
    );
    for context in [1_500, 2_048, 4_096, 8_192, 32_768] {
        for asked in [
            Assignment::Plan {
                chapter: again(&text),
            },
            draft(again(&text), 0),
            draft(again(&text), 1),
        ] {
            let is_plan = matches!(asked, Assignment::Plan { .. });
            let prompt = render(&call(asked, ""), context, true).expect("it fits");
            assert!(prompt.tokens() + prompt.max_tokens <= context, "{context}");
            let part = |name: &str| prompt.parts.iter().find(|part| part.name == name);
            if is_plan {
                let today = part("the chapter today").expect("some of it");
                assert!(today.text.contains("It begins.") && today.text.ends_with("It ends."));
                assert!(part("what happens today").is_some(), "{context}");
            } else {
                assert!(part("the scene today").is_some_and(|part| part.left_out > 0));
            }
        }
    }
}
