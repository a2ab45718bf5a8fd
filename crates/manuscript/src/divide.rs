//! Divides what was read into chapters.

use crate::block::{BlockKind, ManuscriptContent, TextBlock};
use crate::contents;
use crate::front_matter::{is_prose, read_title_page};
use crate::heading::{self, Heading};
use crate::levels::{self, ChapterHeading, HeadingLevel};
use crate::licence;
use exchange::import::{DraftChapter, ImportLossKind, MAX_CHAPTER_TITLE, Manuscript};
use std::ops::Range;

/// The chapters of a file.
pub(crate) fn divided(mut content: ManuscriptContent) -> Manuscript {
    licence::remove(&mut content);
    let mut parsed = levels::parsed(&content.blocks);
    let mut found = levels::found(&content.blocks, &parsed);
    let ranges = contents::ranges(&content.blocks, &found);
    if !ranges.is_empty() {
        leave_out_contents(&mut content, &mut parsed, &ranges);
        found = levels::found(&content.blocks, &parsed);
    }
    if found.is_empty() {
        found = levels::only_one(&content.blocks, &parsed);
    }
    take_book_title(&mut content, &found);
    let (chapters, front) = match found.is_empty() {
        true => (without_headings(&content), String::new()),
        false => with_headings(&mut content, &found),
    };
    let (losses, losses_not_listed) = content.losses.into_parts();
    Manuscript {
        title: shortened(&content.title),
        author: shortened(&content.author),
        language: content.language,
        chapters,
        front_matter: front,
        losses,
        losses_not_listed,
        encoding: content.encoding.map(str::to_owned),
        encoding_is_sure: content.encoding_is_sure,
    }
}

fn leave_out_contents(
    content: &mut ManuscriptContent,
    parsed: &mut Vec<Option<Heading>>,
    ranges: &[Range<usize>],
) {
    let mut is_left = vec![true; parsed.len()];
    for range in ranges {
        let lines: Vec<&str> = content.blocks[range.clone()]
            .iter()
            .map(|block| block.text.as_str())
            .collect();
        let number = content.blocks[range.start].number;
        content
            .losses
            .add_text(ImportLossKind::Contents, number, "", lines.join("\n"));
        is_left[range.clone()].fill(false);
    }
    let mut kept = is_left.iter();
    content.blocks.retain(|_| kept.next().is_some_and(|is| *is));
    let mut kept = is_left.iter();
    parsed.retain(|_| kept.next().is_some_and(|is| *is));
}

/// Takes what the file marks as the title of the book, or a single heading above all chapters.
fn take_book_title(content: &mut ManuscriptContent, found: &[ChapterHeading]) {
    let first = found.first().map_or(0, |first| first.at);
    let is_title = |(at, block): (usize, &TextBlock)| {
        let is_above = matches!(block.kind, BlockKind::Heading(_)) && at < first;
        let is_above =
            is_above && (content.title.is_empty() || plain(&block.text) == content.title);
        block.kind == BlockKind::BookTitle || is_above
    };
    if let Some(at) = content.blocks.iter().enumerate().position(is_title) {
        let block = &mut content.blocks[at];
        content.title = plain(&block.text);
        // Its place stays, so that all headings keep theirs.
        block.text.clear();
        block.kind = BlockKind::BookTitle;
    }
}

/// All as one chapter, or a chapter for each page that was begun by hand.
fn without_headings(content: &ManuscriptContent) -> Vec<DraftChapter> {
    let pages: Vec<&[TextBlock]> = content
        .blocks
        .split(|block| block.kind == BlockKind::PageBreak)
        .filter(|page| page.iter().any(|block| !block.text.is_empty()))
        .collect();
    let with_prose = pages.iter().filter(|page| is_prose(page)).count();
    if pages.len() >= 2 && with_prose == pages.len() {
        return pages.into_iter().map(chapter_of_page).collect();
    }
    vec![DraftChapter {
        title: String::new(),
        text: text_of(&content.blocks),
        left_out: false,
    }]
}

fn chapter_of_page(page: &[TextBlock]) -> DraftChapter {
    let first = page
        .iter()
        .position(|block| !block.text.is_empty())
        .unwrap_or(0);
    let title = page.get(first).filter(|block| is_subtitle(&block.text));
    let rest = match title {
        Some(_) => &page[first + 1..],
        None => page,
    };
    DraftChapter {
        title: shortened(&title.map(|block| plain(&block.text)).unwrap_or_default()),
        text: text_of(rest),
        left_out: false,
    }
}

fn with_headings(
    content: &mut ManuscriptContent,
    found: &[ChapterHeading],
) -> (Vec<DraftChapter>, String) {
    let mut chapters = Vec::new();
    let front = content.blocks[..found[0].at].to_vec();
    let front_text = text_of(&front);
    let mut front_matter = String::new();
    if is_prose(&front) {
        let is_sentence = |block: &&TextBlock| text::prose::ends_like_a_sentence(&block.text);
        let page = front.iter().take_while(|block| !is_sentence(block));
        let lines: Vec<&str> = page.flat_map(|block| block.text.lines()).collect();
        read_title_page(content, &lines);
        chapters.push(DraftChapter {
            title: String::new(),
            text: front_text,
            left_out: false,
        });
    } else if !front_text.is_empty() {
        let lines: Vec<&str> = front_text.lines().collect();
        read_title_page(content, &lines);
        let number = front
            .iter()
            .find(|block| !block.text.is_empty())
            .map_or(0, |block| block.number);
        content.losses.add(ImportLossKind::FrontMatter, number, "");
        front_matter = front_text;
    }
    let takes_subtitles = subtitles_are_usual(&content.blocks, found);
    let (mut parts, mut lead): (Vec<String>, Vec<TextBlock>) = (Vec::new(), Vec::new());
    for (index, one) in found.iter().enumerate() {
        let end = found
            .get(index + 1)
            .map_or(content.blocks.len(), |next| next.at);
        let mut title = plain(&content.blocks[one.at].text);
        let mut from = one.at + 1;
        if let Some(at) = subtitle(&content.blocks[..end], one, takes_subtitles) {
            title = format!(
                "{}: {}",
                title.trim_end_matches([':', '.']),
                plain(&content.blocks[at].text)
            );
            from = at + 1;
        }
        let blocks = &content.blocks[from..end];
        if one.rank == HeadingLevel::Part && found.get(index + 1).is_some() && !is_prose(blocks) {
            parts.push(title);
            lead.extend_from_slice(blocks);
            continue;
        }
        parts.push(title);
        let text = match lead.is_empty() {
            true => text_of(blocks),
            false => text_of(&[&lead[..], blocks].concat()),
        };
        chapters.push(DraftChapter {
            title: shortened(&parts.join(" – ")),
            text,
            left_out: false,
        });
        parts.clear();
        lead.clear();
    }
    (chapters, front_matter)
}

/// Whether most chapters have a title in the line below their number.
fn subtitles_are_usual(blocks: &[TextBlock], found: &[ChapterHeading]) -> bool {
    let bare = || found.iter().filter(|one| one.is_bare);
    let with = bare()
        .filter(|one| has_subtitle(blocks, one.at + 1))
        .count();
    let count = bare().count();
    count >= 2 && with * 3 >= count * 2
}

/// The block with the title that belongs to a number: a smaller heading, or a line.
fn subtitle(blocks: &[TextBlock], found: &ChapterHeading, lines: bool) -> Option<usize> {
    let at = found.at + 1;
    let next = blocks.get(at).filter(|_| found.is_bare)?;
    let is_line = lines && has_subtitle(blocks, at);
    let is_heading =
        matches!(next.kind, BlockKind::Heading(_)) && heading::parsed(&next.text).is_none();
    (is_line || is_heading).then_some(at)
}

/// Whether a block may be the title of a chapter: a short line, and a paragraph follows.
fn has_subtitle(blocks: &[TextBlock], at: usize) -> bool {
    let is_line = |block: &TextBlock| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::SetApart) && is_subtitle(&block.text)
    };
    let next = blocks.get(at + 1).map(|block| block.kind);
    blocks.get(at).is_some_and(is_line) && next == Some(BlockKind::Paragraph)
}

/// Whether a line may be the title of a chapter, and is no heading itself.
fn is_subtitle(text: &str) -> bool {
    heading::is_title(text) && heading::parsed(text).is_none()
}

/// Blocks as the studio's plain prose.
pub(crate) fn text_of(blocks: &[TextBlock]) -> String {
    let mut text = String::new();
    let mut is_break = false;
    for block in blocks {
        if block.kind == BlockKind::SceneBreak {
            is_break = true;
            continue;
        }
        if block.text.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push_str(if is_break { "\n\n***\n\n" } else { "\n\n" });
        }
        is_break = false;
        // A heading within a chapter.
        let is_small_heading =
            matches!(block.kind, BlockKind::Heading(_)) && !block.text.contains('*');
        match is_small_heading {
            true => text.extend(["**", block.text.as_str(), "**"]),
            false => text.push_str(&block.text),
        }
    }
    domain::text::normalized(&text).trim().to_owned()
}

/// A heading in one line, without marks around it.
fn plain(text: &str) -> String {
    let line = text.replace('\n', " ").replace("**", "");
    let bare = heading::bare(&line);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let line = words.join(" ");
    match line.strip_suffix('.') {
        Some(without) if !without.ends_with('.') => without.to_owned(),
        _ => line,
    }
}

/// A title of a length that makes sense.
pub(crate) fn shortened(title: &str) -> String {
    let title = title.trim();
    match title.char_indices().nth(MAX_CHAPTER_TITLE) {
        Some((end, _)) => title[..end].trim_end().to_owned(),
        None => title.to_owned(),
    }
}
