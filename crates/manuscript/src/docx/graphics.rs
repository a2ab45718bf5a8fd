//! Pictures, drawings and boxes with text.

use super::body::DocumentBody;
use crate::error::ReadError;
use crate::xml::{XmlPiece, XmlReader};
use exchange::import::ImportLossKind;
use std::mem::{replace, take};

impl DocumentBody<'_> {
    /// A picture is listed with its description. The text of a box stands behind the paragraph that it is beside.
    pub(super) fn graphic(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        let (mut depth, mut description, mut has_box) = (0_usize, String::new(), false);
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) => {
                    let name = element.name();
                    if name == "docPr" || name == "shape" {
                        let told = ["descr", "alt", "title"]
                            .iter()
                            .find_map(|name| element.value(name));
                        description = told.unwrap_or(description);
                    }
                    if element.is_empty {
                        continue;
                    }
                    match name.as_str() {
                        "txbxContent" => {
                            has_box = true;
                            self.text_box(pieces)?;
                        }
                        // The same drawing for older programs.
                        "Fallback" => pieces.skip()?,
                        _ => depth += 1,
                    }
                }
                XmlPiece::End(_) if depth == 0 => break,
                XmlPiece::End(_) => depth -= 1,
                XmlPiece::Text(_) => {}
            }
        }
        if !has_box {
            self.lose(ImportLossKind::Picture, description);
        }
        Ok(())
    }

    fn text_box(&mut self, pieces: &mut XmlReader<'_>) -> Result<(), ReadError> {
        self.lose(ImportLossKind::TextBox, String::new());
        let blocks = take(&mut self.content.blocks);
        let (paragraph, runs) = (take(&mut self.paragraph), take(&mut self.runs));
        let (fields, boxed) = (take(&mut self.fields), take(&mut self.boxed));
        let result = self.blocks(pieces);
        let within = replace(&mut self.content.blocks, blocks);
        (self.paragraph, self.runs) = (paragraph, runs);
        (self.fields, self.boxed) = (fields, boxed);
        self.boxed.extend(within);
        result
    }
}
