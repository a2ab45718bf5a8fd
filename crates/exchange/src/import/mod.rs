//! A manuscript on its way into the studio: the preview that an author looks through, and what is stored of it.

pub mod edit;
mod edits;
mod encoding;
mod manuscript;
mod preview;

pub use edits::{ChapterPlace, ImportEdit, ImportPatch, NamedChapter, TitledChapter, replayed};
pub use encoding::ENCODINGS;
pub use manuscript::{DraftChapter, ImportLoss, ImportLossKind, Manuscript, Place, PlaceUnit};
pub use preview::{DAYS_KEPT, ImportEntry, ImportKind, ImportPreview, PreviewChapter};

use serde::{Deserialize, Serialize};

/// What a file of a whole story says that it is, in its field `format`.
pub const STORY_FORMAT: &str = "fablewright-story";

/// The version of such files: it grows when an older studio could not read them.
pub const STORY_FORMAT_VERSION: u64 = 1;

/// The most bytes of all files of an import together: a whole story with its history is one.
pub const MAX_UPLOAD: u64 = 256 << 20;

/// The most characters of a chapter's title.
pub const MAX_CHAPTER_TITLE: usize = 200;

/// A manuscript as the author wants it: a story is made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    fn from(mut read: Manuscript) -> Self {
        read.chapters.retain(|chapter| !chapter.left_out);
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
