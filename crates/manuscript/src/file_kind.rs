//! What a file is, by its content.

use crate::archive::ZipReader;
use crate::error::ReadError;

/// What is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// Plain text.
    Txt,
    /// Markdown.
    Markdown,
    /// A page of HTML.
    Html,
    /// Any archive; see [`of_archive`].
    Zip,
    /// A document of a word processor.
    Docx,
    /// An electronic book.
    Epub,
    /// An archive of chapter files.
    Chapters,
}

/// How files of other kinds begin, and what they are.
const OTHERS: &[(usize, &[u8], &str)] = &[
    (0, b"%PDF", "a PDF"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\x89PNG", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "an audio file"),
    (8, b"AVI ", "a video"),
    (0, b"BM", "a BMP picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftyp", "a video or an audio file"),
    (0, b"ID3", "an audio file"),
    (0, b"\xff\xfb", "an audio file"),
    (0, b"OggS", "an audio file"),
    (0, b"fLaC", "an audio file"),
    (0, b"\x1aE\xdf\xa3", "a video"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\xfd7zXZ\0", "an XZ archive"),
    (0, b"BZh", "a bzip2 archive"),
    (257, b"ustar", "a tar archive"),
    (60, b"BOOKMOBI", "a Kindle book"),
    (60, b"TEXtREAd", "a Palm book"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ", "a program"),
    (0, b"SQLite format 3\0", "a database"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"OTTO", "a font"),
    (0, b"\0\x01\0\0", "a font"),
    (0, b"AT&TFORM", "a DjVu document"),
];

/// How an older container of Microsoft begins: of `.doc`, and of documents with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What a file is; what can't be a manuscript is refused by saying what it is.
pub(crate) fn of(name: &str, bytes: &[u8]) -> Result<FileKind, ReadError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(FileKind::Zip);
    }
    if bytes.starts_with(COMPOUND) {
        let utf_16: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let is_encrypted = bytes[..bytes.len().min(1 << 20)]
            .windows(utf_16.len())
            .any(|at| at == utf_16);
        return Err(match is_encrypted {
            true => ReadError::Encrypted(name.to_owned()),
            false => no_manuscript(name, "an old Word document or another old Office file"),
        });
    }
    if let Some((_, what)) = other(bytes) {
        return Err(no_manuscript(name, what));
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let is_page = start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with("<?xml") && start.contains("<html"));
    Ok(match extension(name).as_str() {
        _ if is_page => FileKind::Html,
        "html" | "htm" | "xhtml" | "xht" => FileKind::Html,
        "md" | "markdown" | "mdown" | "mkd" => FileKind::Markdown,
        _ => FileKind::Txt,
    })
}

/// What another file begins like. Two letters may begin a text as well: then the rest has to be no text.
fn other(bytes: &[u8]) -> Option<(usize, &'static str)> {
    let is_text = !bytes[..bytes.len().min(512)].contains(&0);
    let fits = |(at, sign, _): &&(usize, &[u8], &str)| {
        let is_clear = sign.len() > 2 || !sign.is_ascii() || !is_text;
        let is_word = matches!(
            *sign,
            b"BZh"
                | b"ID3"
                | b"OTTO"
                | b"wOFF"
                | b"wOF2"
                | b"ustar"
                | b"WAVE"
                | b"WEBP"
                | b"AVI "
                | b"ftyp"
        );
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(sign))
            && is_clear
            && !(is_word && is_text)
    };
    OTHERS.iter().find(fits).map(|(at, _, what)| (*at, *what))
}

/// What an archive is.
pub(crate) fn of_archive(archive: &mut ZipReader<'_>, name: &str) -> Result<FileKind, ReadError> {
    let mimetype = match archive.has("mimetype") {
        true => archive.text("mimetype")?,
        false => String::new(),
    };
    let what = match mimetype.trim() {
        "application/epub+zip" => return Ok(FileKind::Epub),
        kind if kind.contains("opendocument.text") => "an OpenDocument text",
        kind if kind.contains("opendocument") => "an OpenDocument file",
        _ if archive.has("META-INF/container.xml") => return Ok(FileKind::Epub),
        _ if archive.has("[Content_Types].xml") => {
            if archive.has("word/document.xml") || docx_main(archive)?.is_some() {
                return Ok(FileKind::Docx);
            }
            match () {
                () if archive.has("xl/workbook.xml") => "a spreadsheet",
                () if archive.has("ppt/presentation.xml") => "a presentation",
                () => "an Office file",
            }
        }
        _ if archive.has("AndroidManifest.xml") => "an Android program",
        _ if archive.has("META-INF/MANIFEST.MF") => "a Java program",
        _ => return Ok(FileKind::Chapters),
    };
    Err(no_manuscript(name, what))
}

/// The main part of a document of a word processor, if the archive is one.
pub(crate) fn docx_main(archive: &mut ZipReader<'_>) -> Result<Option<String>, ReadError> {
    if !archive.has("_rels/.rels") {
        return Ok(None);
    }
    let relations = archive.text("_rels/.rels")?;
    let relations = crate::xml::relations(&relations, archive.name())?;
    let main = relations
        .into_iter()
        .find(|one| one.kind.ends_with("/officeDocument"));
    let part = main.map(|one| one.target.trim_start_matches('/').to_owned());
    Ok(part.filter(|part| part.starts_with("word/") || part.contains("document")))
}

fn no_manuscript(name: &str, what: &'static str) -> ReadError {
    ReadError::NotAManuscript {
        name: name.to_owned(),
        what,
    }
}

/// What stands behind the last full stop of a name, in small letters.
pub(crate) fn extension(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (_, extension) = name.rsplit_once('.').unwrap_or_default();
    extension.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_content() {
        for (bytes, what) in [
            (&b"\x89PNG\r\n\x1a\n"[..], "a PNG picture"),
            (b"%PDF-1.7", "a PDF"),
            (b"{\\rtf1 text", "an RTF document"),
            (b"\xff\xd8\xff\xe0", "a JPEG picture"),
            (b"MZ\x90\0\x03\0", "a program"),
        ] {
            let error = of("novel.docx", bytes).err().map(|error| error.to_string());
            assert!(error.is_some_and(|error| error.contains(what)), "{what}");
        }
        assert_eq!(of("a.txt", b"BMW was the first word."), Ok(FileKind::Txt));
        assert_eq!(
            of("a.txt", b"ID3 was a letter. BZh too."),
            Ok(FileKind::Txt)
        );
        assert_eq!(of("a.txt", b"<!DOCTYPE html><p>"), Ok(FileKind::Html));
        assert_eq!(of("a.MD", b"text"), Ok(FileKind::Markdown));
        assert_eq!(of("a.png", b"PK\x03\x04"), Ok(FileKind::Zip));
    }

    #[test]
    fn a_document_with_a_password_is_not_called_old() {
        let mut bytes = COMPOUND.to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(matches!(of("a.docx", &bytes), Err(ReadError::Encrypted(_))));
        assert!(matches!(
            of("a.doc", COMPOUND),
            Err(ReadError::NotAManuscript { .. })
        ));
    }
}
