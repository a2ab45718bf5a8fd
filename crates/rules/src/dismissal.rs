//! Dismissed findings, and the state of a chapter that follows from them.

use domain::{ChapterState, Dismissal, Finding, Refusal, Severity, dismissal::is_dismissed};

/// The most a chapter keeps: far more than anyone looks at.
pub const MOST: usize = 1_000;

/// Whether a dismissal changes anything.
///
/// # Errors
///
/// [`Refusal::TooManyDismissals`] where one too many is wanted.
pub fn changes(finding: &Dismissal, known: &[Dismissal], wanted: bool) -> Result<bool, Refusal> {
    // Read as the rule of [`Dismissal::covers`] reads findings.
    let finding = Finding {
        severity: Severity::Major,
        kind: finding.kind.clone(),
        quote: finding.quote.clone(),
        note: finding.note.clone(),
    };
    if is_dismissed(&finding, known) == wanted {
        return Ok(false);
    }
    match wanted && known.len() >= MOST {
        true => Err(Refusal::TooManyDismissals(MOST)),
        false => Ok(true),
    }
}

/// The state that a chapter gets when its dismissals have changed; `None` where it keeps the one it has. `before` and
/// `after` say whether its text is doubtful: whether a run's text that needed review has a finding that is not
/// dismissed. They are `None` for a text that needs no review or was not checked. A chapter that is finished though its
/// text was doubtful is so because a person said so, and stays it.
pub fn refreshed_state(
    now: ChapterState,
    before: Option<bool>,
    after: Option<bool>,
) -> Option<ChapterState> {
    let state = match after? {
        true if before == Some(true) => return None,
        true => ChapterState::NeedsReview,
        false => ChapterState::Written,
    };
    let is_judged = matches!(now, ChapterState::Written | ChapterState::NeedsReview);
    (is_judged && now != state).then_some(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dismissal(quote: &str) -> Dismissal {
        Dismissal {
            kind: "repetition".to_owned(),
            quote: quote.to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn what_is_as_wished_already_changes_nothing() {
        let known = [dismissal("her grey eyes")];
        assert_eq!(changes(&known[0], &known, true), Ok(false));
        assert_eq!(changes(&known[0], &known, false), Ok(true));
        assert_eq!(changes(&dismissal("the radio"), &known, true), Ok(true));
        assert_eq!(changes(&dismissal("the radio"), &known, false), Ok(false));
        let full: Vec<_> = (0..MOST).map(|n| dismissal(&n.to_string())).collect();
        assert_eq!(
            changes(&dismissal("the radio"), &full, true),
            Err(Refusal::TooManyDismissals(MOST))
        );
        assert_eq!(changes(&full[0], &full, false), Ok(true));
    }

    #[test]
    fn a_chapter_follows_its_findings_unless_a_person_judged_it() {
        use ChapterState::{NeedsReview, Partial, Written};
        assert_eq!(
            refreshed_state(NeedsReview, Some(true), Some(false)),
            Some(Written)
        );
        assert_eq!(
            refreshed_state(Written, Some(false), Some(true)),
            Some(NeedsReview)
        );
        assert_eq!(refreshed_state(Written, Some(true), Some(true)), None);
        assert_eq!(refreshed_state(Written, Some(true), None), None);
        assert_eq!(refreshed_state(Partial, Some(true), Some(false)), None);
    }
}
