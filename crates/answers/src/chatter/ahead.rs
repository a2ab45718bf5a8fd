//! What a model says before it goes on with a text: "Sure! Continuing from where we left off:".

use super::before::{is_continued, is_heading, is_preamble};
use super::lines::is_rule;
use super::words::{ANNOUNCED, POLITE};

/// What an answer begins with.
#[derive(Debug, PartialEq, Eq)]
pub enum AnswerStart {
    /// It may be words before the text; its line has not ended.
    Open,
    /// The text begins here, in bytes; what is said before it.
    Text(usize, Vec<String>),
}

/// Nothing that is said before a text is longer, in bytes.
const LONGEST: usize = 300;

/// So many lines are looked at.
const MOST: usize = 8;

/// Looks for lines that are no text at the beginning of an answer which goes on with one.
pub fn ahead(answer: &str, is_over: bool) -> AnswerStart {
    let (mut at, mut said) = (0, Vec::new());
    for _ in 0..MOST {
        let rest = &answer[at..];
        let begun = rest.trim_start_matches(['\n', '\r']);
        let gap = rest.len() - begun.len();
        let Some((line, _)) = begun.split_once('\n') else {
            if !is_over && may_be_said(begun) {
                return AnswerStart::Open;
            }
            break;
        };
        let is_fence = line.trim_start().starts_with("```");
        if !(is_fence || is_said(line)) {
            break;
        }
        at += gap + line.len() + 1;
        if !(is_fence || is_rule(line)) {
            said.push(line.trim().to_owned());
        }
    }
    if at == 0 {
        return AnswerStart::Text(0, said);
    }
    let rest = &answer[at..];
    let gap = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    match gap == rest.len() && !is_over {
        true => AnswerStart::Open,
        false => AnswerStart::Text(at + gap, said),
    }
}

fn is_said(line: &str) -> bool {
    is_preamble(line) || is_heading(line, "") || is_rule(line) || is_continued(line)
}

/// Whether a line that has not ended may become one that is no text.
fn may_be_said(line: &str) -> bool {
    const LABELS: &[&str] = &[
        "chapter ",
        "scene ",
        "part ",
        "kapitel ",
        "szene ",
        "chapitre ",
        "scène ",
        "capítulo ",
        "escena ",
        "continu",
        "title:",
    ];
    if line.len() > LONGEST {
        return false;
    }
    let begun = line.trim_start();
    if begun.starts_with(['#', '*', '_', '(', '[', '=', '~', '`', '第'])
        || begun.starts_with("--")
        || begun == "-"
    {
        return true;
    }
    let lower = begun.to_lowercase().replace('’', "'");
    // Of a word or two, nobody can say yet.
    let agrees = |word: &&str| lower.starts_with(*word) || word.starts_with(&lower);
    !lower.is_empty()
        && [POLITE, ANNOUNCED, LABELS]
            .iter()
            .any(|words| words.iter().any(agrees))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_before_a_text_are_found_and_the_text_is_not() {
        for (answer, text, lines) in [
            (
                "Sure! Continuing from where we left off:\n\nleft hand.",
                "left hand.",
                1,
            ),
            ("Here is the scene:\n\nMara climbs.", "Mara climbs.", 1),
            ("# Chapter 1\n\nMara climbs.", "Mara climbs.", 1),
            ("(continued)\n\nMara climbs.", "Mara climbs.", 1),
            ("---\n\nMara climbs.", "Mara climbs.", 0),
            ("```\nMara climbs.", "Mara climbs.", 0),
            (
                "\n\nSure, here is the rest of the scene:\n\n---\n\nMara climbs.",
                "Mara climbs.",
                1,
            ),
            (" left hand.\n\nShe sits.", " left hand.\n\nShe sits.", 0),
            (
                "sure that he had come.\n\nShe sits.",
                "sure that he had come.\n\nShe sits.",
                0,
            ),
            ("(She sits.)\n\nIt rains.", "(She sits.)\n\nIt rains.", 0),
            ("\n\nShe sits.", "\n\nShe sits.", 0),
        ] {
            let AnswerStart::Text(at, said) = ahead(answer, true) else {
                panic!("it is open: {answer}")
            };
            assert_eq!((&answer[at..], said.len()), (text, lines), "{answer}");
        }
    }

    #[test]
    fn a_line_is_waited_for_only_where_it_may_be_one() {
        for open in [
            "Su",
            "Sure! Contin",
            "# Chap",
            "(cont",
            "-",
            "---",
            "Here is the scene:\n\n",
        ] {
            assert_eq!(ahead(open, false), AnswerStart::Open, "{open}");
        }
        for text in [" Then", "the boat", "— and", "- and", &"sure, ".repeat(60)] {
            assert_eq!(
                ahead(text, false),
                AnswerStart::Text(0, Vec::new()),
                "{text}"
            );
        }
    }
}
