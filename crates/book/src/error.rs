//! What an export returns: a file with its warnings, or why there is none.

use exchange::export::SelectionError;
use std::fmt;

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// A name for it that every file system takes; it keeps letters of all scripts. For a header, see
    /// [`crate::content_disposition`].
    pub file_name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What the author should know about it.
    pub warnings: Vec<Warning>,
}

/// Something in a file that is not as the author may expect. Displayed as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A chapter has no text.
    EmptyChapter {
        /// Its number.
        number: u32,
    },
    /// A chapter stops before its end.
    Unfinished {
        /// Its number.
        number: u32,
    },
    /// A chapter was left out because it is unfinished or empty.
    LeftOut {
        /// Its number.
        number: u32,
    },
    /// The cover can't be used in this format: an EPUB has one that is drawn from the title, a web page has none.
    CoverNotUsed {
        /// What was said to be its type.
        media_type: String,
    },
    /// No font has this character, so it is missing from the PDF.
    MissingGlyph {
        /// The character.
        character: char,
        /// The heading of the chapter or the name of the page it stands in.
        place: String,
        /// In which paragraph there, from 1; 0 is the heading.
        paragraph: usize,
        /// How often it is missing in the whole book.
        count: usize,
    },
    /// Other characters are missing, too.
    MoreMissingGlyphs {
        /// How many.
        count: usize,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyChapter { number } => write!(f, "Chapter {number} has no text."),
            Self::Unfinished { number } => write!(f, "Chapter {number} is unfinished."),
            Self::LeftOut { number } => {
                write!(f, "Chapter {number} was left out because it is unfinished.")
            }
            Self::CoverNotUsed { media_type } => write!(
                f,
                "The cover could not be used ({media_type}): choose a JPEG or PNG image."
            ),
            Self::MissingGlyph {
                character,
                place,
                paragraph,
                count,
            } => {
                let code = u32::from(*character);
                write!(
                    f,
                    "No font on this machine has the character {character} (U+{code:04X}), so it is missing from \
                     the PDF: {place}, "
                )?;
                match paragraph {
                    0 => write!(f, "in the heading")?,
                    paragraph => write!(f, "paragraph {paragraph}")?,
                }
                match count {
                    0 | 1 => write!(f, "."),
                    count => write!(f, ", and {count} times in all."),
                }
            }
            Self::MoreMissingGlyphs { count } => write!(
                f,
                "{count} more characters are missing from the PDF: install a font for the script of this book."
            ),
        }
    }
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The book has no chapters.
    #[error("This book has no chapters yet: write a chapter first, then export the book.")]
    NoChapters,
    /// A file of a whole story is no book.
    #[error("A whole story with its history is no book: choose another format for a book.")]
    WholeStory,
    /// The selection names a chapter that the book does not have.
    #[error(
        "The selection names chapter {chapter}, but the book's last chapter is {last}: choose from 1 to {last}."
    )]
    OutsideBook {
        /// The chapter that is not there.
        chapter: u32,
        /// The number of the last one.
        last: u32,
    },
    /// All chapters of the selection are unfinished, and those were to be left out.
    #[error(
        "Every selected chapter is unfinished, so nothing is left to export: include unfinished chapters or select others."
    )]
    AllLeftOut,
    /// The selection can't be read.
    #[error(transparent)]
    Selection(#[from] SelectionError),
    /// The PDF part was not built in.
    #[error("This build can't make PDF files: choose another format, such as EPUB or Word.")]
    PdfLeftOut,
    /// A library could not make the file.
    #[error("The {format} file could not be made ({reason}): try another format.")]
    Failed {
        /// Which kind of file.
        format: &'static str,
        /// What the library says.
        reason: String,
    },
}

impl ExportError {
    /// What a library says, as an error of a format.
    pub(crate) fn failed(format: &'static str) -> impl Fn(&dyn fmt::Display) -> Self {
        move |reason| Self::Failed {
            format,
            reason: reason.to_string(),
        }
    }
}
