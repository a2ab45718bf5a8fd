//! Starting, serving and ending.

use crate::{
    args::{Args, LogFormat, OnStart},
    router, site,
};
use engine::{
    Engine, EngineOptions,
    model::{BuiltIn, GivenServer, server::check_address},
    secrets::Secrets,
    store::SqliteStore,
};
use std::{io::Write as _, path::PathBuf, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// How long everything may take to end after a signal, open requests and a store that is locked included.
const ENDING_TIME: Duration = Duration::from_millis(4_300);

/// How long threads may take that hang in something that can't be stopped, like the search for a name.
const THREADS_TIME: Duration = Duration::from_millis(200);

/// Why the studio did not start, or ended on its own.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// An argument, a variable or what they point at can't be used.
    #[error("{0}")]
    Configuration(String),
    /// The machine refused.
    #[error("{0}")]
    Machine(#[from] std::io::Error),
}

impl ServeError {
    /// 2: wrong arguments or configuration; 1: anything else.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Configuration(_) => 2,
            Self::Machine(_) => 1,
        }
    }
}

impl From<engine::Error> for ServeError {
    fn from(error: engine::Error) -> Self {
        match error {
            engine::Error::Unusable(reason) => Self::Configuration(reason),
            // Said later, it would go on by itself; a start is not tried again.
            engine::Error::DiskFull(_) => Self::Configuration(
                "The disk is full, so nothing could be saved. Free some space, then start again. Nothing \
                 that was saved is lost."
                    .to_owned(),
            ),
            passing if passing.is_passing() => Self::Configuration(passing.to_string()),
            other => Self::Machine(std::io::Error::other(other.to_string())),
        }
    }
}

/// Serves until SIGTERM or Ctrl-C; what runs then goes back to the queue.
pub fn run(args: Args) -> Result<(), ServeError> {
    log(&args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(serve(args));
    // Dropping it would wait for its threads for ever.
    runtime.shutdown_timeout(THREADS_TIME);
    served
}

async fn serve(args: Args) -> Result<(), ServeError> {
    // Before anything is written: a signal from now on ends us in order.
    let ended = signals()?;
    let data = data_folder(&args)?;
    let given = given_server(&args)?;
    let listener = TcpListener::bind(args.addr).await.map_err(|error| {
        ServeError::Configuration(format!(
            "Can't listen on {} ({error}). Stop the program that uses it, or choose another address with \
             --addr.",
            args.addr
        ))
    })?;
    let addr = listener.local_addr()?;
    let store = Arc::new(SqliteStore::open(&data).await?);
    let engine = Engine::start_up(EngineOptions {
        model: args.model.clone(),
        server: given,
        secrets: Secrets::open(&data)?,
        workers: args.workers.into(),
        hold: args.on_start == OnStart::Wait,
        data: data.display().to_string(),
        ..EngineOptions::new(store, Arc::new(BuiltIn::new(args.builtin_rate)))
    })
    .await
    .map_err(|error| match error {
        // Said by the command line, or by settings that a person changed by hand.
        engine::Error::Invalid(reason) => ServeError::Configuration(reason),
        other => other.into(),
    })?;
    tracing::info!(%addr, data = %data.display(), version = env!("CARGO_PKG_VERSION"), "studio is open");
    if !site::is_embedded() {
        tracing::warn!(
            "this binary has no scripts and no style: build it with `cargo xtask build`"
        );
    }
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://{addr}")?;
    out.flush()?;

    let served = axum::serve(listener, router::router(engine.clone(), addr))
        .with_graceful_shutdown(ended.clone().cancelled_owned())
        .into_future();
    tokio::pin!(served);
    let failed = tokio::select! {
        // Before anybody asked: it can't listen any more.
        served = &mut served => Some(served),
        () = ended.cancelled() => None,
    };
    tracing::info!("shutting down: returning running work to the queue");
    // This also ends the open streams, without which the server would wait for ever.
    let closed = engine.shut_down();
    let ending = async {
        match failed {
            Some(served) => (closed.await, served).1,
            None => tokio::join!(closed, served).1,
        }
    };
    match tokio::time::timeout(ENDING_TIME, ending).await {
        Ok(served) => served?,
        Err(_) => tracing::warn!("not everything stopped in time; the next start cleans up"),
    }
    tracing::info!("studio is closed");
    Ok(())
}

/// Falls on SIGTERM and Ctrl-C.
fn signals() -> Result<CancellationToken, ServeError> {
    let ended = CancellationToken::new();
    for kind in [SignalKind::terminate(), SignalKind::interrupt()] {
        let mut signal = signal(kind)?;
        let ended = ended.clone();
        tokio::spawn(async move {
            signal.recv().await;
            ended.cancel();
        });
    }
    Ok(ended)
}

fn data_folder(args: &Args) -> Result<PathBuf, ServeError> {
    let standard = || {
        directories::ProjectDirs::from("", "", "fablewright")
            .map(|folders| folders.data_dir().to_owned())
    };
    args.data.clone().or_else(standard).ok_or_else(|| {
        ServeError::Configuration(
            "This account has no home folder. Set the data folder with --data.".to_owned(),
        )
    })
}

/// The server that the command line names.
fn given_server(args: &Args) -> Result<Option<GivenServer>, ServeError> {
    if let Some(url) = &args.model_url {
        check_address(url).map_err(ServeError::Configuration)?;
    }
    let key = std::env::var("FABLEWRIGHT_MODEL_KEY").ok();
    let given = args
        .model
        .as_deref()
        .and_then(|name| GivenServer::from_name(name, args.model_url.as_deref(), key));
    if given.is_none() && args.model_url.is_some() {
        return Err(ServeError::Configuration(
            "--model-url needs a model on that server: --model openai:NAME.".to_owned(),
        ));
    }
    Ok(given)
}

fn log(args: &Args) -> Result<(), ServeError> {
    let filter = EnvFilter::try_new(&args.log).map_err(|error| {
        ServeError::Configuration(format!("--log {} is not valid: {error}.", args.log))
    })?;
    // Logs go to stderr: the first line on stdout is the address.
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let set = match args.log_format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    // Fails only where a test has set one already; its own serves as well.
    drop(set);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Cli;
    use clap::Parser as _;

    #[test]
    fn an_address_on_the_command_line_has_no_key_in_it() {
        let given = |url| {
            let args = ["fablewright", "--model", "openai:m", "--model-url", url];
            given_server(&Cli::parse_from(args).args())
        };
        assert!(matches!(given("http://127.0.0.1:9/v1"), Ok(Some(_))));
        let told = given("http://127.0.0.1:9/v1?key=sk-1")
            .err()
            .expect("a key in the address");
        let told = told.to_string();
        assert!(
            told.contains("its own field") && !told.contains("sk-1"),
            "{told}"
        );
    }
}
