//! What can be changed of a run, as fields, and which of them were changed.

use super::model::asked_for;
use crate::{
    live::draft_storage::FieldValues,
    pages::usage::budget::{self, AT_LIMIT},
};
use domain::{AtLimit, Run, RunKind, RunPatch};

pub(super) const PRIORITY: &str = "Priority";
pub(super) const FEEDBACK: &str = "Feedback";
pub(super) const MODEL: &str = "Model";

/// The model in Settings, whatever that is.
const DEFAULT: &str = "Default";

/// How soon, in words; priorities in between were set by programs.
pub(super) const PRIORITIES: [(i32, &str); 3] = [(10, "High"), (0, "Normal"), (-10, "Low")];

/// Whether the feedback of a run can be changed.
pub(super) fn has_feedback(run: &Run) -> bool {
    run.kind == RunKind::Rewrite
}

/// The value of a field, for a person who compares two versions of it.
pub(super) fn shown(name: &str, value: String) -> String {
    let label = match name {
        PRIORITY => {
            let is_own = |(own, _): &&(i32, &str)| own.to_string() == value;
            PRIORITIES.iter().find(is_own).map(|(_, label)| *label)
        }
        MODEL if value.is_empty() => Some(DEFAULT),
        AT_LIMIT => AtLimit::parse(&value).map(AtLimit::label),
        _ => None,
    };
    label.map_or(value, str::to_owned)
}

/// The value of a field that is shown like this.
pub(super) fn value(name: &str, shown: &str) -> String {
    let value = match name {
        PRIORITY => {
            let is_own = |(_, label): &&(i32, &str)| *label == shown;
            PRIORITIES
                .iter()
                .find(is_own)
                .map(|(own, _)| own.to_string())
        }
        MODEL if shown == DEFAULT => Some(String::new()),
        AT_LIMIT => {
            let mut all = AtLimit::ALL.into_iter();
            let found = all.find(|then| then.label() == shown);
            found.map(|then| then.as_str().to_owned())
        }
        _ => None,
    };
    value.unwrap_or_else(|| shown.to_owned())
}

/// The fields of a run as it is, as they are shown.
pub(super) fn texts(run: &Run) -> FieldValues {
    let mut values = vec![(PRIORITY, run.priority.to_string())];
    if has_feedback(run) {
        values.push((FEEDBACK, run.feedback.clone().unwrap_or_default()));
    }
    values.push((MODEL, asked_for(run)));
    let budget = budget::texts(run.budget.unwrap_or_default());
    values.extend(budget::LABELS.into_iter().zip(budget));
    let text = |(name, value): (&str, String)| (name.to_owned(), shown(name, value));
    values.into_iter().map(text).collect()
}

/// What is to be changed: the fields that differ from those that the typing began with. What else was changed
/// elsewhere meanwhile is not touched.
pub(super) fn patch(began: &FieldValues, now: &FieldValues) -> RunPatch {
    let get = |fields: &FieldValues, name: &str| {
        let field = fields.iter().find(|(known, _)| known == name);
        field.map_or(String::new(), |(_, text)| value(name, text.trim()))
    };
    let changed = |name: &str| Some(get(now, name)).filter(|now| *now != get(began, name));
    let budget = |fields: &FieldValues| {
        let [tokens, cost, then] = budget::LABELS.map(|name| get(fields, name));
        budget::read(&tokens, &cost, &then).ok()
    };
    RunPatch {
        priority: changed(PRIORITY).and_then(|priority| priority.parse().ok()),
        feedback: changed(FEEDBACK),
        model: changed(MODEL),
        // A budget that changed warns again when it is used up.
        budget: budget(now).filter(|now| budget(began).as_ref() != Some(now)),
        ..RunPatch::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Budget;

    fn fields(all: &[(&str, &str)]) -> FieldValues {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        all.iter().map(own).collect()
    }

    #[test]
    fn only_what_was_changed_is_sent() {
        let [tokens, cost, then] = budget::LABELS;
        let began = [
            (PRIORITY, "Normal"),
            (FEEDBACK, "Shorter."),
            (MODEL, "local:small"),
            (tokens, "50000"),
            (cost, ""),
            (then, "Pause immediately"),
        ];
        let sent = |at: usize, value: &'static str| {
            let mut now = began;
            now[at].1 = value;
            patch(&fields(&began), &fields(&now))
        };
        let none = RunPatch::default();
        assert_eq!(sent(0, "Normal "), none);
        assert_eq!(sent(3, "50,000"), none, "the same number");
        let priority = |priority| RunPatch {
            priority: Some(priority),
            ..RunPatch::default()
        };
        assert_eq!(sent(0, "High"), priority(10));
        assert_eq!(sent(0, "37"), priority(37));
        let feedback = RunPatch {
            feedback: Some("Longer.".to_owned()),
            ..RunPatch::default()
        };
        assert_eq!(sent(1, "Longer."), feedback);
        let model = |model: &str| RunPatch {
            model: Some(model.to_owned()),
            ..RunPatch::default()
        };
        assert_eq!(sent(2, "Default"), model(""));
        assert_eq!(sent(2, "builtin"), model("builtin"));
        let budget = |tokens: Option<u64>, then: AtLimit| RunPatch {
            budget: Some(Budget {
                tokens,
                cost: None,
                then,
            }),
            ..RunPatch::default()
        };
        assert_eq!(sent(3, ""), budget(None, AtLimit::StopNow));
        let notify = sent(5, "Notify me and continue");
        assert_eq!(notify, budget(Some(50_000), AtLimit::Warn));
    }

    #[test]
    fn every_choice_is_shown_in_words_and_read_back() {
        let priorities = ["10", "0", "-10", "37"].map(|value| (PRIORITY, value));
        let models = ["", "builtin", "local:small"].map(|value| (MODEL, value));
        let limits = AtLimit::ALL.map(|then| (AT_LIMIT, then.as_str()));
        for (name, own) in priorities.into_iter().chain(models).chain(limits) {
            assert_eq!(value(name, &shown(name, own.to_owned())), own);
            // As an earlier version kept it.
            assert_eq!(value(name, own), own);
        }
        assert_eq!(shown(PRIORITY, "-10".to_owned()), "Low");
        assert_eq!(shown(MODEL, String::new()), "Default");
        assert_eq!(shown(AT_LIMIT, "stop_now".to_owned()), "Pause immediately");
    }
}
