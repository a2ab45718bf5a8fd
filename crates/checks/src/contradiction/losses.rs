//! Burnt, sunk, closed, sold and lost things, used as if nothing had happened.

use super::super::word_set::{WordSet, has};
use super::super::{
    FindingList,
    annotated_text::AnnotatedText,
    entity_index::Mention,
    knowledge_base::{KnowledgeBase, Statement},
    vocabulary as words,
};
use crate::finding_list::CONTRADICTION as KIND;
use domain::EntityKind;
use std::collections::HashMap;

/// What ends a thing. After these alone…
static ENDED: WordSet = WordSet::new(
    "burned burnt burns sank sunk sinks collapsed collapses foundered drowned exploded died \
     closed shut melted crumbled vanished perished",
);

/// … or after these where it is done to it.
static UNDONE: WordSet = WordSet::new(
    "destroyed demolished wrecked ruined lost smashed shattered sold sealed shot killed \
     scrapped dismantled scuttled crushed buried stolen bricked pulled torn blown knocked \
     run burned burnt closed shut sunk broken razed flooded thrown levelled slaughtered \
     confiscated swallowed drained",
);

/// What somebody does to end a thing.
static UNDOES: WordSet = WordSet::new(
    "burned burns burnt destroyed destroys sold sells lost loses smashed smashes sank \
     wrecked shattered melted scuttled scuttles demolished razed",
);

/// What undoes an end.
static MENDED: WordSet = WordSet::new(
    "rebuilt rebuilds repaired repairs restored raised recovered reopened reopens found \
     finds returned replaced salvaged mended rebought saved",
);

/// What only a whole thing does, or is done with.
static USE: WordSet = WordSet::new(
    "walk walked walking cross crossed enter entered sat sit ate drank table waiter served \
     ordered counter opened open lit lights light grind grinding ground turned turning \
     sailed slid rowed rang rung ringing hummed played playing lifted took put held drew \
     unlocked picked climbed blazed flew flying rode riding set wore laid read growing \
     climbing swung carried carrying steered landed moored docked danced slept poured \
     bought wound ticked ticking handed gave went came met waited worked working busy \
     crowded stepped ran hurried glowed smoke chimney windows shone saddled fed trotted \
     galloped leafed slipped unfolded pocket reached knelt prayed sang stood loomed rose",
);

/// What is only done where business is done. A house that is closed still stands: it can be looked at, walked
/// past, and entered by whoever has the key.
static BUSINESS: WordSet = WordSet::new(
    "waiter waitress served serves ordered customer customers queue queued crowded busy bought \
     sold counter",
);

/// Words that close a thing and leave it standing.
static CLOSED: WordSet = WordSet::new("closed shut");

/// Whether a thing was closed, and nothing worse.
fn is_only_closed(statement: &Statement<'_>) -> bool {
    statement.has(&CLOSED)
        && !statement.reading.words.iter().any(|word| {
            let ends = has(&ENDED, &word.lower) || has(&UNDONE, &word.lower);
            ends && !has(&CLOSED, &word.lower) || matches!(word.lower.as_str(), "fell" | "fallen")
        })
}

/// Words near a thing that say that it is not what it was.
static RUIN: WordSet = WordSet::new(
    "ruin ruins ruined ashes wreck wreckage charred burnt burned remains remained rubble \
     hole gone arches stump stumps shell ribs sunken sunk sank former site explosion \
     blackened sealed boarded roofless tarpaulin smashed shards splinters drowned stolen \
     memory lost sold destroyed",
);

/// The same, where they must stand in the sentence itself.
static BESIDES: WordSet = WordSet::new(
    "ash empty broken closed shut locked fire new another second copy replacement bottom \
     fallen instead without missed called name until space dust shadow scar",
);

/// A thing that is no more, and what says so.
fn ended<'l>(
    annotated: &AnnotatedText<'_>,
    knowledge: &'l KnowledgeBase<'_>,
) -> HashMap<usize, &'l Statement<'l>> {
    let mut gone: HashMap<usize, &'l Statement<'l>> = HashMap::new();
    for statement in &knowledge.statements {
        let is_thing = |entity: &usize| {
            matches!(
                annotated.index.entities[*entity].entity.kind,
                EntityKind::Place | EntityKind::Thing
            )
        };
        if statement.has(&MENDED) && !statement.has(&["lost"]) {
            for mention in &statement.mentions {
                gone.remove(&mention.entity);
            }
            continue;
        }
        if statement.has(&words::NEGATION) && !statement.has(&["never", "no"])
            || statement.has(&words::UNREAL)
            || statement.has(&[
                "almost",
                "nearly",
                "threatens",
                "threatened",
                "wants",
                "plans",
            ])
        {
            continue;
        }
        for mention in statement
            .mentions
            .iter()
            .filter(|mention| is_thing(&mention.entity))
        {
            if ends(statement, mention) || is_ended_by(statement, mention) {
                gone.insert(mention.entity, statement);
            }
        }
        let told_of = statement
            .about
            .filter(is_thing)
            .filter(|_| begins_ended(statement));
        if let Some(entity) = told_of {
            gone.insert(entity, statement);
        }
    }
    gone
}

/// "The Kittiwake sank", "The piano was sold".
fn ends(statement: &Statement<'_>, mention: &Mention) -> bool {
    let reading = &statement.reading;
    // The thing must be what the sentence, or a clause of it, is about.
    let before = (1..=4)
        .map(|back| reading.lower(mention.start, -back))
        .find(|word| !word.is_empty() && !has(&words::DEFINITE, word) && !words::adjective(word));
    let clause = match before {
        None => true,
        Some(word) => word == "and" || word == "but" || word == "that",
    };
    if !clause || reading.words[mention.end - 1].possessive {
        return false;
    }
    let sentence = &reading.words[mention.end..];
    let mut done_to = false;
    for (ahead, word) in sentence.iter().take(8).enumerate() {
        if has(&["was", "is", "were", "been", "are", "being"], &word.lower) {
            done_to = true;
        } else if has(&ENDED, &word.lower) && (ahead < 2 || done_to)
            || done_to && has(&UNDONE, &word.lower)
        {
            return true;
        } else if has(
            &["in", "at", "by", "who", "which", "where", "when", "of"],
            &word.lower,
        ) {
            // "The bank where Mara was shot" is still a bank.
            return false;
        }
    }
    false
}

/// "Dorothea burned the ledger".
fn is_ended_by(statement: &Statement<'_>, mention: &Mention) -> bool {
    let reading = &statement.reading;
    let mut back = 1;
    while has(&words::DEFINITE, reading.lower(mention.start, -back))
        || words::adjective(reading.lower(mention.start, -back))
    {
        back += 1;
    }
    // "the ledger page" and "the ferry bell rope" are something else.
    let next = reading.words.get(mention.end);
    let whole = next.is_none_or(|next| {
        next.parted
            || has(
                &[
                    "in", "on", "at", "to", "with", "into", "and", "for", "during", "by",
                ],
                &next.lower,
            )
    });
    whole && back > 1 && has(&UNDOES, reading.lower(mention.start, -back))
}

/// A description such as "Closed since the roof fell in" or "It was pulled down last autumn".
fn begins_ended(statement: &Statement<'_>) -> bool {
    let reading = &statement.reading;
    let first = |at: usize| reading.words.get(at).map_or("", |word| word.lower.as_str());
    let participle = has(&ENDED, first(0)) || has(&UNDONE, first(0));
    let lasting = statement.has(&[
        "since", "down", "up", "ago", "last", "for", "after", "in", "by",
    ]);
    let passive = first(0) == "it" && has(&["was", "is"], first(1)) && has(&UNDONE, first(2));
    let sank = first(0) == "it" && has(&ENDED, first(1));
    participle && lasting || passive || sank
}

pub(super) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let mut gone = ended(annotated, knowledge);
    if gone.is_empty() {
        return;
    }
    let reading = &annotated.reading;
    for mention in &annotated.mentions {
        let word = &reading.words[mention.start];
        let sentence = word.sentence;
        if !gone.contains_key(&mention.entity) {
            continue;
        }
        if annotated.tells(sentence, &MENDED) {
            // The chapter itself brings it back.
            gone.remove(&mention.entity);
            continue;
        }
        let statement = gone[&mention.entity];
        let uses = if is_only_closed(statement) {
            &BUSINESS
        } else {
            &USE
        };
        if word.spoken || !used(annotated, *mention, uses) || excused(annotated, mention.start) {
            continue;
        }
        let note = format!(
            "{} is used as if nothing had happened to it. {}",
            annotated.index.entities[mention.entity].entity.name,
            statement.quoted()
        );
        found.major(KIND, reading.quote(sentence), note);
    }
}

/// Whether a sentence does with a thing what only a whole one allows.
fn used(annotated: &AnnotatedText<'_>, mention: Mention, uses: &WordSet) -> bool {
    let reading = &annotated.reading;
    if reading.words[mention.end - 1].possessive && reading.words[mention.end - 1].joined {
        return false;
    }
    // "along the doors from the café", "past the bank": it need not be there.
    let article = if has(&words::DEFINITE, reading.lower(mention.start, -1)) {
        2
    } else {
        1
    };
    if matches!(
        reading.lower(mention.start, -article),
        "past"
            | "from"
            | "about"
            | "towards"
            | "toward"
            | "near"
            | "beyond"
            | "behind"
            | "beside"
            | "opposite"
    ) {
        return false;
    }
    let sentence = &reading.sentences[reading.words[mention.start].sentence].words;
    let near =
        mention.start.saturating_sub(10).max(sentence.start)..(mention.end + 12).min(sentence.end);
    near.into_iter().any(|at| {
        let word = &reading.words[at];
        !word.spoken && !(mention.start..mention.end).contains(&at) && has(uses, &word.lower)
    })
}

/// Whether the passage knows that the thing is no more, or tells of another time.
fn excused(annotated: &AnnotatedText<'_>, at: usize) -> bool {
    let reading = &annotated.reading;
    let sentence = reading.words[at].sentence;
    let sentences = &reading.paragraphs[reading.sentences[sentence].paragraph];
    let mut near =
        sentence.saturating_sub(1).max(sentences.start)..(sentence + 2).min(sentences.end);
    // "where the mill had stood", "as if she were at the Anchor".
    let placed = annotated.near(at, 3, 0, &["where", "like", "as", "than"]);
    // A memory begun in the paragraph goes on to its end.
    let remembered = (sentences.start..sentence).any(|before| {
        annotated.tells(
            before,
            &[
                "remember",
                "remembered",
                "remembers",
                "used",
                "dream",
                "dreamed",
                "ago",
                "imagined",
            ],
        )
    });
    annotated.unreal(at)
        || annotated.denied(at)
        || annotated.earlier(at)
        || placed
        || remembered
        || annotated.tells(sentence, &BESIDES)
        || near.any(|near| annotated.tells(near, &RUIN))
}
