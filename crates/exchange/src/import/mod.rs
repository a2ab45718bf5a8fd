//! A manuscript on its way into the studio: the preview that an author looks through, and what is stored of it.

pub mod edit;
mod manuscript;

pub use manuscript::{DraftChapter, ImportLoss, ImportLossKind, Manuscript, Place, PlaceUnit};

use serde::{Deserialize, Serialize};

/// The most characters of a chapter's title.
pub const MAX_CHAPTER_TITLE: usize = 200;

/// A manuscript as the author wants it: a story is made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ImportedStory {
    /// The title.
    pub title: String,
    /// What the story is about, for the brief; empty: the beginning of the text.
    pub premise: String,
    /// Its language, as a tag or a name; empty: English.
    pub language: String,
    /// Who wrote it, as printed in exports.
    pub author: String,
    /// What comes before the first chapter in exports.
    pub front_matter: String,
    /// The chapters, in order.
    pub chapters: Vec<DraftChapter>,
}

impl From<Manuscript> for ImportedStory {
    fn from(read: Manuscript) -> Self {
        Self {
            title: read.title,
            premise: String::new(),
            language: read.language.unwrap_or_default(),
            author: read.author,
            front_matter: read.front_matter,
            chapters: read.chapters,
        }
    }
}
