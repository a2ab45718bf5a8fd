//! A review: what a reader of the whole story has to say.

use crate::{ChapterId, Finding, RunId, Severity, StoryId, Timestamp};
use serde::{Deserialize, Serialize};

/// What a run of kind `review` found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Review {
    /// The run that read; it names the review too.
    pub run: RunId,
    /// Which story.
    pub story: StoryId,
    /// The model that read.
    pub model: String,
    /// A short assessment of the whole; empty until the run is finished.
    pub assessment: String,
    /// How many chapters were read.
    pub chapters: u32,
    /// What was found, in the order of the chapters.
    pub findings: Vec<ReviewFinding>,
    /// When the run was asked for.
    pub created_at: Timestamp,
    /// When it was finished.
    pub ended_at: Option<Timestamp>,
}

/// Something a review found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewFinding {
    /// The chapter it is in, by its present number; `None` where that was deleted.
    pub chapter: Option<u32>,
    /// The same for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter_id: Option<ChapterId>,
    /// Whether the chapter has another text by now than the one that was read.
    #[serde(default)]
    pub is_outdated: bool,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
}

impl Review {
    /// How much was found.
    pub fn tally(&self) -> Tally {
        Tally::of(self.findings.iter().map(|found| found.finding.severity))
    }
}

/// How many findings there are, and how many of them are serious.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub findings: u64,
    /// Those that a reader would stumble over.
    pub serious: u64,
}

impl Tally {
    /// Counts.
    pub fn of(severities: impl IntoIterator<Item = Severity>) -> Self {
        let mut tally = Self::default();
        for severity in severities {
            tally.findings += 1;
            tally.serious += u64::from(severity == Severity::Major);
        }
        tally
    }

    /// "34 findings in 5 chapters, 31 serious", without a full stop.
    pub fn summary_line(self, chapters: u64) -> String {
        let counted = |count: u64, word: &str| {
            let s = if count == 1 { "" } else { "s" };
            format!("{count} {word}{s}")
        };
        let place = counted(chapters, "chapter");
        match (self.findings, self.serious) {
            (0, _) => format!("No issues in {place}"),
            (all, 0) => format!("{} in {place}", counted(all, "minor issue")),
            (all, serious) if all == serious => {
                format!("{} in {place}", counted(all, "serious issue"))
            }
            (all, serious) => format!("{} in {place}, {serious} serious", counted(all, "finding")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_is_counted_by_how_serious_it_is() {
        let line = |serious: usize, minor: usize, chapters| {
            let serious = vec![Severity::Major; serious];
            Tally::of(serious.into_iter().chain(vec![Severity::Minor; minor]))
                .summary_line(chapters)
        };
        assert_eq!(line(31, 3, 5), "34 findings in 5 chapters, 31 serious");
        assert_eq!(line(0, 2, 5), "2 minor issues in 5 chapters");
        assert_eq!(line(1, 0, 1), "1 serious issue in 1 chapter");
        assert_eq!(line(0, 0, 3), "No issues in 3 chapters");
    }
}
