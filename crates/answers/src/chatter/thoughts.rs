//! What a model writes before a scene under a heading of its own, "**Thinking:**", and what is no part of the scene.

use super::after::is_item;
use super::before::is_name_of_work;
use super::lines::{has_word, starts_with_word};

/// How such a heading is worded, the longest first.
const NAMES: &[&str] = &[
    "thinking process",
    "thought process",
    "chain of thought",
    "my thoughts",
    "my thinking",
    "my reasoning",
    "thinking",
    "thoughts",
    "reasoning",
    "überlegungen",
    "gedankengang",
    "réflexion",
    "raisonnement",
    "razonamiento",
    "ragionamento",
    "思考过程",
    "思考",
    "推理",
];

/// What is spoken of in thoughts about a scene, and hardly in it.
const SIGNS: &[&str] = &[
    "the user",
    "the author",
    "the scene",
    "this scene",
    "the chapter",
    "this chapter",
    "the beat",
    "the prompt",
    "the outline",
    "the brief",
    "point of view",
    "word count",
    "third person",
    "first person",
    "past tense",
    "present tense",
];

/// The same, as single words.
const WORDS: &[&str] = &["pov", "beat", "prose", "pacing", "szene", "scène", "escena"];

/// So many paragraphs behind the heading are looked at.
const MOST: usize = 8;

/// Whether a scene begins with the heading of such thoughts.
pub(super) fn begins_with_heading(text: &str) -> bool {
    heading(text.lines().next().unwrap_or_default()).is_some()
}

/// Where such thoughts end, in bytes. Where that is not certain, all of it may be the story.
pub(super) fn end(text: &str) -> Option<usize> {
    let behind = heading(text.lines().next()?)?;
    let mut parts = paragraphs(text);
    let (first, mut end) = parts.next()?;
    let is_alone = behind.is_empty() && first.trim_end().lines().count() == 1;
    let (mut is_sure, mut is_open) = (!is_alone, true);
    for (paragraph, its_end) in parts.take(MOST) {
        // "**Scene:**": what stands before it was thought.
        if names_the_work(paragraph) {
            let begin = its_end - paragraph.len();
            return (!text[begin..].trim().is_empty()).then_some(begin);
        }
        let signs = signs(paragraph);
        // A dash may begin what somebody says.
        let is_list = paragraph.trim().lines().all(is_item) && !paragraph.contains('–');
        is_open &= signs >= 2 || !is_sure && (signs == 1 || is_list);
        if is_open {
            (end, is_sure) = (its_end, true);
        }
    }
    (is_sure && !text[end..].trim().is_empty()).then_some(end)
}

/// What stands behind a heading of thoughts on its line.
fn heading(line: &str) -> Option<&str> {
    let line = line.trim();
    let bare = line.trim_start_matches(['#', ' ', '*', '_', '[']);
    let marks = &line[..line.len() - bare.len()];
    let lower = bare.to_lowercase();
    let name = NAMES.iter().find(|name| starts_with_word(&lower, name))?;
    // Lower case may have another length: then it is none of these names.
    let rest = bare.get(name.len()..)?;
    let behind = rest.trim_start_matches([':', '：', '*', '_', ']', ' ', '.', '…']);
    let closing = &rest[..rest.len() - behind.len()];
    let has_colon = closing.contains([':', '：']);
    let is_bold = ["**", "__"]
        .iter()
        .any(|mark| marks.contains(mark) && closing.contains(mark));
    let is_heading = match behind.is_empty() {
        true => has_colon || is_bold || marks.contains('#'),
        // "Thinking: that was the trouble." may be the story.
        false => has_colon && is_bold,
    };
    is_heading.then_some(behind)
}

/// The paragraphs of a text, each with where it ends.
fn paragraphs(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut at = 0;
    text.split_inclusive("\n\n").filter_map(move |part| {
        at += part.len();
        (!part.trim().is_empty()).then_some((part, at))
    })
}

fn names_the_work(paragraph: &str) -> bool {
    let line = paragraph.trim();
    !line.contains('\n') && is_name_of_work(line.trim_matches(['#', '*', '_', '[', ']', ' ']))
}

fn signs(paragraph: &str) -> usize {
    let lower = paragraph.to_lowercase();
    // What is said in a story is no thought about it.
    if lower.starts_with(['“', '"', '«', '„', '「', '—', '–']) {
        return 0;
    }
    let signs = SIGNS.iter().filter(|sign| lower.contains(**sign));
    let words = WORDS.iter().filter(|word| has_word(&lower, word));
    signs.count() + words.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENE: &str =
        "Mara climbs the stairs of the lighthouse.\n\n“Thinking:” he wrote, and stopped.";

    #[test]
    fn thoughts_under_their_heading_end_where_the_scene_begins() {
        for thoughts in [
            "**Thinking:** I open with the lamp and keep it quiet.\n\n",
            "**Thinking:**\nI open with the lamp.\nThen the voice.\n\n",
            "**Reasoning**: a slow start.\n\n",
            "**Thought process:**\n\nThe user wants a quiet scene.\n\n",
            "### Thinking\n\nThe scene needs a slow start in the past tense.\n\n",
            "Thinking:\n\n- the lamp\n- the voice\n\n",
            "**Thinking:** It is quiet.\n\nThis chapter has one beat, told in third person.\n\n",
        ] {
            let text = format!("{thoughts}{SCENE}");
            assert_eq!(end(&text), Some(thoughts.len()), "{thoughts}");
        }
        let named = "**Thinking:**\n\nIt is quiet.\n\nThe lamp, then.\n\n";
        let text = format!("{named}**Scene:**\n\n{SCENE}");
        assert_eq!(end(&text), Some(named.len()));
    }

    #[test]
    fn what_may_be_the_story_is_no_thought() {
        for text in [
            SCENE.to_owned(),
            format!("Thinking: that was what had ruined him.\n\n{SCENE}"),
            format!("Thinking of the scene, he slept.\n\n{SCENE}"),
            format!("“Thinking:” she read.\n\n{SCENE}"),
            // A title, perhaps.
            format!("**Thinking**\n\n{SCENE}"),
            format!("*Thinking: the scene.*\n\n{SCENE}"),
            // All of it.
            "**Thinking:** I open with the lamp.".to_owned(),
        ] {
            assert_eq!(end(&text), None, "{text}");
        }
    }
}
