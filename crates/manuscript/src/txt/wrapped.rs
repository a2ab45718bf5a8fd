//! What the lines of a text are: pieces of paragraphs that were wrapped at a width, paragraphs, or verse.

use super::lines::{TextLine, TextLines};

/// A wrapped text has lines of at most so many characters.
const WIDEST: usize = 120;

/// And at least so many.
const NARROWEST: usize = 20;

/// How lines of a text become paragraphs.
#[derive(Debug)]
pub(super) struct LineLayout {
    /// The width at which the text was wrapped by hand or by a program.
    width: Option<usize>,
    /// Whether each line is a paragraph, as nothing else divides them.
    lines_are_paragraphs: bool,
}

impl LineLayout {
    /// Decides from the lengths of all lines.
    pub(super) fn of(lines: &TextLines<'_>) -> Self {
        let mut lengths: Vec<usize> = lines
            .groups()
            .flatten()
            .map(|line| line.indent + line.length)
            .collect();
        lengths.sort_unstable();
        // The width is nearly the longest line: a table or an address may be wider.
        let part = |of: usize, all: usize| {
            lengths.get((lengths.len() * of / all).min(lengths.len().saturating_sub(1)))
        };
        let widths = [part(49, 50), part(9, 10), part(3, 4)]
            .into_iter()
            .flatten()
            .copied();
        let width = widths
            .filter(|width| (NARROWEST..=WIDEST).contains(width))
            .find(|width| wraps_at(lines, *width));
        Self {
            width,
            lines_are_paragraphs: width.is_none() && has_a_paragraph_in_each_line(lines),
        }
    }

    /// Whether lines were wrapped at a width.
    pub(super) const fn is_wrapped(&self) -> bool {
        self.width.is_some()
    }

    /// Whether a line goes on in the next one.
    pub(super) fn continues(&self, line: &TextLine<'_>, next: &TextLine<'_>) -> bool {
        let is_full = self.width.is_some_and(|width| is_full(line, next, width));
        let begins_small = next.text.trim_start().starts_with(char::is_lowercase);
        is_full || begins_small
    }

    /// The paragraphs of a group of lines between blank lines, each with the number of its first line.
    pub(super) fn paragraphs(&self, group: &[TextLine<'_>]) -> Vec<(usize, String)> {
        let least = group.iter().map(|line| line.indent).min().unwrap_or(0);
        let mut paragraphs: Vec<Vec<&TextLine<'_>>> = Vec::new();
        for line in group {
            let is_indented = line.indent > least + usize::from(self.width.is_some());
            // In a text with a line for each paragraph all of them may be indented.
            let begins =
                self.lines_are_paragraphs || is_indented || (self.width.is_none() && least > 0);
            match paragraphs.last_mut() {
                Some(paragraph) if !begins => paragraph.push(line),
                _ => paragraphs.push(vec![line]),
            }
        }
        // Each line indented more than the first is verse with a hanging indent, or a block that is set apart.
        let joined = paragraphs
            .iter()
            .map(|lines| (lines[0].number, self.joined(lines)));
        joined.collect()
    }

    /// The lines of one paragraph: joined where they were wrapped, otherwise lines of verse.
    fn joined(&self, lines: &[&TextLine<'_>]) -> String {
        let is_wrapped = self.width.is_some_and(|width| {
            let pairs = lines.windows(2);
            let full = pairs
                .filter(|pair| is_full(pair[0], pair[1], width))
                .count();
            full * 2 >= lines.len() - 1
        });
        let mut text = String::new();
        for line in lines {
            let line = line.text.trim();
            if !text.is_empty() {
                text.push_str(match is_wrapped {
                    true => gap(&text, line),
                    false => "\n",
                });
            }
            text.push_str(line);
        }
        text
    }
}

/// Whether most lines that another one follows could not take its first word.
fn wraps_at(lines: &TextLines<'_>, width: usize) -> bool {
    let (mut inner, mut full) = (0, 0);
    for pair in lines.groups().flat_map(|group| group.windows(2)) {
        // Before an indented line a paragraph ends.
        if pair[1].indent <= pair[0].indent {
            inner += 1;
            full += usize::from(is_full(&pair[0], &pair[1], width));
        }
    }
    inner >= 2 && full * 10 >= inner * 7
}

/// Whether the next line's first word would not have fitted.
fn is_full(line: &TextLine<'_>, next: &TextLine<'_>, width: usize) -> bool {
    // Editors differ in how they count: a little slack.
    line.indent + line.length + 1 + next.first_word() + width / 12 > width
}

/// What stands between two lines that become one.
fn gap(text: &str, next: &str) -> &'static str {
    let mut last = text.chars().rev();
    let ends_in_hyphen =
        last.next() == Some('-') && last.next().is_some_and(|c| !c.is_whitespace());
    let is_east_asian = next
        .chars()
        .next()
        .is_some_and(|c| c >= '\u{2e80}' && !('\u{ac00}'..='\u{d7af}').contains(&c));
    match ends_in_hyphen || (is_east_asian && text::prose::gap_after(text).is_empty()) {
        true => "",
        false => " ",
    }
}

/// Whether lines stand for paragraphs: hardly anything divides them, and most are long or end like sentences.
fn has_a_paragraph_in_each_line(lines: &TextLines<'_>) -> bool {
    let all = lines.count();
    let grouped = || lines.groups().filter(|group| group.len() > 1);
    let in_groups: usize = grouped().map(<[_]>::len).sum();
    let is_sentence =
        |line: &&TextLine<'_>| line.length > 100 || text::prose::ends_like_a_sentence(line.text);
    let sentences = grouped().flatten().filter(is_sentence).count();
    // Without any blank line, headings and names stand among the sentences.
    let is_undivided = grouped().count() * 8 <= in_groups && in_groups * 10 >= all * 9;
    let least = if is_undivided { 4 } else { 7 };
    in_groups * 2 > all && sentences * 10 >= in_groups * least
}
