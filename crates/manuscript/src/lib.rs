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
mod txt;
mod xml;

pub use error::{ReadError, ReadErrorKind};
pub use language::language_of;

use archive::ZipReader;
use block::ManuscriptContent;
use exchange::import::{ImportLossKind, Manuscript};
use file_kind::FileKind;

/// What the caller says about a file.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions<'o> {
    /// The encoding of a text file, by its usual name (`windows-1252`, `shift_jis`); found by itself if there is none.
    pub encoding: Option<&'o str>,
    /// The most bytes that a file may have.
    pub most_bytes: usize,
}

impl Default for ReadOptions<'_> {
    fn default() -> Self {
        Self {
            encoding: None,
            most_bytes: limits::MOST_BYTES,
        }
    }
}

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

/// Reads a file that is no archive of several.
fn read_text(
    kind: FileKind,
    file_name: &str,
    bytes: &[u8],
    options: &ReadOptions<'_>,
) -> Result<ManuscriptContent, ReadError> {
    let decoded = match kind {
        FileKind::Html => encoding::decoded_html(bytes, options.encoding)?,
        _ => encoding::decoded(bytes, options.encoding)?,
    };
    // Who names a wrong encoding should see what comes of it.
    if options.encoding.is_none() && decoded.looks_binary() {
        return Err(ReadError::NotAManuscript {
            name: file_name.to_owned(),
            what: "a binary file",
        });
    }
    let mut content = match kind {
        FileKind::Markdown => markdown::content(&decoded.text),
        FileKind::Html => html::content(&decoded.text),
        _ => txt::content(&decoded.text),
    };
    content.encoding = Some(decoded.name);
    content.encoding_is_sure = decoded.is_sure;
    if decoded.replaced > 0 {
        content.losses.add_text(
            ImportLossKind::UnreadableCharacters,
            0,
            "",
            format!("{} characters", decoded.replaced),
        );
    }
    Ok(content)
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

/// The chapters of what was read.
fn finished(file_name: &str, content: ManuscriptContent) -> Result<Manuscript, ReadError> {
    let manuscript = divide::divided(content);
    match manuscript.has_text() {
        true => Ok(manuscript),
        false => Err(ReadError::Empty(file_name.to_owned())),
    }
}
