//! The sentence that a quote is from.

use domain::passage;
use text::prose::{occurs_in, sentence_ranges};

/// A quote may be as long as this, in bytes: nobody reads a page to decide about a name.
const LONGEST: usize = 400;

/// The sentence or sentences of a text in which a quote is, word for word as they are in the text; `None` where it is in
/// none. The form of quotation marks and white space does not count.
pub fn sentence(quote: &str, text: &str) -> Option<String> {
    let place = passage::find(quote, text).into_iter().next()?;
    let ranges = sentence_ranges(text);
    let first = ranges.iter().find(|(_, end)| *end > place.start);
    let last = ranges.iter().rev().find(|(start, _)| *start < place.end);
    let whole = match first.zip(last) {
        Some(((start, _), (_, end))) if start < end => &text[*start..*end],
        _ => &text[place.clone()],
    };
    let found = match whole.len() > LONGEST {
        true => &text[place],
        false => whole,
    };
    let found = shortened(found.trim());
    (!found.is_empty() && occurs_in(found, text)).then(|| found.to_owned())
}

/// A passage up to a word near its longest length.
fn shortened(passage: &str) -> &str {
    if passage.len() <= LONGEST {
        return passage;
    }
    let mut end = LONGEST;
    while !passage.is_char_boundary(end) {
        end -= 1;
    }
    let cut = &passage[..end];
    cut.rfind(char::is_whitespace).map_or(cut, |at| &cut[..at])
}
