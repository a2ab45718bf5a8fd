//! The browser's files: scripts, style and icons, embedded at build time in their compressed
//! forms, so that the binary needs nothing beside it.

use crate::entity_tags::EntityTags;
use axum::Router;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use flate2::read::GzDecoder;
use std::io::Read as _;

/// The folder of the scripts, the wasm files and the style: `pkg/<hash>`, or plain `pkg` where
/// nothing is embedded.
pub(crate) const PKG: &str = env!("FABLEWRIGHT_PKG");

/// A file as `build.rs` found it.
struct File {
    route: &'static str,
    content_type: &'static str,
    etag: &'static str,
    /// Whether the name follows the content, so that browsers may keep the file for ever.
    immutable: bool,
    forms: Forms,
}

/// The forms in which a file is embedded.
#[allow(
    dead_code,
    reason = "which forms there are is known when the files are embedded"
)]
enum Forms {
    /// As it is: compression saves nothing.
    Plain(&'static [u8]),
    /// Compressed alone; for the few clients that take neither form it is unpacked.
    Compressed {
        brotli: Option<&'static [u8]>,
        gzip: &'static [u8],
    },
}

static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// Whether the browser's half is in this binary; `cargo xtask build` puts it there.
pub(crate) fn is_embedded() -> bool {
    FILES.iter().any(|file| file.route.ends_with(".wasm"))
}

/// A route for every embedded file; everything else is left to the routers it is merged with.
pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    FILES.iter().fold(Router::new(), |router, file| {
        router.route(
            file.route,
            get(async move |headers: HeaderMap| respond(file, &headers)),
        )
    })
}

fn respond(file: &File, request: &HeaderMap) -> Response {
    let cache = if file.immutable {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(file.content_type)),
        (CACHE_CONTROL, HeaderValue::from_static(cache)),
        (ETAG, HeaderValue::from_static(file.etag)),
        (VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if is_known(file, request) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let encoded = |name: &'static str| [(CONTENT_ENCODING, HeaderValue::from_static(name))];
    match file.forms {
        Forms::Plain(bytes) => (headers, bytes).into_response(),
        Forms::Compressed {
            brotli: Some(bytes),
            ..
        } if accepts(request, "br") => (headers, encoded("br"), bytes).into_response(),
        Forms::Compressed { gzip, .. } if accepts(request, "gzip") => {
            (headers, encoded("gzip"), gzip).into_response()
        }
        Forms::Compressed { gzip, .. } => {
            let mut plain = Vec::new();
            match GzDecoder::new(gzip).read_to_end(&mut plain) {
                Ok(_) => (headers, plain).into_response(),
                Err(error) => {
                    tracing::error!(%error, file.route, "an embedded file can't be unpacked");
                    StatusCode::INTERNAL_SERVER_ERROR.into_response()
                }
            }
        }
    }
}

/// Whether the browser has this very content already.
fn is_known(file: &File, request: &HeaderMap) -> bool {
    let tags = EntityTags::of(request, &IF_NONE_MATCH).and_then(Result::ok);
    tags.is_some_and(|tags| tags.have(file.etag.trim_start_matches("W/").trim_matches('"')))
}

/// Whether the browser takes an encoding: named, and not with a weight of zero.
fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    items(request, ACCEPT_ENCODING).any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
        named && weight.is_none_or(|weight| weight > 0.0)
    })
}

/// The items of a header that is a list.
fn items(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers
        .get_all(name)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(',').map(str::trim))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    const FILE: File = File {
        route: "/pkg/fablewright-1.js",
        content_type: "text/javascript; charset=utf-8",
        etag: "W/\"abc\"",
        immutable: true,
        forms: Forms::Compressed {
            brotli: Some(b"br"),
            gzip: b"gzip",
        },
    };

    fn ask(file: &File, name: HeaderName, value: &'static str) -> Response {
        respond(
            file,
            &HeaderMap::from_iter([(name, HeaderValue::from_static(value))]),
        )
    }

    fn header(response: &Response, name: HeaderName) -> Option<&str> {
        response.headers().get(name)?.to_str().ok()
    }

    fn encoding(file: &File, accepted: &'static str) -> Option<String> {
        header(&ask(file, ACCEPT_ENCODING, accepted), CONTENT_ENCODING).map(str::to_owned)
    }

    #[test]
    fn the_smallest_accepted_form_is_sent() {
        assert_eq!(
            encoding(&FILE, "gzip, deflate, br, zstd").as_deref(),
            Some("br")
        );
        assert_eq!(
            encoding(&FILE, "gzip;q=0.8, br;q=0").as_deref(),
            Some("gzip")
        );
        let plain_only = File {
            forms: Forms::Plain(b"plain"),
            ..FILE
        };
        assert_eq!(encoding(&plain_only, "gzip, br"), None);
    }

    #[tokio::test]
    async fn who_takes_no_compressed_form_gets_the_plain_one() {
        let content = b"once upon a time";
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content).expect("memory");
        let gzip = gzip.finish().expect("memory").leak();
        let file = File {
            forms: Forms::Compressed { brotli: None, gzip },
            ..FILE
        };
        let response = ask(&file, ACCEPT_ENCODING, "deflate, br");
        assert_eq!(header(&response, CONTENT_ENCODING), None);
        let body = axum::body::to_bytes(response.into_body(), 100).await;
        assert_eq!(body.expect("a body"), content.as_slice());
    }

    #[test]
    fn a_name_that_follows_the_content_is_kept_for_ever() {
        let response = ask(&FILE, ACCEPT_ENCODING, "br");
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(header(&response, CONTENT_TYPE), Some(FILE.content_type));
        assert_eq!(
            header(&response, CACHE_CONTROL),
            Some("public, max-age=31536000, immutable")
        );
        let steady = ask(
            &File {
                immutable: false,
                ..FILE
            },
            ACCEPT_ENCODING,
            "br",
        );
        assert_eq!(header(&steady, CACHE_CONTROL), Some("no-cache"));
    }

    #[test]
    fn known_content_is_not_sent_again() {
        let known = |value| ask(&FILE, IF_NONE_MATCH, value).status() == StatusCode::NOT_MODIFIED;
        assert!(known("W/\"abc\"") && known("\"x\", \"abc\"") && known("*"));
        assert!(!known("W/\"abd\""));
        let response = ask(&FILE, IF_NONE_MATCH, "\"abc\"");
        assert_eq!(header(&response, ETAG), Some(FILE.etag));
    }

    #[test]
    fn every_embedded_file_has_its_route() {
        let _: Router = router();
        assert!(FILES.iter().all(|file| file.route.starts_with('/')));
        assert!(!is_embedded() || PKG.starts_with("pkg/"));
    }
}
