//! The book as plain text: `_emphasis_`, `*strong*`, and a blank line between paragraphs.

use crate::contents::PreparedBook;
use crate::{ProseBlock, ProseSpan};

/// The whole file.
pub(crate) fn file(contents: &PreparedBook<'_>) -> String {
    let mut out = String::new();
    if contents.title_page {
        heading(&contents.title.to_uppercase(), &mut out);
        if !contents.author.is_empty() {
            paragraph(&contents.author, &mut out);
        }
    }
    for part in [
        &contents.copyright,
        &contents.dedication,
        &contents.front_matter,
    ] {
        section(None, part, contents, &mut out);
    }
    for chapter in &contents.chapters {
        section(Some(&chapter.heading), &chapter.blocks, contents, &mut out);
    }
    section(None, &contents.back_matter, contents, &mut out);
    out
}

/// A part of the book, two lines below the one before.
fn section(
    title: Option<&str>,
    blocks: &[ProseBlock],
    contents: &PreparedBook<'_>,
    out: &mut String,
) {
    if title.is_none() && blocks.is_empty() {
        return;
    }
    if let Some(title) = title {
        heading(title, out);
    } else if !out.is_empty() {
        out.push_str("\n\n");
    }
    for block in blocks {
        match block {
            ProseBlock::SceneBreak if contents.scene_break.is_empty() => paragraph("", out),
            ProseBlock::SceneBreak => paragraph(&contents.scene_break, out),
            ProseBlock::Paragraph(spans) => {
                let text: String = spans.iter().map(marked).collect();
                paragraph(&text, out);
            }
        }
    }
}

fn heading(title: &str, out: &mut String) {
    if !out.is_empty() {
        out.push_str("\n\n\n");
    }
    out.push_str(title);
    out.push('\n');
}

fn paragraph(text: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
    out.push('\n');
}

/// A span between the signs that stand for its style.
fn marked(span: &ProseSpan) -> String {
    let text = &span.text;
    match (span.emphasis, span.strong) {
        (false, false) => text.clone(),
        (true, false) => format!("_{text}_"),
        (false, true) => format!("*{text}*"),
        (true, true) => format!("_*{text}*_"),
    }
}
