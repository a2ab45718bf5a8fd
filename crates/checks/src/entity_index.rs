//! Who and what is known in a world, and where a text speaks of them.

use super::gender::Gender;
use super::tokenized_text::TokenizedText;
use super::vocabulary as words;
use super::word_set::has;
use domain::{Entity, EntityKind, World};
use std::collections::{HashMap, HashSet};

/// Somebody or something in the world.
#[derive(Debug)]
pub(crate) struct IndexedEntity<'w> {
    /// As the author described it.
    pub entity: &'w Entity,
    /// Its pronouns.
    pub gender: Gender,
    /// The noun it goes by: "bell" of "the ferry bell".
    pub head: String,
}

impl IndexedEntity<'_> {
    /// Whether it is a person.
    pub(crate) fn is_person(&self) -> bool {
        self.entity.kind == EntityKind::Person
    }
}

/// A place in a text that names somebody or something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Who or what, as a place in [`EntityIndex::entities`].
    pub entity: usize,
    /// The first word of the name.
    pub start: usize,
    /// One after its last word.
    pub end: usize,
}

/// One way to name a being.
#[derive(Debug)]
struct Alias {
    entity: usize,
    words: Vec<String>,
    /// Whether the text must write it with a capital too.
    proper: bool,
}

/// Everybody and everything in a world, by name.
#[derive(Debug)]
pub(crate) struct EntityIndex<'w> {
    /// All of them, in the world's order.
    pub entities: Vec<IndexedEntity<'w>>,
    /// By the first word of each way to name them, the longest first.
    aliases: HashMap<String, Vec<Alias>>,
}

impl<'w> EntityIndex<'w> {
    /// Of a world.
    pub(crate) fn of(world: &'w World) -> Self {
        let entities: Vec<IndexedEntity<'w>> = world
            .entities
            .iter()
            .map(|entity| IndexedEntity {
                entity,
                gender: Gender::of_entity(entity),
                head: head(&name_words(&entity.name)),
            })
            .collect();
        let mut known = Self {
            entities,
            aliases: HashMap::new(),
        };
        known.name_all();
        known
    }

    /// Collects the ways to name everyone: whole names, then parts of names that only one has.
    fn name_all(&mut self) {
        let mut parts: HashMap<String, HashSet<usize>> = HashMap::new();
        let mut all: Vec<Alias> = Vec::new();
        for (entity, known) in self.entities.iter().enumerate() {
            let name = name_words(&known.entity.name);
            let proper = name.iter().any(|word| capital(word));
            let lower: Vec<String> = name.iter().map(|word| word.to_lowercase()).collect();
            if lower.is_empty() {
                continue;
            }
            let person = known.is_person();
            for word in &name {
                let part = word.to_lowercase();
                if person
                    && capital(word)
                    && !has(&words::TITLES, &part)
                    && part.chars().count() > 2
                {
                    parts.entry(part).or_default().insert(entity);
                }
            }
            if !person && lower.len() > 1 {
                parts.entry(known.head.clone()).or_default().insert(entity);
            }
            all.push(Alias {
                entity,
                words: lower,
                proper,
            });
        }
        let whole: HashSet<Vec<String>> = all.iter().map(|alias| alias.words.clone()).collect();
        for (part, owners) in parts {
            let words = vec![part];
            if let (1, Some(entity)) = (owners.len(), owners.iter().next().copied())
                && !whole.contains(&words)
            {
                let proper = self.entities[entity].is_person()
                    || capital_in(&self.entities[entity].entity.name, &words[0]);
                all.push(Alias {
                    entity,
                    words,
                    proper,
                });
            }
        }
        for alias in all {
            self.aliases
                .entry(alias.words[0].clone())
                .or_default()
                .push(alias);
        }
        for same in self.aliases.values_mut() {
            same.sort_by_key(|alias| (std::cmp::Reverse(alias.words.len()), alias.entity));
        }
    }

    /// Where a text names them, in order; the longest name wins.
    pub(crate) fn mentions(&self, reading: &TokenizedText<'_>) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < reading.words.len() {
            match self.alias_at(reading, at) {
                Some(mention) => {
                    at = mention.end;
                    found.push(mention);
                }
                None => at += 1,
            }
        }
        found
    }

    fn alias_at(&self, reading: &TokenizedText<'_>, at: usize) -> Option<Mention> {
        let word = &reading.words[at];
        let aliases = self.aliases.get(&word.lower)?;
        let mut fitting = aliases.iter().filter(|alias| {
            let end = at + alias.words.len();
            let fits = reading.words.get(at..end).is_some_and(|words| {
                words
                    .iter()
                    .zip(&alias.words)
                    .all(|(word, name)| word.lower == *name)
                    && words.iter().all(|other| other.sentence == word.sentence)
            });
            fits && if alias.proper {
                word.capital
            } else {
                !word.joined && definite(reading, at)
            }
        });
        let first = fitting.next()?;
        // Two of the same name: nobody can tell which.
        let twin = fitting.next().is_some_and(|next| {
            next.words.len() == first.words.len() && next.entity != first.entity
        });
        (!twin).then_some(Mention {
            entity: first.entity,
            start: at,
            end: at + first.words.len(),
        })
    }

    /// A person by the name a plan uses.
    pub(crate) fn person(&self, name: &str) -> Option<usize> {
        let name = name.trim();
        let reading = TokenizedText::of(name);
        self.entities
            .iter()
            .position(|entity| entity.is_person() && entity.entity.name.eq_ignore_ascii_case(name))
            .or_else(|| {
                let mentions = self.mentions(&reading);
                mentions
                    .iter()
                    .find(|mention| self.entities[mention.entity].is_person())
                    .map(|mention| mention.entity)
            })
    }
}

/// The words of a name, a leading article left out.
pub(crate) fn name_words(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name
        .split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '’' | '\'')))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 1 && ["the", "a", "an"].contains(&words[0].to_lowercase().as_str()) {
        words.remove(0);
    }
    words
}

/// "crown" of "crown of Varn", "bell" of "ferry bell".
fn head(name: &[&str]) -> String {
    let of = name
        .iter()
        .position(|word| matches!(*word, "of" | "in" | "at" | "on"));
    let at = of.unwrap_or(name.len());
    at.checked_sub(1)
        .map_or_else(String::new, |at| name[at].to_lowercase())
}

fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a name writes this word of it with a capital.
fn capital_in(name: &str, lower: &str) -> bool {
    name_words(name)
        .into_iter()
        .any(|word| capital(word) && word.to_lowercase() == lower)
}

/// Whether a common noun is *the* one: an article or an owner stands before it and its adjectives.
pub(crate) fn definite(reading: &TokenizedText<'_>, at: usize) -> bool {
    for back in 1..=4 {
        let word = reading.lower(at, -back);
        if has(&words::DEFINITE, word) {
            return true;
        }
        let owner = at
            .checked_sub(back.unsigned_abs())
            .is_some_and(|at| reading.words[at].possessive);
        if owner && !word.is_empty() {
            return true;
        }
        if !words::adjective(word) {
            return false;
        }
    }
    false
}
