//! Collects what could not be taken over.

use crate::limits::{MOST_LOSS_TEXT, MOST_LOSSES};
use exchange::import::{ImportLoss, ImportLossKind, Place, PlaceUnit};

/// How much of the text before a loss is told, in characters.
const AFTER: usize = 60;

/// What could not be taken over so far.
#[derive(Debug, Default)]
pub(crate) struct ImportLosses {
    /// What is read now: a file of an archive, or empty.
    pub file: String,
    unit: PlaceUnit,
    list: Vec<ImportLoss>,
    more: usize,
}

impl ImportLosses {
    /// An empty list of places that are counted like this.
    pub(crate) fn by(unit: PlaceUnit) -> Self {
        Self {
            unit,
            ..Self::default()
        }
    }

    /// Adds one whose text, if it has any, is in a chapter.
    pub(crate) fn add(&mut self, kind: ImportLossKind, number: usize, after: &str) {
        self.add_text(kind, number, after, String::new());
    }

    /// Adds one with a text that is in no chapter.
    pub(crate) fn add_text(
        &mut self,
        kind: ImportLossKind,
        number: usize,
        after: &str,
        text: String,
    ) {
        if self.list.len() >= MOST_LOSSES {
            self.more += 1;
            return;
        }
        let place = Place {
            file: self.file.clone(),
            unit: self.unit,
            number,
            after: last_words(after),
        };
        let text = cut(text.trim(), MOST_LOSS_TEXT).to_owned();
        self.list.push(ImportLoss { kind, place, text });
    }

    /// Adds one unless the last one is of the same kind: a list has many items.
    pub(crate) fn add_once(&mut self, kind: ImportLossKind, number: usize, after: &str) {
        if self.list.last().is_none_or(|last| last.kind != kind) {
            self.add(kind, number, after);
        }
    }

    /// Adds those of another file.
    pub(crate) fn extend(&mut self, other: Self) {
        self.more += other.more;
        for loss in other.list {
            match self.list.len() < MOST_LOSSES {
                true => self.list.push(loss),
                false => self.more += 1,
            }
        }
    }

    /// The same losses, of the file with this name.
    pub(crate) fn named(mut self, file: &str) -> Self {
        for loss in &mut self.list {
            file.clone_into(&mut loss.place.file);
        }
        self
    }

    /// Keeps those of one kind alone.
    pub(crate) fn keep(&mut self, kind: ImportLossKind) {
        self.list.retain(|loss| loss.kind == kind);
    }

    /// Whether there is none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The list, and how many are not in it.
    pub(crate) fn into_parts(self) -> (Vec<ImportLoss>, usize) {
        (self.list, self.more)
    }

    /// A list of what a manuscript lists already.
    pub(crate) fn of(list: Vec<ImportLoss>, more: usize) -> Self {
        Self {
            list,
            more,
            ..Self::default()
        }
    }
}

/// The end of a text that is long enough to tell its last words: a paragraph may have a million.
pub(crate) fn tail(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(8 * AFTER))..]
}

/// The last words of a text, at most sixty characters.
fn last_words(text: &str) -> String {
    let text = tail(text).trim_end();
    let line = text.rsplit('\n').next().unwrap_or(text);
    let from = line.char_indices().rev().nth(AFTER).map(|(at, _)| at);
    let Some(from) = from else {
        return line.trim().to_owned();
    };
    let tail = &line[from..];
    let whole = tail.find(char::is_whitespace).map(|at| &tail[at..]);
    let words = whole.map(str::trim).filter(|words| !words.is_empty());
    words.unwrap_or(tail).to_owned()
}

/// The first bytes of a text, up to a whole character.
pub(crate) fn cut(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
