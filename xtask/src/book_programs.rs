//! Programs that read the books which the studio exports: two validators of EPUB, and a reader of PDF. A word processor is
//! used where there is one; installing it would take longer than all tests.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::{debian, process};

/// The environment variable that leads the tests to what is installed below `target`.
pub(crate) const HOME: &str = "FABLEWRIGHT_CHECKERS";

/// From npm, pinned.
const VALIDATOR: &str = "@likecoin/epubcheck-ts@0.7.0";

/// A program and the package of Debian that has it.
const PROGRAMS: [(&str, &str); 2] = [("epubcheck", "epubcheck"), ("pdffonts", "poppler-utils")];

/// Installs what is missing and answers where it is. A program that can't be installed is no error: its tests say that they
/// are skipped.
pub(crate) fn ensure() -> Result<PathBuf> {
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| process::find(&[program]).is_none())
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() && debian::can_install() {
        debian::update();
        if let Err(error) = debian::install(&missing) {
            println!("{error:#}");
        }
    }
    let home = process::root().join("target/checkers");
    let done = home.join("installed");
    if fs::read_to_string(&done).is_ok_and(|found| found == VALIDATOR) {
        return Ok(home);
    }
    fs::create_dir_all(&home)?;
    let npm = [
        "install",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--prefix",
    ];
    process::run(process::program("npm", npm).arg(&home).arg(VALIDATOR))?;
    fs::write(done, VALIDATOR)?;
    Ok(home)
}
