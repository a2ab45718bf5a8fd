//! Reading a story with a critic's eye.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    focus::Focus,
    story_context::{brief, facts, people_and_places, place, rules, task},
};
use domain::{Role, Severity};
use std::fmt::Write as _;
use writing::assignment::{ReadingNote, ReviewPart, StoryContext};

/// Of a piece: what is said about it and what is to be remembered.
pub(super) fn review(
    budget: &mut PromptBudget,
    story: &StoryContext,
    part: &ReviewPart,
    notes: &[ReadingNote],
) -> Result<(), TooSmall> {
    let (piece, pieces) = part.piece;
    let mut text = format!("This is chapter {} of {}", part.number, part.of);
    if !part.title.is_empty() {
        let _ = write!(text, " (“{}”)", part.title);
    }
    if pieces > 1 {
        let _ = write!(text, ", piece {piece} of {pieces}");
    }
    text.push_str(
        ". Read it as a good editor reads a whole manuscript, in order, with what you noted of what came \
         before. Report what weakens the story: a contradiction, a thread that is dropped, a person who acts \
         out of character, a scene that changes nothing, a pace that drags or rushes, a repetition. Quote \
         each passage word for word, short; leave the quote empty where the matter is not one passage. Say \
         what to do about it. “major” only where a reader would put the book down. At most six findings, \
         and none where all is well. Then note in two to four sentences what to remember for the chapters \
         that follow. Answer in JSON.",
    );
    task(budget, text)?;
    budget.must(
        place::SO_FAR,
        Role::User,
        "the text",
        format!("The text:\n\n{}", part.text.trim()),
    )?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    let items = |texts: &[String]| {
        texts
            .iter()
            .enumerate()
            .map(|(place, text)| PromptItem {
                place,
                text: text.clone(),
            })
            .collect()
    };
    budget.list(
        place::BEATS,
        "beats",
        "What was meant to happen in the chapter:",
        items(&part.beats),
        0.3,
    );
    noted(budget, notes, 0.5);
    people_and_places(budget, story, Some(&Focus::on([part.text.as_str()])), 0.5);
    rules(budget, story, 0.3);
    facts(budget, story, &Focus::on([part.text.as_str()]), 0.5);
    Ok(())
}

/// Of the whole.
pub(super) fn assess(
    budget: &mut PromptBudget,
    story: &StoryContext,
    notes: &[ReadingNote],
) -> Result<(), TooSmall> {
    task(
        budget,
        "You have read the whole manuscript and noted what follows. Give the author a short assessment of \
         it, at most two hundred words in plain sentences: what carries it, what weakens it most and in which \
         chapters, and what to do first. No praise that could stand under any book, no list. Answer in JSON."
            .to_owned(),
    )?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    let found = notes
        .iter()
        .flat_map(|note| note.findings.iter().map(move |found| (note.number, found)));
    // What is serious comes first where not everything fits.
    let mut found: Vec<_> = found.enumerate().collect();
    found.sort_by_key(|(place, (_, finding))| (finding.severity == Severity::Minor, *place));
    let found = found
        .into_iter()
        .map(|(place, (number, finding))| PromptItem {
            place,
            text: format!("Chapter {number}, {}: {}", finding.kind, finding.note),
        })
        .collect();
    budget.list(place::BEATS, "findings", "What was found:", found, 0.5);
    noted(budget, notes, 0.8);
    Ok(())
}

/// What was noted of the chapters, the last ones first where not all of it fits.
fn noted(budget: &mut PromptBudget, notes: &[ReadingNote], share: f32) {
    let items = notes
        .iter()
        .enumerate()
        .rev()
        .map(|(place, note)| PromptItem {
            place,
            text: format!("Chapter {}: {}", note.number, note.notes),
        })
        .collect();
    budget.list(
        place::EARLIER,
        "notes",
        "What you noted so far:",
        items,
        share,
    );
}
