//! What holds in a story, sentence by sentence, with whom or what each is about and where it is from.

use super::entity_index::{EntityIndex, Mention};
use super::tokenized_text::TokenizedText;
use super::word_set::HasWord;
use domain::{World, text::quoted};
use std::collections::HashMap;
use writing::assignment::ChapterMemory;

/// One sentence of what is known.
#[derive(Debug)]
pub(crate) struct Statement<'m> {
    /// The sentence.
    pub reading: TokenizedText<'m>,
    /// Whom it names.
    pub mentions: Vec<Mention>,
    /// Whom a description is about, though it may not name them.
    pub about: Option<usize>,
    /// For the note: "the world", "a fact of chapter 3".
    pub source: String,
}

impl Statement<'_> {
    /// Whom it is about: the one it describes, or the first it names.
    pub(crate) fn subject(&self) -> Option<usize> {
        self.about
            .or_else(|| self.mentions.first().map(|mention| mention.entity))
    }

    /// Whether it has one of these words.
    pub(crate) fn has(&self, list: &impl HasWord) -> bool {
        self.reading.words.iter().any(|word| list.has(&word.lower))
    }

    /// As a note quotes it.
    pub(crate) fn quoted(&self) -> String {
        format!("{}: {}", self.source, quoted(self.reading.text))
    }
}

/// Everything that holds, in the order in which it came to be so.
#[derive(Debug, Default)]
pub(crate) struct KnowledgeBase<'m> {
    /// All of it.
    pub statements: Vec<Statement<'m>>,
    /// Ties: from whom, to whom, and what they are, as places in [`EntityIndex::entities`].
    pub relations: Vec<(usize, usize, String)>,
}

impl<'m> KnowledgeBase<'m> {
    /// Of a world and what is remembered of earlier chapters.
    pub(crate) fn of(
        known: &EntityIndex<'m>,
        world: &'m World,
        earlier: &'m [ChapterMemory],
    ) -> Self {
        let mut knowledge = Self::default();
        for (at, indexed) in known.entities.iter().enumerate() {
            let entity = indexed.entity;
            let source = || format!("The world says of {}", entity.name);
            let parts = [entity.role.as_str(), entity.description.as_str()];
            let all = parts
                .into_iter()
                .chain(entity.traits.iter().map(String::as_str));
            for part in all {
                knowledge.add(known, Some(at), part, source);
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
                knowledge
                    .relations
                    .push((*from, *to, relation.label.clone()));
            }
        }
        for rule in &world.rules {
            knowledge.add(known, None, &rule.text, || {
                "A rule of the world says".to_owned()
            });
        }
        for chapter in earlier {
            knowledge.add(known, None, &chapter.summary, || {
                format!("Chapter {} tells", chapter.number)
            });
        }
        for fact in &world.facts {
            knowledge.add(known, None, &fact.text, || {
                fact.chapter.map_or_else(
                    || "A fact says".to_owned(),
                    |chapter| format!("A fact of chapter {chapter} says"),
                )
            });
        }
        knowledge
    }

    fn add(
        &mut self,
        known: &EntityIndex<'m>,
        about: Option<usize>,
        text: &'m str,
        source: impl Fn() -> String,
    ) {
        for sentence in text::prose::sentences(text) {
            let reading = TokenizedText::of_sentence(sentence);
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
