//! Eyes, hair and beards of another colour than they have.

use super::super::word_set::{WordSet, has};
use super::super::{
    FindingList, annotated_text::AnnotatedText, knowledge_base::KnowledgeBase,
    tokenized_text::TokenizedText, vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;
use std::collections::HashMap;

/// What of a person has a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Feature {
    Eyes,
    Hair,
    Beard,
}

impl Feature {
    fn of(word: &str) -> Option<Self> {
        match word {
            "eyes" | "eye" | "eyed" | "irises" => Some(Self::Eyes),
            "hair" | "haired" | "curls" | "plait" | "plaits" | "braid" | "braids" | "locks" => {
                Some(Self::Hair)
            }
            "beard" | "bearded" | "moustache" | "mustache" | "whiskers" => Some(Self::Beard),
            _ => None,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Eyes => "eyes",
            Self::Hair => "hair",
            Self::Beard => "beard",
        }
    }
}

/// Words with which a colour is not for good.
static CHANGES: WordSet = WordSet::new(
    "dye dyed bleach bleached wig henna hennaed lens lenses mask painted disguise soot \
     flour powder turned gone costume tinted dusted colour color",
);

/// How far after "were" a colour may stand.
const PREDICATE: usize = 4;

/// What a feature is said to be: its word, and the colours.
fn claim(reading: &TokenizedText<'_>, noun: usize) -> Option<(Feature, u32)> {
    let word = &reading.words[noun];
    let feature = Feature::of(&word.lower)?;
    let mut colours = 0;
    for back in 1..=5_isize {
        let before = reading.lower(noun, -back);
        if before.is_empty() || !words::adjective(before) {
            // "grey in her brown hair": what stands further off belongs elsewhere.
            break;
        }
        colours |= words::colour(before);
    }
    if colours == 0 {
        // "her eyes were a pale blue", "dyed her hair black".
        let be = has(&words::BE, reading.lower(noun, 1));
        let reach = if be { PREDICATE + 1 } else { 1 };
        for ahead in 1..=reach {
            let Some(after) = reading.words.get(noun + ahead) else {
                break;
            };
            if after.sentence != word.sentence || (after.parted && ahead > 1) {
                break;
            }
            if has(&words::NEGATION, &after.lower)
                || has(&["with", "on", "in", "like", "as"], &after.lower)
            {
                break;
            }
            colours |= words::colour(&after.lower);
        }
    }
    (colours != 0).then_some((feature, colours))
}

/// All that is known of a feature of somebody: the colours, and what tells of the last.
type KnownFeatures<'l> =
    HashMap<(usize, Feature), (u32, &'l super::super::knowledge_base::Statement<'l>)>;

fn known<'l>(knowledge: &'l KnowledgeBase<'_>) -> KnownFeatures<'l> {
    let mut known: KnownFeatures<'l> = HashMap::new();
    for statement in &knowledge.statements {
        let Some(entity) = statement.subject() else {
            continue;
        };
        for noun in 0..statement.reading.words.len() {
            if let Some((feature, colours)) = claim(&statement.reading, noun) {
                let entry = known.entry((entity, feature)).or_insert((0, statement));
                entry.0 |= colours;
                entry.1 = statement;
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
    if known.is_empty() {
        return;
    }
    let reading = &annotated.reading;
    // What is dyed in this chapter stays dyed to its end.
    let dyed = (0..reading.sentences.len())
        .find(|at| annotated.tells(*at, &["dyed", "bleached", "hennaed", "wig", "mask"]));
    for noun in 0..reading.words.len() {
        let word = &reading.words[noun];
        if word.spoken || Feature::of(&word.lower).is_none() || annotated.unreal(noun) {
            continue;
        }
        let dyed = dyed.is_some_and(|dyed| dyed <= word.sentence);
        let Some((feature, colours)) = claim(reading, noun) else {
            continue;
        };
        if dyed || annotated.tells(word.sentence, &CHANGES) {
            continue;
        }
        let Some(entity) = whose(annotated, noun) else {
            continue;
        };
        let Some((right, statement)) = known.get(&(entity, feature)) else {
            continue;
        };
        if right & colours == 0 {
            let note = format!(
                "The {} of {} have a different colour here. {}",
                feature.word(),
                annotated.index.entities[entity].entity.name,
                statement.quoted()
            );
            found.major(KIND, reading.quote(word.sentence), note);
        }
    }
}

/// Whose feature it is.
fn whose(annotated: &AnnotatedText<'_>, noun: usize) -> Option<usize> {
    if let Some((owner, _)) = annotated.owner_before(noun) {
        return Some(owner);
    }
    let reading = &annotated.reading;
    // "Mara was blue-eyed", "Mara had blue eyes", "Mara, with her red hair": the person before it, if one.
    let start = reading.sentences[reading.words[noun].sentence].words.start;
    let mut at = noun;
    while at > start {
        at -= 1;
        let word = &reading.words[at];
        if has(
            &[
                "with", "had", "has", "was", "is", "a", "an", "of", "the", "and",
            ],
            &word.lower,
        ) || words::adjective(&word.lower)
        {
            continue;
        }
        return annotated
            .person_at(at)
            .filter(|_| !word.possessive)
            .or_else(|| {
                matches!(word.lower.as_str(), "she" | "he")
                    .then(|| annotated.resolve(at))
                    .flatten()
            });
    }
    None
}
