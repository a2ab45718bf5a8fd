//! The history of what a person or a run decided: which values it keeps, and who changed what.

use domain::{Author, VersionValue, WorldPart};

/// Whether a value is worth keeping: a chapter that nobody has outlined has nothing.
pub fn is_worth_keeping(value: &VersionValue) -> bool {
    !matches!(value, VersionValue::Outline(outline) if outline.is_empty())
}

/// A version in the history, as far as [`is_changed_by_person`] needs it. `F` is a field's value.
#[derive(Clone, Debug)]
pub struct StoredVersion<F> {
    /// Who made it.
    pub author: Author,
    /// Whether it was made after the run was asked for.
    pub is_newer: bool,
    /// The fields that the run replaces, in a fixed order; `None` where the value has no such field.
    pub fields: Vec<Option<F>>,
}

/// Whether a person changed one of the fields since a run was asked for. `all` is the whole history, oldest first.
/// `has_words` says whether a field says anything.
pub fn is_changed_by_person<F: PartialEq>(
    all: &[StoredVersion<F>],
    has_words: impl Fn(&F) -> bool,
) -> bool {
    // The last value from before. Where none was kept, the first change kept what was there.
    let then = all.iter().rposition(|kept| !kept.is_newer).unwrap_or(0);
    let (Some(then), Some(now)) = (all.get(then), all.last()) else {
        return false;
    };
    let by_person = |kept: &StoredVersion<F>| kept.is_newer && kept.author == Author::Person;
    let is_changed = if all.first().is_some_and(by_person) {
        // What a person wrote first was preceded by nothing, which is not kept.
        now.fields.iter().flatten().any(has_words)
    } else {
        then.fields != now.fields
    };
    is_changed && all.iter().any(by_person)
}

/// A part of a world as it comes back from the history. A fact whose chapter is gone keeps the one that it has now.
pub fn restored_part(mut old: WorldPart, now: &VersionValue) -> WorldPart {
    if let (WorldPart::Fact(old), VersionValue::Part(WorldPart::Fact(now))) = (&mut old, now)
        && old.chapter.is_none()
    {
        old.chapter = now.chapter;
    }
    old
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Fact, FactId, Outline};
    use uuid::Uuid;

    fn kept(author: Author, is_newer: bool, field: &str) -> StoredVersion<String> {
        StoredVersion {
            author,
            is_newer,
            fields: vec![Some(field.to_owned())],
        }
    }

    fn changed(all: &[StoredVersion<String>]) -> bool {
        is_changed_by_person(all, |field| !field.is_empty())
    }

    #[test]
    fn only_a_person_who_changed_something_since_counts() {
        let before = kept(Author::Unknown, false, "old");
        assert!(!changed(&[]));
        assert!(!changed(std::slice::from_ref(&before)));
        assert!(changed(&[
            before.clone(),
            kept(Author::Person, true, "new")
        ]));
        assert!(!changed(&[before.clone(), kept(Author::Run, true, "new")]));
        // There and back.
        assert!(!changed(&[
            before.clone(),
            kept(Author::Person, true, "new"),
            kept(Author::Person, true, "old")
        ]));
        assert!(!changed(&[before, kept(Author::Person, false, "new")]));
        // The first that there is.
        assert!(changed(&[kept(Author::Person, true, "new")]));
        assert!(!changed(&[kept(Author::Person, true, "")]));
    }

    #[test]
    fn an_outline_without_words_is_not_kept() {
        assert!(!is_worth_keeping(
            &VersionValue::Outline(Outline::default())
        ));
        assert!(is_worth_keeping(&VersionValue::Outline(Outline {
            title: "Rain".to_owned(),
            outline: Vec::new(),
        })));
    }

    #[test]
    fn a_fact_keeps_its_chapter_where_the_old_one_is_gone() {
        let fact = |text: &str, chapter| {
            WorldPart::Fact(Fact {
                id: FactId(Uuid::nil()),
                text: text.to_owned(),
                chapter,
            })
        };
        let now = VersionValue::Part(fact("new", Some(4)));
        assert_eq!(restored_part(fact("old", None), &now), fact("old", Some(4)));
        assert_eq!(
            restored_part(fact("old", Some(2)), &now),
            fact("old", Some(2))
        );
    }
}
