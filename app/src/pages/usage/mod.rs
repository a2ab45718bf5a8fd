//! Model usage: calls to models on servers, their tokens and cost, and the budgets of runs.

pub mod budget;
mod call_log;
mod call_row;
mod price;
mod start_with_budget;
mod text;
mod totals;

pub use budget::BudgetForm;
pub use call_log::{CallLogButton, CallLogDialog};
pub use start_with_budget::StartWithBudget;
pub use text::budget_summary;
pub use totals::UsageTotals;
