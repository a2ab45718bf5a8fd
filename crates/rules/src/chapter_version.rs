//! The version that a chapter begins with.

/// A version that no chapter of a story has or had, where `highest` is the highest of them, those in the trash included.
/// Chapters are addressed by their numbers: a number may be another chapter's by now, and a change that was meant for
/// the one before must be refused.
pub const fn fresh(highest: i64) -> i64 {
    highest.saturating_add(1)
}

/// The version of a new chapter at the end of a story: 1, unless one was deleted, which may have had its number.
pub const fn first(highest: i64, has_deleted: bool) -> i64 {
    if has_deleted { fresh(highest) } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_never_has_the_version_of_one_that_had_its_number() {
        assert_eq!(first(7, false), 1);
        assert_eq!(first(7, true), 8);
        assert_eq!(first(0, true), 1);
        assert_eq!(fresh(7), 8);
    }
}
