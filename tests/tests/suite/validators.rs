//! Books as files, read by programs that are not ours: two validators of EPUB, a word processor, a reader of PDF.
//!
//! `cargo xtask test` installs the validators and says where they are; what is not on this machine is skipped.

#[path = "../../../crates/book/tests/suite/books.rs"]
#[allow(dead_code)]
mod books;

// The books are written with it.
use uuid as _;

use book::{Book, export};
use exchange::export::{DocumentLayout, ExportFormat, ExportOptions};
use futures::{StreamExt as _, stream};
use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Output,
};
use tempfile::TempDir;
use tests::skipped;
use tokio::process::Command;

/// So many validators run at once.
const AT_ONCE: usize = 2;

/// Books whose words are in their files as they are typed, in this order.
const PLAIN: [&str; 3] = ["short", "novel", "russian"];

/// A program of this machine, unless there is none: then the test says that it is skipped.
fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    if found.is_none() {
        skipped(&format!("{name} is not installed"));
    }
    found
}

/// Writes every book of samples in this form; the files with the names of their books.
fn written(folder: &Path, options: &ExportOptions) -> Vec<(&'static str, Book, PathBuf)> {
    let books = books::all().into_iter();
    let written = books.map(|(name, book)| {
        let file = export(&book, options).unwrap();
        let place = folder.join(format!("{name}.{}", options.format.extension()));
        fs::write(&place, file.bytes).unwrap();
        (name, book, place)
    });
    written.collect()
}

fn options(format: ExportFormat) -> ExportOptions {
    ExportOptions {
        format,
        smart_typography: true,
        ..ExportOptions::default()
    }
}

async fn run(program: &Path, args: &[&OsStr]) -> (bool, String) {
    let mut command = Command::new(program);
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .args(args)
        .kill_on_drop(true)
        .output()
        .await
        .unwrap();
    let said = [stdout, stderr].concat();
    (
        status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

/// Checks every EPUB with a validator that ends with a status, and says each error and each warning in a line.
async fn validate(program: &Path, args: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let files = written(folder.path(), &options(ExportFormat::Epub));
    let checked = stream::iter(files).map(async |(name, _, file)| {
        let args: Vec<&OsStr> = args
            .iter()
            .map(OsStr::new)
            .chain([file.as_os_str()])
            .collect();
        let (succeeded, said) = run(program, &args).await;
        (name, succeeded, said)
    });
    let checked: Vec<_> = checked.buffered(AT_ONCE).collect().await;
    assert!(checked.len() >= 5);
    for (name, succeeded, said) in checked {
        let complaints: Vec<&str> = said
            .lines()
            .filter(|line| {
                ["ERROR", "WARNING", "FATAL"]
                    .iter()
                    .any(|word| line.starts_with(word))
            })
            .collect();
        assert!(succeeded && complaints.is_empty(), "{name}: {said}");
    }
}

#[tokio::test]
async fn epubcheck_of_the_standard_finds_nothing() {
    // Debian has it as a Java archive, which not every system starts by itself.
    if let Some((epubcheck, java)) = program("epubcheck").zip(program("java")) {
        let archive = epubcheck.to_str().unwrap();
        validate(&java, &["-jar", archive, "--failonwarnings"]).await;
    }
}

#[tokio::test]
async fn epubcheck_in_typescript_finds_nothing() {
    let Some(home) = env::var_os("FABLEWRIGHT_CHECKERS") else {
        return skipped("FABLEWRIGHT_CHECKERS is not set");
    };
    if let Some(node) = program("node") {
        let script = Path::new(&home).join("node_modules/.bin/epubcheck-ts");
        validate(&node, &[script.to_str().unwrap()]).await;
    }
}

/// The words of a text: letters and digits, whatever is around them. What a line break cut is one word again.
fn words(text: &str) -> Vec<String> {
    let mut whole = text.to_owned();
    for hyphen in ["-\n", "\u{2010}\n", "\u{ad}\n", "\u{ad}"] {
        whole = whole.replace(hyphen, "");
    }
    let parts = whole.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Which words of a book are not in a text, in the order of the book. Headings and the numbers of pages may stand between
/// them.
fn missing(book: &Book, text: &str) -> Vec<String> {
    const BETWEEN: usize = 60;
    let found = words(text);
    let mut at = 0;
    let mut missing = Vec::new();
    for chapter in &book.chapters {
        for word in words(&chapter.text) {
            // The first one comes after everything in front of the text.
            let between = if at == 0 { found.len() } else { BETWEEN };
            let mut ahead = found.iter().skip(at).take(between);
            let place = ahead.position(|other| *other == word);
            match place {
                Some(place) => at += place + 1,
                None => missing.push(word),
            }
        }
    }
    missing
}

fn has_its_words(name: &str, book: &Book, text: &str) {
    let all: usize = book
        .chapters
        .iter()
        .map(|chapter| words(&chapter.text).len())
        .sum();
    let missing = missing(book, text);
    // A hyphen of the text itself at the end of a line.
    assert!(
        missing.len() * 300 <= all,
        "{name}: {missing:?} of {all} words\n{text}"
    );
}

#[tokio::test]
async fn a_word_processor_reads_every_word() {
    let Some(office) = program("soffice") else {
        return;
    };
    let profile = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", profile.path().display());
    for layout in DocumentLayout::ALL {
        let folder = tempfile::tempdir().unwrap();
        let options = ExportOptions {
            layout: *layout,
            ..options(ExportFormat::Docx)
        };
        let files = written(folder.path(), &options);
        let mut args = vec![OsStr::new(&profile)];
        args.extend(
            [
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
            ]
            .map(OsStr::new),
        );
        args.push(folder.path().as_os_str());
        args.extend(files.iter().map(|(_, _, file)| file.as_os_str()));
        let (succeeded, said) = run(&office, &args).await;
        assert!(succeeded, "{said}");
        for (name, book, file) in &files {
            let text = fs::read_to_string(file.with_extension("txt")).unwrap();
            if PLAIN.contains(name) || *name == "arabic" {
                has_its_words(name, book, &text);
            }
            assert!(!text.trim().is_empty(), "{name}");
        }
    }
}

/// The books as PDF files, the smallest size of page.
fn pdfs() -> (TempDir, Vec<(&'static str, Book, PathBuf)>) {
    let folder = tempfile::tempdir().unwrap();
    let files = written(folder.path(), &options(ExportFormat::Pdf));
    (folder, files)
}

#[tokio::test]
async fn every_font_of_a_pdf_is_in_the_file() {
    let Some(pdffonts) = program("pdffonts") else {
        return;
    };
    let (_folder, files) = pdfs();
    for (name, _, file) in files {
        let (succeeded, said) = run(&pdffonts, &[file.as_os_str()]).await;
        assert!(succeeded, "{name}: {said}");
        // Below two lines of heads: the last five columns are emb, sub, uni and the number of an object.
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{name}: {said}");
        for font in fonts {
            let embedded = font.split_whitespace().rev().nth(4);
            assert_eq!(embedded, Some("yes"), "{name}: {said}");
        }
    }
}

#[tokio::test]
async fn a_reader_of_pdf_finds_every_word() {
    let Some(pdftotext) = program("pdftotext") else {
        return;
    };
    let (_folder, files) = pdfs();
    for (name, book, file) in files {
        if PLAIN.contains(&name) {
            let (succeeded, text) = run(&pdftotext, &[file.as_os_str(), OsStr::new("-")]).await;
            assert!(succeeded, "{name}: {text}");
            has_its_words(name, &book, &text);
        }
    }
}
