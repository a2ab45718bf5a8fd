//! What every form for a part of a world returns: its fields, and how to read them.

use crate::api::StudioError;
use domain::WorldPart;
use leptos::prelude::*;

/// Reads the fields of a part back; or says what can't be saved as it is.
pub(super) type ReadPart = Box<dyn Fn() -> Result<WorldPart, StudioError> + Send + Sync>;

/// The fields of a part.
pub(super) struct PartFields {
    /// Their view.
    pub view: AnyView,
    /// Each by its label.
    pub labelled: Vec<(&'static str, RwSignal<String>)>,
    /// Reads them back.
    pub read: ReadPart,
}
