//! The structure of a PDF, as far as its bytes show it.

use crate::books;
use crate::opened::exported;
use book::{Book, Warning, export};
use exchange::export::{ExportFormat, ExportOptions, TrimSize};

fn pdf(book: &Book, trim_size: TrimSize) -> (Vec<u8>, Vec<Warning>) {
    let options = ExportOptions {
        format: ExportFormat::Pdf,
        trim_size,
        ..ExportOptions::default()
    };
    let file = export(book, &options).unwrap();
    (file.bytes, file.warnings)
}

fn count(bytes: &[u8], text: &str) -> usize {
    let windows = bytes.windows(text.len());
    windows.filter(|part| *part == text.as_bytes()).count()
}

#[test]
fn pages_have_their_size() {
    for (size, media_box) in [
        (TrimSize::FiveByEight, "[0 0 360 576]"),
        (TrimSize::Digest, "[0 0 396 612]"),
        (TrimSize::SixByNine, "[0 0 432 648]"),
        (TrimSize::A5, "[0 0 419.528 595.276]"),
        (TrimSize::A4, "[0 0 595.276 841.89]"),
    ] {
        let (bytes, warnings) = pdf(&books::short(), size);
        assert!(bytes.starts_with(b"%PDF-1.") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        // Title, copyright, dedication, an empty one, front matter, an empty one, three chapters, back matter.
        assert_eq!(
            count(&bytes, &format!("/MediaBox{media_box}")),
            10,
            "{size:?}"
        );
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}

#[test]
fn fonts_are_embedded_in_parts() {
    let (bytes, _) = pdf(&books::short(), TrimSize::Digest);
    for face in [
        "+LibertinusSerif-Regular",
        "+LibertinusSerif-Italic",
        "+LibertinusSerif-Bold",
    ] {
        assert!(count(&bytes, face) > 0, "{face}");
    }
    assert_eq!(count(&bytes, "/FontFile3"), 3);
    // A whole face has more than 250,000 bytes.
    assert!(bytes.len() < 60_000, "{}", bytes.len());
}

#[test]
fn the_outline_leads_to_every_part() {
    let (bytes, _) = pdf(&books::short(), TrimSize::Digest);
    for title in [
        "(Title page)",
        "(Copyright)",
        "(Dedication)",
        "(Front matter)",
        "(The Lamp)",
        "(Chapter 2)",
        "(Seven Boats)",
        "(Back matter)",
    ] {
        assert_eq!(count(&bytes, &format!("/Title{title}")), 1, "{title}");
    }
}

#[test]
fn a_character_that_no_font_has_is_told_with_its_place() {
    let mut book = books::short();
    book.chapters[1].text = "Well.\n\nHere: \u{f0000}, *and \u{f0000}*.".into();
    book.chapters[2].title = "\u{f0001}".into();
    let (_, warnings) = pdf(&book, TrimSize::Digest);
    let missing = |character, place: &str, paragraph, count| Warning::MissingGlyph {
        character,
        place: place.to_owned(),
        paragraph,
        count,
    };
    assert_eq!(
        warnings,
        [
            missing('\u{f0000}', "Chapter 2", 2, 2),
            missing('\u{f0001}', "\u{f0001}", 0, 1)
        ]
    );
    assert_eq!(
        warnings[0].to_string(),
        "No font on this machine has the character \u{f0000} (U+F0000), so it is missing from the PDF: Chapter 2, \
         paragraph 2, and 2 times in all."
    );
}

#[test]
fn of_many_characters_the_first_are_told() {
    let mut book = books::short();
    book.chapters[0].text = ('\u{f0000}'..'\u{f0064}').collect();
    let (_, warnings) = pdf(&book, TrimSize::Digest);
    assert_eq!(warnings.len(), 21);
    assert_eq!(warnings[20], Warning::MoreMissingGlyphs { count: 80 });
}

#[test]
fn the_same_book_gives_the_same_pdf() {
    let book = books::novel(3000);
    let (one, other) = (
        exported(&book, ExportFormat::Pdf),
        exported(&book, ExportFormat::Pdf),
    );
    assert_eq!(one.bytes, other.bytes);
}
