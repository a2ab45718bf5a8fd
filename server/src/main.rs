//! The binary.

use server::{
    args::{self, Cli},
    log, serve,
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
        Err(error) => {
            let line = args::error_message(&error, &words);
            return complain(&format!("{line} (see fablewright --help)"), 2);
        }
    };
    match serve::run(cli.args()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("error: {error}"), error.exit_code()),
    }
}

/// One line for the operator.
fn complain(line: &str, code: u8) -> ExitCode {
    log::complain(line);
    ExitCode::from(code)
}
