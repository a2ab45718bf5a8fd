//! The folder `target/site`, which the server embeds: names by content, compressed forms, nothing
//! stale, and nothing touched that has not changed (or cargo would build the server anew).

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::compress;

/// The name that the browser's files begin with.
pub(crate) const NAME: &str = "fablewright";

/// A file of the site: its path below the site's folder and its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    /// Relative to the site's folder.
    pub path: PathBuf,
    /// The whole content, uncompressed.
    pub bytes: Vec<u8>,
}

/// Moves the files to `pkg/<hash>/`, a folder named by all they hold, so that browsers may keep them
/// for ever. Among themselves they go by relative names, which stay as they are.
pub(crate) fn named_by_content(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let folder = Path::new("pkg").join(format!("{:016x}", hash(&files)));
    for file in &mut files {
        file.path = folder.join(&file.path);
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
pub(crate) fn read(folder: &Path) -> Result<Vec<File>> {
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
pub(crate) fn write(folder: &Path, files: &[File]) -> Result<()> {
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
    remove_empty(folder)?;
    files.iter().try_for_each(|file| write_one(folder, file))
}

/// Removes the folders of earlier builds, in which nothing is left.
fn remove_empty(folder: &Path) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_empty(&path)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        }
    }
    Ok(())
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
pub(crate) fn suffixed(path: &Path, suffix: &str) -> PathBuf {
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
            file("fablewright.js", "import './snippets/other/inline0.js'"),
            file("fablewright.css", style),
            file("snippets/other/inline0.js", "export {}"),
        ])
    }

    #[test]
    fn the_files_keep_their_names_in_a_folder_named_by_content() {
        let paths: Vec<_> = pkg("a {}").into_iter().map(|file| file.path).collect();
        let folder = folder(&pkg("a {}"));
        let hash = folder.file_name().unwrap_or_default().to_string_lossy();
        assert!(
            hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()),
            "{hash}"
        );
        let names = [
            "fablewright.css",
            "fablewright.js",
            "snippets/other/inline0.js",
        ];
        assert_eq!(paths, names.map(|name| folder.join(name)));
    }

    fn folder(files: &[File]) -> PathBuf {
        files[0].path.iter().take(2).collect()
    }

    #[test]
    fn the_hash_follows_the_content() {
        assert_eq!(pkg("a {}"), pkg("a {}"));
        assert_ne!(folder(&pkg("a {}")), folder(&pkg("b {}")));
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
        fs::create_dir_all(folder.path().join("pkg/earlier"))?;

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
        assert!(!folder.path().join("pkg/earlier").exists());
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
