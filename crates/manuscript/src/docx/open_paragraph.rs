//! A paragraph as far as it is read.

use super::styles::NamedStyle;

/// A paragraph as far as it is read.
#[derive(Debug, Default)]
pub(super) struct OpenParagraph {
    pub style: NamedStyle,
    pub is_listed: bool,
    pub breaks_before: bool,
    pub breaks_after: bool,
    /// Whether its end was deleted, so that the next one goes on in it.
    pub joins_next: bool,
}
