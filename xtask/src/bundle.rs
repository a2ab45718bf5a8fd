//! The build: the browser's files into `target/site`, then the binary that embeds them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::site::{self, File, NAME};
use crate::{process, style, wasm};

/// Builds everything and gives the path of the binary.
pub fn build() -> Result<PathBuf> {
    let root = process::root();
    let target = target()?;
    let site = root.join("target/site");

    let mut pkg = wasm::build(&target, &root.join("target/xtask/bindgen"))?;
    pkg.push(File {
        path: Path::new(NAME).with_extension("css"),
        bytes: style::bundle(&root.join("style/main.css"))?.into_bytes(),
    });
    let mut files = site::named_by_content(pkg);
    files.extend(site::read(&root.join("public"))?);
    site::write(&site, &files)?;

    process::run(&mut process::cargo([
        "build",
        "--locked",
        "--package",
        "server",
        "--release",
        "--bin",
        NAME,
    ]))?;
    let binary = target
        .join("release")
        .join(format!("{NAME}{}", std::env::consts::EXE_SUFFIX));
    print_sizes(&site, &files, &binary)?;
    Ok(binary)
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

fn print_sizes(site: &Path, files: &[File], binary: &Path) -> Result<()> {
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
    let length = fs::metadata(binary)?.len();
    println!("{}", size_line(binary, length, None));
    Ok(())
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
