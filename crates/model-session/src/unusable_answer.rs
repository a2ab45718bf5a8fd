//! Answers that came whole and are no use.

use crate::Sink;
use text::prose::ends_like_a_sentence;
pub(crate) use writing::refusals::refuses;

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnusableAnswer {
    /// Nothing was written.
    Empty,
    /// The model would not write it.
    Refused,
    /// It repeated itself.
    Looped,
    /// It does not come to an end.
    Endless,
    /// All it may write at once was used up, and nothing of use came of it.
    Cramped,
}

impl UnusableAnswer {
    /// For the author, while it is asked again.
    pub(crate) fn to_notice(self, model: &str) -> String {
        let what = match self {
            Self::Empty => "sent an empty answer",
            Self::Refused => "refused to write this",
            Self::Looped => "stopped because it repeated itself",
            Self::Endless => "did not stop",
            Self::Cramped => "reached its output limit",
        };
        format!("{model} {what}.")
    }

    /// For the author.
    pub(crate) fn to_message(self, model: &str) -> String {
        match self {
            Self::Empty => format!(
                "{model} sent an empty answer several times. Try again, or choose another model."
            ),
            Self::Refused => format!(
                "{model} refuses to write this. Change the beats or the brief, or choose another model, then try again."
            ),
            Self::Endless => format!(
                "{model} does not stop: it wrote many times the requested length. Shorten its text, or \
                 choose another model."
            ),
            Self::Cramped => format!(
                "{model} reached its output limit without an answer. Give it a larger context or less \
                 thinking on its server, or choose another model."
            ),
            Self::Looped => format!(
                "{model} repeats itself and was stopped each time. Try again, or choose another model."
            ),
        }
    }
}

/// What is wrong with an answer that the model calls done; `before` is where it began in the sink.
pub(crate) fn of_answer(sink: &Sink, before: usize) -> Option<UnusableAnswer> {
    if sink.text.trim().is_empty() {
        return Some(UnusableAnswer::Empty);
    }
    let answer = sink.text.get(before..).unwrap_or_default();
    // Nothing more to say is an answer where the text was cut at its very end, and none in mid-sentence.
    if answer.trim().is_empty() && !ends_like_a_sentence(&sink.text) {
        return Some(UnusableAnswer::Empty);
    }
    refuses(answer).then_some(UnusableAnswer::Refused)
}
