//! The binary.

use clap::error::ErrorKind;
use server::{
    args::{self, Cli},
    client, log, serve,
};
use std::{ffi::OsString, process::ExitCode};

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let cli = match Cli::read(&words) {
        Ok(cli) => cli,
        // `--help` and `--version` are answers, not mistakes.
        Err(error) if !error.use_stderr() => {
            drop(error.print());
            return ExitCode::SUCCESS;
        }
        // A command of which only the beginning was written.
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            drop(error.print());
            return ExitCode::from(2);
        }
        Err(error) => {
            let line = args::error_message(&error, &words);
            return complain(&format!("{line} (see fablewright --help)"), 2);
        }
    };
    let done = match cli.parts() {
        (args, None) => serve::run(args).map_err(|error| (error.to_string(), error.exit_code())),
        (args, Some(command)) => {
            client::run(command, args).map_err(|error| (error.to_string(), error.exit_code()))
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err((sentence, code)) => complain(&format!("error: {sentence}"), code),
    }
}

/// One line for the operator.
fn complain(line: &str, code: u8) -> ExitCode {
    log::complain(line);
    ExitCode::from(code)
}
