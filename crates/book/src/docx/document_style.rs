//! What the parts of a Word document share: the book, its layout, its paper.

use crate::contents::PreparedBook;

/// What the parts of a document share.
pub(crate) struct DocumentStyle<'book> {
    pub(crate) contents: &'book PreparedBook<'book>,
    pub(crate) is_manuscript: bool,
    pub(crate) paper: Paper,
}

/// A sheet, in twentieths of a point.
pub(crate) struct Paper {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Above and below the text.
    pub(crate) upright: u32,
    /// To its outer side, and to its inner side where pages lie opposite of each other.
    pub(crate) outer: u32,
    pub(crate) inner: u32,
}

impl Paper {
    /// Letter where inches are used, A4 elsewhere; six by nine inches for reading.
    pub(crate) fn of(contents: &PreparedBook<'_>, is_manuscript: bool) -> Self {
        let tag = contents.language.as_deref().unwrap_or("en-US");
        let is_letter = matches!(tag, "en" | "en-US" | "en-CA" | "es-MX" | "es-US" | "fr-CA");
        let (width, height) = match (is_manuscript, is_letter) {
            (false, _) => (8640, 12960),
            (true, true) => (12240, 15840),
            (true, false) => (11906, 16838),
        };
        let (outer, inner) = if is_manuscript {
            (1440, 1440)
        } else {
            (900, 1150)
        };
        Self {
            width,
            height,
            upright: if is_manuscript { 1440 } else { 1080 },
            outer,
            inner,
        }
    }

    /// How wide the text is.
    pub(crate) const fn text_width(&self) -> u32 {
        self.width - self.outer - self.inner
    }
}
