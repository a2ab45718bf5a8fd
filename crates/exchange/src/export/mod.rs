//! What the author sets for the book that leaves the studio.

mod options;
mod selection;

pub use options::{DocumentLayout, ExportFormat, ExportOptions, TrimSize, UnfinishedChapters};
pub use selection::{ChapterSelection, SelectionError};

use domain::{BookDetails, CoverId};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::{fmt, marker::PhantomData};

/// What is kept of a story for its exports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BookSettings {
    /// What the book says of itself.
    pub details: BookDetails,
    /// How it was exported last.
    pub options: ExportOptions,
    /// The cover in use. Without one, a cover is drawn from the title.
    pub cover: Option<CoverId>,
    /// All covers that were uploaded, newest first: an earlier one can be used again.
    pub covers: Vec<CoverId>,
    /// Grows with every change; 0 before the first one.
    pub version: i64,
}

/// The same as a change: it replaces details and options. What is missing has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct BookSettingsChange {
    /// What the book says of itself.
    #[serde(deserialize_with = "object")]
    pub details: BookDetails,
    /// How it is exported.
    #[serde(deserialize_with = "object")]
    pub options: ExportOptions,
}

/// Reads an object, and no list of the fields in their order, which serde would take as well.
fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct OnlyObject<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for OnlyObject<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(fields))
        }
    }

    deserializer.deserialize_map(OnlyObject(PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_no_object() {
        let read = |text: &str| serde_json::from_str::<BookSettingsChange>(text);
        assert!(read(r#"{"details": ["M. Kell"]}"#).is_err());
        assert!(read(r#"{"options": []}"#).is_err());
        let details = read(r#"{"details": {"author": "M. Kell"}}"#).map(|it| it.details.author);
        assert_eq!(details.ok().as_deref(), Some("M. Kell"));
    }
}
