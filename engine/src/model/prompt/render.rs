//! Assignments in words.

use super::{
    Prompt, TooSmall,
    budget::{Budget, Item, tail_at},
    critic, estimate,
    focus::Focus,
    known::{brief, facts, people_and_places, place, rules, task},
    making, memory, recall, repair, scene, schema,
    tokens::{in_language, tokens_for_words},
};
use crate::model::{
    Abilities, Call, Repair,
    assignment::{Assignment, ChapterContext, StoryContext},
};
use domain::{Brief, Finding, PromptPart, Role, Severity};
use std::fmt::Write as _;

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
    let words = call.tuning.chapter_words;
    let language = &call.story.brief.language;
    let (answer, temperature) = match &call.assignment {
        Assignment::World => (2_500, CALM + 0.4),
        Assignment::Outline { chapters } => (200 + 180 * chapters, CALM + 0.4),
        Assignment::Plan { .. } => (1_200, CALM + 0.2),
        Assignment::Draft { plan, .. } => (
            tokens_for_words(scene::words(call.tuning, plan), language) * 2,
            call.tuning.temperature,
        ),
        Assignment::Edit { .. } | Assignment::Revise { .. } => (1_500, CALM),
        Assignment::Check { .. } => (1_500, CALM - 0.1),
        Assignment::ChapterOutline { .. } | Assignment::Entity { .. } => (600, CALM + 0.4),
        Assignment::Interview { .. } => (800, CALM),
        Assignment::Review { .. } => (1_000, CALM),
        Assignment::Assess { .. } => (600, CALM),
        Assignment::Part { .. } => (300, CALM),
        Assignment::SoFar { .. } => (500, CALM),
    };
    let answer = match &call.assignment {
        Assignment::Draft { .. } => answer,
        _ => in_language(answer, language),
    };
    // A small context is shared fairly: a third for the answer, which is continued where that is too short.
    let answer = answer.clamp(200, (context / 3).max(200));
    // Of a long beginning, only the end is given as the answer's own; what came before it is told.
    let (told, given) = match &call.assignment {
        Assignment::Draft { .. } if continues_text => split_prefix(&call.prefix, context / 4),
        _ => ("", ""),
    };
    let mut budget = Budget::new(context, answer, given);
    let story = &call.story;
    budget.must(
        place::HOUSE,
        Role::System,
        "instructions",
        house(&story.brief),
    )?;
    if let Some(repair) = repair {
        repair::ask(&mut budget, repair)?;
    }
    match &call.assignment {
        Assignment::World => making::world(&mut budget, story)?,
        Assignment::Outline { chapters } => making::outline(&mut budget, story, *chapters)?,
        Assignment::ChapterOutline { chapter } => {
            making::chapter_outline(&mut budget, story, chapter)?;
        }
        Assignment::Entity { entity, feedback } => {
            making::entity(&mut budget, story, entity, feedback)?;
        }
        Assignment::Interview { idea, answers } => making::interview(&mut budget, idea, answers)?,
        Assignment::Review { part, notes } => critic::review(&mut budget, story, part, notes)?,
        Assignment::Assess { notes } => critic::assess(&mut budget, story, notes)?,
        Assignment::Part { chapters } => recall::part(&mut budget, story, chapters)?,
        Assignment::SoFar { before, parts } => {
            recall::so_far(&mut budget, story, before.as_ref(), parts)?;
        }
        Assignment::Plan { chapter } => plan(&mut budget, story, chapter, words)?,
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
            scene::draft(&mut budget, call, chapter, plan, *scene, &before)?;
        }
        Assignment::Edit { chapter, text } => edit(&mut budget, story, chapter, text)?,
        Assignment::Check { chapter, text } => check(&mut budget, story, chapter, text)?,
        Assignment::Revise {
            chapter,
            text,
            findings,
        } => revise(&mut budget, story, chapter, text, findings)?,
    }
    Ok(Prompt {
        schema: schema::of(&call.assignment),
        // Structured answers are cut by nothing but the context; prose by its length, and continued.
        max_tokens: match &call.assignment {
            Assignment::Draft { .. } => answer,
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
    let language = match brief.language.as_str() {
        "" | "en" => "English",
        other => other,
    };
    let _ = write!(text, " You write in {language}.");
    if !brief.rating.is_empty() {
        let _ = write!(text, " The text is for: {}.", brief.rating);
    }
    text
}

/// What every stage of a chapter must know, then what it had better know, as far as it fits.
pub(super) fn around(
    budget: &mut Budget,
    story: &StoryContext,
    chapter: &ChapterContext,
    about: &[&str],
    with_ending: bool,
) -> Result<(), TooSmall> {
    let beats = beats(chapter);
    budget.must(place::BEATS, Role::User, "beats", beats)?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    let focus = Focus::on(
        chapter
            .beats
            .iter()
            .map(String::as_str)
            .chain([chapter.title.as_str()])
            .chain(about.iter().copied()),
    );
    if with_ending {
        budget.end_of(
            place::PREVIOUS,
            "end of the previous chapter",
            "How the previous chapter ended:",
            &chapter.previous_ending,
            0.25,
        );
    }
    people_and_places(budget, story, Some(&focus), 0.35);
    rules(budget, story, 0.2);
    let threads = chapter
        .threads
        .iter()
        .enumerate()
        .rev()
        .map(|(place, text)| Item {
            place,
            text: text.clone(),
        })
        .collect();
    budget.list(
        place::THREADS,
        "open threads",
        "Left open so far:",
        threads,
        0.2,
    );
    facts(budget, story, &focus, 0.4);
    budget.list(
        place::EARLIER,
        "earlier chapters",
        "What happened before:",
        memory::layers(chapter),
        0.9,
    );
    Ok(())
}

fn beats(chapter: &ChapterContext) -> String {
    let mut text = format!("Chapter {} of {}", chapter.number, chapter.of);
    if !chapter.title.is_empty() {
        let _ = write!(text, ": {}", chapter.title);
    }
    text.push_str("\nWhat has to happen in it, in this order:");
    for beat in &chapter.beats {
        let _ = write!(text, "\n- {beat}");
    }
    if chapter.beats.is_empty() {
        text.push_str(
            "\n- (nothing was decided: go on with the story in a way that follows from it)",
        );
    }
    if !chapter.feedback.is_empty() {
        let _ = write!(
            text,
            "\nThe author wants this of the new text, above all: {}",
            chapter.feedback
        );
    }
    text
}

fn plan(
    budget: &mut Budget,
    story: &StoryContext,
    chapter: &ChapterContext,
    words: u32,
) -> Result<(), TooSmall> {
    task(
        budget,
        format!(
            "Plan this chapter in two to four scenes, about {words} words together. For each: what its \
             central person wants, what stands against it, through whose eyes it is seen, where it is, \
             who else is there, and which of the beats it covers, word for word. Every beat is covered, \
             in order. Use names as the world has them. Answer in JSON."
        ),
    )?;
    around(budget, story, chapter, &[], true)
}

/// The text at hand: without all of it, nothing can be said about it.
fn whole_text(budget: &mut Budget, text: &str) -> Result<(), TooSmall> {
    budget.must(
        place::SO_FAR,
        Role::User,
        "the chapter",
        format!("The chapter’s text:\n\n{}", text.trim()),
    )
}

fn edit(
    budget: &mut Budget,
    story: &StoryContext,
    chapter: &ChapterContext,
    text: &str,
) -> Result<(), TooSmall> {
    task(
        budget,
        "Edit this chapter as a good line editor would: at most eight passages. Look for filler, \
         stock phrases, the same word or gesture again and again, adverbs that a verb could carry, \
         feelings named instead of shown, dialogue that explains. Name each passage word for word as it \
         stands in the text, long enough to stand there only once, and give what to put in its place. \
         Change nothing that happens. Where all is well, give no edits. Answer in JSON."
            .to_owned(),
    )?;
    whole_text(budget, text)?;
    budget.must(place::BEATS, Role::User, "beats", beats(chapter))?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))
}

fn check(
    budget: &mut Budget,
    story: &StoryContext,
    chapter: &ChapterContext,
    text: &str,
) -> Result<(), TooSmall> {
    task(
        budget,
        "Check this chapter against the world, the facts, what happened before, and its beats. Report only \
         what a careful reader would stumble over: a contradiction, a beat that does not happen, a name \
         that is wrong, somebody dead who acts, thoughts of somebody through whose eyes the scene is not \
         seen, a repetition, another language. Quote each passage word for word; say what it conflicts \
         with; “major” only where it breaks the story. Then sum up the chapter in two to four sentences, \
         list what became true in it that later chapters must respect (one sentence each: who, what), and \
         what it leaves open. Answer in JSON."
            .to_owned(),
    )?;
    whole_text(budget, text)?;
    around(budget, story, chapter, &[text], true)
}

fn revise(
    budget: &mut Budget,
    story: &StoryContext,
    chapter: &ChapterContext,
    text: &str,
    findings: &[Finding],
) -> Result<(), TooSmall> {
    let mut found = String::from("What was found in it:");
    for finding in findings {
        let severity = match finding.severity {
            Severity::Minor => "minor",
            Severity::Major => "major",
        };
        let _ = write!(found, "\n- {} ({severity}): {}", finding.kind, finding.note);
        if !finding.quote.is_empty() {
            let _ = write!(found, " — “{}”", finding.quote);
        }
    }
    task(
        budget,
        format!(
            "{found}\n\nMend each of these in the text. Name each passage to change word for word as it \
             stands there, long enough to stand there only once, and give what to put in its place; where \
             something is missing, put the passage it comes after and repeat it with the addition. Touch \
             nothing else. Answer in JSON."
        ),
    )?;
    whole_text(budget, text)?;
    around(budget, story, chapter, &[], false)
}
