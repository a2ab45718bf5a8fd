//! What is being typed in a chapter and is not saved as a revision yet.

use crate::{RevisionId, Timestamp};
use serde::{Deserialize, Serialize};

/// The unsaved text of a chapter in one browser tab or device, as the studio keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Autosave {
    /// The tab or device it is typed in, by a name that it chose.
    pub device: String,
    /// The whole text.
    pub text: String,
    /// The chapter's version when the typing began.
    pub base_version: i64,
    /// The chapter's revision when the typing began.
    pub base_revision: Option<RevisionId>,
    /// When it was kept.
    pub saved_at: Timestamp,
}

/// A text to keep until it is saved or discarded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAutosave {
    /// The tab or device it is typed in. It keeps one text for each chapter.
    pub device: String,
    /// The whole text.
    pub text: String,
    /// The chapter's version when the typing began.
    pub base_version: i64,
    /// The chapter's revision when the typing began.
    #[serde(default)]
    pub base_revision: Option<RevisionId>,
}
