//! Who may talk to the studio: requests with a foreign `Host` or `Origin` are refused, and every answer
//! says how a browser is to treat it.

use crate::problem::Problem;
use axum::{
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderName, ORIGIN,
            REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
        uri::Authority,
    },
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use std::{net::IpAddr, sync::Arc};

/// For answers that are no page: nothing in them may run or load.
const NOTHING: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");

/// Nothing of a machine is for a page of the studio but its own screen.
const NO_DEVICES: &str = "accelerometer=(), autoplay=(), camera=(), \
     display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     serial=(), usb=(), xr-spatial-tracking=()";

/// Names that the studio answers to beside its addresses and `localhost`. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct AllowedHosts(Arc<[String]>);

impl AllowedHosts {
    /// These names, in whatever letters.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().map(|name| name.to_lowercase()).collect())
    }

    fn has(&self, name: &str) -> bool {
        let name = name.trim_end_matches('.');
        self.0.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// Refuses foreign requests and adds the security headers.
pub(crate) async fn guard(
    State(names): State<AllowedHosts>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match refuse(&request, &names) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(NOTHING);
    // No proxy stores a story. A browser may keep a page for its Back button; embedded files have a header of their own.
    let is_page = headers
        .get(CONTENT_TYPE)
        .is_some_and(|of| of.as_bytes().starts_with(b"text/html"));
    let kept = if is_page {
        "private, no-cache"
    } else {
        "private, no-store"
    };
    for (name, value) in [
        (CACHE_CONTROL, kept),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("permissions-policy"), NO_DEVICES),
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
/// tells), or by pointing a name of its own at 127.0.0.1 (then `Host` is a name; ours is an address,
/// `localhost`, or one that `--allow-host` names).
fn refuse(request: &Request, names: &AllowedHosts) -> Option<Problem> {
    let refused = |code, detail: &str| Some(Problem::new(StatusCode::FORBIDDEN, code, detail));
    let malformed = |detail: &str| {
        Some(Problem::new(
            StatusCode::BAD_REQUEST,
            "malformed_request",
            detail,
        ))
    };
    let host = match asked_host(request) {
        Ok(host) => host,
        Err(detail) => return malformed(detail),
    };
    if !is_ours(&host, names) {
        return refused(
            "foreign_host",
            "This studio answers to its address or to localhost, not to this name. Start it with --allow-host and the \
             name to use it under that name.",
        );
    }
    match request.headers().get(ORIGIN).map(HeaderValue::to_str) {
        None => None,
        Some(Ok(origin)) if is_our_page(origin, &host, names) => None,
        Some(_) => refused(
            "foreign_origin",
            "This request comes from another site’s page. Other sites may not use the studio.",
        ),
    }
}

/// The one host that a request is for: RFC 9112 has a server refuse what names two.
fn asked_host(request: &Request) -> Result<String, &'static str> {
    let mut hosts = request.headers().get_all(HOST).iter();
    let header = hosts.next();
    if hosts.next().is_some() {
        return Err("A request has one Host header, and this one has several.");
    }
    let header = header
        .map(|host| host.to_str().map_err(|_| "The Host header can't be read."))
        .transpose()?;
    match (header, request.uri().authority()) {
        (Some(host), Some(asked)) if !asked.as_str().eq_ignore_ascii_case(host) => {
            Err("The Host header and the address that was asked for name different hosts.")
        }
        (Some(host), _) => Ok(host.to_owned()),
        (None, Some(asked)) => Ok(asked.to_string()),
        (None, None) => Err("A request needs a Host header."),
    }
}

/// A page under the host that was asked for; or, where a proxy asks for another, under a name of ours.
fn is_our_page(origin: &str, host: &str, names: &AllowedHosts) -> bool {
    let Some((_, from)) = origin.split_once("://") else {
        return false;
    };
    from.eq_ignore_ascii_case(host)
        || from
            .parse::<Authority>()
            .is_ok_and(|from| names.has(from.host()))
}

/// An address, `localhost`, or a name we were given: other names can be pointed at us by anyone.
fn is_ours(host: &str, names: &AllowedHosts) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    let name = authority.host();
    name.eq_ignore_ascii_case("localhost")
        || names.has(name)
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

    fn refused(host: &str, origin: Option<&str>) -> Option<String> {
        refused_by(&AllowedHosts::default(), host, origin)
    }

    fn refused_by(names: &AllowedHosts, host: &str, origin: Option<&str>) -> Option<String> {
        let mut request = Request::builder().uri("/").header(HOST, host);
        if let Some(origin) = origin {
            request = request.header(ORIGIN, origin);
        }
        let request = request.body(Body::empty()).expect("a request");
        refuse(&request, names).map(|problem| problem.code.into_owned())
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
            assert_eq!(
                refused(foreign, None).as_deref(),
                Some("foreign_host"),
                "{foreign}"
            );
        }
    }

    #[test]
    fn only_our_own_pages_may_send_requests() {
        let host = "127.0.0.1:3000";
        assert_eq!(refused(host, Some("http://127.0.0.1:3000")), None);
        for foreign in ["http://127.0.0.1:4000", "https://evil.example", "null", ""] {
            assert_eq!(
                refused(host, Some(foreign)).as_deref(),
                Some("foreign_origin"),
                "{foreign}"
            );
        }
    }

    #[test]
    fn a_name_behind_a_proxy_is_ours_where_it_was_given() {
        let names = AllowedHosts::new(["Studio.Home.Arpa".to_owned()]);
        let refused = |host, origin| refused_by(&names, host, origin);
        assert_eq!(
            refused("studio.home.arpa", Some("https://studio.home.arpa")),
            None
        );
        assert_eq!(refused("STUDIO.home.arpa:8443", None), None);
        // A proxy that asks for the address it forwards to.
        assert_eq!(
            refused("127.0.0.1:3000", Some("https://studio.home.arpa")),
            None
        );
        assert!(refused("other.home.arpa", None).is_some());
        assert!(refused("127.0.0.1:3000", Some("https://evil.example")).is_some());
    }

    #[test]
    fn a_request_that_names_two_hosts_is_malformed() {
        let asked = |uri: &str, hosts: &[&str]| {
            let mut request = Request::builder().uri(uri);
            for host in hosts {
                request = request.header(HOST, *host);
            }
            let request = request.body(Body::empty()).expect("a request");
            refuse(&request, &AllowedHosts::default()).map(|problem| problem.status)
        };
        let (ours, other) = ("127.0.0.1:3000", "localhost:3000");
        assert_eq!(asked("/", &[ours, ours]), Some(400));
        assert_eq!(asked("/", &[ours, other]), Some(400));
        assert_eq!(asked("/", &[]), Some(400));
        assert_eq!(asked("http://127.0.0.1:3000/", &[other]), Some(400));
        assert_eq!(asked("http://127.0.0.1:3000/", &[ours]), None);
        assert_eq!(asked("http://127.0.0.1:3000/", &[]), None);
    }
}
