//! Plausible answers: JSON for the structured stages, prose for the rest. The same request gives the same answer,
//! so that a test sees whether any of it is missing or comes twice.

use super::RequestKind;
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

const WHO: [&str; 6] = [
    "Mara",
    "Elin",
    "the pilot",
    "old Tobías",
    "the keeper",
    "her brother",
];
const DOES: [&str; 8] = [
    "counted the lamps along",
    "kept her back to",
    "listened for a voice over",
    "drew the line of",
    "did not look at",
    "had promised to leave",
    "remembered the smell of",
    "walked the length of",
];
const WHAT: [&str; 8] = [
    "the harbour wall",
    "the café by the slip",
    "the drowned road",
    "the signal house",
    "the ferry’s wake",
    "the empty nets",
    "the far light",
    "the naïve little chapel",
];
const HOW: [&str; 8] = [
    "while the tide turned",
    "and said nothing",
    "until the radio crackled — twice",
    "as if it were summer",
    "because nobody else would",
    "with the letter still unopened",
    "before the fog came in",
    "for the last time",
];

const SYLLABLES: [&str; 12] = [
    "ka", "ro", "mi", "lu", "ten", "vor", "sa", "bel", "nim", "do", "gra", "pel",
];

/// The whole answer to a request, given what it asks for, all its messages but what is to be continued, and
/// how many chapters its schema wants.
pub(super) fn answer(what: RequestKind, messages: &[Value], chapters: u64) -> String {
    let seed = {
        let mut hasher = DefaultHasher::new();
        messages
            .iter()
            .for_each(|message| message.to_string().hash(&mut hasher));
        hasher.finish()
    };
    match what {
        RequestKind::World => json!({
            "entities": [
                {"kind": "person", "name": "Mara", "role": "keeper of the light", "description": "She counts.",
                 "pronouns": "she/her", "goal": "to hear her brother once more", "traits": ["stubborn"]},
                {"kind": "person", "name": "Elin", "role": "pilot", "description": "She knows the sandbanks.",
                 "pronouns": "she/her", "goal": "to leave", "traits": ["quick"]},
                {"kind": "place", "name": "The signal house", "role": "where the radio is",
                 "description": "Two rooms and a mast.", "pronouns": "", "goal": "", "traits": []}
            ],
            "relations": [{"from": "Mara", "to": "Elin", "label": "friend of"}],
            "rules": ["The radio only speaks at slack tide."]
        })
        .to_string(),
        RequestKind::Outline => {
            let chapter = |number: u64| json!({
                "title": format!("The {number}. night"),
                "beats": [format!("Mara hears the voice for the {number}. time."), format!("Elin finds trace {number}.")],
            });
            json!({"chapters": (1..=chapters).map(chapter).collect::<Vec<_>>()}).to_string()
        }
        RequestKind::Plan => {
            let scene = |goal: &str, who: &str| json!({
                "goal": goal, "conflict": "the tide", "point_of_view": who, "place": "The signal house",
                "present": ["Mara", "Elin"], "beats": [goal],
            });
            json!({"scenes": [scene("Mara hears the voice.", "Mara"), scene("Elin finds a trace.", "Elin")]}).to_string()
        }
        RequestKind::Edits => json!({"edits": []}).to_string(),
        RequestKind::Report => json!({
            "findings": [], "summary": "Mara hears the voice. Elin finds a trace.",
            "facts": ["The radio spoke."], "open_threads": ["Whose voice is it?"],
        })
        .to_string(),
        RequestKind::Reading => json!({
            "entities": [{"kind": "person", "name": "Mara", "same_as": "", "aliases": [], "role": "keeper",
                "description": "She counts.", "pronouns": "she/her", "quote": ""}],
            "relations": [], "facts": [{"text": format!("The radio spoke ({seed})."), "quote": ""}],
            "threads": [], "beats": [{"text": "Mara hears the voice.", "quote": ""}],
            "summary": "Mara hears the voice.",
        })
        .to_string(),
        RequestKind::Summary => json!({"summary": format!("Mara hears the voice; Elin finds its traces ({seed}).")})
            .to_string(),
        RequestKind::Prose | RequestKind::Other => prose(seed),
    }
}

/// Three paragraphs, no two sentences alike.
fn prose(seed: u64) -> String {
    let mut dice = crate::SplitMix64::new(seed);
    let mut paragraphs = Vec::new();
    for paragraph in 0..3 {
        let sentence = |number: u64| {
            let who = *dice.pick(&WHO);
            let mut letters = who.chars();
            let first: String = letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .collect();
            let (does, what, how) = (*dice.pick(&DOES), *dice.pick(&WHAT), *dice.pick(&HOW));
            // Of so few turns of phrase alone, a chapter would soon tell the same again.
            let mut name = || [(); 3].map(|()| *dice.pick(&SYLLABLES)).concat();
            let (from, near) = (name(), name());
            let hour = 1 + paragraph * 6 + number;
            format!(
                "{first}{} of {from} {does} {near} and {what} {how}, at bell {hour}.",
                letters.as_str()
            )
        };
        paragraphs.push((0..6).map(sentence).collect::<Vec<_>>().join(" "));
    }
    paragraphs.join("\n\n")
}

/// Pieces as a model writes them: a word with the space before it.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut begin = 0;
    for (at, _) in text.match_indices([' ', '{', '[']) {
        if at > begin {
            tokens.push(&text[begin..at]);
            begin = at;
        }
    }
    tokens.push(&text[begin..]);
    tokens
}
