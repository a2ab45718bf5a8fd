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

/// A part of every page that reads what is loaded: the server waits for it. Made once `ready`.
pub fn awaited(
    ready: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    awaited_boxed(Box::new(ready), Box::new(part))
}

fn awaited_boxed(
    ready: Box<dyn Fn() -> bool + Send + Sync>,
    part: Box<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let ready = server_safe_memo(move |_| ready());
    view! { <Suspense>{show(move || ready().then(&part))}</Suspense> }.into_any()
}

/// What a part waits for, given what it was before.
///
/// In the browser a memo. Not on the server: what is loaded arrives on another thread there, and a memo that
/// is computed in that very moment never hears of it. The page would be sent without the part, and could not
/// be hydrated. So nothing that is loaded is read by a memo that was made before it is there.
pub fn server_safe_memo<T>(
    read: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> impl Fn() -> T + Send + Sync + 'static
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    #[cfg(feature = "ssr")]
    return move || read(None);
    #[cfg(not(feature = "ssr"))]
    {
        let memo = Memo::new(read);
        move || memo.get()
    }
}

/// The hash of something: a key for what is the same only where all of it is.
pub fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
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
        let row = Arc::clone(&row);
        Item {
            key: hash_of(&key(&value)),
            make: Box::new(move || row(value)),
        }
    };
    rows_boxed(Box::new(move || each().into_iter().map(&item).collect()))
}

fn rows_boxed(each: Box<dyn Fn() -> Vec<Item> + Send + Sync>) -> AnyView {
    view! { <For each=move || each() key=|item| item.key children=|item: Item| (item.make)()/> }
        .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::server_safe_memo;
    use std::sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    };

    #[test]
    fn on_the_server_what_arrived_unheard_is_seen() {
        let arrived = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&arrived);
        let ready = server_safe_memo(move |_| seen.load(Ordering::SeqCst));
        assert!(!ready());
        // Nobody is told of it, as when it falls between a memo's reading and its end.
        arrived.store(true, Ordering::SeqCst);
        assert!(ready());
    }
}
