//! A book as files that an author hands on: Markdown, plain text, HTML, EPUB, Word and PDF.
//!
//! [`export`] is the only way in. It takes a [`Book`] and [`ExportOptions`] and returns one file in memory. Pure
//! functions: nothing here reads a clock, a disk or a network, except that the PDF looks for fonts of the machine
//! where its own have no glyph. The same book and options give the same bytes.

mod book;
mod contents;
mod docx;
mod epub;
mod error;
mod file_name;
mod html;
mod labels;
mod markdown;
mod markup;
#[cfg(feature = "pdf")]
mod pdf;
mod plain_text;
mod prose;
mod typography;
mod zip_file;

pub use book::{Book, BookChapter, Cover};
pub use error::{ExportError, ExportedFile, Warning};
pub use file_name::{content_disposition, readable};
pub use prose::{ProseBlock, ProseSpan, blocks};
pub use typography::smart;

use contents::PreparedBook;
use exchange::export::{ExportFormat, ExportOptions};

/// Makes one file of a book. A long PDF takes about a second: not to be called where other work waits for the thread.
pub fn export(book: &Book, options: &ExportOptions) -> Result<ExportedFile, ExportError> {
    let mut contents = PreparedBook::of(book, options)?;
    let bytes = match options.format {
        ExportFormat::Markdown => markdown::one_file(&contents).into_bytes(),
        ExportFormat::MarkdownZip => markdown::zip(&contents)?,
        ExportFormat::PlainText => plain_text::file(&contents).into_bytes(),
        ExportFormat::Html => html::page(&mut contents).into_bytes(),
        ExportFormat::Epub => epub::file(&mut contents)?,
        ExportFormat::Docx => docx::file(&contents, options.layout)?,
        #[cfg(feature = "pdf")]
        ExportFormat::Pdf => pdf::file(&mut contents, options.trim_size)?,
        #[cfg(not(feature = "pdf"))]
        ExportFormat::Pdf => return Err(ExportError::PdfLeftOut),
        ExportFormat::Json => return Err(ExportError::WholeStory),
    };
    Ok(ExportedFile {
        file_name: readable(&contents.title, options.format.extension()),
        media_type: options.format.media_type(),
        bytes,
        warnings: contents.warnings,
    })
}
