//! The commands of the command line: small clients of the REST API.
//!
//! [`run`] is the way in. Where a studio runs on the data folder, a command talks to it over HTTP; its address is in a
//! file of that folder. Where none runs, the command opens the folder through [`DataFolder`] and calls the same router
//! in this process.

mod address_file;
mod backups;
mod commands;
mod completions;
mod display;
mod ending;
mod error;
mod folder;
mod import;
mod licence_texts;
mod models;
mod output;
mod runs;
mod search;
mod sse;
mod stories;
mod table;
mod transport;
mod watch;
mod watch_text;
mod watch_view;

pub use address_file::{AddressFile, StudioAddress, is_locked};
pub use commands::{
    BackupAction, BackupCommands, ClientCommand, ModelAction, ModelCommands, OutputForm, RunAction,
    RunChoice, RunCommands, StoryAction, StoryCommands, Target,
};
pub use ending::Ending;
pub use error::CliError;
pub use folder::{DataFolder, OpenedFolder};
pub use licence_texts::licences;

use transport::{Transport, closing};

/// Carries a command out. `whole` is the whole command line, for its completions and its manual.
pub fn run(
    command: ClientCommand,
    folder: &dyn DataFolder,
    whole: clap::Command,
) -> Result<(), CliError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(carry_out(command, folder, whole));
    // A thread may hang in something that can't be stopped, like the search for a name.
    runtime.shutdown_background();
    match done {
        // Whoever reads has enough, as `head` does.
        Err(CliError::OutputClosed) => Ok(()),
        done => done,
    }
}

async fn carry_out(
    command: ClientCommand,
    folder: &dyn DataFolder,
    whole: clap::Command,
) -> Result<(), CliError> {
    match command {
        ClientCommand::Story(StoryCommands { action, .. }) => {
            let studio = Transport::reach(folder, false).await?;
            closing(studio, async |studio| stories::run(studio, action).await).await
        }
        ClientCommand::Run(RunCommands { action, .. }) => runs::run(folder, action).await,
        ClientCommand::Backup(BackupCommands { action, .. }) => {
            let studio = Transport::reach(folder, false).await?;
            closing(studio, async |studio| backups::run(studio, action).await).await
        }
        ClientCommand::Model(ModelCommands { action, .. }) => {
            let studio = Transport::reach(folder, false).await?;
            closing(studio, async |studio| models::run(studio, action).await).await
        }
        ClientCommand::Completions { shell } => completions::script(shell, whole),
        ClientCommand::Man => completions::manual(whole),
        ClientCommand::Licences => licence_texts::print(),
    }
}
