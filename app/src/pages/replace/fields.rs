//! What to find and what takes its place: the fields, kept in the address.

use super::preview::Previewed;
use crate::{
    components::{TextField, show},
    live::{memo, page_query},
};
use domain::{ReplacePattern, StoryId};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate, location::Url};
use std::time::Duration;

/// The id of the sentence that says what is wrong with what is to be found.
const FIND_ERROR: &str = "find-error";

/// After the last change it takes so long until the address has it.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// The fields. Copies share everything.
#[derive(Clone, Copy)]
pub(super) struct PatternFields {
    story: StoryId,
    find: RwSignal<String>,
    replace: RwSignal<String>,
    whole_words: RwSignal<bool>,
    match_case: RwSignal<bool>,
    regex: RwSignal<bool>,
    pub pattern: Memo<ReplacePattern>,
}

impl PatternFields {
    /// As the address has them.
    pub(super) fn of_address(story: StoryId) -> Self {
        let query = page_query().get_untracked();
        let text = |name: &str| RwSignal::new(query.get(name).unwrap_or_default());
        let flag = |name: &str| RwSignal::new(query.get(name).is_some());
        let (find, replace) = (text("find"), text("replace"));
        let (whole_words, match_case, regex) = (flag("words"), flag("case"), flag("regex"));
        let pattern = memo(move || ReplacePattern {
            find: find.get(),
            replace: replace.get(),
            whole_words: whole_words.get(),
            match_case: match_case.get(),
            regex: regex.get(),
        });
        Self {
            story,
            find,
            replace,
            whole_words,
            match_case,
            regex,
            pattern,
        }
    }

    /// A reload and Back find what was typed.
    pub(super) fn keep_in_address(self) {
        let navigate = use_navigate();
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = timer.try_update_value(Option::take) {
                timer.clear();
            }
        };
        on_cleanup(stop);
        Effect::new(move |before: Option<()>| {
            let to = self.pattern.with(|pattern| address(self.story, pattern));
            stop();
            if before.is_some() {
                let navigate = navigate.clone();
                let keep = move || {
                    let options = NavigateOptions {
                        replace: true,
                        scroll: false,
                        ..NavigateOptions::default()
                    };
                    navigate(&to, options);
                };
                timer.set_value(set_timeout_with_handle(keep, TYPING_PAUSE).ok());
            }
        });
    }
}

/// The address that has the fields.
fn address(story: StoryId, pattern: &ReplacePattern) -> String {
    let mut query = Vec::new();
    for (name, text) in [("find", &pattern.find), ("replace", &pattern.replace)] {
        if !text.is_empty() {
            query.push(format!("{name}={}", Url::escape(text)));
        }
    }
    for (name, on) in [
        ("words", pattern.whole_words),
        ("case", pattern.match_case),
        ("regex", pattern.regex),
    ] {
        if on {
            query.push(format!("{name}=1"));
        }
    }
    let address = format!("/stories/{story}/replace");
    match query.is_empty() {
        true => address,
        false => format!("{address}?{}", query.join("&")),
    }
}

/// The form.
#[component]
pub(super) fn PatternForm(fields: PatternFields, preview: Previewed) -> AnyView {
    let error = preview.find_error();
    let error_id = Signal::derive(move || error.with(Option::is_some).then_some(FIND_ERROR));
    let choice = |label: &'static str, on: RwSignal<bool>| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=on
                    on:change=move |event| on.set(event_target_checked(&event))
                />
                {label}
            </label>
        }
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                preview.look_now();
            }
        >
            <div class="pair">
                <div>
                    <TextField label="Find" value=fields.find error_id/>
                    <p class="error-message" id=FIND_ERROR role="alert">
                        {show(move || error.get().map(|error| error.message))}
                    </p>
                </div>
                <TextField label="Replace with" value=fields.replace/>
            </div>
            <fieldset class="choices">
                <legend class="unseen">"How to find"</legend>
                {choice("Whole words", fields.whole_words)}
                {choice("Match case", fields.match_case)}
                {choice("Regular expression", fields.regex)}
            </fieldset>
            {show(move || {
                fields
                    .regex
                    .get()
                    .then(|| {
                        view! {
                            <p class="muted">
                                "In the replacement, $1 is the first group, ${1} the same before a letter, and \
                                 $$ a dollar sign."
                            </p>
                        }
                    })
            })}
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_what_is_set_and_nothing_else() {
        let story = StoryId(uuid::Uuid::nil());
        let mut pattern = ReplacePattern {
            find: "a & b".to_owned(),
            ..ReplacePattern::default()
        };
        let bare = address(story, &ReplacePattern::default());
        assert!(bare.ends_with("/replace"), "{bare}");
        assert!(address(story, &pattern).ends_with("/replace?find=a%20%26%20b"));
        pattern.regex = true;
        assert!(address(story, &pattern).ends_with("&regex=1"));
    }
}
