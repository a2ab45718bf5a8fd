//! Chapter titles, no two alike.

use super::grammar::{self, PatternSlots};
use super::seeded_rng::SeededRng;
use super::unwanted_words::UnwantedWords;
use super::words;
use std::collections::BTreeSet;

const FIRST: &str = "Patient Borrowed Second Quiet Northern Unlit Long Narrow Last Early Silver \
    Crooked Hollow Slow Distant Sleepless Folded Salted Winter Unsaid Drifting Open Patched Lower \
    Empty Other Amber Stubborn Wakeful Plain";

const SECOND: &str = "Hour Window Answer Ledger Staircase Weather Harvest Stranger Promise Candle \
    Threshold Morning Bargain Crossing Silence Errand Inheritance Map Guest Watch Letter Visitor \
    Account Country Kitchen Light Door Season Question Return";

const WHOLE: &[&str] = &[
    "What the % Kept",
    "Under the %",
    "The % and the &",
    "A Word for the %",
    "Before the %",
    "Nothing but %",
    "The Far Side of the %",
    "Between % and &",
    "The Weight of the %",
    "A % of One’s Own",
    "After the %",
    "No % Without a &",
];

/// Deals titles.
pub(crate) struct ChapterTitles<'a> {
    used: BTreeSet<String>,
    avoid: &'a UnwantedWords,
}

impl<'a> ChapterTitles<'a> {
    /// None dealt yet.
    pub(crate) const fn new(avoid: &'a UnwantedWords) -> Self {
        Self {
            used: BTreeSet::new(),
            avoid,
        }
    }

    /// One of those that suit the chapter, if it is free, else a new one.
    pub(crate) fn next(
        &mut self,
        given: &[String],
        slots: &PatternSlots,
        dice: &mut SeededRng,
    ) -> String {
        let mut given: Vec<&String> = given.iter().collect();
        dice.shuffle(&mut given);
        for pattern in given {
            if let Some(title) = grammar::render(pattern, slots, dice)
                && self.take(&title)
            {
                return title;
            }
        }
        let first: Vec<&str> = FIRST.split_whitespace().collect();
        let second: Vec<&str> = SECOND.split_whitespace().collect();
        for _ in 0..4000 {
            let noun = dice.word(&second);
            let other = dice.word(&second);
            if noun == other {
                continue;
            }
            let title = if dice.chance(45) {
                let pattern = dice.word(WHOLE);
                pattern.replace('%', noun).replace('&', other)
            } else {
                format!("The {} {noun}", dice.word(&first))
            };
            if self.take(&title) {
                return title;
            }
        }
        // Unreachable in practice: there are thousands of combinations for five hundred chapters.
        let title = format!("The {}th Hour", self.used.len() + 20);
        self.used.insert(title.to_lowercase());
        title
    }

    /// Takes a title if it is free, short enough and wanted.
    fn take(&mut self, title: &str) -> bool {
        (2..=6).contains(&words::count(title))
            && !self.avoid.hits(title)
            && self.used.insert(title.to_lowercase())
    }
}
