//! One file that is no archive of several.

use crate::{
    ReadError, ReadOptions, block::ManuscriptContent, divide, encoding, file_kind::FileKind, html,
    markdown, txt,
};
use exchange::import::{ImportLossKind, Manuscript};

/// Reads a file that is no archive of several.
pub(crate) fn read_text(
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

/// The chapters of what was read.
pub(crate) fn finished(
    file_name: &str,
    content: ManuscriptContent,
) -> Result<Manuscript, ReadError> {
    let manuscript = divide::divided(content);
    match manuscript.has_text() {
        true => Ok(manuscript),
        false => Err(ReadError::Empty(file_name.to_owned())),
    }
}
