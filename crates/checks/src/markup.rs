//! Marks of a model's template and of markup languages that were left in a text, and turns of a conversation.

use super::finding_list::{FindingList, LANGUAGE as KIND};

/// Names of tags that no story has.
const TAGS: &[&str] = &[
    "think",
    "thinking",
    "thought",
    "reasoning",
    "analysis",
    "reflection",
    "scratchpad",
    "output",
    "answer",
    "response",
    "p",
    "div",
    "span",
    "br",
    "em",
    "strong",
    "h1",
    "h2",
    "h3",
    "ul",
    "li",
    "html",
    "body",
    "scene",
    "chapter",
    "story",
    "s",
    "inst",
    "/inst",
    "eos",
];

/// Who speaks in a conversation with a model.
const TURNS: &[&str] = &[
    "User:",
    "USER:",
    "Human:",
    "Assistant:",
    "ASSISTANT:",
    "### User",
    "### Assistant",
    "### Instruction",
    "### Response",
];

pub(super) fn check(text: &str, found: &mut FindingList) {
    let note = || "This is markup, or a mark of the model, and not prose.".to_owned();
    for (open, close) in [("<|", "|>"), ("<｜", "｜>"), ("◁", "▷")] {
        for passage in between(text, open, close) {
            found.major(KIND, passage, note());
        }
    }
    for (open, close) in [("<", ">"), ("[", "]"), ("⟨", "⟩")] {
        for passage in between(text, open, close) {
            let inside = &passage[open.len()..passage.len() - close.len()];
            let name = inside.trim_start_matches('/').trim_end_matches([' ', '/']);
            let name = name.split([' ', ':']).next_back().unwrap_or_default();
            if TAGS.contains(&name.to_lowercase().as_str()) {
                found.major(KIND, passage, note());
            }
        }
    }
    for passage in fields(text) {
        found.major(KIND, passage, note());
    }
    for mark in ["\\n\\n", "<0x0A>"] {
        if text.contains(mark) {
            found.major(KIND, mark, note());
        }
    }
    for line in text.lines() {
        let bare = line.trim_start().trim_start_matches('*');
        if TURNS.iter().any(|turn| bare.starts_with(turn)) {
            let note = "This is a turn of a conversation with the model, and not the story.";
            found.major(KIND, line.trim(), note.to_owned());
        }
    }
}

/// The beginnings of JSON objects: `{"scene":`.
fn fields(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('{').filter_map(move |(at, _)| {
        let name = text[at + 1..].trim_start().strip_prefix('"')?;
        let length = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        let after = name[length..].strip_prefix('"')?.trim_start();
        let end = text.len() - after.strip_prefix(':')?.len();
        Some(&text[at..end])
    })
}

/// Short passages between two marks, with them.
fn between<'t>(text: &'t str, open: &'t str, close: &'t str) -> impl Iterator<Item = &'t str> {
    const LONGEST: usize = 60;
    text.match_indices(open).filter_map(move |(at, _)| {
        let rest = &text[at..];
        let end = rest.find(close)? + close.len();
        (end <= LONGEST).then(|| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(text: &str) -> Vec<String> {
        let mut found = FindingList::default();
        check(text, &mut found);
        found
            .all()
            .into_iter()
            .map(|finding| finding.quote)
            .collect()
    }

    #[test]
    fn marks_and_turns_are_found_and_prose_is_left_alone() {
        assert_eq!(
            quotes("It rains.<|im_sep|> <think>More ⟨think⟩"),
            ["<|im_sep|>", "<think>", "⟨think⟩"]
        );
        assert_eq!(quotes("<p>It rains.</p>"), ["<p>", "</p>"]);
        assert_eq!(quotes("It rains.\n\nUser: go on"), ["User: go on"]);
        assert_eq!(quotes("[INST] It rains ◁think▷"), ["◁think▷", "[INST]"]);
        assert_eq!(
            quotes(r#"{"scene": "It rains.\n\nIt pours"#),
            [r#"{"scene":"#, "\\n\\n"]
        );
        for prose in [
            "{ He wrote “so”: it rained. }",
            "A < b, and b > c.",
            "He read [sic] and <3.",
            "The user: a tall man.",
            "“Assistant: fetch it,” he wrote.",
        ] {
            assert!(quotes(prose).is_empty(), "{prose}");
        }
    }
}
