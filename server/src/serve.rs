//! Starting, serving and ending.

pub use crate::serve_error::ServeError;
use crate::{
    address,
    args::{self, Args, OnStart},
    connections::{self, ClientTimeouts},
    log, router,
    security::AllowedHosts,
    site,
};

use cli::{Ending, StudioAddress};
use engine::{
    Engine, EngineOptions,
    model::{CommandLineServer, server::check_address},
    secrets::{Secrets, is_sent_openly, openly},
};
use std::{
    env::VarError,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// How long everything may take to end after a signal, open requests and a store that is locked included.
const ENDING_TIME: Duration = Duration::from_millis(4_300);

/// How long a start waits for a command that has the data folder open, and how often it looks again.
const FOLDER_TIME: Duration = Duration::from_secs(6);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// How long threads may take that hang in something that can't be stopped, like the search for a name.
const THREADS_TIME: Duration = Duration::from_millis(200);

/// Serves until SIGTERM, SIGHUP or Ctrl-C; what runs then goes back to the queue.
pub fn run(args: Args) -> Result<(), ServeError> {
    let _log = log::begin(&args)?;
    check_open_files(most_open_files())?;
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
    let listener = listen(&args).await?;
    let addr = listener.local_addr()?;
    wait_for_folder(&data, &ended).await;
    let waits = args.on_start == OnStart::Wait;
    let workers = args.workers.into();
    let engine = open_engine(&args, &data, given, workers, waits, true).await?;
    tracing::info!(%addr, data = %data.display(), version = env!("CARGO_PKG_VERSION"), "studio is open");
    if !site::is_embedded() {
        tracing::warn!(
            "this binary has no scripts and no style: build it with `cargo xtask build`"
        );
    }
    let address_file = StudioAddress::of(addr).write(&data);
    if let Err(error) = &address_file {
        tracing::warn!(%error, "commands such as `fablewright story list` will not find this studio");
    }
    let mut out = std::io::stdout();
    // Whoever started it may have gone; the studio serves all the same.
    let told = writeln!(out, "listening on http://{addr}").and_then(|()| out.flush());
    if let Err(error) = told {
        tracing::warn!(%error, "stdout can't be written");
    }
    log::detach_streams()?;

    let router = router::router_for(engine.clone(), addr, AllowedHosts::new(args.allow_host));
    let served = connections::serve(listener, router, ClientTimeouts::default(), ended.clone());
    let mut served = tokio::spawn(served);
    let has_ended = tokio::select! {
        _ = &mut served => true,
        () = ended.cancelled() => false,
    };
    tracing::info!("shutting down: returning running work to the queue");
    // From now on a command waits until the folder is free.
    drop(address_file);
    // This also ends the open streams, without which the server would wait for ever.
    let rest = async {
        if !has_ended {
            drop(served.await);
        }
    };
    let ending = async { tokio::join!(engine.shut_down(), rest) };
    if tokio::time::timeout(ENDING_TIME, ending).await.is_err() {
        tracing::warn!("not everything stopped in time; the next start cleans up");
    }
    tracing::info!("studio is closed");
    Ok(())
}

/// Opens a data folder with so many workers, as the options say.
pub(crate) async fn open_engine(
    args: &Args,
    data: &Path,
    given: Option<CommandLineServer>,
    workers: usize,
    starts_paused: bool,
    has_pages: bool,
) -> Result<Engine, ServeError> {
    let named = args.model.clone().unwrap_or_default();
    let store = Arc::new(SqliteStore::open_or_create(data, args.create_database).await?);
    let started = Engine::start_up(EngineOptions {
        model: args.model.clone(),
        server: given,
        secrets: Secrets::open(data)?,
        workers,
        starts_paused,
        has_pages,
        data: data.display().to_string(),
        ..EngineOptions::new(store, Arc::new(BuiltIn::new(args.builtin_rate)))
    });
    started.await.map_err(|error| match error {
        // Said by the command line, or by settings that a person changed by hand.
        engine::Error::Invalid(reason) => match named.as_str() {
            name if !name.is_empty() && reason.contains(name) => {
                ServeError::Configuration(format!("{}: {reason}", args::set_by("model")))
            }
            _ => ServeError::Configuration(reason),
        },
        other => other.into(),
    })
}

async fn listen(args: &Args) -> Result<TcpListener, ServeError> {
    let wrong = |text: String| ServeError::Configuration(text);
    let found = args.addr.resolve().await.map_err(|error| {
        wrong(format!(
            "{} {}: the name can't be found ({error}).",
            args::set_by("addr"),
            args.addr
        ))
    })?;
    let is_private = !found.is_empty() && found.iter().all(address::is_private);
    if !is_private && !args.insecure_no_login {
        return Err(wrong(format!(
            "Listening on {} would let every machine that can connect read and change your stories: there are no \
             accounts. Use 127.0.0.1, or add --insecure-no-login if that is what you want.",
            args.addr
        )));
    }
    if !is_private {
        tracing::warn!(
            "everybody who can connect to {} can read and change every story",
            args.addr
        );
    }
    TcpListener::bind(&*found).await.map_err(|error| {
        wrong(format!(
            "Can't listen on {} ({error}). Stop the program that uses it, or choose another address with \
             --addr.",
            args.addr
        ))
    })
}

/// Falls on SIGTERM, on Ctrl-C and when the terminal is closed.
fn signals() -> Result<CancellationToken, ServeError> {
    let ended = CancellationToken::new();
    let mut ends = Ending::listen()?;
    let falls = ended.clone();
    tokio::spawn(async move {
        ends.caught().await;
        falls.cancel();
    });
    Ok(ended)
}

/// Waits while a command or a studio that is ending has the folder open. A studio that runs there is not waited for.
async fn wait_for_folder(data: &Path, ended: &CancellationToken) {
    let waited = async {
        while cli::is_locked(data) && StudioAddress::read(data).is_none() {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    };
    tokio::select! {
        _ = tokio::time::timeout(FOLDER_TIME, waited) => {}
        () = ended.cancelled() => {}
    }
}

/// With fewer open files than this the studio can't work: the database and the runtime alone need thirty.
const LEAST_FILES: u64 = 64;

/// With fewer it works for a few pages at once.
const ENOUGH_FILES: u64 = 256;

/// How many files this process may open, where the system says it.
fn most_open_files() -> Option<u64> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let mut lines = limits.lines();
    let line = lines.find_map(|line| line.strip_prefix("Max open files"))?;
    // “unlimited” is no number, and no limit.
    line.split_whitespace().next()?.parse().ok()
}

fn check_open_files(most: Option<u64>) -> Result<(), ServeError> {
    match most {
        Some(most) if most < LEAST_FILES => Err(ServeError::Configuration(format!(
            "This process may open only {most} files, and the studio needs {ENOUGH_FILES}. Raise the limit with \
             `ulimit -n {ENOUGH_FILES}`, then start again."
        ))),
        Some(most) if most < ENOUGH_FILES => {
            tracing::warn!(
                most,
                "this process may open few files: raise the limit with `ulimit -n {ENOUGH_FILES}`, or pages may \
                 not load"
            );
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Where everything is kept.
pub(crate) fn data_folder(args: &Args) -> Result<PathBuf, ServeError> {
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
pub(crate) fn given_server(args: &Args) -> Result<Option<CommandLineServer>, ServeError> {
    if let Some(url) = &args.model_url {
        check_address(url).map_err(|reason| {
            ServeError::Configuration(format!("{}: {reason}", args::set_by("model-url")))
        })?;
    }
    let key = match std::env::var("FABLEWRIGHT_MODEL_KEY") {
        Err(VarError::NotUnicode(_)) => {
            return Err(ServeError::Configuration(
                "FABLEWRIGHT_MODEL_KEY is not valid UTF-8.".to_owned(),
            ));
        }
        key => key.ok().filter(|key| !key.trim().is_empty()),
    };
    if let (Some(url), Some(_)) = (&args.model_url, &key)
        && is_sent_openly(url)
    {
        tracing::warn!("{}", openly(url));
    }
    let given = args
        .model
        .as_deref()
        .and_then(|name| CommandLineServer::from_name(name, args.model_url.as_deref(), key));
    if given.is_none() && args.model_url.is_some() {
        return Err(ServeError::Configuration(format!(
            "{} needs a model on that server: --model openai:NAME (or FABLEWRIGHT_MODEL).",
            args::set_by("model-url")
        )));
    }
    Ok(given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Cli;

    #[test]
    fn a_low_limit_of_open_files_is_told() {
        let said = check_open_files(Some(16)).expect_err("too few");
        assert_eq!(said.exit_code(), 2);
        assert!(said.to_string().contains("ulimit -n 256"), "{said}");
        for enough in [None, Some(LEAST_FILES), Some(1_024)] {
            assert!(check_open_files(enough).is_ok(), "{enough:?}");
        }
    }

    #[test]
    fn an_address_on_the_command_line_has_no_key_in_it() {
        let given = |url| {
            let args = ["fablewright", "--model", "openai:m", "--model-url", url];
            given_server(&Cli::read(args).expect("a command line").args())
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
