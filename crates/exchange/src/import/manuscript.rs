//! What was read: the preview that an author looks through before anything is stored.

use serde::{Deserialize, Serialize};

/// A manuscript as it was read, to be looked through and changed with [`super::edit`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Manuscript {
    /// The title: of the file's own data or its first page, otherwise made of the file's name.
    pub title: String,
    /// Who wrote it; empty if the file does not say so.
    pub author: String,
    /// The tag of its language, if the file names one.
    pub language: Option<String>,
    /// The chapters, in order; there is at least one.
    pub chapters: Vec<DraftChapter>,
    /// What stood before the first chapter and is no prose: title page, dedication, imprint.
    pub front_matter: String,
    /// What could not be taken over, in order.
    pub losses: Vec<ImportLoss>,
    /// How many losses more there are than are listed.
    pub losses_not_listed: usize,
    /// The encoding of a text file; none for other files.
    pub encoding: Option<String>,
    /// Whether there is no doubt about the encoding; if there is, the author should see a sample and may name another.
    pub encoding_is_sure: bool,
}

impl Manuscript {
    /// Whether any chapter has a text.
    pub fn has_text(&self) -> bool {
        self.chapters.iter().any(|chapter| !chapter.text.is_empty())
    }
}

/// A chapter that is not stored yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftChapter {
    /// Its title; empty if it has none.
    pub title: String,
    /// Its text as the studio's plain prose.
    pub text: String,
    /// Whether the author does not want it in the story.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

/// Something that could not be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportLoss {
    /// What it is.
    pub kind: ImportLossKind,
    /// Where it stood.
    pub place: Place,
    /// Its text, if it has one that is in no chapter; of a picture its description. Very long ones are cut.
    pub text: String,
}

/// What could not be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportLossKind {
    /// A block of code; its text is in the chapter.
    Code,
    /// A comment in the margin.
    Comment,
    /// A table of contents.
    Contents,
    /// A passage that the author deleted while changes were tracked.
    Deletion,
    /// An endnote.
    Endnote,
    /// A file of an archive that is no chapter.
    File,
    /// A footnote.
    Footnote,
    /// A formula; its characters are in the chapter.
    Formula,
    /// What stands before the first chapter and is no prose.
    FrontMatter,
    /// Text that was hidden.
    HiddenText,
    /// The licence that a library of free books puts around a text.
    Licence,
    /// Where a link leads; its text is in the chapter.
    Link,
    /// The form of a list; its items are paragraphs in the chapter.
    List,
    /// Markup of another language, such as HTML within Markdown; its text is in the chapter.
    Markup,
    /// Audio, video or another program's object.
    Media,
    /// A page without prose: cover, imprint, contents.
    Page,
    /// A picture or a drawing.
    Picture,
    /// How characters are read aloud.
    Ruby,
    /// A character of a font of symbols.
    Symbol,
    /// A table; its text is in the chapter.
    Table,
    /// A box beside the text; its text is in the chapter.
    TextBox,
    /// Something within so much else that it was not read.
    TooDeep,
    /// A part of a story file that can't be read, or that this version of the studio does not know.
    StoryPart,
    /// Characters that the encoding does not know; `�` stands for each.
    UnreadableCharacters,
}

impl ImportLossKind {
    /// For a person, of one and of several.
    pub const fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Code => ("block of code", "blocks of code"),
            Self::Comment => ("comment", "comments"),
            Self::Contents => ("table of contents", "tables of contents"),
            Self::Deletion => ("tracked deletion", "tracked deletions"),
            Self::Endnote => ("endnote", "endnotes"),
            Self::File => ("file", "files"),
            Self::Footnote => ("footnote", "footnotes"),
            Self::Formula => ("formula", "formulas"),
            Self::FrontMatter => (
                "page before the first chapter",
                "pages before the first chapter",
            ),
            Self::HiddenText => ("hidden text", "hidden texts"),
            Self::Licence => ("licence text", "licence texts"),
            Self::Link => ("link", "links"),
            Self::List => ("list", "lists"),
            Self::Markup => ("markup", "pieces of markup"),
            Self::Media => ("media object", "media objects"),
            Self::Page => ("page without prose", "pages without prose"),
            Self::Picture => ("picture", "pictures"),
            Self::Ruby => ("reading aid", "reading aids"),
            Self::Symbol => ("symbol", "symbols"),
            Self::Table => ("table", "tables"),
            Self::TextBox => ("text box", "text boxes"),
            Self::TooDeep => ("deeply nested part", "deeply nested parts"),
            Self::StoryPart => ("part of the story file", "parts of the story file"),
            Self::UnreadableCharacters => (
                "passage with unreadable characters",
                "passages with unreadable characters",
            ),
        }
    }

    /// What became of such a thing, where its text is in the chapter all the same.
    pub const fn keeps_text(self) -> bool {
        matches!(
            self,
            Self::Code
                | Self::Formula
                | Self::Link
                | Self::List
                | Self::Markup
                | Self::Table
                | Self::TextBox
        )
    }
}

/// Where something stood in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// Which file of an archive or a folder; empty if there is only one.
    pub file: String,
    /// What `number` counts.
    pub unit: PlaceUnit,
    /// The number of the line or paragraph, from 1; 0 if it belongs to no certain one.
    pub number: usize,
    /// The last words before it.
    pub after: String,
}

/// What the number of a place counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceUnit {
    /// Lines of a text file.
    #[default]
    Line,
    /// Paragraphs of any other.
    Paragraph,
    /// Entries of a list in a story file.
    Entry,
}
