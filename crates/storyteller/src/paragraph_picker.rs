//! Deals paragraphs for one chapter: what fits the moment, and nothing twice.

use super::grammar::{self, PatternSlots};
use super::pattern_deck::{self, Pattern};
use super::seeded_rng::SeededRng;
use super::unwanted_words::UnwantedWords;
use super::{lexicon, words};
use std::collections::BTreeSet;

/// The moment a paragraph is wanted for.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParagraphContext {
    /// dawn, day, dusk or night
    pub time: &'static str,
    /// rain, fog, wind, clear or snow
    pub weather: &'static str,
    /// Indoors, where that is known.
    pub indoor: Option<bool>,
    /// 1 to 5.
    pub stage: u32,
    /// Whether the place is home.
    pub home: bool,
    /// Whether the motif is at hand.
    pub thing: bool,
    /// Whether the one who is gone is dead.
    pub dead: bool,
    /// Who and what.
    pub slots: PatternSlots,
}

/// Deals for one chapter.
pub(crate) struct ParagraphPicker<'a> {
    seed: u64,
    chapter: u32,
    avoid: &'a UnwantedWords,
    /// "dark" or "light", where the author asked for it.
    pub shade: &'static str,
    used: BTreeSet<(String, usize)>,
    said: BTreeSet<String>,
    dice: SeededRng,
}

impl<'a> ParagraphPicker<'a> {
    /// A fresh dealer; `seed` is the story's, `turn` the chapter's own.
    pub(crate) fn new(seed: u64, turn: u64, chapter: u32, avoid: &'a UnwantedWords) -> Self {
        Self {
            seed,
            chapter,
            avoid,
            shade: "",
            used: BTreeSet::new(),
            said: BTreeSet::new(),
            dice: SeededRng::new(turn, &["dealer"]),
        }
    }

    /// The dice, for choices beside the cards.
    pub(crate) fn dice(&mut self) -> &mut SeededRng {
        &mut self.dice
    }

    /// A paragraph from the first of these decks that has one.
    pub(crate) fn deal(&mut self, decks: &[&str], moment: &ParagraphContext) -> Option<String> {
        decks.iter().find_map(|deck| self.from(deck, moment))
    }

    /// A paragraph from a deck.
    fn from(&mut self, deck: &str, moment: &ParagraphContext) -> Option<String> {
        let cards = lexicon::cards(deck);
        let order = pattern_deck::order(deck, cards.len(), self.seed, self.chapter, 3);
        let shade = self.shade;
        // What suits the shade asked for comes first, in the same order otherwise.
        let first = order
            .iter()
            .filter(|at| !shade.is_empty() && cards[**at].has(shade));
        let then = order
            .iter()
            .filter(|at| shade.is_empty() || !cards[**at].has(shade));
        let order: Vec<usize> = first.chain(then).copied().collect();
        for at in order {
            let key = (deck.to_owned(), at);
            if self.used.contains(&key) || !fits(&cards[at], moment) {
                continue;
            }
            // Another roll of the alternatives may avoid what the first ran into.
            for _ in 0..3 {
                if let Some(text) = self.write(&cards[at].text, &moment.slots) {
                    self.used.insert(key);
                    return Some(text);
                }
            }
        }
        None
    }

    /// Writes a pattern out, if all of it is new and wanted.
    pub(crate) fn write(&mut self, pattern: &str, slots: &PatternSlots) -> Option<String> {
        let text = grammar::render(pattern, slots, &mut self.dice)?;
        let text = text.replace("  ", " ");
        let fresh = keys(&text);
        let mut own = BTreeSet::new();
        if self.avoid.hits(&text)
            || fresh
                .iter()
                .any(|key| self.said.contains(key) || !own.insert(key))
        {
            return None;
        }
        self.said.extend(fresh);
        Some(text)
    }

    /// Writes a pattern that has to be there: unwanted sentences go, repeated ones go too.
    pub(crate) fn force(&mut self, pattern: &str, slots: &PatternSlots) -> Option<String> {
        for _ in 0..6 {
            if let Some(text) = self.write(pattern, slots) {
                return Some(text);
            }
        }
        let text = grammar::render(pattern, slots, &mut self.dice)?;
        let mut kept = Vec::new();
        for paragraph in self.avoid.strike(&text).split("\n\n") {
            let fresh = keys(paragraph);
            if !paragraph.is_empty() && !fresh.iter().any(|key| self.said.contains(key)) {
                self.said.extend(fresh);
                kept.push(paragraph.to_owned());
            }
        }
        (!kept.is_empty()).then(|| kept.join("\n\n"))
    }
}

/// What must not come twice: whole sentences, and what a coarser cut at every mark would find.
fn keys(text: &str) -> Vec<String> {
    let mut keys: Vec<String> = text::prose::sentences(text)
        .into_iter()
        .map(text::prose::normal)
        .collect();
    for piece in text.split(['.', '!', '?', '\n', '…']) {
        let piece = text::prose::normal(piece);
        if words::count(&piece) >= 4 && !keys.contains(&piece) {
            keys.push(piece);
        }
    }
    keys.retain(|key| !key.is_empty());
    keys
}

/// Whether a card fits the moment: of each kind of tag it carries, one has to hold.
fn fits(card: &Pattern, moment: &ParagraphContext) -> bool {
    const TIMES: &[&str] = &["dawn", "day", "dusk", "night"];
    const WEATHERS: &[&str] = &["rain", "fog", "wind", "clear", "snow"];
    let one_of = |kind: &[&str], now: &str| {
        let mut carried = card
            .tags
            .iter()
            .filter(|tag| kind.contains(&tag.as_str()))
            .peekable();
        carried.peek().is_none() || carried.any(|tag| tag == now)
    };
    let stage = match moment.stage {
        0..=2 => "early",
        3 => "mid",
        _ => "late",
    };
    let here = match moment.indoor {
        Some(true) => "in",
        Some(false) => "out",
        None => "",
    };
    one_of(TIMES, moment.time)
        && one_of(WEATHERS, moment.weather)
        && one_of(&["early", "mid", "late"], stage)
        && one_of(&["in", "out"], here)
        && (!card.has("q") || moment.slots.other.is_some())
        && (!card.has("solo") || moment.slots.other.is_none())
        && (!card.has("home") || moment.home)
        && (!card.has("t") || moment.thing)
        && (!card.has("dead") || moment.dead)
        && (!card.has("lost") || !moment.dead)
}
