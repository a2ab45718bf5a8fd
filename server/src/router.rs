//! Everything the studio answers to, as one router.

use crate::{
    api, api_page, functions, intake, licence_page, pages,
    problem::Problem,
    request_id,
    security::{self, AllowedHosts},
    site,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware,
    response::{IntoResponse as _, Response},
};
use engine::Engine;
use std::{any::Any, net::SocketAddr};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// REST, live stream, pages and files, behind the guard, for the addresses of this machine alone.
pub fn router(engine: Engine, addr: SocketAddr) -> Router {
    router_for(engine, addr, AllowedHosts::default())
}

/// The same, also under these names.
pub fn router_for(engine: Engine, addr: SocketAddr, names: AllowedHosts) -> Router {
    pages::router(engine.clone(), addr)
        .layer(middleware::from_fn(functions::as_rest))
        .merge(api::router(engine))
        .merge(api_page::router())
        .merge(licence_page::router())
        // Live streams are left alone: the layer passes over text/event-stream.
        .layer(CompressionLayer::new())
        // Embedded files come compressed.
        .merge(site::router())
        .layer(CatchPanicLayer::custom(panicked))
        // The intake has its own limit, which answers in words.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(intake::take_in))
        .layer(middleware::from_fn_with_state(names, security::guard))
        .layer(middleware::from_fn(request_id::identify))
}

/// The panic itself is in the log already.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "failed",
        "The studio made a mistake. Nothing that was saved is lost; the log says more.",
    )
    .into_response()
}
