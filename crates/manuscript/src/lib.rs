//! An author's manuscript, read out of a foreign file: chapters as the studio's plain prose, and what could not be
//! taken over.
//!
//! Plain functions over bytes. Nothing in a file makes them panic, run without end or take memory beyond
//! [`limits`]: a file is read, or refused with a sentence that says what to do.
//!
//! The text that comes out has paragraphs divided by one blank line, emphasis as `*…*`, strong text as `**…**`, and a
//! line `***` between scenes. It is no Markdown: everything else stands for itself.

mod archive;
mod block;
mod chapter_files;
mod contents;
mod divide;
mod docx;
mod emphasis;
mod encoding;
mod epub;
mod error;
mod file_kind;
mod front_matter;
mod heading;
mod html;
mod language;
mod levels;
mod licence;
pub mod limits;
mod losses;
mod markdown;
mod one_file;
mod read_options;
mod txt;
mod xml;

pub use error::{ReadError, ReadErrorKind};
pub use language::language_of;
pub use read_options::ReadOptions;

use archive::ZipReader;
use exchange::import::Manuscript;
use file_kind::FileKind;
use one_file::{finished, read_text};

/// Reads a manuscript out of one file. Its content says what it is; the name only tells one kind of text from another
/// and stands in for a missing title.
pub fn read(
    file_name: &str,
    bytes: &[u8],
    options: &ReadOptions<'_>,
) -> Result<Manuscript, ReadError> {
    if bytes.len() > options.most_bytes {
        return Err(ReadError::TooLarge {
            name: file_name.to_owned(),
            most: options.most_bytes,
        });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty(file_name.to_owned()));
    }
    let mut manuscript = match file_kind::of(file_name, bytes)? {
        FileKind::Zip => {
            let archive = ZipReader::open(file_name, bytes)?;
            read_archive(file_name, archive, options)?
        }
        kind => finished(file_name, read_text(kind, file_name, bytes, options)?)?,
    };
    if manuscript.title.is_empty() {
        manuscript.title = chapter_files::title_of(file_name);
    }
    Ok(manuscript)
}

/// Reads a manuscript out of a folder of chapter files, in the order in which a person counts: 2 before 10.
pub fn read_files(
    files: &[(String, Vec<u8>)],
    options: &ReadOptions<'_>,
) -> Result<Manuscript, ReadError> {
    chapter_files::read_all(files, options)
}

fn read_archive(
    file_name: &str,
    mut archive: ZipReader<'_>,
    options: &ReadOptions<'_>,
) -> Result<Manuscript, ReadError> {
    match file_kind::of_archive(&mut archive, file_name)? {
        FileKind::Docx => finished(file_name, docx::content(&mut archive)?),
        FileKind::Epub => finished(file_name, epub::content(&mut archive)?),
        _ => chapter_files::read_archive(&mut archive, options),
    }
}
