//! An interview as the browser keeps it with the form's draft, and what it says to a person who finds it there.

use super::premises::{AlternativePremise, PremiseHistory};
use crate::live::draft_storage::FieldValues;
use domain::{AnsweredQuestion, InterviewId};
use serde::{Deserialize, Serialize};

/// The field of the draft that holds the interview.
pub(super) const INTERVIEW_FIELD: &str = "_talk";

/// An interview as the browser keeps it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct InterviewDraft {
    pub interview: Option<InterviewId>,
    pub open: bool,
    pub over: bool,
    pub idea: String,
    pub questions: Vec<String>,
    pub answers: Vec<AnsweredQuestion>,
    pub earlier: Vec<AnsweredQuestion>,
    pub settled: usize,
    #[serde(flatten)]
    pub premises: PremiseHistory,
    pub answer: String,
}

impl InterviewDraft {
    /// Reads what was kept.
    pub fn read(stored: &str) -> Self {
        let mut stored: Self = serde_json::from_slice(stored.as_bytes()).unwrap_or_default();
        stored.premises = stored.premises.or_from_idea(&stored.idea);
        stored
    }
}

/// What the interview of a draft says besides its other fields, line by line: what the premise was before, and the
/// answers.
pub fn interview_lines(fields: &FieldValues) -> Vec<String> {
    let get = |name: &str| {
        let field = fields.iter().find(|(known, _)| known == name);
        field.map_or("", |(_, value)| value.as_str())
    };
    let stored = InterviewDraft::read(get(INTERVIEW_FIELD));
    let typed = stored
        .questions
        .into_iter()
        .next()
        .map(|question| AnsweredQuestion {
            question,
            answer: stored.answer,
        });
    let others = stored.premises.others(get("Premise"));
    let others = others.into_iter().map(|other| match other {
        AlternativePremise::Own(text) => format!("Your idea: {text}"),
        AlternativePremise::Suggestion(text) => format!("Suggested text: {text}"),
    });
    let answers = stored
        .earlier
        .into_iter()
        .chain(stored.answers)
        .chain(typed);
    let answers = answers
        .filter(|answered| !answered.answer.trim().is_empty())
        .map(|answered| format!("{} {}", answered.question, answered.answer));
    others.chain(answers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_talk_says_the_earlier_idea_and_every_answer_also_one_that_is_half_typed() {
        let talk = r#"{"idea":"a bell","own":["a bell"],"worked_out":"A drowned bell rings.",
            "earlier":[{"question":"What kind?","answer":"a mystery"}],
            "answers":[{"question":"Where?","answer":""},{"question":"Whose?","answer":"Odran’s"}],
            "questions":["How long?","And?"],"answer":"not lo"}"#;
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = vec![
            field("Premise", "A drowned bell rings."),
            field(INTERVIEW_FIELD, talk),
        ];
        assert_eq!(
            interview_lines(&fields),
            [
                "Your idea: a bell",
                "What kind? a mystery",
                "Whose? Odran’s",
                "How long? not lo"
            ]
        );
        assert!(
            interview_lines(&vec![
                field("Premise", "a bell"),
                field(INTERVIEW_FIELD, "")
            ])
            .is_empty()
        );
        assert!(interview_lines(&FieldValues::new()).is_empty());
    }
}
