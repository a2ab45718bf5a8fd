//! Guards over names: each word of a name is one of `docs/words.txt`, and a name means one type.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use syn::visit::{self, Visit};
use syn::{Ident, Visibility};

use crate::sources::{SourceFile, fail_with};

/// The list of words, from the root of the workspace.
const WORDS: &str = "docs/words.txt";

/// Where names are looked at.
const FOLDERS: [&str; 4] = ["app/", "crates/", "server/", "xtask/"];

/// Types of one name in several crates, each with the reason. The guard also fails when one is no longer needed.
const SHARED_NAMES: [(&str, &str); 2] = [
    (
        "Error",
        "a crate's own error, always named with its crate: `store::Error`",
    ),
    (
        "Result",
        "a crate's own result, always named with its crate",
    ),
];

/// A name, and where it is.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    name: String,
    path: String,
}

/// Fails with each word of a name that is not in the list, and each word of the list that no name has.
pub(crate) fn known_words(root: &Path, files: &[SourceFile]) -> Result<()> {
    let list = fs::read_to_string(root.join(WORDS)).context(WORDS)?;
    let mut names = types(files);
    names.extend(file_names(files));
    let wrong = compare(&list, &names);
    fail_with(wrong)
}

/// Fails with each name that types of several crates have.
pub(crate) fn one_type_of_a_name(files: &[SourceFile]) -> Result<()> {
    let exceptions: Vec<&str> = SHARED_NAMES.iter().map(|(name, _)| *name).collect();
    let wrong = shared(&types(files), &exceptions);
    fail_with(wrong)
}

fn compare(list: &str, names: &[Name]) -> Vec<String> {
    let listed: Vec<&str> = list
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let mut wrong = Vec::new();
    let mut pairs = listed.iter().zip(listed.iter().skip(1));
    if let Some((first, second)) = pairs.find(|(first, second)| first >= second) {
        wrong.push(format!(
            "{WORDS}: `{second}` belongs before `{first}`, once"
        ));
    }
    let mut unused: BTreeSet<&str> = listed.iter().copied().collect();
    let known = unused.clone();
    for Name { name, path } in names {
        for word in words(name) {
            unused.remove(word.as_str());
            if !known.contains(word.as_str()) {
                wrong.push(format!(
                    "new word `{word}` in `{name}` ({path}): use a word of the list, or add it to {WORDS} and say why in the commit"
                ));
            }
        }
    }
    wrong.extend(
        unused
            .iter()
            .map(|word| format!("{WORDS}: no name has the word `{word}` any more")),
    );
    wrong
}

fn shared(types: &[Name], exceptions: &[&str]) -> Vec<String> {
    let mut crates: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for Name { name, path } in types {
        let package = path.split("/src/").next().unwrap_or(path);
        crates.entry(name).or_default().insert(package);
    }
    let is_shared = |name: &str| crates.get(name).is_some_and(|crates| crates.len() > 1);
    let many = crates
        .iter()
        .filter(|(name, _)| is_shared(name) && !exceptions.contains(*name))
        .map(|(name, crates)| {
            let crates: Vec<&str> = crates.iter().copied().collect();
            format!("`{name}` is a type in {}", crates.join(", "))
        });
    let unneeded = exceptions
        .iter()
        .filter(|name| !is_shared(name))
        .map(|name| format!("`{name}` is one type: remove the exception"));
    many.chain(unneeded).collect()
}

/// The types that other files can name: those with `pub` or `pub(…)`, outside of tests.
fn types(files: &[SourceFile]) -> Vec<Name> {
    let mut found = Vec::new();
    for file in files {
        if is_named_here(&file.path) && !file.is_test() {
            let mut types = Types(Vec::new());
            types.visit_file(&file.syntax);
            found.extend(types.0.into_iter().map(|name| Name {
                name,
                path: file.path.clone(),
            }));
        }
    }
    found
}

struct Types(Vec<String>);

impl Types {
    fn add(&mut self, visibility: &Visibility, name: &Ident) {
        if !matches!(visibility, Visibility::Inherited) {
            self.0.push(name.to_string());
        }
    }
}

impl<'ast> Visit<'ast> for Types {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.vis, &item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(&item.vis, &item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.add(&item.vis, &item.ident);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.add(&item.vis, &item.ident);
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}

/// The names of the files and of the folders they are in, below the folder of their crate.
fn file_names(files: &[SourceFile]) -> Vec<Name> {
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| is_named_here(&file.path)) {
        let path = file.path.strip_prefix("crates/").unwrap_or(&file.path);
        for name in path.trim_end_matches(".rs").split('/') {
            found.entry(name).or_insert(&file.path);
        }
    }
    found
        .into_iter()
        .map(|(name, path)| Name {
            name: name.to_owned(),
            path: path.clone(),
        })
        .collect()
}

fn is_named_here(path: &str) -> bool {
    FOLDERS.iter().any(|folder| path.starts_with(folder))
}

/// The words of `CamelCase`, `snake_case` and `kebab-case`, in small letters, without digits.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        // `LiveDraft`, and the last letter of the first word of `HTTPError`.
        let begins = letter.is_uppercase()
            && (before.is_some_and(char::is_lowercase)
                || after.is_some_and(|after| after.is_lowercase()));
        if begins || !letter.is_alphabetic() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphabetic(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::tests::file;

    fn named(name: &str, path: &str) -> Name {
        Name {
            name: name.to_owned(),
            path: path.to_owned(),
        }
    }

    #[test]
    fn a_name_is_split_into_words() {
        assert_eq!(words("LiveDraft"), ["live", "draft"]);
        assert_eq!(words("HTTPError"), ["http", "error"]);
        assert_eq!(words("store-sqlite"), ["store", "sqlite"]);
        assert_eq!(words("near_repetition"), ["near", "repetition"]);
        assert_eq!(words("V2Row3"), ["v", "row"]);
        assert_eq!(words("Tx"), ["tx"]);
    }

    #[test]
    fn a_new_word_is_named_with_its_place() {
        let names = [named("LiveDraft", "app/src/a.rs"), named("Draft", "b.rs")];
        assert!(compare("# of all\ndraft\n\nlive\n", &names).is_empty());
        assert_eq!(
            compare("draft\n", &names),
            [
                "new word `live` in `LiveDraft` (app/src/a.rs): use a word of the list, or add it to docs/words.txt and say why in the commit"
            ]
        );
    }

    #[test]
    fn the_list_is_sorted_and_has_only_words_in_use() {
        let names = [named("LiveDraft", "a.rs")];
        assert_eq!(
            compare("live\ndraft\n", &names),
            ["docs/words.txt: `draft` belongs before `live`, once"]
        );
        assert_eq!(compare("draft\ndraft\nlive\n", &names).len(), 1);
        assert_eq!(
            compare("draft\nlive\nstale\n", &names),
            ["docs/words.txt: no name has the word `stale` any more"]
        );
    }

    #[test]
    fn types_are_those_that_other_files_can_name() -> Result<()> {
        let text =
            "pub struct A; pub(crate) enum B {} struct Hidden; pub trait C {} pub type D = u8;
            pub mod inner { pub struct E; } mod tests { pub struct F; } fn f() { struct G; }";
        let files = [
            file("app/src/lib.rs", text)?,
            file("frontend/src/lib.rs", text)?,
            file("app/src/tests.rs", text)?,
        ];
        let names: Vec<_> = types(&files).into_iter().map(|found| found.name).collect();
        assert_eq!(names, ["A", "B", "C", "D", "E"]);
        Ok(())
    }

    #[test]
    fn files_and_their_folders_are_named_once() -> Result<()> {
        let files = [
            file("crates/store/src/hub.rs", "")?,
            file("crates/store/src/lib.rs", "")?,
            file("tests/src/odd.rs", "")?,
        ];
        let names: Vec<_> = file_names(&files)
            .into_iter()
            .map(|name| name.name)
            .collect();
        assert_eq!(names, ["hub", "lib", "src", "store"]);
        Ok(())
    }

    #[test]
    fn a_name_of_two_crates_is_told_unless_it_is_an_exception() {
        let types = [
            named("Row", "crates/a/src/x.rs"),
            named("Row", "crates/a/src/y.rs"),
            named("Part", "crates/a/src/x.rs"),
            named("Part", "app/src/z.rs"),
        ];
        assert_eq!(shared(&types, &[]), ["`Part` is a type in app, crates/a"]);
        assert!(shared(&types, &["Part"]).is_empty());
        assert_eq!(
            shared(&types, &["Part", "Row"]),
            ["`Row` is one type: remove the exception"]
        );
    }
}
