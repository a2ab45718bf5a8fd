//! Which headings begin chapters: those that the file marks, or lines that read like headings.

use crate::block::{BlockKind, TextBlock};
use crate::front_matter::is_prose;
use crate::heading::{self, Heading, HeadingKind, Titled};

/// A heading that begins a chapter or a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChapterHeading {
    /// Which block it is.
    pub at: usize,
    /// What it begins.
    pub rank: HeadingLevel,
    /// Whether it is a number and no title stands beside it.
    pub is_bare: bool,
    /// What is compared to see that a heading occurs twice.
    pub key: String,
}

/// What a heading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadingLevel {
    /// Several chapters.
    Part,
    /// A chapter.
    Chapter,
}

/// Each block as a heading, if it reads like one. Each is looked at once.
pub(crate) fn parsed(blocks: &[TextBlock]) -> Vec<Option<Heading>> {
    let parsed = |block: &TextBlock| match block.kind {
        BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::SetApart
            if block.text.len() < 400 =>
        {
            heading::parsed(&block.text.replace('\n', " "))
        }
        _ => None,
    };
    blocks.iter().map(parsed).collect()
}

/// The headings that begin chapters and parts, in order. Less than two chapters are none.
pub(crate) fn found(blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Vec<ChapterHeading> {
    let text = of_text(blocks, parsed);
    let marked = chapter_level(blocks, parsed).map(|level| of_level(level, blocks, parsed));
    let chapters = |found: &[ChapterHeading]| {
        found
            .iter()
            .filter(|one| one.rank == HeadingLevel::Chapter)
            .count()
    };
    match marked {
        // Two pages with marked headings, and thirty chapters without.
        Some(marked) if chapters(&text) <= 2 * chapters(&marked) => marked,
        _ if text.is_empty() => set_apart(blocks, parsed),
        _ => text,
    }
}

/// Short lines that blank lines set apart, where nothing else tells chapters: those with a sentence behind them.
fn set_apart(blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Vec<ChapterHeading> {
    let all = blocks.iter().enumerate();
    let at: Vec<usize> = all
        .filter(|(_, block)| block.kind == BlockKind::SetApart)
        .map(|(at, _)| at)
        .collect();
    let ends = at.iter().skip(1).copied().chain([blocks.len()]);
    let has_sentence = |(from, to): &(usize, usize)| {
        blocks[from + 1..*to]
            .iter()
            .any(|block| text::prose::ends_like_a_sentence(&block.text))
    };
    let filled = at.iter().copied().zip(ends).filter(has_sentence);
    let found: Vec<ChapterHeading> = filled
        .map(|(at, _)| mark(at, HeadingLevel::Chapter, &blocks[at], parsed[at]))
        .collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// The only heading of a text, if no prose stands before it: a marked one of a high level, or a line that can be
/// nothing else. The title of the book is none if there is another.
pub(crate) fn only_one(blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Vec<ChapterHeading> {
    let is_marked = |block: &TextBlock| matches!(block.kind, BlockKind::Heading(1..=3));
    let is_sure = |at: usize| parsed[at].is_some_and(|heading| heading.kind != HeadingKind::Number);
    let heading = |at: &usize| is_marked(&blocks[*at]) || is_sure(*at);
    let all: Vec<usize> = (0..blocks.len()).filter(heading).collect();
    let is_sentence = |block: &TextBlock| {
        domain::text::count_words(&block.text) >= 3
            && text::prose::ends_like_a_sentence(&block.text)
    };
    let at = match all[..] {
        [only] => only,
        [first, second] if blocks[first + 1..second].iter().any(is_sentence) => first,
        [_, second] => second,
        _ => return Vec::new(),
    };
    let has_text = blocks[at + 1..].iter().any(|block| !block.text.is_empty());
    if !has_text || is_prose(&blocks[..at]) {
        return Vec::new();
    }
    vec![mark(at, HeadingLevel::Chapter, &blocks[at], parsed[at])]
}

/// The level of marked headings that occurs several times; of two such levels the one that holds the text.
fn chapter_level(blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Option<u8> {
    let at_level = |level: u8| {
        let all = blocks.iter().enumerate();
        all.filter(move |(_, block)| block.kind == BlockKind::Heading(level))
            .map(|(at, _)| at)
    };
    for level in 1..=6 {
        let count = at_level(level).count();
        if count < 2 {
            continue;
        }
        let of_kind = |kind: HeadingKind| {
            at_level(level)
                .filter(|at| parsed[*at].is_some_and(|heading| heading.kind == kind))
                .count()
        };
        let deeper = (level + 1..=6)
            .map(|level| at_level(level).count())
            .find(|count| *count >= 2);
        let holds_deeper = at_level(level)
            .filter(|at| next_is_deeper(blocks, *at, level))
            .count();
        let is_above = deeper.is_some_and(|deeper| {
            let are_parts = of_kind(HeadingKind::Part) * 2 >= count;
            let are_chapters = of_kind(HeadingKind::Chapter) * 2 >= count;
            are_parts || (!are_chapters && holds_deeper * 2 >= count && deeper > count)
        });
        if !is_above {
            return Some(level);
        }
    }
    None
}

/// Whether another heading follows this one at once.
fn next_is_deeper(blocks: &[TextBlock], at: usize, level: u8) -> bool {
    let next = blocks[at + 1..]
        .iter()
        .find(|block| !matches!(block.kind, BlockKind::PageBreak));
    next.is_some_and(|block| matches!(block.kind, BlockKind::Heading(other) if other > level))
}

fn of_level(chapter: u8, blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Vec<ChapterHeading> {
    let mut above = [0_usize; 7];
    for block in blocks {
        if let BlockKind::Heading(level) = block.kind {
            above[usize::from(level.min(6))] += 1;
        }
    }
    let are_chapters = {
        let mut all = blocks
            .iter()
            .zip(parsed)
            .filter(|(block, _)| block.kind == BlockKind::Heading(chapter));
        all.any(|(_, heading)| heading.is_some_and(|heading| heading.kind == HeadingKind::Chapter))
    };
    let mut found = Vec::new();
    let mut last_number = None;
    for (at, block) in blocks.iter().enumerate() {
        let heading = parsed[at];
        let number = heading
            .filter(|heading| heading.kind == HeadingKind::Chapter)
            .and_then(|heading| heading.number);
        let rank = match block.kind {
            BlockKind::Heading(level) if level == chapter => HeadingLevel::Chapter,
            // A single one above is the title of the book, unless it reads like a part or a prologue.
            BlockKind::Heading(level) if level < chapter => {
                match heading.map(|heading| heading.kind) {
                    Some(HeadingKind::Special | HeadingKind::Chapter) => HeadingLevel::Chapter,
                    Some(HeadingKind::Part) => HeadingLevel::Part,
                    _ if above[usize::from(level)] > 1 => HeadingLevel::Part,
                    _ => continue,
                }
            }
            // One that was not marked, among others that were.
            BlockKind::Paragraph | BlockKind::SetApart if are_chapters && number.is_some() => {
                match number == last_number.map(|last: u32| last + 1) {
                    true => HeadingLevel::Chapter,
                    false => continue,
                }
            }
            _ => continue,
        };
        last_number = number.or(last_number);
        found.push(mark(at, rank, block, heading));
    }
    found
}

/// Lines that read like headings.
fn of_text(blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Vec<ChapterHeading> {
    let count = |kind: HeadingKind| {
        parsed
            .iter()
            .flatten()
            .filter(|heading| heading.kind == kind)
            .count()
    };
    let (parts, chapters, specials) = (
        count(HeadingKind::Part),
        count(HeadingKind::Chapter),
        count(HeadingKind::Special),
    );
    let numbers = match chapters {
        0 | 1 => counted_up(blocks, parsed),
        _ => Vec::new(),
    };
    let parts_are_chapters = chapters < 2 && numbers.is_empty() && parts >= 2;
    if chapters + specials + numbers.len() < 2
        && !parts_are_chapters
        && parts + chapters + specials < 2
    {
        return Vec::new();
    }
    let mut numbers = numbers.into_iter().peekable();
    let mut found = Vec::new();
    for (at, (block, heading)) in blocks.iter().zip(parsed).enumerate() {
        let is_counted = numbers.next_if_eq(&at).is_some();
        let rank = match heading.map(|heading| heading.kind) {
            Some(HeadingKind::Part)
                if parts_are_chapters
                    || chapters + specials < 1
                        && !is_counted
                        && numbers.peek().is_none()
                        && found.is_empty() =>
            {
                HeadingLevel::Chapter
            }
            Some(HeadingKind::Part) => HeadingLevel::Part,
            Some(HeadingKind::Chapter | HeadingKind::Special) => HeadingLevel::Chapter,
            Some(HeadingKind::Number) if is_counted => HeadingLevel::Chapter,
            _ => continue,
        };
        found.push(mark(at, rank, block, *heading));
    }
    found
}

fn mark(
    at: usize,
    rank: HeadingLevel,
    block: &TextBlock,
    heading: Option<Heading>,
) -> ChapterHeading {
    let is_bare =
        heading.is_some_and(|heading| heading.titled == Titled::No && heading.number.is_some());
    let key = match heading {
        Some(Heading {
            kind,
            number: Some(number),
            ..
        }) => format!("{kind:?} {number}"),
        _ => {
            let text = block.text.trim_end_matches(|c: char| !c.is_alphabetic());
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        }
    };
    ChapterHeading {
        at,
        rank,
        is_bare,
        key,
    }
}

/// Numbers alone that count up from 1, again from 1 behind the heading of a part; or else numbers with titles.
fn counted_up(blocks: &[TextBlock], parsed: &[Option<Heading>]) -> Vec<usize> {
    for (titled, least, words) in [(Titled::No, 2, 5), (Titled::Yes, 3, 30)] {
        let mut accepted = Vec::new();
        let (mut next, mut may_restart) = (1, false);
        for (at, heading) in parsed.iter().enumerate() {
            let Some(heading) = heading else {
                continue;
            };
            may_restart |= heading.kind == HeadingKind::Part;
            let (HeadingKind::Number, Some(number)) = (heading.kind, heading.number) else {
                continue;
            };
            if heading.titled != titled {
                continue;
            }
            if may_restart && number == 1 {
                next = 1;
            }
            // One may be missing.
            if number == next || (number == next + 1 && next > 1) {
                accepted.push(at);
                next = number + 1;
                may_restart = false;
            }
        }
        let has_text = |pair: &(usize, usize)| {
            let within = blocks[pair.0 + 1..pair.1].iter();
            within
                .map(|block| domain::text::count_words(&block.text))
                .sum::<u64>()
                >= words
        };
        let ends = accepted.iter().skip(1).copied().chain([blocks.len()]);
        let filled = accepted.iter().copied().zip(ends).filter(has_text).count();
        if accepted.len() >= least && filled * 3 >= accepted.len() * 2 {
            return accepted;
        }
    }
    Vec::new()
}
