//! Staleness: which written chapters may no longer fit, and why.

use domain::{RevisionId, StaleReason, text};

/// Which chapters to mark as possibly outdated, if they have a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleMark {
    /// The number of the first.
    pub from: u32,
    /// The number of the last.
    pub to: u32,
    /// Why.
    pub reason: StaleReason,
}

/// A person gave a chapter another text. The next chapter was shown the end of this one: where it reads otherwise now,
/// that one may not fit.
pub fn after_edit(number: u32, old: &str, new: &str) -> Option<StaleMark> {
    (text::ending(old) != text::ending(new)).then(|| StaleMark {
        from: number + 1,
        to: number + 1,
        reason: StaleReason::EndingChanged(number),
    })
}

/// A run wrote a chapter again: the next one goes on from another text, and all later ones may rely on the fact that
/// is gone.
pub fn after_rewrite(number: u32, gone: Option<String>) -> Vec<StaleMark> {
    let next = StaleMark {
        from: number + 1,
        to: number + 1,
        reason: StaleReason::Rewritten(number),
    };
    let later = gone.map(|fact| StaleMark {
        from: number + 2,
        to: u32::MAX,
        reason: StaleReason::RewrittenWithout(number, fact),
    });
    std::iter::once(next).chain(later).collect()
}

/// An earlier text came back: all later chapters may rely on the fact that is gone.
pub fn after_return(number: u32, gone: String) -> StaleMark {
    StaleMark {
        from: number + 1,
        to: u32::MAX,
        reason: StaleReason::ChangedWithout(number, gone),
    }
}

/// Why a text that was just written is stale already: the chapter before it, from which it went on, was changed while
/// it was written. `read` is the revision that it went on from, `now` the one that is there.
pub fn at_birth(
    number: u32,
    read: Option<RevisionId>,
    now: Option<RevisionId>,
) -> Option<StaleReason> {
    (read != now).then(|| StaleReason::ChangedMeanwhile(number.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::revision;

    #[test]
    fn an_edit_concerns_the_next_chapter_where_the_end_changed() {
        assert_eq!(after_edit(2, "It rained.", "It rained."), None);
        let mark = after_edit(2, "It rained.", "It snowed.").expect("a mark");
        assert_eq!((mark.from, mark.to), (3, 3));
        assert_eq!(mark.reason, StaleReason::EndingChanged(2));
    }

    #[test]
    fn a_fact_that_is_gone_concerns_all_later_chapters() {
        let places = |marks: &[StaleMark]| -> Vec<_> {
            marks.iter().map(|mark| (mark.from, mark.to)).collect()
        };
        assert_eq!(places(&after_rewrite(2, None)), [(3, 3)]);
        let marks = after_rewrite(2, Some("It rains.".to_owned()));
        assert_eq!(places(&marks), [(3, 3), (4, u32::MAX)]);
        let mark = after_return(2, "It rains.".to_owned());
        assert_eq!((mark.from, mark.to), (3, u32::MAX));
    }

    #[test]
    fn a_text_is_stale_from_the_start_where_what_it_went_on_from_changed() {
        assert_eq!(at_birth(3, Some(revision(1)), Some(revision(1))), None);
        assert_eq!(at_birth(1, None, None), None);
        assert_eq!(
            at_birth(3, Some(revision(1)), Some(revision(2))),
            Some(StaleReason::ChangedMeanwhile(2))
        );
    }
}
