//! Sentences in another language than the story's.

use crate::word_set::{WordSet, has};
use crate::{
    CheckInput,
    finding_list::{FindingList, LANGUAGE as KIND},
    story_language::code,
    tokenized_text::TokenizedText,
};
use domain::Severity;
use std::collections::HashSet;
use whatlang::Lang;

/// So many sentences in another language are quoted each.
const MOST_QUOTED: usize = 3;

/// Shorter sentences, in words, say too little about their language.
const SHORTEST: usize = 6;

/// Languages of Latin letters that can be told by letters that stand together. Those of other scripts are told by them.
const KNOWN: [(&str, Lang); 25] = [
    ("cs", Lang::Ces),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("en", Lang::Eng),
    ("es", Lang::Spa),
    ("et", Lang::Est),
    ("fi", Lang::Fin),
    ("fr", Lang::Fra),
    ("hr", Lang::Hrv),
    ("hu", Lang::Hun),
    ("id", Lang::Ind),
    ("it", Lang::Ita),
    ("lt", Lang::Lit),
    ("lv", Lang::Lav),
    ("nb", Lang::Nob),
    ("nl", Lang::Nld),
    ("no", Lang::Nob),
    ("pl", Lang::Pol),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("sk", Lang::Slk),
    ("sl", Lang::Slv),
    ("sv", Lang::Swe),
    ("tr", Lang::Tur),
    ("vi", Lang::Vie),
];

/// Languages so close to each other that letters do not tell them apart.
const NEIGHBOURS: [&[Lang]; 6] = [
    &[Lang::Dan, Lang::Nob, Lang::Swe],
    &[Lang::Ces, Lang::Slk, Lang::Pol],
    &[Lang::Hrv, Lang::Slv],
    &[Lang::Spa, Lang::Por, Lang::Ita, Lang::Ron],
    &[Lang::Nld, Lang::Deu],
    &[Lang::Est, Lang::Fin],
];

/// So many sentences told by their letters alone are no chance any more.
const NO_CHANCE: usize = 3;

/// The small words that each language is made of, and no other one of these.
static PROFILES: [(&str, WordSet); 9] = [
    (
        "en",
        WordSet::new(
            "a as no on in at is be i me do or so if an not you all one man die war come per \
             non we my by up who the and of to was that with had for she he his her it they \
             were but from would what which this",
        ),
    ),
    (
        "de",
        WordSet::new(
            "der die das und nicht ist war ein eine mit sich auf dem den von sie er ich es zu \
             über hatte waren dass als konnten keines",
        ),
    ),
    (
        "fr",
        WordSet::new(
            "le la les et des une un elle il que qui dans était pas sur avait ne pour avec au \
             cela tout leur",
        ),
    ),
    (
        "es",
        WordSet::new(
            "el la los las y una que de en no por con era se su del había pero como ella \
             estaba",
        ),
    ),
    (
        "it",
        WordSet::new(
            "il la che di non una un era con per gli della del sono aveva ma lei lui come più",
        ),
    ),
    (
        "pt",
        WordSet::new("o os as que não uma um com para era do da ela ele mas tinha no na estava"),
    ),
    (
        "nl",
        WordSet::new("de het een en van niet was met ze hij zij op dat maar had naar voor werd"),
    ),
    (
        "sv",
        WordSet::new("och att det som en ett inte var hon han med för på den hade från"),
    ),
    (
        "pl",
        WordSet::new("i nie się na że jest było była był jak ale to do jego jej"),
    ),
];

/// Whether the small words of a language are known.
pub(super) fn has_profile(language: &str) -> bool {
    profile(language).is_some()
}

fn profile(language: &str) -> Option<&'static WordSet> {
    let known = PROFILES.iter().find(|(code, _)| *code == language);
    known.map(|(_, words)| words)
}

/// Told sentences in another language: their small words are those of another one, or their letters stand together as
/// they do in another one.
pub(super) fn check(input: &CheckInput<'_>, reading: &TokenizedText<'_>, found: &mut FindingList) {
    let language = match input.language.trim() {
        "" => "en".to_owned(),
        language => code(language),
    };
    let known = KNOWN.iter().find(|(code, _)| *code == language);
    let (mut foreign, mut is_sure) = (Vec::new(), false);
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let words = reading.words_of(at);
        let told: Vec<&str> = words
            .iter()
            .filter(|word| !word.spoken)
            .map(|word| word.lower.as_str())
            .collect();
        if told.len() < SHORTEST {
            continue;
        }
        let by_words = has_foreign_words(&told, &language)
            && !known.is_some_and(|(_, own)| has_letters_of(&told, *own));
        let by_letters = || {
            // Names come from anywhere.
            let (mut first, mut plain) = (true, Vec::new());
            for word in words.iter().filter(|word| !word.spoken) {
                if first || !word.capital {
                    plain.push(word.lower.as_str());
                }
                first = false;
            }
            let known = known.filter(|_| plain.len() >= SHORTEST);
            known.is_some_and(|(_, own)| has_foreign_letters(&plain, *own))
        };
        if by_words || by_letters() {
            foreign.push(&reading.text[sentence.at.clone()]);
            is_sure |= by_words;
        }
    }
    let severity = match is_sure || foreign.len() >= NO_CHANCE {
        true => Severity::Major,
        false => Severity::Minor,
    };
    tell(&foreign, severity, found);
}

/// Whether the small words of a sentence are those of another language that has a profile.
fn has_foreign_words(told: &[&str], language: &str) -> bool {
    let Some(own) = profile(language) else {
        return false;
    };
    let told: HashSet<&str> = told.iter().copied().collect();
    let here = told.iter().filter(|word| has(own, word)).count();
    let best = PROFILES
        .iter()
        .filter(|(code, _)| *code != language)
        // Small words that two languages share prove nothing.
        .map(|(_, profile)| {
            let foreign = told
                .iter()
                .filter(|word| has(profile, word) && !has(own, word));
            foreign.count()
        })
        .max()
        .unwrap_or_default();
    best >= 3 && best >= here * 3 && best * 5 >= told.len()
}

/// Whether the letters of a sentence stand together as they do in this language: then its small words are there by
/// chance ("yo me limito a decir que me he ablandado").
fn has_letters_of(told: &[&str], own: Lang) -> bool {
    whatlang::detect_lang(&told.join(" ")) == Some(own)
}

/// Whether the letters of a sentence stand together as they do in another language that is known and no neighbour.
fn has_foreign_letters(told: &[&str], own: Lang) -> bool {
    let detected = whatlang::detect(&told.join(" "));
    detected.is_some_and(|found| {
        let other = found.lang();
        let are_close = NEIGHBOURS
            .iter()
            .any(|group| group.contains(&own) && group.contains(&other));
        let is_known = KNOWN.iter().any(|(_, known)| *known == other);
        other != own && is_known && !are_close && found.is_reliable()
    })
}

/// A chapter in another language is not one finding for each of its sentences.
fn tell(foreign: &[&str], severity: Severity, found: &mut FindingList) {
    for (at, quote) in foreign.iter().take(MOST_QUOTED).enumerate() {
        let more = foreign.len().saturating_sub(MOST_QUOTED);
        let note = match at + 1 == MOST_QUOTED && more > 0 {
            true => format!(
                "This is not in the language of the story, like {more} more sentences of the chapter."
            ),
            false => "This is not in the language of the story.".to_owned(),
        };
        found.add(severity, KIND, quote, note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::World;

    fn foreign(language: &str, text: &str) -> Vec<String> {
        let world = World::default();
        let found = crate::run(&CheckInput {
            world: &world,
            beats: &[],
            scenes: &[],
            earlier: &[],
            language,
            text,
        });
        let found = found.into_iter().filter(|finding| finding.kind == KIND);
        found.map(|finding| finding.quote).collect()
    }

    #[test]
    fn a_sentence_without_known_small_words_is_told_by_its_letters() {
        let english = "The rain had stopped before noon, and the street was drying in the sun.";
        for (language, sentence) in [
            (
                "fi",
                "Kukaan kylässä ei tiennyt, mistä vanha mies oli tullut.",
            ),
            ("hu", "Reggel óta esett az eső a kisváros háztetőire."),
            ("ro", "Nimeni din sat nu știa de unde venise bătrânul."),
            (
                "tr",
                "Köyde hiç kimse yaşlı adamın nereden geldiğini bilmiyordu.",
            ),
        ] {
            let both = format!("{english} {sentence}");
            assert_eq!(foreign("en", &both), [sentence], "{language}");
            assert_eq!(foreign(language, &both), [english], "{language}");
        }
    }

    #[test]
    fn small_words_that_another_language_has_too_prove_nothing() {
        for (language, text) in [
            (
                "de",
                "Oder doch morgen, das kommt drauf an, was man so davon hat.",
            ),
            (
                "es",
                "Algunos dicen que me he ablandado, yo me limito a decir que gruño menos.",
            ),
            (
                "it",
                "I nomi dei file sono infiniti in lunghezza, e infinito vuol dire molti.",
            ),
            (
                "pt",
                "Se por exemplo, a casa depender de outros quatro moradores.",
            ),
        ] {
            assert_eq!(foreign(language, text), [""; 0], "{language}");
        }
        let english = "He had been in the house for years, and no one knew it.";
        assert_eq!(
            foreign("es", &format!("Ella no lo sabía. {english}")),
            [english]
        );
    }

    #[test]
    fn what_is_short_spoken_or_a_neighbours_is_left_alone() {
        for (language, text) in [
            ("en", "Nimeni nu știa de unde."),
            (
                "en",
                "“Kukaan kylässä ei tiennyt, mistä vanha mies oli tullut,” she said.",
            ),
            (
                "da",
                "Hun tok lampen fra kroken og gikk langsomt ned trappen.",
            ),
            (
                "en",
                "The letters were from Giovanni Bellincioni, Ludovica Santacroce and Benedetto Malaspina.",
            ),
            (
                "cs",
                "Nikto v dedine nevedel, odkiaľ ten starý muž prišiel.",
            ),
            (
                "nn",
                "Ingen i landsbyen visste hvor den gamle mannen kom fra.",
            ),
            (
                "Klingon",
                "The rain had stopped before noon, and the street was drying.",
            ),
        ] {
            assert_eq!(foreign(language, text), [""; 0], "{language}");
        }
    }
}
