//! The body of a document: paragraphs, tables and what lies around them.

use super::notes::NoteTexts;
use super::open_paragraph::OpenParagraph;
use super::styles::Styles;
use crate::block::{BlockKind, ManuscriptContent, TextBlock};
use crate::emphasis::Runs;
use crate::error::ReadError;
use crate::losses::tail;
use crate::xml::{XmlElement, XmlPiece, XmlReader};
use exchange::import::{ImportLossKind, PlaceUnit};
use std::mem::take;

/// What is read of a document so far.
pub(super) struct DocumentBody<'d> {
    pub styles: &'d Styles,
    pub notes: NoteTexts,
    pub content: ManuscriptContent,
    /// The paragraph that is read now.
    pub paragraph: OpenParagraph,
    pub runs: Runs,
    /// Fields that are open, the outermost first.
    pub fields: Vec<WordField>,
    /// The text of boxes beside the paragraph that is read now.
    pub boxed: Vec<TextBlock>,
    /// How many paragraphs were read.
    pub count: usize,
    /// How many headings a document has numbered that have no text.
    numbered: usize,
}

/// A field: an instruction, and what it showed last.
#[derive(Debug, Default)]
pub(super) struct WordField {
    pub instruction: String,
    pub shows: bool,
}

impl WordField {
    /// Whether what it shows is no text of the author.
    pub(super) fn is_apparatus(&self) -> bool {
        let first = self
            .instruction
            .split_whitespace()
            .next()
            .unwrap_or_default();
        matches!(
            first,
            "TOC" | "INDEX" | "PAGE" | "NUMPAGES" | "TOA" | "BIBLIOGRAPHY"
        )
    }
}

impl<'d> DocumentBody<'d> {
    pub(super) fn of(styles: &'d Styles, notes: NoteTexts) -> Self {
        Self {
            styles,
            notes,
            content: ManuscriptContent::by(PlaceUnit::Paragraph),
            paragraph: OpenParagraph::default(),
            runs: Runs::default(),
            fields: Vec::new(),
            boxed: Vec::new(),
            count: 0,
            numbered: 0,
        }
    }

    /// Reads `document.xml`.
    pub(super) fn read(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        while let Some(piece) = pieces.next()? {
            if let XmlPiece::Start(element) = piece {
                self.block(&element, pieces)?;
            }
        }
        Ok(())
    }

    pub(super) fn finished(mut self) -> ManuscriptContent {
        // A paragraph whose end was deleted may be the last one.
        self.end_paragraph();
        self.content
    }

    pub(super) fn lose(&mut self, kind: ImportLossKind, text: String) {
        let after = match self.runs.is_blank() {
            true => self.content.last_words(),
            false => tail(self.runs.last_text()).to_owned(),
        };
        let number = self.count.max(1);
        self.content.losses.add_text(kind, number, &after, text);
    }

    /// All blocks within the element that has just begun.
    pub(super) fn blocks(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) => self.block(&element, pieces)?,
                XmlPiece::End(_) => return Ok(()),
                XmlPiece::Text(_) => {}
            }
        }
        Ok(())
    }

    fn block(
        &mut self,
        element: &XmlElement<'_>,
        pieces: &mut XmlReader<'_>,
    ) -> Result<(), ReadError> {
        let name = element.name();
        if element.is_empty {
            if name == "p" {
                self.count += 1;
            }
            return Ok(());
        }
        match name.as_str() {
            "p" => self.read_paragraph(pieces),
            "tbl" => {
                self.lose(ImportLossKind::Table, String::new());
                self.blocks(pieces)
            }
            "del" | "moveFrom" => self.deletion(pieces),
            "sdt" => self.content_control(pieces),
            "AlternateContent" => self.alternate(pieces, Self::blocks),
            name if name.ends_with("Pr") => pieces.skip(),
            _ => self.blocks(pieces),
        }
    }

    fn read_paragraph(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        self.count += 1;
        // The end of the paragraph before was deleted: this one goes on in it.
        if !take(&mut self.paragraph.joins_next) {
            self.paragraph = OpenParagraph {
                style: self.styles.paragraph(""),
                ..OpenParagraph::default()
            };
        }
        self.inline(pieces)?;
        if !self.paragraph.joins_next {
            self.end_paragraph();
        }
        Ok(())
    }

    fn end_paragraph(&mut self) {
        let paragraph = take(&mut self.paragraph);
        let number = self.count;
        if paragraph.breaks_before || paragraph.style.breaks_page {
            self.content.push(BlockKind::PageBreak, "", number);
        }
        if paragraph.style.is_contents {
            let text = self.runs.take_plain();
            if !text.trim().is_empty() {
                self.content
                    .losses
                    .add_once(ImportLossKind::Contents, number, "");
            }
        } else if paragraph.style.is_title {
            let text = self.runs.take_plain();
            self.content.push(BlockKind::BookTitle, &text, number);
        } else if let Some(level) = paragraph.style.heading {
            let mut text = self.runs.take_plain();
            // A heading may be nothing but the number that its style gives it.
            if text.trim().is_empty() && paragraph.style.is_numbered {
                self.numbered += 1;
                text = self.numbered.to_string();
            }
            self.content
                .push(BlockKind::Heading(level.min(6)), &text, number);
        } else {
            if paragraph.is_listed && !self.runs.is_blank() {
                let after = self.content.last_words();
                self.content
                    .losses
                    .add_once(ImportLossKind::List, number, &after);
            }
            let text = self.runs.take_marked();
            for text in text.split("\n\n") {
                self.content.paragraph(text, number);
            }
        }
        self.runs = Runs::default();
        self.content.blocks.append(&mut self.boxed);
        if paragraph.breaks_after {
            self.content.push(BlockKind::PageBreak, "", number);
        }
    }

    /// A passage that was deleted while changes were tracked.
    pub(super) fn deletion(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        let text = pieces.text_within()?;
        if !text.trim().is_empty() {
            self.lose(ImportLossKind::Deletion, text);
        }
        Ok(())
    }

    /// A content control: its text counts, unless it is a table of contents.
    fn content_control(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        let mut is_contents = false;
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) if element.is_empty => {}
                XmlPiece::Start(element) => match element.name().as_str() {
                    "sdtPr" => is_contents = is_table_of_contents(pieces)?,
                    "sdtContent" if is_contents => {
                        let text = pieces.text_within()?;
                        self.lose(ImportLossKind::Contents, text);
                    }
                    "sdtContent" => self.blocks(pieces)?,
                    _ => pieces.skip()?,
                },
                XmlPiece::End(_) => return Ok(()),
                XmlPiece::Text(_) => {}
            }
        }
        Ok(())
    }

    /// The same content in several forms: the first one is read.
    pub(super) fn alternate(
        &mut self,
        pieces: &mut XmlReader<'_>,
        read: fn(&mut Self, &mut XmlReader<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut is_read = false;
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) if element.is_empty => {}
                XmlPiece::Start(_) if is_read => pieces.skip()?,
                XmlPiece::Start(_) => {
                    is_read = true;
                    read(self, pieces)?;
                }
                XmlPiece::End(_) => return Ok(()),
                XmlPiece::Text(_) => {}
            }
        }
        Ok(())
    }
}

/// Whether the properties of a content control say that it is a table of contents.
fn is_table_of_contents(pieces: &mut XmlReader<'_>) -> Result<bool, ReadError> {
    let (mut is, mut depth) = (false, 0_usize);
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) => {
                let gallery = element.name() == "docPartGallery";
                is |= gallery
                    && element
                        .value("val")
                        .is_some_and(|value| value.contains("Contents"));
                depth += usize::from(!element.is_empty);
            }
            XmlPiece::End(_) if depth == 0 => break,
            XmlPiece::End(_) => depth -= 1,
            XmlPiece::Text(_) => {}
        }
    }
    Ok(is)
}
