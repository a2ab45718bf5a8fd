//! What is checked before the tests: formatting and guards. Each counts as
//! one check.

use anyhow::Result;

use crate::tally::TestTally;
use crate::toolchain;
use crate::{guards, process};

/// Runs every check, prints one line for each and counts.
pub(crate) fn all() -> TestTally {
    let mut checks: Vec<(&str, Result<()>)> = vec![
        (
            "toolchain",
            toolchain::ensure_linters().and_then(|()| toolchain::ensure_wasm()),
        ),
        (
            "format",
            process::run(&mut process::cargo(["fmt", "--all", "--check"])),
        ),
        // All crates are linted as they are compiled for the tests.
    ];
    checks.extend(guards::all());

    let mut tally = TestTally::default();
    for (name, result) in checks {
        tally.check(result.is_ok());
        match result {
            Ok(()) => println!("{name}: ok"),
            Err(error) => println!("{name}: failed: {error:#}"),
        }
    }
    tally
}
