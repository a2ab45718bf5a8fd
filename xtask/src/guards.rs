//! Guards over the shape of the workspace: which crate may depend on what, and one version of what must be one. The
//! guards over source files are in `lengths` and `names`, those over dependencies in `packages`.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::packages::dependencies;
use crate::process;
use crate::sources::{self, SourceFile};
use crate::toolchain::WASM;
use crate::{circles, layers, lengths, names, packages};

/// All that `domain` may be built from. `serde_json` and what it brings write and read the wire form of events.
const DOMAIN: [&str; 15] = [
    "deranged",
    "domain",
    "itoa",
    "memchr",
    "num-conv",
    "plain-text",
    "powerfmt",
    "serde",
    "serde_core",
    "serde_json",
    "thiserror",
    "time",
    "time-core",
    "uuid",
    "zmij",
];

/// Runs every guard; each with its name.
pub(crate) fn all() -> Vec<(&'static str, Result<()>)> {
    let lock = || fs::read_to_string(process::root().join("Cargo.lock")).context("Cargo.lock");
    let root = process::root();
    let files = sources::all(&root);
    let of_files = |guard: &dyn Fn(&[SourceFile]) -> Result<()>| match &files {
        Ok(files) => guard(files),
        Err(error) => bail!("{error:#}"),
    };
    let metadata = packages::metadata();
    let of_packages = |guard: &dyn Fn(&Value) -> Result<()>| match &metadata {
        Ok(metadata) => guard(metadata),
        Err(error) => bail!("{error:#}"),
    };
    vec![
        (
            "guard: no server code in the browser",
            dependencies(&["frontend", "--target", WASM]).and_then(|names| {
                none_of(
                    &names,
                    &[
                        "axum",
                        "engine",
                        "llm-client",
                        "model-session",
                        "sqlx",
                        "store",
                        "tokio",
                    ],
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
        ("guard: licences", of_packages(&packages::licences)),
        ("guard: origins", of_packages(&packages::origins)),
        (
            "guard: dependencies are used",
            of_files(&|files| of_packages(&|metadata| packages::used(metadata, files))),
        ),
        (
            "guard: lengths",
            of_files(&|files| lengths::all(&root, files)),
        ),
        (
            "guard: words in names",
            of_files(&|files| names::known_words(&root, files)),
        ),
        (
            "guard: one type of a name",
            of_files(&names::one_type_of_a_name),
        ),
        (
            "guard: no circles of files",
            of_files(&|files| circles::none(&root, files)),
        ),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"libsqlite3-sys\"\nversion = \"0.30.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.1\"\n";

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
}
