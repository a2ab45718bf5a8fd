//! Guards over length: of a file, of a function, of a crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use syn::visit::{self, Visit};
use syn::{Block, Signature};

use crate::sources::{SourceFile, fail_with};

/// The most lines of a file.
const FILE: usize = 400;

/// The most lines of a file of tests.
const TEST_FILE: usize = 500;

/// The most lines of a function, from its signature to its end.
const FUNCTION: usize = 80;

/// The most lines of all files below `src` of a crate in `crates`.
const CRATE: usize = 8000;

/// What is longer today, a line for each: its name and its lines. It may shrink, not grow; what is short enough leaves
/// the list.
const LONGER: &str = "xtask/longer.txt";

/// Fails with everything that is too long, and with each exception that is not needed.
pub(crate) fn all(root: &Path, files: &[SourceFile]) -> Result<()> {
    let list = fs::read_to_string(root.join(LONGER)).context(LONGER)?;
    let wrong = compare(&measure(files), &exceptions(&list)?);
    fail_with(wrong)
}

fn exceptions(list: &str) -> Result<Vec<(&str, usize)>> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (name, lines) = line.split_once(' ').with_context(|| line.to_owned())?;
            Ok((name, lines.parse().with_context(|| line.to_owned())?))
        })
        .collect()
}

/// How long something is, and how long it may be.
#[derive(Debug, PartialEq, Eq)]
struct Length {
    /// A path, and after `::` a function.
    name: String,
    lines: usize,
    limit: usize,
}

fn compare(lengths: &[Length], exceptions: &[(&str, usize)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut unneeded: BTreeMap<&str, usize> = exceptions.iter().copied().collect();
    for Length { name, lines, limit } in lengths.iter().filter(|length| length.is_over()) {
        match unneeded.remove(name.as_str()) {
            Some(known) if *lines <= known => {}
            Some(known) => wrong.push(format!(
                "{name} has {lines} lines: it had {known} and may only shrink, to {limit}"
            )),
            None => wrong.push(format!("{name} has {lines} lines, more than {limit}")),
        }
    }
    wrong.extend(
        unneeded
            .keys()
            .map(|name| format!("{name} is short enough: remove it from {LONGER}")),
    );
    wrong
}

impl Length {
    fn is_over(&self) -> bool {
        self.lines > self.limit
    }
}

fn measure(files: &[SourceFile]) -> Vec<Length> {
    let mut lengths = Vec::new();
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        lengths.push(Length {
            name: file.path.clone(),
            lines: file.lines,
            limit: if file.is_test() { TEST_FILE } else { FILE },
        });
        let mut functions = Functions {
            path: &file.path,
            found: Vec::new(),
        };
        functions.visit_file(&file.syntax);
        lengths.extend(functions.found);
        if let Some((package, _)) = file.path.split_once("/src/")
            && package.starts_with("crates/")
        {
            *crates.entry(package).or_default() += file.lines;
        }
    }
    lengths.extend(crates.into_iter().map(|(package, lines)| Length {
        name: package.to_owned(),
        lines,
        limit: CRATE,
    }));
    lengths
}

struct Functions<'file> {
    path: &'file str,
    found: Vec<Length>,
}

impl Functions<'_> {
    fn add(&mut self, signature: &Signature, block: &Block) {
        let first = signature.fn_token.span.start().line;
        let last = block.brace_token.span.close().end().line;
        self.found.push(Length {
            name: format!("{}::{}", self.path, signature.ident),
            lines: last + 1 - first,
            limit: FUNCTION,
        });
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::tests::file;

    fn length(name: &str, lines: usize, limit: usize) -> Length {
        Length {
            name: name.to_owned(),
            lines,
            limit,
        }
    }

    #[test]
    fn files_functions_and_crates_are_measured() -> Result<()> {
        let text = "/// Says what.\n#[must_use]\nfn f(\n) {\n    fn g() {}\n}\nimpl A {\n    fn h() {\n    }\n}\n";
        let files = [
            file("crates/a/src/x.rs", text)?,
            file("crates/a/src/tests.rs", "\n")?,
            file("crates/a/tests/y.rs", "trait B { fn i(); fn j() {} }\n")?,
            file("app/src/lib.rs", "")?,
        ];
        assert_eq!(
            measure(&files),
            [
                length("crates/a/src/x.rs", 10, FILE),
                length("crates/a/src/x.rs::f", 4, FUNCTION),
                length("crates/a/src/x.rs::g", 1, FUNCTION),
                length("crates/a/src/x.rs::h", 2, FUNCTION),
                length("crates/a/src/tests.rs", 1, TEST_FILE),
                length("crates/a/tests/y.rs", 1, TEST_FILE),
                length("crates/a/tests/y.rs::j", 1, FUNCTION),
                length("app/src/lib.rs", 0, FILE),
                length("crates/a", 11, CRATE),
            ]
        );
        Ok(())
    }

    #[test]
    fn what_is_too_long_is_named() {
        let lengths = [length("a.rs", 400, 400), length("b.rs", 401, 400)];
        assert_eq!(
            compare(&lengths, &[]),
            ["b.rs has 401 lines, more than 400"]
        );
    }

    #[test]
    fn an_exception_may_shrink_and_not_grow() {
        let lengths = [length("a.rs", 450, 400)];
        assert!(compare(&lengths, &[("a.rs", 450)]).is_empty());
        assert!(compare(&lengths, &[("a.rs", 460)]).is_empty());
        assert_eq!(
            compare(&lengths, &[("a.rs", 449)]),
            ["a.rs has 450 lines: it had 449 and may only shrink, to 400"]
        );
    }

    #[test]
    fn exceptions_are_read_line_by_line() -> Result<()> {
        let list = "# path lines\n\na.rs 450\nb.rs::f 90\n";
        assert_eq!(exceptions(list)?, [("a.rs", 450), ("b.rs::f", 90)]);
        assert!(exceptions("a.rs\n").is_err() && exceptions("a.rs many\n").is_err());
        Ok(())
    }

    #[test]
    fn an_exception_that_is_not_needed_is_named() {
        let lengths = [length("a.rs", 400, 400)];
        assert_eq!(
            compare(&lengths, &[("a.rs", 450), ("gone.rs", 500)]),
            [
                "a.rs is short enough: remove it from xtask/longer.txt",
                "gone.rs is short enough: remove it from xtask/longer.txt"
            ]
        );
    }
}
