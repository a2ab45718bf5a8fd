//! The budget of a run: set when the run is started, and changed while it waits.

use super::price::missing_price_notice;
use crate::{
    api::settings::get_settings,
    components::{TextField, select::Select, show},
    live::{SubmitAction, memo},
    numbers,
};
use domain::{AtLimit, BUILTIN, Budget, Settings};
use leptos::prelude::*;

const TOKENS: &str = "Maximum tokens";
const COST: &str = "Maximum cost";
/// The label of what happens at the limit.
pub const AT_LIMIT: &str = "When the budget runs out";
/// The labels of all fields.
pub const LABELS: [&str; 3] = [TOKENS, COST, AT_LIMIT];

/// A budget as it is typed.
#[derive(Clone, Copy)]
pub struct BudgetForm {
    tokens: RwSignal<String>,
    cost: RwSignal<String>,
    then: RwSignal<String>,
    trouble: RwSignal<Option<&'static str>>,
    /// The model that the run names; empty for the one in the settings.
    pub model: RwSignal<String>,
    /// The settings, once they are loaded.
    pub settings: RwSignal<Option<Settings>>,
    loading: SubmitAction,
}

impl BudgetForm {
    /// Without any limit.
    pub fn new() -> Self {
        Self {
            tokens: RwSignal::new(String::new()),
            cost: RwSignal::new(String::new()),
            then: RwSignal::new(AtLimit::default().as_str().to_owned()),
            trouble: RwSignal::new(None),
            model: RwSignal::new(String::new()),
            settings: RwSignal::new(None),
            loading: SubmitAction::new(),
        }
    }

    /// The same, in a dialog that starts a run: what the settings say of prices is read whenever it is opened.
    /// Without them the form only says less.
    pub fn for_dialog(open: RwSignal<bool>) -> Self {
        let form = Self::new();
        Effect::new(move |_| {
            if open.get() {
                form.loading.run(async move {
                    let settings = get_settings().await?;
                    form.settings.try_set(Some(settings));
                    Ok(())
                });
            }
        });
        form
    }

    /// Its fields, by their labels.
    pub fn labelled(&self) -> [(&'static str, RwSignal<String>); 3] {
        [
            (TOKENS, self.tokens),
            (COST, self.cost),
            (AT_LIMIT, self.then),
        ]
    }

    /// Whether the built-in demonstration is what writes: it ignores what it is told to change.
    pub fn is_builtin(self) -> Memo<bool> {
        memo(move || {
            let of_settings = |settings: &Option<Settings>| {
                settings.as_ref().map(|settings| settings.model.clone())
            };
            self.model.with(|named| match named.is_empty() {
                true => self.settings.with(of_settings).as_deref() == Some(BUILTIN),
                false => named == BUILTIN,
            })
        })
    }

    /// Fills the fields with a budget.
    pub fn fill(&self, budget: Budget) {
        let fields = [self.tokens, self.cost, self.then];
        for (field, text) in fields.into_iter().zip(texts(budget)) {
            field.set(text);
        }
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
                Err("Enter a maximum number of tokens, a maximum cost, or both.")
            }
            read => read,
        };
        self.trouble.set(read.err());
        read.ok()
    }

    /// The fields, while the signal is true. A page may show only one form at a time, because the fields have ids.
    pub fn shown_while(self, open: RwSignal<bool>) -> AnyView {
        show(move || open.get().then(|| self.view()))
    }

    /// The fields, folded away: where most runs have no budget.
    pub fn collapsed(self) -> AnyView {
        // Unfolded where a limit is set or something is wrong.
        let is_set = self.tokens.with_untracked(|tokens| !tokens.is_empty())
            || self.cost.with_untracked(|cost| !cost.is_empty());
        let opened = memo(move || is_set || self.trouble.with(Option::is_some));
        view! {
            <details class="budget" open=opened>
                <summary>"Budget"</summary>
                {self.view()}
            </details>
        }
        .into_any()
    }

    fn view(self) -> AnyView {
        let missing_price = memo(move || {
            let in_money = self.cost.with(|cost| !cost.trim().is_empty());
            self.settings.with(|settings| {
                let settings = settings.as_ref().filter(|_| in_money)?;
                self.model
                    .with(|model| missing_price_notice(settings, model))
            })
        });
        let then = AtLimit::ALL
            .map(|then| (then.as_str(), then.label()))
            .to_vec();
        view! {
            <div class="stack">
                <TextField
                    label=TOKENS
                    hint="Sent and generated, counted together. The built-in demonstration uses none."
                    value=self.tokens
                    numeric=true
                />
                <TextField
                    label=COST
                    hint="In the currency of the prices in Settings. Models without a price count as free."
                    value=self.cost
                />
                {show(move || {
                    missing_price.get().map(|text| view! { <p class="muted" role="status">{text}</p> })
                })}
                <Select label=AT_LIMIT value=self.then options=then/>
                {show(move || {
                    self.trouble
                        .get()
                        .map(|text| view! { <p class="error-message" role="alert">{text}</p> })
                })}
            </div>
        }
        .into_any()
    }
}

/// A budget as it is typed: tokens, cost, and what happens then.
pub fn texts(budget: Budget) -> [String; 3] {
    let shown = |number: Option<String>| number.unwrap_or_default();
    [
        shown(budget.tokens.map(|n| n.to_string())),
        shown(budget.cost.map(|n| n.to_string())),
        budget.then.as_str().to_owned(),
    ]
}

/// The budget that was typed, or what is wrong with it.
pub fn read(tokens: &str, cost: &str, then: &str) -> Result<Budget, &'static str> {
    // What is no number is nothing that a budget can be, which it says itself.
    let tokens = match tokens.trim() {
        "" => None,
        text => Some(numbers::whole(text).unwrap_or(0)),
    };
    let cost = match cost.trim() {
        "" => None,
        // A thousand to one person, and one to another.
        text if text.contains(',') && numbers::whole(text).is_some() => {
            return Err("Enter the cost without commas between thousands, such as 1000 or 2.5.");
        }
        text => Some(text.replace(',', ".").parse().unwrap_or(0.0)),
    };
    let budget = Budget {
        tokens,
        cost,
        then: AtLimit::parse(then).unwrap_or_default(),
    };
    match budget.trouble() {
        Some(trouble) => Err(trouble),
        None => Ok(budget),
    }
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
            ("1,5", ""),
            ("50k", ""),
            ("", "1,000"),
            ("", "1,000.50"),
        ] {
            assert!(read(tokens, cost, "warn").is_err(), "{tokens} {cost}");
        }
    }
}
