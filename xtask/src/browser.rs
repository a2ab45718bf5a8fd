//! The tests in a browser: Playwright's runner from `tests/browser`, the Chromium of the machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::BINARY;
use crate::tally::{self, TestTally};
use crate::{debian, process};

/// The shell is Chromium without its windows: the same pages in two thirds of the time.
const SHELL: &str = "chromium-headless-shell";

const NAMES: [&str; 5] = [
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Runs the tests in a browser against the binary and counts them.
pub(crate) fn all(binary: &Path) -> Result<TestTally> {
    let folder = process::root().join("tests/browser");
    let missing: Vec<_> = ["node", "npm", "npx"]
        .into_iter()
        .filter(|name| process::find(&[name]).is_none())
        .collect();
    if !missing.is_empty() {
        bail!(
            "{} not found: install Node.js 20 or later with npm",
            missing.join(", ")
        );
    }
    let chromium = chromium()?;
    install(&folder)?;

    let report = process::root().join("target/xtask/playwright.json");
    if report.is_file() {
        fs::remove_file(&report)?;
    }
    let mut command = process::program(
        "npx",
        ["--no-install", "playwright", "test", "--reporter=list,json"],
    );
    command
        .current_dir(&folder)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env(BINARY, binary)
        .env("CHROMIUM", chromium);
    let succeeded = process::stream(&mut command, |_| {})?;

    let json = fs::read(&report).context("Playwright could not run: it left no report")?;
    let (mut tally, flaky) = tally::from_playwright(&serde_json::from_slice(&json)?)
        .context("Playwright's report has no counts")?;
    for name in flaky {
        println!("passed only when repeated: {name}");
    }
    tally.settle(succeeded);
    Ok(tally)
}

/// Installs what `package-lock.json` names, unless that has been done since it last changed.
fn install(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let locked = fs::metadata(&lock).with_context(|| format!("{} is missing", lock.display()))?;
    // npm writes this file at the end of an installation.
    let installed = fs::metadata(folder.join("node_modules/.package-lock.json"));
    if installed.is_ok_and(|installed| is_newer(&installed, &locked)) {
        return Ok(());
    }
    let mut npm = process::program("npm", ["ci", "--no-audit", "--no-fund"]);
    process::run(
        npm.current_dir(folder)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )
}

fn is_newer(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    matches!((one.modified(), other.modified()), (Ok(one), Ok(other)) if one >= other)
}

/// Where Chromium is: named by the environment, on PATH, or installed now if that is ours to do.
fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("CHROMIUM={} is not a file", named.display());
        }
        return Ok(named);
    }
    if let Some(found) = process::find(&NAMES) {
        return Ok(found);
    }
    if debian::can_install() {
        debian::update();
        let install = |name| debian::install(&[name, "fonts-dejavu-core"]);
        // Not every release of Debian has it.
        install(SHELL).or_else(|_| install("chromium"))?;
    }
    process::find(&NAMES)
        .context("Chromium not found: install the package chromium, or set CHROMIUM to its path")
}
