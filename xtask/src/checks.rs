//! What is checked before the tests: formatting, lints of the browser's half, guards. Each counts as
//! one check.

use anyhow::Result;

use crate::tally::Tally;
use crate::toolchain::{self, WASM};
use crate::{guards, process};

/// Runs every check, prints one line for each and counts.
pub fn all() -> Tally {
    let mut checks: Vec<(&str, Result<()>)> = vec![
        (
            "toolchain",
            toolchain::ensure_linters().and_then(|()| toolchain::ensure_wasm()),
        ),
        (
            "format",
            process::run(&mut process::cargo(["fmt", "--all", "--check"])),
        ),
        // The server's half and xtask are linted as their tests are compiled.
        ("lints of the browser's half", lints_of_the_browsers_half()),
    ];
    checks.extend(guards::all());

    let mut tally = Tally::default();
    for (name, result) in checks {
        tally.check(result.is_ok());
        match result {
            Ok(()) => println!("{name}: ok"),
            Err(error) => println!("{name}: failed: {error:#}"),
        }
    }
    tally
}

/// Tests run on the server only, so this half has no other targets than its libraries.
fn lints_of_the_browsers_half() -> Result<()> {
    process::run(&mut process::cargo([
        "clippy",
        "--locked",
        "--package",
        "app",
        "--features",
        "app/hydrate",
        "--package",
        "frontend",
        "--lib",
        "--target",
        WASM,
        "--",
        "-D",
        "warnings",
    ]))
}
