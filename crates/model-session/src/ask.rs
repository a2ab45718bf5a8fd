//! Asking for structured answers.

use crate::{ModelSession, Sink, StepError};
use answers::shape::{self, ParsedAnswer, Shape};
use domain::StepKind;
use writing::{Assignment, Repair};

/// How often an answer is asked for from the beginning.
const MAX_ASKS: u32 = 2;

/// How often an answer that does not fit may be corrected before it is asked for anew.
const MAX_REPAIRS: u32 = 1;

impl ModelSession {
    /// Asks for JSON of a type. Where parts of the answer could not be read, the author is told.
    pub async fn ask<T: Shape>(&mut self, assignment: Assignment) -> Result<T, StepError> {
        let answer = self.ask_counted(assignment).await?;
        if let Some(notice) = left_out_notice(answer.left_out, self.step_kind) {
            self.store.notify_author(self.lease, notice).await?;
        }
        Ok(answer.value)
    }

    /// The same, with how many parts of the answer could not be read. A model is shown once what is wrong with its
    /// answer; then it is asked anew. What has flaws that do no harm is taken rather than nothing.
    pub async fn ask_counted<T: Shape>(
        &mut self,
        assignment: Assignment,
    ) -> Result<ParsedAnswer<T>, StepError> {
        for _ in 0..MAX_ASKS {
            let mut usable = None;
            let mut repair = None;
            for _ in 0..=MAX_REPAIRS {
                let mut sink = Sink::memory();
                self.converse(assignment.clone(), repair.take(), &mut sink)
                    .await?;
                match shape::read::<T>(&sink.text, &self.story, &assignment) {
                    Ok(answer) => return Ok(answer),
                    Err(invalid) => {
                        let problem = invalid.problem;
                        tracing::warn!(problem, "an answer does not fit");
                        usable = better(usable, invalid.usable);
                        repair = Some(Repair {
                            answer: sink.text,
                            problem,
                        });
                    }
                }
            }
            if let Some(answer) = usable {
                return Ok(answer);
            }
        }
        Err(StepError::UnusableAnswer(format!(
            "{} did not answer in the required format, even after a second request. Try again, or choose \
             another model.",
            self.model()?.name()
        )))
    }
}

fn left_out_notice(left_out: u32, step: StepKind) -> Option<String> {
    let what = step.as_str();
    match left_out {
        0 => None,
        1 => Some(format!(
            "One part of the model’s answer ({what}) could not be read and was left out."
        )),
        many => Some(format!(
            "{many} parts of the model’s answer ({what}) could not be read and were left out."
        )),
    }
}

/// Of two answers that have flaws the one of which less was left out, and else the later one.
fn better<T>(
    one: Option<ParsedAnswer<T>>,
    other: Option<ParsedAnswer<T>>,
) -> Option<ParsedAnswer<T>> {
    match (one, other) {
        (Some(one), Some(other)) if one.left_out < other.left_out => Some(one),
        (one, other) => other.or(one),
    }
}
