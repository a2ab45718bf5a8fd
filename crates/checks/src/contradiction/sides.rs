//! Left and right mixed up, and limbs used that were lost.

use super::super::word_set::{WordSet, has};
use super::super::{
    FindingList,
    annotated_text::AnnotatedText,
    gender::Gender,
    knowledge_base::{KnowledgeBase, Statement},
    tokenized_text::TokenizedText,
};
use crate::finding_list::CONTRADICTION as KIND;

/// What makes one of two limbs a certain one.
const MARKS: &[(&str, &str)] = &[
    ("scar", "scar"),
    ("scarred", "scar"),
    ("scars", "scar"),
    ("burn", "burn"),
    ("burned", "burn"),
    ("burnt", "burn"),
    ("glass", "false"),
    ("false", "false"),
    ("wooden", "wooden"),
    ("wood", "wooden"),
    ("blind", "blind"),
    ("blinded", "blind"),
    ("deaf", "deaf"),
    ("limp", "lame"),
    ("limped", "lame"),
    ("lame", "lame"),
    ("bad", "lame"),
    ("broken", "broken"),
    ("bandaged", "bandaged"),
    ("bandage", "bandaged"),
    ("tattoo", "tattoo"),
    ("tattooed", "tattoo"),
    ("ring", "ring"),
    ("hook", "hook"),
    ("birthmark", "birthmark"),
    ("missing", "missing"),
    ("lost", "missing"),
    ("stump", "missing"),
    ("patch", "blind"),
    ("artificial", "false"),
    ("iron", "iron"),
    ("crooked", "crooked"),
    ("withered", "withered"),
    ("crippled", "withered"),
    ("splinted", "broken"),
];

/// Parts that come in pairs; those of one limb belong together.
const PARTS: &[(&str, &str)] = &[
    ("hand", "arm"),
    ("arm", "arm"),
    ("wrist", "arm"),
    ("elbow", "arm"),
    ("forearm", "arm"),
    ("fist", "arm"),
    ("thumb", "arm"),
    ("shoulder", "shoulder"),
    ("leg", "leg"),
    ("knee", "leg"),
    ("foot", "leg"),
    ("ankle", "leg"),
    ("thigh", "leg"),
    ("eye", "eye"),
    ("ear", "ear"),
    ("cheek", "face"),
    ("temple", "face"),
    ("eyebrow", "face"),
    ("brow", "face"),
    ("hip", "hip"),
];

fn find_in(list: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    list.iter()
        .find(|(known, _)| *known == word)
        .map(|(_, class)| *class)
}

/// A side and what is on it.
#[derive(Clone, Debug, PartialEq)]
struct Sided {
    /// Where "left" or "right" stands.
    at: usize,
    right: bool,
    limb: &'static str,
}

/// "left cheek"; or "the glass eye on the left", "a wooden hand, the right one".
fn sided(reading: &TokenizedText<'_>, at: usize) -> Option<Sided> {
    let right = match reading.words[at].lower.as_str() {
        "left" => false,
        "right" => true,
        _ => return None,
    };
    let after = (1..=3).find_map(|ahead| {
        let word = reading.lower(at, ahead);
        find_in(PARTS, word).filter(|_| {
            (1..ahead).all(|between| {
                let word = reading.lower(at, between);
                find_in(MARKS, word).is_some() || super::super::vocabulary::adjective(word)
            })
        })
    });
    let tail = || {
        let named = reading.lower(at, -1) == "the"
            && (reading.lower(at, 1) == "one" || reading.lower(at, -2) == "on");
        named.then(|| (2..=6).find_map(|back| find_in(PARTS, reading.lower(at, -back))))?
    };
    let limb = after.or_else(tail)?;
    Some(Sided { at, right, limb })
}

/// What marks a limb in the same breath: up to eight words before the side and six after it.
fn marks(reading: &TokenizedText<'_>, at: usize) -> Vec<&'static str> {
    (-8..=6)
        .filter_map(|offset| find_in(MARKS, reading.lower(at, offset)))
        .collect()
}

/// Something known of one side of a person.
struct KnownMark<'l> {
    entity: usize,
    side: Sided,
    marks: Vec<&'static str>,
    /// Whether the limb itself is gone.
    lost: bool,
    statement: &'l Statement<'l>,
}

fn known<'l>(knowledge: &'l KnowledgeBase<'_>) -> Vec<KnownMark<'l>> {
    let mut known = Vec::new();
    for statement in &knowledge.statements {
        let Some(entity) = statement.subject() else {
            continue;
        };
        let reading = &statement.reading;
        for at in 0..reading.words.len() {
            if let Some(side) = sided(reading, at) {
                let marks = marks(reading, at);
                let lost = has(&["her", "his", "their", "the"], reading.lower(at, -1))
                    && has(&["lost", "losing", "severed"], reading.lower(at, -2));
                known.push(KnownMark {
                    entity,
                    side,
                    marks,
                    lost,
                    statement,
                });
            }
        }
    }
    known
}

pub(super) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let known = known(knowledge);
    let reading = &annotated.reading;
    hands(annotated, knowledge, found);
    for at in 0..reading.words.len() {
        let word = &reading.words[at];
        if word.spoken || annotated.unreal(at) {
            continue;
        }
        let Some(side) = sided(reading, at) else {
            continue;
        };
        let owner = annotated
            .owner_before(at)
            .map(|(owner, _)| owner)
            .or_else(|| annotated.subject(at));
        let here = marks(reading, at);
        // A wooden leg is rare enough to say whose it is.
        let owner = owner.or_else(|| only_one(annotated, &known, &side, &here));
        let Some(owner) = owner else { continue };
        for fact in known
            .iter()
            .filter(|fact| fact.entity == owner && fact.side.limb == side.limb)
        {
            let name = &annotated.index.entities[owner].entity.name;
            if fact.side.right != side.right {
                let shared = fact.marks.iter().any(|mark| here.contains(mark));
                let both = known.iter().any(|other| {
                    other.entity == owner
                        && other.side.limb == side.limb
                        && other.side.right == side.right
                });
                if shared && !both {
                    let note = format!(
                        "For {name}, it is the other side. {}",
                        fact.statement.quoted()
                    );
                    found.major(KIND, reading.quote(word.sentence), note);
                }
            } else if fact.lost && here.is_empty() && !absent(annotated, word.sentence) {
                let note = format!("{name} no longer has it. {}", fact.statement.quoted());
                found.major(KIND, reading.quote(word.sentence), note);
            }
        }
    }
}

/// The only person of the gender in question who has such a mark on such a limb.
fn only_one(
    annotated: &AnnotatedText<'_>,
    known: &[KnownMark<'_>],
    side: &Sided,
    here: &[&str],
) -> Option<usize> {
    let gender =
        (1..=4).find_map(|back| Gender::of_pronoun(annotated.reading.lower(side.at, -back)))?;
    let mut fitting = known.iter().filter(|fact| {
        fact.side.limb == side.limb
            && fact.marks.iter().any(|mark| here.contains(mark))
            && annotated.index.entities[fact.entity].gender == gender
    });
    let first = fitting.next()?.entity;
    fitting.all(|other| other.entity == first).then_some(first)
}

/// Whether the sentence itself speaks of what is not there.
fn absent(annotated: &AnnotatedText<'_>, sentence: usize) -> bool {
    static ABSENT: WordSet = WordSet::new(
        "empty stump sleeve phantom used once where had no missing lost pinned without",
    );
    annotated.tells(sentence, &ABSENT)
}

/// Left-handed people who write with the right hand.
fn hands(annotated: &AnnotatedText<'_>, knowledge: &KnowledgeBase<'_>, found: &mut FindingList) {
    static WORK: WordSet = WordSet::new(
        "wrote writes writing signed signs drew sketched fired threw scrawled scribbled",
    );
    let handed = |word: &str| match word {
        "left" => Some(false),
        "right" => Some(true),
        _ => None,
    };
    let reading = &annotated.reading;
    for statement in &knowledge.statements {
        let words = &statement.reading.words;
        let known = words.windows(2).find_map(|pair| {
            (pair[1].lower == "handed")
                .then(|| handed(&pair[0].lower))
                .flatten()
        });
        let (Some(known), Some(entity)) = (known, statement.subject()) else {
            continue;
        };
        for (at, word) in reading.words.iter().enumerate() {
            let Some(side) = handed(&word.lower).filter(|side| *side != known) else {
                continue;
            };
            let next = reading.lower(at, 1);
            let works = next == "handed" && reading.words[at + 1].joined
                || next == "hand"
                    && reading.lower(at, -2) == "with"
                    && annotated.tells(word.sentence, &WORK);
            if !works || word.spoken || annotated.unreal(at) || absent(annotated, word.sentence) {
                continue;
            }
            if annotated.subject(at) == Some(entity) && side != known {
                let note = format!(
                    "{} uses the other hand. {}",
                    annotated.index.entities[entity].entity.name,
                    statement.quoted()
                );
                found.major(KIND, reading.quote(word.sentence), note);
            }
        }
    }
}
