//! Everything a worker needs.

use super::{health::Health, stop::StopRegistry};
use llm_client::models::Models;
use std::{
    sync::{Arc, Mutex},
    time::Instant,
};
use store::Store;
use tokio::sync::{Notify, RwLock};
use tokio_util::sync::CancellationToken;

/// Everything a worker needs; clones share it.
#[derive(Clone)]
pub(crate) struct WorkerContext {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) models: Models,
    /// Notified when a run may have become claimable.
    pub(crate) wake: Arc<Notify>,
    pub(crate) stops: StopRegistry,
    /// Each worker holds it from its claim until the run rests; see [`WorkerContext::rest`].
    pub(crate) at_work: Arc<RwLock<()>>,
    /// Falls when the process wants to end.
    pub(crate) closing: CancellationToken,
    /// When old events were last looked for.
    pub(crate) tidied: Arc<Mutex<Option<Instant>>>,
    /// Which workers are at work.
    pub(crate) health: Health,
}
