//! Where words may be divided at the end of a line.

use hypher::Lang;

/// The sign that stands where a word may be divided.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';

/// Shorter words are never divided.
const SHORTEST: usize = 6;

/// Longer ones are no words; they break anywhere.
const LONGEST: usize = 60;

/// The rules of a language, given its tag; none where they are not known, or where no hyphen is written.
pub(crate) fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split('-').next().unwrap_or_default();
    let primary = match primary.to_ascii_lowercase().as_str() {
        "nb" | "nn" => "no".to_owned(),
        primary => primary.to_owned(),
    };
    let code = <[u8; 2]>::try_from(primary.as_bytes()).ok()?;
    Lang::from_iso(code).filter(|language| language.hyphenation_character().is_some())
}

/// Adds a text, with a soft hyphen at each place where a word may be divided.
pub(crate) fn hyphenate(text: &str, language: Option<Lang>, out: &mut String) {
    let Some(language) = language else {
        return out.push_str(text);
    };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_letter = first.is_alphabetic();
        let end = rest
            .find(|c: char| c.is_alphabetic() != is_letter)
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        let is_word = is_letter && part.len() >= SHORTEST && part.len() <= LONGEST * 2;
        if !is_word || !(SHORTEST..=LONGEST).contains(&part.chars().count()) {
            out.push_str(part);
            continue;
        }
        for (at, syllable) in hypher::hyphenate(part, language).enumerate() {
            if at > 0 && !is_ligature(out, syllable) {
                out.push(SOFT_HYPHEN);
            }
            out.push_str(syllable);
        }
    }
}

/// Whether the letters at this place are one glyph, which can't be divided.
pub(crate) fn is_ligature(before: &str, after: &str) -> bool {
    before.ends_with('f') && after.starts_with(['b', 'f', 'h', 'i', 'j', 'k', 'l', 't'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, tag: &str) -> String {
        let mut out = String::new();
        hyphenate(text, language(tag), &mut out);
        out.replace(SOFT_HYPHEN, "-")
    }

    #[test]
    fn words_are_divided_by_the_rules_of_their_language() {
        assert_eq!(
            shown("an extensive, hyphenation.", "en-GB"),
            "an ex-ten-sive, hy-phen-ation."
        );
        assert_eq!(
            shown("die Leuchtturmwärterin", "de"),
            "die Leucht-turm-wär-te-rin"
        );
        assert_eq!(shown("extensive", ""), "extensive");
        assert_eq!(shown("extensive", "tlh"), "extensive");
        assert!(language("nb").is_some() && language("hi").is_none());
        let long = "x".repeat(100_000);
        assert_eq!(shown(&long, "en"), long);
    }
}
