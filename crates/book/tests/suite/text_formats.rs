//! Markdown, plain text and HTML.

use crate::books;
use crate::opened::{exported, formats, text, unzipped};
use exchange::export::{ExportFormat, ExportOptions, UnfinishedChapters};

fn options(format: ExportFormat) -> ExportOptions {
    ExportOptions {
        format,
        ..ExportOptions::default()
    }
}

#[test]
fn markdown_has_headings_and_prose_that_stays_prose() {
    let markdown = text(&books::short(), &options(ExportFormat::Markdown));
    for part in [
        "# The Lighthouse Keeper\n\nNobody in Particular\n",
        "## The Lamp\n\nIt *was* **so**.\n\n1986\\. A good year.\n\n* * *\n\n\"Don't,\" she said.\n",
        "## Chapter 2\n\nOne line\\\nand another.\n\n\\# no heading\n",
        "---\n\nThanks to",
    ] {
        assert!(markdown.contains(part), "{part}\nin\n{markdown}");
    }
}

#[test]
fn markdown_has_a_file_for_each_chapter() {
    let mut book = books::short();
    book.chapters.push(books::chapter(4, "The Lamp!", "Again."));
    book.chapters
        .push(books::chapter(4, "The Lamp?", "Same number."));
    book.chapters.push(books::chapter(5, "夜", "Night."));
    let files = unzipped(&exported(&book, ExportFormat::MarkdownZip).bytes);
    let names: Vec<&str> = files.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "00-title-page.md",
            "00-copyright.md",
            "00-dedication.md",
            "00-front-matter.md",
            "01-the-lamp.md",
            "02-chapter-2.md",
            "03-seven-boats.md",
            "04-the-lamp.md",
            "04-the-lamp-2.md",
            "05.md",
            "06-back-matter.md",
        ]
    );
    assert_eq!(files[4].1.get(..11), Some(&b"# The Lamp\n"[..]));
}

#[test]
fn plain_text_keeps_emphasis_and_breaks() {
    let plain = text(&books::short(), &options(ExportFormat::PlainText));
    assert!(
        plain.starts_with("THE LIGHTHOUSE KEEPER\n\nNobody in Particular\n"),
        "{plain}"
    );
    let chapter =
        "\n\n\nThe Lamp\n\nIt _was_ *so*.\n\n1986. A good year.\n\n* * *\n\n\"Don't,\" she said.\n";
    assert!(plain.contains(chapter), "{plain}");
}

#[test]
fn a_page_has_language_direction_and_nothing_from_elsewhere() {
    let html = text(&books::arabic(), &options(ExportFormat::Html));
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{html}");
    let html = text(&books::odd(), &options(ExportFormat::Html));
    assert!(html.contains("<html dir=\"ltr\">"));
    assert!(html.contains("<title>Tom &amp; &quot;Ann&quot; &lt;draft&gt; 夜/昼 🌙</title>"));
    assert!(!html.contains("<script") && !html.contains("src=\"http"));
    assert!(html.contains("<strong>「夜」</strong>と彼は<em>言った</em>。"));
    assert!(html.contains("src=\"data:image/png;base64,iVBORw0KGgo"));
}

#[test]
fn options_choose_what_is_printed() {
    let mut book = books::short();
    book.chapters[1].unfinished = true;
    let mut options = options(ExportFormat::PlainText);
    options.title_page = false;
    options.scene_break = "~".into();
    options.smart_typography = true;
    options.unfinished = UnfinishedChapters::Mark;
    options.chapters = (1..=2).into();
    let plain = text(&book, &options);
    assert!(!plain.contains("THE LIGHTHOUSE"), "{plain}");
    assert!(plain.contains("\n~\n\n“Don’t,” she said.\n"), "{plain}");
    assert!(plain.contains("_[Unfinished]_"), "{plain}");
    assert!(!plain.contains("Seven Boats"), "{plain}");
    options.unfinished = UnfinishedChapters::LeaveOut;
    assert!(!text(&book, &options).contains("Chapter 2"));
}

#[test]
fn a_break_without_a_sign_is_a_gap() {
    let mut options = options(ExportFormat::Html);
    options.scene_break = String::new();
    assert!(text(&books::short(), &options).contains("<hr class=\"gap\"/>"));
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    for format in formats() {
        if matches!(format, ExportFormat::Pdf) {
            continue;
        }
        let book = books::short();
        assert_eq!(
            exported(&book, *format).bytes,
            exported(&book, *format).bytes,
            "{format:?}"
        );
    }
}
