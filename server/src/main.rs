//! The binary.

use server::{args::Cli, log, serve};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match Cli::read(std::env::args_os()) {
        Ok(cli) => cli,
        // `--help` and `--version` are answers, not mistakes.
        Err(error) if !error.use_stderr() => {
            drop(error.print());
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            let text = error.to_string();
            let line = text.lines().next().unwrap_or("error: wrong arguments");
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
