//! What is sent to read what the author wrote.

use super::{TEXT, call, check};
use crate::render;
use domain::EntityKind;
use writing::assignment::{Assignment, ChapterPart, KnownName};

fn read(piece: (u32, u32), known: Vec<KnownName>, before: &str) -> Assignment {
    Assignment::Read {
        part: ChapterPart {
            number: 2,
            of: 13,
            title: "The Ledger".to_owned(),
            piece,
            text: TEXT.to_owned(),
        },
        known,
        before: before.to_owned(),
    }
}

fn name(name: &str, aliases: &[&str]) -> KnownName {
    KnownName {
        kind: EntityKind::Person,
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
    }
}

#[test]
fn a_part_is_read_with_the_names_that_are_known() {
    let known = vec![
        name("Mara Quinn", &["Mara", "the keeper"]),
        name("Odran", &[]),
    ];
    check("read", read((2, 3), known, "Mara rowed out."), 8_192);
}

#[test]
fn a_small_model_has_the_names_of_its_part() {
    let known: Vec<KnownName> = (0..2_000)
        .map(|number| name(&format!("Person {number}"), &[]))
        .collect();
    let prompt = render(&call(read((1, 1), known, ""), ""), 4_096, true).expect("it fits");
    assert!(prompt.tokens() + prompt.max_tokens <= 4_096);
    let names = prompt.parts.iter().find(|part| part.name == "known names");
    let names = names.expect("some of them");
    assert!(names.text.starts_with("Known names:\n- Person 0 (person)"));
    assert!(names.left_out > 1_000);
    assert!(
        !prompt
            .parts
            .iter()
            .any(|part| part.name == "the chapter so far")
    );
}
