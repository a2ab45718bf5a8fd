//! Plain text: lines to paragraphs.

mod lines;
mod wrapped;

use crate::block::{BlockKind, ManuscriptContent, is_scene_break};
use crate::emphasis::{Runs, Style};
use crate::heading::{self, HeadingKind, Titled};
use exchange::import::{ImportLossKind, PlaceUnit};
use lines::{TextLine, TextLines};
use wrapped::LineLayout;

/// As many blank lines may stand between two paragraphs.
const MOST_BLANK: usize = 2;

/// The blocks of a text.
pub(crate) fn content(text: &str) -> ManuscriptContent {
    let mut content = ManuscriptContent::by(PlaceUnit::Line);
    let lines = TextLines::of(text);
    let layout = LineLayout::of(&lines);
    for (blank, group) in lines.groups_with_gaps() {
        if is_list_of_contents(group) {
            let text = joined_lines(group);
            let first = group.first().map_or(0, |line| line.number);
            content
                .losses
                .add_text(ImportLossKind::Contents, first, "", text);
            continue;
        }
        if let ([line], true) = (group, blank > MOST_BLANK)
            && heading::is_title(line.text)
        {
            content.push(BlockKind::SetApart, line.text, line.number);
            continue;
        }
        for part in parts(group, &layout) {
            let part = with_headings(part, &mut content, &layout);
            for (number, paragraph) in layout.paragraphs(part) {
                content.paragraph(&underscored(&paragraph), number);
            }
        }
    }
    content
}

/// A group of lines that were not wrapped, divided before each heading: nothing else may divide them.
fn parts<'g, 'l>(
    group: &'g [TextLine<'l>],
    layout: &LineLayout,
) -> impl Iterator<Item = &'g [TextLine<'l>]> {
    let is_wrapped = layout.is_wrapped();
    let begins = move |line: &TextLine<'_>| {
        let found = heading::parsed(line.text);
        found.is_some_and(|found| found.kind != HeadingKind::Number) || is_scene_break(line.text)
    };
    group.chunk_by(move |_, next| is_wrapped || !begins(next))
}

/// Takes headings off the beginning of a group of lines, and scene breaks anywhere; the rest is text.
fn with_headings<'l>(
    mut group: &'l [TextLine<'l>],
    content: &mut ManuscriptContent,
    layout: &LineLayout,
) -> &'l [TextLine<'l>] {
    while let Some((first, rest)) = group.split_first() {
        if is_scene_break(first.text) {
            content.push(BlockKind::SceneBreak, "", first.number);
            group = rest;
            continue;
        }
        let Some(found) = heading::parsed(first.text) else {
            break;
        };
        let is_sure = found.kind != HeadingKind::Number;
        // "CHAPTER I" and on the next line its title.
        let title = match rest {
            [title] if found.titled == Titled::No && heading::is_title(title.text) && is_sure => {
                Some(title)
            }
            _ => None,
        };
        if let Some(title) = title {
            let text = format!("{} {}", with_mark(first.text), title.text.trim());
            content.push(BlockKind::Paragraph, &text, first.number);
            return &[];
        }
        // A title that goes on in the next line is one paragraph; so is a sentence that begins like a heading.
        let stands = rest.is_empty() || (is_sure && !layout.continues(first, &rest[0]));
        if !stands {
            break;
        }
        content.push(BlockKind::Paragraph, first.text, first.number);
        group = rest;
    }
    group
}

/// A heading with a mark behind it, for the title that follows.
fn with_mark(line: &str) -> String {
    let line = line.trim();
    match line.ends_with(['.', ':', '–', '—', '-']) {
        true => line.to_owned(),
        false => format!("{line}:"),
    }
}

/// The most lines of a table of contents.
const MOST_CONTENTS: usize = 400;

/// TextLines that are headings one after the other: a table of contents.
fn is_list_of_contents(group: &[TextLine<'_>]) -> bool {
    if !(3..=MOST_CONTENTS).contains(&group.len()) {
        return false;
    }
    let named = usize::from(heading::is_contents(group[0].text));
    let lines = group[named..].iter();
    let found: Vec<_> = lines
        .filter_map(|line| heading::parsed(lines::without_page(line.text)))
        .collect();
    let is_sure = |found: &&heading::Heading| found.kind != HeadingKind::Number;
    let sure = found.iter().filter(is_sure).count();
    let entries = sure
        + found
            .iter()
            .filter(|one| !is_sure(one) && one.titled == Titled::Yes)
            .count();
    let count = group.len() - named;
    entries >= 3 - named && entries * 3 >= count * 2 && (named == 1 || sure * 2 >= count)
}

fn joined_lines(group: &[TextLine<'_>]) -> String {
    let lines: Vec<&str> = group.iter().map(|line| line.text.trim()).collect();
    lines.join("\n")
}

/// `_So_` is emphasised, as it is in text that was typed where there are no italics. One pass: an underscore opens at
/// the beginning of a word and closes at the end of one.
fn underscored(paragraph: &str) -> String {
    if !paragraph.contains('_') {
        return paragraph.to_owned();
    }
    let mut runs = Runs::default();
    let italic = Style {
        italic: true,
        bold: false,
    };
    let (mut from, mut open): (usize, Option<usize>) = (0, None);
    let bytes = paragraph.as_bytes();
    for (at, _) in paragraph.match_indices('_') {
        let before = paragraph[..at].chars().next_back();
        let after = paragraph[at + 1..].chars().next();
        let is_doubled = before == Some('_') || after == Some('_');
        let opens = before.is_none_or(|c| !c.is_alphanumeric())
            && after.is_some_and(|c| !c.is_whitespace());
        let closes = after.is_none_or(|c| !c.is_alphanumeric())
            && before.is_some_and(|c| !c.is_whitespace());
        match open {
            _ if is_doubled => open = None,
            Some(start) if closes => {
                runs.push(Style::default(), &paragraph[from..start]);
                runs.push(italic, &paragraph[start + 1..at]);
                from = at + 1;
                open = None;
            }
            _ if opens => open = Some(at),
            _ => {}
        }
    }
    debug_assert!(from <= bytes.len());
    runs.push(Style::default(), &paragraph[from..]);
    runs.take_marked()
}
