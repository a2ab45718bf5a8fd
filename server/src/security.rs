//! Who may talk to the studio: requests with a foreign `Host` or `Origin` are refused, and every answer
//! says how a browser is to treat it.

use crate::problem::Problem;
use axum::{
    extract::Request,
    http::{
        HeaderValue, StatusCode,
        header::{
            CONTENT_SECURITY_POLICY, HOST, HeaderName, ORIGIN, REFERRER_POLICY,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
        uri::Authority,
    },
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use std::net::IpAddr;

/// For answers that are no page: nothing in them may run or load.
const NOTHING: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");

/// Refuses foreign requests and adds the security headers.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let mut response = match refuse(&request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(NOTHING);
    for (name, value) in [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Why this request is refused, if it is.
///
/// Without this, any page in the author's browser could reach the studio: by posting to it (its `Origin`
/// tells), or by pointing a name of its own at 127.0.0.1 (then `Host` is a name; ours is an address or
/// `localhost`).
fn refuse(request: &Request) -> Option<Problem> {
    let refused = |code, detail: &str| Some(Problem::new(StatusCode::FORBIDDEN, code, detail));
    let header = |name| request.headers().get(name).map(HeaderValue::to_str);
    let host = match header(HOST) {
        Some(Ok(host)) => host.to_owned(),
        None => match request.uri().authority() {
            Some(authority) => authority.to_string(),
            None => return refused("foreign_host", "A request needs a Host header."),
        },
        Some(Err(_)) => return refused("foreign_host", "The Host header can’t be read."),
    };
    if !is_ours(&host) {
        return refused(
            "foreign_host",
            "This studio accepts requests to its address or to localhost, not to this name.",
        );
    }
    match header(ORIGIN) {
        None => None,
        Some(Ok(origin))
            if origin
                .split_once("://")
                .is_some_and(|(_, from)| from == host) =>
        {
            None
        }
        Some(_) => refused(
            "foreign_origin",
            "This request comes from another site’s page. Other sites may not use the studio.",
        ),
    }
}

/// An address, or `localhost`: names can be pointed at us by anyone.
fn is_ours(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    let name = authority.host();
    name.eq_ignore_ascii_case("localhost")
        || name
            .trim_start_matches('[')
            .trim_end_matches(']')
            .parse::<IpAddr>()
            .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn refused(host: &str, origin: Option<&str>) -> Option<&'static str> {
        let mut request = Request::builder().uri("/").header(HOST, host);
        if let Some(origin) = origin {
            request = request.header(ORIGIN, origin);
        }
        refuse(&request.body(Body::empty()).expect("a request")).map(|problem| problem.code)
    }

    #[test]
    fn only_addresses_and_localhost_are_our_hosts() {
        for ours in [
            "127.0.0.1:3000",
            "localhost:3000",
            "[::1]:3000",
            "192.168.1.5",
        ] {
            assert_eq!(refused(ours, None), None, "{ours}");
        }
        for foreign in [
            "evil.example:3000",
            "127.0.0.1.evil.example",
            "localhost.evil",
            "",
            "a b",
        ] {
            assert_eq!(refused(foreign, None), Some("foreign_host"), "{foreign}");
        }
    }

    #[test]
    fn only_our_own_pages_may_send_requests() {
        let host = "127.0.0.1:3000";
        assert_eq!(refused(host, Some("http://127.0.0.1:3000")), None);
        for foreign in ["http://127.0.0.1:4000", "https://evil.example", "null", ""] {
            assert_eq!(
                refused(host, Some(foreign)),
                Some("foreign_origin"),
                "{foreign}"
            );
        }
    }
}
