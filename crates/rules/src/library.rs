//! Which stories a list has, and in which order.

use domain::{StoryCounts, StoryFilter, StoryId, StoryOrder, StoryQuery};
use icu_collator::{
    Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions,
    preferences::CollationNumericOrdering,
};
use icu_locale_core::Locale;
use std::cmp::Ordering;

/// What a list needs to know of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedStory {
    /// Which.
    pub id: StoryId,
    /// Its title.
    pub title: String,
    /// When it was made, in milliseconds.
    pub created_at: i64,
    /// When it last changed, in milliseconds.
    pub updated_at: i64,
    /// Words in its current texts.
    pub words: u64,
    /// How many chapters it has.
    pub chapters: u32,
    /// How many of them are written.
    pub chapters_written: u32,
    /// Whether it is archived.
    pub is_archived: bool,
    /// Whether a run for it is running or waiting.
    pub is_generating: bool,
    /// Whether it has the words that are looked for.
    pub is_match: bool,
}

impl ListedStory {
    const fn is_finished(&self) -> bool {
        self.chapters > 0 && self.chapters_written >= self.chapters
    }

    const fn is_in(&self, filter: StoryFilter) -> bool {
        match filter {
            StoryFilter::All => !self.is_archived,
            StoryFilter::InProgress => !self.is_archived && !self.is_finished(),
            StoryFilter::Finished => !self.is_archived && self.is_finished(),
            StoryFilter::Generating => self.is_generating,
            StoryFilter::Archived => self.is_archived,
            StoryFilter::Any => true,
        }
    }

    /// Parts that are written, compared without division. A story without chapters has nothing of itself.
    fn compare_progress(&self, other: &Self) -> Ordering {
        let part =
            |of: &Self, by: &Self| u64::from(of.chapters_written) * u64::from(by.chapters.max(1));
        part(self, other).cmp(&part(other, self))
    }
}

/// How many stories each filter finds.
pub fn counts(stories: &[ListedStory]) -> StoryCounts {
    let count = |filter| {
        let found = stories
            .iter()
            .filter(|story| story.is_match && story.is_in(filter));
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    StoryCounts {
        all: count(StoryFilter::All),
        in_progress: count(StoryFilter::InProgress),
        finished: count(StoryFilter::Finished),
        generating: count(StoryFilter::Generating),
        archived: count(StoryFilter::Archived),
    }
}

/// Sorts titles as a language does, numbers by their value: "Part 2" comes before "Part 10".
fn collator(language: &str) -> Option<CollatorBorrowed<'static>> {
    let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
    let mut preferences = CollatorPreferences::from(&locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
}

/// The stories of a page: at most `most`, in order, from right after the one with the id `after`. That one may have
/// left the list since; where it does not exist any more, there are none.
pub fn page(
    stories: &[ListedStory],
    query: &StoryQuery,
    most: usize,
    after: Option<StoryId>,
) -> Vec<StoryId> {
    let collator = match query.order {
        StoryOrder::Title => collator(&query.language),
        _ => None,
    };
    let compare = |one: &ListedStory, other: &ListedStory| {
        let by_order = match (query.order, &collator) {
            (StoryOrder::Changed, _) => other.updated_at.cmp(&one.updated_at),
            (StoryOrder::Created, _) => other.created_at.cmp(&one.created_at),
            (StoryOrder::Words, _) => other.words.cmp(&one.words),
            (StoryOrder::Progress, _) => other
                .compare_progress(one)
                .then_with(|| other.words.cmp(&one.words)),
            (StoryOrder::Title, Some(collator)) => collator.compare(&one.title, &other.title),
            (StoryOrder::Title, None) => one.title.cmp(&other.title),
        };
        by_order.then_with(|| other.id.0.cmp(&one.id.0))
    };
    let last = match after {
        None => None,
        Some(after) => match stories.iter().find(|story| story.id == after) {
            None => return Vec::new(),
            found => found,
        },
    };
    let mut found: Vec<&ListedStory> = stories
        .iter()
        .filter(|story| story.is_match && story.is_in(query.filter))
        .filter(|story| last.is_none_or(|last| compare(last, story) == Ordering::Less))
        .collect();
    // A page is a small part of a large library: only that part is sorted.
    if found.len() > most {
        found.select_nth_unstable_by(most, |one, other| compare(one, other));
        found.truncate(most);
    }
    found.sort_unstable_by(|one, other| compare(one, other));
    found.into_iter().map(|story| story.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn story(id: u128, title: &str) -> ListedStory {
        ListedStory {
            id: StoryId(Uuid::from_u128(id)),
            title: title.to_owned(),
            created_at: 0,
            updated_at: 0,
            words: 0,
            chapters: 4,
            chapters_written: 0,
            is_archived: false,
            is_generating: false,
            is_match: true,
        }
    }

    fn titles(titles: &[&str], language: &str) -> Vec<String> {
        let stories: Vec<_> = (0_u128..)
            .zip(titles)
            .map(|(id, title)| story(id, title))
            .collect();
        let query = StoryQuery {
            order: StoryOrder::Title,
            language: language.to_owned(),
            ..StoryQuery::default()
        };
        let title = |id| {
            stories
                .iter()
                .find(|story| story.id == id)
                .map(|story| story.title.clone())
        };
        page(&stories, &query, 100, None)
            .into_iter()
            .filter_map(title)
            .collect()
    }

    #[test]
    fn titles_are_sorted_as_the_readers_language_does() {
        let given = [
            "Zebra", "Ärger", "apple", "Éclair", "Part 10", "Part 2", "Öl", "Elm",
        ];
        assert_eq!(
            titles(&given, "en"),
            [
                "apple", "Ärger", "Éclair", "Elm", "Öl", "Part 2", "Part 10", "Zebra"
            ]
        );
        assert_eq!(
            titles(&given, "sv-SE"),
            [
                "apple", "Éclair", "Elm", "Part 2", "Part 10", "Zebra", "Ärger", "Öl"
            ]
        );
        assert_eq!(titles(&given, "no such language"), titles(&given, "en"));
    }

    fn library() -> Vec<ListedStory> {
        let half = ListedStory {
            chapters_written: 2,
            words: 900,
            updated_at: 5,
            ..story(1, "half")
        };
        let whole = ListedStory {
            chapters_written: 4,
            words: 500,
            updated_at: 4,
            ..story(2, "whole")
        };
        let empty = ListedStory {
            chapters: 0,
            updated_at: 3,
            is_generating: true,
            ..story(3, "empty")
        };
        let old = ListedStory {
            is_archived: true,
            chapters_written: 1,
            words: 100,
            updated_at: 9,
            ..story(4, "old")
        };
        let other = ListedStory {
            is_match: false,
            updated_at: 99,
            ..story(5, "other")
        };
        vec![half, whole, empty, old, other]
    }

    fn ids(order: StoryOrder, filter: StoryFilter, most: usize, after: Option<u128>) -> Vec<u128> {
        let query = StoryQuery {
            order,
            filter,
            ..StoryQuery::default()
        };
        let after = after.map(|id| StoryId(Uuid::from_u128(id)));
        let page = page(&library(), &query, most, after);
        page.into_iter().map(|id| id.0.as_u128()).collect()
    }

    #[test]
    fn each_filter_finds_its_stories_and_counts_them() {
        let found = |filter| ids(StoryOrder::Changed, filter, 9, None);
        assert_eq!(found(StoryFilter::All), [1, 2, 3]);
        assert_eq!(found(StoryFilter::InProgress), [1, 3]);
        assert_eq!(found(StoryFilter::Finished), [2]);
        assert_eq!(found(StoryFilter::Generating), [3]);
        assert_eq!(found(StoryFilter::Archived), [4]);
        assert_eq!(found(StoryFilter::Any), [4, 1, 2, 3]);
        let counts = counts(&library());
        for filter in StoryFilter::OFFERED {
            assert_eq!(
                counts.of(filter) as usize,
                found(filter).len(),
                "{filter:?}"
            );
        }
    }

    #[test]
    fn each_order_is_paged_without_gaps() {
        let all = |order| ids(order, StoryFilter::Any, 9, None);
        assert_eq!(all(StoryOrder::Words), [1, 2, 4, 3]);
        assert_eq!(all(StoryOrder::Progress), [2, 1, 4, 3]);
        assert_eq!(all(StoryOrder::Created), [4, 3, 2, 1]);
        for order in StoryOrder::ALL {
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let page = ids(order, StoryFilter::Any, 1, after);
                let Some(last) = page.last() else { break };
                after = Some(*last);
                seen.extend(page);
            }
            assert_eq!(seen, all(order), "{order:?}");
        }
    }

    #[test]
    fn a_page_follows_a_story_that_has_left_the_list() {
        // Archived since the page before was read.
        assert_eq!(
            ids(StoryOrder::Changed, StoryFilter::All, 9, Some(4)),
            [1, 2, 3]
        );
        assert_eq!(ids(StoryOrder::Words, StoryFilter::All, 9, Some(4)), [3]);
        assert!(ids(StoryOrder::Changed, StoryFilter::All, 9, Some(77)).is_empty());
    }
}
