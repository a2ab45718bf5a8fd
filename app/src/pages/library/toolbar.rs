//! What the library is filtered and sorted by.

use super::{LibraryContext, LibraryView};
use crate::{
    components::{Button, show},
    formatting,
    live::memo,
};
use domain::{StoryFilter, StoryOrder};
use leptos::{html, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::{collections::HashSet, time::Duration};

/// How long after the last letter the list follows what is typed.
const TYPING: Duration = Duration::from_millis(150);

/// Filters, order, and the way to select several.
#[component]
pub(super) fn Toolbar(context: LibraryContext) -> AnyView {
    let LibraryContext {
        view,
        library,
        is_selecting,
        ..
    } = context;
    let navigate = use_navigate();
    let go = StoredValue::new(move |view: LibraryView, replace: bool| {
        let options = NavigateOptions {
            replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&view.address(), options);
    });
    let go = move |view, replace| go.with_value(|go| go(view, replace));
    let filters = StoryFilter::OFFERED.map(|filter| filter_link(context, filter));
    let shape = memo(move || {
        let mut other = view.get();
        other.is_list = !other.is_list;
        other.address()
    });
    let found = memo(move || {
        let view = view.get();
        let count = library.with(|library| library.counts.of(view.filter));
        (!view.words.is_empty()).then_some(count)
    });
    view! {
        <div class="library-bar">
            <nav class="filters" aria-label="Filter stories">
                {filters.collect_view()}
            </nav>
            <div class="row">
                {words_field(context, move |view| go(view, true))}
                {order_field(context, move |view| go(view, false))}
                <a class="button quiet" href=shape>
                    {show(move || if view.with(|view| view.is_list) { "Covers" } else { "List" })}
                </a>
                <Button
                    kind="quiet"
                    on_press=move || {
                        context.selected.set(HashSet::new());
                        is_selecting.update(|selecting| *selecting = !*selecting);
                    }
                >
                    {show(move || if is_selecting.get() { "Done" } else { "Select" })}
                </Button>
            </div>
            <p class="unseen" role="status">
                {show(move || found.get().map(|count| match count {
                    1 => "1 story found".to_owned(),
                    count => format!("{} stories found", formatting::count(count.into())),
                }))}
            </p>
        </div>
    }
    .into_any()
}

/// "Finished 4"
fn filter_link(context: LibraryContext, filter: StoryFilter) -> AnyView {
    let LibraryContext { view, library, .. } = context;
    let to = memo(move || {
        LibraryView {
            filter,
            ..view.get()
        }
        .address()
    });
    let current = memo(move || view.with(|view| view.filter == filter).then_some("true"));
    let count = memo(move || library.with(|library| library.counts.of(filter)));
    view! {
        <a href=to aria-current=current>
            {filter.label()}
            " "
            <span class="muted">{show(move || formatting::count(count.get().into()))}</span>
        </a>
    }
    .into_any()
}

/// The field whose words the stories must have: the list follows while somebody types.
fn words_field(context: LibraryContext, go: impl Fn(LibraryView) + Copy + 'static) -> AnyView {
    let view = context.view;
    let node = NodeRef::<html::Input>::new();
    let initial = view.with_untracked(|view| view.words.clone());
    // What this field asked for: other words come from Back, or from a link that forgets them.
    let asked = StoredValue::new(initial.clone());
    let ask = move |words: String| {
        if let Some(view) = view.try_get_untracked().filter(|view| view.words != words) {
            asked.set_value(words.clone());
            go(LibraryView { words, ..view });
        }
    };
    let mut follow = debounce(TYPING, ask);
    Effect::new(move |first: Option<()>| {
        let words = view.with(|view| view.words.clone());
        let Some(input) = node.get() else { return };
        let typed = input.value();
        if first.is_none() && !typed.is_empty() {
            // Perhaps before the page was awake.
            ask(typed);
        } else if asked.with_value(|asked| *asked != words) {
            input.set_value(&words);
            asked.set_value(words);
        }
    });
    view! {
        <input
            type="search"
            aria-label="Filter by title, author, premise or genre"
            placeholder="Filter stories"
            maxlength="200"
            dir="auto"
            autocomplete="off"
            node_ref=node
            value=initial
            on:input=move |event| follow(event_target_value(&event))
        />
    }
    .into_any()
}

fn order_field(context: LibraryContext, go: impl Fn(LibraryView) + Copy + 'static) -> AnyView {
    let view = context.view;
    let chosen = memo(move || view.with(|view| view.order));
    let options = StoryOrder::ALL.map(|order| {
        let selected = memo(move || chosen.get() == order);
        view! {
            <option value=order.as_str() selected=selected>
                {order.label()}
            </option>
        }
        .into_any()
    });
    let choose = move |event| {
        let order = StoryOrder::parse(&event_target_value(&event)).unwrap_or_default();
        go(LibraryView {
            order,
            ..view.get_untracked()
        });
    };
    view! {
        <select aria-label="Sort stories" on:change=choose prop:value=move || chosen.get().as_str()>
            {options.collect_view()}
        </select>
    }
    .into_any()
}
