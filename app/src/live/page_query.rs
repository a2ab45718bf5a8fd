//! The query of a page's address.

use leptos::prelude::*;
use leptos_router::{hooks::use_location, params::ParamsMap};

/// The query of the address of this page, for as long as this is the page: what is asked of the next one is not for
/// the one that is left. Unlike the router's own, it is also followed where two pages share a route.
pub fn page_query() -> Memo<ParamsMap> {
    let location = use_location();
    let path = location.pathname.get_untracked();
    Memo::new(
        move |last: Option<&ParamsMap>| match location.pathname.with(|now| *now == path) {
            true => location.query.get(),
            false => last.cloned().unwrap_or_default(),
        },
    )
}
