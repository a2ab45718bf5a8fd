//! Small helpers over `quick_xml`: names without their prefix, values of attributes, text with its entities.

use crate::error::ReadError;
use crate::limits::MOST_DEPTH;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// An element with its attributes, an end, or text; nothing else of XML matters to a manuscript.
#[derive(Debug)]
pub(crate) enum XmlPiece<'x> {
    /// An element begins; an empty one ends at once.
    Start(XmlElement<'x>),
    /// The element with this name ends.
    End(String),
    /// Text.
    Text(String),
}

/// The start of an element.
#[derive(Debug)]
pub(crate) struct XmlElement<'x> {
    start: BytesStart<'x>,
    /// Whether it has no content, and so no end.
    pub is_empty: bool,
}

impl XmlElement<'_> {
    /// Its name without a prefix.
    pub(crate) fn name(&self) -> String {
        self.start.local_name().as_ref().to_owned()
    }

    /// The value of the attribute with this name, whatever its prefix.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        let found = attributes
            .flatten()
            .find(|one| one.key.local_name().as_ref() == name)?;
        let value = quick_xml::escape::unescape(&found.value);
        Some(value.map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
    }
}

/// Reads XML piece by piece, and refuses what is nested too deeply.
pub(crate) struct XmlReader<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    file: &'x str,
}

impl<'x> XmlReader<'x> {
    /// The pieces of a document; the file's name stands in errors.
    pub(crate) fn of(text: &'x str, file: &'x str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            depth: 0,
            file,
        }
    }

    /// The next piece; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<XmlPiece<'x>>, ReadError> {
        loop {
            let event = self
                .reader
                .read_event()
                .map_err(|error| self.damaged(&error.to_string()))?;
            let piece = match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MOST_DEPTH {
                        return Err(self.damaged("its elements are nested too deeply"));
                    }
                    XmlPiece::Start(XmlElement {
                        start,
                        is_empty: false,
                    })
                }
                Event::Empty(start) => XmlPiece::Start(XmlElement {
                    start,
                    is_empty: true,
                }),
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    XmlPiece::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => XmlPiece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => XmlPiece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => XmlPiece::Text(resolved(&reference)),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// Passes over all that is within the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        self.text_within().map(drop)
    }

    /// All text within the element that has just begun.
    pub(crate) fn text_within(&mut self) -> Result<String, ReadError> {
        let until = self.depth;
        let mut text = String::new();
        while self.depth >= until {
            match self.next()? {
                Some(XmlPiece::Text(piece)) => text.push_str(&piece),
                Some(_) => {}
                None => break,
            }
        }
        Ok(text)
    }

    fn damaged(&self, why: &str) -> ReadError {
        ReadError::Damaged {
            name: self.file.to_owned(),
            why: why.to_owned(),
        }
    }
}

/// What `&amp;` and `&#8212;` stand for; what is unknown stays as it is written.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.xml10_content();
    match name.as_ref() {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => "\u{a0}".to_owned(),
        name => format!("&{name};"),
    }
}

/// A relation of an Office document: what is where.
#[derive(Debug)]
pub(crate) struct PartRelation {
    /// What it is, as an address.
    pub kind: String,
    /// Where it is.
    pub target: String,
}

/// The relations in a `.rels` file.
pub(crate) fn relations(text: &str, file: &str) -> Result<Vec<PartRelation>, ReadError> {
    let mut pieces = XmlReader::of(text, file);
    let mut found = Vec::new();
    while let Some(piece) = pieces.next()? {
        if let XmlPiece::Start(element) = piece
            && element.name() == "Relationship"
        {
            found.push(PartRelation {
                kind: element.value("Type").unwrap_or_default(),
                target: element.value("Target").unwrap_or_default(),
            });
        }
    }
    Ok(found)
}
