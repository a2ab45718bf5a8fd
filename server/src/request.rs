//! Reading requests: ids, JSON bodies, lists and preconditions, each refused in one clear sentence.

use crate::problem::Problem;
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Query, Request},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_TYPE, ETAG, IF_MATCH},
        request::Parts,
    },
};
use serde::{Deserialize, de::DeserializeOwned};
use std::str::FromStr;

/// A JSON body. Malformed JSON is 400, JSON of the wrong shape 422, another content type 415.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let json = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| {
                value
                    .split(';')
                    .next()
                    .unwrap_or_default()
                    .ends_with("json")
            });
        if !json {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send JSON, with the header Content-Type: application/json.",
            ));
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| {
                Problem::new(
                    rejection.status(),
                    "unreadable_body",
                    "The request body could not be read, or is larger than 8 MB.",
                )
            })?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| match error.classify() {
                serde_json::error::Category::Data => Problem::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "invalid",
                    format!("The JSON does not match this request: {error}."),
                ),
                _ => Problem::new(
                    StatusCode::BAD_REQUEST,
                    "malformed_json",
                    format!("The body is not valid JSON: {error}."),
                ),
            })
    }
}

/// Query parameters; what can't be read is 422.
pub(crate) struct Params<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Query::try_from_uri(&parts.uri)
            .map(|Query(params)| Self(params))
            .map_err(|rejection| {
                Problem::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "invalid",
                    format!(
                        "The query parameters are not valid: {}.",
                        rejection.body_text()
                    ),
                )
            })
    }
}

/// `?limit=&after=`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Paging {
    limit: Option<u32>,
    pub(crate) after: Option<String>,
}

impl Paging {
    /// How many items were asked for.
    pub(crate) fn limit(&self) -> Result<u32, Problem> {
        match self.limit {
            None => Ok(50),
            Some(limit @ 1..=200) => Ok(limit),
            Some(_) => Err(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
                "`limit` must be a number from 1 to 200.",
            )),
        }
    }
}

/// An id out of the path: what is no id names nothing.
pub(crate) fn id<T: FromStr>(text: &str, what: &'static str) -> Result<T, Problem> {
    text.parse()
        .map_err(|_| engine::Error::NotFound(what).into())
}

/// A chapter's number out of the path.
pub(crate) fn chapter_number(text: &str) -> Result<u32, Problem> {
    id(text, "chapter")
}

/// The `ETag` of a version.
pub(crate) fn etag(version: i64) -> HeaderMap {
    let tag =
        HeaderValue::from_str(&format!("\"{version}\"")).expect("digits and quotes are a header");
    HeaderMap::from_iter([(ETAG, tag)])
}

/// What a change says it is based on: a version, or `*` for whatever stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Based {
    On(i64),
    OnAny,
}

impl<S: Send + Sync> FromRequestParts<S> for Based {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let value = parts
            .headers
            .get(IF_MATCH)
            .and_then(|value| value.to_str().ok());
        match value.map(str::trim) {
            None => Err(Problem::new(
                StatusCode::PRECONDITION_REQUIRED,
                "precondition_required",
                "Send the ETag of the version that you changed in an If-Match header.",
            )),
            Some("*") => Ok(Self::OnAny),
            // A tag that no version of ours has matches none.
            Some(tag) => Ok(Self::On(
                tag.trim_start_matches("W/")
                    .trim_matches('"')
                    .parse()
                    .unwrap_or(-1),
            )),
        }
    }
}

impl Based {
    /// The version to change: the one named, or the one that stands.
    pub(crate) fn version(self, current: i64) -> i64 {
        match self {
            Self::On(version) => version,
            Self::OnAny => current,
        }
    }
}
