//! Prose as HTML that is also well-formed XML: web page and EPUB are made of it.

use crate::{ProseBlock, ProseSpan};

/// Adds text; what has a meaning in XML is escaped, and what XML forbids is left out.
pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_allowed(c) => out.push(c),
            _ => {}
        }
    }
}

/// The same as a text of its own.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// Whether XML 1.0 allows a character, and HTML does not discourage it.
pub(crate) const fn is_allowed(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => false,
        c => c as u32 & 0xfffe != 0xfffe,
    }
}

/// Paragraphs and scene breaks. A paragraph that begins a scene has the class `first`.
pub(crate) fn blocks(blocks: &[ProseBlock], scene_break: &str, out: &mut String) {
    let mut is_first = true;
    for block in blocks {
        match block {
            ProseBlock::Paragraph(spans) => {
                out.push_str(if is_first {
                    "<p class=\"first\">"
                } else {
                    "<p>"
                });
                paragraph(spans, out);
                out.push_str("</p>\n");
                is_first = false;
            }
            ProseBlock::SceneBreak => {
                if scene_break.is_empty() {
                    out.push_str("<hr class=\"gap\"/>\n");
                } else {
                    out.push_str("<p class=\"break\">");
                    escape(scene_break, out);
                    out.push_str("</p>\n");
                }
                is_first = true;
            }
        }
    }
}

/// The spans of a paragraph.
pub(crate) fn paragraph(spans: &[ProseSpan], out: &mut String) {
    for span in spans {
        if span.strong {
            out.push_str("<strong>");
        }
        if span.emphasis {
            out.push_str("<em>");
        }
        for (at, line) in span.text.split('\n').enumerate() {
            if at > 0 {
                out.push_str("<br/>\n");
            }
            escape(line, out);
        }
        if span.emphasis {
            out.push_str("</em>");
        }
        if span.strong {
            out.push_str("</strong>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        let read = crate::blocks("<b>&amp;</b> \"*it's*\"\nso\u{1}\n\n***\n\n**x**");
        let mut out = String::new();
        blocks(&read, "<*>", &mut out);
        assert_eq!(
            out,
            "<p class=\"first\">&lt;b&gt;&amp;amp;&lt;/b&gt; &quot;<em>it&#39;s</em>&quot;<br/>\nso</p>\n\
             <p class=\"break\">&lt;*&gt;</p>\n<p class=\"first\"><strong>x</strong></p>\n"
        );
        assert_eq!(escaped("a\u{0}b\u{b}c\u{fffe}d\u{1fffe}e\u{85}f"), "abcdef");
    }
}
