//! A sister called a cousin.

use super::super::word_set::has;
use super::super::{
    FindingList,
    annotated_text::AnnotatedText,
    knowledge_base::{KnowledgeBase, Statement},
    tokenized_text::TokenizedText,
    vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;
use std::collections::HashMap;

/// What one person is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kinship {
    Sibling,
    Parent,
    Child,
    Cousin,
    ParentsSibling,
    SiblingsChild,
    Spouse,
    Grandparent,
    Grandchild,
}

impl Kinship {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "sister" | "brother" | "twin" | "sibling" | "half-sister" | "half-brother" => {
                Self::Sibling
            }
            "mother" | "father" | "parent" => Self::Parent,
            "daughter" | "son" | "child" => Self::Child,
            "cousin" => Self::Cousin,
            "aunt" | "uncle" | "great-aunt" | "great-uncle" => Self::ParentsSibling,
            "niece" | "nephew" => Self::SiblingsChild,
            "wife" | "husband" | "spouse" | "widow" | "widower" => Self::Spouse,
            "grandmother" | "grandfather" => Self::Grandparent,
            "granddaughter" | "grandson" | "grandchild" => Self::Grandchild,
            _ => return None,
        })
    }

    const fn turned(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::ParentsSibling => Self::SiblingsChild,
            Self::SiblingsChild => Self::ParentsSibling,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            same => same,
        }
    }
}

/// What is known: (whose, who) to the kinship and what tells it.
type KinshipIndex = HashMap<(usize, usize), Vec<(Kinship, String)>>;

fn add_relation(known: &mut KinshipIndex, whose: usize, who: usize, kin: Kinship, source: &str) {
    if whose != who {
        known
            .entry((whose, who))
            .or_default()
            .push((kin, source.to_owned()));
        known
            .entry((who, whose))
            .or_default()
            .push((kin.turned(), source.to_owned()));
    }
}

fn known(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    relations: &[(usize, usize, String)],
) -> KinshipIndex {
    let mut known = KinshipIndex::new();
    for (from, to, label) in relations {
        let reading = TokenizedText::of(label);
        let kin = reading
            .words
            .iter()
            .find_map(|word| Kinship::of(&word.lower));
        if let Some(kin) = kin.filter(|_| !label.contains("in-law") && !label.contains("in law")) {
            let entities = &annotated.index.entities;
            let source = format!(
                "The world says: {} is {label} {}",
                entities[*from].entity.name, entities[*to].entity.name
            );
            add_relation(&mut known, *to, *from, kin, &source);
        }
    }
    for statement in &knowledge.statements {
        state(&mut known, statement);
    }
    known
}

/// Reads "Hanne's younger brother", "Her sister is Iris Vane", "Iris is Dorothea's sister".
fn state(known: &mut KinshipIndex, statement: &Statement<'_>) {
    let reading = &statement.reading;
    let being_at = |at: usize| {
        let mut mentions = statement.mentions.iter();
        mentions
            .find(|mention| (mention.start..mention.end).contains(&at))
            .map(|mention| mention.entity)
    };
    for at in 0..reading.words.len() {
        let Some(kin) = Kinship::of(&reading.words[at].lower) else {
            continue;
        };
        if reading.lower(at, 1) == "in" && reading.lower(at, 2) == "law" {
            continue;
        }
        let owner = (1..=3).find_map(|back| {
            let before = at.checked_sub(back)?;
            let word = &reading.words[before];
            match word.lower.as_str() {
                "her" | "his" | "their" => statement.about,
                _ if word.possessive => being_at(before),
                _ => None,
            }
        });
        let named = match reading.lower(at, 1) {
            "is" | "was" => being_at(at + 2),
            _ => being_at(at + 1),
        };
        // "Hanne's brother" in what is said of Jory, and "Iris is Dorothea's sister".
        let before = || {
            let first = reading.words.first()?;
            let subject = statement
                .mentions
                .first()
                .filter(|mention| mention.start == 0)?;
            let is = has(&words::BE, reading.lower(0, subject.end as isize));
            (is && !first.possessive).then_some(subject.entity)
        };
        let opens = statement
            .about
            .filter(|about| owner != Some(*about) && at <= 4);
        let who = named.or_else(before).or(opens);
        if let (Some(owner), Some(who)) = (owner, who) {
            add_relation(known, owner, who, kin, &statement.quoted());
        }
    }
}

pub(super) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let known = known(annotated, knowledge, &knowledge.relations);
    if known.is_empty() {
        return;
    }
    let reading = &annotated.reading;
    for at in 0..reading.words.len() {
        let word = &reading.words[at];
        let Some(kin) = Kinship::of(&word.lower).filter(|_| !word.spoken) else {
            continue;
        };
        if reading.asks(word.sentence)
            || annotated.near(at, 3, 0, &words::NEGATION)
            || likened(reading, at)
        {
            continue;
        }
        for (owner, who) in pairs(annotated, at) {
            let Some(relations) = known.get(&(owner, who)) else {
                continue;
            };
            if relations.iter().all(|(right, _)| *right != kin)
                && let Some((_, source)) = relations.last()
            {
                let note = format!(
                    "{} is not {} of {}. {source}",
                    annotated.index.entities[who].entity.name,
                    word.lower,
                    annotated.index.entities[owner].entity.name
                );
                found.major(KIND, reading.quote(word.sentence), note);
                break;
            }
        }
    }
}

/// "like a sister to her".
fn likened(reading: &TokenizedText<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        matches!(
            reading.lower(at, -back),
            "like" | "as" | "than" | "a" | "another"
        )
    })
}

/// Whose and who: "her cousin Iris", "Mara's aunt, Pim", "Pim, her cousin".
fn pairs(annotated: &AnnotatedText<'_>, at: usize) -> Vec<(usize, usize)> {
    let Some((owner, from)) = annotated.owner_before(at) else {
        return Vec::new();
    };
    let after = annotated.person_at(at + 1).filter(|_| {
        annotated.reading.words[at + 1].sentence == annotated.reading.words[at].sentence
    });
    let before = || {
        let last = from.checked_sub(1)?;
        annotated
            .person_at(last)
            .filter(|_| annotated.reading.words[from].parted)
    };
    after
        .or_else(before)
        .map(|who| (owner, who))
        .into_iter()
        .collect()
}
