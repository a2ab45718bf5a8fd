//! Beats that left no trace in the text.

use super::{Findings, Matter, known::Known, reading::Reading, stems::Stems, told::Told};
use std::collections::{BTreeSet, HashSet};

const KIND: &str = "missing beat";

/// Words that tell of one thing: the plan says "letter", the text says "note".
const ALIKE: &[&[&str]] = &[
    &["letter", "note", "message", "paper"],
    &["find", "discover", "uncover", "notice", "see"],
    &[
        "tell", "say", "confess", "admit", "speak", "explain", "talk", "reveal", "answer",
    ],
    &["ask", "question", "demand"],
    &["steal", "thief", "rob", "stole", "stolen"],
    &["fire", "burn", "flame", "ash"],
    &["leave", "depart", "left", "go", "gone"],
    &["fight", "quarrel", "argue", "argument", "struggle"],
    &["refuse", "no", "decline", "won't"],
    &["night", "dark", "midnight", "evening"],
    &["die", "dead", "death", "kill"],
    &["meet", "met", "encounter"],
    &["lie", "false", "untrue", "lied"],
    &["money", "bribe", "coin", "cash", "pay", "takings"],
    &["count", "number"],
    &["sell", "sold", "buy", "bought", "bid", "auction"],
    &["read", "book", "page"],
    &["write", "wrote", "pen", "written"],
    &["dream", "sleep", "slept"],
    &["hide", "hid", "hidden"],
    &["sing", "sang", "song", "hum"],
    &["remember", "memory", "recall"],
    &["mistake", "confuse", "wrong"],
];

pub fn check(matter: &Matter<'_>, told: &Told<'_>, found: &mut Findings) {
    let stems = Stems::of(matter.language);
    let text: HashSet<String> = text_stems(&told.reading, &stems);
    for beat in matter.beats {
        if !traced(told.known, beat, &told.reading, &text, &stems) {
            let note = format!("Nothing in the text speaks of this beat: {}", beat.trim());
            found.major(KIND, "", note);
        }
    }
}

/// Whether a beat left a trace in a text.
pub fn covers(world: &domain::World, language: &str, beat: &str, text: &str) -> bool {
    let known = Known::of(world);
    let reading = Reading::of(text);
    let stems = Stems::of(language);
    traced(
        &known,
        beat,
        &reading,
        &text_stems(&reading, &stems),
        &stems,
    )
}

fn text_stems(reading: &Reading<'_>, stems: &Stems) -> HashSet<String> {
    reading
        .words
        .iter()
        .map(|word| stems.stem(&word.lower))
        .collect()
}

/// Whether enough of what a beat is about is in the text.
fn traced(
    known: &Known<'_>,
    beat: &str,
    text: &Reading<'_>,
    heard: &HashSet<String>,
    stems: &Stems,
) -> bool {
    let plan = Reading::of(beat);
    let mentions = known.mentions(&plan);
    let named: BTreeSet<usize> = mentions.iter().map(|mention| mention.being).collect();
    let in_name = |at: usize| {
        mentions
            .iter()
            .any(|mention| (mention.start..mention.end).contains(&at))
    };
    let content: BTreeSet<&str> = plan
        .words
        .iter()
        .enumerate()
        .filter(|(at, word)| !in_name(*at) && Stems::tells(&word.lower))
        .map(|(_, word)| word.lower.as_str())
        .collect();
    let met = content
        .iter()
        .filter(|word| told_of(word, heard, stems))
        .count();
    if content.is_empty() {
        // Names alone, or words too small to look for.
        return named.is_empty() || text_names(known, text, &named);
    }
    match content.len() {
        1 | 2 => {
            met > 0 || !named.is_empty() && content.len() == 1 && text_names(known, text, &named)
        }
        all => met * 3 >= all,
    }
}

/// Whether the text has a word, or one that tells of the same.
fn told_of(word: &str, heard: &HashSet<String>, stems: &Stems) -> bool {
    let stem = stems.stem(word);
    if heard.contains(&stem) {
        return true;
    }
    // Long words with another ending: "photograph" and "photographer".
    let root: String = stem.chars().take(6).collect();
    if root.chars().count() == 6 && heard.iter().any(|other| other.starts_with(&root)) {
        return true;
    }
    ALIKE
        .iter()
        .filter(|group| {
            group
                .iter()
                .any(|other| *other == word || stems.stem(other) == stem)
        })
        .any(|group| group.iter().any(|other| heard.contains(&stems.stem(other))))
}

/// Whether a text names everybody.
fn text_names(known: &Known<'_>, text: &Reading<'_>, named: &BTreeSet<usize>) -> bool {
    let here: BTreeSet<usize> = known
        .mentions(text)
        .iter()
        .map(|mention| mention.being)
        .collect();
    named.is_subset(&here)
}
