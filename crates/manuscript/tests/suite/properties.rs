use super::*;
use exchange::import::edit;
use manuscript::read_files;
use proptest::{collection::vec, prelude::*, sample::select};

/// Parts of what the readers look for.
const PIECES: &[&str] = &[
    "Chapter 1\n\n",
    "CHAPTER II. The Boat\n",
    "第三章\n",
    "1\n\n",
    "II.\n\n",
    "Part One\n\n",
    "Prologue\n\n",
    "***\n\n",
    "* * *",
    "*",
    "**",
    "_",
    "# ",
    "## A\n",
    "---\n",
    "> ",
    "- ",
    "1986. ",
    "```\n",
    "[^1]",
    "[^1]: note\n",
    "| a | b |\n|---|---|\n",
    "![x](y)",
    "<b>",
    "</b>",
    "<p>",
    "<h1>",
    "</h1>",
    "<a href='#n'>1</a>",
    "<table>",
    "<br>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "\u{feff}",
    "\u{a0}",
    "\u{200d}",
    "\t",
    "    ",
    "\r\n",
    "\r",
    "\n\n",
    "It rained in the town.\n",
    "“No,” she said. ",
    "é",
    "海",
    "א",
    "\u{0}",
    "*** START OF THE PROJECT GUTENBERG EBOOK X ***\n\n",
    "*** END OF THE PROJECT GUTENBERG EBOOK X ***\n\n",
    "Contents\n\n",
];

/// Parts of a document.
const XML: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>text</w:t>",
    "<w:t>",
    "</w:t>",
    "<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>",
    "<w:rPr><w:i/></w:rPr>",
    "<w:del>",
    "</w:del>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<mc:AlternateContent>",
    "</mc:AlternateContent>",
    "<w:txbxContent>",
    "<w:drawing>",
    "</w:drawing>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:instrText>TOC</w:instrText>",
    "<w:br w:type='page'/>",
    "&bogus;",
    "&",
    "<",
    "<![CDATA[x]]>",
    "<w:ruby><w:rubyBase>",
    "</w:rubyBase></w:ruby>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
];

fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select(of), 0..60).prop_map(|pieces| pieces.concat())
}

/// What holds for whatever was read.
fn holds(read: Result<Manuscript, ReadError>) {
    match read {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(mut manuscript) => {
            assert!(!manuscript.chapters.is_empty());
            for chapter in &manuscript.chapters {
                assert_eq!(chapter.text, domain::text::normalized(&chapter.text).trim());
                assert!(!chapter.title.contains('\n'));
            }
            let json = serde_json::to_string(&manuscript).expect("JSON");
            assert_eq!(
                serde_json::from_str::<Manuscript>(&json).ok().as_ref(),
                Some(&manuscript)
            );
            let all = manuscript.chapters.len();
            let _ = edit::split(&mut manuscript, 0, 1, "x");
            let _ = edit::merge_with_next(&mut manuscript, 0);
            assert!(manuscript.chapters.len() <= all);
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..600), name in "[a-z]{1,3}\\.(txt|md|html|docx|epub|zip|png)") {
        holds(read_plain(&name, &bytes));
    }

    #[test]
    fn any_text_is_read(text in pieces(PIECES), extension in select(vec!["txt", "md", "html"])) {
        holds(read_plain(&format!("a.{extension}"), text.as_bytes()));
    }

    #[test]
    fn any_document_is_read_or_refused(text in pieces(XML)) {
        let document = format!("<w:document><w:body>{text}</w:body></w:document>");
        let bytes = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())]);
        holds(read_plain("a.docx", &bytes));
    }

    #[test]
    fn any_book_is_read_or_refused(text in pieces(PIECES), package in pieces(&["<item id='a' href='a.xhtml'/>", "<spine toc='n'>", "<itemref idref='a'/>",
        "<item id='n' href='a.xhtml' properties='nav'/>", "<title>", "</title>", "<reference href='a.xhtml' type='cover'/>", "<", "&x;"])) {
        let bytes = zip(&[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", b"<container><rootfile full-path='p.opf'/></container>"),
            ("p.opf", package.as_bytes()),
            ("a.xhtml", text.as_bytes()),
        ]);
        holds(read_plain("a.epub", &bytes));
    }

    #[test]
    fn a_changed_byte_of_an_archive_does_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = zip(&[("1.txt", PROSE.as_bytes()), ("2.md", b"# A\n\nText.")]);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        holds(read_plain("a.zip", &bytes));
    }

    #[test]
    fn any_folder_is_read_or_refused(files in vec(("[a-z0-9/.]{1,8}", vec(any::<u8>(), 0..40)), 0..6)) {
        holds(read_files(&files, &ReadOptions::default()));
    }
}
