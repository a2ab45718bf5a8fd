//! What is sent for an outline of a story that has chapters.

use super::{call, check, render, story};
use crate::chapters_at_once;
use domain::{Brief, Role, Structure};
use writing::{
    Call, Prompt,
    assignment::{Assignment, KnownChapter, OutlineRequest},
};

fn outlined(number: u32) -> KnownChapter {
    KnownChapter {
        number,
        title: format!("Night {number}"),
        beats: vec![
            format!("Mara hears a voice on night {number}."),
            format!("Mara answers it on night {number}."),
        ],
        summary: String::new(),
    }
}

fn asked(chapters: impl IntoIterator<Item = u32>, of: u32, known: Vec<KnownChapter>) -> Assignment {
    let chapters = chapters.into_iter().collect();
    Assignment::Outline {
        outline: OutlineRequest {
            chapters,
            of,
            known,
            threads: Vec::new(),
        },
    }
}

fn part<'p>(prompt: &'p Prompt, name: &str) -> Option<&'p str> {
    let part = prompt.parts.iter().find(|part| part.name == name)?;
    Some(&part.text)
}

#[test]
fn the_rest_of_an_outline_is_asked_for_with_what_is_there() {
    let mut known: Vec<KnownChapter> = (1..=40).map(outlined).collect();
    known[39].summary = "Ilse took the ledger. Mara let her.".to_owned();
    known.push(KnownChapter {
        number: 42,
        title: "Dry Dock".to_owned(),
        ..KnownChapter::default()
    });
    known.push(KnownChapter {
        number: 43,
        summary: "The bell was sold.".to_owned(),
        ..KnownChapter::default()
    });
    known.push(outlined(45));
    check("outline-rest", asked(41..=44, 46, known), 8_192);
}

#[test]
fn what_was_left_open_is_told_to_an_outline() {
    let mut request = asked(14..=15, 15, vec![outlined(13)]);
    if let Assignment::Outline { outline } = &mut request {
        outline.threads = vec!["Who lit the lamp?".to_owned()];
    }
    let prompt = render(&call(request, ""), 8_192, true).expect("it fits");
    assert_eq!(
        part(&prompt, "open threads"),
        Some("Left open so far:\n- Who lit the lamp?")
    );
    assert!(part(&prompt, "facts").is_some(), "the world has facts");
}

#[test]
fn the_question_names_the_chapters_and_where_they_are() {
    let question = |chapters: Vec<u32>, of: u32, known: Vec<KnownChapter>| {
        let prompt = render(&call(asked(chapters, of, known), ""), 8_192, true).expect("it fits");
        part(&prompt, "task").expect("a task").to_owned()
    };
    let rest = question(vec![3, 5, 6, 7, 9, 10], 12, vec![outlined(1)]);
    assert!(
        rest.starts_with("Outline chapters 3, 5 to 7, 9 and 10 of the story’s 12 chapters"),
        "{rest}"
    );
    assert!(
        rest.contains("these 6 and no others") && rest.contains("2 chapters follow"),
        "{rest}"
    );
    assert!(!rest.contains("The first chapter begins"), "{rest}");
    let last = question(vec![12], 12, vec![outlined(11)]);
    assert!(
        last.starts_with("Outline chapter 12 of the story’s 12 chapters, and no other."),
        "{last}"
    );
    assert!(
        last.contains("the last chapter answers the premise"),
        "{last}"
    );
    let first = question((1..=20).collect(), 60, Vec::new());
    assert!(
        first.contains("chapters 1 to 20 of") && first.contains("40 chapters follow"),
        "{first}"
    );
    assert!(
        first.contains("The first chapter begins") && !first.contains("stay as they are"),
        "{first}"
    );
}

#[test]
fn a_long_story_is_told_to_its_outline_in_any_context() {
    let mut story = story();
    story.brief = Brief {
        structure: Structure::SaveTheCat,
        ..story.brief
    };
    for (context, portion) in [(2_048, 2), (4_096, 6), (8_192, 14), (131_072, 20)] {
        assert_eq!(chapters_at_once(Some(context), "en"), portion);
        let from = 980 - u32::try_from(portion).expect("few");
        let known = (1..from).chain(980..=1_000).map(outlined).collect();
        let asked = asked(from..980, 1_000, known);
        let call = Call {
            story: story.clone(),
            ..call(asked, "")
        };
        let prompt = render(&call, context, true).expect("it fits");
        assert!(prompt.tokens() + prompt.max_tokens <= context, "{context}");
        let told = prompt.text(Role::User);
        let before = format!(
            "Mara hears a voice on night {}. Mara answers it on night {}.",
            from - 1,
            from - 1
        );
        assert!(
            told.contains(&before) && told.contains("Chapter 980 “Night 980”"),
            "{context}: {told}"
        );
        // What these chapters have to do comes before what others have.
        let structure = part(&prompt, "structure").expect("a structure");
        assert!(structure.contains("The last stand — "), "{structure}");
    }
    assert_eq!(chapters_at_once(None, "en"), 20);
    assert_eq!(chapters_at_once(Some(512), "en"), 1);
    assert_eq!(chapters_at_once(Some(8_192), "ru"), 6);
}
