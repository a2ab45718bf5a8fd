//! The pages of a story that the last part of the address names. One route for all of them: each route of its own makes
//! the first page heavier.

use super::{
    export::export, not_found::NotFound, outline::outline, proposals::proposals, rename::rename,
    replace::replace, search::search_story, story_scope::in_story, world::world,
};
use crate::{components::show, live::memo};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// `/stories/:id/:part`
pub fn story_part() -> AnyView {
    let params = use_params_map();
    let part = memo(move || params.with(|params| params.get("part")));
    show(move || {
        let page = match part.get().as_deref() {
            Some("world") => world,
            Some("outline") => outline,
            Some("proposals") => proposals,
            Some("export") => export,
            Some("search") => search_story,
            Some("replace") => replace,
            Some("rename") => rename,
            _ => return view! { <NotFound/> }.into_any(),
        };
        in_story(page)
    })
}
