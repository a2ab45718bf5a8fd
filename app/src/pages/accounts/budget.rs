//! What a run may use up: asked for beside "Write all chapters", and changed while a run waits.

use crate::{
    components::{Button, Dialog, Field, pick::Pick, show},
    live::{Studio, memo},
};
use domain::{AtLimit, Budget, Chapter, NewRun, RunKind, StoryId};
use leptos::prelude::*;

/// A budget as it is typed.
#[derive(Clone, Copy)]
pub struct BudgetForm {
    tokens: RwSignal<String>,
    cost: RwSignal<String>,
    then: RwSignal<String>,
    trouble: RwSignal<Option<&'static str>>,
}

impl BudgetForm {
    /// Without any limit.
    pub fn new() -> Self {
        Self {
            tokens: RwSignal::new(String::new()),
            cost: RwSignal::new(String::new()),
            then: RwSignal::new(AtLimit::default().word().to_owned()),
            trouble: RwSignal::new(None),
        }
    }

    /// Shows this one.
    pub fn fill(&self, budget: Budget) {
        let shown = |number: Option<String>| number.unwrap_or_default();
        self.tokens.set(shown(budget.tokens.map(|n| n.to_string())));
        self.cost.set(shown(budget.cost.map(|n| n.to_string())));
        self.then.set(budget.then.word().to_owned());
        self.trouble.set(None);
    }

    /// What was typed; nothing where it can't be used, which the form says then. `required`: it has to limit
    /// something.
    pub fn read(&self, required: bool) -> Option<Budget> {
        let read = read(
            &self.tokens.get_untracked(),
            &self.cost.get_untracked(),
            &self.then.get_untracked(),
        );
        let read = match read {
            Ok(budget) if required && budget.is_unlimited() => {
                Err("Say how many tokens, or what cost, or both.")
            }
            read => read,
        };
        self.trouble.set(read.err());
        read.ok()
    }

    /// The fields. One form at a time is on a page: they have ids.
    pub fn view(self) -> AnyView {
        let then = AtLimit::ALL
            .map(|then| (then.word(), then.label()))
            .to_vec();
        view! {
            <div class="stack">
                <Field
                    label="Tokens at most"
                    hint="Sent and written together. The built-in storyteller uses none."
                    value=self.tokens
                    kind="number"
                    max="1000000000"
                />
                <Field
                    label="Cost at most"
                    hint="In the currency of the prices in Settings; without a price nothing costs anything."
                    value=self.cost
                />
                <Pick label="When it is used up" value=self.then options=then/>
                {show(move || {
                    self.trouble
                        .get()
                        .map(|text| view! { <p class="trouble" role="alert">{text}</p> })
                })}
            </div>
        }
        .into_any()
    }
}

fn read(tokens: &str, cost: &str, then: &str) -> Result<Budget, &'static str> {
    // "50,000" and "50 000" are numbers to a person.
    let plain = |text: &str| -> String {
        let ignored = |c: char| c.is_whitespace() || c == ',' || c == '_';
        text.chars().filter(|c| !ignored(*c)).collect()
    };
    let tokens = match plain(tokens) {
        text if text.is_empty() => None,
        text => Some(text.parse().unwrap_or(0)),
    };
    let cost = match cost.trim().replace(',', ".") {
        text if text.is_empty() => None,
        text => Some(text.parse().unwrap_or(0.0)),
    };
    let budget = Budget {
        tokens,
        cost,
        then: AtLimit::from_word(then).unwrap_or_default(),
    };
    match budget.trouble() {
        Some(trouble) => Err(trouble),
        None => Ok(budget),
    }
}

/// "With a budget…", beside "Write all chapters".
#[component]
pub fn WithBudget(
    /// Whose chapters.
    story: StoryId,
    /// The chapters as they are.
    chapters: Memo<Vec<Chapter>>,
) -> AnyView {
    let studio = Studio::here();
    let open = RwSignal::new(false);
    let form = BudgetForm::new();
    let nothing_to_write =
        memo(move || chapters.with(|all| !all.is_empty() && all.iter().all(Chapter::is_finished)));
    let under_way = memo(move || {
        studio.runs(|state| {
            let mut runs = state.runs.iter();
            runs.any(|run| run.story == story && run.kind == RunKind::AllChapters)
        })
    });
    let busy = studio.starting.pending();
    let off = Signal::derive(move || busy.get() || under_way.get());
    let go = move || {
        if let Some(budget) = form.read(true) {
            let new = NewRun {
                budget: Some(budget),
                ..NewRun::of(RunKind::AllChapters)
            };
            studio.start(story, new);
            open.set(false);
        }
    };
    view! {
        {show(move || {
            (!nothing_to_write.get())
                .then(|| {
                    view! {
                        <Button kind="quiet" off on_press=move || open.set(true)>
                            "With a budget…"
                        </Button>
                    }
                })
        })}
        <Dialog open title="Write all chapters within a budget">
            {show(move || open.get().then(|| form.view()))}
            <div class="row">
                <Button kind="primary" off on_press=go>
                    "Begin"
                </Button>
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Leave it"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let budget = read("50,000", " 2,5 ", "warn").unwrap_or_default();
        assert_eq!((budget.tokens, budget.cost), (Some(50_000), Some(2.5)));
        assert_eq!(budget.then, AtLimit::Warn);
        assert_eq!(read("", "", "what").map(|b| b.is_unlimited()), Ok(true));
        for (tokens, cost) in [
            ("0", ""),
            ("many", ""),
            ("", "-1"),
            ("", "free"),
            ("-5", ""),
        ] {
            assert!(read(tokens, cost, "warn").is_err(), "{tokens} {cost}");
        }
    }
}
