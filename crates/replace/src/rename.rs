//! Somebody's new name, in everything that a story says.

use crate::{
    name::{self, Form, FormKind},
    name_context::NameContext,
    place::{PartField, PlaceBudget, PlaceSearch, TextPlace},
    word::{self, WordBoundaries},
};
use domain::{
    Entity, EntityId, EntityKind, MatchDoubt, NewName, PartValue, Refusal, SearchKind, StoryPart,
    VersionValue, WorldPart, language,
};
use regex::{Regex, RegexBuilder};
use std::ops::Range;

/// Where the texts of an entity have its name.
const NAME_FIELD: usize = 0;

/// Finds the forms of somebody's name.
#[derive(Debug)]
pub struct NameSearch {
    entity: EntityId,
    is_person: bool,
    new: String,
    forms: Vec<FormFinder>,
    /// Where one of the forms may begin.
    any: Option<Regex>,
    /// Whole names of others that contain one of the forms.
    others: Option<Regex>,
    /// Whether an “s” without an apostrophe makes a genitive.
    has_plain_genitive: bool,
    /// Whether every noun has a capital.
    has_capital_nouns: bool,
}

#[derive(Debug)]
struct FormFinder {
    form: Form,
    /// The form and what may follow in the same word, at the beginning of a text.
    regex: Regex,
    /// Somebody else's name has this word, too.
    is_shared: bool,
    /// The story has it as an ordinary word.
    is_common: bool,
}

/// A form as it is in a text.
struct Met<'t> {
    finder: &'t FormFinder,
    /// With its ending.
    range: Range<usize>,
    found: &'t str,
    ending: &'t str,
}

/// A name as part of a pattern: with any white space within a line, and any apostrophe.
fn pattern(name: &str) -> String {
    let words: Vec<String> = name
        .split_whitespace()
        .map(|word| regex::escape(&word.replace('’', "'")).replace('\'', "['’]"))
        .collect();
    words.join(r"(?:[ \t\u{a0}\u{202f}]+|[ ]*\n[ ]*)")
}

fn compiled(source: &str, any_case: bool) -> Option<Regex> {
    RegexBuilder::new(source)
        .case_insensitive(any_case)
        .size_limit(20_000_000)
        .build()
        .ok()
}

fn entity(part: &StoryPart) -> Option<&Entity> {
    match &part.value {
        PartValue::Version(VersionValue::Part(WorldPart::Entity(entity))) => Some(entity),
        _ => None,
    }
}

fn has_word(name: &str, word: &str) -> bool {
    name.split_whitespace()
        .any(|part| part.to_lowercase() == word.to_lowercase())
}

impl NameSearch {
    /// Prepares a new name for an entity of a story with these parts.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotFound`] where there is no such entity.
    pub fn new(parts: &[StoryPart], id: EntityId, new: &NewName) -> Result<Self, Refusal> {
        let entities: Vec<&Entity> = parts.iter().filter_map(entity).collect();
        let renamed = entities.iter().find(|entity| entity.id == id);
        let renamed = renamed.ok_or(Refusal::NotFound("entity"))?;
        let is_person = renamed.kind == EntityKind::Person;
        let forms = name::all(renamed.kind, &renamed.name, new);
        let others: Vec<&Entity> = entities
            .iter()
            .copied()
            .filter(|other| other.id != id)
            .collect();
        let common = common_words(parts, &forms);
        let finders = forms.iter().zip(common).filter_map(|(form, is_common)| {
            let shares = |other: &&Entity| {
                other.kind == EntityKind::Person && has_word(&other.name, &form.name)
            };
            Some(FormFinder {
                regex: compiled(
                    &format!(r"\A(?:{})(['’]s|s['’]?|['’])?", pattern(&form.name)),
                    true,
                )?,
                is_shared: form.kind != FormKind::Whole && others.iter().any(shares),
                is_common,
                form: form.clone(),
            })
        });
        let finders: Vec<FormFinder> = finders.collect();
        let language = story_language(parts);
        Ok(Self {
            entity: id,
            is_person,
            new: new.name.clone(),
            any: alternatives(forms.iter().map(|form| form.name.as_str())),
            others: alternatives(
                others
                    .iter()
                    .map(|other| other.name.as_str())
                    .filter(|other| {
                        forms.iter().any(|form| {
                            let within = other.to_lowercase().contains(&form.name.to_lowercase());
                            within && other.chars().count() > form.name.chars().count()
                        })
                    }),
            ),
            forms: finders,
            has_plain_genitive: ["de", "nl", "sv", "da", "nb", "no", "nn", "fy", "lb", "is"]
                .contains(&language.as_str()),
            has_capital_nouns: ["de", "lb"].contains(&language.as_str()),
        })
    }

    /// The form that begins at a place, if one does.
    fn meet<'t>(
        &'t self,
        text: &'t str,
        at: usize,
        boundaries: &WordBoundaries,
    ) -> Option<Met<'t>> {
        let rest = text.get(at..)?;
        self.forms.iter().find_map(|finder| {
            let captures = finder.regex.captures(rest)?;
            let whole = captures.get(0)?;
            let ending = captures.get(1).map_or("", |ending| ending.as_str());
            let bare = whole.as_str().strip_suffix(ending)?;
            // An apostrophe alone belongs to a name that ends in a sound of s.
            let is_quote = matches!(ending, "'" | "’") && !ends_in_s(bare);
            let ending = if is_quote { "" } else { ending };
            let range = at..at + bare.len() + ending.len();
            if boundaries.surround(text, range.clone()) {
                return Some(Met {
                    finder,
                    range,
                    found: bare,
                    ending,
                });
            }
            let range = at..at + bare.len();
            let is_alone = !ending.is_empty() && boundaries.surround(text, range.clone());
            is_alone.then_some(Met {
                finder,
                range,
                found: bare,
                ending: "",
            })
        })
    }

    /// Why a place may be something else. `None` where it is certainly no name.
    fn doubt(
        &self,
        text: &str,
        met: &Met<'_>,
        others: &[Range<usize>],
    ) -> Option<Option<MatchDoubt>> {
        let FormFinder {
            form,
            is_shared,
            is_common,
            ..
        } = met.finder;
        let around = NameContext::of(text, &met.range);
        let is_small = is_smaller(met.found, &form.name);
        if is_small && *is_common {
            return None;
        }
        let is_within = |other: &Range<usize>| {
            other.start <= met.range.start
                && met.range.end <= other.end
                && other.len() > met.found.len()
        };
        if others.iter().any(is_within) || around.is_joined() || around.is_in_katakana(met.found) {
            return Some(Some(MatchDoubt::OtherName));
        }
        if is_small {
            return Some(Some(MatchDoubt::LowerCase));
        }
        let is_one_word = !form.name.contains(' ');
        let is_single_sign =
            met.found.chars().count() == 1 && met.found.chars().all(word::is_without_spaces);
        let is_after_article =
            self.is_person && is_one_word && around.before().is_some_and(name::is_article);
        if is_single_sign || is_after_article || *is_common && around.begins_sentence() {
            return Some(Some(MatchDoubt::CommonWord));
        }
        let may_be_followed = form.kind == FormKind::First && !self.has_capital_nouns;
        let may_be_preceded = form.kind == FormKind::Last && !self.has_capital_nouns;
        if *is_shared
            || form.kind == FormKind::WithoutNew
            || may_be_followed && met.ending.is_empty() && around.is_followed_by_name()
            || may_be_preceded && around.is_preceded_by_name()
        {
            return Some(Some(MatchDoubt::OtherName));
        }
        let is_plain_s = met.ending.starts_with('s');
        Some((is_plain_s && !self.has_plain_genitive).then_some(MatchDoubt::Ending))
    }

    /// What takes the place of a form, in its case and with its ending.
    fn replacement(&self, text: &str, met: &Met<'_>) -> String {
        let form = &met.finder.form;
        let mut becomes = form.becomes.as_str();
        let around = NameContext::of(text, &met.range);
        if around.before().is_some_and(name::is_article) {
            // No “the The Beacon”.
            becomes = name::without_article(becomes);
        }
        let mut becomes = match () {
            () if is_shouted(met.found) && !is_shouted(&form.name) => becomes.to_uppercase(),
            () if begins_small(&form.name) && !begins_small(met.found) => with_capital(becomes),
            () => becomes.to_owned(),
        };
        let ending = match (met.ending, ends_in_s(&becomes)) {
            ("'" | "’", false) if self.has_plain_genitive => "s",
            ("'", false) => "'s",
            ("’", false) => "’s",
            ("s", true) if self.has_plain_genitive => "’",
            (ending, _) => ending,
        };
        becomes.push_str(ending);
        becomes
    }
}

impl PlaceSearch for NameSearch {
    fn places(
        &self,
        field: &PartField<'_>,
        budget: &mut PlaceBudget,
    ) -> Result<Vec<TextPlace>, Refusal> {
        let text = field.text;
        let is_own = field.part.kind == SearchKind::Entity && field.part.subject == self.entity.0;
        if is_own && field.number == NAME_FIELD {
            budget.take(self.new.len())?;
            return Ok(vec![TextPlace {
                range: 0..text.len(),
                replacement: self.new.as_str().into(),
                doubt: None,
            }]);
        }
        let Some(any) = self.any.as_ref().filter(|any| any.is_match(text)) else {
            return Ok(Vec::new());
        };
        let boundaries = WordBoundaries::of(text);
        let others = self.others.as_ref().map(|others| {
            let found = others.find_iter(text).map(|other| other.range());
            found
                .filter(|other| boundaries.surround(text, other.clone()))
                .collect::<Vec<_>>()
        });
        let others = others.unwrap_or_default();
        let (mut places, mut from) = (Vec::new(), 0);
        while let Some(start) = any.find_at(text, from).map(|found| found.start()) {
            let Some(met) = self.meet(text, start, &boundaries) else {
                let next = text[start..].chars().next().map_or(1, char::len_utf8);
                from = start + next;
                continue;
            };
            from = met.range.end;
            if let Some(doubt) = self.doubt(text, &met, &others) {
                let replacement = self.replacement(text, &met);
                budget.take(replacement.len())?;
                places.push(TextPlace {
                    range: met.range,
                    replacement: replacement.into(),
                    doubt,
                });
            }
        }
        Ok(places)
    }
}

fn alternatives<'n>(names: impl Iterator<Item = &'n str>) -> Option<Regex> {
    let mut names: Vec<&str> = names.filter(|name| !name.trim().is_empty()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let names: Vec<String> = names.into_iter().map(pattern).collect();
    match names.is_empty() {
        true => None,
        false => compiled(&names.join("|"), true),
    }
}

fn story_language(parts: &[StoryPart]) -> String {
    let brief = parts.iter().find_map(|part| match &part.value {
        PartValue::Version(VersionValue::Brief(brief)) => Some(&brief.brief.language),
        _ => None,
    });
    let language = brief.map_or("", String::as_str);
    let tag = language::tag_of(language);
    tag.split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

/// Which of the forms the chapters have as ordinary words, with a small letter: “will”, “rose”.
fn common_words(parts: &[StoryPart], forms: &[Form]) -> Vec<bool> {
    forms
        .iter()
        .map(|form| is_common(parts, &form.name))
        .collect()
}

fn is_common(parts: &[StoryPart], word: &str) -> bool {
    let small = word.to_lowercase();
    if word.contains(char::is_whitespace) || small == word {
        return false;
    }
    let Some(regex) = compiled(&format!(r"\b{}\b", regex::escape(word)), true) else {
        return false;
    };
    let (mut as_word, mut as_name) = (0_usize, 0_usize);
    for part in parts {
        if let PartValue::Text(text) = &part.value {
            for found in regex.find_iter(text) {
                match found.as_str() == small {
                    true => as_word += 1,
                    false => as_name += 1,
                }
            }
        }
    }
    // One or two may be slips.
    as_word > 2 && as_word * 20 > as_name
}

fn ends_in_s(name: &str) -> bool {
    name.ends_with(['s', 'S', 'x', 'X', 'z', 'Z', 'ß'])
}

fn begins_small(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_lowercase)
}

/// Whether all letters of a text are capitals, and there are at least two.
fn is_shouted(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !text.chars().any(char::is_lowercase)
}

/// Whether a capital of the name is a small letter here.
fn is_smaller(found: &str, name: &str) -> bool {
    let letters =
        |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_alphabetic()).collect() };
    let pairs = letters(found).into_iter().zip(letters(name));
    pairs
        .into_iter()
        .any(|(found, name)| found.is_lowercase() && name.is_uppercase())
}

fn with_capital(text: &str) -> String {
    let rest = text.chars().skip(1);
    text.chars()
        .take(1)
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}

#[cfg(test)]
mod tests;
