//! The list of contents that reading devices show.

use super::pages::{self, EpubPage};
use crate::contents::PreparedBook;
use crate::markup::escaped;

/// The document.
pub(crate) fn document(contents: &PreparedBook<'_>, listed: &[EpubPage]) -> String {
    let title = contents.labels.contents;
    let mut body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h2>{}</h2>\n<ol>\n",
        escaped(title)
    );
    for page in listed {
        if let Some(title) = &page.listed {
            let title = escaped(title);
            body.push_str(&format!("<li><a href=\"{}\">{title}</a></li>\n", page.href));
        }
    }
    body.push_str(
        "</ol>\n</nav>\n<nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\">\n<ol>\n",
    );
    let landmarks = listed.iter().filter_map(|page| {
        let title = page.listed.as_deref()?;
        Some((page.href.as_str(), page.landmark?, title))
    });
    for (href, kind, label) in landmarks {
        let label = escaped(label);
        body.push_str(&format!(
            "<li><a epub:type=\"{kind}\" href=\"{href}\">{label}</a></li>\n"
        ));
    }
    body.push_str("</ol>\n</nav>\n");
    pages::document(contents, title, &body)
}
