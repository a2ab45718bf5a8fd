//! Interviews: talking an idea over until it is a brief.

use super::{
    Engine, at_most,
    one_shot::{OneShotAnswer, OneShotRequest},
};
use crate::{Error, Result};
use answers::shape;
use domain::{
    AnsweredQuestion, BegunInterview, Brief, Interview, InterviewId, NewInterview, Stage, StepKind,
    text,
};
use std::{sync::Arc, time::Duration};
use store::OneShotPurpose;
use writing::{
    Assignment, Call, Repair, StoryContext,
    assignment::{BriefSketch, InterviewSketch},
};

const MAX_IDEA: usize = 20_000;
const MAX_ANSWER: usize = 2_000;
const MAX_ANSWERS: usize = 12;

/// After so many answers enough was asked.
const ENOUGH_ANSWERS: usize = 8;
const MAX_QUESTIONS: usize = 3;
const MAX_QUESTION: usize = 300;

/// An answer is no longer than this, in bytes, whatever a model believes.
const LONGEST: usize = 64 * 1024;

impl Engine {
    /// Begins an interview that nothing was said in yet: what is asked in it can be looked up by its id, also
    /// where the model never answers.
    pub async fn begin_interview(&self) -> Result<BegunInterview> {
        let id = self.store().open_interview(None).await?;
        Ok(BegunInterview { id })
    }

    /// The next questions about an idea, and the brief so far. What is said is not stored: whoever talks keeps
    /// it and sends it along. What is sent to a model is noted.
    pub async fn interview(&self, new: NewInterview) -> Result<Interview> {
        let NewInterview { id, idea, answers } = new;
        let idea = text::field(&idea);
        if idea.is_empty() {
            return Err(Error::Invalid(
                "Enter an idea first: one sentence about what the story is about.".to_owned(),
            ));
        }
        at_most("The idea", &idea, MAX_IDEA)?;
        if answers.len() > MAX_ANSWERS {
            return Err(Error::Invalid(format!(
                "An interview can have at most {MAX_ANSWERS} answers."
            )));
        }
        for answered in &answers {
            at_most("A question", &answered.question, MAX_ANSWER)?;
            at_most("An answer", &answered.answer, MAX_ANSWER)?;
        }
        let id = self.store().open_interview(id).await?;
        let asked = Assignment::Interview {
            idea: idea.clone(),
            answers: answers.clone(),
        };
        let sketch = self.ask(id, asked).await?;
        let questions = if answers.len() >= ENOUGH_ANSWERS {
            Vec::new()
        } else {
            questions(sketch.questions, &answers)
        };
        Ok(Interview {
            id,
            questions,
            brief: brief(idea, sketch.brief),
        })
    }

    /// Asks the model that plans; corrected once where its answer does not fit.
    async fn ask(&self, id: InterviewId, assignment: Assignment) -> Result<InterviewSketch> {
        let models = &self.ctx.models;
        let model = models
            .for_stage(&models.default_name(), false, StepKind::World, Stage::Plan)
            .map_err(super::of_models)?;
        let limit = Duration::from_secs_f64(models.limits().whole_call);
        let story = StoryContext::default();
        let mut repair = None;
        for _ in 0..2 {
            let request = OneShotRequest {
                of: OneShotPurpose::Interview(id),
                price: models.price(model.name()),
                model: Arc::clone(&model),
                call: Call {
                    story: story.clone(),
                    assignment: assignment.clone(),
                    prefix: String::new(),
                    repair: repair.take(),
                    looped: 0,
                    short: false,
                    cramped: 0,
                    tuning: models.tuning(),
                    prompt: None,
                },
                limit,
                enough: |received: &OneShotAnswer| received.text.len() > LONGEST,
            };
            let received = self.ask_once(request).await.map_err(|error| {
                Error::Model(error.into_message(format!(
                    "The model did not answer within {} s. A slow model may need a longer time limit in \
                     Settings. What you typed is still there. Try again, or continue without questions.",
                    limit.as_secs_f64()
                )))
            })?;
            match shape::read::<InterviewSketch>(&received.text, &story, &assignment) {
                Ok(answer) => return Ok(answer.value),
                Err(invalid) => {
                    tracing::warn!(
                        problem = invalid.problem,
                        "an interview's answer does not fit"
                    );
                    repair = Some(Repair {
                        answer: received.text,
                        problem: invalid.problem,
                    });
                }
            }
        }
        Err(Error::Model(format!(
            "{} did not answer in the required format. What you typed is still there. Try again, or \
             continue without questions.",
            model.name()
        )))
    }
}

/// What is new among a model's questions: short, and not asked before.
fn questions(mut asked: Vec<String>, answers: &[AnsweredQuestion]) -> Vec<String> {
    for question in &mut asked {
        *question = question.trim().to_owned();
    }
    let known = |question: &String| {
        answers
            .iter()
            .any(|answered| &answered.question == question)
    };
    asked.retain(|question| {
        !question.is_empty() && question.chars().count() <= MAX_QUESTION && !known(question)
    });
    asked.dedup();
    asked.truncate(MAX_QUESTIONS);
    asked
}

/// A brief out of a model's sketch of it, within the limits of a brief. The idea is never lost.
fn brief(idea: String, sketch: BriefSketch) -> Brief {
    let text = |text: String| -> String { text.trim().chars().take(MAX_ANSWER).collect() };
    let list = |items: Vec<String>| -> Vec<String> {
        items
            .into_iter()
            .map(text)
            .filter(|item| !item.is_empty())
            .take(20)
            .collect()
    };
    let premise: String = sketch.premise.trim().chars().take(MAX_IDEA).collect();
    Brief {
        premise: if premise.is_empty() { idea } else { premise },
        genre: text(sketch.genre),
        tone: text(sketch.tone),
        setting: text(sketch.setting),
        themes: list(sketch.themes),
        include: list(sketch.include),
        avoid: list(sketch.avoid),
        ..Brief::default()
    }
}
