//! What the toolchain must have besides the compiler: the browser's target, rustfmt and clippy.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Result, bail};

use crate::process;

/// The target of the browser's half.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the browser's target where it is missing.
pub(crate) fn ensure_wasm() -> Result<()> {
    let mut rustc = process::program("rustc", ["--print", "target-libdir", "--target", WASM]);
    let libraries = process::output(&mut rustc)?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Adds rustfmt and clippy where they are missing.
pub(crate) fn ensure_linters() -> Result<()> {
    let present = |name: &str| {
        process::cargo([name, "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    if present("fmt") && present("clippy") {
        return Ok(());
    }
    rustup(&["component", "add", "rustfmt", "clippy"])
}

fn rustup(args: &[&str]) -> Result<()> {
    if process::find(&["rustup"]).is_none() {
        bail!("rustup is missing; with it: rustup {}", args.join(" "));
    }
    process::run(&mut process::program("rustup", args))
}
