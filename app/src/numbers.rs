//! Numbers as a person types them. What is none is said, and never becomes another number.

use crate::{api::StudioError, formatting};
use domain::story::MAX_CHAPTERS;
use std::str::FromStr;

/// A whole number: "1200", "1,200", "1 200".
pub fn whole(text: &str) -> Option<u64> {
    let parted = |c: char| c == ',' || c == '_' || c.is_whitespace();
    let groups: Vec<&str> = text.trim().split(parted).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    // "2,5" is not 25.
    let thousands = match groups.as_slice() {
        [first, rest @ ..] => {
            rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3))
        }
        [] => false,
    };
    let is_number = thousands && groups.iter().all(digits);
    is_number.then(|| groups.concat().parse().ok()).flatten()
}

/// How many chapters a story is to have.
pub fn chapters(text: &str) -> Result<u32, StudioError> {
    let count = whole(text).and_then(|count| u32::try_from(count).ok());
    count
        .filter(|count| (1..=MAX_CHAPTERS).contains(count))
        .ok_or_else(|| {
            let most = formatting::count(MAX_CHAPTERS.into());
            let says = format!("Chapters must be a whole number from 1 to {most}.");
            StudioError::new("invalid", &says)
        })
}

/// A whole number out of a field.
pub fn count(what: &str, text: &str) -> Result<u32, StudioError> {
    let count = whole(text).and_then(|count| u32::try_from(count).ok());
    count.ok_or_else(|| is_none(what, text))
}

/// A number out of a field, which may have a part behind the point.
pub fn decimal(what: &str, text: &str) -> Result<f64, StudioError> {
    let number = f64::from_str(text.trim()).ok();
    let finite = number.filter(|number| number.is_finite());
    finite.ok_or_else(|| is_none(what, text))
}

fn is_none(what: &str, text: &str) -> StudioError {
    let says = format!("{what}: “{text}” is not a valid number.");
    StudioError::new("invalid", &says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_read_as_people_write_it() {
        for text in ["50000", " 50,000 ", "50 000", "50_000", "50\u{202f}000"] {
            assert_eq!(whole(text), Some(50_000), "{text}");
        }
        assert_eq!(whole("0"), Some(0));
        for text in [
            "", " ", "2,5", "2.5", "1,0000", "1234,567", ",500", "5,", "-5", "+5", "1e3", "ten",
            "٣",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_of_chapters_that_is_none_is_no_other_number() {
        for (text, count) in [("1", 1), ("12", 12), ("1,000", MAX_CHAPTERS)] {
            assert_eq!(chapters(text), Ok(count));
        }
        let says = "Chapters must be a whole number from 1 to 1,000.";
        for text in ["", "0", "-3", "7.5", "seven", "1001", "99999999999"] {
            let error = chapters(text).expect_err(text);
            assert_eq!(error.message, says);
        }
    }

    #[test]
    fn what_has_no_end_is_no_number() {
        assert_eq!(decimal("It", " 0.5 "), Ok(0.5));
        for text in ["", "inf", "NaN", "half"] {
            assert!(decimal("It", text).is_err(), "{text}");
            assert!(count("It", text).is_err(), "{text}");
        }
    }
}
