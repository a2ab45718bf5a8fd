//! What the brief wants kept out, and whether a text keeps to it.

use domain::Brief;

/// Words in a wish that do not name what is unwanted.
const EMPTY: &[&str] = &[
    "the",
    "any",
    "and",
    "too",
    "much",
    "many",
    "not",
    "for",
    "with",
    "that",
    "all",
    "kind",
    "sort",
    "scene",
    "scenes",
    "story",
    "stories",
    "please",
    "about",
    "lots",
    "no",
    "of",
    "or",
    "graphic",
    "explicit",
    "gratuitous",
    "excessive",
    "nothing",
    "characters",
    "character",
    "plot",
    "ending",
    "endings",
    "sad",
    "happy",
    "bad",
    "good",
    "things",
    "thing",
    "being",
    "are",
    "from",
    "who",
    "use",
    "using",
    "mention",
    "mentions",
    "in",
    "to",
    "avoid",
    "never",
    "don't",
    "don’t",
    "a",
    "an",
];

/// What a general word covers in these decks.
const COVERS: &[(&str, &[&str])] = &[
    (
        "violence",
        &["blood", "knife", "gun", "kill", "fist", "bruise"],
    ),
    ("weapon", &["knife", "gun", "sword", "blade"]),
    (
        "animal",
        &["dog", "cat", "gull", "horse", "bird", "fox", "crow"],
    ),
    (
        "alcohol",
        &["whisky", "beer", "wine", "brandy", "rum", "drunk", "ale"],
    ),
    (
        "religion",
        &["church", "chapel", "prayer", "priest", "god", "hymn"],
    ),
    ("romance", &["kiss", "lover", "sweetheart"]),
    ("swear", &["damn", "hell"]),
    ("smoking", &["pipe", "cigarette", "tobacco", "smoke"]),
];

/// The unwanted words of a brief.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnwantedWords {
    stems: Vec<String>,
}

impl UnwantedWords {
    /// Reads them from a brief.
    pub(crate) fn of(brief: &Brief) -> Self {
        let mut stems = Vec::new();
        for wish in &brief.avoid {
            for word in text::prose::lower_words(wish) {
                if word.chars().count() < 3 || EMPTY.contains(&word.as_str()) {
                    continue;
                }
                let stem = stem(&word);
                for (general, covered) in COVERS {
                    if stem.starts_with(general) || general.starts_with(stem.as_str()) {
                        stems.extend(covered.iter().map(|word| (*word).to_owned()));
                    }
                }
                stems.push(stem);
            }
        }
        Self { stems }
    }

    /// Whether the text holds an unwanted word.
    pub(crate) fn hits(&self, text: &str) -> bool {
        if self.stems.is_empty() {
            return false;
        }
        let words = text::prose::lower_words(text);
        words.iter().any(|word| {
            self.stems.iter().any(|unwanted| {
                word.starts_with(unwanted.as_str())
                    && word.chars().count() <= unwanted.chars().count() + 3
            })
        })
    }

    /// The text without the sentences that hold an unwanted word.
    pub(crate) fn strike(&self, text: &str) -> String {
        if !self.hits(text) {
            return text.to_owned();
        }
        text.split("\n\n")
            .map(|paragraph| {
                text::prose::sentences(paragraph)
                    .into_iter()
                    .filter(|sentence| !self.hits(sentence))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            // A quotation cut in half would be worse than one paragraph less.
            .filter(|paragraph| {
                !paragraph.is_empty()
                    && paragraph.matches('“').count() == paragraph.matches('”').count()
            })
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}

/// Without a plural ending.
fn stem(word: &str) -> String {
    let short = word
        .strip_suffix("ies")
        .or_else(|| {
            word.strip_suffix("es")
                .filter(|rest| rest.ends_with(['s', 'x', 'h']))
        })
        .or_else(|| word.strip_suffix('s').filter(|rest| !rest.ends_with('s')));
    short
        .filter(|rest| rest.chars().count() >= 3)
        .unwrap_or(word)
        .to_owned()
}

impl UnwantedWords {
    /// A short phrase, or nothing where it holds an unwanted word.
    pub(crate) fn strike_words(&self, phrase: &str) -> String {
        if self.hits(phrase) {
            String::new()
        } else {
            phrase.to_owned()
        }
    }
}
