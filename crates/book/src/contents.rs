//! What every format prints: the chosen chapters, read and in order, with the words that stand around them.

use crate::labels::BookLabels;
use crate::{Book, BookChapter, ExportError, ProseBlock, ProseSpan, Warning, blocks, typography};
use domain::{language, text};
use exchange::export::{ExportOptions, UnfinishedChapters};

/// A book, ready to be printed.
pub(crate) struct PreparedBook<'book> {
    /// Where it comes from.
    pub(crate) book: &'book Book,
    /// Its title, never empty.
    pub(crate) title: String,
    /// Its author; may be empty.
    pub(crate) author: String,
    /// The BCP 47 tag of its language, where that is known.
    pub(crate) language: Option<String>,
    /// Whether its script runs from right to left.
    pub(crate) is_right_to_left: bool,
    /// The words that an export adds.
    pub(crate) labels: &'static BookLabels,
    /// Whether a title page is wanted.
    pub(crate) title_page: bool,
    /// What is printed between scenes.
    pub(crate) scene_break: String,
    /// To whom it is dedicated.
    pub(crate) dedication: Vec<ProseBlock>,
    /// The copyright notice.
    pub(crate) copyright: Vec<ProseBlock>,
    /// What stands before the first chapter.
    pub(crate) front_matter: Vec<ProseBlock>,
    /// What stands after the last chapter.
    pub(crate) back_matter: Vec<ProseBlock>,
    /// The lines of the author's name and address.
    pub(crate) contact: Vec<String>,
    /// The chosen chapters.
    pub(crate) chapters: Vec<ChapterContents>,
    /// What the author should know.
    pub(crate) warnings: Vec<Warning>,
}

/// A chapter, ready to be printed.
pub(crate) struct ChapterContents {
    /// Its number in the book.
    pub(crate) number: u32,
    /// Its title, or “Chapter 3”; never empty.
    pub(crate) heading: String,
    /// Its text.
    pub(crate) blocks: Vec<ProseBlock>,
}

impl<'book> PreparedBook<'book> {
    /// Reads a book for an export.
    pub(crate) fn of(book: &'book Book, options: &ExportOptions) -> Result<Self, ExportError> {
        let language = language::bcp47(&book.language);
        let tag = language.as_deref().unwrap_or_default();
        let labels = BookLabels::of(tag);
        let read = |text: &str| {
            let mut blocks = blocks(text);
            if options.smart_typography {
                typography::smart(&mut blocks, tag);
            }
            blocks
        };
        let line = |text: &str| {
            let line = text::line(text);
            match options.smart_typography {
                true => typography::smart_line(&line, tag),
                false => line,
            }
        };
        let mut warnings = Vec::new();
        let chapters = chosen(book, options, &mut warnings)?;
        let chapters = chapters.into_iter().map(|chapter| {
            let title = line(&chapter.title);
            let mut blocks = read(&chapter.text);
            if chapter.unfinished && options.unfinished == UnfinishedChapters::Mark {
                blocks.push(mark(labels));
            }
            ChapterContents {
                number: chapter.number,
                heading: match title.is_empty() {
                    true => labels.chapter(chapter.number),
                    false => title,
                },
                blocks,
            }
        });
        let chapters = chapters.collect();
        let title = line(&book.title);
        Ok(Self {
            book,
            title: match title.is_empty() {
                true => labels.untitled.to_owned(),
                false => title,
            },
            author: text::line(&book.author),
            is_right_to_left: runs_from_right(tag),
            labels,
            title_page: options.title_page,
            scene_break: text::line(&options.scene_break),
            dedication: read(&book.dedication),
            copyright: read(&book.copyright),
            front_matter: read(&book.front_matter),
            back_matter: read(&book.back_matter),
            contact: lines(&book.contact),
            chapters,
            warnings,
            language,
        })
    }

    /// `rtl` or `ltr`.
    pub(crate) fn direction(&self) -> &'static str {
        match self.is_right_to_left {
            true => "rtl",
            false => "ltr",
        }
    }

    /// Every text that is printed, part by part.
    #[cfg(feature = "pdf")]
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        let chapters = self.chapters.iter();
        let headings = chapters.clone().map(|chapter| chapter.heading.as_str());
        let lines = [
            self.title.as_str(),
            self.author.as_str(),
            self.scene_break.as_str(),
        ];
        let around = [
            &self.copyright,
            &self.dedication,
            &self.front_matter,
            &self.back_matter,
        ];
        let blocks = chapters
            .map(|chapter| &chapter.blocks)
            .chain(around)
            .flatten();
        let lines = lines.into_iter().chain(headings).map(str::to_owned);
        lines.chain(blocks.map(ProseBlock::plain))
    }

    /// All words of the chosen chapters.
    pub(crate) fn words(&self) -> u64 {
        let blocks = self.chapters.iter().flat_map(|chapter| &chapter.blocks);
        blocks.map(|block| text::count_words(&block.plain())).sum()
    }
}

/// The chapters that are exported, with what is to be said about them.
fn chosen<'book>(
    book: &'book Book,
    options: &ExportOptions,
    warnings: &mut Vec<Warning>,
) -> Result<Vec<&'book BookChapter>, ExportError> {
    let numbers = book.chapters.iter().map(|chapter| chapter.number);
    let Some(last) = numbers.max() else {
        return Err(ExportError::NoChapters);
    };
    if let Some(chapter) = options.chapters.beyond(last) {
        return Err(ExportError::OutsideBook { chapter, last });
    }
    let mut chosen = Vec::new();
    let mut left_out = 0;
    for chapter in &book.chapters {
        let number = chapter.number;
        if !options.chapters.contains(number) {
            continue;
        }
        let is_empty =
            !chapter.text.contains(char::is_alphanumeric) && blocks(&chapter.text).is_empty();
        if options.unfinished == UnfinishedChapters::LeaveOut && (is_empty || chapter.unfinished) {
            warnings.push(Warning::LeftOut { number });
            left_out += 1;
            continue;
        }
        if is_empty {
            warnings.push(Warning::EmptyChapter { number });
        } else if chapter.unfinished {
            warnings.push(Warning::Unfinished { number });
        }
        chosen.push(chapter);
    }
    match chosen.is_empty() {
        true if left_out > 0 => Err(ExportError::AllLeftOut),
        true => Err(ExportError::NoChapters),
        false => Ok(chosen),
    }
}

/// The line that says that a chapter stops before its end.
fn mark(labels: &BookLabels) -> ProseBlock {
    ProseBlock::Paragraph(vec![ProseSpan {
        text: format!("[{}]", labels.unfinished),
        emphasis: true,
        strong: false,
    }])
}

/// The lines of a text, without empty ones.
fn lines(text: &str) -> Vec<String> {
    let text = text::field(text);
    let lines = text.lines().map(text::line);
    lines.filter(|line| !line.is_empty()).collect()
}

/// Whether a language is written from right to left: by its script where the tag names one.
fn runs_from_right(tag: &str) -> bool {
    let mut parts = tag.split('-').map(str::to_ascii_lowercase);
    let primary = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.chars().all(char::is_alphabetic));
    match script.as_deref() {
        Some(script) => matches!(
            script,
            "arab" | "hebr" | "syrc" | "thaa" | "nkoo" | "adlm" | "rohg" | "aran"
        ),
        None => matches!(
            primary.as_str(),
            "ar" | "arz"
                | "ary"
                | "apc"
                | "he"
                | "iw"
                | "yi"
                | "fa"
                | "prs"
                | "ur"
                | "ps"
                | "sd"
                | "ug"
                | "ckb"
                | "dv"
                | "syr"
                | "nqo"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_has_its_direction() {
        for tag in ["ar", "ar-EG", "he", "fa-IR", "ur", "az-Arab", "yi"] {
            assert!(runs_from_right(tag), "{tag}");
        }
        for tag in ["", "en", "ur-Latn", "az", "ja", "de-1996"] {
            assert!(!runs_from_right(tag), "{tag}");
        }
    }
}
