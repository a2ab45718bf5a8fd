//! The pages of an EPUB: each part of the book is one XHTML document.

use crate::ProseBlock;
use crate::contents::PreparedBook;
use crate::markup::{self, escape, escaped};

/// A page.
pub(crate) struct EpubPage {
    /// Its name in the EPUB.
    pub(crate) href: String,
    /// The document.
    pub(crate) xhtml: String,
    /// How the list of contents calls it, if it is there.
    pub(crate) listed: Option<String>,
    /// What kind of landmark it is, in the words of EPUB, if it is one.
    pub(crate) landmark: Option<&'static str>,
}

/// All pages, in reading order.
pub(crate) fn all(contents: &PreparedBook<'_>, cover: &str) -> Vec<EpubPage> {
    let labels = contents.labels;
    let mut pages = vec![page(
        contents,
        "cover",
        labels.cover,
        None,
        &cover_page(contents, cover),
    )];
    if contents.title_page {
        let body = title_page(contents);
        let listed = Some(labels.title_page);
        pages.push(page(contents, "title", labels.title_page, listed, &body));
    }
    for (name, label, blocks, class) in [
        (
            "copyright",
            labels.copyright,
            &contents.copyright,
            "copyright-page",
        ),
        (
            "dedication",
            labels.dedication,
            &contents.dedication,
            "dedication",
        ),
        (
            "front",
            labels.front_matter,
            &contents.front_matter,
            "frontmatter",
        ),
    ] {
        if !blocks.is_empty() {
            let body = matter(contents, name, label, class, blocks);
            pages.push(page(contents, name, label, Some(label), &body));
        }
    }
    for (at, chapter) in contents.chapters.iter().enumerate() {
        let mut body = String::from(
            "<section epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"heading\">\n<h2 id=\"heading\">",
        );
        escape(&chapter.heading, &mut body);
        body.push_str("</h2>\n");
        markup::blocks(&chapter.blocks, &contents.scene_break, &mut body);
        body.push_str("</section>\n");
        let name = format!("chapter-{:04}", at + 1);
        let mut page = page(
            contents,
            &name,
            &chapter.heading,
            Some(&chapter.heading),
            &body,
        );
        page.landmark = (at == 0).then_some("bodymatter");
        pages.push(page);
    }
    if !contents.back_matter.is_empty() {
        let label = labels.back_matter;
        let body = matter(contents, "back", label, "backmatter", &contents.back_matter);
        pages.push(page(contents, "back", label, Some(label), &body));
    }
    pages
}

/// A whole document around the body of a page.
fn page(
    contents: &PreparedBook<'_>,
    name: &str,
    title: &str,
    listed: Option<&str>,
    body: &str,
) -> EpubPage {
    EpubPage {
        href: format!("{name}.xhtml"),
        xhtml: document(contents, title, body),
        listed: listed.map(str::to_owned),
        landmark: None,
    }
}

/// A document in the language of the book.
pub(crate) fn document(contents: &PreparedBook<'_>, title: &str, body: &str) -> String {
    let language = escaped(language(contents));
    let direction = contents.direction();
    let title = escaped(title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
             <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
             lang=\"{language}\" xml:lang=\"{language}\" dir=\"{direction}\">\n\
             <head>\n<title>{title}</title>\n\
             <link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn cover_page(contents: &PreparedBook<'_>, cover: &str) -> String {
    let mut alt = format!("{}: {}", contents.labels.cover, contents.title);
    if !contents.author.is_empty() {
        alt.push_str(", ");
        alt.push_str(&contents.author);
    }
    let alt = escaped(&alt);
    format!(
        "<div class=\"cover\" epub:type=\"cover\"><img src=\"{cover}\" alt=\"{alt}\" role=\"doc-cover\"/></div>\n"
    )
}

fn title_page(contents: &PreparedBook<'_>) -> String {
    let mut body = String::from("<section epub:type=\"titlepage\">\n<h1>");
    escape(&contents.title, &mut body);
    body.push_str("</h1>\n");
    if !contents.author.is_empty() {
        body.push_str("<p class=\"author\">");
        escape(&contents.author, &mut body);
        body.push_str("</p>\n");
    }
    body.push_str("</section>\n");
    body
}

/// A page that is no chapter; its name is told to those who listen, and not shown.
fn matter(
    contents: &PreparedBook<'_>,
    name: &str,
    label: &str,
    kind: &str,
    blocks: &[ProseBlock],
) -> String {
    let class = match name {
        "front" | "back" => name.to_owned(),
        name => format!("plain {name}"),
    };
    let role = match name {
        "dedication" => " role=\"doc-dedication\"",
        _ => "",
    };
    let label = escaped(label);
    let mut body =
        format!("<section class=\"{class}\" epub:type=\"{kind}\"{role} aria-label=\"{label}\">\n");
    markup::blocks(blocks, &contents.scene_break, &mut body);
    body.push_str("</section>\n");
    body
}

/// The tag of the language; `und` says that it is not known.
pub(crate) fn language<'text>(contents: &'text PreparedBook<'_>) -> &'text str {
    contents.language.as_deref().unwrap_or("und")
}
