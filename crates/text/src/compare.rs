//! How two texts differ: paragraphs first, then the words of those that changed.
//!
//! Both searches have a deadline. What could not be looked at in time is marked as changed as a whole, so a
//! comparison is always right, and at worst less fine.

use domain::{Comparison, DiffBlock, DiffSpan, text};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_deadline};
use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    ops::Range,
    time::{Duration, Instant},
};

/// How long a comparison may take: a person waits for it.
const TIME: Duration = Duration::from_millis(600);

/// Up to this many pairs of paragraphs are tried for which belongs to which.
const MOST_PAIRS: usize = 4_096;

/// Paragraphs that share this much of their words are two writings of the same.
const ALIKE: f32 = 0.3;

/// Compares two texts; takes a second at most. Not to be called where other work waits for the thread.
pub fn compare(left: &str, right: &str) -> Comparison {
    compare_within(left, right, TIME)
}

fn compare_within(left: &str, right: &str, time: Duration) -> Comparison {
    let start = Instant::now();
    let deadline = start + time;
    let (left, right) = (text::chunks(left), text::chunks(right));
    let ops = {
        let trimmed = |chunks: &[&str]| -> Vec<String> {
            chunks.iter().map(|chunk| chunk.trim().to_owned()).collect()
        };
        // Half of the time is left for the words.
        capture_diff_slices_deadline(
            Algorithm::Patience,
            &trimmed(&left),
            &trimmed(&right),
            Some(start + time / 2),
        )
    };
    let mut parts = Vec::new();
    let mut coarse = Instant::now() >= start + time / 2;
    for op in ops {
        let (left, right) = (&left[op.old_range()], &right[op.new_range()]);
        if op.tag() == DiffTag::Equal {
            parts.push(DiffBlock::Same(left.concat()));
            continue;
        }
        for (one, other) in pair(left, right) {
            let (left, right) = match (one, other) {
                (Some(one), Some(other)) => words(left[one], right[other], deadline, &mut coarse),
                (one, other) => (
                    one.map_or_else(Vec::new, |one| whole(left[one])),
                    other.map_or_else(Vec::new, |other| whole(right[other])),
                ),
            };
            parts.push(DiffBlock::Changed { left, right });
        }
    }
    Comparison { parts, coarse }
}

fn whole(text: &str) -> Vec<DiffSpan> {
    vec![DiffSpan {
        text: text.to_owned(),
        changed: true,
    }]
}

/// Which paragraph on the left stands beside which on the right, in the order of both.
fn pair(left: &[&str], right: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut pairs = Vec::new();
    let (mut from_left, mut from_right) = (0, 0);
    // Between two that are alike, paragraphs stand beside each other as they come.
    let mut fill = |to_left: usize, to_right: usize| {
        let (left, right) = (to_left - from_left, to_right - from_right);
        for at in 0..left.max(right) {
            pairs.push((
                (at < left).then_some(from_left + at),
                (at < right).then_some(from_right + at),
            ));
        }
        (from_left, from_right) = (to_left, to_right);
    };
    for (one, other) in alike(left, right) {
        fill(one, other);
        fill(one + 1, other + 1);
    }
    fill(left.len(), right.len());
    pairs
}

/// The pairs of paragraphs that share most of their words, in the order of both.
fn alike(left: &[&str], right: &[&str]) -> Vec<(usize, usize)> {
    let (rows, columns) = (left.len(), right.len());
    if rows * columns <= 1 || rows * columns > MOST_PAIRS {
        return Vec::new();
    }
    let (left, right): (Vec<_>, Vec<_>) = (
        left.iter().copied().map(bag).collect(),
        right.iter().copied().map(bag).collect(),
    );
    let shared: Vec<Vec<f32>> = left
        .iter()
        .map(|one| right.iter().map(|other| likeness(one, other)).collect())
        .collect();
    // The most that can be shared from each pair on: a walk from the end, then one along the best.
    let mut best = vec![vec![0.0_f32; columns + 1]; rows + 1];
    let together = |best: &[Vec<f32>], row: usize, column: usize| {
        let shared = shared[row][column];
        (shared >= ALIKE).then(|| shared + best[row + 1][column + 1])
    };
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let apart = best[row + 1][column].max(best[row][column + 1]);
            best[row][column] =
                together(&best, row, column).map_or(apart, |together| together.max(apart));
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut pairs = Vec::new();
    while row < rows && column < columns {
        if together(&best, row, column).is_some_and(|together| together >= best[row][column]) {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if best[row + 1][column] >= best[row][column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// The words of a paragraph, whatever their order.
fn bag(text: &str) -> Vec<u64> {
    let mut words: Vec<u64> = tokens(text)
        .into_iter()
        .filter(|token| is_word(token))
        .map(|word| {
            let mut hasher = DefaultHasher::new();
            word.hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    words.sort_unstable();
    words
}

/// 0: no word in common; 1: the same words.
fn likeness(one: &[u64], other: &[u64]) -> f32 {
    let (mut at, mut beside, mut shared) = (0, 0, 0);
    while at < one.len() && beside < other.len() {
        match one[at].cmp(&other[beside]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => beside += 1,
            std::cmp::Ordering::Equal => (at, beside, shared) = (at + 1, beside + 1, shared + 1),
        }
    }
    let all = one.len() + other.len();
    if all == 0 {
        return 0.0;
    }
    2.0 * shared as f32 / all as f32
}

/// The pieces of two paragraphs, those that differ marked.
fn words(
    left: &str,
    right: &str,
    deadline: Instant,
    coarse: &mut bool,
) -> (Vec<DiffSpan>, Vec<DiffSpan>) {
    if Instant::now() >= deadline {
        *coarse = true;
        return (whole(left), whole(right));
    }
    let (ours, theirs) = (tokens(left.trim()), tokens(right.trim()));
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &ours, &theirs, Some(deadline));
    *coarse |= Instant::now() >= deadline;
    let count = |tokens: &[&str]| tokens.iter().filter(|token| is_word(token)).count();
    let shared: usize = ops
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| count(&ours[op.old_range()]))
        .sum();
    // So few words in common are chance; marked one by one they would only confuse.
    if shared * 4 < count(&ours).max(count(&theirs)) {
        return (whole(left), whole(right));
    }
    let last = ops.len().saturating_sub(1);
    let changed: Vec<bool> = ops
        .iter()
        .enumerate()
        .map(|(at, op)| {
            // A space between two changed words is part of the change.
            let space = || ours[op.old_range()].iter().all(|token| is_space(token));
            op.tag() != DiffTag::Equal || (at > 0 && at < last && space())
        })
        .collect();
    let side = |text: &str, tokens: &[&str], range: fn(&DiffOp) -> Range<usize>| {
        let mut pieces: Vec<DiffSpan> = Vec::new();
        for (op, changed) in ops.iter().zip(&changed) {
            let text = tokens[range(op)].concat();
            match pieces.last_mut() {
                Some(last) if last.changed == *changed => last.text.push_str(&text),
                _ if text.is_empty() => {}
                _ => pieces.push(DiffSpan {
                    text,
                    changed: *changed,
                }),
            }
        }
        surround(text, pieces)
    };
    (
        side(left, &ours, DiffOp::old_range),
        side(right, &theirs, DiffOp::new_range),
    )
}

/// Puts back the blank space around a paragraph.
fn surround(text: &str, mut pieces: Vec<DiffSpan>) -> Vec<DiffSpan> {
    let before = text.len() - text.trim_start().len();
    let after = text.trim_end().len();
    if let Some(first) = pieces.first_mut() {
        first.text.insert_str(0, &text[..before]);
    }
    if let Some(last) = pieces.last_mut() {
        last.text.push_str(&text[after..]);
    }
    pieces
}

fn is_word(token: &str) -> bool {
    token.starts_with(char::is_alphanumeric)
}

fn is_space(token: &str) -> bool {
    token.starts_with(char::is_whitespace)
}

/// Cuts a text into words, blank space, and single signs; nothing is left out.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let joins: fn(char) -> bool = if first.is_alphanumeric() {
            // "don't" is one word.
            |c| c.is_alphanumeric() || matches!(c, '\'' | '’')
        } else if first.is_whitespace() {
            char::is_whitespace
        } else {
            |_| false
        };
        let end = rest[first.len_utf8()..]
            .find(|c| !joins(c))
            .map_or(rest.len(), |end| first.len_utf8() + end);
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests;
