//! The commands of the README: `cargo xtask serve | build | test | ci`.
//!
//! Everything here needs no more than a Rust toolchain and the package registries; the browser
//! tests need Node and Chromium besides.
#![allow(
    clippy::print_stdout,
    reason = "a command line tool talks on standard output"
)]

mod bench;
mod book_programs;
mod browser;
mod bundle;
mod checks;
mod circles;
mod compress;
mod debian;
mod guards;
mod imports;
mod layers;
mod lengths;
mod llama;
mod modules;
mod names;
mod packages;
mod process;
mod python;
mod schemathesis;
mod site;
mod sources;
mod style;
mod tally;
mod test;
mod toolchain;
mod wasm;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use process::Lints;

/// Builds, serves and tests Fablewright.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the browser's half and the binary `target/release/fablewright`, which embeds it.
    Build,
    /// Build the browser's half alone, into `target/site`; `cargo build -p server` embeds it.
    Site,
    /// Build, then run the binary with the arguments after `--`.
    Serve {
        /// Arguments for the binary.
        #[arg(last = true)]
        args: Vec<OsString>,
    },
    /// Build, then run every test: of the crates, end to end, and in a browser.
    Test {
        /// Leave out the tests in a browser.
        #[arg(long)]
        no_browser: bool,
    },
    /// Build, then measure: prints tables, writes `target/bench/*.json`.
    Bench {
        /// Which bench; all of them where it is missing.
        name: Option<String>,
    },
    /// Formatting and guards alone: seconds, without a build.
    Guards,
    /// Formatting, lints and guards, then every test.
    Ci,
}

fn main() -> ExitCode {
    run(Cli::parse().command).unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Build => bundle::build().map(|_| ExitCode::SUCCESS),
        Command::Site => bundle::site(Lints::Off).map(|()| ExitCode::SUCCESS),
        Command::Serve { args } => process::replace_by(&bundle::build()?, &args),
        Command::Test { no_browser } => Ok(test::all(!no_browser, Lints::Off).finish()),
        Command::Bench { name } => bench::run(name.as_deref()).map(|()| ExitCode::SUCCESS),
        Command::Guards => Ok(checks::all().finish()),
        Command::Ci => {
            let mut tally = checks::all();
            tally.add(&test::all(true, Lints::Deny));
            Ok(tally.finish())
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn serve_hands_on_what_follows_the_dashes() -> Result<()> {
        let cli = Cli::try_parse_from(["xtask", "serve", "--", "--port", "4000"])?;
        let Command::Serve { args } = cli.command else {
            anyhow::bail!("not serve")
        };
        assert_eq!(args, ["--port", "4000"]);
        Ok(())
    }

    #[test]
    fn an_unknown_command_is_refused() {
        assert!(Cli::try_parse_from(["xtask", "bake"]).is_err());
    }
}
