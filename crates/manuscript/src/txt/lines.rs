//! The lines of a text file, and the groups of them between blank lines.

/// One line.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLine<'t> {
    /// Its text without white space at its end.
    pub text: &'t str,
    /// Its number, from 1.
    pub number: usize,
    /// How many columns it is indented.
    pub indent: usize,
    /// Its length without the indent, in characters.
    pub length: usize,
}

impl<'t> TextLine<'t> {
    fn of(text: &'t str, number: usize) -> Self {
        let text = text.trim_end();
        let inner = text.trim_start();
        let lead = &text[..text.len() - inner.len()];
        let width = |c: char| match c {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        };
        Self {
            text,
            number,
            indent: lead.chars().map(width).sum(),
            length: inner.chars().count(),
        }
    }

    /// How many characters the first word has; in Chinese each character is one.
    pub(super) fn first_word(&self) -> usize {
        let inner = self.text.trim_start();
        let word = inner.split_whitespace().next().unwrap_or_default();
        let first = inner.chars().next().unwrap_or(' ');
        match first >= '\u{2e80}' {
            true => 1,
            false => word.chars().count(),
        }
    }
}

/// All lines.
#[derive(Debug)]
pub(super) struct TextLines<'t> {
    all: Vec<TextLine<'t>>,
}

impl<'t> TextLines<'t> {
    /// Splits a text, whatever ends its lines.
    pub(super) fn of(text: &'t str) -> Self {
        let mut all = Vec::new();
        let mut number = 0;
        let text = text.trim_start_matches('\u{feff}');
        for line in text.split('\n') {
            number += 1;
            let line = line.strip_suffix('\r').unwrap_or(line);
            // TextLines of old Macs end in `\r`. A form feed begins a page, and ends a paragraph.
            for (at, part) in line
                .split(['\r', '\u{c}', '\u{2028}', '\u{2029}', '\u{85}'])
                .enumerate()
            {
                if at > 0 {
                    number += 1;
                }
                all.push(TextLine::of(part, number));
            }
        }
        Self { all }
    }

    /// The lines between blank lines, group by group.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[TextLine<'t>]> {
        self.all
            .split(|line| line.length == 0)
            .filter(|group| !group.is_empty())
    }

    /// The same groups, each with how many blank lines stand before it; none before the first.
    pub(super) fn groups_with_gaps(&self) -> impl Iterator<Item = (usize, &[TextLine<'t>])> {
        let mut end = None;
        self.groups().map(move |group| {
            let first = group.first().map_or(0, |line| line.number);
            let gap = end.map_or(0, |end| first.saturating_sub(end + 1));
            end = group.last().map(|line| line.number);
            (gap, group)
        })
    }

    /// How many lines are not blank.
    pub(super) fn count(&self) -> usize {
        self.all.iter().filter(|line| line.length > 0).count()
    }
}

/// A line of a table of contents without the dots and the page number at its end.
pub(super) fn without_page(line: &str) -> &str {
    let line = line.trim();
    let text = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = text.trim_end_matches(['.', ' ', '\t', '…', '_']);
    // "Chapter 12" has no page; "Chapter 12 ..... 140" and "Chapter 12\t140" have.
    let gap = &text[bare.len()..];
    let is_gap = gap.contains('\t') || gap.len() >= 3;
    match is_gap && text.len() < line.len() {
        true => bare,
        false => line,
    }
}
