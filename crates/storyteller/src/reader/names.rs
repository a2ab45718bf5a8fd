//! Names in a text: capitalised words within sentences that come again.

use domain::EntityKind;
use std::collections::{HashMap, HashSet};
use text::prose::lower_words;
use writing::assignment::KnownName;

/// A name has to come so often, unless it is known.
const OFTEN: usize = 2;

/// Words that are written with a capital and name nobody.
const NO_NAMES: [&str; 38] = [
    "i",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "god",
    "chapter",
    "part",
    "english",
    "french",
    "german",
    "ok",
    "tv",
    "christmas",
    "easter",
    "i’m",
    "i’d",
    "i’ll",
];

/// Words before a place.
const AT: [&str; 11] = [
    "in", "at", "to", "from", "near", "into", "toward", "towards", "through", "above", "beyond",
];

/// Words beside somebody who speaks or acts.
const SPEAKS: [&str; 16] = [
    "said",
    "asked",
    "answered",
    "whispered",
    "shouted",
    "replied",
    "nodded",
    "laughed",
    "smiled",
    "looked",
    "thought",
    "knew",
    "wondered",
    "turned",
    "mr",
    "mrs",
];

/// A name that was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameFound {
    /// As the text has it, the longest form.
    pub(super) text: String,
    /// Shorter forms.
    pub(super) aliases: Vec<String>,
    /// What it seems to be.
    pub(super) kind: EntityKind,
    /// The known name that it is; empty where it is new.
    pub(super) same_as: String,
    /// The words of the shortest form, in lower case.
    short: Vec<String>,
}

impl NameFound {
    /// The name and its shorter forms.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::once(&self.text).chain(&self.aliases);
        all.map(String::as_str)
    }

    /// Whether the name is among these words.
    pub(super) fn is_in(&self, words: &[String]) -> bool {
        let size = self.short.len();
        size > 0 && words.windows(size).any(|window| window == self.short)
    }
}

/// How a name is used.
#[derive(Default)]
struct Uses {
    count: usize,
    /// Not only where every word has a capital.
    within: usize,
    person: usize,
    place: usize,
    first: usize,
}

/// Names in sentences, those that come most often first.
pub(super) fn names_in(sentences: &[&str], known: &[KnownName]) -> Vec<NameFound> {
    let mut uses: HashMap<String, Uses> = HashMap::new();
    let mut lower: HashSet<String> = HashSet::new();
    let mut order = 0;
    for sentence in sentences {
        let words: Vec<&str> = sentence.split_whitespace().map(bare).collect();
        let mut at = 0;
        while at < words.len() {
            if !is_capital(words[at]) {
                if words[at].chars().next().is_some_and(char::is_lowercase) {
                    lower.insert(words[at].to_lowercase());
                }
                at += 1;
                continue;
            }
            let mut end = at + 1;
            // A mark between two words ends a name.
            while end < words.len() && is_capital(words[end]) && is_joined(sentence, end) {
                end += 1;
            }
            note(&mut uses, &words, at..end, &mut order);
            at = end;
        }
    }
    let is_known = |name: &str| known_as(known, name).is_some();
    let mut found: Vec<(String, Uses)> = uses
        .into_iter()
        .filter(|(name, uses)| {
            let is_word = name.split(' ').count() == 1 && lower.contains(&name.to_lowercase());
            is_known(name) || (!is_word && uses.within > 0)
        })
        .collect();
    found.sort_by_key(|(_, uses)| uses.first);
    let mut names = joined(found);
    names.retain(|(name, uses)| uses.count >= OFTEN || is_known(&name.text));
    names.sort_by_key(|(_, uses)| std::cmp::Reverse(uses.count));
    let named = names.into_iter().map(|(mut name, uses)| {
        match known_as(known, &name.text) {
            Some(known) => {
                name.kind = known.kind;
                name.same_as.clone_from(&known.name);
            }
            None if uses.place > uses.person => name.kind = EntityKind::Place,
            None => {}
        }
        name
    });
    named.collect()
}

/// Shorter forms with the only longer name that has them.
fn joined(found: Vec<(String, Uses)>) -> Vec<(NameFound, Uses)> {
    let longer = |short: &str| {
        let mut all = found.iter().filter(|(name, _)| {
            let mut words = name.split(' ');
            name != short && words.any(|word| word == short)
        });
        match (all.next(), all.next()) {
            (Some((name, _)), None) => Some(name.clone()),
            _ => None,
        }
    };
    let into: HashMap<String, String> = found
        .iter()
        .filter_map(|(name, _)| Some((name.clone(), longer(name)?)))
        .collect();
    let mut names: Vec<(NameFound, Uses)> = Vec::new();
    let (short, long): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|(name, _)| into.contains_key(name));
    for (text, uses) in long {
        let short = lower_words(&text);
        names.push((
            NameFound {
                text,
                aliases: Vec::new(),
                kind: EntityKind::Person,
                same_as: String::new(),
                short,
            },
            uses,
        ));
    }
    for (text, uses) in short {
        let whole = into.get(&text);
        let Some((name, all)) = names.iter_mut().find(|(name, _)| Some(&name.text) == whole) else {
            continue;
        };
        name.short = lower_words(&text);
        name.aliases.push(text);
        all.count += uses.count;
        all.person += uses.person;
        all.place += uses.place;
    }
    names
}

/// Counts a name, and what is beside it.
fn note(
    uses: &mut HashMap<String, Uses>,
    words: &[&str],
    place: std::ops::Range<usize>,
    order: &mut usize,
) {
    let mut place = place;
    // The first word of a sentence has its capital from there.
    let opens = place.start == 0;
    if opens && place.len() > 1 && is_common(words[0]) {
        place.start += 1;
    }
    let name = words[place.clone()].join(" ");
    let name = name.trim_end_matches("’s").trim_end_matches("'s");
    if name.is_empty() || (place.len() == 1 && is_common(name)) {
        return;
    }
    let beside = |at: Option<usize>, list: &[&str]| {
        at.and_then(|at| words.get(at))
            .is_some_and(|word| list.contains(&word.to_lowercase().as_str()))
    };
    *order += 1;
    let known = uses.entry(name.to_owned()).or_insert_with(|| Uses {
        first: *order,
        ..Uses::default()
    });
    known.count += 1;
    // A second capital is none that opens a sentence.
    known.within += usize::from(!opens || place.start > 0 || place.len() > 1);
    let before = place.start.checked_sub(1);
    known.place += usize::from(beside(before, &AT));
    let speaks = beside(before, &SPEAKS) || beside(Some(place.end), &SPEAKS);
    let owns = words[place.end - 1].ends_with("’s") || words[place.end - 1].ends_with("'s");
    known.person += usize::from(speaks) + usize::from(owns) + usize::from(opens);
}

/// Words that open sentences often.
fn is_common(word: &str) -> bool {
    const OPENERS: [&str; 48] = [
        "the", "a", "an", "and", "but", "or", "so", "if", "when", "where", "why", "how", "what",
        "who", "she", "he", "it", "they", "we", "you", "her", "his", "their", "its", "my", "our",
        "your", "this", "that", "these", "there", "then", "now", "no", "yes", "not", "nobody",
        "nothing", "one", "at", "in", "on", "for", "from", "with", "after", "before", "as",
    ];
    let word = word.to_lowercase().replace('’', "'");
    // "I've", "don't"
    let stem = word.split('\'').next().unwrap_or_default();
    word.ends_with("n't") || OPENERS.contains(&stem) || NO_NAMES.contains(&stem)
}

fn known_as<'k>(known: &'k [KnownName], name: &str) -> Option<&'k KnownName> {
    let same = |other: &String| other.to_lowercase() == name.to_lowercase();
    known
        .iter()
        .find(|known| same(&known.name) || known.aliases.iter().any(same))
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether no mark parts a word of a sentence from the one before it.
fn is_joined(sentence: &str, at: usize) -> bool {
    let mut words = sentence.split_whitespace().skip(at - 1);
    let before = words.next().unwrap_or_default();
    let own = words.next().unwrap_or_default();
    before.ends_with(char::is_alphanumeric)
        && !before.ends_with("’s")
        && !before.ends_with("'s")
        && own.starts_with(char::is_alphanumeric)
}

/// "Mara", not "MARA" or "I".
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.any(char::is_lowercase)
}
