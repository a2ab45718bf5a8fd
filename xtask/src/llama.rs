//! A real llama.cpp server for the tests: a wheel from Python's package registry, in a folder of its own,
//! and tiny models made on the spot.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{process, python};

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
    let wanted = format!("{PACKAGES:?} {MODELS:?}");
    python::environment(&home, &PACKAGES, &wanted, |python| {
        let mut models = MODELS.iter();
        models.try_for_each(|(name, args)| make(python, &home.join(format!("{name}.gguf")), args))
    })
}

fn make(python: &Path, model: &Path, args: &[&str]) -> Result<()> {
    let script = process::root().join("tests/llama/make_tiny_gguf.py");
    process::run(process::program(python, [&script]).arg(model).args(args))
}
