//! A chapter's text with its people: who is named where, who a pronoun means, whose scene it is.

use super::entity_index::{EntityIndex, Mention};
use super::gender::Gender;
use super::tokenized_text::TokenizedText;
use super::vocabulary as words;
use super::word_set::{HasWord, has};
use writing::assignment::Scene;

/// How many paragraphs a pronoun may reach back.
const REACH: usize = 2;

/// The text of a chapter, read with a world in mind.
#[derive(Debug)]
pub(crate) struct AnnotatedText<'t> {
    /// The text.
    pub reading: TokenizedText<'t>,
    /// Everybody and everything that is known.
    pub index: &'t EntityIndex<'t>,
    /// Where they are named, in order.
    pub mentions: Vec<Mention>,
    /// For each word, the mention that it is part of.
    at_word: Vec<Option<usize>>,
    /// Whose eyes each paragraph is seen through, where that is certain.
    views: Vec<Option<usize>>,
}

impl<'t> AnnotatedText<'t> {
    /// Reads a text. With several scenes that are not marked in it, nobody knows which is which.
    pub(crate) fn of(known: &'t EntityIndex<'t>, scenes: &[Scene], text: &'t str) -> Self {
        let reading = TokenizedText::of(text);
        let mentions = known.mentions(&reading);
        let mut at_word = vec![None; reading.words.len()];
        for (index, mention) in mentions.iter().enumerate() {
            at_word[mention.start..mention.end].fill(Some(index));
        }
        let views = views(known, scenes, &reading);
        Self {
            reading,
            index: known,
            mentions,
            at_word,
            views,
        }
    }

    /// Whose eyes a paragraph is seen through.
    pub(crate) fn view(&self, paragraph: usize) -> Option<usize> {
        self.views.get(paragraph).copied().flatten()
    }

    /// The mention that a word is part of.
    pub(crate) fn mention_at(&self, word: usize) -> Option<Mention> {
        let index = *self.at_word.get(word)?;
        index.map(|index| self.mentions[index])
    }

    /// The person whose name a word is part of.
    pub(crate) fn person_at(&self, word: usize) -> Option<usize> {
        self.mention_at(word)
            .map(|mention| mention.entity)
            .filter(|entity| self.index.entities[*entity].is_person())
    }

    /// Whom a pronoun means; `None` where it could be more than one.
    pub(crate) fn resolve(&self, pronoun: usize) -> Option<usize> {
        let word = &self.reading.words[pronoun];
        let gender = match word.lower.as_str() {
            "i" | "my" | "me" | "mine" | "myself" => {
                return self.view(self.reading.paragraph_of(pronoun));
            }
            other => Gender::of_pronoun(other)?,
        };
        let here = self.reading.paragraph_of(pronoun);
        // The nearest sentence that names or means anybody who fits decides.
        let mut sentence = word.sentence;
        let first = self.reading.paragraphs[here].start;
        loop {
            let range = self.reading.sentences[sentence].words.clone();
            let end = range.end.min(pronoun);
            match self.only(gender, range.start, end) {
                Ok(Some(entity)) => return Some(entity),
                Err(()) => return None,
                Ok(None) if sentence > first => sentence -= 1,
                Ok(None) => break,
            }
        }
        let view = self.view(here);
        for back in 1..=REACH.min(here) {
            let range = self.reading.paragraph_words(here - back);
            match self.only(gender, range.start, range.end) {
                Ok(Some(entity)) => return Some(entity),
                // Of two, the one whose scene it is; but only where it is one of them.
                Err(()) => return None,
                Ok(None) => {}
            }
        }
        view.filter(|view| self.index.entities[*view].gender == gender)
    }

    /// The only one who fits, told of between two words; an error where there are several, or a nameless one.
    fn only(&self, gender: Gender, start: usize, end: usize) -> Result<Option<usize>, ()> {
        let mut only = None;
        for at in start..end {
            let word = &self.reading.words[at];
            if let Some(entity) = self.person_at(at) {
                let fits = self.index.entities[entity].gender == gender;
                if fits && !word.spoken {
                    if only.is_some_and(|only| only != entity) {
                        return Err(());
                    }
                    only = Some(entity);
                }
            } else if !word.spoken
                && words::person_noun(&word.lower)
                    .is_some_and(|other| other == gender || other == Gender::Other)
                && !self.names_nobody_else(at)
            {
                return Err(());
            }
        }
        Ok(only)
    }

    /// "Sheriff" before "Bascombe", "sister" before "Iris", "like someone on a train": no other person.
    fn names_nobody_else(&self, at: usize) -> bool {
        let compared = (1..=3)
            .any(|back| matches!(self.reading.lower(at, -back), "like" | "as" | "than" | "no"));
        self.person_at(at + 1).is_some() || compared
    }

    /// To whom something belongs that stands after this word: "Mara's", "her".
    pub(crate) fn owner(&self, word: usize) -> Option<usize> {
        let owner = &self.reading.words[word];
        if owner.possessive {
            return self.person_at(word);
        }
        match owner.lower.as_str() {
            "her" | "his" | "their" | "my" => self.resolve(word),
            _ => None,
        }
    }

    /// The owner that stands before a noun and its adjectives, and where.
    pub(crate) fn owner_before(&self, noun: usize) -> Option<(usize, usize)> {
        for back in 1..=5 {
            let at = noun.checked_sub(back)?;
            if self.reading.words[at].sentence != self.reading.words[noun].sentence {
                return None;
            }
            if let Some(owner) = self.owner(at) {
                return Some((owner, at));
            }
            if !words::adjective(&self.reading.words[at].lower)
                && !has(
                    &["left", "right", "good", "bad", "two", "and"],
                    &self.reading.words[at].lower,
                )
            {
                return None;
            }
        }
        None
    }

    /// Who does what a sentence tells: the first person it names or means before a word, outside speech.
    pub(crate) fn subject(&self, before: usize) -> Option<usize> {
        let sentence = self.reading.words[before].sentence;
        let start = self.reading.sentences[sentence].words.start;
        (start..before).find_map(|at| {
            let word = &self.reading.words[at];
            if word.spoken || word.possessive {
                return None;
            }
            self.person_at(at).or_else(|| {
                matches!(word.lower.as_str(), "she" | "he" | "they" | "i")
                    .then(|| self.resolve(at))
                    .flatten()
            })
        })
    }

    /// Whether a sentence has one of these words outside speech.
    pub(crate) fn tells(&self, sentence: usize, list: &impl HasWord) -> bool {
        self.reading
            .words_of(sentence)
            .iter()
            .any(|word| !word.spoken && has(list, &word.lower))
    }

    /// Whether one of these words stands near another outside speech: so many words before it, and after.
    pub(crate) fn near(&self, at: usize, before: usize, after: usize, list: &impl HasWord) -> bool {
        let words = self.reading.sentences[self.reading.words[at].sentence]
            .words
            .clone();
        let start = at.saturating_sub(before).max(words.start);
        self.reading.words[start..(at + after + 1).min(words.end)]
            .iter()
            .any(|word| !word.spoken && has(list, &word.lower))
    }

    /// Whether what a sentence says at a word is no claim: it asks, supposes, dreams or tells a story. What
    /// comes well after the word is another matter: "he lifted his left hand, as if to ask".
    pub(crate) fn unreal(&self, at: usize) -> bool {
        self.reading.asks(self.reading.words[at].sentence)
            || self.near(at, usize::MAX, 3, &words::UNREAL)
    }

    /// Whether it is denied right there.
    pub(crate) fn denied(&self, at: usize) -> bool {
        self.near(at, 6, 2, &words::NEGATION)
    }

    /// "had gone", "used to", "would": the clause around a word tells of an earlier time.
    pub(crate) fn earlier(&self, at: usize) -> bool {
        let sentence = self.reading.words[at].sentence;
        let words = self.reading.sentences[sentence].words.clone();
        let from = at.saturating_sub(9).max(words.start);
        let perfect = (from..(at + 5).min(words.end)).any(|near| self.perfect(near));
        perfect
            || self.near(at, 9, 4, &words::EARLIER)
            || self.near(at, usize::MAX, 0, &words::MEMORY)
    }

    /// "had" that makes a verb earlier, not one that owns: "had gone", but not "had a table".
    pub(crate) fn perfect(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        let had = matches!(
            word.lower.as_str(),
            "had" | "hadn't" | "he'd" | "she'd" | "they'd" | "i'd"
        );
        let next = self.reading.lower(at, 1);
        let owns = has(&words::DEFINITE, next)
            || has(
                &[
                    "a", "an", "no", "to", "some", "any", "only", "many", "little", "nothing", "",
                ],
                next,
            )
            || text::prose::number(next).is_some()
            || words::adjective(next);
        had && !word.spoken && !owns
    }
}

/// Whose eyes each paragraph is seen through.
fn views(
    known: &EntityIndex<'_>,
    scenes: &[Scene],
    reading: &TokenizedText<'_>,
) -> Vec<Option<usize>> {
    let seers: Vec<Option<usize>> = scenes
        .iter()
        .map(|scene| known.person(&scene.point_of_view))
        .collect();
    let count = reading.paragraphs.len();
    let Some(first) = seers.first().copied() else {
        return vec![None; count];
    };
    if seers.iter().all(|seer| *seer == first) {
        return vec![first; count];
    }
    // Several scenes: the marks between them say which is which, if there are as many.
    let mut scene = 0;
    let mut end = 0;
    let mut views = Vec::with_capacity(count);
    for sentences in &reading.paragraphs {
        let at = &reading.sentences[sentences.start].at;
        let between = reading.text[end..at.start].trim();
        let whole = reading.text[at.clone()].trim();
        if !between.is_empty() || whole.chars().all(|mark| !mark.is_alphanumeric()) {
            scene += 1;
        }
        end = reading.sentences[sentences.end - 1].at.end;
        views.push(seers.get(scene).copied().flatten());
    }
    if scene + 1 == seers.len() {
        views
    } else {
        vec![None; count]
    }
}
