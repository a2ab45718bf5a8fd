//! A real llama.cpp server for the tests: a wheel from Python's package registry, in a folder of its own,
//! and tiny models made on the spot.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process;

/// The environment variable that leads the tests to it.
pub(crate) const HOME: &str = "FABLEWRIGHT_LLAMA";

/// What is installed, pinned: the server and what makes the models.
const PACKAGES: [&str; 3] = ["gguf==0.19.0", "numpy==2.4.6", "xllamacpp==2026.10.11549"];

/// The models: one that is quick, one that thinks first, one slow enough to be stopped.
const MODELS: [(&str, &[&str]); 3] = [
    ("tiny", &[]),
    ("think", &["--think"]),
    (
        "slow",
        &[
            "--layers",
            "8",
            "--dim",
            "768",
            "--heads",
            "12",
            "--kv-heads",
            "4",
            "--ff",
            "3072",
            // It goes on until it is stopped: a test that stops it must not come too late.
            "--end-prob",
            "0.0001",
        ],
    ),
];

/// Installs what is missing and answers where it is.
pub(crate) fn ensure() -> Result<PathBuf> {
    let home = process::root().join("target/llama");
    let python = home.join("bin/python");
    let done = home.join("installed");
    let wanted = format!("{PACKAGES:?} {MODELS:?}");
    if fs::read_to_string(&done).is_ok_and(|found| found == wanted) {
        return Ok(home);
    }
    let Some(system) = process::find(&["python3"]) else {
        bail!("python3 not found: install Python 3.10 or later with venv (Debian: python3-venv)");
    };
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    process::run(process::program(system, ["-m", "venv"]).arg(&home))?;
    process::run(
        process::program(
            &python,
            [
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ],
        )
        .args(PACKAGES),
    )?;
    for (name, args) in MODELS {
        make(&python, &home.join(format!("{name}.gguf")), args)?;
    }
    fs::write(done, wanted)?;
    Ok(home)
}

fn make(python: &Path, model: &Path, args: &[&str]) -> Result<()> {
    let script = process::root().join("tests/llama/make_tiny_gguf.py");
    process::run(process::program(python, [&script]).arg(model).args(args))
}
