//! What every form for a part of a world answers: its fields, and how they are read back.

use crate::api::StudioError;
use domain::WorldPart;
use leptos::prelude::*;

/// Reads the fields of a part back; or says what can't be saved as it is.
pub(super) type ReadPart = Box<dyn Fn() -> Result<WorldPart, StudioError> + Send + Sync>;

/// The fields of a part.
pub(super) struct PartFields {
    /// How they look.
    pub view: AnyView,
    /// Each by its label.
    pub labelled: Vec<(&'static str, RwSignal<String>)>,
    /// Reads them back.
    pub read: ReadPart,
}
