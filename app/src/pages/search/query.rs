//! What is looked for: it is in the address, so that it can be linked to and Back returns to it.

use crate::{
    api::{StudioError, search::search},
    commands::search_address,
    live::{memo, page_query},
};
use domain::{Page, SearchHit, StoryId, search::MAX_QUERY};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate, location::Url};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// After the last letter it takes so long until the search begins.
const TYPING_PAUSE: Duration = Duration::from_millis(200);

/// What was found for a phrase, first page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Answer {
    pub(super) phrase: String,
    pub(super) found: Result<Page<SearchHit>, StudioError>,
}

/// What is looked for, and where. Copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Query {
    pub(super) story: Option<StoryId>,
    /// What is in the field.
    pub(super) typed: RwSignal<String>,
    /// What is looked for: the address has it, too.
    pub(super) asked: RwSignal<String>,
    /// Looks for something now.
    pub(super) ask: Callback<String>,
}

/// Looks for a phrase; an empty one is found nowhere.
pub(super) async fn look_for(story: Option<StoryId>, phrase: String) -> Answer {
    let found = match phrase.is_empty() {
        true => Ok(Page {
            items: Vec::new(),
            next: None,
        }),
        false => search(story, phrase.clone(), None).await,
    };
    Answer { phrase, found }
}

impl Query {
    pub(super) fn new(story: Option<StoryId>) -> Self {
        let navigate = use_navigate();
        let in_address = phrase_in_address();
        let asked = RwSignal::new(in_address.get_untracked());
        let typed = RwSignal::new(in_address.get_untracked());
        // A link, Back or Forward may lead to another phrase on the same page.
        Effect::new(move |before: Option<String>| {
            let phrase = in_address.get();
            if before.is_some_and(|before| before != phrase) && asked.get_untracked() != phrase {
                typed.set(phrase.clone());
                asked.set(phrase.clone());
            }
            phrase
        });
        let ask = Callback::new(move |phrase: String| {
            let phrase = shortened(&phrase);
            if asked.get_untracked() != phrase {
                let options = NavigateOptions {
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                };
                let to = phrase_address(story, &phrase);
                asked.set(phrase);
                navigate(&to, options);
            }
        });
        Self {
            story,
            typed,
            asked,
            ask,
        }
    }

    /// The answer to what was asked last, and the way to ask for it again. A slow answer to an earlier phrase holds
    /// up nothing and is left out.
    pub(super) fn answers(self, first: Answer) -> (Memo<Answer>, Callback<()>) {
        let Self { story, asked, .. } = self;
        let latest = RwSignal::new(first);
        let look = Callback::new(move |()| {
            let phrase = asked.get_untracked();
            spawn_local(async move {
                let answer = look_for(story, phrase).await;
                if asked.try_with_untracked(|asked| *asked == answer.phrase) == Some(true) {
                    latest.set(answer);
                }
            });
        });
        Effect::new(move |_| {
            let is_answered =
                asked.with(|asked| latest.with_untracked(|answer| answer.phrase == *asked));
            if !is_answered {
                look.run(());
            }
        });
        (memo(move || latest.get()), look)
    }

    pub(super) fn ask_as_one_types(self) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = timer.try_update_value(Option::take) {
                timer.clear();
            }
        };
        on_cleanup(stop);
        Effect::new(move |before: Option<()>| {
            let typed = self.typed.get();
            stop();
            // What was typed before the page was awake is looked for, too.
            if before.is_some() || typed != self.asked.get_untracked() {
                let ask = move || self.ask.run(typed.clone());
                timer.set_value(set_timeout_with_handle(ask, TYPING_PAUSE).ok());
            }
        });
    }
}

/// The phrase that the address asks for.
fn phrase_in_address() -> Memo<String> {
    let query = page_query();
    memo(move || query.with(|query| shortened(&query.get("q").unwrap_or_default())))
}

/// As much of a phrase as is looked for.
fn shortened(phrase: &str) -> String {
    phrase.trim().chars().take(MAX_QUERY).collect()
}

/// The page on which a phrase is looked for.
pub(super) fn phrase_address(story: Option<StoryId>, phrase: &str) -> String {
    let address = search_address(story);
    match phrase.is_empty() {
        true => address,
        false => format!("{address}?q={}", Url::escape(phrase)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_in_an_address_is_not_longer_than_a_search_takes() {
        assert_eq!(shortened("  a b "), "a b");
        assert_eq!(shortened(&"é".repeat(500)).chars().count(), MAX_QUERY);
    }
}
