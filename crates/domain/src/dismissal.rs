//! Findings that the author does not want to be told again.

use crate::{Finding, Severity};
use serde::{Deserialize, Serialize};

/// A finding of a chapter that was dismissed for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// The finding's kind.
    pub kind: String,
    /// The passage it is about, word for word; empty where nothing could be quoted.
    #[serde(default)]
    pub quote: String,
    /// What it said: all it is known by where it quotes nothing.
    #[serde(default)]
    pub note: String,
}

impl Dismissal {
    /// What is to be kept of a finding to know it again.
    pub fn of(finding: &Finding) -> Self {
        Self {
            kind: finding.kind.clone(),
            quote: finding.quote.clone(),
            note: finding.note.clone(),
        }
    }

    /// Whether a finding is the one that was dismissed: a model words its notes anew each time, so the
    /// passage counts, and the note only where there is none.
    pub fn covers(&self, finding: &Finding) -> bool {
        self.kind == finding.kind
            && self.quote == finding.quote
            && (!self.quote.is_empty() || known_by(&self.note) == known_by(&finding.note))
    }
}

/// How the note about a missing beat begins; the second is how earlier versions began it. What was dismissed
/// then stays dismissed.
const MISSING_BEAT: [&str; 2] = [
    "The text does not mention this beat: ",
    "Nothing in the text speaks of this beat: ",
];

/// What tells a note from others: of a missing beat the beat itself.
pub fn known_by(note: &str) -> &str {
    MISSING_BEAT
        .iter()
        .find_map(|begins| note.strip_prefix(begins))
        .unwrap_or(note)
}

/// Whether the author dismissed a finding.
pub fn is_dismissed(finding: &Finding, dismissed: &[Dismissal]) -> bool {
    dismissed.iter().any(|gone| gone.covers(finding))
}

/// Whether something is left that a reader would stumble over.
pub fn needs_review(findings: &[Finding], dismissed: &[Dismissal]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Major && !is_dismissed(finding, dismissed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(severity: Severity, kind: &str, quote: &str, note: &str) -> Finding {
        Finding {
            severity,
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note: note.to_owned(),
        }
    }

    #[test]
    fn a_finding_is_known_by_its_passage_and_by_its_note_where_it_has_none() {
        let quoted = finding(Severity::Major, "contradiction", "her grey eyes", "Blue.");
        let again = finding(
            Severity::Minor,
            "contradiction",
            "her grey eyes",
            "They are blue.",
        );
        assert!(Dismissal::of(&quoted).covers(&again));
        let elsewhere = finding(
            Severity::Major,
            "contradiction",
            "his grey eyes",
            "They are blue.",
        );
        let other_kind = finding(
            Severity::Major,
            "repetition",
            "her grey eyes",
            "They are blue.",
        );
        assert!(!Dismissal::of(&quoted).covers(&elsewhere));
        assert!(!Dismissal::of(&quoted).covers(&other_kind));
        let beat = finding(Severity::Major, "missing beat", "", "The ferry is missing.");
        let other = finding(Severity::Major, "missing beat", "", "The radio is missing.");
        assert!(Dismissal::of(&beat).covers(&beat));
        assert!(!Dismissal::of(&beat).covers(&other));
        let missing = |begins| {
            finding(
                Severity::Major,
                "missing beat",
                "",
                &format!("{begins}She leaves."),
            )
        };
        let [now, before] = MISSING_BEAT.map(missing);
        assert!(Dismissal::of(&before).covers(&now));
    }

    #[test]
    fn a_chapter_needs_review_while_one_major_finding_is_left() {
        let all = [
            finding(Severity::Major, "a", "one", ""),
            finding(Severity::Major, "a", "two", ""),
            finding(Severity::Minor, "a", "three", ""),
        ];
        let gone: Vec<_> = all.iter().map(Dismissal::of).collect();
        assert!(needs_review(&all, &gone[..1]));
        assert!(!needs_review(&all, &gone[..2]));
        assert!(!needs_review(&[], &[]));
    }
}
