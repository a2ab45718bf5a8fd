//! The table of contents of a book, in either form.

use super::package::{Package, resolved};
use crate::archive::ZipReader;
use crate::error::ReadError;
use crate::xml::{XmlPiece, XmlReader};
use std::collections::HashMap;

/// The most entries that are read.
const MOST: usize = 5_000;

/// An entry: a title, and where it points to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TocEntry {
    /// How deep it is, from 1.
    pub level: u8,
    /// The title.
    pub title: String,
    /// The file.
    pub path: String,
    /// The element in it; empty for its beginning.
    pub fragment: String,
}

/// The entries, and which of them point to a file.
#[derive(Debug, Default)]
pub(super) struct Toc {
    entries: Vec<TocEntry>,
    by_path: HashMap<String, Vec<usize>>,
}

impl Toc {
    fn of(entries: Vec<TocEntry>) -> Self {
        let mut by_path: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            by_path.entry(entry.path.clone()).or_default().push(at);
        }
        Self { entries, by_path }
    }

    /// The entries that point to a file, in order.
    pub(super) fn of_file(&self, path: &str) -> impl Iterator<Item = &TocEntry> {
        let found = self
            .by_path
            .get(path)
            .map(Vec::as_slice)
            .unwrap_or_default();
        found.iter().map(|at| &self.entries[*at])
    }
}

/// Reads it. A damaged one is none: headings of the pages are left.
pub(super) fn read(archive: &mut ZipReader<'_>, package: &Package) -> Toc {
    let Some((path, is_older)) = &package.toc else {
        return Toc::default();
    };
    let Ok(Some(text)) = archive.text_if_there(path) else {
        return Toc::default();
    };
    let read = match is_older {
        true => read_ncx(&text, path),
        false => read_nav(&text, path),
    };
    let mut entries = read.unwrap_or_default();
    entries.retain(|entry| !entry.title.is_empty());
    // Two entries for one place: the first is the higher one.
    entries.dedup_by(|one, before| {
        one.path == before.path && one.fragment == before.fragment && one.title == before.title
    });
    Toc::of(entries)
}

fn entry(level: usize, title: &str, base: &str, reference: &str) -> TocEntry {
    let words: Vec<&str> = title.split_whitespace().collect();
    let fragment = reference
        .split_once('#')
        .map_or("", |(_, fragment)| fragment);
    TocEntry {
        level: level.clamp(1, 3) as u8,
        title: words.join(" "),
        path: resolved(base, reference),
        fragment: fragment.to_owned(),
    }
}

/// `<nav epub:type="toc">` with nested lists.
fn read_nav(text: &str, base: &str) -> Result<Vec<TocEntry>, ReadError> {
    let mut entries = Vec::new();
    let mut pieces = XmlReader::of(text, base);
    let (mut is_toc, mut level) = (false, 0_usize);
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) if element.is_empty => {}
            XmlPiece::Start(element) => match element.name().as_str() {
                "nav" => {
                    let kind = element
                        .value("type")
                        .or_else(|| element.value("role"))
                        .unwrap_or_default();
                    is_toc = kind.is_empty() || kind.contains("toc");
                }
                "ol" => level += 1,
                "a" if is_toc && entries.len() < MOST => {
                    let reference = element.value("href").unwrap_or_default();
                    let title = pieces.text_within()?;
                    entries.push(entry(level, &title, base, &reference));
                }
                _ => {}
            },
            XmlPiece::End(name) => match name.as_str() {
                "nav" => is_toc = false,
                "ol" => level = level.saturating_sub(1),
                _ => {}
            },
            XmlPiece::Text(_) => {}
        }
    }
    Ok(entries)
}

/// `toc.ncx` with nested points.
fn read_ncx(text: &str, base: &str) -> Result<Vec<TocEntry>, ReadError> {
    let mut entries = Vec::new();
    let mut pieces = XmlReader::of(text, base);
    let (mut level, mut title) = (0_usize, String::new());
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) => match element.name().as_str() {
                "navPoint" if !element.is_empty => level += 1,
                "pageList" | "navList" if !element.is_empty => pieces.skip()?,
                "text" if level > 0 && !element.is_empty => title = pieces.text_within()?,
                "content" if level > 0 && entries.len() < MOST => {
                    let reference = element.value("src").unwrap_or_default();
                    entries.push(entry(level, &title, base, &reference));
                }
                _ => {}
            },
            XmlPiece::End(name) if name == "navPoint" => level = level.saturating_sub(1),
            _ => {}
        }
    }
    Ok(entries)
}
