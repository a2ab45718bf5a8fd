//! What two drafts of a form have in common.

use super::draft_storage::FieldValues;

/// Whether two drafts say the same. A field that one of them does not have is empty there.
pub fn same(one: &FieldValues, other: &FieldValues) -> bool {
    let within = |one: &FieldValues, other: &FieldValues| {
        one.iter().all(|(name, value)| {
            let known = other.iter().find(|(known, _)| known == name);
            known.map_or("", |(_, value)| value.as_str()).trim() == value.trim()
        })
    };
    within(one, other) && within(other, one)
}

/// The fields that differ: their names, how they are here, and how they are now.
pub fn differing(here: &FieldValues, now: &FieldValues) -> Vec<(String, String, String)> {
    here.iter()
        .filter_map(|(name, here)| {
            let now = now.iter().find(|(known, _)| known == name);
            let now = now.map_or("", |(_, value)| value.as_str());
            (now.trim() != here.trim()).then(|| (name.clone(), here.clone(), now.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(all: &[(&str, &str)]) -> FieldValues {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        all.iter().map(own).collect()
    }

    #[test]
    fn space_around_a_field_and_a_missing_empty_one_are_no_difference() {
        let one = fields(&[("Title", "The Ferry "), ("Beats", "")]);
        assert!(same(&one, &fields(&[("Title", "The Ferry")])));
        assert!(!same(&one, &fields(&[("Title", "The Boat")])));
        assert!(!same(&fields(&[]), &one));
    }

    #[test]
    fn only_fields_that_differ_are_shown_beside_each_other() {
        let here = fields(&[("Title", "Mine"), ("Beats", "One")]);
        let now = fields(&[("Title", "Theirs"), ("Beats", "One")]);
        assert_eq!(
            differing(&here, &now),
            [("Title".into(), "Mine".into(), "Theirs".into())]
        );
    }
}
