//! How the library is shown: which stories, in which order, as covers or as a list. The address says it; where it says
//! nothing, it is as this browser left it.

use crate::{cookies, live::memo};
use domain::{StoryFilter, StoryOrder, StoryQuery};
use leptos::prelude::*;
use leptos_router::{hooks::use_query_map, params::ParamsMap};

/// The cookie that remembers it: "title.finished.list".
const COOKIE: &str = "fablewright-library";

/// The word for the list in the address.
const LIST: &str = "list";

/// How the library is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryView {
    /// In which order.
    pub order: StoryOrder,
    /// Which stories.
    pub filter: StoryFilter,
    /// What is looked for.
    pub words: String,
    /// As a list, not as covers.
    pub is_list: bool,
}

impl LibraryView {
    /// What the address says.
    pub fn of_address() -> Memo<Self> {
        let query = use_query_map();
        memo(move || query.with(|query| Self::read(query).unwrap_or_else(Self::remembered)))
    }

    fn of(order: Option<&str>, filter: Option<&str>, shape: Option<&str>) -> Self {
        Self {
            order: order.and_then(StoryOrder::parse).unwrap_or_default(),
            filter: filter.and_then(StoryFilter::parse).unwrap_or_default(),
            words: String::new(),
            is_list: shape == Some(LIST),
        }
    }

    /// What these parameters say; `None` where they say nothing about it.
    fn read(query: &ParamsMap) -> Option<Self> {
        let get = |name: &str| query.get_str(name);
        let (order, filter, shape) = (get("sort"), get("filter"), get("view"));
        let words = get("q");
        if [order, filter, shape, words].iter().all(Option::is_none) {
            return None;
        }
        Some(Self {
            words: words.unwrap_or_default().to_owned(),
            ..Self::of(order, filter, shape)
        })
    }

    /// The address under which it is shown like this.
    pub fn address(&self) -> String {
        // Always there: without any parameter the address means what is remembered.
        let mut address = format!("/?filter={}", self.filter.as_str());
        if self.order != StoryOrder::default() {
            address.push_str("&sort=");
            address.push_str(self.order.as_str());
        }
        if self.is_list {
            address.push_str("&view=list");
        }
        if !self.words.is_empty() {
            address.push_str("&q=");
            address.push_str(&escaped(&self.words));
        }
        address
    }

    /// What is asked of the server.
    pub fn query(&self) -> StoryQuery {
        StoryQuery {
            order: self.order,
            filter: self.filter,
            words: self.words.clone(),
            language: String::new(),
        }
    }

    fn remembered() -> Self {
        let value = cookies::read(COOKIE).unwrap_or_default();
        let mut parts = value.split('.');
        Self::of(parts.next(), parts.next(), parts.next())
    }

    /// The cookie's value. What is looked for is of the moment; whoever comes back tomorrow does not want to find the
    /// archive in place of the stories.
    fn value(&self) -> String {
        let filter = match self.filter {
            StoryFilter::Archived | StoryFilter::Generating => StoryFilter::All,
            lasting => lasting,
        };
        let shape = if self.is_list { LIST } else { "" };
        format!("{}.{}.{shape}", self.order.as_str(), filter.as_str())
    }

    /// Remembers it in this browser.
    pub fn remember(&self) {
        if *self != Self::remembered() {
            cookies::write(COOKIE, &self.value());
        }
    }
}

/// A text as a part of an address.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(view: &LibraryView) -> Option<LibraryView> {
        let address = view.address();
        let mut query = ParamsMap::new();
        for pair in address.trim_start_matches("/?").split('&') {
            let (name, value) = pair.split_once('=')?;
            // It is unescaped by this.
            query.insert(name.to_owned(), value.to_owned());
        }
        LibraryView::read(&query)
    }

    #[test]
    fn the_address_says_how_the_library_is_shown() {
        for order in StoryOrder::ALL {
            for filter in StoryFilter::OFFERED {
                for (words, is_list) in [("", false), ("sea & sky = 100 %", true)] {
                    let words = words.to_owned();
                    let view = LibraryView {
                        order,
                        filter,
                        words,
                        is_list,
                    };
                    assert_eq!(read_back(&view), Some(view));
                }
            }
        }
        assert_eq!(LibraryView::read(&ParamsMap::new()), None);
    }

    #[test]
    fn what_is_remembered_lasts_and_nonsense_is_passed_over() {
        let read = |value: &str| {
            let mut parts = value.split('.');
            LibraryView::of(parts.next(), parts.next(), parts.next())
        };
        let view = LibraryView {
            order: StoryOrder::Title,
            filter: StoryFilter::Finished,
            words: "sea".to_owned(),
            is_list: true,
        };
        let kept = LibraryView {
            words: String::new(),
            ..view.clone()
        };
        assert_eq!(read(&view.value()), kept);
        let archive = LibraryView {
            filter: StoryFilter::Archived,
            ..view
        };
        assert_eq!(read(&archive.value()).filter, StoryFilter::All);
        assert_eq!(read("what.ever"), LibraryView::default());
        assert_eq!(read(""), LibraryView::default());
    }
}
