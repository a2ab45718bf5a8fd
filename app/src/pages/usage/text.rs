//! What was spent, in words.

use crate::formatting;
use domain::{Budget, Spent};

/// "1,204 tokens sent (800 cached), 390 generated (120 thinking)".
pub fn tokens(spent: &Spent) -> String {
    let of = |number: u64, word: &str| match number {
        0 => String::new(),
        number => format!(" ({} {word})", formatting::count(number)),
    };
    format!(
        "{} sent{}, {} generated{}",
        formatting::pluralize(spent.prompt_tokens, "token"),
        of(spent.cached_tokens, "cached"),
        formatting::count(spent.answer_tokens),
        of(spent.thinking_tokens, "thinking"),
    )
}

/// "4.1 s · 95 tokens/s · cost 0.31", without what is not known.
pub fn time_and_cost(spent: &Spent) -> String {
    let mut text = formatting::duration(spent.seconds);
    if let Some(rate) = spent.rate() {
        text.push_str(&format!(" · {}", formatting::rate(rate)));
    }
    if spent.cost > 0.0 {
        text.push_str(&format!(" · cost {}", formatting::cost(spent.cost)));
    }
    text
}

/// "budget: 12,000 of 50,000 tokens, cost 0.31 of 2.00".
pub fn budget_summary(budget: &Budget, spent: &Spent) -> String {
    let tokens = budget.tokens.map(|most| {
        format!(
            "{} of {}",
            formatting::count(spent.tokens()),
            formatting::pluralize(most, "token")
        )
    });
    let cost = budget.cost.map(|most| {
        format!(
            "cost {} of {}",
            formatting::cost(spent.cost),
            formatting::cost(most)
        )
    });
    let parts: Vec<String> = [tokens, cost].into_iter().flatten().collect();
    format!("budget: {}", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::AtLimit;

    fn spent() -> Spent {
        Spent {
            calls: 3,
            prompt_tokens: 11_000,
            cached_tokens: 800,
            answer_tokens: 1_000,
            thinking_tokens: 0,
            seconds: 10.0,
            cost: 0.31,
        }
    }

    #[test]
    fn what_was_spent_is_told_without_what_is_nothing() {
        assert_eq!(
            tokens(&spent()),
            "11,000 tokens sent (800 cached), 1,000 generated"
        );
        assert_eq!(time_and_cost(&spent()), "10 s · 100 tokens/s · cost 0.3100");
        assert_eq!(time_and_cost(&Spent::default()), "0.0 s");
    }

    #[test]
    fn a_budget_is_told_by_what_it_limits() {
        let budget = |tokens, cost| Budget {
            tokens,
            cost,
            then: AtLimit::Warn,
        };
        let described = |tokens, cost| budget_summary(&budget(tokens, cost), &spent());
        assert_eq!(
            described(Some(50_000), None),
            "budget: 12,000 of 50,000 tokens"
        );
        assert_eq!(described(None, Some(2.0)), "budget: cost 0.3100 of 2.00");
    }
}
