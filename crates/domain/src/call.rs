//! Calls to language models: what was sent, what came of it, what it took.

use crate::{CallId, ChapterRef, InterviewId, RunId, Stage, StepKind, StoryId, Timestamp};
use serde::{Deserialize, Serialize};

/// Who says a part of a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The rules of the house.
    System,
    /// The work at hand.
    User,
}

impl Role {
    /// As servers want it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::User => "user",
        }
    }
}

/// A part of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PromptPart {
    /// What it is: "instructions", "beats", "facts", …
    pub name: String,
    /// Who says it.
    pub role: Role,
    /// Its text.
    pub text: String,
    /// How many tokens it is believed to be.
    pub tokens: u32,
    /// How many of its items did not fit.
    pub left_out: u32,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallEnd {
    /// The model said that it was done.
    Whole,
    /// It ran into its length limit.
    Length,
    /// It refused to go on.
    Refused,
    /// It repeated itself and was stopped.
    Looped,
    /// The stream broke, or never began.
    Broken,
    /// A person, or the end of the process, stopped it.
    Stopped,
}

impl CallEnd {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Whole,
        Self::Length,
        Self::Refused,
        Self::Looped,
        Self::Broken,
        Self::Stopped,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Length => "length",
            Self::Refused => "refused",
            Self::Looped => "looped",
            Self::Broken => "broken",
            Self::Stopped => "stopped",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Length => "reached its length limit",
            Self::Refused => "refused",
            Self::Looped => "stopped because it repeated itself",
            Self::Broken => "connection lost",
            Self::Stopped => "stopped by you",
        }
    }

    /// Reads [`CallEnd::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.as_str() == word)
    }
}

/// What calls took: of one, or of many together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Spent {
    /// How many calls.
    pub calls: u64,
    /// Tokens sent.
    pub prompt_tokens: u64,
    /// Those of them that the server still knew.
    pub cached_tokens: u64,
    /// Tokens written, thinking included.
    pub answer_tokens: u64,
    /// Those of them that were thinking.
    pub thinking_tokens: u64,
    /// From request to end.
    pub seconds: f64,
    /// In whatever currency the prices are; 0 where none is set.
    pub cost: f64,
}

impl Spent {
    /// Tokens sent and written: what a budget counts.
    pub const fn tokens(&self) -> u64 {
        self.prompt_tokens + self.answer_tokens
    }

    /// Adds what others took.
    pub fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.prompt_tokens += other.prompt_tokens;
        self.cached_tokens += other.cached_tokens;
        self.answer_tokens += other.answer_tokens;
        self.thinking_tokens += other.thinking_tokens;
        self.seconds += other.seconds;
        self.cost += other.cost;
    }

    /// Tokens written a second, where that can be said.
    pub fn rate(&self) -> Option<f64> {
        (self.seconds > 0.0 && self.answer_tokens > 0)
            .then(|| self.answer_tokens as f64 / self.seconds)
    }
}

/// A call that is over. One that no run made has no run, chapter, step and stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallRecord {
    /// Its id.
    pub id: CallId,
    /// The run it was made for.
    pub run: Option<RunId>,
    /// The interview it was made for; where there is neither, a server was tried.
    pub interview: Option<InterviewId>,
    /// The chapter, by its number then.
    pub chapter: Option<u32>,
    /// What its step makes.
    pub step: Option<StepKind>,
    /// The stage.
    pub stage: Option<Stage>,
    /// The model, as `server:model`.
    pub model: String,
    /// When it was made.
    pub started_at: Timestamp,
    /// Milliseconds until the first token, if there was one.
    pub first_token_ms: Option<u64>,
    /// How it ended.
    pub ended: CallEnd,
    /// What it took.
    pub spent: Spent,
}

impl CallRecord {
    /// What it was made for, in words: "Writing chapter 3".
    pub fn describe(&self) -> String {
        let doing = self.stage.map_or("Working on", Stage::doing);
        match (self.step, self.chapter) {
            (None, _) if self.interview.is_some() => "Interview".to_owned(),
            (None, _) => "Testing the model".to_owned(),
            (Some(StepKind::World), _) => "Generating the world".to_owned(),
            (Some(StepKind::Outline), _) => "Generating the outline".to_owned(),
            (Some(StepKind::Review | StepKind::Read), Some(number)) => {
                format!("Reading chapter {number}")
            }
            (Some(StepKind::Review), None) => "Summarising the review".to_owned(),
            (Some(StepKind::Read), None) => "Reading a chapter".to_owned(),
            (Some(StepKind::Chapter), Some(number)) => format!("{doing} chapter {number}"),
            (Some(StepKind::Chapter), None) => format!("{doing} a chapter"),
        }
    }
}

/// A call with what was sent, while that is still kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentCall {
    /// What came of it.
    pub record: CallRecord,
    /// What was sent, part by part; empty once it was forgotten.
    pub parts: Vec<PromptPart>,
}

/// Whose calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CallFilter {
    /// All of a run.
    Run(RunId),
    /// All that were made to write a chapter, in whatever run.
    Chapter(StoryId, ChapterRef),
    /// All of an interview.
    Interview(InterviewId),
    /// All that tried a server, while they are kept.
    Trials,
}

/// What calls took for a story: all of it, and by chapter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StorySpent {
    /// All of it.
    pub total: Spent,
    /// The interview that led to it, where a model was asked in it.
    #[serde(default)]
    pub interview: Option<(InterviewId, Spent)>,
    /// By the chapters' present numbers, in order; world, outline and chapters that were deleted are in
    /// the total alone.
    pub chapters: Vec<(u32, Spent)>,
}

/// What happens when a run has used up what it may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AtLimit {
    /// The author is told.
    Warn,
    /// The run pauses once the chapter under way is finished; at once, where none is.
    #[default]
    StopAfterChapter,
    /// The run pauses at once.
    StopNow,
}

impl AtLimit {
    /// All of them, the mildest first.
    pub const ALL: [Self; 3] = [Self::Warn, Self::StopAfterChapter, Self::StopNow];

    /// As sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warn => "warn",
            Self::StopAfterChapter => "stop_after_chapter",
            Self::StopNow => "stop_now",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Warn => "Notify me and continue",
            Self::StopAfterChapter => "Pause after the chapter",
            Self::StopNow => "Pause immediately",
        }
    }

    /// Reads [`AtLimit::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|then| then.as_str() == word)
    }
}

/// What a run may use up; what is missing has no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Budget {
    /// Tokens sent and written.
    pub tokens: Option<u64>,
    /// Cost, in the currency of the prices.
    pub cost: Option<f64>,
    /// What happens then.
    pub then: AtLimit,
}

impl Budget {
    /// The most tokens that make sense: many times the longest story.
    pub const MAX_TOKENS: u64 = 1_000_000_000;
    /// The highest cost that makes sense, in whatever currency.
    pub const MAX_COST: f64 = 1_000_000.0;

    /// Whether nothing is limited.
    pub const fn is_unlimited(&self) -> bool {
        self.tokens.is_none() && self.cost.is_none()
    }

    /// What is wrong with it, in one sentence for the person who set it.
    pub fn trouble(&self) -> Option<&'static str> {
        let tokens = |most: u64| (1..=Self::MAX_TOKENS).contains(&most);
        let cost = |most: f64| most > 0.0 && most <= Self::MAX_COST;
        if !self.tokens.is_none_or(tokens) {
            Some("Enter a number of tokens from 1 to 1,000,000,000.")
        } else if !self.cost.is_none_or(cost) {
            Some("Enter a cost above 0, up to 1,000,000.")
        } else {
            None
        }
    }

    /// Whether this is more than it allows.
    pub fn is_used_up(&self, spent: &Spent) -> bool {
        self.tokens.is_some_and(|most| spent.tokens() >= most)
            || self.cost.is_some_and(|most| spent.cost >= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for end in CallEnd::ALL {
            assert_eq!(CallEnd::parse(end.as_str()), Some(end));
        }
        for then in AtLimit::ALL {
            assert_eq!(AtLimit::parse(then.as_str()), Some(then));
        }
    }

    #[test]
    fn a_budget_is_used_up_by_tokens_or_by_cost() {
        let spent = Spent {
            prompt_tokens: 900,
            answer_tokens: 100,
            cost: 0.5,
            ..Spent::default()
        };
        let budget = |tokens, cost| Budget {
            tokens,
            cost,
            ..Budget::default()
        };
        assert!(budget(Some(1_000), None).is_used_up(&spent));
        assert!(budget(None, Some(0.5)).is_used_up(&spent));
        assert!(!budget(Some(1_001), Some(0.6)).is_used_up(&spent));
        assert!(!Budget::default().is_used_up(&spent));
    }

    #[test]
    fn a_budget_is_a_sensible_positive_number() {
        let trouble = |tokens, cost| {
            let then = AtLimit::Warn;
            Budget { tokens, cost, then }.trouble()
        };
        assert_eq!(trouble(None, None), None);
        assert_eq!(trouble(Some(1), Some(0.001)), None);
        assert_eq!(trouble(Some(Budget::MAX_TOKENS), None), None);
        for (tokens, cost) in [
            (Some(0), None),
            (Some(Budget::MAX_TOKENS + 1), None),
            (None, Some(0.0)),
            (None, Some(-1.0)),
            (None, Some(f64::NAN)),
            (None, Some(f64::INFINITY)),
            (Some(5), Some(2e6)),
        ] {
            assert!(trouble(tokens, cost).is_some(), "{tokens:?} {cost:?}");
        }
    }
}
