//! Memos in one word.

use leptos::prelude::*;

/// A value that tells its readers only when it changed.
pub fn memo<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| read())
}
