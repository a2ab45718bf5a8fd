//! The fields of a relation: from whom, to whom, and what it is. A world may hold thousands: its names are
//! typed, with those that match suggested.

use super::field::PartFields;
use crate::{
    api::StudioError,
    components::{TextField, select::Combobox},
};
use domain::{EntityId, Relation, World, WorldPart};
use leptos::prelude::*;

/// The id of the list of names.
const NAMES: &str = "names-of-this-world";

pub(super) fn fields(world: Memo<World>, relation: &Relation) -> PartFields {
    let name = |id| world.with_untracked(|world| world.entity(id).map(|one| one.name.clone()));
    let end = |id| RwSignal::new(name(id).unwrap_or_default());
    let (from, to) = (end(relation.from), end(relation.to));
    let label = RwSignal::new(relation.label.clone());
    let names = world.with_untracked(|world| {
        let entities = world.entities.iter();
        entities
            .map(|one| view! { <option value=one.name.clone()></option> })
            .collect_view()
    });
    let view = view! {
        <Combobox label="From" list=NAMES value=from/>
        <TextField label="Relation" hint="“sister of”, “owes money to”." value=label/>
        <Combobox label="To" list=NAMES value=to/>
        <datalist id=NAMES>{names}</datalist>
    };
    let id = relation.id;
    let read = move || {
        let end = |name: RwSignal<String>| {
            name.with_untracked(|name| world.with_untracked(|world| named(world, name)))
        };
        Ok(WorldPart::Relation(Relation {
            id,
            from: end(from)?,
            to: end(to)?,
            label: label.get_untracked(),
        }))
    };
    PartFields {
        view: view.into_any(),
        labelled: vec![("From", from), ("Relation", label), ("To", to)],
        read: Box::new(read),
    }
}

/// The entity with this name, whatever its capitals. Names are unique in a world.
fn named(world: &World, name: &str) -> Result<EntityId, StudioError> {
    let name = name.trim();
    if name.is_empty() {
        let says = "Choose an entry in both fields, “From” and “To”.";
        return Err(StudioError::new("invalid", says));
    }
    let wanted = name.to_lowercase();
    let found = world
        .entities
        .iter()
        .find(|one| one.name.to_lowercase() == wanted);
    found.map(|one| one.id).ok_or_else(|| {
        let says = format!(
            "There is no “{name}” in this world. Choose a name from the list, or add an entry with this \
             name first."
        );
        StudioError::new("invalid", &says)
    })
}
