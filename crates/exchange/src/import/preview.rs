//! The preview of an import: what will become of the file, chapter by chapter.

use super::{DraftChapter, ImportLoss, Manuscript};
use domain::{ImportId, Timestamp, text};
use serde::{Deserialize, Serialize};

/// How many days an import waits for its author.
pub const DAYS_KEPT: i64 = 30;

/// The most characters of a chapter's beginning.
const BEGINS: usize = 160;

/// What kind of file an import is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// A manuscript: its chapters can be changed before they are imported.
    #[default]
    Manuscript,
    /// A whole story that a studio exported as JSON.
    Story,
}

/// An import that waits: what its author sees before a story is made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportPreview {
    /// Its id.
    pub id: ImportId,
    /// The name of the file, or of the folder.
    pub file_name: String,
    /// What kind of file it is.
    pub kind: ImportKind,
    /// The title of the story.
    pub title: String,
    /// Who wrote it; empty if nobody is named.
    pub author: String,
    /// Its language, if the file or the author names one.
    pub language: Option<String>,
    /// The encoding of a text file; none for other files.
    pub encoding: Option<String>,
    /// Whether there is no doubt about the encoding.
    pub encoding_is_sure: bool,
    /// The chapters in order, also those that are left out.
    pub chapters: Vec<PreviewChapter>,
    /// What comes before the first chapter and is no prose. It goes to the front matter of the book.
    pub front_matter: String,
    /// What could not be taken over, in order.
    pub dropped: Vec<ImportLoss>,
    /// How many more there are than are listed.
    pub dropped_not_listed: usize,
    /// What “undo” would take back, in words; none if there is nothing.
    pub undo: Option<String>,
    /// What “redo” would do again, in words.
    pub redo: Option<String>,
    /// Grows with every change.
    pub version: i64,
    /// When the file was read.
    pub created_at: Timestamp,
    /// Until when it is kept if nothing is done with it.
    pub kept_until: Timestamp,
}

impl ImportPreview {
    /// How many chapters will be imported.
    pub fn included(&self) -> usize {
        let chapters = self.chapters.iter();
        chapters.filter(|chapter| !chapter.left_out).count()
    }
}

/// A chapter as it would be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewChapter {
    /// Its title; empty if it has none.
    pub title: String,
    /// How many words it has.
    pub words: u64,
    /// How it begins.
    pub begins: String,
    /// How many paragraphs it has, scene breaks included: it can be split before each but the first.
    pub paragraphs: usize,
    /// Whether it is left out.
    pub left_out: bool,
}

impl From<&DraftChapter> for PreviewChapter {
    fn from(chapter: &DraftChapter) -> Self {
        Self {
            title: chapter.title.clone(),
            words: text::count_words(&chapter.text),
            begins: beginning(&chapter.text),
            paragraphs: text::paragraphs(&chapter.text).count(),
            left_out: chapter.left_out,
        }
    }
}

/// The first paragraph that says something, cut at a word if it is long.
fn beginning(text: &str) -> String {
    let says = |part: &&str| part.chars().any(char::is_alphanumeric);
    let first = text::paragraphs(text).find(says).unwrap_or_default();
    if first.chars().count() <= BEGINS {
        return first.to_owned();
    }
    let cut: String = first.chars().take(BEGINS).collect();
    let whole = cut.rsplit_once(char::is_whitespace);
    let kept = whole.map_or(&*cut, |(words, _)| words.trim_end());
    format!("{kept} …")
}

/// An import in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportEntry {
    /// Its id.
    pub id: ImportId,
    /// The name of the file, or of the folder.
    pub file_name: String,
    /// The title of the story.
    pub title: String,
    /// How many chapters will be imported.
    pub chapters: u64,
    /// How many words they have.
    pub words: u64,
    /// Its version, on which a deletion is based.
    pub version: i64,
    /// When the file was read.
    pub created_at: Timestamp,
    /// Until when it is kept.
    pub kept_until: Timestamp,
}

impl Manuscript {
    /// How many chapters will be imported, and how many words they have.
    pub fn included(&self) -> (u64, u64) {
        let chapters = self.chapters.iter().filter(|chapter| !chapter.left_out);
        chapters.fold((0, 0), |(count, words), chapter| {
            (count + 1, words + text::count_words(&chapter.text))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_begins_with_its_first_words() {
        assert_eq!(beginning("***\n\nShe rows.\n\nHe waits."), "She rows.");
        let long = beginning(&"word ".repeat(100));
        assert!(long.ends_with("word …") && long.chars().count() < 170);
        assert_eq!(beginning(&"夜".repeat(500)).chars().count(), BEGINS + 2);
        assert_eq!(beginning(""), "");
    }
}
