//! Schemathesis, which tests the API against its own description.

use std::path::PathBuf;

use anyhow::Result;

use crate::{process, python};

/// The environment variable that leads the tests to it.
pub(crate) const HOME: &str = "FABLEWRIGHT_SCHEMATHESIS";

/// What is installed, pinned: with another Hypothesis, the same seed makes other requests.
const PACKAGES: [&str; 2] = ["schemathesis==4.32.5", "hypothesis==6.170.17"];

/// Installs what is missing and answers where it is.
pub(crate) fn ensure() -> Result<PathBuf> {
    let home = process::root().join("target/schemathesis");
    python::environment(&home, &PACKAGES, &format!("{PACKAGES:?}"), |_| Ok(()))
}
