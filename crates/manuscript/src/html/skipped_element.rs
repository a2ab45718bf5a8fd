//! An element that is passed over.

use exchange::import::ImportLossKind;

/// Something that is passed over.
#[derive(Debug)]
pub(super) struct Skipped {
    pub(super) name: Vec<u8>,
    pub(super) depth: usize,
    pub(super) kind: Option<ImportLossKind>,
    pub(super) is_styles: bool,
    pub(super) text: String,
}
