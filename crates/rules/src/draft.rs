//! Drafts: what a step is based on, and what is left of a draft that is cut.

use domain::RevisionId;

/// The revision that a step is based on when it begins. A text that a person gave the chapter after the run was asked
/// for is no base to replace: the run's text becomes a candidate beside it.
pub fn base_revision(
    text_by_person: bool,
    asked: Option<RevisionId>,
    now: Option<RevisionId>,
) -> Option<RevisionId> {
    if text_by_person { asked } else { now }
}

/// What is left of a draft that is cut at `offset`; `None` where nothing would go, or the offset is inside a character.
pub fn cut(draft: &str, offset: u64) -> Option<&str> {
    let kept = draft.get(..usize::try_from(offset).ok()?)?;
    (kept.len() < draft.len()).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::revision;

    #[test]
    fn a_persons_text_that_is_newer_than_the_request_is_no_base() {
        let (asked, now) = (Some(revision(1)), Some(revision(2)));
        assert_eq!(base_revision(true, asked, now), asked);
        assert_eq!(base_revision(false, asked, now), now);
    }

    #[test]
    fn a_draft_is_cut_between_characters() {
        assert_eq!(cut("día", 1), Some("d"));
        assert_eq!(cut("día", 2), None);
        assert_eq!(cut("día", 4), None);
        assert_eq!(cut("día", u64::MAX), None);
    }
}
