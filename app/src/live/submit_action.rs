//! Something a person does that changes something: under way or not, and what went wrong.

use crate::api::{ApiResult, StudioError};
use leptos::prelude::*;
use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

type ActionFuture = Pin<Box<dyn Future<Output = ApiResult<()>> + Send>>;

/// Something that a button or a form does, and what follows from it. One at a time: a double click acts once.
///
/// All of them share one type of action, whatever they call and whatever they answer: each further type would add a
/// copy of its code to the browser's half.
#[derive(Clone, Copy)]
pub struct SubmitAction(Action<Arc<Mutex<Option<ActionFuture>>>, ApiResult<()>>);

impl SubmitAction {
    /// Nothing done yet.
    pub fn new() -> Self {
        Self(Action::new(|work: &Arc<Mutex<Option<ActionFuture>>>| {
            let work = work.lock().unwrap_or_else(PoisonError::into_inner).take();
            async move {
                match work {
                    Some(work) => work.await,
                    None => Ok(()),
                }
            }
        }))
    }

    /// Does it, unless it is being done. What follows belongs into the future, after the `?`.
    pub fn run(&self, work: impl Future<Output = ApiResult<()>> + Send + 'static) {
        if !self.0.pending().get_untracked() {
            let work: ActionFuture = Box::pin(work);
            self.0.dispatch(Arc::new(Mutex::new(Some(work))));
        }
    }

    /// Whether it is being done.
    pub fn pending(&self) -> Signal<bool> {
        self.0.pending().into()
    }

    /// What went wrong the last time.
    pub fn error(&self) -> Signal<Option<StudioError>> {
        let value = self.0.value();
        Signal::derive(move || value.get().and_then(Result::err))
    }

    /// Forgets what went wrong.
    pub fn clear_error(&self) {
        self.0.clear();
    }
}
