//! Parts of a page that change, boxed.
//!
//! A closure in a view is a type of its own, and everything a view can do (be built, hydrated,
//! rebuilt, taken away) is compiled again for each. These helpers make one type of them all; the
//! browser's half is a third smaller for it.

use leptos::prelude::*;
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// A part of a page that follows what it reads.
pub fn show<V>(part: impl Fn() -> V + Send + Sync + 'static) -> AnyView
where
    V: IntoView + 'static,
{
    show_boxed(Box::new(move || part().into_any()))
}

fn show_boxed(part: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || part()).into_any()
}

/// A part of every page that reads what is loaded: the server waits for it.
pub fn awaited(part: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    awaited_boxed(Box::new(part))
}

fn awaited_boxed(part: Box<dyn FnOnce() -> AnyView + Send>) -> AnyView {
    view! { <Suspense>{part()}</Suspense> }.into_any()
}

struct Item {
    key: u64,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

/// A list whose rows stay as they are for as long as their keys are in it.
pub fn rows<T, K>(
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: impl Fn(&T) -> K + Send + Sync + 'static,
    row: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Send + 'static,
    K: Hash,
{
    let row = Arc::new(row);
    let item = move |value: T| {
        let mut hasher = DefaultHasher::new();
        key(&value).hash(&mut hasher);
        let row = Arc::clone(&row);
        Item {
            key: hasher.finish(),
            make: Box::new(move || row(value)),
        }
    };
    rows_boxed(Box::new(move || each().into_iter().map(&item).collect()))
}

fn rows_boxed(each: Box<dyn Fn() -> Vec<Item> + Send + Sync>) -> AnyView {
    view! { <For each=move || each() key=|item| item.key children=|item: Item| (item.make)()/> }
        .into_any()
}
