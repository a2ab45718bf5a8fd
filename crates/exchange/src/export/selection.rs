//! Which chapters are exported: "1-5,8".

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, ops::RangeInclusive, str::FromStr};

/// Numbers of chapters; none means all. Written as `1-5,8`, and `9-` for chapter 9 and all that follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChapterSelection(Vec<ChapterRange>);

/// From one number to another; without an end, to the last chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ChapterRange {
    from: u32,
    to: Option<u32>,
}

/// Why a selection can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SelectionError {
    /// A part is no number and no range.
    #[error("“{part}” is no chapter number: write a selection as 1-5,8.")]
    NotANumber {
        /// The part.
        part: String,
    },
    /// Chapters begin with 1.
    #[error("Chapters are numbered from 1: a selection can't name chapter 0.")]
    Zero,
    /// A range runs backwards.
    #[error("“{from}-{to}” runs backwards: write {to}-{from}.")]
    Backwards {
        /// Where it begins.
        from: u32,
        /// Where it ends.
        to: u32,
    },
}

impl ChapterSelection {
    /// All chapters.
    pub fn all() -> Self {
        Self::default()
    }

    /// Whether it names no chapter, which means all of them.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a chapter is selected.
    pub fn contains(&self, number: u32) -> bool {
        self.is_all()
            || self
                .0
                .iter()
                .any(|range| range.from <= number && range.to.is_none_or(|to| number <= to))
    }

    /// The first number that it names beyond a book's last chapter.
    pub fn beyond(&self, last: u32) -> Option<u32> {
        let named = |range: &ChapterRange| [range.from, range.to.unwrap_or(range.from)];
        self.0.iter().flat_map(named).find(|number| *number > last)
    }
}

impl From<RangeInclusive<u32>> for ChapterSelection {
    fn from(range: RangeInclusive<u32>) -> Self {
        Self(vec![ChapterRange {
            from: *range.start(),
            to: Some(*range.end()),
        }])
    }
}

impl FromStr for ChapterSelection {
    type Err = SelectionError;

    fn from_str(text: &str) -> Result<Self, SelectionError> {
        let parts = text.split([',', ';', '、', '，', '،']).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(range).collect::<Result<_, _>>().map(Self)
    }
}

fn range(part: &str) -> Result<ChapterRange, SelectionError> {
    let number = |text: &str| match text.trim().parse() {
        Ok(0) => Err(SelectionError::Zero),
        Ok(number) => Ok(number),
        Err(_) => Err(SelectionError::NotANumber {
            part: part.to_owned(),
        }),
    };
    let Some((from, to)) = part.split_once(['-', '–', '—']) else {
        let from = number(part)?;
        return Ok(ChapterRange {
            from,
            to: Some(from),
        });
    };
    let from = number(from)?;
    if to.trim().is_empty() {
        return Ok(ChapterRange { from, to: None });
    }
    let to = number(to)?;
    if to < from {
        return Err(SelectionError::Backwards { from, to });
    }
    Ok(ChapterRange { from, to: Some(to) })
}

impl fmt::Display for ChapterSelection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, ChapterRange { from, to }) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(",")?;
            }
            match to {
                None => write!(f, "{from}-")?,
                Some(to) if to == from => write!(f, "{from}")?,
                Some(to) => write!(f, "{from}-{to}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for ChapterSelection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ChapterSelection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_names_numbers_and_ranges() -> Result<(), SelectionError> {
        let selection: ChapterSelection = " 1-3, 8,10 – 11;20-".parse()?;
        let chosen: Vec<u32> = (1..=22).filter(|n| selection.contains(*n)).collect();
        assert_eq!(chosen, [1, 2, 3, 8, 10, 11, 20, 21, 22]);
        assert_eq!(selection.to_string(), "1-3,8,10-11,20-");
        assert_eq!(selection.to_string().parse(), Ok(selection));
        Ok(())
    }

    #[test]
    fn an_empty_selection_is_all() -> Result<(), SelectionError> {
        for text in ["", " ", ",", " , "] {
            let selection: ChapterSelection = text.parse()?;
            assert!(
                selection.is_all() && selection.contains(7) && selection == ChapterSelection::all(),
                "{text:?}"
            );
        }
        Ok(())
    }

    #[test]
    fn what_can_not_be_read_is_told() {
        for (text, sentence) in [
            (
                "one",
                "“one” is no chapter number: write a selection as 1-5,8.",
            ),
            (
                "1-x",
                "“1-x” is no chapter number: write a selection as 1-5,8.",
            ),
            (
                "-3",
                "“-3” is no chapter number: write a selection as 1-5,8.",
            ),
            (
                "99999999999",
                "“99999999999” is no chapter number: write a selection as 1-5,8.",
            ),
            (
                "0",
                "Chapters are numbered from 1: a selection can't name chapter 0.",
            ),
            ("5-1", "“5-1” runs backwards: write 1-5."),
        ] {
            let said = text
                .parse::<ChapterSelection>()
                .map_err(|error| error.to_string());
            assert_eq!(said, Err(sentence.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_number_beyond_the_book_is_found_however_large() -> Result<(), SelectionError> {
        let beyond =
            |text: &str| Ok::<_, SelectionError>(text.parse::<ChapterSelection>()?.beyond(5));
        assert_eq!(beyond("1-5")?, None);
        assert_eq!(beyond("3-")?, None);
        assert_eq!(beyond("2,6-7")?, Some(6));
        assert_eq!(beyond("1-4000000000")?, Some(4_000_000_000));
        assert_eq!(beyond("6-")?, Some(6));
        Ok(())
    }
}
