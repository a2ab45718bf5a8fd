//! Data of a page: rendered by the server, read again when an event says so, never blank meanwhile.

use super::json::Json;
use crate::api::{ApiResult, StudioError};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    future::Future,
    pin::Pin,
    sync::atomic::{AtomicU32, Ordering},
};

/// What became of loading something: `None` while it is under way the first time.
pub type LoadState = Option<Result<(), StudioError>>;

type Fetch<T> = Pin<Box<dyn Future<Output = ApiResult<T>> + Send>>;

/// Something a page shows.
///
/// Read it below a [`crate::components::page::loaded`] alone: that is what makes the server wait
/// for it.
pub struct LiveResource<T: Send + Sync + 'static>(Resource<ApiResult<T>, Json>);

impl<T: Send + Sync + 'static> Clone for LiveResource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for LiveResource<T> {}

impl<T> LiveResource<T>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// Loads with `fetch`, and again whenever something changes that `follow` tracks.
    pub fn new<F>(
        follow: impl Fn() + Send + Sync + 'static,
        fetch: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = ApiResult<T>> + Send + 'static,
    {
        // Boxed: compiled once for each type that is loaded, not once for each place that loads.
        let follow: Box<dyn Fn() + Send + Sync> = Box::new(follow);
        let fetch: Box<dyn Fn() -> Fetch<T> + Send + Sync> = Box::new(move || Box::pin(fetch()));
        let turn = AtomicU32::new(0);
        let source = move || {
            follow();
            turn.fetch_add(1, Ordering::Relaxed)
        };
        Self(Resource::new_with_options(source, move |_| fetch(), false))
    }

    /// What became of it.
    pub fn outcome(&self) -> LoadState {
        self.0.with(|answer| {
            answer.as_ref().map(|answer| match answer {
                Ok(_) => Ok(()),
                Err(error) => Err(error.clone()),
            })
        })
    }

    /// Reads the answer; the type's default while there is none.
    pub fn read_or_default<R>(&self, read: impl FnOnce(&T) -> R) -> R
    where
        T: Default,
    {
        self.0.with(|answer| match answer {
            Some(Ok(value)) => read(value),
            _ => read(&T::default()),
        })
    }

    /// The latest answer that was not an error.
    pub fn latest(&self) -> Memo<Option<T>> {
        let resource = self.0;
        Memo::new(move |last: Option<&Option<T>>| match resource.get() {
            Some(Ok(value)) => Some(value),
            _ => last.cloned().flatten(),
        })
    }

    /// The latest answer, for views that are shown only once [`LiveResource::outcome`] was `Ok`.
    pub fn value(&self) -> Memo<T> {
        let resource = self.0;
        let value = Memo::new(move |last: Option<&T>| match resource.get() {
            Some(Ok(value)) => value,
            _ => last.cloned().expect("shown only once it was loaded"),
        });
        // Kept from here on: what fails to load later leaves the page as it is.
        value.with_untracked(|_| ());
        value
    }

    /// Loads it again.
    pub fn refetch(&self) {
        self.0.refetch();
    }
}
