//! Reading what the author wrote, without a model: names are capitalised words that come again, and every statement is a
//! sentence of the text.

mod names;

use self::names::{NameFound, names_in};
use domain::EntityKind;
use text::prose::{lower_words, sentences};
use writing::assignment::{
    ChapterPart, KnownName, ReadEntity, ReadRelation, ReadSentence, ReadSketch,
};

/// The most of each list.
const MOST_NAMES: usize = 16;
const MOST_FACTS: usize = 4;
const MOST_THREADS: usize = 2;
const MOST_BEATS: usize = 4;

/// Sentences so long are no statement that somebody wants to read in a list, in words.
const LONGEST: usize = 32;

/// Ties that are told as "Mara’s brother Odran".
const KIN: [&str; 22] = [
    "brother",
    "sister",
    "mother",
    "father",
    "son",
    "daughter",
    "wife",
    "husband",
    "uncle",
    "aunt",
    "cousin",
    "nephew",
    "niece",
    "friend",
    "neighbour",
    "neighbor",
    "grandmother",
    "grandfather",
    "widow",
    "captain",
    "servant",
    "teacher",
];

/// Words by which a sentence tells what lasts.
const LASTING: [&str; 18] = [
    " was dead",
    " had died",
    " died ",
    " was born",
    " had been ",
    " married ",
    " lived ",
    " belonged ",
    " owned ",
    " had never ",
    " worked ",
    " was the ",
    " had left ",
    " had lost ",
    " would never ",
    " inherited ",
    " had built ",
    " drowned",
];

/// Words by which a sentence leaves something open.
const OPEN: [&str; 10] = [
    " wondered ",
    " promised ",
    " nobody knew",
    " no one knew",
    " never found",
    " still missing",
    " would have to ",
    " had to find ",
    " did not know ",
    " didn’t know ",
];

/// What a part of a chapter tells, as far as it can be seen without understanding it.
pub(crate) fn read(part: &ChapterPart, known: &[KnownName]) -> ReadSketch {
    let all = sentences(&part.text);
    let names = names_in(&all, known);
    let told: Vec<&str> = all
        .iter()
        .copied()
        .filter(|sentence| is_told(sentence))
        .collect();
    let entities = names.iter().take(MOST_NAMES).map(|name| entity(name, &all));
    let facts = told
        .iter()
        .filter(|sentence| has_any(sentence, &LASTING) && names_of(sentence, &names) > 0)
        .take(MOST_FACTS);
    let threads = told
        .iter()
        .filter(|sentence| has_any(sentence, &OPEN))
        .take(MOST_THREADS);
    ReadSketch {
        entities: entities.collect(),
        relations: relations(&all, &names),
        facts: facts.map(|sentence| stated(sentence)).collect(),
        threads: threads.map(|sentence| stated(sentence)).collect(),
        beats: beats(&told, &names),
        summary: summary(&told, &names),
    }
}

/// A statement in the text's own words.
fn stated(sentence: &str) -> ReadSentence {
    ReadSentence {
        text: sentence.to_owned(),
        quote: sentence.to_owned(),
    }
}

/// Whether a sentence tells something, instead of being said, asked, or a heading.
fn is_told(sentence: &str) -> bool {
    let words = sentence.split_whitespace().count();
    (4..=LONGEST).contains(&words)
        && sentence.ends_with('.')
        && !sentence.contains(['“', '”', '"', '#'])
}

fn has_any(sentence: &str, words: &[&str]) -> bool {
    let sentence = sentence.to_lowercase();
    words.iter().any(|word| sentence.contains(word))
}

/// How many of the names a sentence has.
fn names_of(sentence: &str, names: &[NameFound]) -> usize {
    let words = lower_words(sentence);
    let names = names.iter().filter(|name| name.is_in(&words));
    names.count()
}

/// A name with the sentences that show it.
fn entity(name: &NameFound, all: &[&str]) -> ReadEntity {
    let shown = all.iter().filter(|sentence| {
        name.is_in(&lower_words(sentence)) && sentence.split_whitespace().count() <= LONGEST
    });
    let shown: Vec<&str> = shown.copied().take(2).collect();
    ReadEntity {
        kind: name.kind,
        name: name.text.clone(),
        same_as: name.same_as.clone(),
        aliases: name.aliases.clone(),
        role: String::new(),
        description: shown.join(" "),
        pronouns: String::new(),
        quote: shown
            .first()
            .map_or_else(String::new, |sentence| (*sentence).to_owned()),
    }
}

/// "Mara’s brother Odran" and "Odran, Mara’s brother".
fn relations(all: &[&str], names: &[NameFound]) -> Vec<ReadRelation> {
    let persons: Vec<&NameFound> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Person)
        .collect();
    let mut found: Vec<ReadRelation> = Vec::new();
    for sentence in all {
        let plain = sentence.replace('’', "'");
        for owner in &persons {
            for kin in KIN {
                let Some(other) = kin_of(&plain, owner, kin, &persons) else {
                    continue;
                };
                let tie = ReadRelation {
                    from: other.text.clone(),
                    to: owner.text.clone(),
                    label: format!("{kin} of"),
                    quote: (*sentence).to_owned(),
                };
                let same = |known: &ReadRelation| {
                    (&known.from, &known.to, &known.label) == (&tie.from, &tie.to, &tie.label)
                };
                if !found.iter().any(same) {
                    found.push(tie);
                }
            }
        }
    }
    found
}

/// Who a sentence says is somebody's brother, or other kin.
fn kin_of<'n>(
    sentence: &str,
    owner: &NameFound,
    kin: &str,
    persons: &[&'n NameFound],
) -> Option<&'n NameFound> {
    owner.forms().find_map(|form| {
        let of = format!("{form}'s {kin}");
        let at = sentence.find(&of)?;
        let after = sentence[at + of.len()..].trim_start_matches([',', ' ']);
        let before = sentence[..at].trim_end_matches([',', ' ']);
        let is_beside = |other: &&&NameFound| {
            let mut forms = other.forms();
            other.text != owner.text
                && forms.any(|form| after.starts_with(form) || before.ends_with(form))
        };
        persons.iter().find(is_beside).copied()
    })
}

/// Of each quarter of the text, the sentence with the most names: what happens, roughly in order.
fn beats(told: &[&str], names: &[NameFound]) -> Vec<ReadSentence> {
    if told.is_empty() {
        return Vec::new();
    }
    let size = told.len().div_ceil(MOST_BEATS);
    let best = told.chunks(size).filter_map(|part| {
        // The first of those with the most.
        part.iter()
            .rev()
            .max_by_key(|sentence| names_of(sentence, names))
    });
    best.map(|sentence| stated(sentence)).collect()
}

/// The first sentence, the one with the most names, and the last one.
fn summary(told: &[&str], names: &[NameFound]) -> String {
    let Some((first, rest)) = told.split_first() else {
        return String::new();
    };
    let mut all = vec![*first];
    if let Some((last, middle)) = rest.split_last() {
        let most = middle
            .iter()
            .rev()
            .max_by_key(|sentence| names_of(sentence, names));
        all.extend(most.copied());
        all.push(last);
    }
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Mara Quinn rowed to Skarn before dawn. The sea was flat, and Mara counted the \
        gulls. “Where is Odran?” asked Mara. Nobody at Skarn answered. Mara’s brother Odran had died in the \
        winter. Mara wondered who had lit the lamp in Skarn. At noon she rowed home, and Odran’s boat \
        followed her.";

    fn read_text(text: &str, known: &[KnownName]) -> ReadSketch {
        let part = ChapterPart {
            text: text.to_owned(),
            ..ChapterPart::default()
        };
        read(&part, known)
    }

    #[test]
    fn names_and_statements_are_the_texts_own() {
        let read = read_text(TEXT, &[]);
        let names: Vec<_> = read
            .entities
            .iter()
            .map(|entity| (entity.kind, entity.name.as_str()))
            .collect();
        assert!(
            names.contains(&(EntityKind::Person, "Mara Quinn")),
            "{names:?}"
        );
        assert!(names.contains(&(EntityKind::Place, "Skarn")), "{names:?}");
        assert!(names.contains(&(EntityKind::Person, "Odran")), "{names:?}");
        assert_eq!(names.len(), 3, "{names:?}");
        let tie = &read.relations[0];
        assert_eq!(
            (&*tie.from, &*tie.label, &*tie.to),
            ("Odran", "brother of", "Mara Quinn")
        );
        assert!(read.facts[0].text.contains("had died"), "{:?}", read.facts);
        assert!(read.threads[0].text.contains("wondered"));
        let quotes = read.entities.iter().map(|entity| &entity.quote);
        let quotes = quotes.chain(read.beats.iter().map(|beat| &beat.quote));
        for quote in quotes {
            assert!(TEXT.contains(quote.as_str()), "{quote}");
        }
        assert!(
            read.summary.starts_with("Mara Quinn rowed"),
            "{}",
            read.summary
        );
    }

    #[test]
    fn a_known_name_is_the_same() {
        let known = KnownName {
            kind: EntityKind::Thing,
            name: "Skarn".to_owned(),
            aliases: Vec::new(),
        };
        let read = read_text("She saw Skarn.", &[known]);
        assert_eq!(
            (read.entities[0].kind, read.entities[0].same_as.as_str()),
            (EntityKind::Thing, "Skarn")
        );
    }

    #[test]
    fn a_short_form_is_no_name() {
        let text = "Then I’ve heard it. She said I’ve heard it. And Don’t go. I'm told Don’t go, and I'm told I'm late. \
            Then O’Brien came, and O’Brien left.";
        let names: Vec<_> = read_text(text, &[]).entities;
        let names: Vec<&str> = names.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, ["O’Brien"]);
    }

    #[test]
    fn a_text_without_names_and_sentences_tells_nothing() {
        assert_eq!(read_text("", &[]), ReadSketch::default());
        assert_eq!(read_text("# Part one\n\n***", &[]), ReadSketch::default());
        assert!(
            read_text("It rained. It rained again.", &[])
                .entities
                .is_empty()
        );
    }
}
