//! Pronouns that do not fit the person.

use super::super::word_set::has;
use super::super::{
    FindingList, annotated_text::AnnotatedText, gender::Gender, vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;

/// What only one's own body does: the verb, and the part that must be one's own.
const OWN: &[(&[&str], &[&str])] = &[
    (
        &[
            "shook", "shakes", "nodded", "bowed", "hung", "cocked", "tilted", "lowered",
        ],
        &["head"],
    ),
    (
        &["shrugged", "shrugs", "hunched", "squared"],
        &["shoulders"],
    ),
    (&["cleared", "clears"], &["throat"]),
    (&["held", "caught", "holds"], &["breath"]),
    (
        &["bit", "licked", "pursed", "pressed"],
        &["lip", "lips", "tongue"],
    ),
    (
        &[
            "opened", "narrowed", "rolled", "shut", "blinked", "lowered", "dropped",
        ],
        &["eyes", "gaze"],
    ),
    (
        &["gritted", "clenched", "ground"],
        &["teeth", "jaw", "fists"],
    ),
    (&["folded", "crossed"], &["arms"]),
    (
        &["knitted", "furrowed", "raised"],
        &["brow", "brows", "eyebrow", "eyebrows"],
    ),
    (&["wrinkled", "blew"], &["nose"]),
    (&["changed", "made", "lost"], &["mind"]),
];

pub(super) fn check(annotated: &AnnotatedText<'_>, found: &mut FindingList) {
    own(annotated, found);
    alone(annotated, found);
}

/// "Mara shook his head", "she shrugged his shoulders", "Mara looked at himself".
fn own(annotated: &AnnotatedText<'_>, found: &mut FindingList) {
    let reading = &annotated.reading;
    for at in 0..reading.words.len() {
        let word = &reading.words[at];
        let Some(gender) = Gender::of_pronoun(&word.lower).filter(|_| !word.spoken) else {
            continue;
        };
        let reflexive = word.lower.ends_with("self") && gender != Gender::They;
        let owned = OWN.iter().any(|(verbs, parts)| {
            verbs.contains(&reading.lower(at, -1)) && parts.contains(&reading.lower(at, 1))
        });
        if !(owned && has(&["his", "her", "their"], &word.lower)
            || reflexive && near_verb(annotated, at))
        {
            continue;
        }
        let verb = if owned { at - 1 } else { at.saturating_sub(2) };
        let Some((subject, name)) = doer(annotated, verb, owned) else {
            continue;
        };
        let they = subject == Gender::They || gender == Gender::They;
        if subject != gender && subject != Gender::Other && (!they || name.is_some()) {
            let note = match name {
                Some(entity) => format!(
                    "The pronouns of {} are “{}”.",
                    annotated.index.entities[entity].entity.name,
                    annotated.index.entities[entity].entity.pronouns
                ),
                None => "The pronoun changes within the sentence.".to_owned(),
            };
            found.major(KIND, reading.quote(word.sentence), note);
        }
    }
}

/// "looked at himself", "told himself": the verb stands right before it, or one small word between.
fn near_verb(annotated: &AnnotatedText<'_>, at: usize) -> bool {
    let before = annotated.reading.lower(at, -1);
    before.ends_with("ed")
        || has(
            &["told", "found", "at", "to", "let", "threw", "made"],
            before,
        )
}

/// Who does it: the word right before the verb, an adverb left out, must be a name or a pronoun.
fn doer(
    annotated: &AnnotatedText<'_>,
    verb: usize,
    owned: bool,
) -> Option<(Gender, Option<usize>)> {
    let reading = &annotated.reading;
    let reach = if owned { 2 } else { 3 };
    for back in 1..=reach {
        let at = verb.checked_sub(back)?;
        let word = &reading.words[at];
        if word.sentence != reading.words[verb].sentence || word.spoken {
            return None;
        }
        if let Some(entity) = annotated.person_at(at) {
            return (!word.possessive)
                .then(|| (annotated.index.entities[entity].gender, Some(entity)));
        }
        match word.lower.as_str() {
            "she" => return Some((Gender::She, None)),
            "he" => return Some((Gender::He, None)),
            adverb if adverb.ends_with("ly") || has(&["just", "only", "then", "had"], adverb) => {}
            _ if !owned => {}
            _ => return None,
        }
    }
    None
}

/// "Mara laughed, and he …" where there is nobody whom "he" could mean.
fn alone(annotated: &AnnotatedText<'_>, found: &mut FindingList) {
    let reading = &annotated.reading;
    for sentence in 0..reading.sentences.len() {
        let range = reading.sentences[sentence].words.clone();
        let Some(first) = range.clone().find(|at| !reading.words[*at].spoken) else {
            continue;
        };
        let Some(mention) = annotated.mention_at(first) else {
            continue;
        };
        let entity = &annotated.index.entities[mention.entity];
        let wrong = match entity.gender {
            Gender::She => Gender::He,
            Gender::He => Gender::She,
            _ => continue,
        };
        if !entity.is_person()
            || reading.words[mention.end - 1].possessive
            || reading.asks(sentence)
        {
            continue;
        }
        let slip = (mention.end..range.end).find(|at| {
            let word = &reading.words[*at];
            !word.spoken && Gender::of_pronoun(&word.lower) == Some(wrong)
        });
        let Some(slip) = slip else { continue };
        let paragraph = reading.sentences[sentence].paragraph;
        let from = reading.paragraph_words(paragraph.saturating_sub(3)).start;
        let end = reading
            .paragraph_words((paragraph + 1).min(reading.paragraphs.len() - 1))
            .end;
        let viewed = annotated
            .view(paragraph)
            .is_some_and(|view| annotated.index.entities[view].gender == wrong);
        let others = (from..slip).any(|at| means(annotated, at, wrong))
            || (slip + 1..end).any(|at| named(annotated, at, wrong));
        if !others && !viewed {
            let note = format!(
                "The pronouns of {} are “{}”, and nobody else is in this scene.",
                entity.entity.name, entity.entity.pronouns
            );
            found.major(KIND, reading.quote(sentence), note);
        }
    }
}

/// Whether a word may be what a pronoun of this gender means.
fn means(annotated: &AnnotatedText<'_>, at: usize, gender: Gender) -> bool {
    let word = &annotated.reading.words[at];
    named(annotated, at, gender) || Gender::of_pronoun(&word.lower) == Some(gender)
}

/// Whether a word names somebody of this gender, or somebody unknown.
fn named(annotated: &AnnotatedText<'_>, at: usize, gender: Gender) -> bool {
    let word = &annotated.reading.words[at];
    match annotated.mention_at(at) {
        Some(mention) => {
            let other = annotated.index.entities[mention.entity].gender;
            other == gender || other == Gender::Other
        }
        None => {
            // A name that the world does not have, or "the man".
            word.capital && !word.opens && word.lower != "i"
                || words::person_noun(&word.lower).is_some()
        }
    }
}
