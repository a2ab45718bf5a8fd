//! Showing a model its own answer and what is wrong with it.

use super::{TooSmall, budget::PromptBudget, story_context::place};
use domain::Role;
use writing::Repair;

/// So much of a problem is told, in characters: it may name what the model itself made up.
const LONGEST: usize = 600;

/// Asks for the corrected answer. Of a long one only as much is shown as leaves room for the question itself.
pub(super) fn ask(budget: &mut PromptBudget, repair: &Repair) -> Result<(), TooSmall> {
    let problem: String = repair.problem.chars().take(LONGEST).collect();
    budget.must(
        place::REPAIR,
        Role::User,
        "what is wrong",
        format!(
            "That answer does not fit: {problem}\nGive the whole answer again, corrected: the JSON alone, with \
             nothing before it and nothing after it."
        ),
    )?;
    budget.beginning_of(
        place::INVALID_ANSWER,
        "the answer",
        "You were asked this before, and answered:",
        repair.answer.trim(),
        0.3,
    );
    Ok(())
}
