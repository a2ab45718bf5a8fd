//! Budgets of runs.

use domain::{AtLimit, Budget, BudgetOutcome, Spent};

/// What follows now that a run has spent this much; `None` where the budget is not used up. Who was told so and lets the
/// run go on is not asked again. While world or outline are made, a whole chapter would still be to come, so the run
/// stops at once.
pub fn consequence(budget: &Budget, spent: &Spent, writes_chapter: bool) -> Option<BudgetOutcome> {
    budget.is_used_up(spent).then_some(match budget.then {
        AtLimit::Warn => BudgetOutcome::Continues,
        AtLimit::StopAfterChapter if writes_chapter => BudgetOutcome::PausesAfterChapter,
        AtLimit::StopAfterChapter | AtLimit::StopNow => BudgetOutcome::Pauses,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_that_is_used_up_does_what_the_author_chose() {
        let spent = Spent {
            answer_tokens: 100,
            ..Spent::default()
        };
        let of = |tokens, then, chapter| {
            let budget = Budget {
                tokens: Some(tokens),
                cost: None,
                then,
            };
            consequence(&budget, &spent, chapter)
        };
        assert_eq!(of(101, AtLimit::StopNow, true), None);
        for (then, chapter, consequence) in [
            (AtLimit::Warn, true, BudgetOutcome::Continues),
            (
                AtLimit::StopAfterChapter,
                true,
                BudgetOutcome::PausesAfterChapter,
            ),
            (AtLimit::StopAfterChapter, false, BudgetOutcome::Pauses),
            (AtLimit::StopNow, true, BudgetOutcome::Pauses),
        ] {
            assert_eq!(of(100, then, chapter), Some(consequence), "{then:?}");
        }
    }
}
