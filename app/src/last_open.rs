//! Which stories were open last, and how far each was read: one small cookie, so that the server makes a page as
//! this browser left it.

use domain::StoryId;

/// The cookie's name.
const COOKIE: &str = "fablewright-last";

/// How many stories it remembers.
const STORIES: usize = 20;

/// How long, in seconds: a year.
const MAX_AGE_SECONDS: u32 = 31_536_000;

/// The stories that were open last, the last one first, each with its chapter that was read last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastOpen(Vec<(StoryId, Option<u32>)>);

impl LastOpen {
    /// Reads what a `Cookie` header or `document.cookie` holds. What is not ours, or was changed, is passed over.
    fn read(cookies: &str) -> Self {
        let ours = cookies.split(';').find_map(|cookie| {
            let (name, value) = cookie.trim().split_once('=')?;
            (name == COOKIE).then_some(value)
        });
        let entry = |text: &str| {
            let (story, chapter) = text.split_once('.').unwrap_or((text, ""));
            Some((story.parse().ok()?, chapter.parse().ok()))
        };
        let entries = ours.unwrap_or_default().split('_').filter_map(entry);
        Self(entries.take(STORIES).collect())
    }

    /// The value of the cookie.
    fn value(&self) -> String {
        let entry = |(story, chapter): &(StoryId, Option<u32>)| match chapter {
            Some(chapter) => format!("{story}.{chapter}"),
            None => story.to_string(),
        };
        let entries: Vec<String> = self.0.iter().map(entry).collect();
        entries.join("_")
    }

    /// The story that was open last.
    pub fn story(&self) -> Option<StoryId> {
        self.0.first().map(|(story, _)| *story)
    }

    /// The chapter of a story that was read last.
    pub fn chapter(&self, story: StoryId) -> Option<u32> {
        let entry = self.0.iter().find(|(known, _)| *known == story)?;
        entry.1
    }

    /// A story is opened, at a chapter or elsewhere.
    fn open(&mut self, story: StoryId, chapter: Option<u32>) {
        let chapter = chapter.or_else(|| self.chapter(story));
        self.0.retain(|(known, _)| *known != story);
        self.0.insert(0, (story, chapter));
        self.0.truncate(STORIES);
    }
}

/// What this browser remembers: sent with the request on the server, read from the document in the browser.
pub fn remembered() -> LastOpen {
    LastOpen::read(&cookies())
}

#[cfg(feature = "ssr")]
fn cookies() -> String {
    use http::{header, request::Parts};
    let request = leptos::prelude::use_context::<Parts>();
    let cookies = request
        .iter()
        .flat_map(|parts| parts.headers.get_all(header::COOKIE));
    let cookies: Vec<&str> = cookies.filter_map(|value| value.to_str().ok()).collect();
    cookies.join("; ")
}

#[cfg(not(feature = "ssr"))]
fn cookies() -> String {
    page()
        .and_then(|page| page.cookie().ok())
        .unwrap_or_default()
}

fn page() -> Option<web_sys::HtmlDocument> {
    use wasm_bindgen::JsCast;
    leptos::prelude::document().dyn_into().ok()
}

/// Remembers that a story is open, at a chapter or elsewhere. In the browser alone.
pub fn remember(story: StoryId, chapter: Option<u32>) {
    let before = remembered();
    let mut now = before.clone();
    now.open(story, chapter);
    if now != before
        && let Some(page) = page()
    {
        let cookie = format!(
            "{COOKIE}={}; path=/; max-age={MAX_AGE_SECONDS}; samesite=lax",
            now.value()
        );
        // A browser that keeps nothing opens the chapter that the server picks.
        let _ = page.set_cookie(&cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn story(id: u128) -> StoryId {
        StoryId(Uuid::from_u128(id))
    }

    #[test]
    fn what_was_open_is_read_back_from_among_other_cookies() {
        let mut last = LastOpen::default();
        last.open(story(1), Some(7));
        last.open(story(2), None);
        let header = format!("theme=dark; {COOKIE}={}; other=1.2_3", last.value());
        assert_eq!(LastOpen::read(&header), last);
        assert_eq!(last.story(), Some(story(2)));
        assert_eq!(last.chapter(story(1)), Some(7));
        assert_eq!(last.chapter(story(2)), None);
    }

    #[test]
    fn opening_a_story_elsewhere_keeps_its_chapter() {
        let mut last = LastOpen::default();
        last.open(story(1), Some(7));
        last.open(story(2), Some(1));
        last.open(story(1), None);
        assert_eq!(last.story(), Some(story(1)));
        assert_eq!(last.chapter(story(1)), Some(7));
    }

    #[test]
    fn only_so_many_are_kept_and_nonsense_is_passed_over() {
        let mut last = LastOpen::default();
        for id in 0..100 {
            last.open(story(id), Some(500));
        }
        assert_eq!(last.0.len(), STORIES);
        assert!(last.value().len() < 1000, "a cookie is sent each time");
        let odd = format!("{COOKIE}=x.y_{}.many_{}.3", story(1), story(2));
        let read = LastOpen::read(&odd);
        assert_eq!(read.story(), Some(story(1)));
        assert_eq!(read.chapter(story(1)), None);
        assert_eq!(read.chapter(story(2)), Some(3));
        assert_eq!(LastOpen::read(""), LastOpen::default());
    }
}
