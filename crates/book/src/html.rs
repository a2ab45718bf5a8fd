//! The book as one web page that needs no other file.

use crate::contents::PreparedBook;
use crate::markup::{self, escape, escaped};
use crate::{ProseBlock, Warning};

const STYLE: &str = "\
:root { color-scheme: light dark; }
body { max-width: 34em; margin: 0 auto; padding: 2em 1.2em 6em; font: 1.1rem/1.6 Georgia, 'Times New Roman', serif; \
hyphens: auto; }
h1, h2 { font-weight: normal; text-align: center; text-wrap: balance; hyphens: none; overflow-wrap: anywhere; }
h1 { margin: 4em 0 0.5em; font-size: 2.2em; line-height: 1.2; }
h2 { margin: 5em 0 2em; font-size: 1.5em; line-height: 1.3; }
p { margin: 0; text-indent: 1.4em; overflow-wrap: anywhere; }
p.first, .plain p { text-indent: 0; }
p.break { margin: 1.4em 0; text-align: center; text-indent: 0; }
hr.gap { height: 1.6em; margin: 0; border: 0; }
.author { text-align: center; text-indent: 0; font-size: 1.2em; }
section { margin: 3em 0; }
.dedication p { text-align: center; font-style: italic; }
.copyright { font-size: 0.85em; }
.copyright p { margin-bottom: 0.8em; }
nav { margin: 4em 0; }
nav ol { padding-inline-start: 2em; }
img.cover { display: block; max-width: 100%; max-height: 90vh; margin: 0 auto; }
@media print { h2 { break-before: page; } nav { break-after: page; } }
";

/// The whole page.
pub(crate) fn page(contents: &mut PreparedBook<'_>) -> String {
    if let Some(cover) = &contents.book.cover
        && cover.kind().is_none()
    {
        let media_type = cover.media_type.clone();
        contents.warnings.push(Warning::CoverNotUsed { media_type });
    }
    let contents = &*contents;
    let mut out = String::from("<!DOCTYPE html>\n<html");
    if let Some(language) = &contents.language {
        out.push_str(&format!(" lang=\"{}\"", escaped(language)));
    }
    out.push_str(&format!(" dir=\"{}\">\n<head>\n", contents.direction()));
    out.push_str("<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    );
    escape(&contents.title, &mut out);
    out.push_str("</title>\n");
    if !contents.author.is_empty() {
        let author = escaped(&contents.author);
        out.push_str(&format!("<meta name=\"author\" content=\"{author}\">\n"));
    }
    out.push_str(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n"));
    body(contents, &mut out);
    out.push_str("</body>\n</html>\n");
    out
}

fn body(contents: &PreparedBook<'_>, out: &mut String) {
    if let Some(cover) = &contents.book.cover
        && let Some((_, media_type)) = cover.kind()
    {
        image(&cover.bytes, media_type, contents.labels.cover, out);
    }
    if contents.title_page {
        out.push_str("<header>\n<h1>");
        escape(&contents.title, out);
        out.push_str("</h1>\n");
        if !contents.author.is_empty() {
            out.push_str("<p class=\"author\">");
            escape(&contents.author, out);
            out.push_str("</p>\n");
        }
        out.push_str("</header>\n");
    }
    section("plain copyright", &contents.copyright, contents, out);
    section("plain dedication", &contents.dedication, contents, out);
    if contents.chapters.len() > 1 {
        out.push_str("<nav>\n<h2>");
        escape(contents.labels.contents, out);
        out.push_str("</h2>\n<ol>\n");
        for (at, chapter) in contents.chapters.iter().enumerate() {
            let heading = escaped(&chapter.heading);
            let at = at + 1;
            out.push_str(&format!(
                "<li><a href=\"#chapter-{at}\">{heading}</a></li>\n"
            ));
        }
        out.push_str("</ol>\n</nav>\n");
    }
    section("front", &contents.front_matter, contents, out);
    out.push_str("<main>\n");
    for (at, chapter) in contents.chapters.iter().enumerate() {
        out.push_str(&format!("<article>\n<h2 id=\"chapter-{}\">", at + 1));
        escape(&chapter.heading, out);
        out.push_str("</h2>\n");
        markup::blocks(&chapter.blocks, &contents.scene_break, out);
        out.push_str("</article>\n");
    }
    out.push_str("</main>\n");
    section("back", &contents.back_matter, contents, out);
}

fn section(class: &str, blocks: &[ProseBlock], contents: &PreparedBook<'_>, out: &mut String) {
    if !blocks.is_empty() {
        out.push_str(&format!("<section class=\"{class}\">\n"));
        markup::blocks(blocks, &contents.scene_break, out);
        out.push_str("</section>\n");
    }
}

/// The cover as part of the page.
fn image(bytes: &[u8], media_type: &str, label: &str, out: &mut String) {
    out.push_str("<img class=\"cover\" alt=\"");
    escape(label, out);
    out.push_str("\" src=\"data:");
    out.push_str(media_type);
    out.push_str(";base64,");
    base64(bytes, out);
    out.push_str("\">\n");
}

fn base64(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            match digit > three.len() {
                true => out.push('='),
                false => out.push(char::from(DIGITS[value as usize])),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_has_its_padding() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            let mut out = String::new();
            super::base64(bytes.as_bytes(), &mut out);
            assert_eq!(out, text);
        }
    }
}
