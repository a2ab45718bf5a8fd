//! Languages a story can be written in: how they are stored, and how a person and a model call them.

/// The longest name of a language that makes sense, in characters.
pub const MAX: usize = 100;

/// Languages that are widely written: tag, English name, own name. Nothing keeps an author from another one.
pub const LANGUAGES: [(&str, &str, &str); 54] = [
    ("en", "English", "English"),
    ("en-GB", "British English", "British English"),
    ("en-US", "American English", "American English"),
    ("de", "German", "Deutsch"),
    ("fr", "French", "Français"),
    ("es", "Spanish", "Español"),
    ("it", "Italian", "Italiano"),
    ("pt", "Portuguese", "Português"),
    ("pt-BR", "Brazilian Portuguese", "Português do Brasil"),
    ("nl", "Dutch", "Nederlands"),
    ("sv", "Swedish", "Svenska"),
    ("da", "Danish", "Dansk"),
    ("no", "Norwegian", "Norsk"),
    ("nb", "Norwegian Bokmål", "Bokmål"),
    ("nn", "Norwegian Nynorsk", "Nynorsk"),
    ("fi", "Finnish", "Suomi"),
    ("is", "Icelandic", "Íslenska"),
    ("pl", "Polish", "Polski"),
    ("cs", "Czech", "Čeština"),
    ("sk", "Slovak", "Slovenčina"),
    ("sl", "Slovenian", "Slovenščina"),
    ("hr", "Croatian", "Hrvatski"),
    ("sr", "Serbian", "Српски"),
    ("bg", "Bulgarian", "Български"),
    ("ro", "Romanian", "Română"),
    ("hu", "Hungarian", "Magyar"),
    ("et", "Estonian", "Eesti"),
    ("lv", "Latvian", "Latviešu"),
    ("lt", "Lithuanian", "Lietuvių"),
    ("el", "Greek", "Ελληνικά"),
    ("ru", "Russian", "Русский"),
    ("uk", "Ukrainian", "Українська"),
    ("tr", "Turkish", "Türkçe"),
    ("ca", "Catalan", "Català"),
    ("ga", "Irish", "Gaeilge"),
    ("cy", "Welsh", "Cymraeg"),
    ("he", "Hebrew", "עברית"),
    ("ar", "Arabic", "العربية"),
    ("fa", "Persian", "فارسی"),
    ("hi", "Hindi", "हिन्दी"),
    ("bn", "Bengali", "বাংলা"),
    ("ur", "Urdu", "اردو"),
    ("ta", "Tamil", "தமிழ்"),
    ("zh", "Chinese", "中文"),
    ("zh-Hans", "Simplified Chinese", "简体中文"),
    ("zh-Hant", "Traditional Chinese", "繁體中文"),
    ("ja", "Japanese", "日本語"),
    ("ko", "Korean", "한국어"),
    ("vi", "Vietnamese", "Tiếng Việt"),
    ("th", "Thai", "ไทย"),
    ("id", "Indonesian", "Bahasa Indonesia"),
    ("ms", "Malay", "Bahasa Melayu"),
    ("fil", "Filipino", "Filipino"),
    ("sw", "Swahili", "Kiswahili"),
];

fn known(text: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    let text = text.trim();
    let tag = text.replace('_', "-");
    LANGUAGES
        .iter()
        .find(|(known, name, own)| same(known, &tag) || same(name, text) || same(own, text))
}

/// Whether two names differ in capitals only.
fn same(one: &str, other: &str) -> bool {
    one.chars().map(lowered).eq(other.chars().map(lowered))
}

/// The small letter, for the alphabets that the names above are written in. The whole of Unicode's table is 15 KB
/// that the browser would load with the first page.
fn lowered(letter: char) -> char {
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Pairs: the capital letter has the even number.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ'..='ơ' | 'Ư'..='ư' | 'Ạ'..='ỹ' => {
            u32::from(u32::from(letter) % 2 == 0)
        }
        _ => 0,
    };
    char::from_u32(u32::from(letter) + by).unwrap_or(letter)
}

/// How a language is called in English, given its tag or any of its names; what is not known, as it was given.
///
/// A region that is not known is told with the language it is a kind of: a model makes more of "German (de-AT)"
/// than of "de-AT".
pub fn name_of(language: &str) -> String {
    let language = language.trim();
    if let Some((_, name, _)) = known(language) {
        return (*name).to_owned();
    }
    match language.split_once(['-', '_']) {
        Some((first, _)) => LANGUAGES
            .iter()
            .find(|(tag, _, _)| tag.eq_ignore_ascii_case(first))
            .map_or_else(
                || language.to_owned(),
                |(_, name, _)| format!("{name} ({language})"),
            ),
        None => language.to_owned(),
    }
}

/// The tag of a language, given it or any of its names; what is not known, as it was typed. Reads
/// [`name_of`] back.
pub fn tag_of(text: &str) -> String {
    let text = text.trim();
    if let Some((tag, _, _)) = known(text) {
        return (*tag).to_owned();
    }
    let within = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match within {
        Some((_, tag)) if name_of(tag) == text => tag.to_owned(),
        _ => text.to_owned(),
    }
}

/// The BCP 47 tag of a language, for programs that spell-check, hyphenate, or read aloud; `None` where the name
/// is not known and is no tag itself.
pub fn bcp47(language: &str) -> Option<String> {
    let tag = tag_of(language).replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next()?;
    let is_primary =
        matches!(primary.len(), 2 | 3) && primary.chars().all(|c| c.is_ascii_alphabetic());
    let is_part =
        |part: &str| matches!(part.len(), 1..=8) && part.chars().all(|c| c.is_ascii_alphanumeric());
    (is_primary && parts.all(is_part)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_tag_and_by_both_its_names() {
        for (tag, name, own) in LANGUAGES {
            for text in [tag, name, own, &own.to_lowercase(), &name.to_uppercase()] {
                assert_eq!(tag_of(text), tag, "{text}");
                assert_eq!(name_of(text), name, "{text}");
            }
        }
        assert_eq!(tag_of("  deutsch "), "de");
        assert_eq!(tag_of("pt_br"), "pt-BR");
    }

    #[test]
    fn what_is_not_known_stays_as_it_was_typed() {
        assert_eq!(tag_of(" Plattdüütsch "), "Plattdüütsch");
        assert_eq!(name_of("Plattdüütsch"), "Plattdüütsch");
        assert_eq!((tag_of(""), name_of(" ")), (String::new(), String::new()));
        assert_eq!(name_of("x-klingon"), "x-klingon");
    }

    #[test]
    fn an_unknown_region_is_told_with_its_language() {
        assert_eq!(tag_of("de-AT"), "de-AT");
        assert_eq!(name_of("de-AT"), "German (de-AT)");
        assert_eq!(name_of("fr_CA"), "French (fr_CA)");
        assert_eq!(name_of("zh-TW"), "Chinese (zh-TW)");
        assert_eq!(tag_of(&name_of("de-AT")), "de-AT");
    }

    #[test]
    fn no_two_languages_share_a_name() {
        let mut all: Vec<String> = LANGUAGES
            .iter()
            .flat_map(|(tag, name, own)| {
                let mut names = vec![tag.to_lowercase(), name.to_lowercase(), own.to_lowercase()];
                names.dedup();
                names
            })
            .collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn a_language_has_a_tag_for_programs() {
        for (language, tag) in [
            ("de", Some("de")),
            ("German", Some("de")),
            ("עברית", Some("he")),
            ("pt_BR", Some("pt-BR")),
            ("German (de-AT)", Some("de-AT")),
            ("sr-Latn-RS", Some("sr-Latn-RS")),
            ("nds", Some("nds")),
            ("Plattdüütsch", None),
            ("the old tongue", None),
            ("en-\" onload=x", None),
            ("", None),
        ] {
            assert_eq!(bcp47(language).as_deref(), tag, "{language}");
        }
    }
}
