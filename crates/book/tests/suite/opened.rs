//! What is in a file that was exported.

use book::{Book, ExportedFile, export};
use exchange::export::{ExportFormat, ExportOptions};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

/// A file with all the rest as it is by default.
pub(crate) fn exported(book: &Book, format: ExportFormat) -> ExportedFile {
    let options = ExportOptions {
        format,
        ..ExportOptions::default()
    };
    export(book, &options).unwrap()
}

/// What a book can be exported as. JSON is a whole story, and no book.
pub(crate) fn formats() -> impl Iterator<Item = &'static ExportFormat> {
    let formats = ExportFormat::ALL.iter();
    formats.filter(|format| **format != ExportFormat::Json)
}

/// A file of text.
pub(crate) fn text(book: &Book, options: &ExportOptions) -> String {
    String::from_utf8(export(book, options).unwrap().bytes).unwrap()
}

/// The files of a zip file, in order: name, content, and whether it is compressed.
pub(crate) fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>, bool)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let is_stored = file.compression() == zip::CompressionMethod::Stored;
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.push((name, content, !is_stored));
    }
    files
}

/// Reads a document to its end: it is well-formed, and no two elements have one id. Returns its text.
pub(crate) fn well_formed(name: &str, content: &[u8]) -> String {
    let content = std::str::from_utf8(content).unwrap_or_else(|_| panic!("{name} is not UTF-8"));
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(
        content.chars().all(allowed),
        "{name} has a character that XML forbids"
    );
    let mut reader = Reader::from_str(content);
    reader.config_mut().check_end_names = true;
    let mut ids = BTreeSet::new();
    let mut depth = 0_usize;
    let mut text = String::new();
    loop {
        match reader
            .read_event()
            .unwrap_or_else(|error| panic!("{name}: {error}"))
        {
            Event::Start(element) | Event::Empty(element)
                if element.attributes().any(|a| a.is_err()) =>
            {
                panic!("{name}: an attribute is malformed");
            }
            Event::Start(element) => {
                depth += 1;
                id(name, &element, &mut ids);
            }
            Event::Empty(element) => id(name, &element, &mut ids),
            Event::End(_) => depth -= 1,
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => text.push_str(&format!("&{};", &*name)),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name} ends within an element");
    text
}

fn id(name: &str, element: &quick_xml::events::BytesStart<'_>, ids: &mut BTreeSet<String>) {
    for attribute in element.attributes().flatten() {
        if attribute.key.as_ref() == "id" {
            let id = attribute.value.into_owned();
            assert!(
                ids.insert(id.clone()),
                "{name}: two elements with the id {id}"
            );
        }
    }
}
