//! What holds in a story, sentence by sentence, with whom or what each is about and where it is from.

use super::known::{Known, Mention};
use super::listen::List;
use super::reading::Reading;
use domain::{World, text::quoted};
use std::collections::HashMap;
use writing::assignment::ChapterMemory;

/// One sentence of what is known.
#[derive(Debug)]
pub struct Statement<'m> {
    /// The sentence.
    pub reading: Reading<'m>,
    /// Whom it names.
    pub mentions: Vec<Mention>,
    /// Whom a description is about, though it may not name them.
    pub about: Option<usize>,
    /// For the note: "the world", "a fact of chapter 3".
    pub source: String,
}

impl Statement<'_> {
    /// Whom it is about: the one it describes, or the first it names.
    pub fn subject(&self) -> Option<usize> {
        self.about
            .or_else(|| self.mentions.first().map(|mention| mention.being))
    }

    /// Whether it has one of these words.
    pub fn has(&self, list: &impl List) -> bool {
        self.reading.words.iter().any(|word| list.has(&word.lower))
    }

    /// As a note quotes it.
    pub fn told(&self) -> String {
        format!("{}: {}", self.source, quoted(self.reading.text))
    }
}

/// Everything that holds, in the order in which it came to be so.
#[derive(Debug, Default)]
pub struct Lore<'m> {
    /// All of it.
    pub statements: Vec<Statement<'m>>,
    /// Ties: from whom, to whom, and what they are, as places in [`Known::beings`].
    pub relations: Vec<(usize, usize, String)>,
}

impl<'m> Lore<'m> {
    /// Of a world and what is remembered of earlier chapters.
    pub fn of(known: &Known<'m>, world: &'m World, earlier: &'m [ChapterMemory]) -> Self {
        let mut lore = Self::default();
        for (at, being) in known.beings.iter().enumerate() {
            let entity = being.entity;
            let source = || format!("The world says of {}", entity.name);
            let parts = [entity.role.as_str(), entity.description.as_str()];
            let all = parts
                .into_iter()
                .chain(entity.traits.iter().map(String::as_str));
            for part in all {
                lore.add(known, Some(at), part, source);
            }
        }
        let places: HashMap<_, _> = world
            .entities
            .iter()
            .enumerate()
            .map(|(at, entity)| (entity.id, at))
            .collect();
        for relation in &world.relations {
            if let (Some(from), Some(to)) = (places.get(&relation.from), places.get(&relation.to)) {
                lore.relations.push((*from, *to, relation.label.clone()));
            }
        }
        for rule in &world.rules {
            lore.add(known, None, &rule.text, || {
                "A rule of the world says".to_owned()
            });
        }
        for chapter in earlier {
            lore.add(known, None, &chapter.summary, || {
                format!("Chapter {} tells", chapter.number)
            });
        }
        for fact in &world.facts {
            lore.add(known, None, &fact.text, || {
                fact.chapter.map_or_else(
                    || "A fact says".to_owned(),
                    |chapter| format!("A fact of chapter {chapter} says"),
                )
            });
        }
        lore
    }

    fn add(
        &mut self,
        known: &Known<'m>,
        about: Option<usize>,
        text: &'m str,
        source: impl Fn() -> String,
    ) {
        for sentence in text::prose::sentences(text) {
            let reading = Reading::of_sentence(sentence);
            let mentions = known.mentions(&reading);
            self.statements.push(Statement {
                reading,
                mentions,
                about,
                source: source(),
            });
        }
    }
}
