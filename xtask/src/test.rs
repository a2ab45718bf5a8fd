//! Every test: of the crates, end to end against the built binary, and in a browser.

use std::path::Path;

use anyhow::Result;

use crate::tally::{CargoTests, Tally};
use crate::{browser, bundle, llama, process};

/// The crates that run on the server, as they are linted and tested: together, for none of them
/// turns on the browser's half of `app`.
pub const SERVER_SIDE: [&str; 12] = [
    "--package",
    "domain",
    "--package",
    "engine",
    "--package",
    "server",
    "--package",
    "tests",
    "--package",
    "app",
    "--features",
    "app/ssr",
];

/// The environment variable that leads the tests to the built binary.
pub const BINARY: &str = "FABLEWRIGHT_BIN";

/// Builds, runs every test and counts; a suite that fails does not keep the later ones from
/// running.
pub fn all(in_browser: bool) -> Tally {
    let binary = bundle::build();
    let mut total = Tally::default();
    let mut suite = |name: &str, result: Result<Tally>| match result {
        Ok(tally) => total.add(&tally),
        Err(error) => {
            println!("{name}: {error:#}");
            total.check(false);
        }
    };
    let binary = match binary {
        Ok(binary) => Some(binary),
        Err(error) => {
            suite("build", Err(error));
            None
        }
    };
    let llama = match llama::ensure() {
        Ok(home) => Some(home),
        Err(error) => {
            suite("a llama.cpp server to test against", Err(error));
            None
        }
    };
    let variables = [(BINARY, binary.as_deref()), (llama::HOME, llama.as_deref())];
    suite("tests of the crates", crates(&SERVER_SIDE, &variables));
    suite("tests of xtask", crates(&["--package", "xtask"], &[]));
    match (in_browser, binary) {
        (false, _) => println!("tests in a browser: skipped"),
        (true, Some(binary)) => suite("tests in a browser", browser::all(&binary)),
        (true, None) => println!("tests in a browser: not run, for there is no binary"),
    }
    total
}

fn crates(packages: &[&str], variables: &[(&str, Option<&Path>)]) -> Result<Tally> {
    // First, so that the limit on what is streamed is one on the tests alone.
    process::run(process::cargo(["test", "--locked", "--no-run"]).args(packages))?;
    let mut command = process::cargo(["test", "--locked", "--no-fail-fast"]);
    command.args(packages);
    for (name, value) in variables {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let mut tests = CargoTests::default();
    let succeeded = process::stream(&mut command, |line| tests.line(line))?;
    Ok(tests.finish(succeeded))
}
