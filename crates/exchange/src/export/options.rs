//! What the author chooses for an export.

use super::ChapterSelection;
use serde::{Deserialize, Serialize};

/// The choices of an export. Each has a default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ExportOptions {
    /// Which kind of file.
    pub format: ExportFormat,
    /// Which chapters: `1-5,8`, or `9-` for chapter 9 and all that follow. Empty: all.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "1-5,8"))]
    pub chapters: ChapterSelection,
    /// Whether a page with title and author comes first.
    pub title_page: bool,
    /// What is printed between scenes; nothing leaves a gap.
    pub scene_break: String,
    /// Whether straight quotes and double hyphens are printed as the language of the book has them.
    pub smart_typography: bool,
    /// What becomes of unfinished chapters.
    pub unfinished: UnfinishedChapters,
    /// How a Word document looks.
    pub layout: DocumentLayout,
    /// The size of a page in a PDF.
    pub trim_size: TrimSize,
}

impl ExportOptions {
    /// The most characters of a scene break.
    pub const MAX_SCENE_BREAK: usize = 40;
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            format: ExportFormat::default(),
            chapters: ChapterSelection::all(),
            title_page: true,
            scene_break: "* * *".to_owned(),
            smart_typography: false,
            unfinished: UnfinishedChapters::default(),
            layout: DocumentLayout::default(),
            trim_size: TrimSize::default(),
        }
    }
}

/// An enum with the word of each variant, as stored and sent, and its label for a person.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident {
        $($(#[$meta:meta])* $variant:ident = $word:tt, $label:tt;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $($(#[$meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them, in the order a page shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As stored and sent.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// Reads [`Self::as_str`] back.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.as_str() == word)
            }

            /// Each word with its label, in the order a page shows them.
            pub fn choices() -> Vec<(&'static str, &'static str)> {
                Self::ALL.iter().map(|it| (it.as_str(), it.label())).collect()
            }

            /// For a person.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)+
                }
            }
        }
    };
}

choices! {
    /// A kind of file.
    ExportFormat {
        /// An EPUB 3 for reading devices.
        #[default]
        Epub = "epub", "EPUB, for e-readers and shops";
        /// A Word document.
        Docx = "docx", "Word (DOCX)";
        /// A PDF, typeset for reading and printing.
        Pdf = "pdf", "PDF, typeset for print";
        /// A web page.
        Html = "html", "Web page (HTML)";
        /// Markdown, the book in one file.
        Markdown = "markdown", "Markdown, one file";
        /// Markdown, a file for each chapter, in a zip file.
        MarkdownZip = "markdown_zip", "Markdown, one file per chapter (zip)";
        /// Text without markup.
        PlainText = "text", "Plain text";
        /// The whole story with its world and history, for another studio.
        Json = "json", "Whole story with its history (JSON)";
    }
}

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
            Self::Json => "json",
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
            Self::Json => "application/json",
        }
    }
}

choices! {
    /// What becomes of chapters that stop before their end.
    UnfinishedChapters {
        /// They are exported like the others.
        #[default]
        Include = "include", "Include them";
        /// They are exported with a line that says so.
        Mark = "mark", "Include and mark them";
        /// They are left out, and so are chapters without a text.
        LeaveOut = "leave_out", "Leave them out";
    }
}

choices! {
    /// How a Word document looks.
    DocumentLayout {
        /// As agents and publishers expect a manuscript.
        #[default]
        Manuscript = "manuscript", "Standard manuscript, double-spaced";
        /// Like a printed book.
        Reading = "reading", "Like a printed book";
    }
}

choices! {
    /// The size of a page in a PDF.
    TrimSize {
        /// 5 × 8 inches.
        FiveByEight = "5x8", "5 × 8 inches";
        /// 5.5 × 8.5 inches.
        #[default]
        Digest = "5.5x8.5", "5.5 × 8.5 inches";
        /// 6 × 9 inches.
        SixByNine = "6x9", "6 × 9 inches";
        /// 148 × 210 millimetres.
        A5 = "a5", "A5, 148 × 210 mm";
        /// 210 × 297 millimetres.
        A4 = "a4", "A4, 210 × 297 mm";
    }
}

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
            assert_eq!(ExportFormat::parse(format.as_str()), Some(*format));
            for size in TrimSize::ALL {
                let options = ExportOptions {
                    format: *format,
                    chapters: (2..=4).into(),
                    unfinished: UnfinishedChapters::LeaveOut,
                    layout: DocumentLayout::Reading,
                    trim_size: *size,
                    ..ExportOptions::default()
                };
                let sent = to_string(&options)?;
                assert!(sent.contains(&format!("\"{}\"", size.as_str())), "{sent}");
                assert_eq!(from_str::<ExportOptions>(&sent)?, options);
            }
        }
        assert_eq!(from_str::<ExportOptions>("{}")?, ExportOptions::default());
        Ok(())
    }

    #[test]
    fn what_can_not_be_read_is_told() {
        for (sent, said) in [
            (r#"{"chapters": "5-1"}"#, "runs backwards"),
            (r#"{"format": "papyrus"}"#, "unknown variant `papyrus`"),
            (r#"{"colour": "blue"}"#, "unknown field `colour`"),
        ] {
            let error = from_str::<ExportOptions>(sent).map_err(|error| error.to_string());
            assert!(error.is_err_and(|error| error.contains(said)), "{sent}");
        }
    }
}
