//! The chapters of `tests/bench/continuity`: with planted faults, and clean ones that are tempting.

use domain::{Brief, Entity, EntityKind, Fact, Relation, Rule, World};
use engine::model::assignment::{ChapterMemory, Scene};
use serde::{Deserialize, de::DeserializeOwned};
use std::{fs, path::Path};

/// One story with its world and its chapters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorpusStory {
    pub title: String,
    pub genre: String,
    /// Whether the checks were tuned on it.
    pub set: Set,
    pub language: String,
    #[serde(default)]
    rules: Vec<String>,
    /// Of the first chapters, in order.
    #[serde(default)]
    summaries: Vec<String>,
    entities: Vec<Named>,
    #[serde(default)]
    relations: Vec<CorpusRelation>,
    #[serde(default)]
    facts: Vec<Since>,
    pub chapters: Vec<CorpusChapter>,
}

/// Half of the corpus is held out: nobody looked at it while tuning.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Set {
    Tuning,
    HeldOut,
}

/// Somebody or something.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    kind: EntityKind,
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    pronouns: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    traits: Vec<String>,
}

/// A tie between two of them, by name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorpusRelation {
    from: String,
    to: String,
    label: String,
}

/// A fact, and the chapter in which it became true.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Since {
    chapter: u32,
    text: String,
}

/// One chapter. Those of one number are independent of each other.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorpusChapter {
    pub id: String,
    pub number: u32,
    pub beats: Vec<String>,
    #[serde(default)]
    pub scenes: Vec<Scene>,
    pub text: String,
    /// What is planted; empty in a clean chapter.
    #[serde(default)]
    pub expect: Vec<Planted>,
}

/// One planted fault.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planted {
    pub kind: String,
    /// The passage, word for word; of a missing beat, the beat.
    pub quote: String,
}

impl CorpusStory {
    /// What its author wanted.
    pub fn brief(&self) -> Brief {
        Brief {
            premise: self.title.clone(),
            genre: self.genre.clone(),
            language: self.language.clone(),
            ..Brief::default()
        }
    }

    /// The world before a chapter.
    pub fn world(&self, chapter: u32) -> World {
        let entities: Vec<Entity> = (1..)
            .zip(&self.entities)
            .map(|(at, named)| Entity {
                id: id(at),
                kind: named.kind,
                name: named.name.clone(),
                role: named.role.clone(),
                description: named.description.clone(),
                pronouns: named.pronouns.clone(),
                goal: String::new(),
                traits: named.traits.clone(),
            })
            .collect();
        let by_name = |name: &str| {
            let entity = entities.iter().find(|entity| entity.name == name);
            entity
                .unwrap_or_else(|| panic!("{}: nobody is called {name}", self.title))
                .id
        };
        let relations = (1..)
            .zip(&self.relations)
            .map(|(at, tie)| Relation {
                id: id(at),
                from: by_name(&tie.from),
                to: by_name(&tie.to),
                label: tie.label.clone(),
            })
            .collect();
        let rules = (1..)
            .zip(&self.rules)
            .map(|(at, text)| Rule {
                id: id(at),
                text: text.clone(),
            })
            .collect();
        let facts = (1..)
            .zip(self.facts.iter().filter(|fact| fact.chapter < chapter))
            .map(|(at, fact)| Fact {
                id: id(at),
                text: fact.text.clone(),
                chapter: Some(fact.chapter),
            })
            .collect();
        World {
            entities,
            relations,
            rules,
            facts,
        }
    }

    /// What is remembered of the chapters before one.
    pub fn earlier(&self, chapter: u32) -> Vec<ChapterMemory> {
        (1..chapter)
            .zip(&self.summaries)
            .map(|(number, summary)| ChapterMemory {
                number,
                title: String::new(),
                summary: summary.clone(),
            })
            .collect()
    }
}

/// An id that is the same each time.
pub fn id<T: DeserializeOwned>(at: u32) -> T {
    let text = format!("00000000-0000-7000-8000-{at:012}");
    serde_json::from_value(text.into()).unwrap()
}

/// Every story, by the names of their files.
pub fn stories() -> Vec<CorpusStory> {
    // Two packages compile this file, in folders of different depth.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("tests/bench/continuity"))
        .find(|folder| folder.is_dir())
        .expect("the corpus is below a folder of this package");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(&file).unwrap();
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        })
        .collect()
}
