//! Text of a page: white space, lines, and what is no text of the manuscript.

use super::page::PageState;
use crate::limits::MOST_LOSS_TEXT;

impl PageState<'_> {
    pub(super) fn text(&mut self, text: &str) {
        if let Some(skipped) = &mut self.skipped {
            if skipped.is_styles || skipped.text.len() < MOST_LOSS_TEXT {
                skipped.text.push_str(text);
            }
            return;
        }
        if self.in_title {
            self.title.push_str(text);
            return;
        }
        if self.pre > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.line_break();
                }
                self.push(line.trim_end_matches('\r'));
            }
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(is_space).unwrap_or(rest.len());
            self.push(&rest[..end]);
            let space = &rest[end..];
            let after = space.trim_start_matches(is_space);
            if after.len() < space.len() {
                self.space(space[..space.len() - after.len()].contains('\n'));
            }
            rest = after;
        }
    }

    /// One space for any run of them; between two lines in Chinese or Japanese none.
    pub(super) fn space(&mut self, is_line_end: bool) {
        let (ends_blank, gap) = match &self.link {
            Some(link) if !link.text.is_empty() => (
                link.text.ends_with(is_space),
                text::prose::gap_after(&link.text),
            ),
            _ => (
                self.runs.ends_blank(),
                text::prose::gap_after(self.runs.last_text()),
            ),
        };
        if !ends_blank {
            self.push(if is_line_end { gap } else { " " });
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        match &mut self.link {
            Some(link) => link.text.push_str(text),
            None => self.runs.push(self.style, text),
        }
    }

    /// One is a line, two end a paragraph.
    pub(super) fn line_break(&mut self) {
        self.end_link();
        let last = self.runs.last_text().trim_end_matches([' ', '\t']);
        match last.ends_with('\n') && self.heading.is_none() {
            true => self.flush(),
            false => self.runs.push(self.style, "\n"),
        }
    }
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
