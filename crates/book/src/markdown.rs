//! The book as Markdown, in one file or a file for each chapter.
//!
//! What a chapter says is escaped, so that nothing in it turns into a heading, a list or a link.

use crate::contents::PreparedBook;
use crate::zip_file::ZipFile;
use crate::{ExportError, ProseBlock, ProseSpan, file_name};
use std::collections::BTreeSet;

/// The whole book.
pub(crate) fn one_file(contents: &PreparedBook<'_>) -> String {
    let mut parts = Vec::new();
    if contents.title_page {
        parts.push(title_page(contents));
    }
    let plain = |blocks: &[ProseBlock]| section(None, blocks, contents);
    parts.push(plain(&contents.copyright));
    parts.push(plain(&contents.dedication));
    parts.push(plain(&contents.front_matter));
    let chapters = contents.chapters.iter();
    parts.extend(
        chapters.map(|chapter| section(Some(("##", &chapter.heading)), &chapter.blocks, contents)),
    );
    if !contents.back_matter.is_empty() {
        // A line between the last chapter and what is not part of it.
        parts.push(format!("---\n\n{}", plain(&contents.back_matter)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// A file for each part, in a zip file.
pub(crate) fn zip(contents: &PreparedBook<'_>) -> Result<Vec<u8>, ExportError> {
    let mut zip = ZipFile::new("Markdown", contents.book.modified);
    let mut taken = BTreeSet::new();
    let chapters = contents.chapters.iter();
    let width = chapters.map(|chapter| chapter.number).max().unwrap_or(0);
    let width = width.to_string().len().max(2);
    let mut add = |number: u32, name: &str, text: String| {
        let slug = file_name::slug(name);
        let stem = match slug.is_empty() {
            true => format!("{number:0width$}"),
            false => format!("{number:0width$}-{slug}"),
        };
        let mut path = format!("{stem}.md");
        let mut again = 2;
        while !taken.insert(path.clone()) {
            path = format!("{stem}-{again}.md");
            again += 1;
        }
        zip.add(&path, text.as_bytes())
    };
    if contents.title_page {
        add(0, "title page", title_page(contents))?;
    }
    for (name, blocks) in [
        ("copyright", &contents.copyright),
        ("dedication", &contents.dedication),
        ("front matter", &contents.front_matter),
    ] {
        if !blocks.is_empty() {
            add(0, name, section(None, blocks, contents))?;
        }
    }
    for chapter in &contents.chapters {
        let text = section(Some(("#", &chapter.heading)), &chapter.blocks, contents);
        add(chapter.number, &chapter.heading, text)?;
    }
    if !contents.back_matter.is_empty() {
        let last = contents.chapters.iter().map(|chapter| chapter.number).max();
        let text = section(None, &contents.back_matter, contents);
        add(last.unwrap_or(0).saturating_add(1), "back matter", text)?;
    }
    zip.finish()
}

fn title_page(contents: &PreparedBook<'_>) -> String {
    let mut page = format!("# {}\n", heading(&contents.title));
    if !contents.author.is_empty() {
        page.push_str(&format!("\n{}\n", line_start(&escaped(&contents.author))));
    }
    page
}

/// A part of the book: a heading with its signs, and paragraphs.
fn section(
    title: Option<(&str, &str)>,
    blocks: &[ProseBlock],
    contents: &PreparedBook<'_>,
) -> String {
    let mut out = String::new();
    if let Some((signs, title)) = title {
        out.push_str(&format!("{signs} {}\n", heading(title)));
    }
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            ProseBlock::Paragraph(spans) => out.push_str(&paragraph(spans)),
            ProseBlock::SceneBreak => out.push_str(&scene_break(&contents.scene_break)),
        }
        out.push('\n');
    }
    out
}

/// Ornaments of asterisks or hyphens are Markdown's own line between scenes; others are text.
fn scene_break(ornament: &str) -> String {
    let signs: String = ornament.split_whitespace().collect();
    let is_line =
        signs.len() >= 3 && (signs.chars().all(|c| c == '*') || signs.chars().all(|c| c == '-'));
    match signs.is_empty() {
        true => "* * *".to_owned(),
        false if is_line => ornament.to_owned(),
        false => line_start(&escaped(ornament)),
    }
}

/// A heading: at its end, number signs would be taken for a part of its form.
fn heading(title: &str) -> String {
    let title = escaped(title);
    match title.strip_suffix('#') {
        Some(rest) => format!("{rest}\\#"),
        None => title,
    }
}

fn paragraph(spans: &[ProseSpan]) -> String {
    let mut out = String::new();
    for (at, span) in spans.iter().enumerate() {
        let after = spans.get(at + 1).and_then(|next| next.text.chars().next());
        styled(span, after, &mut out);
    }
    let lines: Vec<String> = out.split('\n').map(line_start).collect();
    // A backslash at the end of a line keeps the break.
    lines.join("\\\n")
}

fn styled(span: &ProseSpan, after: Option<char>, out: &mut String) {
    let text = &span.text;
    let (html, signs) = match (span.emphasis, span.strong) {
        (false, false) => return out.push_str(&escaped(text)),
        (true, false) => ([["<em>", "</em>"], ["", ""]], "*"),
        (false, true) => ([["<strong>", "</strong>"], ["", ""]], "**"),
        (true, true) => ([["<strong>", "</strong>"], ["<em>", "</em>"]], "***"),
    };
    let inner = text.trim();
    let lead = &text[..text.len() - text.trim_start().len()];
    let trail = &text[lead.len() + inner.len()..];
    out.push_str(lead);
    if inner.is_empty() {
        return;
    }
    let before = out.chars().next_back();
    let after = trail.chars().next().or(after);
    // Asterisks between a letter and a punctuation mark are no emphasis in Markdown, and those of two neighbours
    // would run together: there, tags stand for them.
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !is_punctuation(c));
    let touches_sign = |c: Option<char>| matches!(c, Some('*' | '>'));
    let needs_tags = (is_word(before) && inner.starts_with(is_punctuation))
        || (is_word(after) && inner.ends_with(is_punctuation))
        || touches_sign(before)
        || after == Some('*');
    let escaped = escaped(inner);
    match needs_tags {
        true => {
            let [outer, inner] = html;
            out.push_str(&format!(
                "{}{}{escaped}{}{}",
                outer[0], inner[0], inner[1], outer[1]
            ));
        }
        false => out.push_str(&format!("{signs}{escaped}{signs}")),
    }
    out.push_str(trail);
}

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

/// Text without a meaning in Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' | '|' => out.extend(['\\', c]),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// A line that begins with nothing that Markdown reads as a heading, a list, a quotation or code.
fn line_start(line: &str) -> String {
    let line = line.trim_start();
    let figures = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if line.starts_with(['#', '+', '-', '=', ':']) {
        format!("\\{line}")
    } else if figures > 0 && line[figures..].starts_with(['.', ')']) {
        format!("{}\\{}", &line[..figures], &line[figures..])
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks;

    fn shown(text: &str) -> String {
        let shown = |block: &ProseBlock| match block {
            ProseBlock::Paragraph(spans) => paragraph(spans),
            ProseBlock::SceneBreak => scene_break("* * *"),
        };
        blocks(text).iter().map(shown).collect()
    }

    #[test]
    fn prose_stays_prose() {
        for (text, markdown) in [
            ("1986. A good year.", "1986\\. A good year."),
            ("# no heading", "\\# no heading"),
            ("- no list", "\\- no list"),
            ("> no quote", "\\> no quote"),
            (
                "[a](b) `c` a_b <d> &lt;",
                "\\[a\\](b) \\`c\\` a\\_b \\<d\\> &amp;lt;",
            ),
            ("one\ntwo", "one\\\ntwo"),
            ("It *is* **so**.", "It *is* **so**."),
            ("***all***", "***all***"),
            ("**「夜」**と", "<strong>「夜」</strong>と"),
            ("彼は**夜**と", "彼は**夜**と"),
            ("*a **b** c*", "*a* ***b*** *c*"),
            ("*a***b**", "*a*<strong>b</strong>"),
            ("2 * 3", "2 \\* 3"),
        ] {
            assert_eq!(shown(text), markdown, "{text}");
        }
        assert_eq!(heading("C#"), "C\\#");
        assert_eq!(scene_break("#"), "\\#");
        assert_eq!(scene_break("***"), "***");
        assert_eq!(scene_break(""), "* * *");
    }
}
