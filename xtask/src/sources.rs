//! The Rust files of the workspace, read and parsed for the guards.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// A Rust file of the workspace.
pub(crate) struct SourceFile {
    /// Its path from the root of the workspace, with `/` between folders.
    pub path: String,
    /// Its lines, as an editor counts them.
    pub lines: usize,
    /// All that is in it.
    pub text: String,
    /// Its items.
    pub syntax: syn::File,
}

impl SourceFile {
    /// Whether the file holds nothing but tests.
    pub(crate) fn is_test(&self) -> bool {
        let (folder, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        // The package `tests` tests the binary; all of it serves that.
        self.path.starts_with("tests/")
            || folder.split('/').any(|folder| folder == "tests")
            || name == "tests.rs"
            || name.ends_with("_tests.rs")
    }
}

/// Every `*.rs` below a folder: all but hidden folders, what cargo builds and npm installs. In order of their paths.
pub(crate) fn all(root: &Path) -> Result<Vec<SourceFile>> {
    let mut found = Vec::new();
    collect(root, "", &mut found)?;
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<SourceFile>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if !(name.starts_with('.') || name == "target" || name == "node_modules") {
                collect(&entry.path(), &format!("{path}/"), found)?;
            }
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).with_context(|| path.clone())?;
            found.push(SourceFile {
                lines: text.lines().count(),
                syntax: syn::parse_file(&text).with_context(|| path.clone())?,
                path,
                text,
            });
        }
    }
    Ok(())
}

/// Fails with all that is wrong, each on a line of its own.
pub(crate) fn fail_with(wrong: Vec<String>) -> Result<()> {
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A file of this path and text, for the tests of guards.
    pub(crate) fn file(path: &str, text: &str) -> Result<SourceFile> {
        Ok(SourceFile {
            path: path.to_owned(),
            lines: text.lines().count(),
            text: text.to_owned(),
            syntax: syn::parse_file(text)?,
        })
    }

    #[test]
    fn what_is_built_or_installed_is_not_looked_at() -> Result<()> {
        let root = tempfile::tempdir()?;
        for path in [
            "b/src/lib.rs",
            "a.rs",
            "target/debug/out.rs",
            "tests/browser/node_modules/x.rs",
            ".git/y.rs",
            "b/README.md",
        ] {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().context("no parent")?)?;
            fs::write(path, "fn f() {\n}\n")?;
        }
        let found = all(root.path())?;
        let paths: Vec<_> = found.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a.rs", "b/src/lib.rs"]);
        assert_eq!(found[0].lines, 2);
        Ok(())
    }

    #[test]
    fn a_test_is_known_by_its_folder_or_its_name() -> Result<()> {
        let is_test = |path: &str| file(path, "").map(|file| file.is_test());
        for path in [
            "tests/src/http.rs",
            "crates/engine/tests/suite/queue.rs",
            "crates/prompts/src/tests.rs",
            "crates/text/src/diff_tests.rs",
            "crates/answers/src/shape/tests/plan.rs",
        ] {
            assert!(is_test(path)?, "{path}");
        }
        for path in ["crates/text/src/diff.rs", "xtask/src/test.rs", "a.rs"] {
            assert!(!is_test(path)?, "{path}");
        }
        Ok(())
    }
}
