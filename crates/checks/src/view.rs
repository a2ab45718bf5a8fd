//! Scenes told from the wrong head, or in the wrong person.

use super::word_set::{WordSet, has};
use super::{FindingList, annotated_text::AnnotatedText, tokenized_text::Word};
use writing::assignment::Scene;

const KIND: &str = "point of view";

/// What goes on inside a head, where nobody else can see it.
static INNER: WordSet = WordSet::new(
    "thought thinks wondered wonders realised realized realises realizes remembered \
     remembers hoped hopes wished wishes feared fears felt feels longed dreaded regretted \
     doubted imagined suspected believed knew knows envied recalled sensed",
);

/// "felt for the key" is done with a hand.
static OUTER: WordSet =
    WordSet::new("for in along around about under inside his her their the over through up");

/// Words that show a guess from outside.
static GUESSED: WordSet = WordSet::new(
    "seemed seems perhaps maybe must might guessed supposed clearly evidently obviously \
     apparently looked told said says if whether what who whom which that saw see plain \
     could how had",
);

/// Words that make it a guess after the name as well.
static UNSURE: WordSet = WordSet::new("if perhaps maybe must might would could like");

/// What a teller from outside may say of itself.
static SPEAKING: WordSet =
    WordSet::new("believe think suppose dare mean say know fear confess imagine must should");

/// Of a hundred told words, so many of the first person make a teller who says "I".
const TELLER: usize = 1;

pub(crate) fn check(annotated: &AnnotatedText<'_>, scenes: &[Scene], found: &mut FindingList) {
    let first = tells_as_i(annotated);
    if first {
        third_in_first(annotated, found);
    } else {
        first_in_third(annotated, found);
    }
    if !scenes.is_empty() {
        heads(annotated, first, found);
    }
}

/// Whether a word is the teller's "I".
fn is_i(annotated: &AnnotatedText<'_>, at: usize) -> bool {
    let word = &annotated.reading.words[at];
    let roman = word.text == "I"
        && at.checked_sub(1).is_some_and(|before| {
            let before = &annotated.reading.words[before];
            before.capital && before.sentence == word.sentence && !before.opens
        });
    // "W, I, T, H": a letter.
    let spelt = |near: Option<&Word<'_>>| {
        near.is_some_and(|near| near.capital && near.text.len() == 1 && near.text != "I")
    };
    let words = &annotated.reading.words;
    let spelt = spelt(words.get(at + 1)) || spelt(at.checked_sub(1).and_then(|at| words.get(at)));
    !word.spoken
        && !roman
        && !spelt
        && (matches!(
            word.text,
            "I" | "I’m" | "I'm" | "I’d" | "I'd" | "I’ll" | "I'll" | "I’ve" | "I've"
        ) || matches!(word.lower.as_str(), "my" | "me" | "myself"))
}

/// Whether the chapter as a whole is told by an "I".
fn tells_as_i(annotated: &AnnotatedText<'_>) -> bool {
    let narrated = annotated
        .reading
        .words
        .iter()
        .filter(|word| !word.spoken)
        .count();
    let own = (0..annotated.reading.words.len())
        .filter(|at| is_i(annotated, *at))
        .count();
    // In one paragraph alone it is a slip, however dense.
    let paragraphs = annotated.reading.paragraphs.len();
    let with = (0..paragraphs)
        .filter(|paragraph| {
            annotated
                .reading
                .paragraph_words(*paragraph)
                .any(|at| is_i(annotated, at))
        })
        .count();
    let narrating = (0..paragraphs)
        .filter(|paragraph| {
            annotated
                .reading
                .paragraph_words(*paragraph)
                .filter(|at| !annotated.reading.words[*at].spoken)
                .count()
                > 7
        })
        .count();
    own * 100 >= narrated * TELLER && with * 2 >= narrating
}

/// Sentences with "I" in a chapter that is told from outside.
fn first_in_third(annotated: &AnnotatedText<'_>, found: &mut FindingList) {
    let reading = &annotated.reading;
    for paragraph in 0..reading.paragraphs.len() {
        let range = reading.paragraph_words(paragraph);
        // "my" alone may be free indirect speech; "I" with a verb is a teller.
        // "I believe" thrown in is a manner of speaking.
        let is_subject = |at: usize| {
            reading.words[at].text.starts_with('I') && !has(&SPEAKING, reading.lower(at, 1))
        };
        let subject = range
            .into_iter()
            .find(|at| is_i(annotated, *at) && is_subject(*at));
        let Some(subject) = subject else { continue };
        let inside = reading.words[subject].sentence;
        let note = "This passage uses “I”, but the chapter is told in the third person.".to_owned();
        // Thoughts without marks: "What am I to do, she thought."
        let thought = annotated.tells(inside, &["thought", "wondered", "think", "thinks", "asked"])
            && annotated.tells(inside, &["she", "he", "they"])
            || reading.asks(inside);
        if !thought && !found.has("language", reading.quote(inside)) {
            found.major(KIND, reading.quote(inside), note);
        }
    }
}

/// A chapter told by an "I" in which the teller walks about like somebody else.
fn third_in_first(annotated: &AnnotatedText<'_>, found: &mut FindingList) {
    let reading = &annotated.reading;
    for mention in &annotated.mentions {
        let paragraph = reading.paragraph_of(mention.start);
        let word = &reading.words[mention.start];
        let next = reading.lower(mention.start, (mention.end - mention.start) as isize);
        let acts = next.ends_with("ed")
            || has(
                &[
                    "said", "went", "came", "stood", "sat", "took", "was", "felt", "thought", "ran",
                ],
                next,
            );
        if word.spoken || annotated.view(paragraph) != Some(mention.entity) || !acts || !word.opens
        {
            continue;
        }
        let here = reading
            .paragraph_words(paragraph)
            .any(|at| is_i(annotated, at));
        if !here && !reading.words[mention.end - 1].possessive {
            let note = format!(
                "The scene is told in the first person, but here {} appears in the third person.",
                annotated.index.entities[mention.entity].entity.name
            );
            found.major(KIND, reading.quote(word.sentence), note);
        }
    }
}

/// What goes on inside somebody whose scene it is not.
fn heads(annotated: &AnnotatedText<'_>, first: bool, found: &mut FindingList) {
    let reading = &annotated.reading;
    for mention in &annotated.mentions {
        let entity = &annotated.index.entities[mention.entity];
        let word = &reading.words[mention.start];
        let Some(view) = annotated.view(reading.sentences[word.sentence].paragraph) else {
            continue;
        };
        if !entity.is_person() || view == mention.entity || word.spoken {
            continue;
        }
        if reading.words[mention.end - 1].possessive {
            continue;
        }
        let Some(verb) = inner_verb(annotated, mention.end) else {
            continue;
        };
        let range = reading.sentences[word.sentence].words.clone();
        // "that", "if" and the like before the name make it somebody's report or guess.
        let guessed = (range.start..mention.start)
            .any(|at| has(&GUESSED, &reading.words[at].lower) || reading.words[at].spoken)
            || (mention.end..verb).any(|at| has(&GUESSED, &reading.words[at].lower));
        let opens = word.opens
            || word.parted
            || has(
                &["and", "but", "while", "beside", "behind"],
                reading.lower(mention.start, -1),
            );
        if guessed || !opens || reading.asks(word.sentence) || annotated.near(verb, 8, 0, &UNSURE) {
            continue;
        }
        let teller = if first {
            "an “I”".to_owned()
        } else {
            annotated.index.entities[view].entity.name.clone()
        };
        let note = format!(
            "This shows what {} thinks or feels, but the scene is told from the point of view of {teller}.",
            entity.entity.name
        );
        found.major(KIND, reading.quote(word.sentence), note);
    }
}

/// The verb of thinking or feeling that follows a name, adverbs left out; or one that follows another verb:
/// "sat up and wondered".
fn inner_verb(annotated: &AnnotatedText<'_>, end: usize) -> Option<usize> {
    let reading = &annotated.reading;
    let sentence = reading.words.get(end)?.sentence;
    let fits = |at: usize| {
        let word = &reading.words[at];
        let after = reading.lower(at, 1);
        let outer = word.lower.starts_with("fe") && has(&OUTER, after)
            || word.lower.starts_with("kn") && !has(&["that", "he", "she", "they", "it"], after)
            || word.lower == "thought"
                // "thought about it" and "thought it over" can be seen from outside.
                && (has(&["so", "for", ""], after)
                    || has(&["over", "it"], reading.lower(at, 2)));
        has(&INNER, &word.lower) && !outer && !word.spoken
    };
    let mut direct = true;
    for at in end..(end + 12).min(reading.words.len()) {
        let word = &reading.words[at];
        if word.sentence != sentence || word.spoken {
            return None;
        }
        if fits(at) && (direct || reading.lower(at, -1) == "and") {
            return Some(at);
        }
        // Another person takes over.
        if annotated.person_at(at).is_some()
            || matches!(word.lower.as_str(), "she" | "he" | "who" | "that")
        {
            return None;
        }
        if direct
            && !(word.lower.ends_with("ly")
                || has(&["still", "suddenly", "only", "never"], &word.lower))
        {
            direct = false;
        }
    }
    None
}
