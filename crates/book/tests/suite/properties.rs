//! Any text a person can type or paste gives a file of every kind.

use crate::books;
use crate::opened::{formats, unzipped, well_formed};
use book::{Book, export};
use exchange::export::{DocumentLayout, ExportFormat, ExportOptions};
use proptest::prelude::*;

/// Texts with signs of emphasis and breaks, in several scripts, and whatever else there is.
fn text() -> impl Strategy<Value = String> {
    let odd = "[a-zA-Z*_ \n.,'\"#\\-—é夜あאبक\u{301}\u{200d}\u{200f}\u{202e}👩🚀ﬁ\u{ad}\u{a0}\u{0}\u{b}\u{fffe}<&>]{0,60}";
    prop_oneof![3 => odd, 1 => any::<String>()]
}

fn book(title: String, author: String, language: &str, texts: Vec<String>) -> Book {
    let mut book = books::short();
    book.dedication = title.clone();
    book.front_matter = author.clone();
    book.contact = author.clone();
    book.title = title.clone();
    book.author = author;
    book.language = language.to_owned();
    let chapters = texts.iter().zip(1..);
    book.chapters = chapters
        .map(|(text, number)| books::chapter(number, &title, text))
        .collect();
    book
}

fn options(format: ExportFormat) -> ExportOptions {
    ExportOptions {
        format,
        layout: DocumentLayout::Reading,
        smart_typography: true,
        ..ExportOptions::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_text_is_well_formed_in_every_format(
        title in text(),
        author in text(),
        language in prop_oneof![Just("en"), Just("fr"), Just("ar"), Just("ja"), Just("\"<&")],
        texts in proptest::collection::vec(text(), 1..4),
    ) {
        let book = book(title, author, language, texts);
        for format in formats() {
            if *format == ExportFormat::Pdf && !cfg!(feature = "pdf") {
                continue;
            }
            let file = export(&book, &options(*format)).unwrap();
            prop_assert!(!file.bytes.is_empty());
            if matches!(format, ExportFormat::Epub | ExportFormat::Docx) {
                for (part, content, _) in unzipped(&file.bytes) {
                    if [".xhtml", ".opf", ".xml", ".svg", ".rels"].iter().any(|end| part.ends_with(end)) {
                        well_formed(&part, &content);
                    }
                }
            }
        }
    }
}
