//! Programs from Python's package registry, each in a virtual environment of its own below `target`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process;

/// Makes an environment with these packages in `home`, unless it is there already, and then what `finish` makes in it.
/// `wanted` says what there is at the end: where it differs from the last time, all is made anew.
pub(crate) fn environment(
    home: &Path,
    packages: &[&str],
    wanted: &str,
    finish: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let python = home.join("bin/python");
    let done = home.join("installed");
    if fs::read_to_string(&done).is_ok_and(|found| found == wanted) {
        return Ok(home.to_path_buf());
    }
    let Some(system) = process::find(&["python3"]) else {
        bail!("python3 not found: install Python 3.10 or later with venv (Debian: python3-venv)");
    };
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    process::run(process::program(system, ["-m", "venv"]).arg(home))?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ];
    process::run(process::program(&python, pip).args(packages))?;
    finish(&python)?;
    fs::write(done, wanted)?;
    Ok(home.to_path_buf())
}
