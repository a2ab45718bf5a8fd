//! Footnotes, endnotes and comments.

use crate::error::ReadError;
use crate::limits::MOST_LOSS_TEXT;
use crate::losses::cut;
use crate::xml::{XmlPiece, XmlReader};
use std::collections::HashMap;

/// The texts of notes and comments by their id.
#[derive(Debug, Default)]
pub(super) struct NoteTexts {
    /// Footnotes.
    pub footnotes: HashMap<String, String>,
    /// Endnotes.
    pub endnotes: HashMap<String, String>,
    /// Comments, each with the name of who wrote it.
    pub comments: HashMap<String, String>,
}

impl NoteTexts {
    /// Reads the parts with footnotes, endnotes and comments.
    pub(super) fn of(parts: &[String; 3], file: &str) -> Result<Self, ReadError> {
        Ok(Self {
            footnotes: texts(&parts[0], "footnote", file)?,
            endnotes: texts(&parts[1], "endnote", file)?,
            comments: texts(&parts[2], "comment", file)?,
        })
    }
}

fn texts(xml: &str, wanted: &str, file: &str) -> Result<HashMap<String, String>, ReadError> {
    let mut found = HashMap::new();
    let mut pieces = XmlReader::of(xml, file);
    let (mut id, mut text, mut in_text) = (String::new(), String::new(), false);
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) => match element.name().as_str() {
                name if name == wanted => {
                    id = element.value("id").unwrap_or_default();
                    let author = element.value("author").filter(|author| !author.is_empty());
                    text = author
                        .map(|author| format!("{author}: "))
                        .unwrap_or_default();
                }
                "t" => in_text = !element.is_empty,
                "tab" | "br" => text.push(' '),
                _ => {}
            },
            XmlPiece::End(name) => match name.as_str() {
                "t" => in_text = false,
                "p" => text.push('\n'),
                name if name == wanted => {
                    let short = cut(text.trim(), MOST_LOSS_TEXT).to_owned();
                    found.insert(std::mem::take(&mut id), short);
                    text.clear();
                }
                _ => {}
            },
            XmlPiece::Text(piece) if in_text => text.push_str(&piece),
            XmlPiece::Text(_) => {}
        }
    }
    Ok(found)
}
