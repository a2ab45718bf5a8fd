//! Reading requests: ids, JSON bodies and lists, each refused in one clear sentence.

use crate::problem::Problem;
use axum::{
    body::Bytes,
    extract::{self, FromRequest, FromRequestParts, OriginalUri, Query, Request},
    http::{
        Extensions, HeaderMap, HeaderValue, StatusCode, Uri, header::CONTENT_TYPE, request::Parts,
    },
};
use domain::{ChapterRef, Page};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};
use std::str::FromStr;

/// A JSON body. Malformed JSON is 400, JSON of the wrong shape 422, another content type 415.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let headers = parts.headers.clone();
        // Read before already, whole and within its size.
        let bytes = Bytes::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(|rejection| {
                Problem::new(
                    rejection.status(),
                    "malformed_request",
                    "The request's body could not be read to its end. Send it again.",
                )
            })?;
        json_body(&headers, &bytes).map(Self)
    }
}

/// Reads a JSON body with its headers.
pub(crate) fn json_body<T: DeserializeOwned>(
    headers: &HeaderMap,
    bytes: &[u8],
) -> Result<T, Problem> {
    if !headers.get(CONTENT_TYPE).is_some_and(is_json) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "Send JSON, with the header Content-Type: application/json.",
        ));
    }
    // serde would take a list for the fields of an object in their order.
    if bytes.trim_ascii_start().starts_with(b"[")
        && serde_json::from_slice::<IgnoredAny>(bytes).is_ok()
    {
        return Err(invalid(
            "The JSON does not match this request: it is a list, and an object is expected.",
        ));
    }
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
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

/// `application/json` or `application/…+json`, in whatever letters and with whatever parameters.
fn is_json(content_type: &HeaderValue) -> bool {
    let Ok(text) = content_type.to_str() else {
        return false;
    };
    let of = text
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    of.strip_prefix("application/")
        .is_some_and(|kind| kind == "json" || kind.ends_with("+json"))
}

/// The parts of an address that its route names. What can't be read as text names nothing.
pub(crate) struct Path<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let rejection = match extract::Path::from_request_parts(parts, state).await {
            Ok(extract::Path(found)) => return Ok(Self(found)),
            Err(rejection) => rejection,
        };
        if rejection.status().is_client_error() {
            return Err(nothing_at(&parts.uri, &parts.extensions));
        }
        tracing::error!(%rejection, "a route and its handler do not agree");
        Err(Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "failed",
            "The studio could not carry this out. Try again.",
        ))
    }
}

/// 404, with the address as it was sent: a router within another one sees only the rest of it.
pub(crate) fn nothing_at(uri: &Uri, extensions: &Extensions) -> Problem {
    let sent = extensions.get().map_or(uri, |OriginalUri(sent)| sent);
    Problem::new(
        StatusCode::NOT_FOUND,
        "not_found",
        format!("Nothing was found at {}.", sent.path()),
    )
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

/// The most items of one answer.
const MAX_LIMIT: u32 = 200;

/// `?limit=&after=`
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Paging {
    /// How many items at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
}

impl Paging {
    /// How many items were asked for; 50 where nothing was.
    pub(crate) fn limit(&self) -> Result<u32, Problem> {
        self.limit_or(50)
    }

    /// Refuses what is no number of items.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        self.limit().map(drop)
    }

    fn limit_or(&self, usual: u32) -> Result<u32, Problem> {
        match self.limit {
            None => Ok(usual),
            Some(limit @ 1..=MAX_LIMIT) => Ok(limit),
            Some(_) => Err(invalid("`limit` must be a number from 1 to 200.")),
        }
    }

    /// The page of a list that is at hand whole; `key` tells its items apart.
    pub(crate) fn of<T>(
        &self,
        mut items: Vec<T>,
        key: impl Fn(&T) -> String,
    ) -> Result<Page<T>, Problem> {
        let limit = self.limit_or(MAX_LIMIT)? as usize;
        if let Some(after) = &self.after {
            let last = items.iter().position(|item| key(item) == *after);
            let Some(last) = last else {
                return Err(invalid(
                    "Set `after` to the `next` value of the previous page.",
                ));
            };
            items.drain(..=last);
        }
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(key);
        Ok(Page { items, next })
    }
}

fn invalid(detail: &str) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail)
}

/// An id out of the path: what is no id names nothing.
pub(crate) fn id<T: FromStr>(text: &str, what: &'static str) -> Result<T, Problem> {
    text.parse()
        .map_err(|_| engine::Error::NotFound(what).into())
}

/// A chapter out of the path: by its number or its id.
pub(crate) fn chapter(text: &str) -> Result<ChapterRef, Problem> {
    id(text, "chapter")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_json_in_any_letters() {
        for (text, expected) in [
            ("application/json", true),
            ("application/JSON", true),
            ("Application/Json; charset=UTF-8", true),
            ("application/merge-patch+json", true),
            ("text/json-like", false),
            ("text/plain", false),
            ("application/jsonp", false),
            ("", false),
        ] {
            let value = HeaderValue::from_static(text);
            assert_eq!(is_json(&value), expected, "{text}");
        }
    }

    #[test]
    fn a_list_at_hand_is_given_in_pages() {
        let page = |limit, after: Option<&str>| {
            let paging = Paging {
                limit,
                after: after.map(str::to_owned),
            };
            paging
                .of((1..=5).collect(), i32::to_string)
                .map_err(|problem| problem.status)
        };
        let all = page(None, None).expect("a page");
        assert_eq!((all.items.len(), all.next), (5, None));
        let first = page(Some(2), None).expect("a page");
        assert_eq!(
            (first.items, first.next.as_deref()),
            (vec![1, 2], Some("2"))
        );
        let last = page(Some(3), Some("2")).expect("a page");
        assert_eq!((last.items, last.next), (vec![3, 4, 5], None));
        assert_eq!(page(Some(0), None), Err(422));
        assert_eq!(page(Some(100_000), None), Err(422));
        assert_eq!(page(None, Some("9")), Err(422));
    }
}
