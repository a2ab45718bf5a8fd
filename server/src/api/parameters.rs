//! The documentation of headers that requests bring.

use crate::request::IfMatch;
use utoipa::{
    IntoParams, PartialSchema,
    openapi::{
        Required,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

/// A second try of a lost request finds the same run.
pub(super) struct IdempotencyKey;

/// Where a reader of the live stream goes on.
pub(super) struct LastEventId;

fn header<T: PartialSchema>(name: &str, required: Required, description: &str) -> Vec<Parameter> {
    let header = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .schema(Some(T::schema()));
    vec![header.build()]
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        header::<String>(
            "If-Match",
            Required::True,
            "The `ETag` of the version that you changed, a list of them, or `*` for whatever there is.",
        )
    }
}

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        header::<String>(
            "Idempotency-Key",
            Required::False,
            "The same key with the same request answers the same run, for 24 hours.",
        )
    }
}

impl IntoParams for LastEventId {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        header::<i64>(
            "Last-Event-ID",
            Required::False,
            "The number of the last event that you have. It wins over `after`.",
        )
    }
}
