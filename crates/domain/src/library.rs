//! The library: which stories are shown, in which order.

use crate::{Page, Story, StoryId, TrashId};
use serde::{Deserialize, Serialize};

/// The order of a list of stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StoryOrder {
    /// The last change first.
    #[default]
    Changed,
    /// By title, as the reader's language sorts.
    Title,
    /// The newest first.
    Created,
    /// The longest first.
    Words,
    /// The largest part of written chapters first.
    Progress,
}

impl StoryOrder {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::Changed,
        Self::Title,
        Self::Created,
        Self::Words,
        Self::Progress,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Title => "title",
            Self::Created => "created",
            Self::Words => "words",
            Self::Progress => "progress",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Changed => "Last changed",
            Self::Title => "Title",
            Self::Created => "Newest",
            Self::Words => "Words",
            Self::Progress => "Progress",
        }
    }

    /// Reads [`StoryOrder::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.as_str() == word)
    }
}

/// Which stories a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StoryFilter {
    /// All that are not archived.
    #[default]
    All,
    /// Not archived, and not every chapter is written.
    InProgress,
    /// Not archived, and every chapter is written.
    Finished,
    /// A run for it is running or waiting, archived or not.
    Generating,
    /// Archived.
    Archived,
    /// Archived or not.
    Any,
}

impl StoryFilter {
    /// Those that the page offers.
    pub const OFFERED: [Self; 5] = [
        Self::All,
        Self::InProgress,
        Self::Finished,
        Self::Generating,
        Self::Archived,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::InProgress => "in_progress",
            Self::Finished => "finished",
            Self::Generating => "generating",
            Self::Archived => "archived",
            Self::Any => "any",
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All | Self::Any => "All",
            Self::InProgress => "In progress",
            Self::Finished => "Finished",
            Self::Generating => "Generating",
            Self::Archived => "Archived",
        }
    }

    /// Reads [`StoryFilter::as_str`] back, of what the page offers.
    pub fn parse(word: &str) -> Option<Self> {
        Self::OFFERED
            .into_iter()
            .find(|filter| filter.as_str() == word)
    }
}

/// Which stories are listed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryQuery {
    /// In which order.
    pub order: StoryOrder,
    /// Which of them.
    pub filter: StoryFilter,
    /// Words that title, author, premise or genre must have, each anywhere.
    pub words: String,
    /// The language that titles are sorted by, as a BCP 47 tag. One that nobody knows sorts as most languages do.
    pub language: String,
}

impl StoryQuery {
    /// The language that an `Accept-Language` header names first, for the order of titles.
    pub fn in_language_of(mut self, accepted: &str) -> Self {
        let first = accepted.split([',', ';']).next().unwrap_or_default();
        first.trim().clone_into(&mut self.language);
        self
    }
}

/// How many stories each filter finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoryCounts {
    /// All that are not archived.
    pub all: u32,
    /// Of these, those that are not finished.
    pub in_progress: u32,
    /// Of these, those of which every chapter is written.
    pub finished: u32,
    /// Those for which a run is running or waiting.
    pub generating: u32,
    /// Those that are archived.
    pub archived: u32,
}

impl StoryCounts {
    /// The number of a filter.
    pub const fn of(&self, filter: StoryFilter) -> u32 {
        match filter {
            StoryFilter::All => self.all,
            StoryFilter::InProgress => self.in_progress,
            StoryFilter::Finished => self.finished,
            StoryFilter::Generating => self.generating,
            StoryFilter::Archived => self.archived,
            StoryFilter::Any => self.all + self.archived,
        }
    }
}

/// A part of the library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// The stories.
    pub stories: Page<Story>,
    /// How many stories each filter finds.
    pub counts: StoryCounts,
    /// How many words a chapter is to have, as the settings say.
    pub chapter_words: u32,
}

/// What is done with several stories at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BatchAction {
    /// They are archived.
    Archive,
    /// They are no longer archived.
    Unarchive,
    /// They move to the trash.
    Delete,
}

/// A story of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BatchStory {
    /// Which.
    pub id: StoryId,
    /// Its version that the change is based on.
    pub version: i64,
}

/// A change of several stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StoryBatch {
    /// What is done.
    pub action: BatchAction,
    /// With which stories: 1 to 200.
    pub stories: Vec<BatchStory>,
}

impl StoryBatch {
    /// The most stories of a batch.
    pub const MAX: usize = 200;
}

/// What became of a story of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchOutcome {
    /// Which story.
    pub story: StoryId,
    /// Its version now, if it was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Its entry in the trash, if it was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trashed: Option<TrashId>,
    /// Why it stayed as it was, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_is_named_first_sorts() {
        let language = |accepted| StoryQuery::default().in_language_of(accepted).language;
        assert_eq!(language("sv-SE,sv;q=0.9,en;q=0.8"), "sv-SE");
        assert_eq!(language("de;q=0.7"), "de");
        assert_eq!(language(""), "");
    }

    #[test]
    fn words_read_back() {
        for order in StoryOrder::ALL {
            assert_eq!(StoryOrder::parse(order.as_str()), Some(order));
        }
        for filter in StoryFilter::OFFERED {
            assert_eq!(StoryFilter::parse(filter.as_str()), Some(filter));
        }
        assert_eq!(StoryFilter::parse("any"), None);
    }
}
