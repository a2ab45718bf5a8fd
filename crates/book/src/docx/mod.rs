//! The book as a Word document, in the form that publishers expect or like a printed book.
//!
//! Every look is a style, so that one change in Word changes the whole book.

mod document;
mod document_style;
mod parts;
mod styles;

use crate::ExportError;
use crate::contents::PreparedBook;
use crate::zip_file::ZipFile;
use document_style::{DocumentStyle, Paper};
use exchange::export::DocumentLayout;

/// Makes the file.
pub(crate) fn file(
    contents: &PreparedBook<'_>,
    layout: DocumentLayout,
) -> Result<Vec<u8>, ExportError> {
    let is_manuscript = layout == DocumentLayout::Manuscript;
    let look = DocumentStyle {
        contents,
        is_manuscript,
        paper: Paper::of(contents, is_manuscript),
    };
    let mut zip = ZipFile::new("Word", contents.book.modified);
    zip.add("[Content_Types].xml", parts::CONTENT_TYPES.as_bytes())?;
    zip.add("_rels/.rels", parts::RELATIONS.as_bytes())?;
    zip.add("docProps/core.xml", parts::properties(contents).as_bytes())?;
    zip.add("word/document.xml", document::body(&look).as_bytes())?;
    zip.add("word/styles.xml", styles::styles(&look).as_bytes())?;
    zip.add("word/settings.xml", parts::settings(&look).as_bytes())?;
    zip.add("word/header1.xml", parts::header(&look).as_bytes())?;
    zip.add("word/footer1.xml", parts::footer(&look).as_bytes())?;
    zip.add(
        "word/_rels/document.xml.rels",
        parts::DOCUMENT_RELATIONS.as_bytes(),
    )?;
    zip.finish()
}
