//! No sentence for a person is worded in this crate: `domain` and `store` word them all.

use std::{fs, path::Path};

/// The string literals of a Rust source, but for its tests. Comments and characters are passed over.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in joined(source).lines() {
        let mut rest = line;
        while let Some(begin) = rest.find(['"', '/', '\'']) {
            let (mark, after) = (rest.as_bytes()[begin], &rest[begin + 1..]);
            match mark {
                b'/' if after.starts_with('/') => break,
                b'\'' if after.starts_with("\"'") => rest = &after[2..],
                b'"' => {
                    let end = end_of_literal(after);
                    found.push(after[..end].to_owned());
                    rest = after.get(end + 1..).unwrap_or_default();
                }
                _ => rest = after,
            }
        }
    }
    found
}

/// Literals that go on in the next line, in one line.
fn joined(source: &str) -> String {
    source
        .split("\\\n")
        .enumerate()
        .map(|(nth, part)| if nth == 0 { part } else { part.trim_start() })
        .collect()
}

fn end_of_literal(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().find(|(_, letter)| {
        let ends = *letter == '"' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// Begins like a sentence and ends like one, or goes on with another one.
fn is_sentence(literal: &str) -> bool {
    let begins = literal.trim_start_matches(['“', '[', '{', '}', ' ']);
    let begins_large = begins.starts_with(|first: char| first.is_uppercase());
    let ends = literal
        .trim_end_matches(['\\', 'n', ']', ' '])
        .ends_with('.');
    begins_large && literal.contains(' ') && (ends || literal.contains(". "))
}

fn check(folder: &Path, found: &mut Vec<String>) -> usize {
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            seen += check(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            let all = literals(&source);
            seen += all.len();
            let sentences = all.into_iter().filter(|literal| is_sentence(literal));
            found.extend(sentences.map(|literal| format!("{}: {literal}", path.display())));
        }
    }
    seen
}

#[test]
fn a_sentence_is_told_from_sql_and_from_the_log() {
    let source = r#"
        // "A comment. It is passed over."
        let sql = "SELECT r.id FROM runs r \
                   WHERE r.id = ?";
        let log = "the database could not be marked. It is damaged";
        let quote = '"';
        let one = "Chapter {} has no \"text\" yet.";
        let two = "It is paused. \
                   Resume it";
    "#;
    let all = literals(source);
    assert_eq!(all.len(), 4, "{all:?}");
    let sentences: Vec<_> = all.iter().filter(|literal| is_sentence(literal)).collect();
    assert_eq!(
        sentences,
        [
            r#"Chapter {} has no \"text\" yet."#,
            "It is paused. Resume it"
        ]
    );
}

#[test]
fn no_sentence_for_a_person_is_worded_here() {
    let mut found = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let seen = check(&source, &mut found);
    assert!(seen > 300, "only {seen} literals were found");
    assert!(found.is_empty(), "{found:#?}");
}
