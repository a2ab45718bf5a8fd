//! Which stories were open last, where in each of them, and how far it was read: one small cookie, so that the server
//! makes a page as this browser left it.

use crate::cookies;
use domain::StoryId;

/// The cookie's name.
const COOKIE: &str = "fablewright-last";

/// How many stories it remembers.
const STORIES: usize = 20;

/// A page of a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoryPlace {
    /// The story at a glance.
    #[default]
    Overview,
    /// A chapter: the one that was read last.
    Write,
    /// The world.
    World,
    /// The outline.
    Outline,
}

impl StoryPlace {
    /// The page that is remembered for an address: for one that is none of these, the overview.
    fn at(path: &str) -> Self {
        match path.split('/').nth(3) {
            Some("write") => Self::Write,
            Some("world") => Self::World,
            Some("outline") => Self::Outline,
            _ => Self::Overview,
        }
    }

    const fn letter(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Write => "w",
            Self::World => "d",
            Self::Outline => "o",
        }
    }

    fn parse(letter: &str) -> Self {
        let all = [Self::Write, Self::World, Self::Outline];
        let known = all.into_iter().find(|place| place.letter() == letter);
        known.unwrap_or_default()
    }

    /// The end of its address, after the story's id. Without a number: the chapter that was read last may be deleted.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Write => "/write",
            Self::World => "/world",
            Self::Outline => "/outline",
        }
    }
}

/// What is remembered of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OpenStory {
    story: StoryId,
    place: StoryPlace,
    /// The chapter that was read last.
    chapter: Option<u32>,
}

impl OpenStory {
    /// "0197…", "0197….7w": id, number of the chapter, letter of the place.
    fn parse(text: &str) -> Option<Self> {
        let (story, rest) = text.split_once('.').unwrap_or((text, ""));
        let letter = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        Some(Self {
            story: story.parse().ok()?,
            place: StoryPlace::parse(letter),
            chapter: rest.strip_suffix(letter)?.parse().ok(),
        })
    }

    fn value(&self) -> String {
        let Self {
            story,
            place,
            chapter,
        } = self;
        let chapter = chapter.map(|chapter| chapter.to_string());
        match format!("{}{}", chapter.unwrap_or_default(), place.letter()) {
            rest if rest.is_empty() => story.to_string(),
            rest => format!("{story}.{rest}"),
        }
    }
}

/// The stories that were open last, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastOpen(Vec<OpenStory>);

impl LastOpen {
    /// Reads the cookie's value. What is not ours, or was changed, is passed over.
    fn read(value: &str) -> Self {
        let entries = value.split('_').filter_map(OpenStory::parse);
        Self(entries.take(STORIES).collect())
    }

    /// The value of the cookie.
    fn value(&self) -> String {
        let entries: Vec<String> = self.0.iter().map(OpenStory::value).collect();
        entries.join("_")
    }

    fn of(&self, story: StoryId) -> Option<&OpenStory> {
        self.0.iter().find(|known| known.story == story)
    }

    /// The story that was open last.
    pub fn story(&self) -> Option<StoryId> {
        self.0.first().map(|open| open.story)
    }

    /// The chapter of a story that was read last.
    pub fn chapter(&self, story: StoryId) -> Option<u32> {
        self.of(story)?.chapter
    }

    /// The page of a story that was open last.
    pub fn place(&self, story: StoryId) -> StoryPlace {
        self.of(story).map(|open| open.place).unwrap_or_default()
    }

    /// A page of a story is opened, at a chapter or elsewhere.
    fn open(&mut self, story: StoryId, path: &str, chapter: Option<u32>) {
        let chapter = chapter.or_else(|| self.chapter(story));
        let place = StoryPlace::at(path);
        self.0.retain(|known| known.story != story);
        self.0.insert(
            0,
            OpenStory {
                story,
                place,
                chapter,
            },
        );
        self.0.truncate(STORIES);
    }
}

/// What this browser remembers.
pub fn remembered() -> LastOpen {
    LastOpen::read(&cookies::read(COOKIE).unwrap_or_default())
}

/// Remembers that a story is open at this address, at a chapter or elsewhere. In the browser alone.
pub fn remember(story: StoryId, path: &str, chapter: Option<u32>) {
    let before = remembered();
    let mut now = before.clone();
    now.open(story, path, chapter);
    if now != before {
        cookies::write(COOKIE, &now.value());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn story(id: u128) -> StoryId {
        StoryId(Uuid::from_u128(id))
    }

    fn path(part: &str) -> String {
        format!("/stories/{}{part}", story(1))
    }

    #[test]
    fn what_was_open_is_read_back_from_among_other_cookies() {
        let mut last = LastOpen::default();
        last.open(story(1), &path("/write/7"), Some(7));
        last.open(story(2), &path(""), None);
        let header = format!("theme=dark; {COOKIE}={}; other=1.2_3", last.value());
        let value = cookies::find(&header, COOKIE).unwrap_or_default();
        assert_eq!(LastOpen::read(value), last);
        assert_eq!(last.story(), Some(story(2)));
        assert_eq!(last.chapter(story(1)), Some(7));
        assert_eq!(last.chapter(story(2)), None);
        assert_eq!(last.place(story(1)), StoryPlace::Write);
    }

    #[test]
    fn opening_a_story_elsewhere_keeps_its_chapter() {
        let mut last = LastOpen::default();
        last.open(story(1), &path("/write/7"), Some(7));
        last.open(story(2), &path("/write/1"), Some(1));
        last.open(story(1), &path("/outline"), None);
        assert_eq!(last.story(), Some(story(1)));
        assert_eq!(last.chapter(story(1)), Some(7));
        assert_eq!(last.place(story(1)), StoryPlace::Outline);
        assert_eq!(LastOpen::read(&last.value()), last);
    }

    #[test]
    fn each_page_is_found_again_and_others_lead_to_the_overview() {
        for (part, found) in [
            ("", ""),
            ("/write", "/write"),
            ("/write/12", "/write"),
            ("/world", "/world"),
            ("/outline", "/outline"),
            ("/export", ""),
        ] {
            let mut last = LastOpen::default();
            last.open(story(1), &path(part), None);
            let read = LastOpen::read(&last.value());
            assert_eq!(read.place(story(1)).path(), found, "{part}");
        }
        assert_eq!(LastOpen::default().place(story(1)), StoryPlace::Overview);
    }

    #[test]
    fn only_so_many_are_kept_and_nonsense_is_passed_over() {
        let mut last = LastOpen::default();
        for id in 0..100 {
            last.open(story(id), &path("/write/500"), Some(500));
        }
        assert_eq!(last.0.len(), STORIES);
        assert!(last.value().len() < 1000, "a cookie is sent each time");
        let odd = format!("x.y_{}.many_{}.3_{}.w9", story(1), story(2), story(3));
        let read = LastOpen::read(&odd);
        assert_eq!(read.story(), Some(story(1)));
        assert_eq!(read.chapter(story(1)), None);
        assert_eq!(read.chapter(story(2)), Some(3));
        assert_eq!(read.place(story(3)), StoryPlace::Overview);
        assert_eq!(LastOpen::read(""), LastOpen::default());
    }
}
