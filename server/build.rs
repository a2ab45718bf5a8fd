//! Embeds the browser's half: every file of `target/site`, in its compressed forms where it has them.
//!
//! `cargo xtask build` fills that folder. Without it, as after cloning, nothing of it is embedded and
//! everything still compiles. The same with `FABLEWRIGHT_WITHOUT_SITE`, for what is compiled while the
//! folder is filled.
//!
//! Embeds also the two files of Swagger UI that show the API at `/api/docs`, and its licence (Apache-2.0). They come
//! from a crate that holds nothing but the zip file of a release, so nothing is downloaded here.

use std::env;
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::{Compression, write::GzEncoder};

/// The name of the browser's script, without its ending.
const NAME: &str = "fablewright";

/// The folder that holds the folder named by content.
const PKG: &str = "pkg";

/// The environment variable that leaves the site out.
const WITHOUT_SITE: &str = "FABLEWRIGHT_WITHOUT_SITE";

/// What is taken from Swagger UI's zip file, by its path there, and the address it is served at.
const SWAGGER_UI: [(&str, &str); 3] = [
    ("dist/swagger-ui-bundle.js", "/api/docs/swagger-ui.js"),
    ("dist/swagger-ui.css", "/api/docs/swagger-ui.css"),
    ("LICENSE", "/api/docs/swagger-ui-licence.txt"),
];

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
        code.push_str(&site_file(&site, file, &pkg)?);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    code.push_str(&swagger_ui(&out)?);
    code.push(']');
    fs::write(out.join("site.rs"), code)?;
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

/// One file of the site as the code of a `File` in `src/site.rs`.
fn site_file(site: &Path, file: &Path, pkg: &str) -> Result<String, Box<dyn Error>> {
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
    // Found from the crate, so that the workspace may move.
    let include = |suffix: &str| {
        let path = format!("/../target/site{route}{suffix}");
        include("CARGO_MANIFEST_DIR", &path)
    };
    let is_there = |suffix: &str| {
        let mut path = file.as_os_str().to_owned();
        path.push(suffix);
        Path::new(&path).is_file()
    };
    let forms = match (is_there(".br"), is_there(".gz")) {
        (true, true) => format!(
            "Forms::Compressed {{ brotli: Some({}), gzip: {} }}",
            include(".br"),
            include(".gz")
        ),
        _ => format!("Forms::Plain({})", include("")),
    };
    Ok(entry(&route, &fs::read(file)?, immutable, &forms))
}

/// The files of Swagger UI as the code of `File`s. They are written compressed to `out`.
fn swagger_ui(out: &Path) -> Result<String, Box<dyn Error>> {
    let zip = Cursor::new(utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED);
    let mut zip = zip::ZipArchive::new(zip)?;
    // All files are in one folder, which has the name of the release.
    let first = zip.by_index(0)?.name()?.into_owned();
    let release = first.split('/').next().unwrap_or_default();
    let mut code = String::new();
    for (path, route) in SWAGGER_UI {
        let mut bytes = Vec::new();
        zip.by_name(&format!("{release}/{path}"))?
            .read_to_end(&mut bytes)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let file = route.rsplit('/').next().unwrap_or_default();
        fs::write(out.join(file), gzip.finish()?)?;
        let include = include("OUT_DIR", &format!("/{file}"));
        let forms = format!("Forms::Compressed {{ brotli: None, gzip: {include} }}");
        code.push_str(&entry(route, &bytes, false, &forms));
    }
    Ok(code)
}

/// The code that embeds a file below the folder that a variable of the build names.
fn include(variable: &str, path: &str) -> String {
    format!("include_bytes!(concat!(env!({variable:?}), {path:?}))")
}

/// One file as the code of a `File` in `src/site.rs`.
fn entry(route: &str, content: &[u8], immutable: bool, forms: &str) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    let etag = format!("W/\"{:016x}\"", hasher.finish());
    let content_type = content_type(Path::new(route));
    format!(
        "File {{ route: {route:?}, content_type: {content_type:?}, etag: {etag:?}, \
         immutable: {immutable}, forms: {forms} }},\n"
    )
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
