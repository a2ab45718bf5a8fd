//! Every test: of the crates, end to end against the built binary, and in a browser.

use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::Result;

use crate::tally::{CargoTests, Tally};
use crate::{browser, bundle, llama, process};

/// The crates that run on the server, as they are linted and tested: together, for none of them
/// turns on the browser's half of `app`.
const SERVER_SIDE: [&str; 12] = [
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

/// The environment variable for a server that is compiled while its site is being built (`server/build.rs`).
const WITHOUT_SITE: &str = "FABLEWRIGHT_WITHOUT_SITE";

/// Whether the compiler lints what it compiles for the tests. A compiler that lints sees the crates once
/// instead of twice, and what they depend on as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lints {
    /// A warning of clippy is an error.
    Deny,
    /// The compiler alone.
    Off,
}

/// Builds, runs every test and counts; a suite that fails does not keep the later ones from
/// running.
pub fn all(in_browser: bool, lints: Lints) -> Tally {
    // The browser's half is linked by one core alone: the tests are compiled beside it. What fails there is told by the
    // run of the tests.
    let binary = thread::scope(|scope| {
        let compiled = scope.spawn(|| {
            let mut command = cargo_test(&["--no-run"], lints);
            command.args(SERVER_SIDE).env(WITHOUT_SITE, "1");
            process::run(&mut command)
        });
        let binary = bundle::build();
        drop(compiled.join());
        binary
    });
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
    suite(
        "tests of the crates",
        crates(&SERVER_SIDE, &variables, lints),
    );
    suite(
        "tests of xtask",
        crates(&["--package", "xtask"], &[], lints),
    );
    match (in_browser, binary) {
        (false, _) => println!("tests in a browser: skipped"),
        (true, Some(binary)) => suite("tests in a browser", browser::all(&binary)),
        (true, None) => println!("tests in a browser: not run, for there is no binary"),
    }
    total
}

fn crates(packages: &[&str], variables: &[(&str, Option<&Path>)], lints: Lints) -> Result<Tally> {
    // First, so that the limit on what is streamed is one on the tests alone.
    process::run(cargo_test(&["--no-run"], lints).args(packages))?;
    let mut command = cargo_test(&["--no-fail-fast"], lints);
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

/// `cargo test`, with clippy's compiler for the crates of the workspace where they are linted.
fn cargo_test(args: &[&str], lints: Lints) -> Command {
    let mut command = process::cargo(["test", "--locked"]);
    command.args(args);
    if lints == Lints::Deny {
        // What `cargo clippy -- -D warnings` sets; that only checks, so that the tests would be compiled anew.
        command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env(
            "CLIPPY_ARGS",
            "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
        );
    }
    command
}
