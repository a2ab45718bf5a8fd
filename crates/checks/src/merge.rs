//! FindingList of two readers as one list, without those the author has dismissed.

use domain::{Finding, dismissal::known_by};
use std::collections::HashSet;
use text::prose::normal;

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

    /// What it is compared by: case, spacing and marks don't count.
    fn key(&self) -> Key {
        (plain(&self.kind), plain(known_by(&self.quote)))
    }
}

/// A kind and a passage in the form in which they are compared.
type Key = (String, String);

/// What a finding is known by, besides its kind.
fn passage(finding: &Finding) -> &str {
    if finding.quote.trim().is_empty() {
        known_by(&finding.note)
    } else {
        &finding.quote
    }
}

/// Without case, spacing and marks, unless nothing else is there.
fn plain(text: &str) -> String {
    let plain = normal(text);
    if plain.is_empty() {
        text.trim().to_owned()
    } else {
        plain
    }
}

/// The mechanical findings, then those of a model that say something else; none that was dismissed. What both say of
/// a passage is told once, but not two different things that one of them says of it.
pub fn merge(
    mechanical: Vec<Finding>,
    model: Vec<Finding>,
    dismissed: &[Dismissed],
) -> Vec<Finding> {
    let dismissed: HashSet<Key> = dismissed.iter().map(Dismissed::key).collect();
    let mut all: Vec<Finding> = Vec::with_capacity(mechanical.len() + model.len());
    let mut notes: HashSet<(Key, String)> = HashSet::new();
    let mut ours: HashSet<Key> = HashSet::new();
    let both = [(true, mechanical), (false, model)];
    for (is_ours, findings) in both {
        for finding in findings {
            let key = Dismissed::of(&finding).key();
            let is_told = !is_ours && ours.contains(&key);
            if is_told || dismissed.contains(&key) {
                continue;
            }
            if notes.insert((key.clone(), plain(&finding.note))) {
                all.push(finding);
            }
            if is_ours {
                ours.insert(key);
            }
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
    fn two_things_that_one_reader_says_of_a_passage_are_both_told() {
        let one = finding(
            "repetition",
            "It rained.",
            "Paragraph 3 repeats paragraph 1.",
        );
        let two = finding(
            "repetition",
            "It rained.",
            "Paragraph 9 repeats paragraph 4.",
        );
        let ours = merge(vec![one.clone(), two.clone()], vec![], &[]);
        assert_eq!(ours, [one.clone(), two.clone()]);
        let theirs = merge(vec![], vec![one.clone(), two.clone(), one.clone()], &[]);
        assert_eq!(theirs, [one, two]);
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
