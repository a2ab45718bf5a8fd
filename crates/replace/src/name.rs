//! The forms in which a text has a name, and what they become with a new one.

use domain::{EntityKind, NameForm, NewName, text};

/// Words before a name that are no part of it.
const TITLES: [&str; 51] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "doctor",
    "sir",
    "dame",
    "lord",
    "lady",
    "king",
    "queen",
    "prince",
    "princess",
    "captain",
    "capt",
    "sergeant",
    "lieutenant",
    "colonel",
    "general",
    "major",
    "inspector",
    "detective",
    "father",
    "mother",
    "brother",
    "sister",
    "aunt",
    "uncle",
    "saint",
    "st",
    "old",
    "young",
    "little",
    "herr",
    "frau",
    "fräulein",
    "doktor",
    "onkel",
    "tante",
    "madame",
    "monsieur",
    "mademoiselle",
    "señor",
    "señora",
    "don",
    "doña",
    "signora",
];

/// Words inside a name that are no name.
const PARTICLES: [&str; 25] = [
    "von", "van", "de", "der", "den", "da", "di", "du", "del", "della", "dos", "la", "le", "el",
    "al", "bin", "ibn", "ter", "ten", "zu", "zum", "zur", "of", "af", "av",
];

/// Words after a name that are no part of it.
const ENDINGS: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];

/// Articles and words in their place.
const ARTICLES: [&str; 46] = [
    "the", "a", "an", "this", "that", "my", "your", "his", "her", "our", "their", "its", "der",
    "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "le",
    "la", "les", "un", "une", "des", "mon", "ma", "son", "sa", "el", "los", "las", "una", "il",
    "lo", "gli", "o", "os", "as", "um", "uma",
];

/// What a form is of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormKind {
    /// All of it, or another name.
    Whole,
    /// The first name alone.
    First,
    /// The last name alone.
    Last,
    /// The last name alone, where the new name has none.
    WithoutNew,
}

/// A form to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) name: String,
    pub(crate) becomes: String,
    pub(crate) kind: FormKind,
}

fn bare(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(&bare(word).as_str())
}

pub(crate) fn is_article(word: &str) -> bool {
    ARTICLES.contains(&bare(word).as_str())
}

/// A name without an article before it.
pub(crate) fn without_article(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if is_article(first) => rest.trim_start(),
        _ => name,
    }
}

/// A person's name in its parts.
struct Parts<'n> {
    has_title: bool,
    /// Without titles and endings.
    words: Vec<&'n str>,
}

impl<'n> Parts<'n> {
    fn of(name: &'n str) -> Self {
        let all: Vec<&str> = name.split_whitespace().collect();
        let titles = all.iter().take_while(|word| is_title(word)).count();
        let titles = titles.min(all.len().saturating_sub(1));
        let mut words = all[titles..].to_vec();
        while words.len() > 1
            && words
                .last()
                .is_some_and(|last| ENDINGS.contains(&bare(last).as_str()))
        {
            words.pop();
        }
        Self {
            has_title: titles > 0,
            words,
        }
    }

    fn whole(&self) -> String {
        self.words.join(" ")
    }

    fn first(&self) -> &'n str {
        self.words.first().copied().unwrap_or_default()
    }

    fn last(&self) -> &'n str {
        self.words.last().copied().unwrap_or_default()
    }

    fn has_last(&self) -> bool {
        self.words.len() > 1
    }

    /// The last name with “von” and the like.
    fn family(&self) -> String {
        let before = self.words.len().saturating_sub(1);
        let particles = self.words[..before].iter().rev();
        let particles = particles.take_while(|word| PARTICLES.contains(&bare(word).as_str()));
        let from = before - particles.count().min(before.saturating_sub(1));
        self.words[from..].join(" ")
    }

    fn first_and_last(&self) -> String {
        match self.has_last() {
            true => format!("{} {}", self.first(), self.family()),
            false => self.whole(),
        }
    }
}

/// The forms of a name, the longest first, with what each becomes.
pub(crate) fn all(kind: EntityKind, old: &str, new: &NewName) -> Vec<Form> {
    let mut forms = vec![form(old, &new.name, FormKind::Whole)];
    if kind == EntityKind::Person {
        forms.extend(of_person(old, &new.name));
    } else if without_article(old) != old {
        // Its article has another case within a sentence, and stays.
        forms = vec![form(
            without_article(old),
            without_article(&new.name),
            FormKind::Whole,
        )];
    }
    for alias in &new.aliases {
        let name = text::line(&alias.name);
        let becomes = alias.becomes.as_deref().map(text::line);
        let is_known = forms.iter().any(|known| known.name == name);
        let becomes = match (becomes, is_known) {
            (Some(becomes), _) => becomes,
            (None, false) => usual(kind, &name, &new.name),
            (None, true) => continue,
        };
        forms.retain(|known| known.name != name);
        forms.push(form(&name, &becomes, FormKind::Whole));
    }
    let mut seen = std::collections::HashSet::new();
    forms.retain(|form| {
        let says_something = !form.name.is_empty() && !form.becomes.is_empty();
        says_something && form.name != form.becomes && seen.insert(form.name.clone())
    });
    forms.sort_by_key(|form| std::cmp::Reverse(form.name.chars().count()));
    forms
}

fn form(name: &str, becomes: &str, kind: FormKind) -> Form {
    Form {
        name: name.to_owned(),
        becomes: becomes.to_owned(),
        kind,
    }
}

/// What another name becomes where nobody says so.
fn usual(kind: EntityKind, alias: &str, new: &str) -> String {
    match kind {
        EntityKind::Person if !alias.contains(' ') => Parts::of(new).first().to_owned(),
        EntityKind::Person => new.to_owned(),
        _ if without_article(alias) == alias => without_article(new).to_owned(),
        _ => new.to_owned(),
    }
}

fn of_person(old: &str, new: &str) -> Vec<Form> {
    let (old, new) = (Parts::of(old), Parts::of(new));
    if !old.has_last() {
        // “Captain Reyes”: Reyes is the last name.
        let becomes = match old.has_title && new.has_last() {
            true => new.family(),
            false => new.whole(),
        };
        return vec![form(old.first(), &becomes, FormKind::Whole)];
    }
    let mut forms = vec![
        form(&old.whole(), &new.whole(), FormKind::Whole),
        form(
            &old.first_and_last(),
            &new.first_and_last(),
            FormKind::Whole,
        ),
        form(old.first(), new.first(), FormKind::First),
    ];
    let (family, last, kind) = match new.has_last() {
        true => (new.family(), new.last().to_owned(), FormKind::Last),
        false => (new.whole(), new.whole(), FormKind::WithoutNew),
    };
    forms.push(form(&old.family(), &family, kind));
    forms.push(form(old.last(), &last, kind));
    forms
}

/// What is looked for where somebody or something gets a new name, and what it becomes.
pub fn forms(kind: EntityKind, old: &str, new: &NewName) -> Vec<NameForm> {
    all(kind, old, new)
        .into_iter()
        .map(|form| NameForm {
            name: form.name,
            becomes: Some(form.becomes),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(
        kind: EntityKind,
        old: &str,
        new: &str,
        aliases: &[(&str, Option<&str>)],
    ) -> Vec<String> {
        let new = NewName {
            name: new.to_owned(),
            aliases: aliases
                .iter()
                .map(|(name, becomes)| NameForm {
                    name: (*name).to_owned(),
                    becomes: becomes.map(str::to_owned),
                })
                .collect(),
        };
        all(kind, old, &new)
            .into_iter()
            .map(|form| format!("{}>{}", form.name, form.becomes))
            .collect()
    }

    #[test]
    fn a_person_is_called_by_parts_of_the_name() {
        for (old, new, expected) in [
            ("Mara", "Ines", vec!["Mara>Ines"]),
            (
                "Anna Holm",
                "Elsa Berg",
                vec!["Anna Holm>Elsa Berg", "Anna>Elsa", "Holm>Berg"],
            ),
            // What stays the same is not looked for.
            (
                "Anna Holm",
                "Anna Berg",
                vec!["Anna Holm>Anna Berg", "Holm>Berg"],
            ),
            (
                "Anna Holm",
                "Elsa",
                vec!["Anna Holm>Elsa", "Anna>Elsa", "Holm>Elsa"],
            ),
            (
                "Anna Maria Holm",
                "Elsa Berg",
                vec![
                    "Anna Maria Holm>Elsa Berg",
                    "Anna Holm>Elsa Berg",
                    "Anna>Elsa",
                    "Holm>Berg",
                ],
            ),
            (
                "Dr. Anna von Holm",
                "Elsa Berg",
                vec![
                    "Dr. Anna von Holm>Elsa Berg",
                    "Anna von Holm>Elsa Berg",
                    "von Holm>Berg",
                    "Anna>Elsa",
                    "Holm>Berg",
                ],
            ),
            (
                "Captain Reyes",
                "Captain Maria Ortiz",
                vec!["Captain Reyes>Captain Maria Ortiz", "Reyes>Ortiz"],
            ),
            (
                "Tom Smith Jr.",
                "Tim Smith",
                vec!["Tom Smith Jr.>Tim Smith", "Tom Smith>Tim Smith", "Tom>Tim"],
            ),
            ("Old", "New", vec!["Old>New"]),
        ] {
            assert_eq!(pairs(EntityKind::Person, old, new, &[]), expected, "{old}");
        }
    }

    #[test]
    fn other_names_are_looked_for_too() {
        assert_eq!(
            pairs(
                EntityKind::Person,
                "Anna Holm",
                "Elsa Berg",
                &[
                    ("Annie", Some("Elsie")),
                    ("the keeper", None),
                    ("Holm", Some(""))
                ]
            ),
            [
                "the keeper>Elsa Berg",
                "Anna Holm>Elsa Berg",
                "Annie>Elsie",
                "Anna>Elsa"
            ]
        );
        assert_eq!(
            pairs(EntityKind::Person, "Anna", "Elsa Berg", &[("Annie", None)]),
            ["Annie>Elsa", "Anna>Elsa Berg"]
        );
    }

    #[test]
    fn a_place_keeps_its_article() {
        for (old, new, expected) in [
            (
                "The Drowned Quarter",
                "The Salt Quarter",
                vec!["Drowned Quarter>Salt Quarter"],
            ),
            ("The Lantern", "Beacon", vec!["Lantern>Beacon"]),
            ("Port Sorrow", "Port Hope", vec!["Port Sorrow>Port Hope"]),
        ] {
            assert_eq!(pairs(EntityKind::Place, old, new, &[]), expected, "{old}");
        }
    }
}
