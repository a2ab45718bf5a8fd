//! How what was deleted comes back.

use domain::{Refusal, RestoreNote, story::MAX_CHAPTERS};

/// The number under which a chapter comes back to a story of so many chapters, and what to say of it: its own where the
/// story still has that many, else the end.
///
/// # Errors
///
/// [`Refusal::NoRoomForChapter`] where the story is full.
pub fn restored_number(was: u32, chapters: u32) -> Result<(u32, Option<RestoreNote>), Refusal> {
    if chapters >= MAX_CHAPTERS {
        return Err(Refusal::NoRoomForChapter);
    }
    let number = was.clamp(1, chapters + 1);
    let note = (number != was).then_some(RestoreNote::OtherNumber(number));
    Ok((number, note))
}

/// The name, or one that nobody has.
pub fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let restored = (1_u32..).map(|nth| match nth {
        1 => format!("{name} (restored)"),
        _ => format!("{name} (restored {nth})"),
    });
    std::iter::once(name.to_owned())
        .chain(restored)
        .find(|name| !is_taken(name))
        .unwrap_or_default()
}

/// The name that a copy of a story has.
pub fn copy_name(title: &str) -> String {
    format!("{title} (copy)")
}

/// Lets a relation come back. `missing` is the end that its world does not have; its name, where that is in the trash.
///
/// # Errors
///
/// A refusal that says what to restore first, or that nothing can.
pub fn check_ends(missing: Option<Option<String>>) -> Result<(), Refusal> {
    match missing {
        None => Ok(()),
        Some(Some(name)) => Err(Refusal::RelationEndInTrash(name)),
        Some(None) => Err(Refusal::RelationEndGone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_is_told_apart() {
        let taken = ["Mara", "Mara (restored)", "Iven"];
        let free = |name| free_name(name, |other| taken.contains(&other));
        assert_eq!(free("Tamsin"), "Tamsin");
        assert_eq!(free("Iven"), "Iven (restored)");
        assert_eq!(free("Mara"), "Mara (restored 2)");
    }

    #[test]
    fn a_chapter_comes_back_at_its_number_or_at_the_end() {
        assert_eq!(restored_number(2, 3), Ok((2, None)));
        assert_eq!(
            restored_number(7, 3),
            Ok((4, Some(RestoreNote::OtherNumber(4))))
        );
        assert_eq!(
            restored_number(2, MAX_CHAPTERS),
            Err(Refusal::NoRoomForChapter)
        );
    }

    #[test]
    fn a_relation_needs_both_ends() {
        assert_eq!(check_ends(None), Ok(()));
        assert_eq!(check_ends(Some(None)), Err(Refusal::RelationEndGone));
        let named = check_ends(Some(Some("Mara".to_owned())));
        assert_eq!(named, Err(Refusal::RelationEndInTrash("Mara".to_owned())));
    }
}
