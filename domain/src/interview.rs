//! An interview: a short conversation that turns an idea into a brief. Nothing of it is stored.

use crate::Brief;
use serde::{Deserialize, Serialize};

/// A question and what the author said to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The question, as it was asked.
    pub question: String,
    /// The answer; empty where the author passed over it.
    #[serde(default)]
    pub answer: String,
}

/// What has been said so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewInterview {
    /// The idea, as the author typed it.
    pub idea: String,
    /// Questions and answers, in the order they came.
    #[serde(default)]
    pub answers: Vec<Answered>,
}

/// What is still worth asking, and the brief so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    /// One to three short questions; none where the brief says enough.
    pub questions: Vec<String>,
    /// Everything said, as a brief.
    pub brief: Brief,
}
