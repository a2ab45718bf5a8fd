//! Small values that this browser keeps and sends with each request, so that the server makes a page as it was left.

/// How long a value is kept, in seconds: a year.
const MAX_AGE_SECONDS: u32 = 31_536_000;

/// The value of a cookie: sent with the request on the server, read from the document in the browser.
pub fn read(name: &str) -> Option<String> {
    find(&cookies(), name).map(str::to_owned)
}

/// A value in what a `Cookie` header or `document.cookie` holds.
pub(crate) fn find<'c>(cookies: &'c str, name: &str) -> Option<&'c str> {
    cookies.split(';').find_map(|cookie| {
        let (known, value) = cookie.trim().split_once('=')?;
        (known == name).then_some(value)
    })
}

#[cfg(feature = "ssr")]
fn cookies() -> String {
    use http::{header, request::Parts};
    let request = leptos::prelude::use_context::<Parts>();
    let cookies = request
        .iter()
        .flat_map(|parts| parts.headers.get_all(header::COOKIE));
    let cookies: Vec<&str> = cookies.filter_map(|value| value.to_str().ok()).collect();
    cookies.join("; ")
}

#[cfg(not(feature = "ssr"))]
fn cookies() -> String {
    page()
        .and_then(|page| page.cookie().ok())
        .unwrap_or_default()
}

fn page() -> Option<web_sys::HtmlDocument> {
    use wasm_bindgen::JsCast;
    leptos::prelude::document().dyn_into().ok()
}

/// Keeps a value. In the browser alone; one that keeps nothing gets pages as everybody gets them first.
pub fn write(name: &str, value: &str) {
    if let Some(page) = page() {
        let cookie = format!("{name}={value}; path=/; max-age={MAX_AGE_SECONDS}; samesite=lax");
        let _ = page.set_cookie(&cookie);
    }
}
