//! Things of another material or colour than they are.

use super::super::word_set::has;
use super::super::{
    FindingList,
    annotated_text::AnnotatedText,
    knowledge_base::{KnowledgeBase, Statement},
    vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;
use domain::EntityKind;
use std::collections::HashMap;

/// How far after "was" what it is made of may stand.
const PREDICATE: usize = 5;

/// What is known of a thing.
struct KnownMaterial<'l> {
    materials: u32,
    colours: u32,
    statement: &'l Statement<'l>,
}

fn known<'l>(
    annotated: &AnnotatedText<'_>,
    knowledge: &'l KnowledgeBase<'_>,
) -> HashMap<usize, KnownMaterial<'l>> {
    let mut known: HashMap<usize, KnownMaterial<'l>> = HashMap::new();
    for statement in &knowledge.statements {
        let Some(entity) = statement.about else {
            continue;
        };
        if !matches!(
            annotated.index.entities[entity].entity.kind,
            EntityKind::Thing | EntityKind::Place
        ) {
            continue;
        }
        let reading = &statement.reading;
        for at in 0..reading.words.len() {
            let word = &reading.words[at].lower;
            let (material, colour) = (words::material(word), words::colour(word));
            if material == 0 && colour == 0 {
                continue;
            }
            let make = known.entry(entity).or_insert(KnownMaterial {
                materials: 0,
                colours: 0,
                statement,
            });
            make.materials |= material;
            make.colours |= colour;
            make.statement = statement;
        }
    }
    known
}

pub(super) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let known = known(annotated, knowledge);
    if known.is_empty() {
        return;
    }
    let reading = &annotated.reading;
    for mention in &annotated.mentions {
        let Some(make) = known.get(&mention.entity) else {
            continue;
        };
        let word = &reading.words[mention.start];
        if word.spoken || annotated.unreal(mention.start) || annotated.denied(mention.start) {
            continue;
        }
        let (mut material, mut colour) = (0, 0);
        let mut take = |word: &str| {
            let here = words::material(word);
            // "cherry wood" is cherry.
            material = if material != 0 && here & material == material {
                material
            } else if here != 0 && material & here == here {
                here
            } else {
                material | here
            };
            colour |= words::colour(word);
        };
        for back in 1..=4 {
            let before = reading.lower(mention.start, -back);
            if before.is_empty() || !words::adjective(before) {
                break;
            }
            take(before);
        }
        let length = (mention.end - mention.start) as isize;
        if has(&words::BE, reading.lower(mention.start, length)) {
            for ahead in 1..=PREDICATE {
                let Some(after) = reading.words.get(mention.end + ahead) else {
                    break;
                };
                // "was white with snow", "was green in that light" are no matter of what it is made of.
                if after.sentence != word.sentence
                    || after.parted
                    || has(
                        &["with", "in", "on", "under", "like", "as", "from", "by"],
                        &after.lower,
                    )
                {
                    break;
                }
                take(&after.lower);
            }
        }
        let off = |here: u32, right: u32| here != 0 && right != 0 && here & right == 0;
        // A word such as "silver" may be either: one reading that fits is enough.
        let fits = material & make.materials != 0 || colour & make.colours != 0;
        if !fits && (off(material, make.materials) || off(colour, make.colours)) {
            let name = &annotated.index.entities[mention.entity].entity.name;
            let note = format!(
                "{name} is described differently. {}",
                make.statement.quoted()
            );
            found.major(KIND, reading.quote(word.sentence), note);
        }
    }
}
