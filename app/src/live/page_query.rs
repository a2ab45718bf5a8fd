//! The query of a page's address.

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
    params::ParamsMap,
};
use std::time::Duration;

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

/// After the last change it takes so long until the address has it.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// Lets the address follow what is typed: a reload and Back find it.
pub fn keep_address(address: Memo<String>) {
    let navigate = use_navigate();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    on_cleanup(stop);
    Effect::new(move |before: Option<()>| {
        let to = address.get();
        stop();
        if before.is_some() {
            let navigate = navigate.clone();
            let keep = move || {
                let options = NavigateOptions {
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                };
                navigate(&to, options);
            };
            timer.set_value(set_timeout_with_handle(keep, TYPING_PAUSE).ok());
        }
    });
}
