//! The schemas of what is sent to add or change a part of a world. The handlers read fields one by one, so that a change
//! can name any of them; these types say which there are.

#![expect(dead_code, reason = "only their schemas are used")]

use domain::{EntityId, EntityKind};
use serde::Deserialize;
use utoipa::ToSchema;

macro_rules! schemas {
    ($new:ident, $patch:ident { $($needed:ident: $type:ty),* ; $($field:ident: $usual:ty),* $(,)? }) => {
        /// A new part; what is left out is empty.
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $new {
            $(#[schema(required = true)] $needed: $type,)*
            $(#[schema(required = false)] $field: $usual,)*
        }

        /// A change; what is left out stays as it is.
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $patch {
            $(#[schema(required = false)] $needed: $type,)*
            $(#[schema(required = false)] $field: $usual,)*
        }
    };
}

schemas!(NewEntity, EntityPatch {
    kind: EntityKind;
    name: String,
    role: String,
    description: String,
    pronouns: String,
    goal: String,
    traits: Vec<String>,
});
schemas!(NewRelation, RelationPatch { from: EntityId, to: EntityId; label: String });
schemas!(NewRule, RulePatch { ; text: String });
schemas!(NewFact, FactPatch { ; text: String, chapter: Option<u32> });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::world::blank;
    use serde_json::Value;
    use utoipa::PartialSchema as _;

    #[test]
    fn the_schemas_have_the_fields_that_are_read() {
        let schemas = [
            ("entity", NewEntity::schema(), EntityPatch::schema()),
            ("relation", NewRelation::schema(), RelationPatch::schema()),
            ("rule", NewRule::schema(), RulePatch::schema()),
            ("fact", NewFact::schema(), FactPatch::schema()),
        ];
        for (of, new, patch) in schemas {
            let mut read: Vec<_> = match blank(of) {
                Value::Object(fields) => fields.into_iter().map(|(name, _)| name).collect(),
                other => panic!("{other}"),
            };
            read.retain(|name| name != "id");
            read.sort();
            for schema in [new, patch] {
                let schema = serde_json::to_value(schema).expect("a schema");
                let mut fields: Vec<_> = schema["properties"]
                    .as_object()
                    .expect("properties")
                    .keys()
                    .cloned()
                    .collect();
                fields.sort();
                assert_eq!(fields, read, "{of}");
                assert_eq!(schema["additionalProperties"], false, "{schema}");
            }
        }
    }
}
