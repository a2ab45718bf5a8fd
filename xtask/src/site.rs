//! The folder `target/site`, which the server embeds: names by content, compressed forms, nothing
//! stale, and nothing touched that has not changed (or cargo would build the server anew).

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::compress;

/// The name that the browser's files begin with.
pub const NAME: &str = "fablewright";

/// A file of the site: its path below the site's folder and its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site's folder.
    pub path: PathBuf,
    /// The whole content, uncompressed.
    pub bytes: Vec<u8>,
}

/// Moves the files to `pkg/` and puts a hash over all of them into the names of ours, so that
/// browsers may keep them for ever: `fablewright-<hash>.js`, `…_bg.wasm`, `….css`. The script
/// then asks for the wasm file by its new name.
pub fn named_by_content(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let hashed = format!("{NAME}-{:016x}", hash(&files));
    let script = Path::new(NAME).with_extension("js");
    for file in &mut files {
        if file.path == script {
            let wasm = format!("{NAME}_bg.wasm");
            let text = String::from_utf8_lossy(&file.bytes);
            file.bytes = text
                .replace(&wasm, &format!("{hashed}_bg.wasm"))
                .into_bytes();
        }
        let name = file.path.to_string_lossy();
        let name = match name.strip_prefix(NAME) {
            Some(rest) => format!("{hashed}{rest}"),
            None => name.into_owned(),
        };
        file.path = Path::new("pkg").join(name);
    }
    files
}

/// A hash over the names and contents of files.
fn hash(files: &[File]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for file in files {
        for part in [file.path.to_string_lossy().as_bytes(), &file.bytes] {
            hasher.write_usize(part.len());
            hasher.write(part);
        }
    }
    hasher.finish()
}

/// Every file below a folder, by its path from there, in order; none if the folder is missing.
pub fn read(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in list(folder)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.push(File {
            path: path.strip_prefix(folder)?.to_path_buf(),
            bytes,
        });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(list(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Makes a folder hold these files with their compressed forms and nothing else.
pub fn write(folder: &Path, files: &[File]) -> Result<()> {
    let wanted: BTreeSet<PathBuf> = files
        .iter()
        .flat_map(forms)
        .map(|path| folder.join(path))
        .collect();
    for path in list(folder)? {
        if !wanted.contains(&path) {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    files.iter().try_for_each(|file| write_one(folder, file))
}

/// The paths of a file: itself and, if it pays, its compressed forms.
fn forms(file: &File) -> Vec<PathBuf> {
    let mut paths = vec![file.path.clone()];
    if compress::pays(&file.path, file.bytes.len()) {
        paths.extend([suffixed(&file.path, ".br"), suffixed(&file.path, ".gz")]);
    }
    paths
}

/// The plain file comes last: while it is there with the right content, its other forms fit it.
fn write_one(folder: &Path, file: &File) -> Result<()> {
    let plain = folder.join(&file.path);
    let there = forms(file).iter().all(|path| folder.join(path).is_file());
    if there && fs::read(&plain)? == file.bytes {
        return Ok(());
    }
    if let Some(parent) = plain.parent() {
        fs::create_dir_all(parent)?;
    }
    if plain.is_file() {
        fs::remove_file(&plain)?;
    }
    if compress::pays(&file.path, file.bytes.len()) {
        fs::write(suffixed(&plain, ".br"), compress::brotli(&file.bytes)?)?;
        fs::write(suffixed(&plain, ".gz"), compress::gzip(&file.bytes)?)?;
    }
    fs::write(&plain, &file.bytes).with_context(|| format!("cannot write {}", plain.display()))
}

/// A path with more at its end.
pub fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, content: &str) -> File {
        File {
            path: path.into(),
            bytes: content.as_bytes().to_vec(),
        }
    }

    fn pkg(style: &str) -> Vec<File> {
        named_by_content(vec![
            file(
                "fablewright.js",
                "new URL('fablewright_bg.wasm', import.meta.url)",
            ),
            file("fablewright_bg.wasm", "wasm"),
            file("fablewright.css", style),
            file("snippets/other/inline0.js", "export {}"),
        ])
    }

    /// The file whose path has this end.
    fn ending<'a>(files: &'a [File], end: &str) -> Result<&'a File> {
        let found = files
            .iter()
            .find(|file| file.path.to_string_lossy().ends_with(end));
        found.with_context(|| format!("no {end} in {files:?}"))
    }

    #[test]
    fn our_names_share_a_hash_and_the_script_knows_it() -> Result<()> {
        let files = pkg("a {}");
        let hashed = format!("fablewright-{}", stem_hash(&files)?);
        for suffix in [".js", "_bg.wasm", ".css"] {
            ending(&files, &format!("pkg/{hashed}{suffix}"))?;
        }
        ending(&files, "pkg/snippets/other/inline0.js")?;
        let script = &ending(&files, &format!("{hashed}.js"))?.bytes;
        let expected = format!("new URL('{hashed}_bg.wasm', import.meta.url)");
        assert_eq!(String::from_utf8_lossy(script), expected);
        Ok(())
    }

    fn stem_hash(files: &[File]) -> Result<String> {
        let style = ending(files, ".css")?.path.to_string_lossy().into_owned();
        let hash = style
            .trim_start_matches("pkg/fablewright-")
            .trim_end_matches(".css");
        assert!(
            hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()),
            "{hash}"
        );
        Ok(hash.to_owned())
    }

    #[test]
    fn the_hash_follows_the_content() -> Result<()> {
        assert_eq!(pkg("a {}"), pkg("a {}"));
        assert_ne!(stem_hash(&pkg("a {}"))?, stem_hash(&pkg("b {}"))?);
        Ok(())
    }

    #[test]
    fn the_hash_tells_where_a_file_ends() {
        assert_ne!(hash(&[file("a", "bc")]), hash(&[file("ab", "c")]));
    }

    #[test]
    fn writing_removes_the_stale_and_leaves_the_unchanged() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let long = "a { color: red }".repeat(40);
        write(
            folder.path(),
            &[file("pkg/old.js", &long), file("icon.svg", &long)],
        )?;
        let icon = folder.path().join("icon.svg");
        let before = fs::metadata(&icon)?.modified()?;
        assert!(folder.path().join("icon.svg.br").is_file());

        write(
            folder.path(),
            &[file("pkg/new.js", &long), file("icon.svg", &long)],
        )?;
        let names: Vec<_> = read(folder.path())?
            .into_iter()
            .map(|file| file.path)
            .collect();
        let wanted = ["icon.svg", "icon.svg.br", "icon.svg.gz"];
        let wanted = wanted
            .iter()
            .chain(&["pkg/new.js", "pkg/new.js.br", "pkg/new.js.gz"]);
        assert_eq!(names, wanted.map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(fs::metadata(&icon)?.modified()?, before);
        Ok(())
    }

    #[test]
    fn a_changed_file_gets_new_forms() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (one, two) = ("one ".repeat(100), "two ".repeat(100));
        write(folder.path(), &[file("a.txt", &one)])?;
        let before = fs::read(folder.path().join("a.txt.gz"))?;
        write(folder.path(), &[file("a.txt", &two)])?;
        assert_eq!(fs::read(folder.path().join("a.txt"))?, two.as_bytes());
        assert_ne!(fs::read(folder.path().join("a.txt.gz"))?, before);
        Ok(())
    }
}
