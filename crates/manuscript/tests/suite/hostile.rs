use super::*;
use manuscript::limits::{MOST_ENTRIES, MOST_LOSSES};
use manuscript::{ReadErrorKind, read_files};
use std::time::{Duration, Instant};

/// A megabyte of the same.
fn megabyte(of: &str) -> String {
    of.repeat((1 << 20) / of.len())
}

/// An eighth of one: enough to see what grows with the square of its length.
fn eighth(of: &str) -> String {
    of.repeat((1 << 17) / of.len())
}

/// Reads a text with each reader of text; none may take long. What grows with the square of its length takes minutes.
fn is_quick(text: &str) {
    let most = Duration::from_secs(if text.len() > 1 << 19 { 5 } else { 2 });
    for name in ["a.txt", "a.md", "a.html"] {
        let start = Instant::now();
        let _ = read_plain(name, text.as_bytes());
        let took = start.elapsed();
        let shown: String = text.chars().take(12).collect();
        assert!(took < most, "{name} {shown:?}: {took:?}");
    }
}

#[test]
fn a_megabyte_of_marks_is_read_in_no_time() {
    for of in ["*a ", "<b>", "[[[[", "((((", "第", "a"] {
        is_quick(&megabyte(of));
    }
    for of in [
        "*a ", "*a **b ", "_a ", "**", "<b>", "<b><i>", "</b>", "[[[[", "((((", "[a](", "![",
        "`a ", "<!--", "&", "~~a",
    ] {
        is_quick(&eighth(of));
    }
}

#[test]
fn one_line_or_many_are_read_in_no_time() {
    for of in [
        "第",
        "第一章",
        "Chapter ",
        "a",
        "a ",
        " ",
        "\n",
        "1\n",
        "1.\n\n",
        "Chapter 1\n\n",
        "- a\n",
        "> ",
        ">",
        "    ",
        "* * *\n",
    ] {
        is_quick(&eighth(of));
    }
}

#[test]
fn elements_of_html_in_their_thousands_are_read_in_no_time() {
    for of in [
        "<p>",
        "<div><p>",
        "<img alt=x>",
        "<a href='#a'>1</a>",
        "<ul><li>",
        "<table><tr><td>",
        "<b></i>",
        "<p id=a>x",
        "<br>",
        "<pre>\n\n",
        "<del>",
        "<q>",
        "<h1>a</h1>",
        "<span class='a b c d e'>",
        "<aside class=footnote>x",
    ] {
        is_quick(&eighth(of));
    }
}

#[test]
fn runs_of_a_document_in_their_thousands_are_read_in_no_time() {
    for of in [
        "<w:r><w:t>a </w:t></w:r>",
        "<w:r><w:rPr><w:i/></w:rPr><w:t>*a</w:t></w:r>",
        "<w:r><w:drawing/><w:drawing></w:drawing></w:r>",
        "<w:r><w:br/></w:r>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
        "<w:r><w:commentReference w:id='1'/></w:r>",
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
    ] {
        let document = format!(
            "<w:document><w:body><w:p>{}</w:p></w:body></w:document>",
            eighth(of)
        );
        let bytes = zip(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", document.as_bytes()),
        ]);
        let start = Instant::now();
        let _ = read_plain("a.docx", &bytes);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(2), "{of}: {took:?}");
    }
}

#[test]
fn what_unpacks_to_far_more_is_refused() {
    let bytes = zip(&[("a.txt", &vec![b'a'; 60 << 20])]);
    assert!(bytes.len() < 1 << 20);
    let error = read_plain("bomb.zip", &bytes).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Size);
    assert!(
        error
            .to_string()
            .starts_with("“bomb.zip” unpacks to more than 200 times its size"),
        "{error}"
    );
}

#[test]
fn too_many_entries_are_refused_before_they_are_read() {
    let names: Vec<String> = (0..=MOST_ENTRIES).map(|at| format!("{at}.txt")).collect();
    let entries: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), &b"a"[..]))
        .collect();
    let error = read_plain("many.zip", &zip(&entries)).expect_err("refused");
    assert!(matches!(error, ReadError::TooManyFiles { .. }));
}

#[test]
fn a_file_beyond_the_limit_is_refused() {
    let options = ReadOptions {
        most_bytes: 10,
        ..ReadOptions::default()
    };
    let error = read("a.txt", b"more than ten", &options).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Size);
    let files = vec![("a.txt".to_owned(), b"more than ten".to_vec())];
    assert!(matches!(
        read_files(&files, &options),
        Err(ReadError::TooLarge { .. })
    ));
}

#[test]
fn names_that_lead_out_of_an_archive_are_ignored() {
    let bytes = zip(&[
        ("../../etc/1.txt", b"Out."),
        ("/2.txt", b"Out."),
        ("C:\\3.txt", b"Out."),
        ("4.txt", b"It rains in the town."),
    ]);
    let manuscript = read_plain("a.zip", &bytes).expect("a manuscript");
    assert_eq!(texts(&manuscript), ["It rains in the town."]);
}

#[test]
fn elements_nested_too_deeply_are_refused() {
    let document = format!("<w:document><w:body>{}", "<w:tbl>".repeat(100_000));
    let bytes = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ]);
    let error = read_plain("a.docx", &bytes).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Damage);
    assert!(error.to_string().contains("nested too deeply"));
}

#[test]
fn a_truncated_archive_is_damaged() {
    let bytes = zip(&[("a.txt", PROSE.as_bytes())]);
    let error = read_plain("a.zip", &bytes[..bytes.len() / 2]).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Damage);
}

#[test]
fn thousands_of_headings_and_lists_of_them_are_read_in_no_time() {
    for of in [
        "# A\n\n## B\n\n## C\n\n",
        "# A\n\n# B\n\n# C\n\nIt rained in the town.\n\n",
        "Chapter 1\n\nChapter 2\n\nChapter 3\n\nIt rained in the town.\n\n",
        "A\n\n\n\n\nIt rained in the town.\n\n\n\n\n",
    ] {
        is_quick(&eighth(of));
    }
}

#[test]
fn losses_beyond_the_limit_are_counted() {
    let text = format!("It rained. {}", "![a](b) ".repeat(MOST_LOSSES + 7));
    let manuscript = read_plain("a.md", text.as_bytes()).expect("a manuscript");
    let listed = (manuscript.losses.len(), manuscript.losses_not_listed);
    assert_eq!(listed, (MOST_LOSSES, 7));
}

#[test]
fn documents_within_an_archive_share_its_limit() {
    let text = vec![b' '; 31 << 20];
    let document = [
        &b"<w:document><w:body><w:p>"[..],
        &text,
        b"</w:p></w:body></w:document>",
    ]
    .concat();
    let one = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", &document),
    ]);
    let names: Vec<String> = (0..8).map(|at| format!("{at}.docx")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &one[..])).collect();
    let error = read_plain("a.zip", &zip(&entries)).expect_err("refused");
    assert_eq!(error.kind(), ReadErrorKind::Size, "{error}");
}

#[test]
fn a_page_that_a_book_names_a_thousand_times_is_read_once() {
    let package = format!(
        "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine>{}</spine></package>",
        "<itemref idref='a'/>".repeat(1_000)
    );
    let bytes = zip(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container><rootfile full-path='p.opf'/></container>",
        ),
        ("p.opf", package.as_bytes()),
        ("a.xhtml", format!("<h1>One</h1><p>{PROSE}</p>").as_bytes()),
    ]);
    let manuscript = read_plain("a.epub", &bytes).expect("a manuscript");
    assert_eq!(titles(&manuscript), ["One"]);
}
