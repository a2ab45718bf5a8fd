//! The façade: everything a caller may do.

mod chapters;
mod events;
mod runs;
mod stories;

pub use events::EventStream;

use crate::{
    Error, Result,
    model::LanguageModel,
    store::{Abandoned, StopCause, Store},
    worker::{Stops, Workshop},
};
use domain::{Actor, Settings};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// The most items a list answers at once.
const MAX_LIMIT: u32 = 200;

/// How long a shutdown waits for workers to put their runs back.
const CLOSING_TIME: Duration = Duration::from_secs(3);

/// How an engine is set up.
pub struct EngineOptions {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// What writes.
    pub model: Arc<dyn LanguageModel>,
    /// Runs at once; 0: an engine that executes nothing.
    pub workers: usize,
    /// Hold the queue from the start: nothing runs until a person lets it go on.
    pub hold: bool,
    /// Where the data is, for a person who wants to back it up.
    pub data: String,
}

/// A cheap handle to everything a caller may do; clones are the same engine.
#[derive(Clone)]
pub struct Engine {
    shop: Workshop,
    workers: TaskTracker,
    settings: Arc<Settings>,
}

impl Engine {
    /// Takes up what an earlier process left behind, and starts the workers.
    pub async fn start_up(options: EngineOptions) -> Result<Self> {
        let EngineOptions {
            store,
            model,
            workers,
            hold,
            data,
        } = options;
        let settings = Settings {
            model: model.name().to_owned(),
            workers: u32::try_from(workers).unwrap_or(u32::MAX),
            data,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let shop = Workshop {
            store,
            model,
            wake: Arc::new(Notify::new()),
            stops: Stops::default(),
            closing: CancellationToken::new(),
            tidied: Arc::default(),
        };
        shop.store.open_queue(settings.workers, hold).await?;
        shop.store.recover(Abandoned::All).await?;
        let tracker = TaskTracker::new();
        for _ in 0..workers {
            tracker.spawn(shop.clone().work());
        }
        tracker.close();
        Ok(Self {
            shop,
            workers: tracker,
            settings: Arc::new(settings),
        })
    }

    /// Puts what runs back to the queue, ends all event streams and closes the store. Models that do not
    /// answer are not waited for.
    pub async fn shut_down(&self) {
        self.shop.closing.cancel();
        self.shop.stops.ask_all(StopCause::Interrupted);
        if tokio::time::timeout(CLOSING_TIME, self.workers.wait())
            .await
            .is_err()
        {
            tracing::warn!("a worker did not end in time; its run is taken up at the next start");
        }
        self.shop.store.close().await;
    }

    /// Falls when the engine shuts down: open streams end on it.
    pub fn closing(&self) -> &CancellationToken {
        &self.shop.closing
    }

    /// The settings in force.
    pub async fn settings(&self, _actor: &Actor) -> Result<Settings> {
        Ok((*self.settings).clone())
    }

    /// Answers where the store can be read and written.
    pub async fn ready(&self) -> Result<()> {
        self.shop.store.ping().await
    }

    fn store(&self) -> &dyn Store {
        &*self.shop.store
    }
}

/// Reads the `after` of a list.
fn after<T: std::str::FromStr>(after: Option<String>) -> Result<Option<T>> {
    after
        .map(|id| {
            id.parse().map_err(|_| {
                Error::Invalid("`after` takes the `next` of the page before.".to_owned())
            })
        })
        .transpose()
}

/// Refuses text that is too long, in words.
fn at_most(what: &str, text: &str, most: usize) -> Result<()> {
    let length = text.chars().count();
    if length <= most {
        return Ok(());
    }
    Err(Error::Invalid(format!(
        "{what} has {length} characters; {most} is the most. Shorten it and try again."
    )))
}
