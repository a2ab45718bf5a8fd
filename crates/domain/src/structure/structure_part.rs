//! A named part of a structure.

use serde::Serialize;

/// A named part of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StructurePart {
    /// Its name.
    pub name: &'static str,
    /// What a chapter that serves it has to do, in a sentence.
    pub does: &'static str,
    /// Where it begins, in thousandths of the story.
    pub from: u32,
    /// Where it ends; the same as `from` for a turn, which belongs to one chapter alone.
    pub to: u32,
}
