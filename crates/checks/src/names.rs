//! Names that are written in another way than they are known.

use super::word_set::{WordSet, has};
use super::{
    CheckInput, FindingList, annotated_text::AnnotatedText, entity_index::name_words,
    knowledge_base::KnowledgeBase, tokenized_text::TokenizedText, vocabulary as words,
};
use domain::text::quoted;
use std::collections::{BTreeMap, HashMap, HashSet};
use strsim::damerau_levenshtein;

const KIND: &str = "name";

/// Names shorter than this are too near to each other.
const SHORTEST: usize = 4;

/// Shown after a name to somebody who is no part of the world.
static KIN: WordSet =
    WordSet::new("grandmother grandfather namesake maiden named called aunt uncle");

pub(crate) fn check(
    input: &CheckInput<'_>,
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let known = known_words(input, knowledge);
    let names = names_in(annotated);
    let reading = &annotated.reading;
    // Each strange word once, where it stands first; with how often.
    let mut strange: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let lowered: HashSet<&str> = reading
        .words
        .iter()
        .filter(|word| !word.capital)
        .map(|word| word.lower.as_str())
        .collect();
    for (at, word) in reading.words.iter().enumerate() {
        let name = word.capital
            && word.lower.chars().count() >= SHORTEST
            && word
                .lower
                .chars()
                .all(|letter| letter.is_alphabetic() || letter == '\'')
            && word.text.chars().skip(1).any(char::is_lowercase);
        if name && !known.contains(&word.lower) && !lowered.contains(word.lower.as_str()) {
            let entry = strange.entry(word.lower.clone()).or_insert((at, 0));
            entry.1 += 1;
        }
    }
    let certain = |at: usize| {
        // A capital that opens a sentence proves nothing, unless it stands elsewhere too.
        let lower = &reading.words[at].lower;
        reading
            .words
            .iter()
            .any(|word| word.lower == *lower && word.capital && !word.opens)
    };
    for (lower, (at, _)) in &strange {
        let word = &reading.words[*at];
        let (heard, certain) = (sound(lower), certain(*at));
        let near = names.iter().find(|name| {
            name.sound == heard && name.is_other(lower) || name.is_near(lower, certain)
        });
        if let Some(Name {
            lower: name,
            entity,
            ..
        }) = near
        {
            let shown = &annotated.index.entities[*entity].entity.name;
            let note = format!(
                "Spelled differently here: {} is {} in the world.",
                quoted(name),
                quoted(shown)
            );
            found.major(KIND, word_text(word.text), note);
        }
    }
    two_spellings(reading, &strange, found);
    surnames(annotated, &known, found);
    first_names(annotated, &known, found);
}

/// A name without its possessive ending.
fn word_text(text: &str) -> &str {
    text.trim_end_matches("’s").trim_end_matches("'s")
}

/// Every word that the author, the plan or an earlier chapter uses: none of them is a slip.
fn known_words(input: &CheckInput<'_>, knowledge: &KnowledgeBase<'_>) -> HashSet<String> {
    let mut known: HashSet<String> = HashSet::new();
    for statement in &knowledge.statements {
        for word in &statement.reading.words {
            if !known.contains(&word.lower) {
                known.insert(word.lower.clone());
            }
        }
    }
    let mut add = |text: &str| {
        let words = text::prose::lower_words(text).into_iter();
        known.extend(words.map(|word| word.replace('’', "'")));
    };
    for entity in &input.world.entities {
        add(&entity.name);
        add(&entity.goal);
    }
    input.beats.iter().for_each(|text| add(text));
    for scene in input.scenes {
        for text in [
            &scene.goal,
            &scene.conflict,
            &scene.point_of_view,
            &scene.place,
        ] {
            add(text);
        }
        scene
            .present
            .iter()
            .chain(&scene.beats)
            .for_each(|text| add(text));
    }
    known
}

/// A word of a name in the world.
struct Name {
    lower: String,
    /// As it sounds.
    sound: String,
    entity: usize,
}

impl Name {
    /// Whether a word is not this name in another form.
    fn is_other(&self, word: &str) -> bool {
        word != self.lower && !derived(word, &self.lower) && !derived(&self.lower, word)
    }

    /// Whether a word is this name but for a letter or two. A capital that opens a sentence may be any word's:
    /// where it is not `certain` that the word is a name, the name must be long.
    fn is_near(&self, word: &str, certain: bool) -> bool {
        let (length, other) = (word.chars().count(), self.lower.chars().count());
        let first = word.chars().next() == self.lower.chars().next();
        // With another first letter, all that follows has to be the same; most names end here.
        let end = |text: &str| text.chars().rev().take(3).collect::<String>();
        if length.abs_diff(other) > 2
            || !first && end(word) != end(&self.lower)
            || !self.is_other(word)
        {
            return false;
        }
        let distance = damerau_levenshtein(word, &self.lower);
        if !certain {
            return first && other >= 6 && length >= 6 && distance == 1;
        }
        let most = if other >= 7 { 2 } else { 1 };
        distance <= most && (first && (other >= 5 || length >= 5) || distance == 1 && other >= 6)
    }
}

/// The words of the names of persons and of proper places.
fn names_in(annotated: &AnnotatedText<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for (entity, known) in annotated.index.entities.iter().enumerate() {
        for word in name_words(&known.entity.name) {
            let lower = word.to_lowercase();
            let proper = word.chars().next().is_some_and(char::is_uppercase);
            if proper && !has(&words::TITLES, &lower) && lower.chars().count() >= SHORTEST {
                let heard = sound(&lower);
                names.push(Name {
                    lower,
                    sound: heard,
                    entity,
                });
            }
        }
    }
    names
}

/// A plural, a people or a short form of a name: "Brodies", "Tollanish", "Tom".
fn derived(longer: &str, name: &str) -> bool {
    longer.strip_prefix(name).is_some_and(|ending| {
        matches!(
            ending,
            "s" | "es" | "ish" | "ian" | "an" | "ite" | "ites" | "y" | "ie" | "en" | "er" | "ese"
        )
    })
}

/// A name as it sounds: doubled letters once, "ck" and "k" alike, no silent "h".
fn sound(name: &str) -> String {
    let plain = name
        .replace("ph", "f")
        .replace("ck", "k")
        .replace("th", "t")
        .replace("ie", "y")
        .replace("ee", "i")
        .replace("ea", "i");
    let mut heard = String::new();
    for letter in plain.chars() {
        let letter = match letter {
            'c' | 'q' => 'k',
            'z' => 's',
            'y' | 'j' => 'i',
            'w' => 'v',
            'h' if !heard.is_empty() => continue,
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'á' | 'à' | 'ä' | 'â' => 'a',
            'ö' | 'ó' | 'ø' => 'o',
            'ü' | 'ú' => 'u',
            'ñ' => 'n',
            other => other,
        };
        if !heard.ends_with(letter) {
            heard.push(letter);
        }
    }
    if heard.len() > 4 && heard.ends_with('e') {
        heard.pop();
    }
    heard
}

/// A name that the world does not have, written in two ways.
fn two_spellings(
    reading: &TokenizedText<'_>,
    strange: &BTreeMap<String, (usize, usize)>,
    found: &mut FindingList,
) {
    let names: Vec<(&String, &(usize, usize))> = strange
        .iter()
        .filter(|(name, _)| {
            name.chars().count() > 4
                && reading
                    .words
                    .iter()
                    .any(|word| word.lower == **name && word.capital && !word.opens)
        })
        .collect();
    for (at, (one, (first, times))) in names.iter().enumerate() {
        for (other, (second, others)) in &names[at + 1..] {
            if sound(one) == sound(other) && !derived(one, other) && !derived(other, one) {
                // The rarer one is the slip; of two, the later.
                let slip = if times > others || times == others && first < second {
                    second
                } else {
                    first
                };
                let kept = if slip == first { second } else { first };
                let kept = quoted(word_text(reading.words[*kept].text));
                let note = format!("Spelled {kept} elsewhere.");
                found.minor(KIND, word_text(reading.words[*slip].text), note);
            }
        }
    }
}

/// A first name that only one person has, with a surname that nobody has.
fn surnames(annotated: &AnnotatedText<'_>, known: &HashSet<String>, found: &mut FindingList) {
    let reading = &annotated.reading;
    let mut owners: HashMap<String, Option<usize>> = HashMap::new();
    for (at, entity) in annotated
        .index
        .entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.is_person())
    {
        let name = name_words(&entity.entity.name);
        if let [first, .., _] = name.as_slice()
            && !has(&words::TITLES, &first.to_lowercase())
        {
            owners
                .entry(first.to_lowercase())
                .and_modify(|owner| *owner = None)
                .or_insert(Some(at));
        }
    }
    for pair in reading.words.windows(2) {
        let [first, last] = pair else { continue };
        let Some(Some(entity)) = owners.get(&first.lower) else {
            continue;
        };
        let fits = first.capital
            && last.capital
            && !last.opens
            && !last.parted
            && !first.possessive
            && first.sentence == last.sentence
            && last.lower.chars().count() >= SHORTEST
            && !known.contains(&last.lower)
            && words::day(&last.lower).is_none();
        if fits && !annotated.tells(first.sentence, &KIN) {
            let name = &annotated.index.entities[*entity].entity.name;
            let quote = &reading.text[first.start..last.start + word_text(last.text).len()];
            found.major(
                KIND,
                quote,
                format!("The name is {} in the world.", quoted(name)),
            );
        }
    }
}

/// A surname that only one person has, after a first name that is nearly theirs.
fn first_names(annotated: &AnnotatedText<'_>, known: &HashSet<String>, found: &mut FindingList) {
    let reading = &annotated.reading;
    for mention in annotated
        .mentions
        .iter()
        .filter(|mention| mention.end == mention.start + 1)
    {
        let entity = &annotated.index.entities[mention.entity];
        let name = name_words(&entity.entity.name);
        let [first, .., last] = name.as_slice() else {
            continue;
        };
        let Some(before) = mention.start.checked_sub(1).map(|at| &reading.words[at]) else {
            continue;
        };
        let surname = &reading.words[mention.start];
        let (first, last) = (first.to_lowercase(), last.to_lowercase());
        let near = entity.is_person()
            && last == surname.lower
            && before.capital
            && before.sentence == surname.sentence
            && !surname.parted
            && !known.contains(&before.lower)
            && !has(&words::TITLES, &before.lower)
            && before.lower.chars().next() == first.chars().next()
            && (2..=3).contains(&damerau_levenshtein(&before.lower, &first));
        if near && !annotated.tells(before.sentence, &KIN) {
            let quote = &reading.text[before.start..surname.start + word_text(surname.text).len()];
            found.major(
                KIND,
                quote,
                format!("The name is {} in the world.", quoted(&entity.entity.name)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_known_from_another_name() {
        let slips = |word: &str, name: &str, certain| {
            let name = Name {
                lower: name.to_owned(),
                sound: sound(name),
                entity: 0,
            };
            name.sound == sound(word) && name.is_other(word) || name.is_near(word, certain)
        };
        for (slip, name) in [
            ("marra", "mara"),
            ("tolan", "tollan"),
            ("bascomb", "bascombe"),
            ("katia", "katya"),
        ] {
            assert!(slips(slip, name, true), "{slip} {name}");
        }
        for (other, name) in [
            ("brodies", "brodie"),
            ("maria", "mara"),
            ("hanna", "anna"),
            ("tommy", "thomas"),
        ] {
            assert!(!slips(other, name, false), "{other} {name}");
        }
    }
}
