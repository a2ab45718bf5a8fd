//! What a bar of one line has no room for: beside the other buttons where it is wide, behind "More" where it is not.

use super::Icon;
use crate::browser;
use leptos::prelude::*;

/// Its id: a page has one.
const ID: &str = "more";

/// Buttons that are folded away where the bar is narrow.
#[component]
pub fn Overflow(
    /// The buttons.
    children: Children,
) -> AnyView {
    view! {
        <div class="overflow" id=ID popover="auto" on:click=|_| browser::close_popover(ID)>
            {children()}
        </div>
        <button
            type="button"
            class="quiet more"
            popovertarget=ID
            aria-label="More"
            title="More"
        >
            {Icon::More.view()}
        </button>
    }
    .into_any()
}
