//! The prose of a chapter as blocks: paragraphs with emphasis, and scene breaks. All formats read it through here.
//!
//! It is not Markdown: a figure with a dot, a quotation mark or a bracket begins nothing. Only emphasis and the
//! lines between scenes are signs.

use domain::text::{emphasis, normalized};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseBlock {
    /// A paragraph. A line break within it is a `\n` in a span.
    Paragraph(Vec<ProseSpan>),
    /// A place between two scenes.
    SceneBreak,
}

/// A run of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProseSpan {
    /// The text.
    pub text: String,
    /// Whether it is emphasised, `*so*` or `_so_`.
    pub emphasis: bool,
    /// Whether it is strong, `**so**`.
    pub strong: bool,
}

impl ProseBlock {
    /// The text of a paragraph without its styles; nothing for a scene break.
    pub fn plain(&self) -> String {
        match self {
            Self::Paragraph(spans) => spans.iter().map(|span| span.text.as_str()).collect(),
            Self::SceneBreak => String::new(),
        }
    }
}

/// Reads a text. Scene breaks stand between paragraphs only: never first, last, or twice in a row.
pub fn blocks(text: &str) -> Vec<ProseBlock> {
    let text = normalized(text);
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut breaks = false;
    for line in text.split('\n').chain([""]) {
        let line = line.trim();
        let is_break = is_scene_break(line);
        if !line.is_empty() && !is_break {
            lines.push(line);
            continue;
        }
        if !lines.is_empty() {
            if breaks && !blocks.is_empty() {
                blocks.push(ProseBlock::SceneBreak);
            }
            breaks = false;
            let paragraph = lines.join("\n").replace('\t', " ");
            blocks.push(ProseBlock::Paragraph(spans(&paragraph)));
            lines.clear();
        }
        breaks |= is_break;
    }
    blocks
}

/// A paragraph in its styles; neighbours of one style are one span.
fn spans(paragraph: &str) -> Vec<ProseSpan> {
    let mut spans: Vec<ProseSpan> = Vec::new();
    for span in emphasis(paragraph) {
        match spans.last_mut() {
            Some(last) if last.emphasis == span.emphasis && last.strong == span.strong => {
                last.text.push_str(span.text);
            }
            _ => spans.push(ProseSpan {
                text: span.text.to_owned(),
                emphasis: span.emphasis,
                strong: span.strong,
            }),
        }
    }
    spans
}

/// Whether a line does nothing but divide scenes: ornaments, or at least three lines drawn with other signs.
fn is_scene_break(line: &str) -> bool {
    let is_ornament = |c: char| {
        matches!(
            c,
            '*' | '#'
                | '-'
                | '—'
                | '·'
                | '•'
                | '⁂'
                | '⁎'
                | '＊'
                | '＃'
                | '◆'
                | '◇'
                | '※'
                | '★'
                | '☆'
                | '✦'
                | '❦'
                | '❧'
                | '○'
                | '●'
                | '□'
                | '■'
                | '\u{fe0f}'
        )
    };
    let signs = || line.chars().filter(|c| !c.is_whitespace());
    let is_drawn = || signs().count() >= 3 && signs().all(|c| matches!(c, '~' | '_' | '=' | '–'));
    signs().next().is_some() && (signs().all(is_ornament) || is_drawn())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<String> {
        let shown = |block: &ProseBlock| match block {
            ProseBlock::SceneBreak => "BREAK".to_owned(),
            ProseBlock::Paragraph(_) => block.plain(),
        };
        blocks(text).iter().map(shown).collect()
    }

    #[test]
    fn paragraphs_are_divided_by_blank_lines() {
        assert_eq!(
            shown("One.\r\n\r\n  Two\nof two.\n\n\n\nThree.\n"),
            ["One.", "Two\nof two.", "Three."]
        );
        assert!(blocks("").is_empty() && blocks(" \n\n\t\n").is_empty());
    }

    #[test]
    fn nothing_of_markdown_but_emphasis_is_read() {
        for text in [
            "1986. A good year.",
            "# is not a heading",
            "> quoted",
            "- said nobody",
            "    four spaces",
            "[a](b) <i>c</i> `d` &amp; \\*",
            "+ one",
            "---x",
            "… … …",
        ] {
            assert_eq!(shown(text), [text.trim()], "{text}");
        }
    }

    #[test]
    fn lines_of_ornaments_divide_scenes() {
        for line in [
            "***",
            "* * *",
            "*",
            "---",
            "- - -",
            "#",
            "###",
            "⁂",
            "~~~",
            "___",
            "◇◇◇",
            "• • •",
            "  ***  ",
            "—",
        ] {
            assert_eq!(
                shown(&format!("One.\n\n{line}\n\nTwo.")),
                ["One.", "BREAK", "Two."],
                "{line}"
            );
            assert_eq!(
                shown(&format!("One.\n{line}\nTwo.")),
                ["One.", "BREAK", "Two."],
                "{line}"
            );
        }
        assert_eq!(shown("……"), ["……"]);
        assert_eq!(shown("~"), ["~"]);
    }

    #[test]
    fn breaks_stand_between_paragraphs_only() {
        assert_eq!(
            shown("***\n\nOne.\n\n***\n\n#\n\nTwo.\n\n---"),
            ["One.", "BREAK", "Two."]
        );
        assert!(blocks("***\n\n***").is_empty());
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "[a-z夜*_#\\- \n.\u{0}\u{7}]{0,80}") {
            let letters = |text: &str| -> String {
                text.chars().filter(|c| c.is_alphabetic()).collect()
            };
            let read: String = blocks(&text).iter().map(ProseBlock::plain).collect();
            prop_assert_eq!(letters(&read), letters(&text));
            prop_assert!(!read.contains(|c: char| c.is_control() && c != '\n'));
        }
    }
}
