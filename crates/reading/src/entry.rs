//! What becomes of a proposal that the author accepts.

use crate::names::is_same_name;
use domain::{Entity, EntityId, ProposedEntity};

/// An entry of the world out of a proposal; the other names are part of its description.
pub fn new_entity(id: EntityId, proposed: &ProposedEntity) -> Entity {
    Entity {
        id,
        kind: proposed.kind,
        name: proposed.name.clone(),
        role: proposed.role.clone(),
        description: with_names(&proposed.description, &proposed.aliases),
        pronouns: proposed.pronouns.clone(),
        goal: String::new(),
        traits: Vec::new(),
    }
}

/// An entry of the author with what a proposal says besides: nothing of the author's is changed, what is empty is filled.
pub fn merged_entity(own: &Entity, proposed: &ProposedEntity) -> Entity {
    let or = |own: &String, new: &String| match own.is_empty() {
        true => new.clone(),
        false => own.clone(),
    };
    let all = std::iter::once(&proposed.name).chain(&proposed.aliases);
    let other: Vec<String> = all
        .filter(|name| !is_same_name(name, &own.name) && !own.description.contains(*name))
        .cloned()
        .collect();
    let description = or(&own.description, &proposed.description);
    Entity {
        role: or(&own.role, &proposed.role),
        description: with_names(&description, &other),
        pronouns: or(&own.pronouns, &proposed.pronouns),
        ..own.clone()
    }
}

/// "She keeps the light. (Em, the keeper)": in no language.
fn with_names(description: &str, names: &[String]) -> String {
    if names.is_empty() {
        return description.to_owned();
    }
    let names = names.join(", ");
    match description.is_empty() {
        true => format!("({names})"),
        false => format!("{description} ({names})"),
    }
}
