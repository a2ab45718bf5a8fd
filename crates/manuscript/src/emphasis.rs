//! Runs of text, each emphasised or not, written as the studio's plain prose.

/// How a run of text is set apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    /// In italics.
    pub italic: bool,
    /// In bold.
    pub bold: bool,
}

impl Style {
    const fn mark(self) -> &'static str {
        match (self.italic, self.bold) {
            (false, false) => "",
            (true, false) => "*",
            (false, true) => "**",
            (true, true) => "***",
        }
    }

    const fn is_plain(self) -> bool {
        !self.italic && !self.bold
    }
}

/// The text of a paragraph, run by run.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    runs: Vec<(Style, String)>,
    has_text: bool,
}

impl Runs {
    /// Adds text in this style.
    pub(crate) fn push(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        // White space has no style of its own.
        let is_blank = text.chars().all(char::is_whitespace);
        self.has_text |= !is_blank;
        match self.runs.last_mut() {
            Some((last, run)) if *last == style || is_blank => run.push_str(text),
            _ => self.runs.push((style, text.to_owned())),
        }
    }

    /// Whether nothing but white space is there.
    pub(crate) const fn is_blank(&self) -> bool {
        !self.has_text
    }

    /// The last run's text: where a reader is.
    pub(crate) fn last_text(&self) -> &str {
        self.runs.last().map_or("", |(_, run)| run)
    }

    /// Whether the text ends in white space, or there is none.
    pub(crate) fn ends_blank(&self) -> bool {
        let last = self
            .runs
            .last()
            .and_then(|(_, run)| run.chars().next_back());
        last.is_none_or(char::is_whitespace)
    }

    /// The text without any marks: for headings.
    pub(crate) fn take_plain(&mut self) -> String {
        self.has_text = false;
        self.runs.drain(..).map(|(_, run)| run).collect()
    }

    /// The text with its marks. They stand at words, not at white space, and not where an asterisk of the text itself
    /// would be taken for one of them.
    pub(crate) fn take_marked(&mut self) -> String {
        let mut out = String::new();
        self.has_text = false;
        let runs: Vec<(Style, String)> = self.runs.drain(..).collect();
        for (at, (style, run)) in runs.iter().enumerate() {
            let core = run.trim();
            let next = runs.get(at + 1);
            let touches = |text: &str, ends: bool| match ends {
                true => text.ends_with('*'),
                false => text.starts_with('*'),
            };
            // A mark of the run before is no asterisk of the text.
            let before_is_plain = at == 0 || runs[at - 1].0.is_plain();
            let is_amid_stars = core.contains('*')
                || (before_is_plain && touches(&out, true) && run.starts_with(core))
                || next.is_some_and(|(style, text)| style.is_plain() && touches(text, false));
            if style.is_plain() || core.is_empty() || is_amid_stars {
                out.push_str(run);
                continue;
            }
            let lead = run.len() - run.trim_start().len();
            out.push_str(&run[..lead]);
            out.push_str(style.mark());
            out.push_str(core);
            out.push_str(style.mark());
            out.push_str(&run[lead + core.len()..]);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::emphasis;
    use proptest::{collection::vec, prelude::*};

    const ITALIC: Style = Style {
        italic: true,
        bold: false,
    };
    const BOLD: Style = Style {
        italic: false,
        bold: true,
    };
    const PLAIN: Style = Style {
        italic: false,
        bold: false,
    };

    fn written(runs: &[(Style, &str)]) -> String {
        let mut all = Runs::default();
        for (style, text) in runs {
            all.push(*style, text);
        }
        all.take_marked()
    }

    #[test]
    fn marks_stand_at_words() {
        let both = Style {
            italic: true,
            bold: true,
        };
        for (runs, text) in [
            (
                vec![(PLAIN, "It was "), (ITALIC, "so "), (PLAIN, "far.")],
                "It was *so* far.",
            ),
            (
                vec![(ITALIC, "one"), (PLAIN, " "), (ITALIC, "two")],
                "*one two*",
            ),
            (vec![(ITALIC, "un"), (PLAIN, "even")], "*un*even"),
            (
                vec![(ITALIC, "a"), (BOLD, "b"), (both, "c")],
                "*a***b*****c***",
            ),
            (vec![(ITALIC, " "), (PLAIN, "x")], " x"),
            (vec![(ITALIC, "2 * 3")], "2 * 3"),
            (vec![(PLAIN, "*"), (ITALIC, "so")], "*so"),
        ] {
            assert_eq!(written(&runs), text);
        }
    }

    proptest! {
        #[test]
        fn the_studio_reads_the_same_emphasis(runs in vec((0..4_u8, "[a-z ,.é\n]{1,6}"), 0..12)) {
            let mut all = Runs::default();
            let (mut plain, mut set_apart) = (String::new(), String::new());
            for (style, text) in &runs {
                let style = Style { italic: style & 1 == 1, bold: style & 2 == 2 };
                all.push(style, text);
                plain.push_str(text);
                if !style.is_plain() {
                    set_apart.extend(text.split_whitespace());
                }
            }
            let written = all.take_marked();
            let pieces = emphasis(&written);
            let read: String = pieces.iter().map(|piece| piece.text).collect();
            prop_assert_eq!(read, plain);
            let mut read = String::new();
            for piece in pieces.iter().filter(|it| it.emphasis || it.strong) {
                read.extend(piece.text.split_whitespace());
            }
            prop_assert_eq!(read, set_apart);
        }
    }
}
