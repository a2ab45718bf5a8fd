//! How many planted faults are found, and how often a clean chapter is accused.
//!
//! Also a module of `engine/tests/suite/continuity.rs`, where a normal test holds the goals.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a bench stops at the first thing that goes wrong"
)]

mod corpus;
mod large;
mod strangers;

pub use corpus::{CorpusChapter, CorpusStory, Planted, Set, stories};
pub use large::large;
pub use strangers::strangers;

use domain::Finding;
use engine::{
    checks::{self, CheckInput},
    model::{
        Assignment, Call, LanguageModel, ModelError, Piece, StoryContext, Tuning,
        assignment::{ChapterContext, Report},
    },
};
use futures::StreamExt as _;
use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};
use tokio_util::sync::CancellationToken;

/// The least share of planted faults that must be found: of all, and of each kind in [`CLAIMED`].
pub const RECALL: f64 = 0.8;

/// The kinds that the checks claim to find.
pub const CLAIMED: [&str; 6] = [
    "contradiction",
    "dead person",
    "language",
    "name",
    "point of view",
    "repetition",
];

/// The kinds that are only hinted at: what is found is seldom a false alarm, but much stays unseen.
pub const HINTED: [&str; 1] = ["missing beat"];

/// The most false alarms for each clean chapter.
pub const ALARMS: f64 = 0.1;

/// Planted and found faults of one kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct KindScore {
    pub planted: usize,
    pub found: usize,
}

impl KindScore {
    /// The share that was found.
    pub fn share(self) -> f64 {
        self.found as f64 / self.planted.max(1) as f64
    }
}

/// What one reader made of the corpus, or of one half of it.
#[derive(Debug, Default)]
pub struct Score {
    pub kinds: BTreeMap<String, KindScore>,
    pub clean: usize,
    /// Findings in clean chapters.
    pub alarms: Vec<String>,
    /// Findings in the other chapters that nobody planted.
    pub extra: Vec<String>,
    pub missed: Vec<String>,
    /// Time for each chapter.
    pub took: Vec<Duration>,
}

impl Score {
    /// Of everything planted, how much was found.
    pub fn total(&self) -> KindScore {
        self.kinds
            .values()
            .fold(KindScore::default(), |all, kind| KindScore {
                planted: all.planted + kind.planted,
                found: all.found + kind.found,
            })
    }

    /// The share that was found.
    pub fn recall(&self) -> f64 {
        self.total().share()
    }

    /// Of the kinds in [`CLAIMED`], those of which too little was found.
    pub fn short(&self) -> Vec<&'static str> {
        let few = |kind: &&str| self.kinds.get(*kind).copied().unwrap_or_default().share() < RECALL;
        CLAIMED.into_iter().filter(few).collect()
    }

    /// False alarms for each clean chapter.
    pub fn alarm_rate(&self) -> f64 {
        self.alarms.len() as f64 / self.clean.max(1) as f64
    }

    /// Takes in what another half made.
    pub fn add(&mut self, other: &Self) {
        for (kind, found) in &other.kinds {
            let sum = self.kinds.entry(kind.clone()).or_default();
            sum.planted += found.planted;
            sum.found += found.found;
        }
        self.clean += other.clean;
        self.alarms.extend_from_slice(&other.alarms);
        self.extra.extend_from_slice(&other.extra);
        self.missed.extend_from_slice(&other.missed);
        self.took.extend_from_slice(&other.took);
    }

    /// Counts what was found in a chapter.
    pub fn judge(
        &mut self,
        story: &CorpusStory,
        chapter: &CorpusChapter,
        findings: &[Finding],
        took: Duration,
    ) {
        self.took.push(took);
        let place = format!("{} / {}", story.title, chapter.id);
        let mut meant = vec![false; findings.len()];
        for planted in &chapter.expect {
            let mut hit = false;
            for (at, finding) in findings.iter().enumerate() {
                if planted.is(finding) {
                    hit = true;
                    meant[at] = true;
                }
            }
            let kind = self.kinds.entry(planted.kind.clone()).or_default();
            kind.planted += 1;
            kind.found += usize::from(hit);
            if !hit {
                self.missed
                    .push(format!("{place}: {}: {}", planted.kind, planted.quote));
            }
        }
        let rest = findings.iter().zip(&meant).filter(|(_, meant)| !**meant);
        let rest = rest.map(|(finding, _)| {
            format!(
                "{place}: {}: {} [{}]",
                finding.kind, finding.quote, finding.note
            )
        });
        if chapter.expect.is_empty() {
            self.clean += 1;
            self.alarms.extend(rest);
        } else {
            self.extra.extend(rest);
        }
    }
}

impl Planted {
    /// Whether a finding is this one: of its kind, with a passage that contains it or lies within it.
    pub fn is(&self, finding: &Finding) -> bool {
        let passage = if finding.quote.is_empty() {
            &finding.note
        } else {
            &finding.quote
        };
        finding.kind == self.kind
            && !passage.is_empty()
            && (passage.contains(&self.quote) || self.quote.contains(passage.as_str()))
    }
}

/// Runs the mechanical checks over one half, or over everything.
pub fn mechanical(stories: &[CorpusStory], set: Option<Set>) -> Score {
    let mut score = Score::default();
    for story in stories
        .iter()
        .filter(|story| set.is_none_or(|set| set == story.set))
    {
        for chapter in &story.chapters {
            let began = Instant::now();
            let findings = look(story, chapter, checks::run);
            score.judge(story, chapter, &findings, began.elapsed());
        }
    }
    score
}

/// Looks at a chapter as the studio does.
fn look(
    story: &CorpusStory,
    chapter: &CorpusChapter,
    look: impl FnOnce(&CheckInput<'_>) -> Vec<Finding>,
) -> Vec<Finding> {
    look(&CheckInput {
        world: &story.world(chapter.number),
        beats: &chapter.beats,
        scenes: &chapter.scenes,
        earlier: &story.earlier(chapter.number),
        language: &story.language,
        text: chapter.text.trim(),
    })
}

/// Asks a model to check the same chapters, as a run would ask it.
///
/// # Errors
/// Where the model can't answer at all; an answer that is no report finds nothing.
pub async fn by_model(
    stories: &[CorpusStory],
    set: Option<Set>,
    model: &dyn LanguageModel,
) -> Result<Score, ModelError> {
    let mut score = Score::default();
    for story in stories
        .iter()
        .filter(|story| set.is_none_or(|set| set == story.set))
    {
        for chapter in &story.chapters {
            let call = Call {
                story: StoryContext {
                    title: story.title.clone(),
                    brief: story.brief(),
                    world: story.world(chapter.number),
                    seed: 0,
                },
                assignment: Assignment::Check {
                    chapter: ChapterContext {
                        number: chapter.number,
                        of: 12,
                        beats: chapter.beats.clone(),
                        earlier: story.earlier(chapter.number),
                        ..ChapterContext::default()
                    },
                    text: chapter.text.trim().to_owned(),
                },
                prefix: String::new(),
                tuning: Tuning::default(),
                prompt: None,
                repair: None,
                looped: 0,
                short: false,
                cramped: 0,
            };
            let began = Instant::now();
            let mut answer = model.answer(call, CancellationToken::new()).await?;
            let mut text = String::new();
            while let Some(piece) = answer.next().await {
                if let Piece::Text { text: more, .. } = piece? {
                    text.push_str(&more);
                }
            }
            let findings = report(&text)
                .map(|report| {
                    look(story, chapter, |matter| {
                        checks::grounded(report.findings, matter)
                    })
                })
                .unwrap_or_default();
            score.judge(story, chapter, &findings, began.elapsed());
        }
    }
    Ok(score)
}

/// Reads a report, also where a model has put words or a fence around it.
fn report(text: &str) -> Option<Report> {
    let from = text.find('{')?;
    let to = text.rfind('}')?;
    serde_json::from_str(text.get(from..=to)?).ok()
}
