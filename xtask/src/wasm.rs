//! The browser's half: compiled to WebAssembly, split in two, bound to JavaScript, made small.
//!
//! What the library needs comes with the first page, everything else with the first page that is not
//! the library (`app::pages::lazy_pages`).

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{self, Lints};
use crate::site::{self, File, NAME};
use crate::toolchain;

/// The oldest `wasm-opt` to use: 108, for one, breaks the table of references to JavaScript.
const OLDEST: u32 = 120;

/// What the compiler's default for this target turns on, and `wasm-opt` must know about.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Compiles the frontend and gives its script and its wasm files.
pub(crate) fn build(target: &Path, lints: Lints) -> Result<Vec<File>> {
    toolchain::ensure_wasm()?;
    // Only a crate built as nothing but a `cdylib` gets link-time optimization.
    process::run(&mut lints.cargo([
        "rustc",
        "--locked",
        "--package",
        "frontend",
        "--lib",
        "--crate-type",
        "cdylib",
        "--target",
        toolchain::WASM,
        "--profile",
        "wasm-release",
        // What refers to what: without it the module can't be taken apart.
        "--",
        "-Clink-args=--emit-relocs",
    ]))?;
    let compiled = target
        .join(toolchain::WASM)
        .join("wasm-release")
        .join("frontend.wasm");

    let scratch = tempfile::tempdir()?;
    let out = scratch.path().join("out");
    let main = scratch.path().join("main.wasm");
    split(&compiled, &main, &out)?;
    bind(&main, &out)?;
    optimize(&out.join(format!("{NAME}_bg.wasm")))?;
    site::read(&out)
}

/// Writes what is loaded first to `main`, and the rest with the script that loads it to `out`.
fn split(compiled: &Path, main: &Path, out: &Path) -> Result<()> {
    let module =
        fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let script = format!("./{NAME}.js");
    let loader = format!("./{NAME}_rest.js");
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = out;
    options.main_out_path = main;
    options.main_module = &script;
    options.link_name = &loader;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("splitting {}: {error:#}", compiled.display()))?;
    parts.split_modules.iter().try_for_each(|part| pack(part))
}

/// Writes a part anew: without names, and with numbers as short as they can be. The linker leaves
/// five bytes for each. (wasm-bindgen does the same to the first part.)
fn pack(part: &Path) -> Result<()> {
    walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse_file(part)
        .and_then(|mut module| module.emit_wasm_file(part))
        .with_context(|| format!("cannot pack {}", part.display()))
}

/// Writes the script that loads the module and the module as the script expects it.
fn bind(compiled: &Path, out: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        // The rest refers to functions of the first part by these.
        .keep_lld_exports(true)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .generate(out)
        .with_context(|| format!("wasm-bindgen on {}", compiled.display()))
}

/// Shrinks a module with `wasm-opt` where it is installed; the module works without it as well.
fn optimize(wasm: &Path) -> Result<()> {
    let Some(tool) = process::find(&["wasm-opt"]) else {
        return Ok(());
    };
    let version_line = process::output(&mut process::program(&tool, ["--version"]))?;
    if version(&version_line).is_none_or(|version| version < OLDEST) {
        println!(
            "left out, for it must be {OLDEST} or later: {}",
            version_line.trim()
        );
        return Ok(());
    }
    let small = site::suffixed(wasm, ".opt");
    let mut command = process::program(tool, FEATURES);
    command.arg("-Oz").arg(wasm).arg("-o").arg(&small);
    if let Err(error) = process::run(&mut command) {
        println!("left as it is, for wasm-opt failed: {error}");
        if small.is_file() {
            fs::remove_file(&small)?;
        }
        return Ok(());
    }
    Ok(fs::rename(small, wasm)?)
}

/// The number in `wasm-opt version 120 (version_120)`.
fn version(version_line: &str) -> Option<u32> {
    version_line
        .split_whitespace()
        .find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read() {
        assert_eq!(version("wasm-opt version 120 (version_120)\n"), Some(120));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version("wasm-opt"), None);
    }
}
