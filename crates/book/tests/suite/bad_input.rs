//! What no export may stumble over, and what it refuses in words.

use crate::{books, opened::formats};
use book::{Book, Warning, export};
use exchange::export::{ExportFormat, ExportOptions, UnfinishedChapters};

fn refused(book: &Book, options: &ExportOptions) -> String {
    match export(book, options) {
        Ok(file) => panic!("a file of {} bytes", file.bytes.len()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn every_format_takes_every_book() {
    for (name, book) in books::all() {
        for format in formats() {
            if *format == ExportFormat::Pdf && !cfg!(feature = "pdf") {
                continue;
            }
            let options = ExportOptions {
                format: *format,
                smart_typography: true,
                ..ExportOptions::default()
            };
            let file = export(&book, &options)
                .unwrap_or_else(|error| panic!("{name} {format:?}: {error}"));
            assert!(!file.bytes.is_empty(), "{name} {format:?}");
            let end = format!(".{}", format.extension());
            assert!(file.file_name.ends_with(&end), "{}", file.file_name);
        }
    }
}

#[test]
fn a_book_without_chapters_is_refused() {
    let mut book = books::short();
    book.chapters.clear();
    assert_eq!(
        refused(&book, &ExportOptions::default()),
        "This book has no chapters yet: write a chapter first, then export the book."
    );
}

#[test]
fn a_selection_outside_of_the_book_is_refused() {
    let options = ExportOptions {
        chapters: (2..=9).into(),
        ..ExportOptions::default()
    };
    assert_eq!(
        refused(&books::short(), &options),
        "The selection names chapter 9, but the book's last chapter is 3: choose from 1 to 3."
    );
}

#[test]
fn a_book_of_nothing_but_unfinished_chapters_can_not_leave_them_out() {
    let mut book = books::short();
    book.chapters
        .iter_mut()
        .for_each(|chapter| chapter.unfinished = true);
    let options = ExportOptions {
        unfinished: UnfinishedChapters::LeaveOut,
        ..ExportOptions::default()
    };
    assert!(refused(&book, &options).starts_with("Every selected chapter is unfinished"));
}

#[test]
fn empty_and_unfinished_chapters_are_told() {
    let mut book = books::short();
    book.chapters[0].unfinished = true;
    book.chapters[1].text = " \n\u{0}\n".into();
    let mut options = ExportOptions {
        format: ExportFormat::PlainText,
        ..ExportOptions::default()
    };
    let told = |options: &ExportOptions| export(&book, options).unwrap().warnings;
    assert_eq!(
        told(&options),
        [
            Warning::Unfinished { number: 1 },
            Warning::EmptyChapter { number: 2 }
        ]
    );
    options.unfinished = UnfinishedChapters::LeaveOut;
    assert_eq!(
        told(&options),
        [
            Warning::LeftOut { number: 1 },
            Warning::LeftOut { number: 2 }
        ]
    );
}

#[test]
fn a_file_is_named_after_its_book() {
    let options = ExportOptions::default();
    let name = export(&books::odd(), &options).unwrap().file_name;
    assert_eq!(name, "Tom & 'Ann' draft 夜 昼 🌙.epub");
}
