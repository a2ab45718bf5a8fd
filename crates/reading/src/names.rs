//! Who is meant by a name.

use domain::ProposedEntity;
use text::prose::normal;

/// Words before a name that are no part of it.
const TITLES: [&str; 14] = [
    "the", "a", "an", "mr", "mrs", "ms", "miss", "dr", "old", "young", "uncle", "aunt", "sir",
    "lady",
];

/// A name without case, marks and the words before it.
pub(crate) fn key(name: &str) -> String {
    let plain = normal(name);
    let words: Vec<&str> = plain.split(' ').collect();
    let from = words.iter().position(|word| !TITLES.contains(word));
    match from {
        Some(from) => words[from..].join(" "),
        None => plain,
    }
}

/// Whether two names are one but for case, marks and the words before them.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    !one.is_empty() && one == other
}

/// Whether a name is one of an entity's.
pub(crate) fn is_named(entity: &ProposedEntity, name: &str) -> bool {
    let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
    names.any(|known| is_same_name(known, name))
}

/// Whether all words of one name are in the other, as "Mara" is in "Mara Quinn".
pub(crate) fn is_part_of(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    let words: Vec<&str> = other.split(' ').collect();
    !one.is_empty() && one != other && one.split(' ').all(|word| words.contains(&word))
}

/// The only one of these that a name can mean: the one of that name, else the only one that has it in a longer name or
/// is named by a part of it.
pub(crate) fn meant<'e, K>(
    known: impl Iterator<Item = (K, &'e ProposedEntity)> + Clone,
    entity: &ProposedEntity,
) -> Option<K> {
    let names = || std::iter::once(&entity.name).chain(&entity.aliases);
    let exact = known
        .clone()
        .find(|(_, other)| names().any(|name| is_named(other, name)));
    if let Some((key, _)) = exact {
        return Some(key);
    }
    let is_near = |other: &ProposedEntity| {
        other.kind == entity.kind
            && (is_part_of(&entity.name, &other.name) || is_part_of(&other.name, &entity.name))
    };
    let mut near = known.filter(|(_, other)| is_near(other));
    match (near.next(), near.next()) {
        (Some((key, _)), None) => Some(key),
        _ => None,
    }
}
