//! Benches: programs of the `tests` package that measure the built binary.

use anyhow::{Result, bail};

use crate::{bundle, process, test};

/// Every bench there is.
const NAMES: [&str; 1] = ["durability"];

/// Builds the binary and runs one bench, or all.
pub fn run(name: Option<&str>) -> Result<()> {
    let chosen: Vec<&str> = NAMES
        .into_iter()
        .filter(|known| name.is_none_or(|name| name == *known))
        .collect();
    if chosen.is_empty() {
        bail!("There is no such bench; there is: {}.", NAMES.join(", "));
    }
    let binary = bundle::build()?;
    for name in chosen {
        let program = format!("bench-{name}");
        let mut command =
            process::cargo(["run", "--locked", "--package", "tests", "--bin", &program]);
        process::run(command.env(test::BINARY, &binary))?;
    }
    Ok(())
}
