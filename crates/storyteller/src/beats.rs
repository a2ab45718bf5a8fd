//! Beats and what they are about: which strand they come from, whom they name.

use super::cast::{Cast, Person};
use super::storyline::{Storyline, StorylineBeat};
use super::{lexicon, words};

/// What the beats of a scene name.
#[derive(Clone, Debug, Default)]
pub(crate) struct BeatMentions {
    /// People, by their whole names.
    pub people: Vec<String>,
    /// Places, by their whole names.
    pub places: Vec<String>,
    /// Whether the motif is in it.
    pub thing: bool,
}

/// Whom and what the beats name.
pub(crate) fn named(cast: &Cast, beats: &[String]) -> BeatMentions {
    let text = beats.join(" ");
    let mut named = BeatMentions {
        thing: finds(&text, &cast.motif().text),
        ..BeatMentions::default()
    };
    for person in &cast.people {
        if finds(&text, &person.name) || finds(&text, &person.short) {
            named.people.push(person.name.clone());
        }
    }
    for place in &cast.places {
        if finds(&text, &place.text) || finds(&text, &place.name) {
            named.places.push(place.name.clone());
        }
    }
    named
}

/// Whether a name stands in a text as whole words, whatever its case.
pub(crate) fn finds(text: &str, name: &str) -> bool {
    let text = text.to_lowercase();
    let name = name.to_lowercase();
    if name.is_empty() {
        return false;
    }
    let mut from = 0;
    while let Some(at) = text[from..].find(&name) {
        let start = from + at;
        let end = start + name.len();
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        if !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric) {
            return true;
        }
        from = end;
    }
    false
}

/// A beat of ours, found again: its turn and who stood in its slots.
#[derive(Clone, Debug)]
pub(crate) struct BeatMatch {
    /// The strand it comes from.
    pub strand: &'static Storyline,
    /// The turn.
    pub turn: &'static StorylineBeat,
    /// Who stood for `$Q`.
    pub other: Option<Person>,
    /// Words by slot: `r`, `place2`, `thing`, …
    pub words: Vec<(&'static str, String)>,
}

/// Finds the strand's turn that a beat was made from; `None` where an author wrote it.
pub(crate) fn recognise(cast: &Cast, beat: &str) -> Option<BeatMatch> {
    let beat = beat.trim().trim_end_matches('.');
    lexicon::strands().iter().find_map(|strand| {
        strand.turns.iter().find_map(|turn| {
            let mut bound = Vec::new();
            if !beat.contains(&turn.anchor) || !fits(cast, &turn.beat, beat, &mut bound) {
                return None;
            }
            let other = bound
                .iter()
                .find(|(slot, _)| *slot == "q")
                .and_then(|(_, name)| cast.person(name))
                .cloned();
            bound.retain(|(slot, _)| *slot != "q");
            Some(BeatMatch {
                strand,
                turn,
                other,
                words: bound,
            })
        })
    })
}

/// Whether a beat's pattern can have given this text, and what then stood in its slots.
fn fits(cast: &Cast, pattern: &str, text: &str, bound: &mut Vec<(&'static str, String)>) -> bool {
    let Some(at) = pattern.find(['$', '~', '^']) else {
        return pattern == text;
    };
    let (literal, rest) = pattern.split_at(at);
    let Some(text) = text.strip_prefix(literal) else {
        return false;
    };
    let end = rest[1..]
        .find(|letter: char| !letter.is_ascii_alphanumeric())
        .map_or(rest.len(), |end| end + 1);
    let (slot, rest) = rest.split_at(end);
    for (name, value) in values(cast, slot) {
        let Some(text) = strip(text, &value) else {
            continue;
        };
        let kept = bound.len();
        if let Some(name) = name {
            if bound.iter().any(|(own, old)| *own == name && *old != value) {
                continue;
            }
            bound.push((name, value));
        }
        if fits(cast, rest, text, bound) {
            return true;
        }
        bound.truncate(kept);
    }
    false
}

/// Strips a value off a text's start, the case of the first letter aside.
fn strip<'a>(text: &'a str, value: &str) -> Option<&'a str> {
    text.strip_prefix(value)
        .or_else(|| text.strip_prefix(words::capital(value).as_str()))
}

/// What can stand in a slot, and under which name it is to be remembered.
fn values(cast: &Cast, slot: &str) -> Vec<(Option<&'static str>, String)> {
    let hero = cast.hero();
    let short = |people: Vec<&Person>, name| {
        people
            .into_iter()
            .map(|person| (Some(name), person.short.clone()))
            .collect()
    };
    match slot {
        "$P" => vec![(None, hero.short.clone())],
        "$Q" => short(cast.others(), "q"),
        "$R" => short(cast.others(), "r"),
        "$A" => cast
            .gone()
            .map(|gone| vec![(None, gone.short.clone())])
            .unwrap_or_default(),
        "$thing" | "$Thing" => cast
            .things
            .iter()
            .take(24)
            .map(|thing| (Some("thing"), thing.text.clone()))
            .collect(),
        "$place2" => cast
            .places
            .iter()
            .take(24)
            .map(|place| (Some("place2"), place.text.clone()))
            .collect(),
        "$place" | "$home" => vec![(None, cast.places[0].text.clone())],
        "$topic" => cast
            .reading
            .topics
            .iter()
            .map(|topic| (Some("topic"), topic.clone()))
            .collect(),
        _ => {
            let pronouns = match slot.chars().next() {
                Some('$') => Some(&hero.pronouns),
                Some('^') => cast.gone().map(|gone| &gone.pronouns),
                _ => None,
            };
            // A name may stand for the pronoun where the pronoun was not clear.
            let name = match slot.chars().next() {
                Some('$') => hero.short.clone(),
                Some('^') => cast
                    .gone()
                    .map(|gone| gone.short.clone())
                    .unwrap_or_default(),
                _ => String::new(),
            };
            let Some(pronouns) = pronouns else {
                return cast
                    .others()
                    .into_iter()
                    .flat_map(|person| forms(&slot[1..], &person.pronouns, &person.short))
                    .map(|form| (None, form))
                    .collect();
            };
            forms(&slot[1..], pronouns, &name)
                .into_iter()
                .map(|form| (None, form))
                .collect()
        }
    }
}

/// What a pronoun's slot can have become.
fn forms(slot: &str, of: &super::pronouns::Pronouns, name: &str) -> Vec<String> {
    match slot {
        "he" => vec![of.subject.clone(), name.to_owned()],
        "him" => vec![of.object.clone(), name.to_owned()],
        "his" => vec![of.possessive.clone(), format!("{name}’s")],
        "is" => vec!["is".to_owned(), "are".to_owned()],
        "has" => vec!["has".to_owned(), "have".to_owned()],
        "does" => vec!["does".to_owned(), "do".to_owned()],
        _ => Vec::new(),
    }
}

/// Beats with what they were made from; all turns of one strand share its people, though not every
/// beat names them.
pub(crate) fn recognise_all(cast: &Cast, beats: &[String]) -> Vec<(String, Option<BeatMatch>)> {
    let mut all: Vec<(String, Option<BeatMatch>)> = beats
        .iter()
        .map(|beat| (beat.clone(), recognise(cast, beat)))
        .collect();
    let known: Vec<BeatMatch> = all.iter().filter_map(|(_, found)| found.clone()).collect();
    for (_, found) in &mut all {
        let Some(found) = found else {
            continue;
        };
        let strand = found.strand;
        let kin = || {
            known
                .iter()
                .filter(|other| std::ptr::eq(other.strand, strand))
        };
        if found.other.is_none() && found.turn.telling.contains("$Q") {
            found.other = kin()
                .find_map(|other| other.other.clone())
                .or_else(|| cast.others().first().map(|person| (*person).clone()));
        }
        for slot in ["r", "place2"] {
            if !found.words.iter().any(|(own, _)| *own == slot) {
                let word = kin().find_map(|other| other.words.iter().find(|(own, _)| *own == slot));
                found.words.extend(word.cloned());
            }
        }
    }
    all
}
