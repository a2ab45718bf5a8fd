//! The documentation of headers that requests bring.

use super::if_match::IfMatch;
use utoipa::{
    IntoParams, PartialSchema,
    openapi::{
        ObjectBuilder, RefOr, Required, Schema, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

/// `*`, or tags in double quotes with commas between them.
const TAGS: &str = r#"^(\*|(W/)?"[!#-~]*"( *, *(W/)?"[!#-~]*")*)$"#;

/// A second try of a lost request finds the same run.
pub(super) struct IdempotencyKey;

/// Where a reader of the live stream goes on.
pub(super) struct LastEventId;

fn header(
    name: &str,
    required: Required,
    description: &str,
    schema: RefOr<Schema>,
) -> Vec<Parameter> {
    let header = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .schema(Some(schema));
    vec![header.build()]
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        header(
            "If-Match",
            Required::True,
            "The `ETag` of the version that you changed, a list of them, or `*` for whatever there is.",
            ObjectBuilder::new()
                .schema_type(Type::String)
                .pattern(Some(TAGS))
                .into(),
        )
    }
}

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        header(
            "Idempotency-Key",
            Required::False,
            "The same key with the same request answers the same run, for 24 hours.",
            String::schema(),
        )
    }
}

impl IntoParams for LastEventId {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        header(
            "Last-Event-ID",
            Required::False,
            "The number of the last event that you have. It wins over `after`.",
            i64::schema(),
        )
    }
}
