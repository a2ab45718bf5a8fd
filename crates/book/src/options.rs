//! What the author chooses for an export.

use crate::Selection;
use serde::{Deserialize, Deserializer, Serialize};

/// The choices of an export. Each has a default, and a word that is not known counts as the default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportOptions {
    /// Which kind of file.
    #[serde(deserialize_with = "lenient")]
    pub format: ExportFormat,
    /// Which chapters.
    pub selection: Selection,
    /// Whether a page with title and author comes first.
    pub title_page: bool,
    /// What is printed between scenes; nothing leaves a gap.
    pub scene_break: String,
    /// Whether straight quotes and double hyphens are printed as the language of the book has them.
    pub smart_typography: bool,
    /// What becomes of unfinished chapters.
    #[serde(deserialize_with = "lenient")]
    pub unfinished: UnfinishedChapters,
    /// How a Word document looks.
    #[serde(deserialize_with = "lenient")]
    pub layout: DocumentLayout,
    /// The size of a page in a PDF.
    #[serde(deserialize_with = "lenient")]
    pub trim_size: TrimSize,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            format: ExportFormat::default(),
            selection: Selection::all(),
            title_page: true,
            scene_break: "* * *".to_owned(),
            smart_typography: false,
            unfinished: UnfinishedChapters::default(),
            layout: DocumentLayout::default(),
            trim_size: TrimSize::default(),
        }
    }
}

/// Reads a word; one that is not known, and anything else, is the default.
fn lenient<'de, D: Deserializer<'de>, T: Named>(deserializer: D) -> Result<T, D::Error> {
    /// A word, or whatever else stands there.
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Entry {
        Word(String),
        Other(serde::de::IgnoredAny),
    }
    Ok(match Entry::deserialize(deserializer)? {
        Entry::Word(word) => T::parse(&word),
        Entry::Other(_) => T::default(),
    })
}

/// A choice whose variants are stored as words.
trait Named: Copy + Default + 'static {
    const ALL: &'static [(Self, &'static str)];

    /// Reads a word, whatever its case and whichever signs stand between its parts.
    fn parse(word: &str) -> Self {
        let plain = |word: &str| -> String {
            let letters = word.chars().filter(char::is_ascii_alphanumeric);
            letters.map(|letter| letter.to_ascii_lowercase()).collect()
        };
        let found = Self::ALL
            .iter()
            .find(|(_, known)| plain(known) == plain(word));
        found.map_or_else(Self::default, |(value, _)| *value)
    }
}

/// An enum of words: as stored and sent, and read back.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl Named for $name {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $word)),+];
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As stored and sent.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// Reads a word; one that is not known is the default.
            pub fn parse(word: &str) -> Self {
                <Self as Named>::parse(word)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                lenient(deserializer)
            }
        }
    };
}

/// A kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// Markdown, the book in one file.
    Markdown,
    /// Markdown, a file for each chapter, in a zip file.
    MarkdownZip,
    /// Text without markup.
    PlainText,
    /// A web page.
    Html,
    /// An EPUB 3 for reading devices.
    #[default]
    Epub,
    /// A Word document.
    Docx,
    /// A PDF, typeset for reading and printing.
    Pdf,
}

words!(ExportFormat {
    Markdown = "markdown",
    MarkdownZip = "markdown_zip",
    PlainText = "plain_text",
    Html = "html",
    Epub = "epub",
    Docx = "docx",
    Pdf = "pdf",
});

impl ExportFormat {
    /// The end of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::MarkdownZip => "zip",
            Self::PlainText => "txt",
            Self::Html => "html",
            Self::Epub => "epub",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// The media type of a file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::MarkdownZip => "application/zip",
            Self::PlainText => "text/plain; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Epub => "application/epub+zip",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

/// What becomes of chapters that stop before their end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UnfinishedChapters {
    /// They are exported like the others.
    #[default]
    Include,
    /// They are exported with a line that says so.
    Mark,
    /// They are left out, and so are chapters without a text.
    LeaveOut,
}

words!(UnfinishedChapters {
    Include = "include",
    Mark = "mark",
    LeaveOut = "leave_out",
});

/// How a Word document looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DocumentLayout {
    /// As agents and publishers expect a manuscript.
    #[default]
    Manuscript,
    /// Like a printed book.
    Reading,
}

words!(DocumentLayout {
    Manuscript = "manuscript",
    Reading = "reading",
});

/// The size of a page in a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TrimSize {
    /// 5 × 8 inches.
    FiveByEight,
    /// 5.5 × 8.5 inches.
    #[default]
    Digest,
    /// 6 × 9 inches.
    SixByNine,
    /// 148 × 210 millimetres.
    A5,
    /// 210 × 297 millimetres.
    A4,
}

words!(TrimSize {
    FiveByEight = "5x8",
    Digest = "5.5x8.5",
    SixByNine = "6x9",
    A5 = "a5",
    A4 = "a4",
});

impl TrimSize {
    /// Width and height in points.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::FiveByEight => (360.0, 576.0),
            Self::Digest => (396.0, 612.0),
            Self::SixByNine => (432.0, 648.0),
            Self::A5 => (419.528, 595.276),
            Self::A4 => (595.276, 841.89),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_str, to_string};

    #[test]
    fn options_are_the_same_after_the_wire() -> serde_json::Result<()> {
        for format in ExportFormat::ALL {
            for size in TrimSize::ALL {
                let options = ExportOptions {
                    format: *format,
                    selection: (2..=4).into(),
                    unfinished: UnfinishedChapters::LeaveOut,
                    layout: DocumentLayout::Reading,
                    trim_size: *size,
                    ..ExportOptions::default()
                };
                assert_eq!(from_str::<ExportOptions>(&to_string(&options)?)?, options);
            }
        }
        Ok(())
    }

    #[test]
    fn what_is_missing_or_unknown_is_the_default() -> serde_json::Result<()> {
        let odd = r#"{"format": "papyrus", "layout": 7, "trim_size": null, "unfinished": ["mark"], "new": 1}"#;
        assert_eq!(from_str::<ExportOptions>(odd)?, ExportOptions::default());
        let cased = r#"{"format": "Markdown-ZIP", "trim_size": "6X9", "unfinished": "leave out"}"#;
        let read: ExportOptions = from_str(cased)?;
        assert_eq!(read.format, ExportFormat::MarkdownZip);
        assert_eq!(read.trim_size, TrimSize::SixByNine);
        assert_eq!(read.unfinished, UnfinishedChapters::LeaveOut);
        Ok(())
    }

    #[test]
    fn a_selection_that_can_not_be_read_is_told() {
        let read = from_str::<ExportOptions>(r#"{"selection": "5-1"}"#);
        let said = read.map_err(|error| error.to_string().contains("runs backwards"));
        assert_eq!(said.err(), Some(true));
    }
}
