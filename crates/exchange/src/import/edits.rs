//! What an author changed in a preview, one entry for each change: the newest can be undone.

use super::{
    Manuscript,
    edit::{self, EditError},
};
use domain::text;
use serde::{Deserialize, Serialize};

/// One change. Chapters and paragraphs count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportEdit {
    /// A chapter becomes the end of the one before it.
    Merge(NamedChapter),
    /// A chapter ends before a paragraph, and another begins there.
    Split(ChapterPlace),
    /// A chapter gets another title.
    Rename(TitledChapter),
    /// A chapter is not imported.
    LeaveOut(NamedChapter),
    /// A chapter that was left out is imported after all.
    TakeIn(NamedChapter),
    /// The story gets another title.
    Title(String),
    /// The story gets another author.
    Author(String),
    /// The story gets another language.
    Language(String),
    /// The file is read again with another encoding. What was changed in its chapters before does not count any more.
    Encoding(String),
}

/// A chapter of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedChapter {
    /// Its number in the preview, from 1.
    pub chapter: u32,
}

/// Where a chapter of a preview is split.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChapterPlace {
    /// The chapter's number in the preview, from 1.
    pub chapter: u32,
    /// The paragraph with which the new chapter begins, from 2.
    pub paragraph: u32,
    /// The title of the new chapter.
    #[serde(default)]
    pub title: String,
}

/// A chapter of a preview and its new title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TitledChapter {
    /// The chapter's number in the preview, from 1.
    pub chapter: u32,
    /// The new title; an empty one takes it away.
    pub title: String,
}

/// A change to an import, as it is asked for. What is missing stays as it is. Several parts count as several changes,
/// in the order of the fields, all of them or none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ImportPatch {
    /// Takes back the last change. No other field may come with it.
    pub undo: bool,
    /// Does again what was undone last. No other field may come with it.
    pub redo: bool,
    /// Reads a text file again with this encoding. Changes to the chapters begin anew; undo brings them back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The title of the story.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Its language, as a tag or a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// A chapter gets another title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rename: Option<TitledChapter>,
    /// A chapter becomes the end of the one before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merge: Option<NamedChapter>,
    /// A chapter becomes two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<ChapterPlace>,
    /// A chapter is not imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leave_out: Option<NamedChapter>,
    /// A chapter that was left out is imported after all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub take_in: Option<NamedChapter>,
}

impl ImportPatch {
    /// Its changes in order; none where it undoes or redoes one.
    pub fn edits(self) -> Vec<ImportEdit> {
        [
            self.encoding.map(ImportEdit::Encoding),
            self.title.map(ImportEdit::Title),
            self.author.map(ImportEdit::Author),
            self.language.map(ImportEdit::Language),
            self.rename.map(ImportEdit::Rename),
            self.merge.map(ImportEdit::Merge),
            self.split.map(ImportEdit::Split),
            self.leave_out.map(ImportEdit::LeaveOut),
            self.take_in.map(ImportEdit::TakeIn),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl ImportEdit {
    /// Whether it is about the chapters, and not about the story as a whole.
    pub const fn is_of_chapters(&self) -> bool {
        matches!(
            self,
            Self::Merge(_) | Self::Split(_) | Self::Rename(_) | Self::LeaveOut(_) | Self::TakeIn(_)
        )
    }

    /// What it did, for a person.
    pub fn label(&self) -> String {
        match self {
            Self::Merge(of) => format!("merging chapter {}", of.chapter),
            Self::Split(of) => format!("splitting chapter {}", of.chapter),
            Self::Rename(of) => format!("renaming chapter {}", of.chapter),
            Self::LeaveOut(of) => format!("leaving out chapter {}", of.chapter),
            Self::TakeIn(of) => format!("including chapter {}", of.chapter),
            Self::Title(_) => "the title".to_owned(),
            Self::Author(_) => "the author".to_owned(),
            Self::Language(_) => "the language".to_owned(),
            Self::Encoding(name) => format!("reading it as {name}"),
        }
    }

    /// Carries it out. Another encoding changes nothing here: whoever has the file reads it again.
    pub fn apply(&self, manuscript: &mut Manuscript) -> Result<(), EditError> {
        match self {
            Self::Merge(NamedChapter { chapter: 1 }) => Err(EditError::NothingBefore),
            Self::Merge(of) => {
                let chapter = place(of.chapter);
                edit::check(manuscript, chapter)?;
                edit::merge_with_next(manuscript, chapter.wrapping_sub(1))
            }
            Self::Split(of) => edit::split(
                manuscript,
                place(of.chapter),
                place(of.paragraph),
                &of.title,
            ),
            Self::Rename(of) => edit::rename(manuscript, place(of.chapter), &of.title),
            Self::LeaveOut(of) => edit::leave_out(manuscript, place(of.chapter), true),
            Self::TakeIn(of) => edit::leave_out(manuscript, place(of.chapter), false),
            Self::Title(title) => {
                manuscript.title = text::line(title);
                Ok(())
            }
            Self::Author(author) => {
                manuscript.author = text::line(author);
                Ok(())
            }
            Self::Language(language) => {
                let language = text::line(language);
                manuscript.language = (!language.is_empty()).then_some(language);
                Ok(())
            }
            Self::Encoding(_) => Ok(()),
        }
    }
}

/// A number from 1 as a place from 0; 0 is no place at all.
fn place(number: u32) -> usize {
    (number as usize).wrapping_sub(1)
}

/// The manuscript after these changes: those about its chapters that were made since the file was last read, and all
/// others. A change that does not fit any more is left out.
pub fn replayed(mut manuscript: Manuscript, edits: &[ImportEdit]) -> Manuscript {
    let is_reading = |edit: &ImportEdit| matches!(edit, ImportEdit::Encoding(_));
    let since = edits.iter().rposition(is_reading).map_or(0, |at| at + 1);
    for (at, edit) in edits.iter().enumerate() {
        if at >= since || !edit.is_of_chapters() {
            let _ = edit.apply(&mut manuscript);
        }
    }
    manuscript
}

#[cfg(test)]
mod tests {
    use super::{super::DraftChapter, *};

    fn sample() -> Manuscript {
        let chapter = |title: &str, text: &str| DraftChapter {
            title: title.to_owned(),
            text: text.to_owned(),
            left_out: false,
        };
        Manuscript {
            title: "Book".to_owned(),
            chapters: vec![chapter("One", "A.\n\nB."), chapter("Two", "C.")],
            ..Manuscript::default()
        }
    }

    fn titles(manuscript: &Manuscript) -> Vec<&str> {
        let chapters = manuscript.chapters.iter();
        chapters.map(|chapter| chapter.title.as_str()).collect()
    }

    #[test]
    fn a_patch_is_read_as_changes_in_order() {
        let json = r#"{"title": " The  Ferry ", "merge": {"chapter": 2}, "split": {"chapter": 1, "paragraph": 2}}"#;
        let patch: ImportPatch = serde_json::from_str(json).expect("a patch");
        let edits = patch.edits();
        assert_eq!(edits.len(), 3);
        let changed = replayed(sample(), &edits);
        assert_eq!(changed.title, "The Ferry");
        assert_eq!(titles(&changed), ["One", ""]);
        assert_eq!(changed.chapters[1].text, "B.\n\nC.");
        assert!(serde_json::from_str::<ImportPatch>(r#"{"titel": "x"}"#).is_err());
    }

    #[test]
    fn a_place_that_is_not_there_is_refused() {
        let merge = |chapter| ImportEdit::Merge(NamedChapter { chapter }).apply(&mut sample());
        assert_eq!(merge(1), Err(EditError::NothingBefore));
        for chapter in [0, 3, u32::MAX] {
            assert!(merge(chapter).is_err(), "{chapter}");
            let leave_out = ImportEdit::LeaveOut(NamedChapter { chapter });
            assert!(leave_out.apply(&mut sample()).is_err(), "{chapter}");
        }
        let split = |paragraph| {
            let place = ChapterPlace {
                chapter: 1,
                paragraph,
                title: String::new(),
            };
            ImportEdit::Split(place).apply(&mut sample())
        };
        assert!(split(0).is_err() && split(1).is_err() && split(3).is_err());
        assert_eq!(split(2), Ok(()));
    }

    #[test]
    fn reading_it_again_begins_anew_with_the_chapters_alone() {
        let rename = ImportEdit::Rename(TitledChapter {
            chapter: 1,
            title: "First".to_owned(),
        });
        let edits = [
            rename.clone(),
            ImportEdit::Title("Mine".to_owned()),
            ImportEdit::Encoding("koi8-r".to_owned()),
            ImportEdit::LeaveOut(NamedChapter { chapter: 2 }),
        ];
        let changed = replayed(sample(), &edits);
        assert_eq!((&*changed.title, titles(&changed)[0]), ("Mine", "One"));
        assert_eq!(changed.included(), (1, 2));
        assert_eq!(titles(&replayed(sample(), &edits[..2])), ["First", "Two"]);
    }
}
