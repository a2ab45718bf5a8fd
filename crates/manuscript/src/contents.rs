//! A table of contents: headings one after the other, which come again further down with their text.

use crate::block::{BlockKind, TextBlock};
use crate::heading;
use crate::levels::ChapterHeading;
use std::collections::HashMap;
use std::ops::Range;

/// So many headings without text between them may be a table of contents.
const LEAST: usize = 3;

/// Which blocks are a table of contents.
pub(crate) fn ranges(blocks: &[TextBlock], found: &[ChapterHeading]) -> Vec<Range<usize>> {
    let last: HashMap<&str, usize> = found
        .iter()
        .enumerate()
        .map(|(at, one)| (one.key.as_str(), at))
        .collect();
    let end_of = |at: usize| found.get(at + 1).map_or(blocks.len(), |next| next.at);
    let has_text = |at: usize| blocks[found[at].at + 1..end_of(at)].iter().any(is_text);
    let comes_again = |at: usize| {
        last.get(found[at].key.as_str())
            .is_some_and(|last| *last > at)
    };
    let mut ranges = Vec::new();
    let mut from = 0;
    while from < found.len() {
        let mut to = from;
        while to < found.len() && !has_text(to) {
            to += 1;
        }
        // The last one of the table has text behind it, which belongs to nobody.
        let is_last = to < found.len() && comes_again(to);
        let to_inclusive = to + usize::from(is_last);
        let count = to_inclusive - from;
        let again = (from..to_inclusive).filter(|at| comes_again(*at)).count();
        let begin = found[from].at;
        let is_named = begin > 0 && heading::is_contents(&blocks[begin - 1].text);
        let is_long = count >= LEAST || (is_named && count >= 1);
        if is_long && again * 2 >= count {
            let last = found[to_inclusive - 1].at;
            ranges.push(
                begin - usize::from(is_named)
                    ..short_end(blocks, last, end_of(to_inclusive - 1), is_last),
            );
        }
        from = to_inclusive.max(from + 1);
    }
    ranges
}

/// Where a table of contents ends: lines without a sentence behind its last heading belong to it.
fn short_end(blocks: &[TextBlock], last: usize, end: usize, is_last: bool) -> usize {
    if !is_last {
        return end;
    }
    let text = blocks[last + 1..end].iter().position(is_text);
    text.map_or(end, |at| last + 1 + at)
}

/// Whether a block is text, and no line of a table of contents.
fn is_text(block: &TextBlock) -> bool {
    let words = domain::text::count_words(&block.text);
    let is_paragraph = block.kind == BlockKind::Paragraph;
    is_paragraph && (words > 14 || (words >= 3 && text::prose::ends_like_a_sentence(&block.text)))
}
