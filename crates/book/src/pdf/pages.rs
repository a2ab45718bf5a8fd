//! Lines on pages: which line begins the next one.

use super::line::SetLine;
use std::collections::VecDeque;

/// A row of a page, as high as a line of text.
pub(crate) struct Row {
    /// What stands in it; nothing in an empty one.
    pub(crate) line: Option<SetLine>,
    /// How far it is moved up from its place, in rows.
    pub(crate) rise: f32,
    /// Whether the row after it has to stand on the same page.
    pub(crate) keeps: bool,
}

impl Row {
    /// A line of text.
    pub(crate) const fn of(line: SetLine) -> Self {
        Self {
            line: Some(line),
            rise: 0.0,
            keeps: false,
        }
    }

    /// An empty one.
    pub(crate) const fn empty() -> Self {
        Self {
            line: None,
            rise: 0.0,
            keeps: false,
        }
    }

    /// The same, on one page with the row after it.
    pub(crate) const fn kept(mut self) -> Self {
        self.keeps = true;
        self
    }
}

/// The rows of a paragraph: neither its first line nor its last stands alone on a page.
pub(crate) fn paragraph(lines: Vec<SetLine>) -> impl Iterator<Item = Row> {
    let count = lines.len();
    lines.into_iter().enumerate().map(move |(at, line)| {
        let is_kept = count > 1 && (at == 0 || at + 2 == count);
        let row = Row::of(line);
        if is_kept { row.kept() } else { row }
    })
}

/// Divides rows into pages of at most so many, where they may be divided.
pub(crate) fn divided(rows: Vec<Row>, most: usize) -> Vec<Vec<Row>> {
    let mut rest: VecDeque<Row> = rows.into();
    let mut pages = Vec::new();
    while !rest.is_empty() {
        // A page does not begin with a gap, unless it is how a chapter opens.
        while !pages.is_empty() && rest.front().is_some_and(|row| row.line.is_none()) {
            rest.pop_front();
        }
        let count = match rest.len() <= most {
            true => rest.len(),
            false => {
                let ends = (1..=most).rev();
                let mut good = ends.filter(|end| rest.get(end - 1).is_some_and(|row| !row.keeps));
                // Where nothing may be divided, the page is simply full.
                good.next().unwrap_or(most)
            }
        };
        let page: Vec<Row> = rest.drain(..count).collect();
        if page.iter().any(|row| row.line.is_some()) {
            pages.push(page);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn line() -> SetLine {
        SetLine {
            text: Arc::from(""),
            runs: Vec::new(),
        }
    }

    fn lines(count: usize) -> Vec<SetLine> {
        (0..count).map(|_| line()).collect()
    }

    fn lengths(paragraphs: &[usize], most: usize) -> Vec<usize> {
        let rows = paragraphs.iter().flat_map(|count| paragraph(lines(*count)));
        divided(rows.collect(), most).iter().map(Vec::len).collect()
    }

    #[test]
    fn no_line_of_a_paragraph_stands_alone() {
        // The fourth line would stand alone at the top, the first one at the bottom.
        assert_eq!(lengths(&[4], 3), [2, 2]);
        assert_eq!(lengths(&[4, 2], 5), [4, 2]);
        assert_eq!(lengths(&[3, 3], 5), [3, 3]);
        assert_eq!(lengths(&[2, 3, 1], 6), [6]);
        // One that fits nowhere is divided all the same.
        assert_eq!(lengths(&[3, 3], 2), [2, 1, 2, 1]);
        assert!(lengths(&[], 3).is_empty());
    }

    #[test]
    fn a_gap_does_not_begin_a_page() {
        let rows = vec![
            Row::of(line()),
            Row::of(line()),
            Row::empty(),
            Row::of(line()),
        ];
        let pages: Vec<usize> = divided(rows, 2).iter().map(Vec::len).collect();
        assert_eq!(pages, [2, 1]);
    }

    proptest! {
        #[test]
        fn every_line_is_on_one_page(paragraphs in proptest::collection::vec(1_usize..9, 0..30), most in 2_usize..12) {
            let pages = lengths(&paragraphs, most);
            prop_assert_eq!(pages.iter().sum::<usize>(), paragraphs.iter().sum::<usize>());
            prop_assert!(pages.iter().all(|page| (1..=most).contains(page)));
        }
    }
}
