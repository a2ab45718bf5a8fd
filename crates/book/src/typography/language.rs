//! What each language prints: its quotation marks and its dashes.

/// The quotation marks of a language, outer and inner ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotes {
    pub(crate) open: &'static str,
    pub(crate) close: &'static str,
    pub(crate) inner_open: &'static str,
    pub(crate) inner_close: &'static str,
}

/// The dashes of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DashStyle {
    /// For a hyphen between two spaces.
    pub(crate) spaced: &'static str,
    /// For two hyphens between two spaces.
    pub(crate) double: &'static str,
    /// For two hyphens between two words.
    pub(crate) joined: &'static str,
    /// Whether a hyphen that begins a paragraph begins speech.
    pub(crate) speech: bool,
}

/// Words that lost their beginning. Those that often stand in single quotes as a whole are not listed.
pub(crate) const ELIDED: [&str; 18] = [
    "tis", "twas", "twere", "twill", "twould", "tisn", "twasn", "em", "til", "cause", "bout",
    "cuz", "ere", "kay", "nuff", "tween", "neath", "gainst",
];

/// The same in a language: Dutch ’s avonds, ’t huis.
pub(crate) fn elided_too(tag: &str) -> &'static [&'static str] {
    match has("nl af", tag) {
        true => &["s", "t", "n", "k", "m", "r", "ie"],
        false => &[],
    }
}

/// Tags, then the four marks. A longer tag stands before the shorter one that it begins with.
const QUOTES: [(&str, [&str; 4]); 20] = [
    ("de-CH de-LI", ["«", "»", "‹", "›"]),
    ("de cs sk sl is et lt", ["„", "“", "‚", "‘"]),
    ("fr-CH", ["«", "»", "‹", "›"]),
    ("fr", ["«\u{a0}", "\u{a0}»", "“", "”"]),
    (
        "es-MX es-US es-419 es-AR es-CO es-CL es-PE",
        ["“", "”", "‘", "’"],
    ),
    ("es it ca gl eu el sq be", ["«", "»", "“", "”"]),
    ("pt-PT", ["«", "»", "“", "”"]),
    ("pl", ["„", "”", "«", "»"]),
    ("ro", ["„", "”", "«", "»"]),
    ("hu", ["„", "”", "»", "«"]),
    ("hr sr bs", ["„", "”", "’", "’"]),
    ("bg mk ka", ["„", "“", "’", "’"]),
    ("ru uk kk ky tg hy", ["«", "»", "„", "“"]),
    ("nb nn no", ["«", "»", "‘", "’"]),
    ("da", ["»", "«", "›", "‹"]),
    ("sv fi", ["”", "”", "’", "’"]),
    ("lv ar fa ps az", ["«", "»", "‹", "›"]),
    ("he yi", ["”", "”", "’", "’"]),
    ("ja", ["「", "」", "『", "』"]),
    ("zh-Hant zh-TW zh-HK zh-MO yue", ["「", "」", "『", "』"]),
];

fn has(list: &str, tag: &str) -> bool {
    let begins = |known: &str| {
        let begin = tag.get(..known.len());
        let is_whole = matches!(tag.as_bytes().get(known.len()), None | Some(b'-'));
        is_whole && begin.is_some_and(|begin| begin.eq_ignore_ascii_case(known))
    };
    list.split(' ').any(begins)
}

pub(crate) fn quotes(tag: &str) -> Quotes {
    let found = QUOTES.iter().find(|(tags, _)| has(tags, tag));
    let [open, close, inner_open, inner_close] =
        found.map_or(["“", "”", "‘", "’"], |(_, marks)| *marks);
    Quotes {
        open,
        close,
        inner_open,
        inner_close,
    }
}

pub(crate) fn dashes(tag: &str) -> DashStyle {
    let speech = has(
        "fr es it pt ca gl pl cs sk ru uk be bg sr hr ro hu el tr sv fi lt lv et",
        tag,
    );
    if has("ja zh yue", tag) {
        return DashStyle {
            spaced: "—",
            double: "——",
            joined: "——",
            speech,
        };
    }
    // One between two spaces is short in most of Europe; Romance and Slavic languages, and English, have the long one.
    if has("fr es it pt ca gl ru uk be bg", tag) {
        return DashStyle {
            spaced: "—",
            double: "—",
            joined: "—",
            speech,
        };
    }
    let is_short = has(
        "de nl sv da nb nn no fi is et lv lt cs sk sl pl hu hr sr ro el",
        tag,
    );
    DashStyle {
        spaced: "–",
        double: if is_short { "–" } else { "—" },
        joined: "—",
        speech,
    }
}

/// French puts a narrow space before some signs; in Canada and Switzerland it does not.
pub(crate) fn is_french(tag: &str) -> bool {
    has("fr", tag) && !has("fr-CA fr-CH", tag)
}

/// Hebrew writes abbreviations with a mark that looks like a quote.
pub(crate) fn is_hebrew(tag: &str) -> bool {
    has("he yi", tag)
}

/// Whether a character is of a script without spaces between words.
pub(crate) const fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff65}'
        | '\u{20000}'..='\u{323af}')
}
