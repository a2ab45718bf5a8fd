//! Budgets of runs.

use domain::{AtLimit, Budget, BudgetOutcome, Spent};

/// What follows now that a run has spent this much; `None` where the budget is not used up, or the author was told so
/// already and let the run go on. While world or outline are made, a whole chapter would still be to come, so the run
/// stops at once.
pub fn consequence(
    budget: Option<&Budget>,
    was_told: bool,
    spent: &Spent,
    writes_chapter: bool,
) -> Option<BudgetOutcome> {
    let budget = budget.filter(|budget| !was_told && budget.is_used_up(spent))?;
    Some(match budget.then {
        AtLimit::Warn => BudgetOutcome::Continues,
        AtLimit::StopAfterChapter if writes_chapter => BudgetOutcome::PausesAfterChapter,
        AtLimit::StopAfterChapter | AtLimit::StopNow => BudgetOutcome::Pauses,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_told_of_once_and_does_what_the_author_chose() {
        let spent = Spent {
            answer_tokens: 100,
            ..Spent::default()
        };
        let of = |tokens, then, told, chapter| {
            let budget = Budget {
                tokens: Some(tokens),
                cost: None,
                then,
            };
            consequence(Some(&budget), told, &spent, chapter)
        };
        assert_eq!(of(101, AtLimit::StopNow, false, true), None);
        assert_eq!(of(100, AtLimit::StopNow, true, true), None);
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
            assert_eq!(of(100, then, false, chapter), Some(consequence), "{then:?}");
        }
        assert_eq!(consequence(None, false, &spent, true), None);
    }
}
