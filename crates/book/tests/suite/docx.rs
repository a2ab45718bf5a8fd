//! The structure of a Word document.

use crate::books;
use crate::opened::{unzipped, well_formed};
use book::{Book, export};
use exchange::export::{DocumentLayout, ExportFormat, ExportOptions};

fn parts(book: &Book, layout: DocumentLayout) -> Vec<(String, Vec<u8>, bool)> {
    let options = ExportOptions {
        format: ExportFormat::Docx,
        layout,
        ..ExportOptions::default()
    };
    unzipped(&export(book, &options).unwrap().bytes)
}

fn part(book: &Book, layout: DocumentLayout, name: &str) -> String {
    let found = parts(book, layout)
        .into_iter()
        .find(|(part, ..)| part == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

#[test]
fn every_part_is_well_formed_and_known() {
    for (name, book) in books::all() {
        for layout in DocumentLayout::ALL {
            let parts = parts(&book, *layout);
            assert_eq!(parts[0].0, "[Content_Types].xml", "{name}");
            let types = String::from_utf8(parts[0].1.clone()).unwrap();
            for (part, content, _) in &parts {
                well_formed(part, content);
                let is_known = part.ends_with(".rels") || types.contains(&format!("\"/{part}\""));
                assert!(is_known || part == "[Content_Types].xml", "{part}");
            }
        }
    }
}

#[test]
fn looks_are_styles_that_exist() {
    for layout in DocumentLayout::ALL {
        let book = books::novel(3000);
        let document = part(&book, *layout, "word/document.xml");
        let styles = part(&book, *layout, "word/styles.xml");
        for used in document.split("Style w:val=\"").skip(1) {
            let id = used.split('"').next().unwrap();
            assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
        }
        for direct in ["<w:b/>", "<w:i/>", "<w:jc", "<w:ind", "<w:sz "] {
            assert!(!document.contains(direct), "{direct}");
        }
    }
}

#[test]
fn a_manuscript_has_its_standard_form() {
    let mut book = books::short();
    book.author = "Virginia Woolf".into();
    let document = part(&book, DocumentLayout::Manuscript, "word/document.xml");
    for said in [
        "<w:pStyle w:val=\"Contact\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Nobody in Particular</w:t></w:r>\
         <w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">about 100 words</w:t>",
        "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">The Lamp</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"FirstParagraph\"/>",
        "<w:rStyle w:val=\"Emphasis\"/></w:rPr><w:t xml:space=\"preserve\">was</w:t>",
        "<w:rStyle w:val=\"Strong\"/></w:rPr><w:t xml:space=\"preserve\">so</w:t>",
        "<w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">1986. A good year.</w:t>",
        "<w:pStyle w:val=\"SceneBreak\"/></w:pPr><w:r><w:t xml:space=\"preserve\">#</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"FirstParagraph\"/>",
        "One line</w:t><w:br/><w:t xml:space=\"preserve\">and another.",
        "<w:pgNumType w:start=\"1\"/>",
    ] {
        assert!(document.contains(said), "{said}\nin\n{document}");
    }
    let head = part(&book, DocumentLayout::Manuscript, "word/header1.xml");
    assert!(
        head.contains("Woolf / THE LIGHTHOUSE KEEPER / ") && head.contains(" PAGE "),
        "{head}"
    );
    let styles = part(&book, DocumentLayout::Manuscript, "word/styles.xml");
    for said in [
        "Times New Roman",
        "w:sz w:val=\"24\"",
        "w:line=\"480\"",
        "w:firstLine=\"720\"",
    ] {
        assert!(styles.contains(said), "{said}");
    }
}

#[test]
fn a_book_for_reading_has_its_own_breaks_and_direction() {
    let document = part(
        &books::arabic(),
        DocumentLayout::Reading,
        "word/document.xml",
    );
    assert!(
        document.contains(">* * *<") && document.contains("<w:bidi/>"),
        "{document}"
    );
    let styles = part(&books::arabic(), DocumentLayout::Reading, "word/styles.xml");
    assert!(
        styles.contains("<w:bidi/>") && styles.contains("<w:lang w:bidi=\"ar\"/>"),
        "{styles}"
    );
    let styles = part(&books::short(), DocumentLayout::Reading, "word/styles.xml");
    assert!(
        !styles.contains("<w:bidi/>") && styles.contains("<w:lang w:val=\"en\"/>"),
        "{styles}"
    );
}
