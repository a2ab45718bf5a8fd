//! The stems of what a sentence is about.

use super::word_set::{WordSet, has};
use rust_stemmers::{Algorithm, Stemmer};

/// Words that say nothing about what a sentence is about, besides those of three letters and fewer.
static EMPTY: WordSet = WordSet::new(
    "about after again against almost along already also another anything around away back \
     because become becomes been before being between cannot come comes could does down \
     each ever every everything first for from gets give gives goes going have having hers \
     herself himself into itself just made make makes more most much must never nobody \
     nothing once only onto other over rather same should since some someone something \
     still such take takes than that their them then there these they thing things this \
     those though through towards under until upon very wants was were what when where \
     which while will with without would your the and his her him she are its has had but \
     not who how out off one all",
);

/// Cuts words down to their stems, in one language.
pub(crate) struct WordStemmer(Option<Stemmer>);

impl WordStemmer {
    /// For a language; in one that nobody has rules for, words stay as they are.
    pub(crate) fn of(language: &str) -> Self {
        let algorithm = match super::story_language::code(language).as_str() {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "es" => Algorithm::Spanish,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "nl" => Algorithm::Dutch,
            "nb" | "nn" | "no" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => return Self(None),
        };
        Self(Some(Stemmer::create(algorithm)))
    }

    /// The stem of a word in lower case.
    pub(crate) fn stem(&self, word: &str) -> String {
        self.0.as_ref().map_or_else(
            || word.to_owned(),
            |stemmer| stemmer.stem(word).into_owned(),
        )
    }

    /// Whether a word says what a sentence is about.
    pub(crate) fn tells(word: &str) -> bool {
        let letters = word.chars().count();
        (letters > 2 || letters > 0 && !word.is_ascii()) && !has(&EMPTY, word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_story_chooses_its_stems() {
        for (language, one, other) in [
            ("العربية", "كتابه", "كتابها"),
            ("da", "bådene", "båden"),
            ("Deutsch", "Laternen", "Laterne"),
            ("Greek", "βάρκες", "βάρκα"),
            ("en-GB", "lanterns", "lantern"),
            ("Español", "linternas", "linterna"),
            ("castellano", "linternas", "linterna"),
            ("Finnish", "veneet", "veneen"),
            ("fr", "lanternes", "lanterne"),
            ("hu", "házak", "házat"),
            ("it", "porte", "porta"),
            ("Nederlands", "lantaarns", "lantaarn"),
            ("Norwegian Bokmål", "båtene", "båten"),
            ("pt-BR", "lanternas", "lanterna"),
            ("ro", "bărcilor", "bărci"),
            ("Русский", "лодками", "лодка"),
            ("sv_SE", "båtarna", "båten"),
            ("ta", "படகுகள்", "படகு"),
            ("Turkish", "tekneler", "tekneleri"),
        ] {
            let stems = WordStemmer::of(language);
            assert!(stems.0.is_some(), "{language}");
            let (one, other) = (stems.stem(one), stems.stem(other));
            assert_eq!(one, other, "{language}");
        }
        assert!(WordStemmer::of("Suomi (puhekieli)").0.is_some());
        assert_eq!(WordStemmer::of("Klingon").stem("boats"), "boats");
    }

    #[test]
    fn words_of_one_family_have_one_stem() {
        let stems = WordStemmer::of("English");
        assert_eq!(stems.stem("ledgers"), stems.stem("ledger"));
        assert_eq!(stems.stem("crossing"), stems.stem("crossed"));
        assert!(
            !WordStemmer::tells("about")
                && WordStemmer::tells("ledger")
                && WordStemmer::tells("燈塔")
        );
    }
}
