//! A guard over files that take from each other, directly or through others: neither can be read or changed alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::modules::{Arrow, Modules};
use crate::sources::{SourceFile, fail_with};

/// The arrows that leave each file.
type Graph<'files> = BTreeMap<&'files str, Vec<&'files Arrow<'files>>>;

/// Folders in which there are circles today, one on a line. What has none leaves the list.
const KNOWN: &str = "xtask/circles.txt";

/// Some files that take from each other.
struct Circle<'files> {
    files: BTreeSet<&'files str>,
    /// One way around it, for a person.
    way: String,
}

/// Fails with every circle of files, shown as one way around it, and with each folder of the list that has none.
pub(crate) fn none(root: &Path, files: &[SourceFile]) -> Result<()> {
    let list = fs::read_to_string(root.join(KNOWN)).context(KNOWN)?;
    let known = list
        .lines()
        .filter(|line| !(line.is_empty() || line.starts_with('#')));
    fail_with(beyond(&circles(&arrows(files)), known))
}

/// The circles that are in no folder of the list, and the folders that are in it for nothing.
fn beyond<'list>(
    circles: &[Circle<'_>],
    known: impl Iterator<Item = &'list str> + Clone,
) -> Vec<String> {
    let is_in = |circle: &Circle<'_>, folder: &str| {
        let below = |file: &&str| {
            file.strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        circle.files.iter().all(below)
    };
    let new = circles
        .iter()
        .filter(|circle| !known.clone().any(|folder| is_in(circle, folder)))
        .map(|circle| circle.way.clone());
    let unneeded = known
        .clone()
        .filter(|folder| !circles.iter().any(|circle| is_in(circle, folder)))
        .map(|folder| format!("{folder} has no circle: remove it from {KNOWN}"));
    new.chain(unneeded).collect()
}

/// All arrows between files of the same crate.
fn arrows(files: &[SourceFile]) -> BTreeSet<Arrow<'_>> {
    let by_path: BTreeMap<&str, &SourceFile> = files
        .iter()
        .map(|file| (file.path.as_str(), file))
        .collect();
    let roots = by_path.keys().filter(|path| is_root(path));
    roots
        .flat_map(|root| Modules::read(root, &by_path).arrows())
        .collect()
}

/// Whether a crate begins with this file.
fn is_root(path: &str) -> bool {
    path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs")
}

/// All circles.
fn circles<'files>(arrows: &BTreeSet<Arrow<'files>>) -> Vec<Circle<'files>> {
    let mut graph = Graph::new();
    for arrow in arrows {
        graph.entry(arrow.from).or_default().push(arrow);
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for file in graph.keys() {
        if told.contains(file) {
            continue;
        }
        if let Some(way) = way_around(&graph, file) {
            let around: BTreeSet<&str> = reached(&graph, file)
                .into_iter()
                .filter(|other| reached(&graph, other).contains(file))
                .collect();
            let steps: Vec<_> = way
                .iter()
                .map(|arrow| format!("{} takes {} from {}", arrow.from, arrow.name, arrow.to))
                .collect();
            told.extend(&around);
            found.push(Circle {
                way: format!("a circle of {} files: {}", around.len(), steps.join("; ")),
                files: around,
            });
        }
    }
    found
}

/// All files that arrows lead to from a file.
fn reached<'files>(graph: &Graph<'files>, from: &str) -> BTreeSet<&'files str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for arrow in graph.get(file).into_iter().flatten() {
            if reached.insert(arrow.to) {
                open.push(arrow.to);
            }
        }
    }
    reached
}

/// The shortest way from a file back to itself.
fn way_around<'files>(graph: &Graph<'files>, start: &str) -> Option<Vec<&'files Arrow<'files>>> {
    let mut came_by: BTreeMap<&str, &'files Arrow<'files>> = BTreeMap::new();
    let mut open = std::collections::VecDeque::from([start]);
    while let Some(file) = open.pop_front() {
        for arrow in graph.get(file).into_iter().flatten() {
            if came_by.contains_key(arrow.to) {
                continue;
            }
            came_by.insert(arrow.to, arrow);
            if arrow.to != start {
                open.push_back(arrow.to);
                continue;
            }
            let mut way: Vec<&Arrow<'_>> = vec![arrow];
            while let Some(last) = way.last().filter(|last| last.from != start) {
                way.push(came_by.get(last.from)?);
            }
            way.reverse();
            return Some(way);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::tests::file;

    /// What is found in these files of one crate, without their folder.
    fn found(files: &[(&str, &str)]) -> Result<Vec<String>> {
        let files: Vec<SourceFile> = files
            .iter()
            .map(|(path, text)| file(&format!("crates/a/src/{path}"), text))
            .collect::<Result<_>>()?;
        let lines = beyond(&circles(&arrows(&files)), [].into_iter());
        Ok(lines
            .iter()
            .map(|line| line.replace("crates/a/src/", ""))
            .collect())
    }

    #[test]
    fn two_files_that_import_each_other_are_a_circle() -> Result<()> {
        let circle = found(&[
            ("lib.rs", "mod x;\nmod y;\n"),
            ("x.rs", "use crate::y::B;\npub struct A(B);\n"),
            ("y.rs", "use super::x::A;\npub enum B { Of(Box<A>) }\n"),
        ])?;
        assert_eq!(
            circle,
            ["a circle of 2 files: x.rs takes B from y.rs; y.rs takes A from x.rs"]
        );
        Ok(())
    }

    #[test]
    fn a_circle_in_a_known_folder_passes_and_a_folder_without_one_leaves_the_list() -> Result<()> {
        let files = [
            file("crates/a/src/lib.rs", "mod b;\n")?,
            file("crates/a/src/b/mod.rs", "mod x;\nmod y;\n")?,
            file(
                "crates/a/src/b/x.rs",
                "use super::y::B;\npub struct A(B);\n",
            )?,
            file(
                "crates/a/src/b/y.rs",
                "use super::x::A;\npub struct B(Box<A>);\n",
            )?,
        ];
        let arrows = arrows(&files);
        let circles = circles(&arrows);
        let wrong = |known: &[&str]| beyond(&circles, known.iter().copied());
        assert!(wrong(&["crates/a/src/b"]).is_empty());
        assert_eq!(
            wrong(&["crates/a/src/b", "crates/a/src/c"]),
            ["crates/a/src/c has no circle: remove it from xtask/circles.txt"]
        );
        assert_eq!(wrong(&[]).len(), 1);
        Ok(())
    }

    #[test]
    fn one_way_is_no_circle() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\nmod y;\npub use x::A;\n"),
            ("x.rs", "use crate::y;\npub struct A(y::B);\n"),
            ("y.rs", "pub struct B;\n"),
        ];
        assert!(found(&files)?.is_empty());
        Ok(())
    }

    #[test]
    fn a_parent_that_only_declares_and_passes_on_is_no_circle() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\npub use x::{A, B};\n"),
            ("x/mod.rs", "mod a;\nmod b;\npub use self::{a::A, b::B};\n"),
            ("x/a.rs", "use super::B;\npub struct A(B);\n"),
            ("x/b.rs", "pub struct B;\n"),
        ];
        assert!(found(&files)?.is_empty());
        Ok(())
    }

    #[test]
    fn a_parent_that_uses_its_child_and_is_used_by_it_is_a_circle() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\n"),
            ("x.rs", "mod a;\npub struct B;\npub fn f() { a::g(B) }\n"),
            ("x/a.rs", "use super::B;\npub fn g(_: B) {}\n"),
        ];
        assert_eq!(
            found(&files)?,
            ["a circle of 2 files: x.rs takes a::g from x/a.rs; x/a.rs takes B from x.rs"]
        );
        Ok(())
    }

    #[test]
    fn what_passes_on_and_uses_takes_it() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\n"),
            (
                "x.rs",
                "mod a;\npub use a::A;\npub struct B;\npub fn f(_: A) {}\n",
            ),
            ("x/a.rs", "use super::B;\npub struct A(B);\n"),
        ];
        assert_eq!(found(&files)?.len(), 1);
        Ok(())
    }

    #[test]
    fn a_circle_is_seen_through_names_passed_on_and_modules_imported() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\nmod y;\nmod z;\npub use y::B as Other;\n"),
            ("x.rs", "use crate::Other;\npub struct A(Other);\n"),
            (
                "y.rs",
                "use crate::z;\npub struct B;\nfn f() { format!(\"{}\", z::g(1)); }\n",
            ),
            (
                "z.rs",
                "use super::{x::{self}};\npub fn g(_: u8) -> x::A { todo!() }\n",
            ),
        ];
        let found = found(&files)?;
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("a circle of 3 files"), "{found:?}");
        Ok(())
    }

    #[test]
    fn tests_and_modules_inside_of_a_file_make_no_circle() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\nmod y;\n"),
            (
                "x.rs",
                "pub struct A;\nmod deep { use super::A; pub fn f(_: A) {} }\npub fn g() { deep::f(A) }\n\
                 #[cfg(test)]\nmod tests { use crate::y::B; fn f(_: B) {} }\n\
                 #[cfg(test)]\nuse crate::y::B;\n",
            ),
            ("y.rs", "use crate::x::A;\npub struct B(pub(crate) A);\n"),
        ];
        assert!(found(&files)?.is_empty());
        Ok(())
    }

    #[test]
    fn everything_of_a_module_is_what_it_defines() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\nmod y;\n"),
            ("x.rs", "use super::y::*;\npub struct A(B);\n"),
            ("y.rs", "use super::x::A;\npub struct B;\nfn f(_: A) {}\n"),
        ];
        assert_eq!(found(&files)?.len(), 1);
        Ok(())
    }

    #[test]
    fn a_crate_of_the_same_name_as_a_module_is_no_module() -> Result<()> {
        let files = [
            ("lib.rs", "mod x;\nmod y;\n"),
            ("x.rs", "use text::A;\npub fn f(_: A) {}\n"),
            ("y.rs", "use crate::x::f;\npub fn g() { f(::y::A) }\n"),
        ];
        assert!(found(&files)?.is_empty());
        Ok(())
    }
}
