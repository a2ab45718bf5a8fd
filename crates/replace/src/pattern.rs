//! What to find.

use crate::{
    pattern_replacement::PatternReplacement,
    place::{PartField, PlaceBudget, PlaceSearch, TextPlace},
    word::WordBoundaries,
};
use domain::{Refusal, ReplacePattern};
use regex::{Regex, RegexBuilder};

/// The most characters of what is to be found.
pub const MAX_FIND: usize = 500;

/// The most characters of what takes its place.
pub const MAX_REPLACE: usize = 2_000;

/// The most memory that a compiled regular expression takes, in bytes.
const SIZE: usize = 1_000_000;

/// Why a pattern can't be used. `Display` is one sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// There is nothing to find.
    #[error("Enter what to find.")]
    Empty,
    /// It is too long.
    #[error("What to find has {0} characters, but at most {MAX_FIND} are allowed. Shorten it.")]
    FindTooLong(usize),
    /// The other text is too long.
    #[error(
        "The replacement has {0} characters, but at most {MAX_REPLACE} are allowed. Shorten it."
    )]
    ReplacementTooLong(usize),
    /// It is no regular expression; what is wrong with it.
    #[error("The regular expression can’t be read: {0}. Correct it, or search for plain text.")]
    Syntax(String),
    /// It takes too much memory.
    #[error(
        "The regular expression is too large. Use smaller numbers of repetitions, or search for less."
    )]
    TooLarge,
}

/// A pattern that is ready to be looked for, and what takes its place.
#[derive(Debug)]
pub struct TextPattern {
    regex: Regex,
    replacement: PatternReplacement,
    whole_words: bool,
}

impl TextPattern {
    /// Compiles what somebody typed.
    ///
    /// # Errors
    ///
    /// See [`PatternError`].
    pub fn new(typed: &ReplacePattern) -> Result<Self, PatternError> {
        if typed.find.is_empty() {
            return Err(PatternError::Empty);
        }
        let length = typed.find.chars().count();
        if length > MAX_FIND {
            return Err(PatternError::FindTooLong(length));
        }
        let length = typed.replace.chars().count();
        if length > MAX_REPLACE {
            return Err(PatternError::ReplacementTooLong(length));
        }
        let source = match typed.regex {
            true => typed.find.clone(),
            false => regex::escape(&typed.find),
        };
        let regex = RegexBuilder::new(&source)
            .case_insensitive(!typed.match_case)
            .multi_line(true)
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .build()
            .map_err(reason)?;
        let replacement = match typed.regex {
            true => PatternReplacement::with_groups(&regex, &typed.replace),
            false => PatternReplacement::Plain(typed.replace.as_str().into()),
        };
        Ok(Self {
            regex,
            replacement,
            whole_words: typed.whole_words,
        })
    }

    /// The places in a text, none of which overlaps another. A regular expression that matches nothing at a place has no
    /// match there.
    ///
    /// # Errors
    ///
    /// See [`PlaceBudget::take`].
    pub fn places(&self, text: &str, budget: &mut PlaceBudget) -> Result<Vec<TextPlace>, Refusal> {
        let boundaries = self.whole_words.then(|| WordBoundaries::of(text));
        let (mut places, mut from) = (Vec::new(), 0);
        while let Some(captures) = self.regex.captures_at(text, from) {
            let Some(found) = captures.get(0) else { break };
            let is_word = boundaries
                .as_ref()
                .is_none_or(|words| words.surround(text, found.range()));
            if !is_word || found.is_empty() {
                // Within a text that was no whole word, another may begin. A regular expression may match very long
                // ones: to look into each of them again would take too long.
                let is_plain = matches!(self.replacement, PatternReplacement::Plain(_));
                let skipped = if is_plain { 0 } else { found.len() };
                let rest = &text[found.start()..];
                let Some(next) = rest.chars().next() else {
                    break;
                };
                from = found.start() + skipped.max(next.len_utf8());
                continue;
            }
            from = found.end();
            places.push(TextPlace {
                range: found.range(),
                replacement: self.replacement.at(&captures, budget)?,
                doubt: None,
            });
        }
        Ok(places)
    }
}

impl PlaceSearch for TextPattern {
    fn places(
        &self,
        field: &PartField<'_>,
        budget: &mut PlaceBudget,
    ) -> Result<Vec<TextPlace>, Refusal> {
        self.places(field.text, budget)
    }
}

fn reason(error: regex::Error) -> PatternError {
    match error {
        regex::Error::CompiledTooBig(_) => PatternError::TooLarge,
        other => {
            let text = other.to_string();
            let last = text.lines().last().unwrap_or_default();
            let what = last.trim().trim_start_matches("error: ");
            PatternError::Syntax(what.trim_end_matches('.').to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pattern(find: &str, replace: &str) -> ReplacePattern {
        ReplacePattern {
            find: find.to_owned(),
            replace: replace.to_owned(),
            ..ReplacePattern::default()
        }
    }

    fn apply(typed: &ReplacePattern, text: &str) -> String {
        let pattern = TextPattern::new(typed).expect("a pattern");
        let places = pattern.places(text, &mut PlaceBudget::default());
        crate::replaced(text, &places.expect("few places"))
    }

    #[test]
    fn plain_text_is_no_regular_expression() {
        let text = "A.B costs $1 (now). a.b";
        assert_eq!(apply(&pattern("a.b", "$1"), text), "$1 costs $1 (now). $1");
        assert_eq!(apply(&pattern("(now)", ""), text), "A.B costs $1 . a.b");
        let exact = ReplacePattern {
            match_case: true,
            ..pattern("a.b", "x")
        };
        assert_eq!(apply(&exact, text), "A.B costs $1 (now). x");
        assert_eq!(apply(&pattern("straẞe", "Weg"), "Die Straße"), "Die Weg");
    }

    #[test]
    fn whole_words_are_bounded_by_other_letters_alone() {
        let mara = ReplacePattern {
            whole_words: true,
            ..pattern("mara", "Ines")
        };
        assert_eq!(
            apply(
                &mara,
                "Mara saw Mara’s lamp, Mara's. Tamara, Maras, «Mara»-Mara"
            ),
            "Ines saw Ines’s lamp, Ines's. Tamara, Maras, «Ines»-Ines"
        );
        let two = ReplacePattern {
            whole_words: true,
            ..pattern("a a", "b")
        };
        assert_eq!(apply(&two, "ba a a"), "ba b");
        let amour = ReplacePattern {
            whole_words: true,
            ..pattern("amour", "mer")
        };
        assert_eq!(
            apply(&amour, "l’amour, d'amour, amoureux"),
            "l’mer, d'mer, amoureux"
        );
        // Without spaces between words, no boundary is asked for.
        for (find, text, after) in [
            ("猫", "夜の黒猫は", "夜の黒犬は"),
            ("カメ", "カメラ", "犬ラ"),
        ] {
            let typed = ReplacePattern {
                whole_words: true,
                ..pattern(find, "犬")
            };
            assert_eq!(apply(&typed, text), after);
        }
    }

    #[test]
    fn groups_of_a_regular_expression_are_put_in() {
        let swap = ReplacePattern {
            regex: true,
            ..pattern(r"(\w+), (?<first>\w+)", "$first ${1}!")
        };
        assert_eq!(apply(&swap, "Holm, Mara"), "Mara Holm!");
        let amps = ReplacePattern {
            regex: true,
            ..pattern("(l)amp", "$1amps, $$1st")
        };
        assert_eq!(apply(&amps, "lamp"), "lamps, $1st");
        let lines = ReplacePattern {
            regex: true,
            ..pattern("^— ?", "– ")
        };
        assert_eq!(apply(&lines, "— Go.\n\n—No."), "– Go.\n\n– No.");
        for nothing in ["x*", "^", r"\b"] {
            let typed = ReplacePattern {
                regex: true,
                ..pattern(nothing, "!")
            };
            assert_eq!(apply(&typed, "Lamp. 海"), "Lamp. 海", "{nothing}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_told_in_a_sentence() {
        let error = |find: &str, replace: &str| {
            let typed = ReplacePattern {
                regex: true,
                ..pattern(find, replace)
            };
            TextPattern::new(&typed).expect_err("no pattern")
        };
        assert_eq!(error("", "x"), PatternError::Empty);
        assert_eq!(error(&"x".repeat(501), ""), PatternError::FindTooLong(501));
        assert_eq!(
            error("x", &"x".repeat(2_001)),
            PatternError::ReplacementTooLong(2_001)
        );
        assert_eq!(error(r"\w{1000}{1000}", ""), PatternError::TooLarge);
        assert_eq!(
            error("(a", "").to_string(),
            "The regular expression can’t be read: unclosed group. Correct it, or search for plain text."
        );
        let look = error("(?=a)", "").to_string();
        assert!(look.contains("look-around"), "{look}");
    }

    #[test]
    fn very_many_places_are_refused() {
        let many = "a".repeat(crate::MAX_PLACES + 1);
        let found = TextPattern::new(&pattern("a", "b"))
            .expect("a pattern")
            .places(&many, &mut PlaceBudget::default());
        assert_eq!(found, Err(Refusal::TooManyPlaces(crate::MAX_PLACES)));
    }

    #[test]
    fn a_replacement_that_takes_too_much_memory_is_refused_before_it_is_made() {
        let typed = ReplacePattern {
            regex: true,
            ..pattern("(?s).+", &"$0".repeat(1_000))
        };
        let pattern = TextPattern::new(&typed).expect("a pattern");
        // It would have 200 MB.
        let text = "x".repeat(200_000);
        let found = pattern.places(&text, &mut PlaceBudget::default());
        assert_eq!(found, Err(Refusal::ReplacementTooLarge));
    }

    #[test]
    fn groups_are_put_in_as_the_crate_regex_does() {
        let regex = Regex::new(r"(?<first>a+)(b)?").expect("a regular expression");
        for replacement in [
            "$0$1",
            "$$1",
            "$9 x",
            "${first}s",
            "$first_s",
            "$",
            "a$",
            "${",
            "${first",
            "$-",
            "$$$0",
        ] {
            let typed = ReplacePattern {
                regex: true,
                match_case: true,
                ..pattern(r"(?<first>a+)(b)?", replacement)
            };
            let text = "aab xa ab";
            assert_eq!(
                apply(&typed, text),
                regex.replace_all(text, replacement),
                "{replacement}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_searched(text in "\\PC{0,80}", find in "\\PC{1,4}", regex: bool, whole_words: bool) {
            let typed = ReplacePattern { regex, whole_words, ..pattern(&find, "<$0>") };
            let Ok(pattern) = TextPattern::new(&typed) else { return Ok(()) };
            let places = pattern.places(&text, &mut PlaceBudget::default()).expect("a short text");
            let mut end = 0;
            for place in &places {
                prop_assert!(place.range.start >= end && place.range.end > place.range.start);
                prop_assert!(text.get(place.range.clone()).is_some());
                end = place.range.end;
                let (before, after) = crate::sentence_around(&text, place, 40);
                prop_assert!(before.chars().count() + after.chars().count() <= 90);
            }
            crate::replaced(&text, &places);
        }
    }
}
