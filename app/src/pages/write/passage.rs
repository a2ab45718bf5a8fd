//! The passage that a finding is about: named in the address, marked in the text.

use crate::{
    components::TextRange,
    live::{memo, page_query},
};
use domain::{
    ChapterDetails, StoryId,
    passage::{find, find_in_any_case},
};
use leptos::prelude::*;
use leptos_router::location::Url;

/// An address holds so much of a passage, in bytes: enough to find it by.
const MAX_QUOTE_BYTES: usize = 400;

/// The address of a passage in a chapter; `place` counts from 1, where it appears several times.
pub fn passage_address(story: StoryId, number: u32, quote: &str, place: usize) -> String {
    let quote = beginning(quote);
    let mut address = format!(
        "/stories/{story}/write/{number}?passage={}",
        Url::escape(quote)
    );
    if place > 1 {
        address.push_str(&format!("&place={place}"));
    }
    address
}

/// As much of a passage as an address holds.
fn beginning(quote: &str) -> &str {
    let quote = quote.trim();
    if quote.len() <= MAX_QUOTE_BYTES {
        return quote;
    }
    let cut = &quote[..quote.floor_char_boundary(MAX_QUOTE_BYTES)];
    let word = cut
        .rfind(char::is_whitespace)
        .filter(|at| *at > MAX_QUOTE_BYTES / 2);
    cut[..word.unwrap_or(cut.len())].trim_end()
}

/// What the address asks for, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Passage {
    /// The passage and the place of it that is meant, counted from 1.
    pub(super) wanted: Memo<Option<(String, usize)>>,
    /// Everywhere it appears in the chapter's text.
    pub(super) places: Memo<Vec<TextRange>>,
    /// Grows when somebody asks for the passage that is marked already.
    pub(super) again: RwSignal<u32>,
}

impl Passage {
    pub(super) fn new(details: Memo<ChapterDetails>) -> Self {
        let query = page_query();
        let wanted = memo(move || {
            query.with(|query| {
                let quote = query
                    .get("passage")
                    .filter(|quote| !quote.trim().is_empty())?;
                let place = query.get("place").and_then(|place| place.parse().ok());
                Some((quote, place.unwrap_or(1).max(1)))
            })
        });
        // What a search found has matches in capital and small letters.
        let is_search = memo(move || query.with(|query| query.get("q").is_some()));
        let places = memo(move || {
            let Some((quote, _)) = wanted.get() else {
                return Vec::new();
            };
            details.with(|details| {
                let text = details
                    .revision
                    .as_ref()
                    .map_or("", |text| text.text.as_str());
                let all = match is_search.get() {
                    true => find_in_any_case(&quote, text),
                    false => find(&quote, text),
                };
                all.into_iter()
                    .map(|place| (place.start, place.end))
                    .collect()
            })
        });
        Self {
            wanted,
            places,
            again: RwSignal::new(0),
        }
    }

    /// The place that is marked.
    pub(super) fn marked(&self) -> Option<TextRange> {
        let (_, place) = self.wanted.get()?;
        self.places.with(|places| {
            let at = (place - 1).checked_rem(places.len())?;
            places.get(at).copied()
        })
    }

    /// Which place of a quote its finding leads to: the next one, where one is marked already. And "1 of 2", where it
    /// has several.
    pub(super) fn next(&self, quote: &str) -> (usize, Option<String>) {
        let wanted = self.wanted.get();
        let Some((_, place)) = wanted.filter(|(wanted, _)| wanted == beginning(quote)) else {
            return (1, None);
        };
        let count = self.places.with(Vec::len);
        if count < 2 {
            return (1, None);
        }
        let at = (place - 1) % count + 1;
        (at % count + 1, Some(format!("{at} of {count}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_the_beginning_of_a_long_passage() {
        assert_eq!(beginning(" It rained. "), "It rained.");
        let long = "Zoë said no. ".repeat(60);
        let begins = beginning(&long);
        let last = begins.rsplit(' ').next();
        assert!(begins.len() <= MAX_QUOTE_BYTES, "{begins}");
        assert!(matches!(last, Some("Zoë" | "said" | "no.")), "{begins}");
        assert!(long.starts_with(begins));
        assert!(beginning(&"é".repeat(900)).len() <= MAX_QUOTE_BYTES);
    }
}
