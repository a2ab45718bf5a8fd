//! Notes of a page, and the marks that refer to them.

use super::page::PageState;
use super::pending_notes::NoteLink;
use crate::losses::tail;
use exchange::import::ImportLossKind;
use std::mem::take;

impl PageState<'_> {
    pub(super) fn begin_link(&mut self, href: &str) {
        self.end_link();
        if let Some((_, target)) = href.split_once('#') {
            self.link = Some(NoteLink {
                target: target.to_owned(),
                is_mark: false,
                style: self.style,
                text: String::new(),
            });
        }
    }

    /// Ends a link: a figure alone is the mark of a note and goes; anything else is text.
    pub(super) fn end_link(&mut self) {
        let Some(link) = self.link.take() else {
            return;
        };
        let bare = link
            .text
            .trim()
            .trim_matches(['[', ']', '(', ')', '^', '↩', '\u{fe0e}']);
        let is_figure = bare.len() <= 6
            && bare
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'));
        let is_short = link.text.chars().count() <= 12;
        if (is_figure || (link.is_mark && is_short)) && self.heading.is_none() {
            if self.note.2 == 0 && !bare.is_empty() {
                let place = (self.number(), tail(self.runs.last_text()).to_owned());
                self.notes.marks.insert(link.target, place);
            }
            return;
        }
        self.runs.push(link.style, &link.text);
    }

    pub(super) fn flush_into_note(&mut self) {
        let text = self.runs.take_marked();
        self.heading = None;
        if !text.trim().is_empty() {
            self.note.0.push_str(text.trim());
            self.note.0.push_str("\n\n");
        }
    }

    pub(super) fn end_note(&mut self) {
        let (text, id, _) = take(&mut self.note);
        let place = self.notes.marks.remove(&id);
        if text.is_empty() {
            return;
        }
        let (number, after) = place.unwrap_or_else(|| (self.number(), String::new()));
        self.page
            .content
            .losses
            .add_text(ImportLossKind::Footnote, number, &after, text);
    }
}
