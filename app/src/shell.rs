//! The document around the studio, and the headers that guard it.

use crate::{
    app::App,
    appearance::THEME,
    pages::lazy_pages,
    scroll::{CHAPTER_PREFIX, STORAGE_PREFIX},
};
use http::{HeaderValue, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;
use std::time::SystemTime;

/// The studio's time, which tells a browser how wrong its own is.
fn rendered() -> String {
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    since.as_millis().to_string()
}

/// The whole document.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    set_security_headers();
    view! {
        <!DOCTYPE html>
        <html lang="en" data-rendered=rendered()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script nonce=use_nonce()>{theme_script()}</script>
                <link rel="stylesheet" href=format!("/{}/{}.css", options.site_pkg_dir, options.output_name)/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <AutoReload options=options.clone()/>
                {preload_link(&options)}
                <HydrationScripts options/>
                <MetaTags/>
            </head>
            <body>
                <App/>
                <script nonce=use_nonce()>{scroll_script()}</script>
            </body>
        </html>
    }
}

/// Has the browser fetch the second file beside the first, where the page is in it.
fn preload_link(options: &LeptosOptions) -> Option<impl IntoView> {
    let request = use_context::<http::request::Parts>()?;
    lazy_pages::is_lazy(request.uri.path()).then(|| {
        let href = format!("/{}/{}", options.site_pkg_dir, lazy_pages::FILE);
        view! {
            <link rel="preload" href=href r#as="fetch" r#type="application/wasm" crossorigin=""/>
        }
    })
}

/// Applies the chosen theme before anything is painted.
fn theme_script() -> String {
    format!(
        "try{{let t=localStorage.getItem({THEME:?});\
         if(t)document.documentElement.dataset.theme=t}}catch(e){{}}"
    )
}

/// Scrolls page and chapter list to where they were before anything is painted: a reload does not jump.
fn scroll_script() -> String {
    format!(
        "try{{let m=document.getElementById('main'),n=m&&m.dataset.place,\
         s=n&&(n.startsWith({CHAPTER_PREFIX:?})?localStorage:sessionStorage),t=s&&s.getItem({STORAGE_PREFIX:?}+n);\
         if(t)m.scrollTop=+t;let l=document.querySelector('.list'),\
         c=l&&l.querySelector('[aria-current]'),\
         y=e=>e.getBoundingClientRect().top;\
         if(c)l.scrollTop=y(c)-y(l)-(l.clientHeight-c.offsetHeight)/2}}catch(e){{}}"
    )
}

/// Nothing but the studio's own files, and of scripts only those that carry this page's nonce.
fn set_security_headers() {
    let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce()) else {
        return;
    };
    // cargo-leptos reloads over a websocket on a port of its own.
    let sockets = if cfg!(debug_assertions) { " ws:" } else { "" };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'{sockets}; \
         object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}
