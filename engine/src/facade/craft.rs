//! The craft around the text: talking an idea over, making one thing again, reviews.

use super::{Engine, MAX_LIMIT, at_most};
use crate::{
    Error, Result,
    model::{
        Assignment, Call, Piece, Repair, StoryContext,
        assignment::{BriefSketch, InterviewSketch},
        prompt, shape,
    },
};
use domain::{
    Actor, Answered, Brief, Chapter, Entity, EntityId, Interview, NewInterview, Review, StoryId,
    Structure, StructureTemplate,
};
use futures::StreamExt as _;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const MAX_IDEA: usize = 20_000;
const MAX_ANSWER: usize = 2_000;
const MAX_ANSWERS: usize = 12;

/// After so many answers enough was asked.
const ENOUGH_ANSWERS: usize = 8;
const MAX_QUESTIONS: usize = 3;
const MAX_QUESTION: usize = 300;

/// Nobody waits longer for a question. The limits in Settings hold too.
const PATIENCE: Duration = Duration::from_secs(90);

/// An answer is no longer than this, in bytes, whatever a model believes.
const LONGEST: usize = 64 * 1024;

impl Engine {
    /// The shapes a story can be given.
    pub fn structures(&self) -> Vec<StructureTemplate> {
        Structure::ALL
            .into_iter()
            .map(Structure::template)
            .collect()
    }

    /// The next questions about an idea, and the brief so far. Nothing is stored: whoever talks keeps what was
    /// said and sends it along.
    pub async fn interview(&self, _actor: &Actor, new: NewInterview) -> Result<Interview> {
        let NewInterview { idea, answers } = new;
        let idea = idea.trim().to_owned();
        if idea.is_empty() {
            return Err(Error::Invalid(
                "There is no idea to talk about yet. Say in a sentence what the story is about."
                    .to_owned(),
            ));
        }
        at_most("The idea", &idea, MAX_IDEA)?;
        if answers.len() > MAX_ANSWERS {
            return Err(Error::Invalid(format!(
                "An interview has at most {MAX_ANSWERS} answers."
            )));
        }
        for answered in &answers {
            at_most("A question", &answered.question, MAX_ANSWER)?;
            at_most("An answer", &answered.answer, MAX_ANSWER)?;
        }
        let asked = Assignment::Interview {
            idea: idea.clone(),
            answers: answers.clone(),
        };
        let limit = Duration::try_from_secs_f64(self.shop.models.limits().whole_call)
            .map_or(PATIENCE, |limit| limit.min(PATIENCE));
        let sketch: InterviewSketch = tokio::time::timeout(limit, self.ask(asked))
            .await
            .map_err(|_| {
                Error::Model(format!(
                    "The model did not answer within {} s. What you typed is still there: try again, or go on \
                     without it.",
                    limit.as_secs()
                ))
            })??;
        let questions = if answers.len() >= ENOUGH_ANSWERS {
            Vec::new()
        } else {
            questions(sketch.questions, &answers)
        };
        Ok(Interview {
            questions,
            brief: brief(idea, sketch.brief),
        })
    }

    /// Asks the model that writes by default; corrected once where its answer does not fit.
    async fn ask(&self, assignment: Assignment) -> Result<InterviewSketch> {
        let model = self.shop.models.find(&self.shop.models.default_name())?;
        let story = StoryContext::default();
        let mut repair = None;
        for _ in 0..2 {
            let abilities = model.abilities().await;
            let mut call = Call {
                story: story.clone(),
                assignment: assignment.clone(),
                prefix: String::new(),
                repair: repair.take(),
                tuning: self.shop.models.tuning(),
                prompt: None,
            };
            if let Some(context) = abilities.context {
                let prompt = prompt::render(&call, context, abilities.continues_text);
                call.prompt = Some(prompt.map_err(|small| Error::Model(small.to_string()))?);
            }
            // Falls when the caller goes: a model must not go on writing for nobody.
            let stop = CancellationToken::new();
            let _ends = stop.clone().drop_guard();
            let failed = |error: crate::model::ModelError| Error::Model(error.to_string());
            let mut answer = model.answer(call, stop).await.map_err(failed)?;
            let mut text = String::new();
            while let Some(piece) = answer.next().await {
                match piece.map_err(failed)? {
                    Piece::Text { text: more, .. } => text.push_str(&more),
                    Piece::Thinking { .. } | Piece::Usage(_) => {}
                    Piece::End(_) => break,
                }
                if text.len() > LONGEST {
                    break;
                }
            }
            match shape::read::<InterviewSketch>(&text, &story, &assignment) {
                Ok(sketch) => return Ok(sketch),
                Err(misfit) => {
                    tracing::warn!(
                        problem = misfit.problem,
                        "an interview's answer does not fit"
                    );
                    repair = Some(Repair {
                        answer: text,
                        problem: misfit.problem,
                    });
                }
            }
        }
        Err(Error::Model(format!(
            "The model {} did not answer in the asked-for shape. What you typed is still there: try again, or \
             go on without it.",
            model.name()
        )))
    }

    /// A chapter's former beats and its present ones change places, based on `version` of the chapter.
    pub async fn swap_outline(
        &self,
        _actor: &Actor,
        story: StoryId,
        number: u32,
        version: i64,
    ) -> Result<Chapter> {
        self.store().swap_outline(story, number, version).await
    }

    /// One entity of a world and its version.
    pub async fn entity(
        &self,
        _actor: &Actor,
        story: StoryId,
        id: EntityId,
    ) -> Result<(Entity, i64)> {
        self.store().entity(story, id).await
    }

    /// What somebody or something was before and what it is change places, based on `version`.
    pub async fn swap_entity(
        &self,
        _actor: &Actor,
        story: StoryId,
        id: EntityId,
        version: i64,
    ) -> Result<(Entity, i64)> {
        self.store().swap_entity(story, id, version).await?;
        self.store().entity(story, id).await
    }

    /// Who and what of a world can be brought back to what it was before.
    pub async fn formers(&self, _actor: &Actor, story: StoryId) -> Result<Vec<EntityId>> {
        self.store().formers(story).await
    }

    /// A story's reviews, newest first.
    pub async fn reviews(&self, _actor: &Actor, story: StoryId, limit: u32) -> Result<Vec<Review>> {
        self.store().reviews(story, limit.clamp(1, MAX_LIMIT)).await
    }
}

/// What is new among a model's questions: short, and not asked before.
fn questions(mut asked: Vec<String>, answers: &[Answered]) -> Vec<String> {
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
