//! What models call the kinds of what is in a world.

use super::super::fields::text_in;
use super::FieldNames;
use super::entity_fields::GOAL;
use domain::EntityKind;
use serde_json::Value;

/// Lists that name the kind of what is in them.
pub(super) const OF_KINDS: [(FieldNames, EntityKind); 5] = [
    (
        &[
            "characters",
            "people",
            "persons",
            "cast",
            "personen",
            "figuren",
            "charaktere",
            "personnages",
            "personajes",
            "personaggi",
            "personagens",
            "人物",
            "角色",
        ],
        EntityKind::Person,
    ),
    (
        &[
            "places",
            "locations",
            "settings",
            "orte",
            "schauplätze",
            "lieux",
            "lugares",
            "luoghi",
            "地点",
        ],
        EntityKind::Place,
    ),
    (
        &[
            "things",
            "objects",
            "artifacts",
            "items",
            "dinge",
            "gegenstände",
            "objekte",
            "objets",
            "objetos",
            "cosas",
            "oggetti",
            "物品",
        ],
        EntityKind::Thing,
    ),
    (
        &[
            "factions",
            "groups",
            "organizations",
            "organisations",
            "gruppen",
            "fraktionen",
            "groupes",
            "grupos",
            "facciones",
            "gruppi",
            "fazioni",
            "facções",
        ],
        EntityKind::Faction,
    ),
    (
        &[
            "ideas",
            "concepts",
            "beliefs",
            "ideen",
            "konzepte",
            "idées",
            "conceptos",
            "idee",
            "concetti",
            "ideias",
            "conceitos",
        ],
        EntityKind::Idea,
    ),
];

/// One of each kind.
const KINDS: [(EntityKind, FieldNames); 5] = [
    (
        EntityKind::Person,
        &[
            "person",
            "character",
            "people",
            "human",
            "protagonist",
            "antagonist",
            "cast",
            "figure",
            "animal",
            "creature",
            "being",
            "npc",
            "individual",
            "mensch",
            "figur",
            "charakter",
            "personnage",
            "personne",
            "persona",
            "personaje",
            "personaggio",
            "personagem",
            "pessoa",
            "人物",
            "角色",
        ],
    ),
    (
        EntityKind::Place,
        &[
            "place",
            "location",
            "setting",
            "building",
            "city",
            "region",
            "area",
            "site",
            "landmark",
            "room",
            "country",
            "ort",
            "schauplatz",
            "gebäude",
            "stadt",
            "lieu",
            "endroit",
            "lugar",
            "sitio",
            "luogo",
            "posto",
            "local",
            "地点",
        ],
    ),
    (
        EntityKind::Thing,
        &[
            "thing",
            "object",
            "item",
            "artifact",
            "artefact",
            "device",
            "vehicle",
            "weapon",
            "document",
            "book",
            "ship",
            "tool",
            "ding",
            "gegenstand",
            "objekt",
            "sache",
            "objet",
            "chose",
            "objeto",
            "cosa",
            "oggetto",
            "coisa",
            "物品",
        ],
    ),
    (
        EntityKind::Faction,
        &[
            "faction",
            "group",
            "organization",
            "organisation",
            "institution",
            "family",
            "company",
            "guild",
            "government",
            "order",
            "community",
            "gruppe",
            "fraktion",
            "familie",
            "groupe",
            "famille",
            "grupo",
            "facción",
            "organización",
            "familia",
            "gruppo",
            "fazione",
            "organizzazione",
            "facção",
            "organização",
        ],
    ),
    (
        EntityKind::Idea,
        &[
            "idea",
            "concept",
            "belief",
            "custom",
            "law",
            "theme",
            "tradition",
            "event",
            "phenomenon",
            "religion",
            "magic",
            "rule",
            "idee",
            "konzept",
            "brauch",
            "glaube",
            "idée",
            "croyance",
            "concepto",
            "creencia",
            "concetto",
            "credenza",
            "ideia",
            "conceito",
            "crença",
        ],
    ),
];

/// A kind by its word, also among others: "main character".
pub(super) fn kind_of(said: &str) -> Option<EntityKind> {
    let said = said.trim().to_lowercase();
    let known = |word: &str| {
        let word = word.trim_end_matches('s');
        let names = |names: FieldNames| names.iter().any(|name| name.trim_end_matches('s') == word);
        KINDS
            .iter()
            .find(|(_, of)| names(of))
            .map(|(kind, _)| *kind)
    };
    let words = said.split(|c: char| !c.is_alphanumeric());
    known(&said).or_else(|| words.filter(|word| !word.is_empty()).find_map(known))
}

/// The kind of what is in a list of this name.
pub(super) fn kind_of_list(name: &str) -> Option<EntityKind> {
    let lower = name.trim().to_lowercase();
    let listed = OF_KINDS
        .iter()
        .find(|(names, _)| names.contains(&lower.as_str()));
    listed.map(|(_, kind)| *kind).or_else(|| kind_of(&lower))
}

/// What something is of which it is not said: who has pronouns or wants something is somebody.
pub(super) fn guessed(entity: &Value) -> Option<EntityKind> {
    let pronouns = text_in(entity, &["pronouns", "pronoun"]).to_lowercase();
    let is_nobody = ["it", "n/a", "none", "-"]
        .iter()
        .any(|nobody| pronouns.starts_with(nobody));
    let is_person = !pronouns.is_empty() && !is_nobody || !text_in(entity, GOAL).is_empty();
    is_person.then_some(EntityKind::Person)
}
