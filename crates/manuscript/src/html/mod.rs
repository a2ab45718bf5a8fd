//! HTML, and the pages of electronic books: tags to headings, paragraphs and emphasis.
//!
//! The tokenizer follows the standard; a tree is not built. Open elements lie on a stack that an end tag takes
//! elements from, so a page is read in one pass however its tags are nested.

mod css;
mod elements;
mod notes;
mod page;
mod pending_notes;
mod skipped;
mod skipped_element;
mod text;

pub(crate) use css::StyleSheet;
pub(crate) use page::HtmlPage;

use crate::block::ManuscriptContent;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use pending_notes::PendingNotes;

/// The blocks of a page.
pub(crate) fn content(html: &str) -> ManuscriptContent {
    let mut notes = PendingNotes::default();
    let sheet = StyleSheet::default();
    read(html, false, sheet, &mut notes).0.content
}

/// Reads the pages of one book: they share style sheets and notes.
#[derive(Debug, Default)]
pub(crate) struct PageReader {
    notes: PendingNotes,
    sheet: StyleSheet,
}

impl PageReader {
    /// Pages with these styles.
    pub(crate) fn of(sheet: StyleSheet) -> Self {
        Self {
            notes: PendingNotes::default(),
            sheet,
        }
    }

    /// Reads a page of XHTML.
    pub(crate) fn page(&mut self, xhtml: &str) -> HtmlPage {
        let sheet = std::mem::take(&mut self.sheet);
        let (page, sheet) = read(xhtml, true, sheet, &mut self.notes);
        self.sheet = sheet;
        page
    }
}

fn read(
    html: &str,
    is_xml: bool,
    sheet: StyleSheet,
    notes: &mut PendingNotes,
) -> (HtmlPage, StyleSheet) {
    let mut emitter = DefaultEmitter::default();
    // In XML, `<title/>` is complete and a script is text.
    emitter.naively_switch_states(!is_xml);
    let mut reader = page::PageState::of(is_xml, sheet, notes);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let token = match token {
            Ok(token) => token,
            Err(never) => match never {},
        };
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finished()
}
