//! The language that a story is to be written in, as its brief names it.

use domain::language::{bcp47, tag_of};

/// The letters of a language, from a tag or a name: “de” of “de-AT”, of “Deutsch” and of “German (formal)”. Empty where
/// it is not known.
pub(crate) fn code(language: &str) -> String {
    let language = language.trim();
    // Of several words the first that is a name counts, never one that could be a tag: “en español”, “no preference”.
    let words = language.split(|letter: char| !letter.is_alphabetic());
    let named = words
        .filter(|word| word.chars().count() > 3)
        .find_map(|word| {
            let is_castilian = word.eq_ignore_ascii_case("castellano");
            let tag = if is_castilian {
                "es".to_owned()
            } else {
                tag_of(word)
            };
            (tag != word).then_some(tag)
        });
    let tag = bcp47(language).or(named).unwrap_or_default();
    let primary = tag.split('-').next().unwrap_or_default();
    primary.to_lowercase()
}

/// Whether a brief asks for English; so does one that names no language.
pub(crate) fn is_english(language: &str) -> bool {
    language.trim().is_empty() || code(language) == "en"
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_language_is_known_by_its_tag_or_a_name_among_other_words() {
        for (language, known) in [
            ("en", "en"),
            ("de-AT", "de"),
            ("Deutsch", "de"),
            ("German (formal)", "de"),
            ("English, British", "en"),
            ("English/US", "en"),
            ("en español", "es"),
            ("en français", "fr"),
            ("no preference", ""),
            ("castellano", "es"),
            ("中文", "zh"),
            ("Klingon", ""),
            ("", ""),
        ] {
            assert_eq!(code(language), known, "{language}");
        }
    }
}
