//! The façade: everything a caller may do.

mod autosaves;
mod backups;
mod books;
mod calls;
mod chapters;
mod dismissals;
mod events;
mod history;
mod import;
mod import_files;
mod imported;
mod interview;
mod names;
mod one_shot;
mod proposals;
mod replace;
mod reviews;
mod runs;
mod search;
mod settings;
mod stories;
mod story_files;
mod trial;
mod world_edit;

pub use events::EventStream;
pub use import_files::SentFile;

use crate::{
    Error, Result,
    worker::{Health, StopRegistry, WorkerContext},
};
use domain::Actor;
use llm_client::{
    models::{CommandLineServer, Models},
    secrets::{self, Secrets},
};
use std::{sync::Arc, time::Duration};
use store::{AbandonedRuns, StopCause, Store};
use tokio::sync::{Notify, Semaphore};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use writing::LanguageModel;

/// The most items a list answers at once.
const MAX_LIMIT: u32 = 200;

/// So many exports, imports and replacements are made at once: a typeset book takes a core and some hundred megabytes.
const HEAVY_AT_ONCE: usize = 2;

/// How long a shutdown waits for workers to put their runs back.
const CLOSING_TIME: Duration = Duration::from_secs(3);

/// How an engine is set up.
pub struct EngineOptions {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// The writer that needs no server.
    pub own: Arc<dyn LanguageModel>,
    /// The model that writes, whatever the settings say.
    pub model: Option<String>,
    /// A server that is not in the settings.
    pub server: Option<CommandLineServer>,
    /// Keys of servers.
    pub secrets: Secrets,
    /// Runs at once; 0: an engine that executes nothing.
    pub workers: usize,
    /// Hold the queue from the start: nothing runs until a person lets it go on.
    pub starts_paused: bool,
    /// Whether somebody may have pages open: notices of the start are told to them alone.
    pub has_pages: bool,
    /// Where the data is, for a person who wants to back it up.
    pub data: String,
}

impl EngineOptions {
    /// Two workers, and nothing but this writer.
    pub fn new(store: Arc<dyn Store>, own: Arc<dyn LanguageModel>) -> Self {
        Self {
            store,
            own,
            model: None,
            server: None,
            secrets: Secrets::default(),
            workers: 2,
            starts_paused: false,
            has_pages: true,
            data: String::new(),
        }
    }
}

/// What is wrong with servers, models and keys, as the engine says it.
fn of_models(error: llm_client::error::Error) -> Error {
    match error {
        llm_client::error::Error::Invalid(reason) => Error::Invalid(reason),
        llm_client::error::Error::Unusable(reason) => Error::Unusable(reason),
        llm_client::error::Error::NoRoom => Error::NoRoom,
    }
}

/// What is fixed while the engine lives.
struct EngineInner {
    workers: u32,
    data: String,
    /// A turn for each piece of heavy work that is done at once: exports, imports, replacements.
    heavy_work: Semaphore,
}

/// A cheap handle to everything a caller may do; clones are the same engine, and act for the same person.
#[derive(Clone)]
pub struct Engine {
    ctx: WorkerContext,
    workers: TaskTracker,
    inner: Arc<EngineInner>,
    /// Whoever asks through this handle.
    actor: Actor,
}

impl Engine {
    /// Takes up what an earlier process left behind, and starts the workers.
    pub async fn start_up(options: EngineOptions) -> Result<Self> {
        let EngineOptions {
            store,
            own,
            model,
            server,
            secrets,
            workers,
            starts_paused: paused,
            has_pages,
            data,
        } = options;
        let (preferences, revision) = store.preferences().await?;
        let models =
            Models::new(own, model, server, secrets, preferences, revision).map_err(of_models)?;
        warn_of_open_keys(&models);
        let inner = EngineInner {
            workers: u32::try_from(workers).unwrap_or(u32::MAX),
            data,
            heavy_work: Semaphore::new(HEAVY_AT_ONCE),
        };
        let ctx = WorkerContext {
            store,
            models,
            wake: Arc::new(Notify::new()),
            stops: StopRegistry::default(),
            at_work: Arc::default(),
            closing: CancellationToken::new(),
            tidied: Arc::default(),
            health: Health::default(),
        };
        ctx.store.open_queue(inner.workers, paused).await?;
        ctx.store.recover(AbandonedRuns::All).await?;
        let tracker = TaskTracker::new();
        for _ in 0..workers {
            tracker.spawn(ctx.clone().keep_working(ctx.health.add_slot()));
        }
        tracker.spawn(crate::maintenance::run(
            Arc::clone(&ctx.store),
            ctx.closing.clone(),
            has_pages,
        ));
        tracker.close();
        Ok(Self {
            ctx,
            workers: tracker,
            inner: Arc::new(inner),
            actor: Actor::Owner,
        })
    }

    /// The same engine for somebody else: every operation of this handle is asked for by them.
    #[must_use]
    pub fn acting_as(&self, actor: Actor) -> Self {
        Self {
            actor,
            ..self.clone()
        }
    }

    /// Whoever asks through this handle; the owner unless somebody else was named.
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// Puts what runs back to the queue, ends all event streams and closes the store. Models that do not
    /// answer are not waited for.
    pub async fn shut_down(&self) {
        self.ctx.closing.cancel();
        self.ctx.stops.ask_all(StopCause::Interrupted);
        if tokio::time::timeout(CLOSING_TIME, self.workers.wait())
            .await
            .is_err()
        {
            tracing::warn!("a worker did not end in time; its run is taken up at the next start");
        }
        self.ctx.store.close().await;
    }

    /// Falls when the engine shuts down: open streams end on it.
    pub fn closing(&self) -> &CancellationToken {
        &self.ctx.closing
    }

    /// Answers where the store can be read and written, and somebody executes runs where somebody should.
    pub async fn ready(&self) -> Result<()> {
        self.ctx.store.ping().await?;
        if self.inner.workers > 0 && self.ctx.health.at_work() == 0 {
            return Err(Error::NoWorker);
        }
        Ok(())
    }

    fn store(&self) -> &dyn Store {
        &*self.ctx.store
    }
}

/// Says which keys can be read on their way, once at the start.
fn warn_of_open_keys(models: &Models) {
    let (preferences, _) = models.preferences();
    for server in preferences.servers {
        if server.key_set && secrets::is_sent_openly(&server.url) {
            tracing::warn!("{}", secrets::openly(&server.url));
        }
    }
}

/// Reads the `after` of a list.
fn after<T: std::str::FromStr>(after: Option<String>) -> Result<Option<T>> {
    after
        .map(|id| {
            id.parse().map_err(|_| {
                Error::Invalid("Set `after` to the `next` value of the previous page.".to_owned())
            })
        })
        .transpose()
}

/// Does heavy work beside everything else; a panic in it is logged, and answers nothing.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.inspect_err(|error| tracing::error!(%error, "heavy work panicked"))
        .ok()
}

/// Refuses text that is too long, in words.
fn at_most(what: &str, text: &str, most: usize) -> Result<()> {
    let length = text.chars().count();
    if length <= most {
        return Ok(());
    }
    Err(Error::Invalid(format!(
        "{what} has {length} characters, but at most {most} are allowed. Shorten it and try again."
    )))
}
