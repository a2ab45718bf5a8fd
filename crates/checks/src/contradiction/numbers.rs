//! Ages, counts and years that are other ones.

use super::super::word_set::has;
use super::super::{
    FindingList,
    annotated_text::AnnotatedText,
    knowledge_base::{KnowledgeBase, Statement},
    stemmer::WordStemmer,
    tokenized_text::TokenizedText,
    vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;
use std::collections::{BTreeSet, HashMap};

pub(super) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    ages(annotated, knowledge, found);
    counts(annotated, knowledge, found);
}

/// A number that begins at a word, "forty-one" included: its value, and one after its last word.
fn number_at(reading: &TokenizedText<'_>, at: usize) -> Option<(u32, usize)> {
    let word = reading.words.get(at)?;
    let mut value = text::prose::number(&word.lower)?;
    let mut end = at + 1;
    if let Some(next) = reading.words.get(end)
        && next.joined
        && (20..100).contains(&value)
        && let Some(unit) = text::prose::number(&next.lower).filter(|unit| *unit < 10)
    {
        value += unit;
        end += 1;
    }
    while let Some(next) = reading
        .words
        .get(end)
        .filter(|next| next.sentence == word.sentence)
    {
        match next.lower.as_str() {
            "hundred" => value *= 100,
            "thousand" => value *= 1_000,
            "and" if value >= 100 => {
                let Some((more, stop)) =
                    number_at(reading, end + 1).filter(|(more, _)| *more < 100)
                else {
                    break;
                };
                return Some((value + more, stop));
            }
            _ => break,
        }
        end += 1;
    }
    // "hundred and ten" in the middle of a number is none of its own.
    (!word.joined).then_some((value, end))
}

/// The age a description gives: "Forty-one, with …", "He is thirty years old", "aged 12".
fn stated_age(statement: &Statement<'_>) -> Option<u32> {
    let reading = &statement.reading;
    for at in 0..reading.words.len() {
        let Some((value, end)) = number_at(reading, at) else {
            continue;
        };
        if !(3..=120).contains(&value) {
            continue;
        }
        let years = has(&["years", "year"], reading.lower(at, (end - at) as isize))
            && reading.lower(at, (end - at) as isize + 1) == "old";
        let aged = reading.lower(at, -1) == "aged";
        let next = reading.words.get(end);
        let alone = statement.about.is_some()
            && at == 0
            && next.is_none_or(|next| next.parted || has(&["and", "with"], &next.lower));
        let is = has(&words::BE, reading.lower(at, -1)) && next.is_none_or(|next| next.parted);
        if years || aged || alone || is {
            return Some(value);
        }
    }
    None
}

fn ages(annotated: &AnnotatedText<'_>, knowledge: &KnowledgeBase<'_>, found: &mut FindingList) {
    let mut known: HashMap<usize, (u32, &Statement<'_>)> = HashMap::new();
    for statement in &knowledge.statements {
        if let (Some(entity), Some(age)) = (statement.subject(), stated_age(statement))
            && annotated.index.entities[entity].is_person()
        {
            known.insert(entity, (age, statement));
        }
    }
    let reading = &annotated.reading;
    for at in 0..reading.words.len() {
        let word = &reading.words[at];
        if word.spoken {
            continue;
        }
        let Some((value, end)) = number_at(reading, at) else {
            continue;
        };
        let Some(entity) = aged(annotated, at, end) else {
            continue;
        };
        let Some((age, statement)) = known.get(&entity) else {
            continue;
        };
        let off = value.abs_diff(*age) > 1;
        // Somebody younger than they are is remembered, unless it is plainly said of now.
        let past = value < *age
            && (annotated.tells(word.sentence, &words::PAST) || reading.lower(at, -1) == "at");
        if off && !past && !annotated.unreal(at) && !annotated.denied(at) {
            let name = &annotated.index.entities[entity].entity.name;
            let note = format!("{name} has a different age. {}", statement.quoted());
            found.major(KIND, reading.quote(word.sentence), note);
        }
    }
}

/// Whose age a number in the text is, if it is one.
fn aged(annotated: &AnnotatedText<'_>, at: usize, end: usize) -> Option<usize> {
    let reading = &annotated.reading;
    let after = |offset: usize| reading.lower(at, (end - at + offset) as isize);
    let who = |word: usize| {
        annotated
            .person_at(word)
            .filter(|_| !reading.words[word].possessive)
            .or_else(|| {
                matches!(reading.words[word].lower.as_str(), "she" | "he" | "i")
                    .then(|| annotated.resolve(word))
                    .flatten()
            })
    };
    let ends = reading
        .words
        .get(end)
        .is_none_or(|next| next.parted || next.sentence != reading.words[at].sentence);
    let years = has(&["years", "year"], after(0)) && after(1) == "old";
    let next = if years { end + 2 } else { end };
    let before = reading.lower(at, -1);
    if before == "at" {
        // "At thirty-five Mara …", "At forty, she …".
        let soon = reading
            .words
            .get(next)
            .filter(|next| next.sentence == reading.words[at].sentence)?;
        let fits = soon.capital || matches!(soon.lower.as_str(), "she" | "he" | "i");
        return fits.then(|| who(next)).flatten();
    }
    if has(&words::BE, before) && (ends || years) || before == "turned" && ends {
        return at.checked_sub(2).and_then(who);
    }
    if years && !after(2).is_empty() && reading.words[end].joined {
        // "thirty-year-old Mara".
        return reading.words.get(end + 2).and_then(|_| who(end + 2));
    }
    None
}

/// A number of things, or of years and miles.
struct Count {
    value: u32,
    /// What is counted, as a stem.
    noun: String,
    /// Whether it measures time or length.
    unit: bool,
    /// Where the number stands, and one after the noun.
    at: usize,
    end: usize,
}

/// All counts in a text: a number, at most one adjective, a noun.
fn counted(reading: &TokenizedText<'_>, stems: &WordStemmer) -> Vec<Count> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let Some((value, end)) = number_at(reading, at) else {
            at += 1;
            continue;
        };
        let skip = usize::from(words::adjective(reading.lower(at, (end - at) as isize)));
        let noun = reading.words.get(end + skip).filter(|noun| {
            noun.sentence == reading.words[at].sentence && !noun.parted && noun.lower.len() > 2
        });
        let year = (1000..2200).contains(&value)
            && reading.words[at]
                .text
                .chars()
                .all(|digit| digit.is_ascii_digit())
            && reading.words[at].text.len() == 4;
        if year {
            all.push(Count {
                value,
                noun: "year-date".to_owned(),
                unit: true,
                at,
                end,
            });
        } else if let Some(noun) = noun.filter(|noun| {
            let plural = noun.lower.ends_with('s')
                || has(&["men", "women", "children", "people", "feet"], &noun.lower);
            value > 1 && plural
        }) {
            let unit = has(&words::UNITS, noun.lower.trim_end_matches('s'))
                || has(&words::UNITS, &noun.lower);
            all.push(Count {
                value,
                noun: stems.stem(&noun.lower),
                unit,
                at,
                end: end + skip + 1,
            });
        }
        at = end;
    }
    all
}

/// What a sentence is about, as stems.
fn about(reading: &TokenizedText<'_>, sentence: usize, stems: &WordStemmer) -> BTreeSet<String> {
    reading
        .words_of(sentence)
        .iter()
        .filter(|word| {
            WordStemmer::tells(&word.lower) && text::prose::number(&word.lower).is_none()
        })
        .map(|word| stems.stem(&word.lower))
        .collect()
}

/// A count that is known, what its sentence is about, and the sentence.
type KnownCount<'l> = (Count, BTreeSet<String>, &'l Statement<'l>);

fn counts(annotated: &AnnotatedText<'_>, knowledge: &KnowledgeBase<'_>, found: &mut FindingList) {
    let stems = WordStemmer::of("en");
    let mut known: HashMap<String, Vec<KnownCount<'_>>> = HashMap::new();
    let reading = &annotated.reading;
    let here = counted(reading, &stems);
    if here.is_empty() {
        return;
    }
    for statement in &knowledge.statements {
        for count in counted(&statement.reading, &stems) {
            if !here.iter().any(|annotated| annotated.noun == count.noun) {
                continue;
            }
            let mut topic = about(&statement.reading, 0, &stems);
            if let Some(entity) = statement.about {
                let name = super::super::entity_index::name_words(
                    &annotated.index.entities[entity].entity.name,
                );
                topic.extend(name.iter().map(|word| stems.stem(&word.to_lowercase())));
            }
            topic.remove(&count.noun);
            known
                .entry(count.noun.clone())
                .or_default()
                .push((count, topic, statement));
        }
    }
    for count in here {
        let word = &reading.words[count.at];
        let Some(facts) = known.get(&count.noun) else {
            continue;
        };
        if word.spoken || annotated.unreal(count.at) || annotated.denied(count.at) {
            continue;
        }
        let mut topic = about(reading, word.sentence, &stems);
        // "the ledger" is meant by "it" in the next sentence, but a link that weak proves nothing.
        topic.remove(&count.noun);
        let linked: Vec<_> = facts
            .iter()
            .filter(|(fact, known, _)| {
                let shared = known.intersection(&topic).count();
                shared
                    >= if fact.unit && fact.noun != "year-date" {
                        2
                    } else {
                        1
                    }
            })
            .collect();
        let right = linked.iter().any(|(fact, ..)| fact.value == count.value);
        let whole =
            count.unit || is_whole(reading, &count, linked.first().map(|(fact, ..)| fact.value));
        if let (Some((_, _, statement)), false, true) = (linked.last(), right, whole) {
            let note = format!("The number is different. {}", statement.quoted());
            found.major(KIND, reading.quote(word.sentence), note);
        }
    }
}

/// Whether a count means all there are: "all nine", "the nine bells" where there are fewer; "two of the
/// bells" may well be some of them.
fn is_whole(reading: &TokenizedText<'_>, count: &Count, known: Option<u32>) -> bool {
    let more = known.is_some_and(|known| count.value > known);
    let before = reading.lower(count.at, -1);
    let all = before == "all" || reading.lower(count.at, -2) == "all";
    let has_them = has(&["has", "had", "have", "only", "are", "were"], before);
    let in_all = reading.lower(count.at, (count.end - count.at) as isize + 1) == "all";
    all || in_all || more && (has(&words::DEFINITE, before) || has_them)
}
