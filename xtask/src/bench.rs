//! Benches: programs of the `tests` package; most of them measure the built binary.

use anyhow::{Result, bail};

use crate::{bundle, llama, process};

/// A bench.
struct Bench {
    name: &'static str,
    /// Whether it measures the built binary.
    needs_binary: bool,
}

/// Every bench there is.
const ALL: [Bench; 4] = [
    Bench {
        name: "durability",
        needs_binary: true,
    },
    Bench {
        name: "library",
        needs_binary: true,
    },
    Bench {
        name: "models",
        needs_binary: true,
    },
    Bench {
        name: "continuity",
        needs_binary: false,
    },
];

/// Runs one bench, or all; builds the binary first where one of them measures it.
pub(crate) fn run(name: Option<&str>) -> Result<()> {
    let chosen: Vec<&Bench> = ALL
        .iter()
        .filter(|known| name.is_none_or(|name| name == known.name))
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = ALL.iter().map(|known| known.name).collect();
        bail!("There is no such bench; there is: {}.", names.join(", "));
    }
    let binary = match chosen.iter().any(|bench| bench.needs_binary) {
        true => Some(bundle::build()?),
        false => None,
    };
    for bench in chosen {
        let program = format!("bench-{}", bench.name);
        let mut command =
            process::cargo(["run", "--locked", "--package", "tests", "--bin", &program]);
        if let Some(binary) = &binary {
            command.env(process::BINARY, binary);
        }
        if bench.name == "models" {
            command.env(llama::HOME, llama::ensure()?);
        }
        process::run(&mut command)?;
    }
    Ok(())
}
