//! What a call took, noted while it goes on.

use domain::{CallEnd, Price, PromptPart, Spent, Timestamp};
use std::time::Instant;
use store::{FinishedCall, clock};
use writing::Usage;

/// A call under way.
pub(crate) struct PendingCall {
    started_at: Timestamp,
    began: Instant,
    first: Option<Instant>,
    written: u64,
    thought: u64,
    usage: Option<Usage>,
}

impl PendingCall {
    pub(crate) fn begin() -> Self {
        Self {
            started_at: clock::now(),
            began: Instant::now(),
            first: None,
            written: 0,
            thought: 0,
            usage: None,
        }
    }

    /// It is its turn: what it took begins here.
    pub(crate) fn asked(&mut self) {
        self.began = Instant::now();
    }

    pub(crate) fn wrote(&mut self, tokens: u32) {
        self.first.get_or_insert_with(Instant::now);
        self.written += u64::from(tokens);
    }

    pub(crate) fn thought(&mut self, tokens: u32) {
        self.first.get_or_insert_with(Instant::now);
        self.thought += u64::from(tokens);
    }

    /// What was taken for text so far was thought, too.
    pub(crate) const fn was_thought(&mut self) {
        self.thought += self.written;
        self.written = 0;
    }

    /// The server's own count is better than ours.
    pub(crate) const fn counted(&mut self, usage: Usage) {
        self.usage = Some(usage);
    }

    /// The call is over.
    pub(crate) fn end(
        self,
        ended: CallEnd,
        model: &str,
        price: Option<Price>,
        parts: Vec<PromptPart>,
    ) -> FinishedCall {
        let guessed: u64 = parts.iter().map(|part| u64::from(part.tokens)).sum();
        // Where nothing was counted and nothing came, nothing was read either.
        let prompt_tokens = match (self.usage, self.first) {
            (Some(usage), _) => u64::from(usage.prompt),
            (None, Some(_)) => guessed,
            (None, None) => 0,
        };
        let answer_tokens = self
            .usage
            .map_or(self.written + self.thought, |usage| u64::from(usage.answer));
        let spent = Spent {
            calls: 1,
            prompt_tokens,
            cached_tokens: self.usage.map_or(0, |usage| u64::from(usage.cached)),
            answer_tokens,
            thinking_tokens: self.thought,
            seconds: self.began.elapsed().as_secs_f64(),
            cost: price.map_or(0.0, |price| price.of(prompt_tokens, answer_tokens)),
        };
        FinishedCall {
            model: model.to_owned(),
            started_at: self.started_at,
            first_token_ms: self
                .first
                .map(|first| u64::try_from((first - self.began).as_millis()).unwrap_or(u64::MAX)),
            ended,
            spent,
            parts,
        }
    }
}
