//! Making one thing again, beside what a person changed meanwhile.

use crate::commit::title_or;
use domain::{Entity, Outline, text};

/// The fields of an entity that a run replaces, by their names in stored values.
pub const REPLACED: [&str; 4] = ["role", "description", "goal", "traits"];

/// Regenerated beats, and whether they become the current ones.
#[derive(Clone, Debug, PartialEq)]
pub struct RegeneratedBeats {
    /// What the chapter has from now on; `None` where nothing of it changes.
    pub now: Option<Outline>,
    /// What goes to the history alone, since a person changed the beats meanwhile.
    pub only_in_history: Option<Outline>,
}

/// Decides that. The author's title stays; one that is missing is filled in any case.
pub fn new_beats(
    now: &Outline,
    based_on: &[String],
    changed_by_person: bool,
    title: &str,
    beats: &[String],
) -> RegeneratedBeats {
    let new = Outline {
        title: title_or(&now.title, title),
        outline: text::fields(beats),
    };
    if now.outline == based_on && !changed_by_person {
        return RegeneratedBeats {
            now: Some(new),
            only_in_history: None,
        };
    }
    let titled = Outline {
        title: new.title.clone(),
        outline: now.outline.clone(),
    };
    RegeneratedBeats {
        now: (new.title != now.title).then_some(titled),
        only_in_history: Some(new),
    }
}

/// What a run made of an entity: the fields that it replaces.
#[derive(Clone, Copy, Debug)]
pub struct RegeneratedEntity<'f> {
    /// One line.
    pub role: &'f str,
    /// A few sentences.
    pub description: &'f str,
    /// What it wants.
    pub goal: &'f str,
    /// Short.
    pub traits: &'f [String],
}

/// An entity with what a run made of it. A field that the model left out stays as it was.
pub fn rewritten(entity: &Entity, new: RegeneratedEntity<'_>) -> Entity {
    let or = |new: String, old: &str| match new.is_empty() {
        true => old.to_owned(),
        false => new,
    };
    let traits = text::fields(new.traits);
    Entity {
        role: or(text::field(new.role), &entity.role),
        description: or(text::field(new.description), &entity.description),
        goal: or(text::field(new.goal), &entity.goal),
        traits: match traits.is_empty() {
            true => entity.traits.clone(),
            false => traits,
        },
        ..entity.clone()
    }
}

/// Whether an entity still says what a run was to replace.
pub fn is_untouched(now: &Entity, based_on: &Entity, changed_by_person: bool) -> bool {
    let replaced = |entity: &Entity| {
        let fields = (&entity.role, &entity.description, &entity.goal);
        (
            fields.0.clone(),
            fields.1.clone(),
            fields.2.clone(),
            entity.traits.clone(),
        )
    };
    !changed_by_person && replaced(now) == replaced(based_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::entity;

    fn beats(beats: &[&str]) -> Vec<String> {
        beats.iter().map(|beat| (*beat).to_owned()).collect()
    }

    #[test]
    fn new_beats_replace_those_that_were_to_be_replaced() {
        let now = Outline {
            title: String::new(),
            outline: beats(&["It rains."]),
        };
        let new = Outline {
            title: "Snow".to_owned(),
            outline: beats(&["It snows."]),
        };
        let of = |based_on: &[String], changed| {
            new_beats(&now, based_on, changed, "Snow", &beats(&["It snows."]))
        };
        let replaced = of(&now.outline, false);
        assert_eq!(replaced.now.as_ref(), Some(&new));
        assert_eq!(replaced.only_in_history, None);
        for kept in [of(&beats(&["It hails."]), false), of(&now.outline, true)] {
            assert_eq!(kept.only_in_history.as_ref(), Some(&new));
            let titled = Outline {
                title: "Snow".to_owned(),
                outline: now.outline.clone(),
            };
            assert_eq!(kept.now, Some(titled));
        }
    }

    #[test]
    fn a_field_that_is_left_out_stays() {
        let mut mara = entity(1, "Mara");
        mara.goal = "To leave.".to_owned();
        let new = RegeneratedEntity {
            role: "keeper",
            description: "",
            goal: " ",
            traits: &[],
        };
        let again = rewritten(&mara, new);
        assert_eq!((&*again.role, &*again.goal), ("keeper", "To leave."));
        assert!(is_untouched(&mara, &mara, false));
        assert!(!is_untouched(&mara, &mara, true));
        assert!(!is_untouched(&again, &mara, false));
    }
}
