use super::*;
use manuscript::{ReadErrorKind, read_files};

fn docx(text: &str) -> Vec<u8> {
    let document = format!(
        "<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ])
}

#[test]
fn chapter_files_are_read_in_the_order_in_which_people_count() {
    let bytes = zip(&[
        ("novel/10 - The End.txt", b"Ten."),
        ("novel/2.md", b"# Two\n\nSecond *text*."),
        ("novel/1.html", b"<h1>One</h1><p>First.</p>"),
        ("novel/3.docx", &docx("Third.")),
        ("novel/cover.png", b"\x89PNG\r\n\x1a\n"),
        ("__MACOSX/novel/._2.md", b"junk"),
        ("novel/.DS_Store", b"junk"),
    ]);
    let manuscript = read_plain("My_Novel.zip", &bytes).expect("a manuscript");
    assert_eq!(titles(&manuscript), ["One", "Two", "3", "The End"]);
    assert_eq!(
        texts(&manuscript),
        ["First.", "Second *text*.", "Third.", "Ten."]
    );
    assert_eq!(manuscript.title, "My Novel");
    let files: Vec<&str> = lost(&manuscript, ImportLossKind::File)
        .iter()
        .map(|loss| loss.place.file.as_str())
        .collect();
    assert_eq!(files, ["novel/cover.png"]);
}

#[test]
fn a_folder_is_read_like_an_archive() {
    let files = vec![
        ("book/10.txt".to_owned(), b"Ten.".to_vec()),
        (
            "book/9.txt".to_owned(),
            "Neun schöne Tage.".as_bytes().to_vec(),
        ),
        ("book/8.txt".to_owned(), b"\x89PNG\r\n\x1a\n\0\0".to_vec()),
    ];
    let manuscript = read_files(&files, &ReadOptions::default()).expect("a manuscript");
    assert_eq!(
        (titles(&manuscript), manuscript.title.as_str()),
        (vec!["9", "10"], "Book")
    );
    let loss = &lost(&manuscript, ImportLossKind::File)[0];
    assert!(loss.text.contains("a PNG picture") && loss.place.file == "book/8.txt");
}

#[test]
fn an_archive_without_chapters_is_refused() {
    let error = read_plain("a.zip", &zip(&[("a.png", b"\x89PNG")])).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Form);
    assert!(read_files(&[], &ReadOptions::default()).is_err());
}

#[test]
fn a_renamed_file_is_known_by_its_content() {
    let manuscript = read_plain("novel.txt", &docx("It rains in the town.")).expect("a manuscript");
    assert_eq!(texts(&manuscript), ["It rains in the town."]);
    let error = read_plain("novel.docx", b"\x89PNG\r\n\x1a\n\0").expect_err("refused");
    assert_eq!(
        error.to_string(),
        "“novel.docx” is a PNG picture, not a manuscript: save your text as .docx, .epub, .md, .html or .txt"
    );
    for (entry, what) in [
        ("xl/workbook.xml", "a spreadsheet"),
        ("ppt/presentation.xml", "a presentation"),
    ] {
        let bytes = zip(&[("[Content_Types].xml", b"<Types/>"), (entry, b"<x/>")]);
        assert!(
            read_plain("novel.docx", &bytes)
                .expect_err("refused")
                .to_string()
                .contains(what)
        );
    }
    let bytes = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    assert!(
        read_plain("a.odt", &bytes)
            .expect_err("refused")
            .to_string()
            .contains("an OpenDocument text")
    );
}

#[test]
fn nothing_and_no_text_are_refused() {
    for bytes in [&b""[..], b" \n\n", b"<html></html>"] {
        let error = read_plain("a.txt", bytes).expect_err("refused");
        assert_eq!(error.kind(), ReadErrorKind::Emptiness, "{bytes:?}");
    }
    let error = read_plain("a.txt", &[1, 2, 3, 0, 255, 7, 0, 1]).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Form);
}

#[test]
fn a_named_encoding_is_used_and_a_wrong_name_refused() {
    let options = |encoding| ReadOptions {
        encoding: Some(encoding),
        ..ReadOptions::default()
    };
    let manuscript =
        read("a.txt", b"Gr\xfc\xdfe.", &options("windows-1252")).expect("a manuscript");
    assert_eq!(
        (texts(&manuscript)[0], manuscript.encoding.as_deref()),
        ("Grüße.", Some("windows-1252"))
    );
    let manuscript = read("a.txt", b"\xc4\xe0.", &options("utf-8")).expect("a manuscript");
    assert_eq!(
        lost(&manuscript, ImportLossKind::UnreadableCharacters)[0].text,
        "2 characters"
    );
    let error = read("a.txt", b"a", &options("nonsense")).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Options);
}

/// Changes each occurrence of some bytes: of a name in both lists of a zip file, for instance.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

#[test]
fn names_in_an_older_encoding_are_read() {
    let bytes = zip(&[("AAAAAA.txt", b"It rains."), ("CC.txt", b"It rains.")]);
    // In Shift-JIS.
    let bytes = replaced(&bytes, b"AAAAAA", b"\x91\xe6\x88\xea\x8f\xcd");
    let manuscript = read_plain("a.zip", &bytes).expect("a manuscript");
    assert_eq!(titles(&manuscript), ["CC", "第一章"]);
}

#[test]
fn an_archive_with_a_password_is_refused() {
    let mut bytes = zip(&[("a.docx", b"It rains.")]);
    for (sign, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes
            .windows(4)
            .position(|at| at == sign)
            .expect("a header");
        bytes[at + flags] |= 1;
    }
    let error = read_plain("a.zip", &bytes).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Encryption);
}
