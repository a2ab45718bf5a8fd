//! What was found in a text so far.

use domain::{Finding, Severity};

/// The kind of what contradicts the world, the facts and the chapters before.
pub(crate) const CONTRADICTION: &str = "contradiction";

/// The kind of text that is no prose of the story.
pub(crate) const LANGUAGE: &str = "language";

/// The most findings of one kind: beyond them nobody reads on. The others are counted.
const MOST_OF_A_KIND: usize = 12;

/// The same for what is repeated: each passage is another one to be deleted.
const MOST_REPEATED: usize = 200;

/// What was found so far.
#[derive(Debug, Default)]
pub(crate) struct FindingList {
    found: Vec<Finding>,
    /// What was too much to be listed, kind by kind: how serious the worst of it is, and how much there is.
    more: Vec<(String, Severity, u64)>,
}

impl FindingList {
    /// Adds one, unless the passage is there already for the same reason.
    pub(crate) fn add(&mut self, severity: Severity, kind: &str, quote: &str, note: String) {
        let finding = Finding {
            severity,
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note,
        };
        let same = |known: &&Finding| known.kind == kind;
        let known =
            self.found.iter().filter(same).any(|known| {
                known.quote == quote && (!quote.is_empty() || known.note == finding.note)
            });
        if !known {
            self.push(finding, MOST_OF_A_KIND);
        }
    }

    /// Adds one of which each counts.
    pub(crate) fn all_of(&mut self, finding: Finding) {
        if !self.found.contains(&finding) {
            self.push(finding, MOST_REPEATED);
        }
    }

    fn push(&mut self, finding: Finding, most: usize) {
        let same = self.found.iter().filter(|known| known.kind == finding.kind);
        if same.count() < most {
            self.found.push(finding);
            return;
        }
        match self
            .more
            .iter_mut()
            .find(|(kind, ..)| *kind == finding.kind)
        {
            Some((_, severity, count)) => {
                *count += 1;
                if finding.severity == Severity::Major {
                    *severity = Severity::Major;
                }
            }
            None => self.more.push((finding.kind, finding.severity, 1)),
        }
    }

    /// All that was found, and how much is not listed.
    pub(crate) fn all(self) -> Vec<Finding> {
        let mut all = self.found;
        all.extend(self.more.into_iter().map(|(kind, severity, count)| {
            let note = match count {
                1 => "One more passage of this kind is not listed.".to_owned(),
                count => format!("{count} more passages of this kind are not listed."),
            };
            Finding {
                severity,
                kind,
                quote: String::new(),
                note,
            }
        }));
        all
    }

    /// Whether a passage lies within one that was found to be of this kind.
    pub(crate) fn has(&self, kind: &str, passage: &str) -> bool {
        let mut same = self.found.iter().filter(|found| found.kind == kind);
        same.any(|found| found.quote.contains(passage))
    }

    /// Something a reader would stumble over.
    pub(crate) fn major(&mut self, kind: &str, quote: &str, note: String) {
        self.add(Severity::Major, kind, quote, note);
    }

    /// A matter of style.
    pub(crate) fn minor(&mut self, kind: &str, quote: &str, note: String) {
        self.add(Severity::Minor, kind, quote, note);
    }
}
