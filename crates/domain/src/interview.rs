//! An interview: a short conversation that turns an idea into a brief. What is said is not stored; what is sent
//! to a model for it is noted, like everything that is.

use crate::{Brief, InterviewId};
use serde::{Deserialize, Serialize};

/// A question and what the author said to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnsweredQuestion {
    /// The question, as it was asked.
    pub question: String,
    /// The answer; empty where the author passed over it.
    #[serde(default)]
    pub answer: String,
}

/// A conversation that nothing was said in yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BegunInterview {
    /// Its id: what is asked under it is noted under it, also where no answer comes.
    pub id: InterviewId,
}

/// What has been said so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInterview {
    /// The conversation; where it is missing, one begins.
    #[serde(default)]
    pub id: Option<InterviewId>,
    /// The idea, as the author typed it.
    pub idea: String,
    /// Questions and answers, in the order they came.
    #[serde(default)]
    pub answers: Vec<AnsweredQuestion>,
}

/// What is still worth asking, and the brief so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interview {
    /// The conversation: to be sent along with the next answers, and with the story that comes of it.
    pub id: InterviewId,
    /// One to three short questions; none where the brief says enough.
    pub questions: Vec<String>,
    /// Everything said, as a brief.
    pub brief: Brief,
}
