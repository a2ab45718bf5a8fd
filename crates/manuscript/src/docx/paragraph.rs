//! What is within a paragraph: runs of text, fields, tracked changes, notes.

use super::body::{DocumentBody, WordField};
use super::styles::RunStyle;
use crate::emphasis::Style;
use crate::error::ReadError;
use crate::xml::{XmlElement, XmlPiece, XmlReader};
use exchange::import::ImportLossKind;

impl DocumentBody<'_> {
    /// All that is within the element that has just begun.
    pub(super) fn inline(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) => self.inline_element(&element, pieces)?,
                XmlPiece::End(_) => return Ok(()),
                XmlPiece::Text(_) => {}
            }
        }
        Ok(())
    }

    fn inline_element(
        &mut self,
        element: &XmlElement<'_>,
        pieces: &mut XmlReader<'_>,
    ) -> Result<(), ReadError> {
        if element.is_empty {
            return Ok(());
        }
        match element.name().as_str() {
            "pPr" => self.paragraph_properties(pieces),
            "r" => self.run(pieces),
            "del" | "moveFrom" => self.deletion(pieces),
            "oMath" | "oMathPara" => {
                self.lose(ImportLossKind::Formula, String::new());
                let text = pieces.text_within()?;
                self.push(Style::default(), &text);
                Ok(())
            }
            "fldSimple" => {
                let instruction = element.value("instr").unwrap_or_default();
                self.fields.push(WordField {
                    instruction,
                    shows: true,
                });
                self.inline(pieces)?;
                self.fields.pop();
                Ok(())
            }
            "AlternateContent" => self.alternate(pieces, Self::inline),
            "drawing" | "pict" | "object" => self.graphic(pieces),
            name if name.ends_with("Pr") => pieces.skip(),
            _ => self.inline(pieces),
        }
    }

    fn paragraph_properties(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        let mut depth = 0_usize;
        let (mut in_run, mut in_section, mut is_continuous) = (false, false, false);
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) => {
                    depth += usize::from(!element.is_empty);
                    let value = || element.value("val").unwrap_or_default();
                    match element.name().as_str() {
                        "pStyle" => self.paragraph.style = self.styles.paragraph(&value()),
                        "outlineLvl" => {
                            let level = value().parse::<u8>().ok();
                            self.paragraph.style.heading =
                                level.filter(|level| *level < 9).map(|level| level + 1);
                        }
                        "pageBreakBefore" => {
                            self.paragraph.breaks_before =
                                !matches!(value().as_str(), "0" | "false");
                        }
                        "numPr" => {
                            self.paragraph.is_listed = true;
                            self.paragraph.style.is_numbered = true;
                        }
                        // Number 0 takes a style's numbering away.
                        "numId" if value() == "0" => {
                            self.paragraph.is_listed = false;
                            self.paragraph.style.is_numbered = false;
                        }
                        "rPr" => in_run = !element.is_empty,
                        "del" if in_run => self.paragraph.joins_next = true,
                        "sectPr" => in_section = true,
                        "type" if in_section => is_continuous = value() == "continuous",
                        // Properties as they were before a tracked change.
                        "pPrChange" | "rPrChange" if !element.is_empty => {
                            pieces.skip()?;
                            depth -= 1;
                        }
                        _ => {}
                    }
                }
                XmlPiece::End(_) if depth == 0 => break,
                XmlPiece::End(name) => {
                    depth -= 1;
                    in_run &= name != "rPr";
                }
                XmlPiece::Text(_) => {}
            }
        }
        self.paragraph.breaks_after |= in_section && !is_continuous;
        Ok(())
    }

    fn run(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        let mut look = self
            .styles
            .look(&self.paragraph.style, "", RunStyle::default());
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) if element.name() == "rPr" && !element.is_empty => {
                    let (style, own) = run_properties(pieces)?;
                    look = self.styles.look(&self.paragraph.style, &style, own);
                }
                XmlPiece::Start(element) => self.run_element(&element, look, pieces)?,
                XmlPiece::End(_) => return Ok(()),
                XmlPiece::Text(_) => {}
            }
        }
        Ok(())
    }

    fn run_element(
        &mut self,
        element: &XmlElement<'_>,
        (style, hidden): (Style, bool),
        pieces: &mut XmlReader<'_>,
    ) -> Result<(), ReadError> {
        let value = |name: &str| element.value(name).unwrap_or_default();
        match element.name().as_str() {
            "t" if !element.is_empty => {
                let text = pieces.text_within()?;
                match hidden && !text.trim().is_empty() {
                    true => self.lose(ImportLossKind::HiddenText, text),
                    false => self.push(style, &text),
                }
                return Ok(());
            }
            // An indent at the beginning is no text.
            "tab" | "ptab" if !self.runs.is_blank() => self.push(style, "\t"),
            "br" => self.line_break(&value("type"), style),
            "cr" => self.push(style, "\n"),
            "noBreakHyphen" => self.push(style, "\u{2011}"),
            "sym" => self.symbol(&value("char"), style),
            "footnoteReference" => {
                let text = self
                    .notes
                    .footnotes
                    .get(&value("id"))
                    .cloned()
                    .unwrap_or_default();
                self.lose(ImportLossKind::Footnote, text);
            }
            "endnoteReference" => {
                let text = self
                    .notes
                    .endnotes
                    .get(&value("id"))
                    .cloned()
                    .unwrap_or_default();
                self.lose(ImportLossKind::Endnote, text);
            }
            "commentReference" => {
                let text = self
                    .notes
                    .comments
                    .get(&value("id"))
                    .cloned()
                    .unwrap_or_default();
                self.lose(ImportLossKind::Comment, text);
            }
            "fldChar" => self.field(&value("fldCharType")),
            "instrText" if !element.is_empty => {
                let text = pieces.text_within()?;
                if let Some(field) = self.fields.last_mut().filter(|field| !field.shows) {
                    field.instruction.push_str(&text);
                }
                return Ok(());
            }
            "drawing" | "pict" | "object" if !element.is_empty => return self.graphic(pieces),
            "AlternateContent" if !element.is_empty => return self.alternate(pieces, Self::inline),
            "ruby" if !element.is_empty => return self.ruby(pieces),
            _ => {}
        }
        match element.is_empty {
            true => Ok(()),
            false => pieces.skip(),
        }
    }

    /// Adds text, unless it is what a field shows that is no text of the author.
    pub(super) fn push(&mut self, style: Style, text: &str) {
        let is_shown = self
            .fields
            .iter()
            .all(|field| field.shows && !field.is_apparatus());
        if is_shown {
            self.runs.push(style, text);
        }
    }

    fn line_break(&mut self, kind: &str, style: Style) {
        match kind {
            "page" if self.runs.is_blank() => self.paragraph.breaks_before = true,
            "page" => self.paragraph.breaks_after = true,
            _ => self.push(style, "\n"),
        }
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(WordField::default()),
            "separate" => {
                let Some(field) = self.fields.last_mut() else {
                    return;
                };
                field.shows = true;
                if field.instruction.trim_start().starts_with("TOC") {
                    self.lose(ImportLossKind::Contents, String::new());
                }
            }
            "end" => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// A character of a font of symbols: Unicode knows it, or nobody does.
    fn symbol(&mut self, code: &str, style: Style) {
        let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        match c.filter(|c| !matches!(c, '\u{e000}'..='\u{f8ff}')) {
            Some(c) => self.push(style, c.encode_utf8(&mut [0; 4])),
            None => self.lose(ImportLossKind::Symbol, code.to_owned()),
        }
    }

    /// Characters with small ones above that say how they are read: those stay out.
    fn ruby(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        let number = self.count;
        self.content
            .losses
            .add_once(ImportLossKind::Ruby, number, self.runs.last_text());
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) if element.is_empty => {}
                XmlPiece::Start(element) if element.name() == "rubyBase" => self.inline(pieces)?,
                XmlPiece::Start(_) => pieces.skip()?,
                XmlPiece::End(_) => return Ok(()),
                XmlPiece::Text(_) => {}
            }
        }
        Ok(())
    }
}

/// The name of a run's style, and what the run says itself.
fn run_properties(pieces: &mut XmlReader<'_>) -> Result<(String, RunStyle), ReadError> {
    let (mut style, mut look, mut depth) = (String::new(), RunStyle::default(), 0_usize);
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) => {
                let name = element.name();
                // As it was before a tracked change.
                if name == "rPrChange" && !element.is_empty {
                    pieces.skip()?;
                    continue;
                }
                depth += usize::from(!element.is_empty);
                match name == "rStyle" {
                    true => style = element.value("val").unwrap_or_default(),
                    false => look.note(&element),
                }
            }
            XmlPiece::End(_) if depth == 0 => break,
            XmlPiece::End(_) => depth -= 1,
            XmlPiece::Text(_) => {}
        }
    }
    Ok((style, look))
}
