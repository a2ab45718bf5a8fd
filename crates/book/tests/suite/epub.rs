//! The structure of an EPUB, as far as it can be checked without a validator.

use crate::books;
use crate::opened::{exported, unzipped, well_formed};
use book::{Book, Cover, Warning};
use exchange::export::ExportFormat;
use std::collections::BTreeSet;

fn parts(book: &Book) -> Vec<(String, Vec<u8>, bool)> {
    unzipped(&exported(book, ExportFormat::Epub).bytes)
}

fn part(book: &Book, end: &str) -> String {
    let found = parts(book)
        .into_iter()
        .find(|(name, ..)| name.ends_with(end));
    String::from_utf8(found.unwrap_or_else(|| panic!("no {end}")).1).unwrap()
}

#[test]
fn the_mimetype_comes_first_and_every_part_is_well_formed() {
    for (name, book) in books::all() {
        let parts = parts(&book);
        let (first, content, is_compressed) = &parts[0];
        assert_eq!(
            (first.as_str(), content.as_slice()),
            ("mimetype", &b"application/epub+zip"[..]),
            "{name}"
        );
        assert!(!is_compressed, "{name}");
        let names: BTreeSet<_> = parts.iter().map(|(name, ..)| name).collect();
        assert_eq!(names.len(), parts.len(), "{name}: two parts of one name");
        for (part, content, _) in &parts {
            let is_xml = [".xhtml", ".opf", ".xml", ".svg", ".ncx"]
                .iter()
                .any(|end| part.ends_with(end));
            if is_xml {
                well_formed(part, content);
            }
        }
        for chapter in 1..=book.chapters.len() {
            let href = format!("chapter-{chapter:04}.xhtml");
            assert!(
                names.iter().any(|name| name.ends_with(&href)),
                "{name} lacks {href}"
            );
        }
    }
}

#[test]
fn the_package_says_what_the_book_is() {
    let package = part(&books::short(), ".opf");
    for said in [
        "urn:uuid:0e02b2c3-d479-4372-a567-f47ac10b58cc",
        "The Lighthouse Keeper</dc:title>",
        "<dc:language>en</dc:language>",
        "Nobody in Particular</dc:creator>",
        ">2026-01-31T09:30:00Z</meta>",
        "schema:accessMode\">textual",
        "schema:accessibilityFeature\">tableOfContents",
        "schema:accessibilityHazard\">none",
        "schema:accessibilitySummary\">A text with headings",
        "properties=\"cover-image\"",
    ] {
        assert!(package.contains(said), "{said}\nin\n{package}");
    }
    // The clock is not read: there is no moment but the book's own.
    let date = "<dc:date>2026-01-31T09:30:00Z</dc:date>";
    assert!(package.contains(date), "{package}");
}

#[test]
fn a_book_runs_in_the_direction_of_its_script() {
    let arabic = books::arabic();
    let package = part(&arabic, ".opf");
    assert!(
        package.contains("page-progression-direction=\"rtl\""),
        "{package}"
    );
    let page = part(&arabic, "chapter-0001.xhtml");
    assert!(
        page.contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""),
        "{page}"
    );
    let nav = part(&arabic, "nav.xhtml");
    assert!(
        nav.contains("dir=\"rtl\"") && nav.contains("<h2>المحتويات</h2>"),
        "{nav}"
    );
    assert!(!part(&books::short(), ".opf").contains("rtl"));
}

#[test]
fn what_the_author_wrote_is_no_markup() {
    let odd = books::odd();
    let page = part(&odd, "chapter-0001.xhtml");
    assert!(
        page.contains("<h2 id=\"heading\">Tom &amp; &quot;Ann&quot; &lt;draft&gt; 夜/昼 🌙</h2>"),
        "{page}"
    );
    assert!(
        page.contains("]]&gt; &lt;script&gt;") && !page.contains("<script"),
        "{page}"
    );
    let nav = part(&odd, "nav.xhtml");
    assert_eq!(nav.matches(">Twice</a>").count(), 2, "{nav}");
    let mut drawn = odd;
    drawn.cover = None;
    let svg = part(&drawn, "cover.svg");
    assert!(
        svg.contains("Tom &amp;") && svg.contains("&lt;draft&gt;"),
        "{svg}"
    );
}

#[test]
fn a_cover_of_another_kind_is_drawn_and_told() {
    let mut book = books::short();
    book.cover = Some(Cover {
        media_type: "image/png".into(),
        bytes: b"<svg onload=\"alert(1)\"/>".to_vec(),
    });
    let file = exported(&book, ExportFormat::Epub);
    let media_type = "image/png".to_owned();
    assert_eq!(file.warnings, [Warning::CoverNotUsed { media_type }]);
    assert!(part(&book, "cover.svg").contains("Lighthouse"));
    // A web page has none: what is no image is not put into it.
    let page = exported(&book, ExportFormat::Html);
    assert_eq!(page.warnings, file.warnings);
    assert!(!String::from_utf8(page.bytes).unwrap().contains("<img"));
}
