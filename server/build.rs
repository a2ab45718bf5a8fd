//! Embeds the browser's half: every file of `target/site`, with the compressed forms beside it.
//!
//! `cargo xtask build` fills that folder. Without it, as after cloning, nothing is embedded and
//! everything still compiles.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

/// What the names of the browser's files begin with.
const NAME: &str = "fablewright";

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let site = here
        .parent()
        .ok_or("the crate has no workspace")?
        .join("target")
        .join("site");
    // Cargo watches a folder only if it is there; where it cannot be made, nothing is lost.
    let _ = fs::create_dir_all(site.join("pkg"));
    println!("cargo:rerun-if-changed=../target/site");
    println!("cargo:rerun-if-changed=build.rs");

    let mut files = Vec::new();
    list(&site, &mut files)?;
    files.sort();
    let output_name = output_name(&site, &files)?;
    println!("cargo:rustc-env=FABLEWRIGHT_OUTPUT_NAME={output_name}");

    let mut code = String::from("&[\n");
    for file in files.iter().filter(|file| !is_compressed(file)) {
        entry(&mut code, &site, file, &output_name)?;
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

/// The common name of the script, the wasm file and the style: the script's.
fn output_name(site: &Path, files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let scripts: Vec<_> = files
        .iter()
        .filter(|file| file.parent() == Some(&site.join("pkg")))
        .filter_map(|file| file.file_name()?.to_str()?.strip_suffix(".js"))
        .filter(|name| name.starts_with(NAME))
        .collect();
    match scripts.as_slice() {
        [] => Ok(NAME.to_owned()),
        [one] => Ok((*one).to_owned()),
        _ => Err("target/site/pkg holds the scripts of two builds: run `cargo xtask build`".into()),
    }
}

fn is_compressed(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "br" || extension == "gz")
}

/// One file as the code of a `File` in `src/site.rs`.
fn entry(
    code: &mut String,
    site: &Path,
    file: &Path,
    output_name: &str,
) -> Result<(), Box<dyn Error>> {
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
    let immutable = output_name != NAME && route.starts_with(&format!("/pkg/{output_name}"));
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
