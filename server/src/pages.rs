//! The studio's pages, rendered by the server.

use crate::site;
use app::{App, shell};
use axum::Router;
use engine::Engine;
use leptos::prelude::{Env, LeptosOptions, provide_context};
use leptos_axum::{
    AxumRouteListing, LeptosRoutes as _, generate_route_list_with_exclusions_and_ssg_and_context,
};
use std::{net::SocketAddr, sync::OnceLock};

/// Pages, server functions, and a page that says so for every other address.
pub(crate) fn router(engine: Engine, addr: SocketAddr) -> Router {
    let options = options(addr);
    let context = move || {
        provide_context(engine.clone());
        // Tasks that render a part of a page are not in it, and what they log is to have the request's id.
        provide_context(tracing::Span::current());
    };
    let routes = routes(context.clone());
    let render = {
        let options = options.clone();
        move || shell(options.clone())
    };
    let not_found = leptos_axum::render_app_async_with_context(context.clone(), render.clone());
    Router::<LeptosOptions>::new()
        .leptos_routes_with_context(&options, routes, context, render)
        .fallback(not_found)
        .with_state(options)
}

/// Every address that has a page of its own.
///
/// Leptos finds them by running the pages once (they ask for the engine then, too). While it does, no page of the
/// process loads anything: one that is requested meanwhile from another studio of the process would wait for ever
/// (leptos-rs/leptos#4773). So they are looked for once, before the first studio of the process answers.
fn routes(context: impl Fn() + Clone + Send + 'static) -> Vec<AxumRouteListing> {
    static ROUTES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    let find = || generate_route_list_with_exclusions_and_ssg_and_context(App, None, context).0;
    ROUTES.get_or_init(find).clone()
}

fn options(addr: SocketAddr) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("fablewright")
        .site_pkg_dir(site::PKG)
        .site_addr(addr)
        .env(if cfg!(debug_assertions) {
            Env::DEV
        } else {
            Env::PROD
        })
        .reload_port(3001_u32)
        .build()
}
