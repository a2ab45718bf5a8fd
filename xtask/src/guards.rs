//! Guards over the shape of the workspace: which crate may depend on what, one version of what
//! must be one, and how long a source file may get.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::layers;
use crate::process;
use crate::toolchain::WASM;

/// The most lines a source file may have.
const LINES: usize = 500;

/// All that `domain` may be built from.
const DOMAIN: [&str; 10] = [
    "deranged",
    "domain",
    "num-conv",
    "powerfmt",
    "serde",
    "serde_core",
    "thiserror",
    "time",
    "time-core",
    "uuid",
];

/// Runs every guard; each with its name.
pub fn all() -> Vec<(&'static str, Result<()>)> {
    let lock = || fs::read_to_string(process::root().join("Cargo.lock")).context("Cargo.lock");
    vec![
        (
            "guard: no server code in the browser",
            dependencies(&["frontend", "--target", WASM]).and_then(|names| {
                none_of(
                    &names,
                    &["axum", "engine", "llm-client", "sqlx", "store", "tokio"],
                )
            }),
        ),
        (
            "guard: domain is plain",
            dependencies(&["domain"]).and_then(|names| only(&names, &DOMAIN)),
        ),
        ("guard: which crate links which", layers::all()),
        (
            "guard: one SQLite",
            lock().and_then(|lock| one_sqlite(&lock)),
        ),
        (
            "guard: one wasm-bindgen",
            lock().and_then(|lock| one_wasm_bindgen(&lock)),
        ),
        ("guard: short source files", short_sources(&process::root())),
    ]
}

/// The crates that a package links, itself included.
pub(crate) fn dependencies(package: &[&str]) -> Result<BTreeSet<String>> {
    let mut command = process::cargo(["tree", "--locked", "--prefix", "none"]);
    command
        .args(["--edges", "normal,no-proc-macro", "--package"])
        .args(package);
    Ok(names(&process::output(&mut command)?))
}

/// The names in the lines `name v1.2.3 (…)`.
fn names(tree: &str) -> BTreeSet<String> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// Fails if one of the forbidden is there.
fn none_of(names: &BTreeSet<String>, forbidden: &[&str]) -> Result<()> {
    let found: Vec<_> = forbidden
        .iter()
        .copied()
        .filter(|name| names.contains(*name))
        .collect();
    if !found.is_empty() {
        bail!("depends on {}", found.join(", "));
    }
    Ok(())
}

/// Fails if there is anything besides the allowed.
fn only(names: &BTreeSet<String>, allowed: &[&str]) -> Result<()> {
    let found: Vec<_> = names
        .iter()
        .map(String::as_str)
        .filter(|name| !allowed.contains(name))
        .collect();
    if !found.is_empty() {
        bail!("depends on {}", found.join(", "));
    }
    Ok(())
}

/// Two of them would not link, or would keep two ideas of one file.
fn one_sqlite(lock: &str) -> Result<()> {
    match versions(lock, "libsqlite3-sys").as_slice() {
        [_] => Ok(()),
        versions => bail!("libsqlite3-sys in {} versions", versions.len()),
    }
}

/// The macro in the module and the tool that reads it must be of one version.
fn one_wasm_bindgen(lock: &str) -> Result<()> {
    let (module, tool) = (
        versions(lock, "wasm-bindgen"),
        versions(lock, "wasm-bindgen-cli-support"),
    );
    if module.len() != 1 || module != tool {
        bail!(
            "wasm-bindgen {}, wasm-bindgen-cli-support {}",
            module.join("+"),
            tool.join("+")
        );
    }
    Ok(())
}

/// The versions of a package in a lock file.
fn versions(lock: &str, package: &str) -> Vec<String> {
    let name = format!("name = \"{package}\"");
    let lines: Vec<_> = lock.lines().collect();
    let version = |line: &str| {
        line.strip_prefix("version = ")
            .map(|version| version.trim_matches('"').to_owned())
    };
    let pairs = lines.windows(2).filter(|pair| pair[0] == name);
    pairs.filter_map(|pair| version(pair[1])).collect()
}

fn short_sources(root: &Path) -> Result<()> {
    let mut long = Vec::new();
    for path in sources(root)? {
        let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
        let lines = text.lines().count();
        if lines > LINES {
            long.push(format!("{} ({lines})", path.strip_prefix(root)?.display()));
        }
    }
    if !long.is_empty() {
        long.sort();
        bail!("over {LINES} lines: {}", long.join(", "));
    }
    Ok(())
}

/// Every `*.rs` of the workspace: all but hidden folders, what cargo builds and npm installs.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            if !(name.starts_with('.') || name == "target" || name == "node_modules") {
                found.extend(sources(&entry.path())?);
            }
        } else if name.ends_with(".rs") {
            found.push(entry.path());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"libsqlite3-sys\"\nversion = \"0.30.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.1\"\n";

    #[test]
    fn names_are_read_from_a_tree() {
        let tree = "engine v0.1.0 (/somewhere/engine)\nserde v1.0.228\nserde v1.0.228 (*)\n\n";
        assert!(
            names(tree).iter().eq(["engine", "serde"]),
            "{:?}",
            names(tree)
        );
    }

    #[test]
    fn what_is_forbidden_is_named() {
        let names: BTreeSet<_> = ["engine", "tokio", "tokio-util"].map(String::from).into();
        assert!(none_of(&names, &["axum", "hyper"]).is_ok());
        let error = none_of(&names, &["axum", "tokio"]).map_err(|error| error.to_string());
        assert_eq!(error, Err("depends on tokio".into()));
    }

    #[test]
    fn what_is_not_allowed_is_named() {
        let names: BTreeSet<_> = ["domain", "serde"].map(String::from).into();
        assert!(only(&names, &["domain", "serde", "time"]).is_ok());
        let error = only(&names, &["domain"]).map_err(|error| error.to_string());
        assert_eq!(error, Err("depends on serde".into()));
    }

    #[test]
    fn one_version_passes_and_two_or_none_fail() {
        assert!(one_sqlite(LOCK).is_ok());
        assert!(one_sqlite("").is_err());
        let two = format!("{LOCK}\n[[package]]\nname = \"libsqlite3-sys\"\nversion = \"0.31.0\"\n");
        assert!(one_sqlite(&two).is_err());
    }

    #[test]
    fn the_versions_of_wasm_bindgen_must_agree() {
        assert!(one_wasm_bindgen(LOCK).is_ok());
        let apart = LOCK.replace(
            "cli-support\"\nversion = \"0.2.1\"",
            "cli-support\"\nversion = \"0.2.2\"",
        );
        assert!(apart != LOCK && one_wasm_bindgen(&apart).is_err());
        assert!(one_wasm_bindgen("").is_err());
    }

    #[test]
    fn a_long_source_file_is_named_and_what_is_built_is_not_looked_at() -> Result<()> {
        let root = tempfile::tempdir()?;
        let file = |path: &str, lines: usize| -> Result<()> {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().context("no parent")?)?;
            Ok(fs::write(path, "\n".repeat(lines))?)
        };
        file("a/src/lib.rs", LINES)?;
        file("target/debug/out.rs", LINES + 1)?;
        file("tests/browser/node_modules/x.rs", LINES + 1)?;
        assert!(short_sources(root.path()).is_ok());
        file("a/src/long.rs", LINES + 1)?;
        let error = short_sources(root.path()).map_err(|error| error.to_string());
        let long = Path::new("a").join("src").join("long.rs");
        assert_eq!(
            error,
            Err(format!("over 500 lines: {} (501)", long.display()))
        );
        Ok(())
    }
}
