//! The HTTP client of a server.

use super::address;
use domain::TimeLimits;
use reqwest::{
    Client, ClientBuilder, Url,
    header::{ACCEPT_ENCODING, HeaderMap, HeaderValue},
    redirect,
};
use rustls::{ClientConfig, RootCertStore};
use std::{env, sync::Once, time::Duration};

/// Chooses how TLS computes, once for the process. Whoever makes a `reqwest::Client` calls it first.
pub fn prepare_tls() {
    static ONCE: Once = Once::new();
    // An error says that somebody has chosen already.
    ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}

/// A client, and what is to be known where it fails.
pub(super) struct ServerClient {
    pub(super) http: Client,
    /// Whether this machine knows any certificate authority.
    pub(super) has_authorities: bool,
    /// The variable that names a proxy on the way.
    pub(super) proxy: Option<&'static str>,
}

/// The client for a server. A machine without certificate authorities can still use plain HTTP; over TLS it trusts
/// nobody.
pub(super) fn of(base: &Url, limits: TimeLimits) -> Result<ServerClient, String> {
    prepare_tls();
    let proxy = proxy(base);
    let made = |http, has_authorities| ServerClient {
        http,
        has_authorities,
        proxy,
    };
    if let Ok(http) = builder(base, limits).build() {
        return Ok(made(http, true));
    }
    let trusts_nobody = ClientConfig::builder()
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    builder(base, limits)
        .tls_backend_preconfigured(trusts_nobody)
        .build()
        .map(|http| made(http, false))
        .map_err(|error| format!("This machine can’t make connections: {error}."))
}

fn builder(base: &Url, limits: TimeLimits) -> ClientBuilder {
    // What is compressed is read, but not asked for: it would come in lumps.
    let plain = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static("identity"))]);
    let builder = Client::builder()
        .default_headers(plain)
        .connect_timeout(Duration::from_secs_f64(limits.connect))
        .tcp_nodelay(true)
        // A manuscript goes where it was meant to go, and nowhere else.
        .redirect(redirect::Policy::none())
        .user_agent(concat!("fablewright/", env!("CARGO_PKG_VERSION")));
    match address::is_near(base) {
        // A proxy for the outside has no business between two programs on one machine.
        true => builder.no_proxy(),
        false => builder,
    }
}

/// The variable that names a proxy for this address.
fn proxy(base: &Url) -> Option<&'static str> {
    let own = match base.scheme() {
        "https" => ["HTTPS_PROXY", "https_proxy"],
        _ => ["HTTP_PROXY", "http_proxy"],
    };
    let is_set = |name: &&str| env::var(name).is_ok_and(|value| !value.trim().is_empty());
    let host = base.host_str().unwrap_or_default().to_lowercase();
    let spared = ["NO_PROXY", "no_proxy"].iter().any(|name| {
        env::var(name).is_ok_and(|list| {
            list.split(',').map(str::trim).any(|entry| {
                let entry = entry.trim_start_matches("*.").trim_start_matches('.');
                entry == "*" || (!entry.is_empty() && host.ends_with(&entry.to_lowercase()))
            })
        })
    });
    if spared || address::is_near(base) {
        return None;
    }
    own.into_iter()
        .chain(["ALL_PROXY", "all_proxy"])
        .find(|name| is_set(name))
}
