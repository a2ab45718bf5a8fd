//! The text of a Word document.

use super::DocumentStyle;
use crate::markup::escape;
use crate::{ProseBlock, ProseSpan};

/// How every part begins.
pub(crate) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The words of Word.
pub(crate) const NAMESPACE: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// What a manuscript has between scenes.
const MANUSCRIPT_BREAK: &str = "#";

/// The whole part.
pub(crate) fn body(look: &DocumentStyle<'_>) -> String {
    let contents = look.contents;
    let mut out = format!(
        "{XML}<w:document {NAMESPACE} \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
    );
    let mut has_pages_before = false;
    if contents.title_page {
        match look.is_manuscript {
            true => manuscript_title(look, &mut out),
            false => title_page(look, &mut out),
        }
        has_pages_before = true;
    }
    for (style, blocks) in [
        ("Copyright", &contents.copyright),
        ("Dedication", &contents.dedication),
        ("BodyText", &contents.front_matter),
    ] {
        if !blocks.is_empty() {
            matter(look, style, blocks, has_pages_before, &mut out);
            has_pages_before = true;
        }
    }
    if has_pages_before {
        // Ends the pages without running heads and numbers.
        out.push_str("<w:p><w:pPr>");
        section(look, false, &mut out);
        out.push_str("</w:pPr></w:p>");
    }
    for chapter in &contents.chapters {
        paragraph("Heading1", |out| run(&chapter.heading, None, out), &mut out);
        blocks(look, &chapter.blocks, &mut out);
    }
    if !contents.back_matter.is_empty() {
        matter(look, "BodyText", &contents.back_matter, true, &mut out);
    }
    section(look, true, &mut out);
    out.push_str("</w:body></w:document>");
    out
}

/// Paper, margins, and running heads where they are wanted.
fn section(look: &DocumentStyle<'_>, has_heads: bool, out: &mut String) {
    let paper = &look.paper;
    out.push_str("<w:sectPr>");
    if has_heads {
        out.push_str("<w:headerReference w:type=\"default\" r:id=\"rId3\"/>");
        out.push_str("<w:footerReference w:type=\"default\" r:id=\"rId4\"/>");
    }
    out.push_str(&format!(
        "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"/>\
         <w:pgMar w:top=\"{up}\" w:right=\"{}\" w:bottom=\"{up}\" w:left=\"{}\" w:header=\"720\" w:footer=\"720\" \
         w:gutter=\"0\"/>",
        paper.width,
        paper.height,
        paper.outer,
        paper.inner,
        up = paper.upright,
    ));
    if has_heads {
        out.push_str("<w:pgNumType w:start=\"1\"/>");
    }
    if look.contents.is_right_to_left {
        out.push_str("<w:bidi/>");
    }
    out.push_str("</w:sectPr>");
}

/// The first page of a manuscript: who to write to, how long it is, title and author.
fn manuscript_title(look: &DocumentStyle<'_>, out: &mut String) {
    let contents = look.contents;
    let length = contents.labels.about(contents.words());
    let mut lines = contents.contact.iter().map(String::as_str);
    let first = lines.next().unwrap_or(&contents.author);
    let tabbed = |out: &mut String| {
        run(first, None, out);
        out.push_str("<w:r><w:tab/></w:r>");
        run(&length, None, out);
    };
    paragraph("Contact", tabbed, out);
    for line in lines {
        paragraph("Contact", |out| run(line, None, out), out);
    }
    title_page(look, out);
}

fn title_page(look: &DocumentStyle<'_>, out: &mut String) {
    let contents = look.contents;
    paragraph("Title", |out| run(&contents.title, None, out), out);
    if !contents.author.is_empty() {
        paragraph("Author", |out| run(&contents.author, None, out), out);
    }
}

/// A part that is no chapter, on a page of its own.
fn matter(
    look: &DocumentStyle<'_>,
    style: &str,
    parts: &[ProseBlock],
    breaks: bool,
    out: &mut String,
) {
    let from = out.len();
    match style {
        "BodyText" => blocks(look, parts, out),
        style => {
            for block in parts {
                paragraph(style, |out| spans(block_spans(block), out), out);
            }
        }
    }
    // Where a page begins is a matter of the paragraph, not of its style.
    if let Some(end) = out[from..].find("</w:pPr>").filter(|_| breaks) {
        out.insert_str(from + end, "<w:pageBreakBefore/>");
    }
}

fn block_spans(block: &ProseBlock) -> &[ProseSpan] {
    match block {
        ProseBlock::Paragraph(spans) => spans,
        ProseBlock::SceneBreak => &[],
    }
}

/// Paragraphs and scene breaks; what begins a scene is not indented.
fn blocks(look: &DocumentStyle<'_>, blocks: &[ProseBlock], out: &mut String) {
    let mut is_first = true;
    for block in blocks {
        match block {
            ProseBlock::SceneBreak => {
                let sign = match look.is_manuscript {
                    true => MANUSCRIPT_BREAK,
                    false => &look.contents.scene_break,
                };
                paragraph("SceneBreak", |out| run(sign, None, out), out);
                is_first = true;
            }
            ProseBlock::Paragraph(parts) => {
                let style = if is_first {
                    "FirstParagraph"
                } else {
                    "BodyText"
                };
                paragraph(style, |out| spans(parts, out), out);
                is_first = false;
            }
        }
    }
}

fn paragraph(style: &str, inner: impl FnOnce(&mut String), out: &mut String) {
    out.push_str("<w:p><w:pPr><w:pStyle w:val=\"");
    out.push_str(style);
    out.push_str("\"/></w:pPr>");
    inner(out);
    out.push_str("</w:p>");
}

fn spans(spans: &[ProseSpan], out: &mut String) {
    for span in spans {
        let style = match (span.emphasis, span.strong) {
            (false, false) => None,
            (true, false) => Some("Emphasis"),
            (false, true) => Some("Strong"),
            (true, true) => Some("IntenseEmphasis"),
        };
        run(&span.text, style, out);
    }
}

/// Text in one style; its line breaks stay.
fn run(text: &str, style: Option<&str>, out: &mut String) {
    out.push_str("<w:r>");
    if let Some(style) = style {
        out.push_str("<w:rPr><w:rStyle w:val=\"");
        out.push_str(style);
        out.push_str("\"/></w:rPr>");
    }
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        escape(line, out);
        out.push_str("</w:t>");
    }
    out.push_str("</w:r>");
}
