//! Addresses that lead nowhere.

use crate::{api::StudioError, components::page::PageError};
use leptos::prelude::*;

/// Says that there is no such page, with the status that says the same.
#[component]
pub fn NotFound() -> AnyView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let error = StudioError::new("not_found", "There is no page at this address.");
    view! { <PageError error/> }.into_any()
}
