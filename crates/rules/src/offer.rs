//! Candidates: what a run wrote while a person changed the chapter.

use domain::{Offer, Refusal};

/// Whether a candidate may be dropped.
///
/// # Errors
///
/// A refusal where it is decided already, or the revision is no candidate.
pub const fn check_drop(offer: Option<Offer>) -> Result<(), Refusal> {
    match offer {
        Some(Offer::Open) => Ok(()),
        Some(settled) => Err(Refusal::SuggestionSettled(settled)),
        None => Err(Refusal::NoSuggestion),
    }
}

/// Whether a candidate that an author merged is settled by that. One that was dropped in another tab meanwhile stays
/// dropped: what the author merged is no less the author's.
pub fn is_settled_by_merge(offer: Option<Offer>) -> bool {
    offer == Some(Offer::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_open_candidate_can_be_dropped_or_merged() {
        assert_eq!(check_drop(Some(Offer::Open)), Ok(()));
        assert!(is_settled_by_merge(Some(Offer::Open)));
        assert_eq!(
            check_drop(Some(Offer::Taken)),
            Err(Refusal::SuggestionSettled(Offer::Taken))
        );
        assert_eq!(check_drop(None), Err(Refusal::NoSuggestion));
        assert!(!is_settled_by_merge(Some(Offer::Dropped)));
        assert!(!is_settled_by_merge(None));
    }
}
