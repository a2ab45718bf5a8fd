//! Embeds the browser's half: every file of `target/site`, with the compressed forms beside it.
//!
//! `cargo xtask build` fills that folder. Without it, as after cloning, nothing is embedded and
//! everything still compiles. The same with `FABLEWRIGHT_WITHOUT_SITE`, for what is compiled while the
//! folder is filled.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

/// The name of the browser's script, without its ending.
const NAME: &str = "fablewright";

/// The folder that holds the folder named by content.
const PKG: &str = "pkg";

/// The environment variable that leaves the site out.
const WITHOUT_SITE: &str = "FABLEWRIGHT_WITHOUT_SITE";

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let site = here
        .parent()
        .ok_or("the crate has no workspace")?
        .join("target")
        .join("site");
    // Cargo watches a folder only if it is there; where it cannot be made, nothing is lost.
    let _ = fs::create_dir_all(site.join(PKG));
    println!("cargo:rerun-if-changed=../target/site");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={WITHOUT_SITE}");

    let mut files = Vec::new();
    if env::var_os(WITHOUT_SITE).is_none() {
        list(&site, &mut files)?;
    }
    files.sort();
    let pkg = pkg(&site, &files)?;
    println!("cargo:rustc-env=FABLEWRIGHT_PKG={pkg}");

    let mut code = String::from("&[\n");
    for file in files.iter().filter(|file| !is_compressed(file)) {
        entry(&mut code, &site, file, &pkg)?;
    }
    code.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("site.rs"), code)?;
    Ok(())
}

/// Every file below a folder.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The folder of the script, below the site's: `pkg/<hash>`, or plain `pkg` where there is none.
fn pkg(site: &Path, files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let script = format!("{NAME}.js");
    let folders: Vec<_> = files
        .iter()
        .filter(|file| file.ends_with(&script))
        .filter_map(|file| file.parent()?.file_name()?.to_str())
        .collect();
    match folders.as_slice() {
        [] => Ok(PKG.to_owned()),
        [one] if site.join(PKG).join(one).is_dir() => Ok(format!("{PKG}/{one}")),
        _ => Err("target/site/pkg holds more than one build: run `cargo xtask build`".into()),
    }
}

fn is_compressed(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "br" || extension == "gz")
}

/// One file as the code of a `File` in `src/site.rs`.
fn entry(code: &mut String, site: &Path, file: &Path, pkg: &str) -> Result<(), Box<dyn Error>> {
    let relative = file
        .strip_prefix(site)?
        .to_str()
        .ok_or("a file's name is not UTF-8")?;
    let route = format!("/{}", relative.replace('\\', "/"));
    if !route
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "/-_.".contains(c))
    {
        return Err(format!("{route}: only letters, digits, -, _ and . in names").into());
    }
    // Only a name that follows the content may be kept for ever.
    let immutable = pkg != PKG && route.starts_with(&format!("/{pkg}/"));
    let mut hasher = DefaultHasher::new();
    hasher.write(&fs::read(file)?);
    let etag = format!("W/\"{:016x}\"", hasher.finish());
    // Found from the crate, so that the workspace may move.
    let include = |suffix: &str| {
        let path = format!("/../target/site{route}{suffix}");
        format!("include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))")
    };
    let compressed = |suffix: &str| {
        let mut path = file.as_os_str().to_owned();
        path.push(suffix);
        if Path::new(&path).is_file() {
            format!("Some({})", include(suffix))
        } else {
            "None".to_owned()
        }
    };
    writeln!(
        code,
        "File {{ route: {route:?}, content_type: {:?}, etag: {etag:?}, immutable: {immutable}, \
         plain: {}, brotli: {}, gzip: {} }},",
        content_type(file),
        include(""),
        compressed(".br"),
        compressed(".gz"),
    )?;
    Ok(())
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
