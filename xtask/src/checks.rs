//! What is checked before the tests: formatting, lints, guards. Each counts as one check.

use anyhow::Result;

use crate::tally::Tally;
use crate::test::SERVER_SIDE;
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
        (
            "lints of the server's half",
            lints(&SERVER_SIDE, &["--all-targets"]),
        ),
        // Tests run on the server only, so this half has no other targets than its libraries.
        (
            "lints of the browser's half",
            lints(
                &[
                    "--package",
                    "app",
                    "--features",
                    "app/hydrate",
                    "--package",
                    "frontend",
                ],
                &["--lib", "--target", WASM],
            ),
        ),
        (
            "lints of xtask",
            lints(&["--package", "xtask"], &["--all-targets"]),
        ),
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

fn lints(packages: &[&str], targets: &[&str]) -> Result<()> {
    let mut command = process::cargo(["clippy", "--locked"]);
    process::run(
        command
            .args(packages)
            .args(targets)
            .args(["--", "-D", "warnings"]),
    )
}
