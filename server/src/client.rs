//! Commands that ask a studio: how they open the data folder where none runs.

use crate::{
    args::{Args, Cli},
    router, serve,
};
use async_trait::async_trait;
use axum::Router;
use clap::CommandFactory as _;
use cli::{CliError, ClientCommand, DataFolder, OpenedFolder};
use engine::Engine;
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

/// Carries a command out. `args` is how a studio would start here: what its variables say.
pub fn run(command: ClientCommand, args: Args) -> Result<(), CliError> {
    // The folder that a command names wins over that of the variable.
    let data = command.data().map(Path::to_owned).or(args.data);
    let folder = StudioFolder(Args { data, ..args });
    engine::model::server::prepare_tls();
    cli::run(command, &folder, Cli::command())
}

/// The data folder as a studio with these options would open it.
struct StudioFolder(Args);

#[async_trait(?Send)]
impl DataFolder for StudioFolder {
    fn path(&self) -> Result<PathBuf, CliError> {
        serve::data_folder(&self.0).map_err(refused)
    }

    async fn open(&self, executes_runs: bool) -> Result<Box<dyn OpenedFolder>, CliError> {
        let Self(args) = self;
        let workers = match executes_runs {
            true => usize::from(args.workers.max(1)),
            false => 0,
        };
        let opened = async {
            let given = serve::given_server(args)?;
            let data = serve::data_folder(args)?;
            serve::open_engine(args, &data, given, workers, false, false).await
        };
        Ok(Box::new(OpenStudio(opened.await.map_err(refused)?)))
    }
}

fn refused(error: serve::ServeError) -> CliError {
    CliError::Folder {
        sentence: error.to_string(),
        exit_code: error.exit_code(),
    }
}

/// A studio in this process that nobody else can reach.
struct OpenStudio(Engine);

#[async_trait(?Send)]
impl OpenedFolder for OpenStudio {
    fn router(&self) -> Router {
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        router::router(self.0.clone(), here)
    }

    async fn close(self: Box<Self>) {
        self.0.shut_down().await;
    }
}
