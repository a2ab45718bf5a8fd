//! The package of a book: its title, its files and their order.

use crate::archive::ZipReader;
use crate::error::ReadError;
use crate::xml::{XmlElement, XmlPiece, XmlReader};
use std::collections::{HashMap, HashSet};

/// A file of the book in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct SpineItem {
    /// Where it is in the archive.
    pub path: String,
    /// What it is.
    pub media_type: String,
    /// Whether it is the table of contents.
    pub is_nav: bool,
    /// Whether it is beside the text.
    pub is_aside: bool,
}

/// What the package says.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub title: String,
    pub author: String,
    pub language: String,
    pub spine: Vec<SpineItem>,
    /// Where the table of contents is, and whether it is the older kind.
    pub toc: Option<(String, bool)>,
    /// What older books say about their pages: `cover`, `toc`.
    pub guide: HashMap<String, String>,
    items: HashMap<String, SpineItem>,
    order: Vec<String>,
}

impl Package {
    /// Finds and reads it.
    pub(super) fn read(archive: &mut ZipReader<'_>) -> Result<Self, ReadError> {
        let container = archive.text("META-INF/container.xml")?;
        let name = archive.name();
        let mut pieces = XmlReader::of(&container, name);
        let mut path = None;
        while let Some(piece) = pieces.next()? {
            if let XmlPiece::Start(element) = piece
                && element.name() == "rootfile"
            {
                let named = element.value("full-path").filter(|path| archive.has(path));
                path = path.or(named);
            }
        }
        let path = path.ok_or_else(|| ReadError::Damaged {
            name: name.to_owned(),
            why: "it does not say where its package is".to_owned(),
        })?;
        let text = archive.text(&path)?;
        let mut package = Self::default();
        let mut ids = (Vec::new(), None);
        let mut pieces = XmlReader::of(&text, name);
        while let Some(piece) = pieces.next()? {
            if let XmlPiece::Start(element) = piece {
                package.note(&element, &mut pieces, &path, &mut ids)?;
            }
        }
        package.arrange(ids);
        Ok(package)
    }

    fn note(
        &mut self,
        element: &XmlElement<'_>,
        pieces: &mut XmlReader<'_>,
        package: &str,
        (ids, ncx): &mut (Vec<(String, bool)>, Option<String>),
    ) -> Result<(), ReadError> {
        let value = |name: &str| element.value(name).unwrap_or_default();
        match element.name().as_str() {
            "title" if self.title.is_empty() && !element.is_empty => self.title = line(pieces)?,
            "creator" if self.author.is_empty() && !element.is_empty => self.author = line(pieces)?,
            "language" if self.language.is_empty() && !element.is_empty => {
                self.language = line(pieces)?;
            }
            "item" => {
                let properties = value("properties");
                let item = SpineItem {
                    path: resolved(package, &value("href")),
                    media_type: value("media-type"),
                    is_nav: properties
                        .split_whitespace()
                        .any(|property| property == "nav"),
                    is_aside: false,
                };
                self.order.push(value("id"));
                self.items.insert(value("id"), item);
            }
            "spine" => *ncx = element.value("toc"),
            "itemref" => ids.push((value("idref"), value("linear") == "no")),
            "reference" => {
                let path = resolved(package, &value("href"));
                self.guide.insert(path, value("type"));
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts the files in order, and looks for the table of contents.
    fn arrange(&mut self, (ids, ncx): (Vec<(String, bool)>, Option<String>)) {
        // A file that is named twice is read once.
        let mut known = HashSet::new();
        for (id, is_aside) in ids {
            if let Some(item) = self.items.get(&id)
                && known.insert(item.path.clone())
            {
                self.spine.push(SpineItem {
                    is_aside,
                    ..item.clone()
                });
            }
        }
        let nav = self.items.values().find(|item| item.is_nav);
        let older = ncx.and_then(|id| self.items.get(&id));
        let older = older.or_else(|| {
            self.items
                .values()
                .find(|item| item.media_type.contains("dtbncx"))
        });
        self.toc = match (nav, older) {
            (Some(nav), _) => Some((nav.path.clone(), false)),
            (None, older) => older.map(|item| (item.path.clone(), true)),
        };
    }

    /// Where style sheets are.
    pub(super) fn style_sheets(&self) -> impl Iterator<Item = &str> {
        let items = self.order.iter().filter_map(|id| self.items.get(id));
        items
            .filter(|item| item.media_type == "text/css")
            .map(|item| item.path.as_str())
    }
}

/// The text of an element, in one line.
fn line(pieces: &mut XmlReader<'_>) -> Result<String, ReadError> {
    let text = pieces.text_within()?;
    let words: Vec<&str> = text.split_whitespace().collect();
    Ok(words.join(" "))
}

/// A path in the archive out of a reference in one of its files; without a fragment.
pub(super) fn resolved(base: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or_default();
    let reference = percent_decoded(reference);
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    if reference.is_empty() {
        return base.to_owned();
    }
    if reference.starts_with('/') {
        parts.clear();
    }
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
