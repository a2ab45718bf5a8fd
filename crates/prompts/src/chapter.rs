//! A chapter's stages but its draft: what they are asked, and what they are told of the story around it.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    existing_text,
    focus::Focus,
    memory,
    story_context::{brief, facts, people_and_places, place, rules, task},
};
use domain::{Finding, Role, Severity};
use std::fmt::Write as _;
use writing::assignment::{ChapterContext, StoryContext};

/// What every stage of a chapter must know.
pub(super) fn what_must_happen(
    budget: &mut PromptBudget,
    story: &StoryContext,
    chapter: &ChapterContext,
) -> Result<(), TooSmall> {
    budget.must(place::BEATS, Role::User, "beats", beats(chapter))?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))
}

/// What it had better know, as far as that fits.
pub(super) fn add_background(
    budget: &mut PromptBudget,
    story: &StoryContext,
    chapter: &ChapterContext,
    about: &[&str],
    with_ending: bool,
) {
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
        .map(|(place, text)| PromptItem {
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

pub(super) fn plan(
    budget: &mut PromptBudget,
    story: &StoryContext,
    chapter: &ChapterContext,
    words: u32,
) -> Result<(), TooSmall> {
    let rewrite_note = match (
        chapter.existing_text.text.is_empty(),
        chapter.opening.is_empty(),
    ) {
        (false, _) => existing_text::PLAN_REWRITE,
        (true, false) => existing_text::CONTINUED,
        (true, true) => "",
    };
    task(
        budget,
        format!(
            "Plan this chapter in two to four scenes, about {words} words together. For each: what its \
             central person wants, what stands against it, through whose eyes it is seen, where it is, \
             who else is there, and which of the beats it covers, word for word. Every beat is covered, \
             in order. Use names as the world has them.{rewrite_note} Answer in JSON."
        ),
    )?;
    what_must_happen(budget, story, chapter)?;
    existing_text::whole(budget, &chapter.existing_text);
    existing_text::opening(budget, &chapter.opening);
    add_background(budget, story, chapter, &[], true);
    Ok(())
}

/// The text at hand: without all of it, nothing can be said about it.
fn whole_text(budget: &mut PromptBudget, text: &str) -> Result<(), TooSmall> {
    budget.must(
        place::SO_FAR,
        Role::User,
        "the chapter",
        format!("The chapter’s text:\n\n{}", text.trim()),
    )
}

pub(super) fn edit(
    budget: &mut PromptBudget,
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
    what_must_happen(budget, story, chapter)
}

pub(super) fn check(
    budget: &mut PromptBudget,
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
    what_must_happen(budget, story, chapter)?;
    add_background(budget, story, chapter, &[text], true);
    Ok(())
}

pub(super) fn revise(
    budget: &mut PromptBudget,
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
    what_must_happen(budget, story, chapter)?;
    add_background(budget, story, chapter, &[], false);
    Ok(())
}
