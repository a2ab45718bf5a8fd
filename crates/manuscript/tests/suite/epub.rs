use crate::{PROSE, lost, read_plain, texts, titles, zip};
use exchange::import::{ImportLossKind, Manuscript};
use manuscript::ReadError;

const CONTAINER: &[u8] =
    b"<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";

/// A book of pages, each a name, its properties and its body.
fn epub(pages: &[(&str, &str)], nav: &str, extra: &[(&str, &[u8])]) -> Vec<u8> {
    let items: String = pages
        .iter()
        .map(|(name, _)| {
            format!("<item id='{name}' href='{name}.xhtml' media-type='application/xhtml+xml'/>")
        })
        .collect();
    let spine: String = pages
        .iter()
        .map(|(name, _)| format!("<itemref idref='{name}'/>"))
        .collect();
    let package = format!(
        "<package><metadata><dc:title>The Boat</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language></metadata><manifest>{items}\
         <item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/><item id='css' href='s.css' media-type='text/css'/>\
         </manifest><spine><itemref idref='nav'/>{spine}</spine></package>"
    );
    let nav = format!("<html><body><nav epub:type='toc'><ol>{nav}</ol></nav></body></html>");
    let bodies: Vec<(String, String)> = pages
        .iter()
        .map(|(name, body)| {
            (
                format!("OEBPS/{name}.xhtml"),
                format!("<html><head><title/></head><body>{body}</body></html>"),
            )
        })
        .collect();
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", package.as_bytes()),
        ("OEBPS/nav.xhtml", nav.as_bytes()),
        ("OEBPS/s.css", b".it { font-style: italic }"),
    ];
    entries.extend(
        bodies
            .iter()
            .map(|(name, body)| (name.as_str(), body.as_bytes())),
    );
    entries.extend_from_slice(extra);
    zip(&entries)
}

fn read(pages: &[(&str, &str)], nav: &str) -> Manuscript {
    read_plain("novel.epub", &epub(pages, nav, &[])).expect("a manuscript")
}

fn li(title: &str, href: &str) -> String {
    format!("<li><a href='{href}'>{title}</a></li>")
}

fn page(head: &str) -> String {
    format!("{head}<p>{}</p>", PROSE.replace("\n\n", "</p><p>"))
}

#[test]
fn pages_follow_the_spine_and_titles_the_table_of_contents() {
    let nav = li("The Lamp", "b.xhtml") + &li("Seven Boats", "a.xhtml#x");
    let (one, two) = (
        page("<h2>1</h2><h3>The Lamp</h3>"),
        page("<h2 id='x'>Seven Boats</h2>"),
    );
    let manuscript = read(&[("b", &one), ("a", &two)], &nav);
    assert_eq!(titles(&manuscript), ["The Lamp", "Seven Boats"]);
    assert_eq!(texts(&manuscript)[1], PROSE);
    assert_eq!(
        (
            manuscript.title.as_str(),
            manuscript.author.as_str(),
            manuscript.language.as_deref()
        ),
        ("The Boat", "A. Writer", Some("en"))
    );
}

#[test]
fn several_chapters_on_a_page_and_one_on_several() {
    let nav = li("One", "a.xhtml#c1") + &li("Two", "a.xhtml#c2");
    let first = page("<h1 id='c1'>One</h1>") + &page("<div id='c2'><h1>Two</h1></div>");
    let manuscript = read(&[("a", &first), ("b", "<p>It went on there.</p>")], &nav);
    assert_eq!(titles(&manuscript), ["One", "Two"]);
    assert_eq!(
        texts(&manuscript),
        [PROSE.to_owned(), format!("{PROSE}\n\nIt went on there.")]
    );
}

#[test]
fn pages_without_prose_are_left_out_and_listed() {
    let nav = li("Cover", "c.xhtml")
        + &li("Copyright", "i.xhtml")
        + &li("One", "a.xhtml")
        + &li("Two", "b.xhtml");
    let (one, two) = (page("<h1>One</h1>"), page("<h1>Two</h1>"));
    let manuscript = read(
        &[
            ("c", "<img src='c.jpg' alt=''/>"),
            (
                "t",
                "<section epub:type='titlepage'><h1>The Boat</h1><p>A. Writer</p></section>",
            ),
            ("i", "<p>© 2026 A. Writer. All rights reserved.</p>"),
            ("a", &one),
            ("b", &two),
        ],
        &nav,
    );
    assert_eq!(titles(&manuscript), ["One", "Two"]);
    let pages: Vec<&str> = lost(&manuscript, ImportLossKind::Page)
        .iter()
        .map(|loss| loss.place.file.as_str())
        .collect();
    assert_eq!(
        pages,
        [
            "OEBPS/nav.xhtml",
            "OEBPS/c.xhtml",
            "OEBPS/t.xhtml",
            "OEBPS/i.xhtml"
        ]
    );
    assert!(
        lost(&manuscript, ImportLossKind::Page)[3]
            .text
            .contains("All rights reserved.")
    );
}

#[test]
fn short_chapters_stay() {
    let nav = li("Chapter 1", "a.xhtml") + &li("Chapter 2", "b.xhtml");
    let manuscript = read(
        &[
            ("a", "<h1>Chapter 1</h1><p>My mother is a fish.</p>"),
            ("b", "<h1>Chapter 2</h1><p>No</p>"),
        ],
        &nav,
    );
    assert_eq!(
        (titles(&manuscript), texts(&manuscript)),
        (
            vec!["Chapter 1", "Chapter 2"],
            vec!["My mother is a fish.", "No"]
        )
    );
}

#[test]
fn styles_and_notes_are_those_of_the_book() {
    let one = page(
        "<h1>One</h1><p>She <span class='it'>saw</span> it<a epub:type='noteref' href='n.xhtml#n1'>*</a>.</p>",
    );
    let two = page("<h1>Two</h1>");
    let notes = "<aside id='n1' epub:type='footnote'><p>A bell.</p></aside>";
    let manuscript = read(
        &[("a", &one), ("b", &two), ("n", notes)],
        &(li("One", "a.xhtml") + &li("Two", "b.xhtml")),
    );
    assert!(texts(&manuscript)[0].starts_with("She *saw* it.\n\n"));
    assert_eq!(titles(&manuscript), ["One", "Two"]);
    let losses = lost(&manuscript, ImportLossKind::Footnote);
    assert_eq!(
        losses
            .first()
            .map(|loss| (loss.text.as_str(), loss.place.after.as_str())),
        Some(("A bell.", "it"))
    );
}

#[test]
fn an_older_table_of_contents_is_read() {
    let ncx = "<ncx><navMap><navPoint><navLabel><text>Part One</text></navLabel><content src='a.xhtml'/><navPoint><navLabel><text>The Lamp</text>\
        </navLabel><content src='a.xhtml#x'/></navPoint><navPoint><navLabel><text>The Storm</text></navLabel><content src='b.xhtml'/></navPoint>\
        </navPoint></navMap></ncx>";
    let package = "<package><metadata><dc:title>Old</dc:title></metadata><manifest><item id='n' href='t.ncx' media-type='application/x-dtbncx+xml'/>\
        <item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='b' href='b.xhtml' media-type='application/xhtml+xml'/></manifest>\
        <spine toc='n'><itemref idref='a'/><itemref idref='b'/></spine></package>";
    let (one, two) = (page("<p>Part One</p><p id='x'>The Lamp</p>"), page(""));
    let bytes = zip(&[
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", package.as_bytes()),
        ("OEBPS/t.ncx", ncx.as_bytes()),
        ("OEBPS/a.xhtml", one.as_bytes()),
        ("OEBPS/b.xhtml", two.as_bytes()),
    ]);
    let manuscript = read_plain("old.epub", &bytes).expect("a manuscript");
    assert_eq!(titles(&manuscript), ["Part One – The Lamp", "The Storm"]);
    assert_eq!(texts(&manuscript), [PROSE, PROSE]);
}

#[test]
fn encrypted_books_are_refused_and_hidden_fonts_are_not() {
    let encryption = |algorithm: &str| {
        format!(
            "<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm='{algorithm}'/></enc:EncryptedData></encryption>"
        )
    };
    let one = page("<h1>One</h1>");
    let read = |algorithm: &str| {
        let text = encryption(algorithm);
        read_plain(
            "a.epub",
            &epub(
                &[("a", &one)],
                "",
                &[("META-INF/encryption.xml", text.as_bytes())],
            ),
        )
    };
    assert!(read("http://www.idpf.org/2008/embedding").is_ok());
    let error = read("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    assert_eq!(error, Err(ReadError::Encrypted("a.epub".to_owned())));
}
