//! Findings of two readers as one list, without those the author has dismissed.

use crate::prose::normal;
use domain::{Finding, dismissal::known_by};

/// A finding that the author has looked at and does not want to see again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dismissed {
    /// The finding's kind.
    pub kind: String,
    /// Its passage. A missing beat has none: there it is the note.
    pub quote: String,
}

impl Dismissed {
    /// What has to be kept of a finding to know it again.
    pub fn of(finding: &Finding) -> Self {
        Self {
            kind: finding.kind.clone(),
            quote: passage(finding).to_owned(),
        }
    }

    /// Whether a finding is this one; case, spacing and marks don't count.
    fn is(&self, finding: &Finding) -> bool {
        same(&self.kind, &finding.kind) && same(known_by(&self.quote), passage(finding))
    }
}

/// What a finding is known by, besides its kind.
fn passage(finding: &Finding) -> &str {
    if finding.quote.trim().is_empty() {
        known_by(&finding.note)
    } else {
        &finding.quote
    }
}

fn same(one: &str, other: &str) -> bool {
    one == other || normal(one) == normal(other)
}

/// The mechanical findings, then those of a model that say something else; none that was dismissed.
pub fn merge(
    mechanical: Vec<Finding>,
    model: Vec<Finding>,
    dismissed: &[Dismissed],
) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::with_capacity(mechanical.len() + model.len());
    for finding in mechanical.into_iter().chain(model) {
        let one = Dismissed::of(&finding);
        let known = all.iter().any(|other| one.is(other));
        if !known && !dismissed.iter().any(|gone| gone.is(&finding)) {
            all.push(finding);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Severity;

    fn finding(kind: &str, quote: &str, note: &str) -> Finding {
        Finding {
            severity: Severity::Major,
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note: note.to_owned(),
        }
    }

    #[test]
    fn the_same_passage_is_told_once_for_each_kind() {
        let mechanical = vec![finding("name", "Marra Tolan", "ours")];
        let model = vec![
            finding("Name", "“Marra Tolan”", "theirs"),
            finding("contradiction", "Marra Tolan", "another matter"),
        ];
        let notes: Vec<String> = merge(mechanical, model, &[])
            .into_iter()
            .map(|finding| finding.note)
            .collect();
        assert_eq!(notes, ["ours", "another matter"]);
    }

    #[test]
    fn what_the_author_dismissed_does_not_come_back_from_either() {
        let ours = finding("name", "Marra Tolan", "ours");
        let theirs = finding("contradiction", "It rained.", "theirs");
        let dismissed = [&ours, &theirs].map(Dismissed::of);
        assert_eq!(merge(vec![ours.clone()], vec![theirs], &dismissed), []);
        let other = finding("contradiction", "Marra Tolan", "another kind");
        assert_eq!(merge(vec![other.clone()], vec![], &dismissed), [other]);
    }

    #[test]
    fn missing_beats_are_told_apart_by_their_notes() {
        let one = finding("missing beat", "", "Nothing speaks of this: She leaves.");
        let two = finding("missing beat", "", "Nothing speaks of this: He stays.");
        let both = merge(vec![one.clone(), two.clone()], vec![], &[]);
        assert_eq!(both.len(), 2);
        let left = merge(both, vec![], &[Dismissed::of(&one)]);
        assert_eq!(left, [two]);
    }
}
