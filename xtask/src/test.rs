//! Every test: of the crates, end to end against the built binary, and in a browser.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Result;

use crate::process::{self, BINARY, Lints};
use crate::site::NAME;
use crate::tally::{CargoTests, TestTally};
use crate::{book_programs, browser, bundle, llama, schemathesis};

/// The crates that run on the server, as they are linted and tested: together, for none of them
/// turns on the browser's half of `app`, as `frontend` does.
const SERVER_SIDE: [&str; 7] = [
    "--workspace",
    "--exclude",
    "frontend",
    "--exclude",
    "xtask",
    "--features",
    "app/ssr",
];

/// The environment variable for a server that is compiled while its site is being built (`server/build.rs`).
const WITHOUT_SITE: &str = "FABLEWRIGHT_WITHOUT_SITE";

/// Builds, runs every test and counts; a suite that fails does not keep the later ones from
/// running.
pub(crate) fn all(in_browser: bool, lints: Lints) -> TestTally {
    let binary = build(lints);
    let mut total = TestTally::default();
    let mut suite = |name: &str, result: Result<TestTally>| match result {
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
    // Without it, its test says that it is skipped.
    let schemathesis = schemathesis::ensure();
    if let Err(error) = &schemathesis {
        println!("Schemathesis can't be installed: {error:#}");
    }
    let programs = book_programs::ensure();
    if let Err(error) = &programs {
        println!("a validator of EPUB can't be installed: {error:#}");
    }
    let variables = [
        (BINARY, binary.as_deref()),
        (llama::HOME, llama.as_deref()),
        (schemathesis::HOME, schemathesis.as_deref().ok()),
        (book_programs::HOME, programs.as_deref().ok()),
    ];
    suite(
        "tests of the crates",
        crates(&SERVER_SIDE, &variables, lints),
    );
    suite(
        "tests of xtask",
        crates(&["--package", "xtask"], &[], lints),
    );
    if lints == Lints::Deny {
        suite("documentation", documentation());
    }
    match (in_browser, binary) {
        (false, _) => {
            println!("tests in a browser: skipped");
            total.skipped += 1;
        }
        (true, Some(binary)) => suite("tests in a browser", browser::all(&binary)),
        (true, None) => println!("tests in a browser: not run, for there is no binary"),
    }
    total
}

/// The binary that the tests start, with the browser's files in it. It is of the profile that tests are of: what it
/// depends on is compiled once for both.
fn build(lints: Lints) -> Result<PathBuf> {
    // The browser's half is linked by one core alone: the tests are compiled beside it. What fails there is told by the
    // run of the tests.
    thread::scope(|scope| {
        let compiled = scope.spawn(|| {
            let mut command = lints.cargo(["test", "--locked", "--no-run"]);
            command.args(SERVER_SIDE).env(WITHOUT_SITE, "1");
            process::run(&mut command)
        });
        let site = bundle::site(lints);
        drop(compiled.join());
        site
    })?;
    // With the tests, for their dependencies choose features of what is depended on, too.
    let mut command = lints.cargo(["build", "--locked", "--tests", "--bin", NAME]);
    process::run(command.args(SERVER_SIDE))?;
    bundle::binary("debug")
}

/// Documents the crates below `crates`, what is private included: a link that leads nowhere fails. One check. The other
/// packages link Leptos, which would be checked once more for it.
fn documentation() -> Result<TestTally> {
    let mut command = process::cargo(["doc", "--locked", "--no-deps", "--document-private-items"]);
    command
        .arg("--workspace")
        .env("RUSTDOCFLAGS", "-D warnings");
    for package in ["app", "frontend", "server", "tests", "xtask"] {
        command.args(["--exclude", package]);
    }
    process::run(&mut command)?;
    let mut tally = TestTally::default();
    tally.check(true);
    Ok(tally)
}

fn crates(
    packages: &[&str],
    variables: &[(&str, Option<&Path>)],
    lints: Lints,
) -> Result<TestTally> {
    // First, so that the limit on what is streamed is one on the tests alone.
    process::run(lints.cargo(["test", "--locked", "--no-run"]).args(packages))?;
    let mut command = lints.cargo(["test", "--locked", "--no-fail-fast"]);
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
