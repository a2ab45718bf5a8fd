//! Going somewhere by its name: stories, chapters and world entries, and how well a name fits what is typed.

use crate::{EntityKind, StoryId};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use uuid::Uuid;

/// The most characters that are looked for in names.
pub const MAX_TYPED: usize = 100;

/// The id of a story, a chapter or an entity.
pub type NameId = Uuid;

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A story.
    Story,
    /// A chapter of a story.
    Chapter,
    /// Someone or something of a story's world.
    Entity,
}

/// Something that is found by its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NameMatch {
    /// What it is.
    pub kind: NameKind,
    /// Its id.
    pub id: Uuid,
    /// The story that it belongs to, or is.
    pub story: StoryId,
    /// Its title or name; empty where a chapter has none.
    pub name: String,
    /// The number of a chapter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// What an entity is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityKind>,
}

/// How well a name fits what is typed, larger is better; `None` where it does not. Letters fit in both cases.
///
/// Best is the whole name, then its beginning, the beginning of one of its words, a part of it, the beginnings of
/// several words in order ("tsv" and "secvo" fit "The Second Voice"), and last the letters of one word with gaps
/// ("hrbr" fits "harbour"). Several words fit where each of them does, in any order.
pub fn fit(typed: &str, name: &str) -> Option<u32> {
    let (typed, name) = (typed.trim().to_lowercase(), name.trim().to_lowercase());
    if typed.is_empty() {
        return Some(0);
    }
    fit_whole(&typed, &name).or_else(|| {
        let words: Vec<&str> = typed.split_whitespace().collect();
        if words.len() < 2 {
            return None;
        }
        let worst = words.iter().map(|word| fit_whole(word, &name));
        let worst = worst.min()?;
        worst.map(|worst| worst.saturating_sub(100).max(1))
    })
}

/// The places that fit best, at most `limit`: a chapter's own number first, then by [`fit`], at last in the order
/// given. Those in `recent` come before others that fit as well or a little better, the first of them first.
pub fn best(
    named: Vec<NameMatch>,
    limit: usize,
    recent: &[NameId],
    fit_of: impl Fn(&NameMatch) -> Option<u32>,
) -> Vec<NameMatch> {
    let mut fitting: Vec<(u32, NameMatch)> = named
        .into_iter()
        .filter_map(|one| {
            let fit = fit_of(&one)?;
            let rank = recent.iter().position(|id| *id == one.id);
            Some((fit + rank.map_or(0, bonus), one))
        })
        .collect();
    fitting.sort_by_key(|(fit, _)| Reverse(*fit));
    fitting.truncate(limit);
    fitting.into_iter().map(|(_, one)| one).collect()
}

/// What was used lately counts for more; the last one for most.
pub fn bonus(rank: usize) -> u32 {
    60_u32
        .saturating_sub(u32::try_from(rank).unwrap_or(60))
        .max(1)
}

/// How well a chapter fits: its number is as good as its name, and "12" means chapter 12 before any name with a 12.
pub fn fit_chapter(typed: &str, number: u32, title: &str) -> Option<u32> {
    let typed = typed.trim();
    if typed.parse() == Ok(number) {
        return Some(2_000);
    }
    let by_title = fit(typed, title).filter(|_| !title.is_empty());
    let by_number = fit(typed, &format!("chapter {number} {title}"));
    by_title.max(by_number)
}

fn fit_whole(typed: &str, name: &str) -> Option<u32> {
    let longer = name.chars().count().saturating_sub(typed.chars().count());
    // Of two names that fit alike, the shorter one is meant.
    let penalty = u32::try_from(longer).unwrap_or(u32::MAX).min(90);
    let kind = if name == typed {
        1_000
    } else if name.starts_with(typed) {
        900
    } else if let Some(at) = name.find(typed) {
        let begins_word = |at: usize| !name[..at].ends_with(char::is_alphanumeric);
        let mut all = std::iter::once(at).chain(name.match_indices(typed).map(|(at, _)| at));
        if all.any(begins_word) { 800 } else { 600 }
    } else {
        let words: Vec<&str> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        if are_beginnings(typed, &words) {
            500
        } else if words.iter().any(|word| is_thinned(typed, word)) {
            300
        } else {
            return None;
        }
    };
    Some(kind - penalty)
}

/// Whether the letters are the beginnings of some of these words, in order.
fn are_beginnings(typed: &str, words: &[&str]) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    // Up to where the words so far can spell it.
    let mut is_spelled = vec![false; typed.len() + 1];
    is_spelled[0] = true;
    for word in words {
        for from in (0..typed.len())
            .rev()
            .filter(|from| is_spelled[*from])
            .collect::<Vec<_>>()
        {
            let shared = typed[from..].iter().zip(word.chars());
            let shared = shared.take_while(|(a, b)| **a == *b).count();
            is_spelled[from + 1..=from + shared].fill(true);
        }
    }
    is_spelled[typed.len()]
}

/// Whether a word with some of its letters left out is this: the first letter is there, and most of them are.
fn is_thinned(typed: &str, word: &str) -> bool {
    let count = typed.chars().count();
    let mut letters = typed.chars();
    let mut next = letters.next();
    if count < 3 || count * 2 < word.chars().count() || next != word.chars().next() {
        return false;
    }
    for letter in word.chars() {
        if next == Some(letter) {
            next = letters.next();
        }
    }
    next.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in the order in which they fit.
    fn order<'n>(typed: &str, names: &[&'n str]) -> Vec<&'n str> {
        let mut fitting: Vec<_> = names
            .iter()
            .filter_map(|name| Some((fit(typed, name)?, *name)))
            .collect();
        fitting.sort_by_key(|(fit, _)| Reverse(*fit));
        fitting.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn the_more_of_a_name_is_typed_the_better_it_fits() {
        let names = [
            "Unharboured",
            "The Old Harbour",
            "Harbour Lights",
            "Harbour",
            "Lighthouse",
        ];
        let best = [
            "Harbour",
            "Harbour Lights",
            "The Old Harbour",
            "Unharboured",
        ];
        assert_eq!(order("harbour", &names), best);
        assert_eq!(order("HARBOUR", &names), best);
    }

    #[test]
    fn beginnings_of_words_and_thinned_words_fit() {
        for typed in ["tsv", "secvo", "second voice", "voice second", "thsv", "sv"] {
            assert!(fit(typed, "The Second Voice").is_some(), "{typed}");
        }
        assert!(fit("hrbr", "The Harbour").is_some());
        assert!(fit("odrn", "Odran").is_some());
        for typed in ["tvs", "oice z", "xyz", "hr", "ecv", "veco"] {
            assert_eq!(fit(typed, "The Second Voice"), None, "{typed}");
        }
        assert!(fit("sec", "Second") > fit("scd", "Second"));
        assert!(fit("the second", "The Second Voice") > fit("second the", "The Second Voice"));
    }

    #[test]
    fn other_scripts_and_odd_letters_fit_without_harm() {
        assert!(fit("灯台", "夜の灯台").is_some());
        assert!(fit("é", "Élodie").is_some());
        assert!(fit("האור", "האור הגדול").is_some());
        assert_eq!(fit("x", ""), None);
        assert_eq!(fit("  ", "Anything"), Some(0));
        let long = "w ".repeat(2_000);
        assert!(fit(&"w".repeat(60), &long).is_some());
    }

    #[test]
    fn a_number_means_the_chapter() {
        let of = |number: u32, title: &str| fit_chapter("12", number, title);
        assert_eq!(of(12, ""), Some(2_000));
        assert!(of(12, "") > of(3, "12"));
        assert!(of(3, "12") > of(112, ""));
        assert_eq!(of(4, "The Ferry"), None);
        assert!(fit_chapter("chapter 4", 4, "The Ferry").is_some());
        assert!(fit_chapter("ferry", 4, "The Ferry").is_some());
        assert_eq!(fit_chapter("ferry", 4, ""), None);
    }

    #[test]
    fn what_was_used_lately_comes_first_among_equals() {
        let named = |nth: u128, name: &str| NameMatch {
            kind: NameKind::Story,
            id: Uuid::from_u128(nth),
            story: StoryId(Uuid::from_u128(nth)),
            name: name.to_owned(),
            number: None,
            entity: None,
        };
        let all = vec![named(1, "Salt"), named(2, "Salt"), named(3, "Salted Paths")];
        let recent = [Uuid::from_u128(3), Uuid::from_u128(2)];
        let found = best(all.clone(), 2, &recent, |one| fit("salt", &one.name));
        let names: Vec<_> = found.iter().map(|one| one.id.as_u128()).collect();
        assert_eq!(names, [2, 1], "but an exact name is better");
        let found = best(all, 9, &recent, |one| fit("", &one.name));
        let names: Vec<_> = found.iter().map(|one| one.id.as_u128()).collect();
        assert_eq!(names, [3, 2, 1]);
    }
}
