//! The commands of the command line: small clients of the REST API.

pub(crate) mod address_file;
mod backups;
mod commands;
mod completions;
mod display;
mod error;
mod models;
mod output;
mod runs;
mod sse;
mod stories;
mod table;
mod transport;
mod watch;
mod watch_text;
mod watch_view;

pub use commands::{
    BackupAction, BackupCommand, ClientCommand, ModelAction, ModelCommand, OutputForm, RunAction,
    RunChoice, RunCommand, StoryAction, StoryCommand, Target,
};
pub use error::CliError;

use crate::args::Args;
use transport::Transport;

/// Carries a command out. `args` is how a studio would start here: what its variables say, for commands that open the
/// data folder themselves.
pub fn run(command: ClientCommand, args: Args) -> Result<(), CliError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(carry_out(command, args));
    // A thread may hang in something that can't be stopped, like the search for a name.
    runtime.shutdown_background();
    match done {
        // Whoever reads has enough, as `head` does.
        Err(CliError::OutputClosed) => Ok(()),
        done => done,
    }
}

async fn carry_out(command: ClientCommand, args: Args) -> Result<(), CliError> {
    match command {
        ClientCommand::Story(story) => {
            let studio = Transport::reach(&at(args, story.target), 0).await?;
            closing(studio, async |studio| {
                stories::run(studio, story.action).await
            })
            .await
        }
        ClientCommand::Run(run) => runs::run(&at(args, run.target), run.action).await,
        ClientCommand::Backup(backup) => {
            let studio = Transport::reach(&at(args, backup.target), 0).await?;
            closing(studio, async |studio| {
                backups::run(studio, backup.action).await
            })
            .await
        }
        ClientCommand::Model(model) => {
            let studio = Transport::reach(&at(args, model.target), 0).await?;
            closing(studio, async |studio| {
                models::run(studio, model.action).await
            })
            .await
        }
        ClientCommand::Completions { shell } => completions::script(shell),
        ClientCommand::Man => completions::manual(),
    }
}

/// The folder that a command names wins over that of the variable.
fn at(args: Args, target: Target) -> Args {
    Args {
        data: target.data.or(args.data),
        ..args
    }
}

/// Asks, and ends in order whatever came of it.
async fn closing<T>(
    studio: Transport,
    ask: impl AsyncFnOnce(&Transport) -> Result<T, CliError>,
) -> Result<T, CliError> {
    let done = ask(&studio).await;
    studio.close().await;
    done
}
