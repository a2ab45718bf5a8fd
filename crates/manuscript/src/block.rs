//! A text on its way to chapters: what every reader makes of its file.

use crate::heading;
use crate::losses::{ImportLosses, tail};
use exchange::import::PlaceUnit;

/// All that was read out of one file, before it is divided into chapters.
#[derive(Debug, Default)]
pub(crate) struct ManuscriptContent {
    /// The title, if the file tells one.
    pub title: String,
    /// The author, if the file tells one.
    pub author: String,
    /// The tag of the language, if the file tells one.
    pub language: Option<String>,
    /// Headings, paragraphs and breaks, in order.
    pub blocks: Vec<TextBlock>,
    /// What was left out.
    pub losses: ImportLosses,
    /// The encoding, if it is a text file.
    pub encoding: Option<&'static str>,
    /// Whether the encoding is beyond doubt.
    pub encoding_is_sure: bool,
}

impl ManuscriptContent {
    /// Nothing yet, of a file whose places are counted like this.
    pub(crate) fn by(unit: PlaceUnit) -> Self {
        Self {
            losses: ImportLosses::by(unit),
            encoding_is_sure: true,
            ..Self::default()
        }
    }

    /// Adds a block unless it is empty text.
    pub(crate) fn push(&mut self, kind: BlockKind, text: &str, number: usize) {
        let text = text.trim();
        let is_break = matches!(kind, BlockKind::SceneBreak | BlockKind::PageBreak);
        if is_break || !text.is_empty() {
            self.blocks.push(TextBlock {
                kind,
                text: text.to_owned(),
                number,
            });
        }
    }

    /// Adds a paragraph, or the scene break that it stands for.
    pub(crate) fn paragraph(&mut self, text: &str, number: usize) {
        let kind = match () {
            () if is_scene_break(text) => return self.push(BlockKind::SceneBreak, "", number),
            () if is_bold_line(text) => BlockKind::SetApart,
            () => BlockKind::Paragraph,
        };
        self.push(kind, text, number);
    }

    /// The end of the last block that has text.
    pub(crate) fn last_words(&self) -> String {
        let mut texts = self
            .blocks
            .iter()
            .rev()
            .take(3)
            .map(|block| block.text.as_str());
        let last = texts.find(|text| !text.is_empty());
        tail(last.unwrap_or_default()).to_owned()
    }
}

/// A heading, a paragraph or a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, with emphasis; empty for breaks.
    pub text: String,
    /// Where it was: a line or a paragraph.
    pub number: usize,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// The title of the book, marked as such.
    BookTitle,
    /// A heading that the file marks as one; level 1 is the highest.
    Heading(u8),
    /// Text.
    Paragraph,
    /// A short line that is bold, or that more blank lines than usual set apart: a heading, if nothing else is one.
    SetApart,
    /// Between two scenes.
    SceneBreak,
    /// A new page begins.
    PageBreak,
}

/// Whether a paragraph is one short line, all of it bold.
fn is_bold_line(text: &str) -> bool {
    let inner = text
        .trim()
        .strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"));
    inner.is_some_and(|inner| !inner.contains('*') && heading::is_title(inner))
}

/// Whether a line only divides scenes: `***`, `* * *`, `#`, `---`, `⁂` and the like.
pub(crate) fn is_scene_break(line: &str) -> bool {
    // Longer ones are drawings.
    let line = line.trim();
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = marks.next() else {
        return false;
    };
    let is_mark = |c: char| {
        matches!(
            c,
            '*' | '#'
                | '-'
                | '–'
                | '—'
                | '─'
                | '_'
                | '~'
                | '='
                | '•'
                | '·'
                | '⁂'
                | '◇'
                | '◆'
                | '○'
                | '●'
                | '＊'
                | '※'
                | '☆'
                | '★'
                | '■'
                | '□'
                | '❦'
                | '❧'
                | '+'
                | '§'
        )
    };
    // A dash alone may be what somebody says.
    let alone = matches!(
        first,
        '*' | '#' | '⁂' | '◇' | '◆' | '＊' | '※' | '☆' | '★' | '❦' | '❧' | '§' | '•'
    );
    let rest = marks.clone().count();
    is_mark(first) && line.len() <= 200 && marks.all(is_mark) && (alone || rest >= 1)
}
