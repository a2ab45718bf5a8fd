//! Reading what the author wrote, to propose a world, summaries and beats.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    story_context::{brief, place, task},
};
use domain::Role;
use std::fmt::Write as _;
use writing::assignment::{ChapterPart, KnownName, StoryContext};

pub(super) fn read(
    budget: &mut PromptBudget,
    story: &StoryContext,
    part: &ChapterPart,
    known: &[KnownName],
    before: &str,
) -> Result<(), TooSmall> {
    let (piece, pieces) = part.piece;
    let mut text = format!("This is chapter {} of {}", part.number, part.of);
    if !part.title.is_empty() {
        let _ = write!(text, " (“{}”)", part.title);
    }
    if pieces > 1 {
        let _ = write!(text, ", part {piece} of {pieces}");
    }
    text.push_str(
        ". The author wrote it. Note what it tells, so that the book can be continued from your notes; invent nothing. \
         List who and what appears and matters: persons, places, things, factions, ideas. `name` is the fullest name in \
         the text, `aliases` are the other names. If somebody is known already under a name of the list below, give that \
         name in `same_as`; else leave it empty. List the ties between them, each `from` and `to` by name. List as facts \
         what becomes true here and must stay true later, one plain sentence each, with names instead of pronouns. List \
         as threads what is left open. List as beats what happens, in order, one plain sentence each: three to five in a \
         whole chapter. Give each entry a `quote`: the sentence of the text that shows it, word for word, not longer. \
         Sum up what happens in two to four sentences. Leave empty what the text does not tell. Answer in JSON.",
    );
    task(budget, text)?;
    budget.must(
        place::SO_FAR,
        Role::User,
        "the text",
        format!("The text:\n\n{}", part.text.trim()),
    )?;
    let names = known
        .iter()
        .enumerate()
        .map(|(place, known)| PromptItem {
            place,
            text: line(known),
        })
        .collect();
    budget.list(place::WORLD, "known names", "Known names:", names, 0.6);
    if !before.is_empty() {
        budget.end_of(
            place::EARLIER,
            "the chapter so far",
            "What happened in the chapter before this part:",
            before,
            0.3,
        );
    }
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    Ok(())
}

/// "Mara Quinn (person; also Mara, the keeper)".
fn line(known: &KnownName) -> String {
    let mut line = format!("{} ({}", known.name, known.kind.as_str());
    if !known.aliases.is_empty() {
        let _ = write!(line, "; also {}", known.aliases.join(", "));
    }
    line.push(')');
    line
}
