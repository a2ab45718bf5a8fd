//! Data of a page: rendered by the server, read again when an event says so, never blank meanwhile.

use crate::api::{Answer, StudioError};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;

/// What became of loading something: `None` while it is under way the first time.
pub type Outcome = Option<Result<(), StudioError>>;

/// Something a page shows.
///
/// Read it below a [`crate::components::page::Loaded`] alone: that is what makes the server wait
/// for it.
pub struct Live<T: Send + Sync + 'static>(Resource<Answer<T>>);

impl<T: Send + Sync + 'static> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Live<T> {}

impl<T> Live<T>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// Loads with `fetch`, again whenever `source` changes.
    pub fn new<S, F>(
        source: impl Fn() -> S + Send + Sync + 'static,
        fetch: impl Fn(S) -> F + Send + Sync + 'static,
    ) -> Self
    where
        S: PartialEq + Clone + Send + Sync + 'static,
        F: Future<Output = Answer<T>> + Send + 'static,
    {
        Self(Resource::new(source, fetch))
    }

    /// What became of it.
    pub fn outcome(&self) -> Outcome {
        self.0.with(|answer| {
            answer.as_ref().map(|answer| match answer {
                Ok(_) => Ok(()),
                Err(error) => Err(error.clone()),
            })
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

    /// The latest answer, for views that are shown only once [`Live::outcome`] was `Ok`.
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
