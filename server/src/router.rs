//! Everything the studio answers to, as one router.

use crate::{api, pages, security, site};
use axum::{Router, extract::DefaultBodyLimit, middleware};
use engine::Engine;
use std::net::SocketAddr;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// The largest request, in bytes: a very long chapter is one.
const MAX_BODY: usize = 8 * 1024 * 1024;

/// REST, live stream, pages and files, behind the guard.
pub fn router(engine: Engine, addr: SocketAddr) -> Router {
    pages::router(engine.clone(), addr)
        .merge(api::router(engine))
        // Live streams are left alone: the layer passes over text/event-stream.
        .layer(CompressionLayer::new())
        // Embedded files come compressed.
        .merge(site::router())
        .layer(CatchPanicLayer::new())
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn(security::guard))
}
