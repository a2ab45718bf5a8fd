//! What a line is the heading of.

/// A line that may be a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// What it is the heading of.
    pub kind: HeadingKind,
    /// Its number, if it has one that is known.
    pub number: Option<u32>,
    /// Whether a title stands beside the number.
    pub titled: Titled,
}

/// Whether a title stands beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Titled {
    /// A title is there.
    Yes,
    /// The number is alone.
    No,
}

/// What a heading is the heading of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadingKind {
    /// Several chapters.
    Part,
    /// A chapter, by its word.
    Chapter,
    /// A prologue, an epilogue and the like.
    Special,
    /// A number alone, or with a title behind it: a heading only if they count up.
    Number,
}
