//! The build: the browser's files into `target/site`, then the binary that embeds them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::process::{self, Lints};
use crate::site::{self, File, NAME};
use crate::{style, wasm};

/// Builds everything and gives the path of the binary.
pub(crate) fn build() -> Result<PathBuf> {
    site(Lints::Off)?;
    process::run(&mut process::cargo([
        "build",
        "--locked",
        "--package",
        "server",
        "--release",
        "--bin",
        NAME,
    ]))?;
    let binary = binary("release")?;
    println!("{}", size_line(&binary, fs::metadata(&binary)?.len(), None));
    Ok(binary)
}

/// Builds the browser's files, which the server embeds when it is compiled.
pub(crate) fn site(lints: Lints) -> Result<()> {
    let root = process::root();
    let site = root.join("target/site");
    let mut pkg = wasm::build(&target()?, lints)?;
    pkg.push(File {
        path: Path::new(NAME).with_extension("css"),
        bytes: style::bundle(&root.join("style/main.css"))?.into_bytes(),
    });
    let mut files = site::named_by_content(pkg);
    files.extend(site::read(&root.join("public"))?);
    site::write(&site, &files)?;
    for file in files.iter().filter(|file| file.path.starts_with("pkg")) {
        let small = fs::metadata(site::suffixed(&site.join(&file.path), ".br"));
        println!(
            "{}",
            size_line(
                &file.path,
                file.bytes.len() as u64,
                small.ok().map(|m| m.len())
            )
        );
    }
    Ok(())
}

/// Where cargo leaves the binary of a profile.
pub(crate) fn binary(folder: &str) -> Result<PathBuf> {
    let name = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    Ok(target()?.join(folder).join(name))
}

/// Cargo's target folder, wherever the environment puts it.
fn target() -> Result<PathBuf> {
    let json = process::output(&mut process::cargo([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]))?;
    let metadata: serde_json::Value = serde_json::from_str(&json)?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("cargo metadata: no target")?;
    Ok(folder.into())
}

/// One line of the list of sizes.
fn size_line(path: &Path, length: u64, brotli: Option<u64>) -> String {
    let kib = |bytes: u64| format!("{}.{} KiB", bytes / 1024, bytes % 1024 * 10 / 1024);
    let brotli = brotli
        .map(|bytes| format!(", {} with brotli", kib(bytes)))
        .unwrap_or_default();
    format!("{}: {}{brotli}", path.display(), kib(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_raw_and_compressed() {
        let path = Path::new("pkg/a.js");
        assert_eq!(
            size_line(path, 1536, Some(512)),
            "pkg/a.js: 1.5 KiB, 0.5 KiB with brotli"
        );
        assert_eq!(size_line(path, 2048, None), "pkg/a.js: 2.0 KiB");
    }
}
