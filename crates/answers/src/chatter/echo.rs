//! A list before a scene that repeats the beats its model was given.

use super::after::is_item;
use super::lines::{has_word, plain};
use std::collections::HashSet;
use text::prose::normal;

/// Of a hundred words, an item and a beat that are the same have so many in common.
const ALIKE: usize = 70;

/// Where such a list ends, in bytes: most of its items are beats, and the scene follows.
pub(super) fn end(text: &str, beats: &[String]) -> Option<usize> {
    let beats: Vec<HashSet<String>> = beats.iter().map(|beat| words(beat)).collect();
    let (mut at, mut end, mut items, mut known) = (0, 0, 0_usize, 0_usize);
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() || end == 0 && names_beats(line) {
            continue;
        }
        if !is_item(line) {
            break;
        }
        (end, items) = (at, items + 1);
        let item = words(
            line.trim_start()
                .trim_start_matches(|c: char| !c.is_alphabetic()),
        );
        known += usize::from(beats.iter().any(|beat| is_alike(&item, beat)));
    }
    (known * 2 > items && !text[end..].trim().is_empty()).then_some(end)
}

/// "**Beats for this scene:**"
fn names_beats(line: &str) -> bool {
    const LONGEST: usize = 80;
    const NAMES: &[&str] = &["beat", "plan", "outline", "events", "ereignisse", "szene"];
    let line = line.trim();
    let is_label = line.ends_with([':', '：', '*', '_']) || line.starts_with('#');
    let plain = plain(line);
    is_label && plain.chars().count() < LONGEST && NAMES.iter().any(|name| has_word(&plain, name))
}

fn words(text: &str) -> HashSet<String> {
    let normal = normal(text);
    normal.split_whitespace().map(str::to_owned).collect()
}

fn is_alike(item: &HashSet<String>, beat: &HashSet<String>) -> bool {
    let both = item.intersection(beat).count();
    both > 0 && both * 100 >= item.len().max(beat.len()) * ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCENE: &str = "Mara climbs, and the iron is wet.\n\n1. was all that the note said.";

    fn beats() -> Vec<String> {
        let beats = [
            "Mara climbs the stairs of the lighthouse.",
            "The radio speaks with the voice of her brother.",
        ];
        beats.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_list_of_the_beats_ends_where_the_scene_begins() {
        for list in [
            "1. Mara climbs the stairs of the lighthouse.\n2. The radio speaks with the voice of her brother.\n\n",
            "- **Mara climbs the stairs of the lighthouse**\n- The radio speaks with her brother’s voice, the voice of her brother.\n",
            "**Beats for this scene:**\n\n* Mara climbs the stairs of the lighthouse.\n\n* The radio speaks with the voice of her brother.\n* It ends.\n\n",
            "1) Mara climbs the stairs of a lighthouse.\n",
        ] {
            let text = format!("{list}{SCENE}");
            assert_eq!(
                end(&text, &beats()).map(|at| text[at..].trim_start()),
                Some(SCENE),
                "{list}"
            );
        }
    }

    #[test]
    fn another_list_is_the_storys() {
        for text in [
            SCENE.to_owned(),
            format!("1. a lamp\n2. a rope\n\n{SCENE}"),
            format!("– Mara?\n– Who is there?\n\n{SCENE}"),
            format!("Mara climbs the stairs of the lighthouse.\n\n{SCENE}"),
            format!("The plan:\n\n{SCENE}"),
            "- Mara climbs the stairs of the lighthouse.".to_owned(),
        ] {
            assert_eq!(end(&text, &beats()), None, "{text}");
            assert_eq!(end(&text, &[]), None, "{text}");
        }
    }
}
