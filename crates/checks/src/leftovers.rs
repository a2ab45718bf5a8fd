//! What was left in a text that is not meant for readers: gaps to be filled, and marks of a model or a web page.

use super::finding_list::{FindingList, LANGUAGE as KIND};

/// Nothing between brackets that is a gap is longer, in bytes.
const LONGEST: usize = 120;

/// How a gap begins, in lower case.
const GAPS: &[&str] = &[
    "insert",
    "name",
    "todo",
    "to do",
    "to be written",
    "to be added",
    "to be filled",
    "describe",
    "description",
    "your ",
    "placeholder",
    "tbd",
    "character",
    "place",
    "scene ",
    "add ",
    "fill in",
    "write ",
    "rest of ",
    "more to come",
    "missing ",
];

/// The same within round brackets, where stories have asides.
const ROUND_GAPS: &[&str] = &[
    "insert ",
    "todo",
    "to do:",
    "tbd",
    "placeholder",
    "to be written",
    "fill in ",
];

/// Words that fill a gap.
const FILLERS: &[&str] = &["TODO", "TBD", "FIXME", "XXX", "Lorem ipsum", "lorem ipsum"];

/// What models and web pages write for programs.
const MARKS: &[&str] = &[
    "<think>",
    "</think>",
    "<thinking>",
    "</thinking>",
    "</s>",
    "<s>",
    "<eos>",
    "<bos>",
    "[INST]",
    "[/INST]",
    "<br>",
    "<br/>",
    "<br />",
    "<p>",
    "</p>",
    "</div>",
    "</span>",
    "<em>",
    "</em>",
    "<strong>",
    "</strong>",
    "&nbsp;",
    "&quot;",
    "&amp;",
    "&lt;",
    "&gt;",
    "&#39;",
];

pub(crate) fn check(text: &str, found: &mut FindingList) {
    marks(text, found);
    for (open, close) in [('[', ']'), ('{', '}'), ('<', '>'), ('(', ')')] {
        brackets(text, (open, close), found);
    }
    for gap in FILLERS {
        for (at, _) in text.match_indices(gap) {
            let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let bare = !word(text[..at].chars().next_back())
                && !word(text[at + gap.len()..].chars().next());
            // In brackets it was found already.
            if bare && !text[..at].ends_with(['[', '{', '<', '(']) {
                found.major(KIND, gap, gap_note());
            }
        }
    }
}

fn gap_note() -> String {
    "This is a placeholder that was never filled in.".to_owned()
}

/// `[NAME]`, `{{place}}`, `[insert scene]`, `(TODO: the storm)`.
fn brackets(text: &str, (open, close): (char, char), found: &mut FindingList) {
    for (at, _) in text.match_indices(open) {
        // Never further than this: a text may have thousands of brackets and only one that closes.
        let near = &text[at..text.floor_char_boundary(at + LONGEST)];
        let doubled = near.starts_with("{{");
        let end = if doubled {
            near.find("}}")
        } else {
            near.find(close)
        };
        let Some(length) = end.map(|end| end + usize::from(doubled)) else {
            continue;
        };
        // Its outer bracket was read already.
        if open == '{' && text[..at].ends_with('{') {
            continue;
        }
        let whole = &text[at..=at + length];
        let inside = whole.trim_matches([open, close, ' ']);
        let mut letters = inside
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .peekable();
        let round = open == '(';
        // In round brackets somebody may shout.
        let loud = !round
            && inside
                .chars()
                .filter(|letter| letter.is_alphabetic())
                .nth(1)
                .is_some()
            && letters.all(char::is_uppercase);
        let lower = inside.to_lowercase();
        let gaps = if round { ROUND_GAPS } else { GAPS };
        let asks = gaps.iter().any(|gap| lower.starts_with(gap));
        let is_mark = MARKS.contains(&whole) || whole.starts_with("<|");
        if !inside.contains('\n') && !is_mark && (loud || asks || doubled) {
            found.major(KIND, whole, gap_note());
        }
    }
}

/// `<|im_end|>`, `</think>`, `&nbsp;`.
fn marks(text: &str, found: &mut FindingList) {
    let note = || "This is a mark for a program, not a part of the story.".to_owned();
    for mark in MARKS {
        if text.contains(mark) {
            found.major(KIND, mark, note());
        }
    }
    for (at, _) in text.match_indices("<|") {
        let near = &text[at..text.floor_char_boundary(at + LONGEST)];
        if let Some(length) = near
            .find("|>")
            .filter(|length| !near[..*length].contains('\n'))
        {
            found.major(KIND, &near[..length + 2], note());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(text: &str) -> Vec<String> {
        let mut found = FindingList::default();
        check(text, &mut found);
        found.all().into_iter().map(|found| found.quote).collect()
    }

    #[test]
    fn gaps_and_marks_are_found() {
        for (text, gap) in [
            ("She met [NAME OF FRIEND] at the quay.", "[NAME OF FRIEND]"),
            ("[insert scene]", "[insert scene]"),
            (
                "It ended. [Scene to be written: the storm]",
                "[Scene to be written: the storm]",
            ),
            ("(TODO: the storm) And then.", "(TODO: the storm)"),
            ("TODO the storm", "TODO"),
            ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
            ("Hello {{name}}.", "{{name}}"),
            ("The end.<|im_end|>", "<|im_end|>"),
            ("</think>\n\nIt rained.", "</think>"),
            ("It&nbsp;rained.", "&nbsp;"),
        ] {
            assert_eq!(quotes(text), [gap], "{text}");
        }
    }

    #[test]
    fn what_stories_write_is_no_gap() {
        for text in [
            "“Stop [he said] at once.”",
            "She (a little late) sat down. (NO ENTRY, said the sign.)",
            "He read: [illegible] and then her name.",
            "One < two, and three > two.",
            "Placebo, todos, namesake.",
        ] {
            assert_eq!(quotes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn brackets_that_never_close_take_no_time() {
        let began = std::time::Instant::now();
        assert_eq!(quotes(&format!("{}]", "[".repeat(400_000))), [""; 0]);
        assert!(began.elapsed().as_secs() < 10);
    }
}
