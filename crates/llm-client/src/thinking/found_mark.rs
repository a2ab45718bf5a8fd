//! A mark that was found in a text.

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A thought begins; what ends it.
    Open(&'static [&'static str]),
    /// The same, and its name says what ends it. It may be none, where that never comes.
    Named,
    /// A thought ends.
    Close,
    /// Nothing: it belongs to the template.
    Template,
    /// The turn ends: nothing that follows something written is of the answer.
    End,
    /// Somebody else's turn begins: nothing that follows is of the answer.
    Others,
}

/// A mark in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundMark {
    /// Where it begins and ends, in bytes.
    Whole(usize, usize, Kind),
    /// What may be the beginning of one stands at the end.
    Begun(usize),
}
