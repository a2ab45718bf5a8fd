//! Measures how far a step is and how fast the model writes.

use domain::{Pace, Stage, Step, StepKind, progress};
use std::time::{Duration, Instant};
use store::{StageTiming, StepProgress};

/// At most five progress events a second.
const BETWEEN_REPORTS: Duration = Duration::from_millis(200);

/// How much of the past the rate remembers from one report to the next.
const MEMORY: f64 = 0.97;

/// Counts tokens of one step during one execution.
pub(crate) struct Meter {
    /// What the stages are expected to take.
    pace: Pace,
    kind: StepKind,
    stage: Stage,
    /// All tokens of the step, earlier executions included.
    tokens: u64,
    /// Tokens of the stage (or of the scene) under way.
    here: u64,
    /// Words of the draft.
    pub(crate) words: u64,
    /// The scene under way, from 1, and how many there are.
    pub(crate) scene: Option<(u32, u32)>,
    // A decaying sum of tokens over one of seconds.
    recent: (f64, f64),
    unreported: u64,
    last: Instant,
    /// When the stage began and the tokens before it; `None` where an earlier execution began it.
    began: Option<(Instant, u64)>,
    /// The stage in which an earlier execution stopped.
    resumed: Option<Stage>,
    /// The model thinks and has not begun to write.
    thinking: bool,
}

impl Meter {
    pub(crate) fn new(step: &Step, pace: Pace) -> Self {
        Self {
            pace,
            kind: step.kind,
            stage: step.stage.unwrap_or(step.kind.stages()[0]),
            tokens: step.tokens,
            here: 0,
            words: step.words,
            scene: step.scene,
            recent: (0.0, 0.0),
            unreported: 0,
            last: Instant::now(),
            began: None,
            resumed: step.stage.filter(|_| step.tokens > 0),
            thinking: false,
        }
    }

    /// A stage begins; answers what the one before it took, where that was seen whole. Waiting between
    /// stages is not writing time.
    pub(crate) fn enter(&mut self, stage: Stage) -> Option<StageTiming> {
        // What a chapter is begun with now and then says nothing about the next one.
        let is_usual = self.stage != Stage::Recall;
        let seen = self
            .began
            .filter(|_| is_usual)
            .map(|(began, before)| StageTiming {
                kind: self.kind,
                stage: self.stage,
                tokens: self.tokens - before,
                seconds: began.elapsed().as_secs_f64(),
            });
        self.began = (self.resumed.take() != Some(stage)).then(|| (Instant::now(), self.tokens));
        self.stage = stage;
        self.here = 0;
        self.last = Instant::now();
        seen
    }

    /// A scene begins.
    pub(crate) fn enter_scene(&mut self, scene: u32, of: u32) {
        self.scene = Some((scene, of));
        self.here = 0;
    }

    /// Whether the model thinks now. Thinking is no progress: nobody knows how long it takes.
    pub(crate) const fn think(&mut self, thinking: bool) {
        self.thinking = thinking;
    }

    /// The model wrote this many tokens.
    pub(crate) fn count(&mut self, tokens: u32) {
        self.tokens += u64::from(tokens);
        self.here += u64::from(tokens);
        self.unreported += u64::from(tokens);
    }

    /// When the tokens that were not reported yet are to be; `None` while there are none.
    pub(crate) fn report_at(&self) -> Option<Instant> {
        (self.unreported > 0).then(|| self.last + BETWEEN_REPORTS)
    }

    /// A report, where the last one is long enough ago.
    pub(crate) fn report_if_due(&mut self) -> Option<StepProgress> {
        (self.last.elapsed() >= BETWEEN_REPORTS).then(|| self.report())
    }

    /// A report now.
    pub(crate) fn report(&mut self) -> StepProgress {
        let seconds = self.last.elapsed().as_secs_f64();
        self.last = Instant::now();
        if self.unreported > 0 {
            let (tokens, time) = self.recent;
            self.recent = (
                tokens * MEMORY + self.unreported as f64,
                time * MEMORY + seconds.max(1e-6),
            );
            self.unreported = 0;
        }
        StepProgress {
            fraction: self.fraction(),
            tokens: self.tokens,
            words: self.words,
            scene: self.scene,
            thinking: self.thinking,
            rate: (self.recent.1 > 0.5).then(|| self.recent.0 / self.recent.1),
        }
    }

    fn fraction(&self) -> f64 {
        let part = match (self.stage, self.scene) {
            (Stage::Draft, Some((scene, of))) => {
                let expected = self.pace.stage(self.kind, Stage::Draft) / f64::from(of.max(1));
                let inside = progress::creep(self.here as f64 / expected);
                Some((f64::from(scene - 1) + inside) / f64::from(of.max(1)))
            }
            _ => None,
        };
        progress::step_fraction(&self.pace, self.kind, self.stage, self.here, part)
    }
}
