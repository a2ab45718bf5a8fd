//! The world of a story: what the text must obey.

use crate::{EntityId, FactId, RelationId, RuleId};
use serde::{Deserialize, Serialize};

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// Someone in the cast.
    Person,
    /// Somewhere.
    Place,
    /// An object that matters.
    Thing,
    /// A group with a will.
    Faction,
    /// A belief, a custom, a law of nature.
    Idea,
}

impl EntityKind {
    /// All of them, in the order a page shows them.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Place,
        Self::Thing,
        Self::Faction,
        Self::Idea,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Thing => "thing",
            Self::Faction => "faction",
            Self::Idea => "idea",
        }
    }

    /// The heading over all of a kind.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Person => "Cast",
            Self::Place => "Places",
            Self::Thing => "Things",
            Self::Faction => "Factions",
            Self::Idea => "Ideas",
        }
    }

    /// Reads [`EntityKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Someone or something in the world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its name, as the text uses it.
    pub name: String,
    /// One line: "ferryman", "the drowned quarter".
    #[serde(default)]
    pub role: String,
    /// A few sentences.
    #[serde(default)]
    pub description: String,
    /// For a person: "she/her", "he/him", "they/them".
    #[serde(default)]
    pub pronouns: String,
    /// What it wants, for persons and factions.
    #[serde(default)]
    pub goal: String,
    /// Traits or features, short.
    #[serde(default)]
    pub traits: Vec<String>,
}

/// A tie between two entities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Relation {
    /// Its id.
    pub id: RelationId,
    /// From whom.
    pub from: EntityId,
    /// To whom.
    pub to: EntityId,
    /// "sister of", "owes money to".
    pub label: String,
}

/// Something that always holds in this world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// One sentence.
    pub text: String,
}

/// Something that became true in a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// One sentence.
    pub text: String,
    /// The number of the chapter it comes from.
    pub chapter: Option<u32>,
}

/// Everything a story must obey.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct World {
    /// Cast, places, things, factions, ideas.
    pub entities: Vec<Entity>,
    /// Ties between them.
    pub relations: Vec<Relation>,
    /// What always holds.
    pub rules: Vec<Rule>,
    /// What became true so far.
    pub facts: Vec<Fact>,
}

impl World {
    /// Whether nothing was imagined yet.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty() && self.rules.is_empty()
    }

    /// All entities of a kind, in order.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Entity> {
        self.entities
            .iter()
            .filter(move |entity| entity.kind == kind)
    }

    /// An entity by id.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == id)
    }
}

/// One part of a world, as a person changes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WorldPart {
    /// Somebody or something.
    Entity(Entity),
    /// A tie.
    Relation(Relation),
    /// What always holds.
    Rule(Rule),
    /// What became true.
    Fact(Fact),
}

/// Names one part of a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartId {
    /// Somebody or something.
    Entity(EntityId),
    /// A tie.
    Relation(RelationId),
    /// What always holds.
    Rule(RuleId),
    /// What became true.
    Fact(FactId),
}

impl WorldPart {
    /// Its id.
    pub const fn id(&self) -> PartId {
        match self {
            Self::Entity(entity) => PartId::Entity(entity.id),
            Self::Relation(relation) => PartId::Relation(relation.id),
            Self::Rule(rule) => PartId::Rule(rule.id),
            Self::Fact(fact) => PartId::Fact(fact.id),
        }
    }
}

impl PartId {
    /// What it names: "entity", "relation", "rule", "fact".
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entity(_) => "entity",
            Self::Relation(_) => "relation",
            Self::Rule(_) => "rule",
            Self::Fact(_) => "fact",
        }
    }
}

impl World {
    /// A part by id.
    pub fn part(&self, id: PartId) -> Option<WorldPart> {
        match id {
            PartId::Entity(id) => self.entity(id).cloned().map(WorldPart::Entity),
            PartId::Relation(id) => {
                let found = self.relations.iter().find(|relation| relation.id == id);
                found.cloned().map(WorldPart::Relation)
            }
            PartId::Rule(id) => {
                let found = self.rules.iter().find(|rule| rule.id == id);
                found.cloned().map(WorldPart::Rule)
            }
            PartId::Fact(id) => {
                let found = self.facts.iter().find(|fact| fact.id == id);
                found.cloned().map(WorldPart::Fact)
            }
        }
    }
}
