//! Guards over what the workspace depends on: its licences, where it comes from, and whether it is used at all.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process;
use crate::sources::{SourceFile, fail_with};

/// Licences that ask for no more than a notice. MPL-2.0 asks for changes of its own files alone.
const LICENCES: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Dependencies that no source file names, each with the package and the reason.
const UNNAMED: [(&str, &str, &str); 2] = [
    ("frontend", "leptos", "turns on its feature hydrate"),
    (
        "xtask",
        "proc-macro2",
        "turns on the line numbers of what syn reads",
    ),
];

/// What cargo says about all packages, dependencies included.
pub(crate) fn metadata() -> Result<Value> {
    let mut cargo = process::cargo(["metadata", "--locked", "--format-version", "1"]);
    Ok(serde_json::from_str(&process::output(&mut cargo)?)?)
}

/// Fails with each package whose licence is not in the list.
pub(crate) fn licences(metadata: &Value) -> Result<()> {
    fail_with(wrong_licences(metadata)?)
}

/// Fails with each package that is neither a member of the workspace nor from the registry.
pub(crate) fn origins(metadata: &Value) -> Result<()> {
    fail_with(wrong_origins(metadata)?)
}

/// Fails with each dependency of a member that none of its files names. Like any search in the text, it does not see
/// that a name means something else; it never blames what is used.
pub(crate) fn used(metadata: &Value, files: &[SourceFile]) -> Result<()> {
    fail_with(unused(metadata, files, &UNNAMED)?)
}

fn packages(metadata: &Value) -> Result<&Vec<Value>> {
    metadata["packages"]
        .as_array()
        .context("cargo tells no packages")
}

fn name(package: &Value) -> &str {
    package["name"].as_str().unwrap_or("unnamed")
}

fn wrong_licences(metadata: &Value) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for package in packages(metadata)? {
        let licence = package["license"].as_str().unwrap_or("no licence");
        if !is_allowed(licence) {
            wrong.push(format!("{}: {licence}", name(package)));
        }
    }
    Ok(wrong)
}

/// Whether an SPDX expression can be met with licences of the list. `WITH` only adds permissions.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let met = any_of(&mut words);
    met && words.next().is_none()
}

type Words<'text> = std::iter::Peekable<std::str::SplitWhitespace<'text>>;

fn any_of(words: &mut Words<'_>) -> bool {
    let mut met = all_of(words);
    while words.next_if_eq(&"OR").is_some() {
        met |= all_of(words);
    }
    met
}

fn all_of(words: &mut Words<'_>) -> bool {
    let mut met = one(words);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words);
    }
    met
}

fn one(words: &mut Words<'_>) -> bool {
    match words.next() {
        Some("(") => {
            let met = any_of(words);
            words.next_if_eq(&")").is_some() && met
        }
        Some(licence) => {
            if words.next_if_eq(&"WITH").is_some() {
                words.next();
            }
            LICENCES.contains(&licence)
        }
        None => false,
    }
}

fn wrong_origins(metadata: &Value) -> Result<Vec<String>> {
    let members = members(metadata)?;
    let mut wrong = Vec::new();
    for package in packages(metadata)? {
        let is_member = package["id"]
            .as_str()
            .is_some_and(|id| members.contains(id));
        if !is_member && package["source"] != REGISTRY {
            let source = package["source"].as_str().unwrap_or("a folder");
            wrong.push(format!("{} is from {source}", name(package)));
        }
    }
    Ok(wrong)
}

fn members(metadata: &Value) -> Result<BTreeSet<&str>> {
    let members = metadata["workspace_members"]
        .as_array()
        .context("cargo tells no members")?;
    Ok(members.iter().filter_map(Value::as_str).collect())
}

fn unused(
    metadata: &Value,
    files: &[SourceFile],
    exceptions: &[(&str, &str, &str)],
) -> Result<Vec<String>> {
    let members = members(metadata)?;
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    let mut wrong = Vec::new();
    for package in packages(metadata)? {
        let folder = package["manifest_path"]
            .as_str()
            .and_then(|path| path.strip_prefix(root))
            .and_then(|path| path.trim_start_matches('/').strip_suffix("Cargo.toml"));
        let (Some(id), Some(folder)) = (package["id"].as_str(), folder) else {
            continue;
        };
        if !members.contains(id) {
            continue;
        }
        let texts: Vec<&str> = files
            .iter()
            .filter(|file| file.path.starts_with(folder))
            .map(|file| file.text.as_str())
            .collect();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let known = dependency["rename"].as_str().unwrap_or(name(dependency));
            let word = known.replace('-', "_");
            let is_exception = exceptions
                .iter()
                .any(|(of, on, _)| *of == name(package) && *on == known);
            if !is_exception && !texts.iter().any(|text| has_word(text, &word)) {
                wrong.push(format!("{} does not use {known}", name(package)));
            }
        }
    }
    wrong.dedup();
    Ok(wrong)
}

/// Whether a text has this word by itself, not as a part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// The crates that a package links, itself included.
pub(crate) fn dependencies(package: &[&str]) -> Result<BTreeSet<String>> {
    let mut command = process::cargo(["tree", "--locked", "--prefix", "none"]);
    command
        .args(["--edges", "normal,no-proc-macro", "--package"])
        .args(package);
    Ok(crate_names(&process::output(&mut command)?))
}

/// The names in the lines `name v1.2.3 (…)`.
fn crate_names(tree: &str) -> BTreeSet<String> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::sources::tests::file;

    #[test]
    fn names_are_read_from_a_tree() {
        let tree = "engine v0.1.0 (/somewhere/engine)\nserde v1.0.228\nserde v1.0.228 (*)\n\n";
        assert!(
            crate_names(tree).iter().eq(["engine", "serde"]),
            "{:?}",
            crate_names(tree)
        );
    }

    #[test]
    fn an_expression_is_met_by_one_side_of_or_and_both_of_and() {
        for met in [
            "MIT",
            "MIT/Apache-2.0",
            "MIT OR GPL-3.0",
            "LGPL-2.1-or-later OR MIT AND ISC",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert!(is_allowed(met), "{met}");
        }
        for unmet in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR ISC) AND GPL-3.0",
            "MIT ISC",
            "(MIT",
            "no licence",
        ] {
            assert!(!is_allowed(unmet), "{unmet}");
        }
    }

    #[test]
    fn licences_and_origins_are_told() -> Result<()> {
        let metadata = json!({
            "workspace_members": ["a"],
            "packages": [
                { "id": "a", "name": "a", "license": "MIT", "source": null },
                { "id": "b", "name": "b", "license": null, "source": REGISTRY },
                { "id": "c", "name": "c", "license": "MIT", "source": "git+https://example.org/c" },
                { "id": "d", "name": "d", "license": "GPL-3.0", "source": null },
            ],
        });
        assert_eq!(wrong_licences(&metadata)?, ["b: no licence", "d: GPL-3.0"]);
        assert_eq!(
            wrong_origins(&metadata)?,
            ["c is from git+https://example.org/c", "d is from a folder"]
        );
        assert!(wrong_licences(&json!({})).is_err());
        Ok(())
    }

    #[test]
    fn a_dependency_that_no_file_names_is_told() -> Result<()> {
        let metadata = json!({
            "workspace_root": "/w",
            "workspace_members": ["a"],
            "packages": [{
                "id": "a", "name": "a", "manifest_path": "/w/crates/a/Cargo.toml",
                "dependencies": [{ "name": "js-sys" }, { "name": "time" }, { "name": "uuid" }],
            }, {
                "id": "x", "name": "x", "manifest_path": "/elsewhere/Cargo.toml",
                "dependencies": [{ "name": "time" }],
            }],
        });
        let files = [
            file(
                "crates/a/src/lib.rs",
                "use js_sys::Date; fn f() { timer(uuid::new()); }",
            )?,
            file("crates/b/src/lib.rs", "use time::Date;")?,
        ];
        assert_eq!(unused(&metadata, &files, &[])?, ["a does not use time"]);
        assert!(unused(&metadata, &files, &[("a", "time", "a reason")])?.is_empty());
        Ok(())
    }
}
