//! The dead who act or speak in the present of the story.

use super::word_set::{WordSet, has};
use super::{
    FindingList,
    annotated_text::AnnotatedText,
    knowledge_base::{KnowledgeBase, Statement},
    vocabulary as words,
};
use std::collections::HashMap;

const KIND: &str = "dead person";

/// Words that say that somebody died.
static DIED: WordSet = WordSet::new("died dies drowned drowns perished perishes suffocated");

/// Words that say so where it is done to them.
static KILLED: WordSet = WordSet::new(
    "killed hanged murdered executed poisoned beheaded buried shot stabbed strangled slain \
     assassinated lynched cremated dead",
);

/// What somebody does who kills.
static KILLS: WordSet = WordSet::new(
    "killed kills murdered murders executed executes hanged hangs poisoned poisons buried \
     buries strangled strangles beheaded beheads",
);

/// What makes a death doubtful, or undoes it.
static DOUBT: WordSet = WordSet::new(
    "nearly almost presumed believed thought thinks believes supposed faked fakes feigned \
     pretends pretended not never if might would fears feared claims claimed rumoured \
     dreams seems alive survives survived wounded",
);

/// Where the dead may well speak.
static HAUNTED: WordSet = WordSet::new(
    "ghost ghosts spirit haunts haunted haunting undead vampire revenant zombie radio voice \
     spectre wraith resurrected afterlife necromancer lich hologram simulation recording",
);

/// Words around a mention that make it one of memory, image or dream.
static ABSENT: WordSet = WordSet::new(
    "remember remembered remembers remembering recalled recall memory memories dream \
     dreamed dreamt dreams dreaming ghost spirit photograph photo picture portrait painting \
     painted recording recorded tape loudspeaker radio wireless letter diary journal grave \
     headstone tomb funeral coffin corpse statue imagined imagine ago alive dead death died \
     vision mask dressed screen film childhood labels handwriting chronicle margin",
);

/// What the dead still do.
static STILL: WordSet = WordSet::new(
    "lay lies rested died drowned fell belonged meant seemed used would had could might \
     must never was is were will left owned haunted remained liked loved wanted hated knew \
     believed taught gave built made wrote called has did need needed deserved",
);

/// Verbs in the past that don't end in "-ed".
static IRREGULAR: WordSet = WordSet::new(
    "said says came comes stood stands sat sits put puts went goes took takes ran runs \
     spoke speaks rose drew drank ate held told asks looks turns walks smiles nods shook \
     shakes sang threw caught bent leant swore swung slid slept woke rode drove wept laid \
     grinned got gets set shut struck lit bit broke cut led met paid read rang sold sent \
     shot stuck swam tore wore began blew dug fought found flung hit knelt crept spat spun \
     thought laughs answers steps",
);

/// Verbs of saying, before a name.
static SAYS: WordSet = WordSet::new(
    "said says asked asks answered whispered shouted muttered called cried replied added \
     murmured agreed grunted growled snapped laughed went",
);

pub(crate) fn check(
    annotated: &AnnotatedText<'_>,
    knowledge: &KnowledgeBase<'_>,
    found: &mut FindingList,
) {
    let dead = dead(annotated, knowledge);
    if dead.is_empty() {
        return;
    }
    let reading = &annotated.reading;
    for mention in &annotated.mentions {
        let Some(statement) = dead.get(&mention.entity) else {
            continue;
        };
        let word = &reading.words[mention.start];
        if word.spoken
            || reading.words[mention.end - 1].possessive
            || !acts(annotated, mention.start, mention.end)
        {
            continue;
        }
        if absent(annotated, mention.start) {
            continue;
        }
        let name = &annotated.index.entities[mention.entity].entity.name;
        let note = format!("{name} is dead. {}", statement.quoted());
        found.major(KIND, reading.quote(word.sentence), note);
    }
}

/// Whom something that is known says to be dead.
fn dead<'l>(
    annotated: &AnnotatedText<'_>,
    knowledge: &'l KnowledgeBase<'_>,
) -> HashMap<usize, &'l Statement<'l>> {
    let mut dead: HashMap<usize, &'l Statement<'l>> = HashMap::new();
    let person = |entity: &usize| annotated.index.entities[*entity].is_person();
    let haunted = knowledge.statements.iter().any(|statement| {
        statement.about.is_none_or(|about| !person(&about))
            && statement.has(&HAUNTED)
            && !statement.has(&["no", "not", "never", "nobody"])
            && statement.has(&[
                "dead", "ghost", "ghosts", "spirit", "undead", "haunted", "haunts",
            ])
    });
    if haunted {
        return dead;
    }
    for statement in &knowledge.statements {
        let haunts = statement.has(&HAUNTED);
        if let Some(about) = statement.about.filter(person) {
            if haunts {
                dead.remove(&about);
                continue;
            }
            if says_dead(statement) && !statement.has(&DOUBT) {
                dead.insert(about, statement);
            }
        }
        if statement.has(&DOUBT) {
            if statement.has(&["alive", "survives", "survived"]) {
                for mention in &statement.mentions {
                    dead.remove(&mention.entity);
                }
            }
            continue;
        }
        for entity in killed(statement).into_iter().filter(person) {
            dead.insert(entity, statement);
        }
    }
    // Whoever is spoken of as a ghost anywhere may speak.
    for statement in &knowledge.statements {
        if let Some(about) = statement.about
            && statement.has(&HAUNTED)
        {
            dead.remove(&about);
        }
    }
    dead
}

/// A role or description: "the dead king", "He died in March", "drowned ten years ago".
fn says_dead(statement: &Statement<'_>) -> bool {
    let reading = &statement.reading;
    let first = |at: usize| reading.words.get(at).map_or("", |word| word.lower.as_str());
    let he = has(&["he", "she", "they"], first(0));
    let mut words = (0..3).map(first);
    let pronoun_died =
        he && (has(&DIED, first(1)) || has(&["was", "is"], first(1)) && has(&KILLED, first(2)));
    let verb_first =
        has(&DIED, first(0)) || has(&KILLED, first(0)) && statement.has(&["ago", "in", "since"]);
    let owned = |word: &str| has(&words::DEFINITE, word) || word == "a";
    // "her dead brother", "the late king"; not "keeper of the dead".
    let adjective = words
        .any(|word| has(&["dead", "late", "deceased", "drowned", "murdered"], word))
        && (owned(first(0))
            || has(&["dead", "late", "deceased"], first(0))
            || reading.words[0].possessive)
        && first(1) != "of"
        && reading.words.len() > 1
        && !has(&["of"], first(0));
    pronoun_died
        || verb_first && statement.mentions.is_empty()
        || adjective && statement.mentions.is_empty()
}

/// Whom a sentence says to be dead: who dies, to whom it is done, or whom somebody kills.
fn killed(statement: &Statement<'_>) -> Vec<usize> {
    let reading = &statement.reading;
    let mut dead = Vec::new();
    for at in 0..reading.words.len() {
        let word = reading.words[at].lower.as_str();
        let by = |back: isize| {
            has(&words::BE, reading.lower(at, -back)) || reading.lower(at, -back) == "been"
        };
        // "is arrested and killed", "was shot"; "is owed to the dead" is another matter.
        let passive = reading.lower(at, -1) != "the" && (by(1) || by(2) || by(3) && word != "dead");
        let last = statement
            .mentions
            .iter()
            .rev()
            .find(|mention| mention.end <= at && !reading.words[mention.end - 1].possessive);
        let intransitive = has(&DIED, word) && !(has(&["of", "the", "a"], reading.lower(at, -1)));
        if intransitive || passive && has(&KILLED, word) {
            // With two in the sentence it may be either; the nearest in its own clause, then the first.
            let whose = |mention: &&super::entity_index::Mention| {
                !reading.words[mention.end..at].iter().any(|word| {
                    has(
                        &[
                            "who", "whom", "whose", "which", "that", "what", "people", "how",
                        ],
                        &word.lower,
                    )
                })
            };
            let apart = |mention: &&super::entity_index::Mention| {
                statement.mentions.len() == 1 || at - mention.end <= 6 || mention.start <= 3
            };
            dead.extend(
                last.filter(whose)
                    .filter(apart)
                    .map(|mention| mention.entity),
            );
        } else if has(&KILLS, word) {
            let object = statement.mentions.iter().find(|mention| {
                mention.start > at
                    && mention.start - at <= 3
                    && !reading.words[mention.end - 1].possessive
            });
            dead.extend(object.map(|mention| mention.entity));
        }
    }
    dead
}

/// Whether somebody named at these words does something.
fn acts(annotated: &AnnotatedText<'_>, start: usize, end: usize) -> bool {
    let reading = &annotated.reading;
    if has(&SAYS, reading.lower(start, -1)) && !reading.words[start].parted {
        let speech = start
            .checked_sub(2)
            .is_some_and(|at| reading.words[at].spoken);
        return speech;
    }
    // Only who opens a clause does something: "the man whom Jory hit" is another matter.
    let before = reading.lower(start, -1);
    let opens = before.is_empty()
        || reading.words[start].parted
        || reading.words[start - 1].spoken
        || has(
            &[
                "and", "but", "then", "so", "while", "mr", "mrs", "miss", "dr", "old", "sir",
                "landing",
            ],
            before,
        )
        || has(&words::TITLES, before);
    let opens = opens || adverbial(annotated, start);
    if !opens || has(&["that", "because"], before) {
        return false;
    }
    let mut at = end;
    for _ in 0..3 {
        let Some(word) = reading
            .words
            .get(at)
            .filter(|word| word.sentence == reading.words[start].sentence)
        else {
            return false;
        };
        let lower = word.lower.as_str();
        if word.spoken || word.parted {
            return false;
        }
        if lower.ends_with("ly")
            || has(
                &["just", "only", "then", "also", "himself", "herself", "and"],
                lower,
            )
        {
            at += 1;
            continue;
        }
        if has(&["was", "were", "is"], lower) {
            return reading.words.get(at + 1).is_some_and(|next| {
                next.lower.ends_with("ing") && !has(&["being", "missing"], &next.lower)
            });
        }
        return !has(&STILL, lower) && (lower.ends_with("ed") || has(&IRREGULAR, lower));
    }
    false
}

/// "At the bar Amos Creed turned around": a few words of place or time open the sentence.
fn adverbial(annotated: &AnnotatedText<'_>, start: usize) -> bool {
    static OPENERS: WordSet = WordSet::new(
        "at in on by from behind beside outside inside across under near then later below \
         above beyond after over through down up",
    );
    let reading = &annotated.reading;
    let words = reading.sentences[reading.words[start].sentence]
        .words
        .clone();
    let between = words.start..start;
    (1..=7).contains(&between.len())
        && has(&OPENERS, &reading.words[words.start].lower)
        && between.into_iter().all(|at| {
            !reading.words[at].spoken
                && annotated
                    .mention_at(at)
                    .is_none_or(|mention| !annotated.index.entities[mention.entity].is_person())
        })
}

/// Whether the passage is one of memory, image or dream: in its paragraph up to the mention, or right before.
fn absent(annotated: &AnnotatedText<'_>, at: usize) -> bool {
    let reading = &annotated.reading;
    let sentence = reading.words[at].sentence;
    if annotated.unreal(at)
        || annotated.earlier(at)
        || annotated.denied(at)
        || annotated.near(at, usize::MAX, 9, &ABSENT)
    {
        return true;
    }
    let paragraph = reading.sentences[sentence].paragraph;
    let all = reading.paragraphs[paragraph].clone();
    let past = |near: usize| {
        let mut words = reading.sentences[near].words.clone();
        annotated.tells(near, &ABSENT)
            || annotated.tells(near, &words::UNREAL)
            || annotated.tells(near, &words::MEMORY)
            || words.any(|at| annotated.perfect(at))
    };
    let before = (all.start..sentence).any(past);
    let opens = sentence == all.start;
    let previous = all
        .start
        .checked_sub(1)
        .filter(|_| opens)
        .is_some_and(|last| annotated.tells(last, &ABSENT));
    let next = sentence + 1 < all.end && annotated.tells(sentence + 1, &ABSENT);
    // Right after a letter its writer is heard again.
    let letter = (all.start > 0)
        .then(|| paragraph - 1)
        .is_some_and(|before| {
            let words = reading.paragraph_words(before);
            let italic = reading.text[..reading.words[words.start].start].ends_with(['*', '_']);
            italic && reading.words[words.start].spoken
        });
    before || previous || next || letter
}
