//! The book as a PDF, typeset for reading and for printing.
//!
//! A chapter is set in lines (`setting`), the lines are put on pages (`pages`), and the pages are drawn (`drawing`),
//! chapter by chapter, so that a long book takes no more memory than its longest chapter.

mod book_pages;
mod drawing;
mod fonts;
mod hyphenation;
mod line;
mod missing;
mod page_format;
mod pages;
mod setting;

#[cfg(test)]
mod tests;

use crate::ExportError;
use crate::contents::PreparedBook;
use book_pages::BookPages;
use exchange::export::TrimSize;

/// Makes the file.
pub(crate) fn file(
    contents: &mut PreparedBook<'_>,
    size: TrimSize,
) -> Result<Vec<u8>, ExportError> {
    let mut pages = BookPages::new(contents, size);
    pages.front()?;
    for chapter in &contents.chapters {
        pages.chapter(chapter)?;
    }
    pages.back()?;
    let (bytes, missing) = pages.finish()?;
    contents.warnings.extend(missing);
    Ok(bytes)
}
