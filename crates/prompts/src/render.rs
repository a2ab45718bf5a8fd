//! Assignments in words.

use super::{
    TooSmall,
    budget::{PromptBudget, tail_at},
    chapter, critic, making, outlining, reading, recall, repair, scene, schema,
    story_context::place,
};
use domain::{Brief, PromptPart, Role};
use std::fmt::Write as _;
use text::tokens::{estimate, in_language, tokens_for_words};
use writing::Prompt;
use writing::{Abilities, Call, Repair, assignment::Assignment};

/// Structured answers are calm.
const CALM: f32 = 0.3;

/// How much warmer an answer is each time it ran in a loop.
const WARMER: f32 = 0.15;

/// What is sent for a call to a model that can do this; nothing to one without a context, which needs no prompt.
/// One that can't be held to a schema is told it.
pub fn prepared(call: &Call, abilities: &Abilities) -> Result<Option<Prompt>, TooSmall> {
    let Some(context) = abilities.context else {
        return Ok(None);
    };
    let told = match schema::of(&call.assignment) {
        Some(schema) if !abilities.takes_schema => Some(format!(
            "Answer with one JSON object of this JSON schema, and with nothing around it:\n{}",
            schema.schema
        )),
        _ => None,
    };
    let room = told.as_deref().map_or(0, estimate);
    let mut prompt = render(call, context.saturating_sub(room), abilities.continues_text)?;
    if let Some(text) = told {
        prompt.parts.push(PromptPart {
            name: "shape".to_owned(),
            role: Role::User,
            text,
            tokens: room,
            left_out: 0,
        });
    }
    Ok(Some(prompt))
}

/// What is sent for a call to a model with this context; refused where not even the least fits. A model
/// that can't be given the beginning of its own answer is told it instead.
pub fn render(call: &Call, context: u32, continues_text: bool) -> Result<Prompt, TooSmall> {
    match &call.repair {
        // Where there is no room to look at the answer again, the question alone is asked anew.
        Some(repair) => fill(call, context, continues_text, Some(repair))
            .or_else(|_| fill(call, context, continues_text, None)),
        None => fill(call, context, continues_text, None),
    }
}

fn fill(
    call: &Call,
    context: u32,
    continues_text: bool,
    repair: Option<&Repair>,
) -> Result<Prompt, TooSmall> {
    let (answer, temperature) = length_and_temperature(call);
    // A small context is shared fairly: a third for the answer, which is continued where that is too short.
    let answer = answer.clamp(200, (context / 3).max(200));
    // Of a long beginning, only the end is given as the answer's own; what came before it is told.
    let (told, given) = match &call.assignment {
        Assignment::Draft { .. } if continues_text => split_prefix(&call.prefix, context / 4),
        _ => ("", ""),
    };
    let mut budget = PromptBudget::new(context, answer, given);
    budget.must(
        place::HOUSE,
        Role::System,
        "instructions",
        house(&call.story.brief),
    )?;
    if let Some(repair) = repair {
        repair::ask(&mut budget, repair)?;
    }
    ask(&mut budget, call, continues_text, told)?;
    Ok(Prompt {
        schema: schema::of(&call.assignment),
        // Structured answers are cut by nothing but the context; prose by its length, and continued.
        max_tokens: match &call.assignment {
            Assignment::Draft { .. } if call.cramped == 0 => answer,
            Assignment::Draft { .. } => budget.room().min(answer * 4).max(answer),
            _ if call.cramped > 0 => budget.room(),
            _ => budget.room().min((answer * 4).max(4_096)),
        },
        temperature: warmer(temperature, call.looped),
        fresh: match &call.assignment {
            Assignment::Draft { .. } => call.looped,
            // JSON has to repeat its names.
            _ => 0,
        },
        prefill: given.trim_end().to_owned(),
        parts: budget.parts(),
    })
}

/// What is asked for, and what belongs to it; `told` is the part of a draft's beginning that is not given as the
/// answer's own.
fn ask(
    budget: &mut PromptBudget,
    call: &Call,
    continues_text: bool,
    told: &str,
) -> Result<(), TooSmall> {
    let story = &call.story;
    match &call.assignment {
        Assignment::World => making::world(budget, story)?,
        Assignment::Outline { outline } => outlining::outline(budget, story, outline)?,
        Assignment::ChapterOutline { chapter } => {
            outlining::chapter_outline(budget, story, chapter)?;
        }
        Assignment::Entity { entity, feedback } => {
            making::entity(budget, story, entity, feedback)?;
        }
        Assignment::Interview { idea, answers } => making::interview(budget, idea, answers)?,
        Assignment::Review { part, notes } => critic::review(budget, story, part, notes)?,
        Assignment::Read {
            part,
            known,
            before,
        } => reading::read(budget, story, part, known, before)?,
        Assignment::Assess { notes } => critic::assess(budget, story, notes)?,
        Assignment::Part { chapters } => recall::part(budget, story, chapters)?,
        Assignment::SoFar { before, parts } => {
            recall::so_far(budget, story, before.as_ref(), parts)?;
        }
        Assignment::Plan { chapter } => {
            chapter::plan(budget, story, chapter, call.tuning.chapter_words)?;
        }
        Assignment::Draft {
            chapter,
            plan,
            scene,
            before,
        } => {
            if !continues_text && !call.prefix.is_empty() {
                budget.end_of(
                    place::BEGUN,
                    "the scene so far",
                    "The scene was begun. Go on with the next paragraph after this, without repeating any of it:",
                    &call.prefix,
                    0.4,
                );
            }
            let before = format!("{before}{told}");
            scene::draft(budget, call, chapter, plan, *scene, &before)?;
        }
        Assignment::Edit { chapter, text } => chapter::edit(budget, story, chapter, text)?,
        Assignment::Check { chapter, text } => chapter::check(budget, story, chapter, text)?,
        Assignment::Revise {
            chapter,
            text,
            findings,
        } => chapter::revise(budget, story, chapter, text, findings)?,
    }
    Ok(())
}

/// How many tokens an answer needs, as far as can be said before, and how free it is.
fn length_and_temperature(call: &Call) -> (u32, f32) {
    let language = &call.story.brief.language;
    let (tokens, temperature) = match &call.assignment {
        Assignment::World => (2_500, CALM + 0.4),
        Assignment::Outline { outline } => (outlining::tokens(outline.chapters.len()), CALM + 0.4),
        Assignment::Plan { .. } => (1_200, CALM + 0.2),
        Assignment::Draft { plan, .. } => {
            let tokens = tokens_for_words(scene::words(call.tuning, plan), language) * 2;
            return (tokens, call.tuning.temperature);
        }
        Assignment::Edit { .. } | Assignment::Revise { .. } => (1_500, CALM),
        Assignment::Check { .. } => (1_500, CALM - 0.1),
        Assignment::ChapterOutline { .. } | Assignment::Entity { .. } => (600, CALM + 0.4),
        Assignment::Interview { .. } => (800, CALM),
        Assignment::Review { .. } => (1_000, CALM),
        Assignment::Read { .. } => (2_000, CALM - 0.1),
        Assignment::Assess { .. } => (600, CALM),
        Assignment::Part { .. } => (300, CALM),
        Assignment::SoFar { .. } => (500, CALM),
    };
    (in_language(tokens, language), temperature)
}

/// What ran in a loop is less likely to at a higher temperature. Not above 1, where some servers end, but for
/// what the author chose.
fn warmer(temperature: f32, looped: u32) -> f32 {
    let raised = temperature + WARMER * looped as f32;
    ((raised * 100.0).round() / 100.0).min(temperature.max(1.0))
}

/// The beginning of an answer in two: what is told of it and what is given to go on from, whole paragraphs
/// of at most this many tokens, or the end of the last one.
fn split_prefix(prefix: &str, most: u32) -> (&str, &str) {
    if estimate(prefix) <= most {
        return ("", prefix);
    }
    let ends = prefix.trim_end().len();
    let mut from = None;
    for (at, _) in prefix[..ends].rmatch_indices("\n\n") {
        if from.is_some() && estimate(&prefix[at..]) > most {
            break;
        }
        from = Some(at + 2);
    }
    let from = from.unwrap_or_default();
    if estimate(&prefix[from..]) <= most {
        return prefix.split_at(from);
    }
    // A paragraph too long for its place: only its end is given.
    prefix.split_at(tail_at(prefix, most))
}

/// The rules of the house.
fn house(brief: &Brief) -> String {
    let mut text = "You are a novelist working in a studio. You write with precision: concrete things, \
        particular verbs, people who want something. You never explain what the reader can see, never \
        sum up a scene's moral, and never write about writing. You keep to the world and to what has \
        happened. You answer with what is asked for and nothing around it: no greeting, no heading, no \
        comment."
        .to_owned();
    // By name: not every model knows every tag.
    let language = match domain::language::name_of(&brief.language) {
        unnamed if unnamed.is_empty() => "English".to_owned(),
        name => name,
    };
    let _ = write!(text, " You write in {language}.");
    if !brief.rating.is_empty() {
        let _ = write!(text, " The text is for: {}.", brief.rating);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_to_the_model_and_not_tagged() {
        for (language, named) in [
            ("en", "You write in English."),
            ("", "You write in English."),
            ("de", "You write in German."),
            ("Deutsch", "You write in German."),
            ("Plattdüütsch", "You write in Plattdüütsch."),
        ] {
            let brief = Brief {
                language: language.to_owned(),
                ..Brief::default()
            };
            assert!(house(&brief).contains(named), "{language}");
        }
    }
}
