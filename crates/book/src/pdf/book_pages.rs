//! The parts of a book, one after the other: title page, what comes before the text, chapters, what comes after.

use super::drawing::{PageFrame, PdfWriter};
use super::line::{Alignment, SetLine};
use super::page_format::PageFormat;
use super::pages::{self, Row};
use super::setting::{Capitals, ParagraphLook, Typesetter};
use crate::contents::{ChapterContents, PreparedBook};
use crate::{ExportError, ProseBlock, Warning};
use exchange::export::TrimSize;

/// How many rows stay empty above the heading of a chapter.
const SINK: usize = 5;

/// The most lines of a heading that are printed.
const MOST_HEADING_LINES: usize = 10;

/// Sets and draws the parts of a book.
pub(crate) struct BookPages<'book> {
    contents: &'book PreparedBook<'book>,
    format: PageFormat,
    setter: Typesetter,
    drawing: PdfWriter,
    /// The running heads: the author on the left page, the title on the right one.
    author: Option<SetLine>,
    title: Option<SetLine>,
}

impl<'book> BookPages<'book> {
    pub(crate) fn new(contents: &'book PreparedBook<'book>, size: TrimSize) -> Self {
        let format = PageFormat::of(size);
        let mut setter = Typesetter::new(contents);
        let look = ParagraphLook {
            size: format.type_size * 0.86,
            capitals: Capitals::Small,
            ..centred(&format)
        };
        setter.missing.begin(contents.labels.title_page);
        let title = head(&mut setter, &contents.title, &look);
        let author = match contents.author.is_empty() {
            true => head(&mut setter, &contents.title, &look),
            false => head(&mut setter, &contents.author, &look),
        };
        Self {
            contents,
            format,
            drawing: PdfWriter::new(contents, format),
            setter,
            author,
            title,
        }
    }

    /// The pages before the first chapter.
    pub(crate) fn front(&mut self) -> Result<(), ExportError> {
        let contents = self.contents;
        let labels = contents.labels;
        if contents.title_page {
            self.setter.missing.begin(labels.title_page);
            self.drawing.mark(labels.title_page);
            let rows = self.title_rows();
            self.drawing.page(&rows, &PageFrame::default())?;
        }
        if !contents.copyright.is_empty() {
            self.setter.missing.begin(labels.copyright);
            self.drawing.mark(labels.copyright);
            let look = ParagraphLook {
                size: self.format.type_size * 0.82,
                alignment: Alignment::Ragged,
                ..centred(&self.format)
            };
            let mut rows = self.plain_rows(&contents.copyright, &look);
            // At the foot of its page.
            let free = self.format.rows().saturating_sub(rows.len());
            rows.splice(0..0, (0..free).map(|_| Row::empty()));
            self.unnumbered(rows)?;
        }
        if !contents.dedication.is_empty() {
            self.recto()?;
            self.setter.missing.begin(labels.dedication);
            self.drawing.mark(labels.dedication);
            let look = ParagraphLook {
                is_italic: true,
                ..centred(&self.format)
            };
            let mut rows: Vec<Row> = (0..self.format.rows() / 4).map(|_| Row::empty()).collect();
            rows.extend(self.plain_rows(&contents.dedication, &look));
            self.unnumbered(rows)?;
        }
        if !contents.front_matter.is_empty() {
            self.recto()?;
            self.setter.missing.begin(labels.front_matter);
            self.drawing.mark(labels.front_matter);
            let mut rows: Vec<Row> = (0..SINK).map(|_| Row::empty()).collect();
            rows.extend(self.text_rows(&contents.front_matter));
            self.unnumbered(rows)?;
        }
        if self.drawing.next_number() > 1 {
            self.recto()?;
        }
        self.drawing.end_front();
        Ok(())
    }

    /// A chapter, on a new page.
    pub(crate) fn chapter(&mut self, chapter: &ChapterContents) -> Result<(), ExportError> {
        self.setter.missing.begin(&chapter.heading);
        self.drawing.mark(&chapter.heading);
        let mut rows: Vec<Row> = (0..SINK).map(|_| Row::empty()).collect();
        let look = ParagraphLook {
            size: self.format.type_size * 1.5,
            ..centred(&self.format)
        };
        rows.extend(self.heading_rows(&chapter.heading, &look));
        rows.extend([Row::empty().kept(), Row::empty().kept()]);
        rows.extend(self.text_rows(&chapter.blocks));
        self.numbered(rows)
    }

    /// What comes after the last chapter.
    pub(crate) fn back(&mut self) -> Result<(), ExportError> {
        let contents = self.contents;
        if contents.back_matter.is_empty() {
            return Ok(());
        }
        self.setter.missing.begin(contents.labels.back_matter);
        self.drawing.mark(contents.labels.back_matter);
        let mut rows: Vec<Row> = (0..SINK).map(|_| Row::empty()).collect();
        rows.extend(self.text_rows(&contents.back_matter));
        self.numbered(rows)
    }

    /// The file, and what is missing from it.
    pub(crate) fn finish(self) -> Result<(Vec<u8>, Vec<Warning>), ExportError> {
        let missing = self.setter.missing.warnings();
        Ok((self.drawing.finish()?, missing))
    }

    fn title_rows(&mut self) -> Vec<Row> {
        let contents = self.contents;
        let mut rows: Vec<Row> = (0..self.format.rows() / 4).map(|_| Row::empty()).collect();
        let title = ParagraphLook {
            size: self.format.type_size * 2.2,
            ..centred(&self.format)
        };
        for line in self.setter.plain(&contents.title, &title) {
            rows.push(Row::of(line));
            rows.push(Row::empty());
        }
        rows.push(Row::empty());
        if !contents.author.is_empty() {
            let author = ParagraphLook {
                size: self.format.type_size * 1.2,
                capitals: Capitals::Small,
                ..centred(&self.format)
            };
            rows.extend(self.heading_rows(&contents.author, &author));
        }
        rows.truncate(self.format.rows());
        rows
    }

    /// A heading: one and a half rows from line to line.
    fn heading_rows(&mut self, text: &str, look: &ParagraphLook) -> Vec<Row> {
        let mut rows = Vec::new();
        let lines = self.setter.plain(text, look);
        for (at, line) in lines.into_iter().take(MOST_HEADING_LINES).enumerate() {
            let mut row = Row::of(line).kept();
            if at % 2 == 1 {
                rows.push(Row::empty().kept());
                row.rise = 0.5;
            }
            rows.push(row);
        }
        rows
    }

    /// Paragraphs of one look, half a line or more apart.
    fn plain_rows(&mut self, blocks: &[ProseBlock], look: &ParagraphLook) -> Vec<Row> {
        let mut rows = Vec::new();
        for block in blocks {
            match block {
                ProseBlock::SceneBreak => rows.push(Row::empty()),
                ProseBlock::Paragraph(spans) => {
                    self.setter.missing.next_paragraph();
                    rows.extend(pages::paragraph(self.setter.paragraph(spans, look)));
                }
            }
        }
        rows
    }

    /// The text of a chapter.
    fn text_rows(&mut self, blocks: &[ProseBlock]) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut is_first = true;
        for block in blocks {
            match block {
                ProseBlock::SceneBreak => {
                    rows.extend(self.break_rows());
                    is_first = true;
                }
                ProseBlock::Paragraph(spans) => {
                    self.setter.missing.next_paragraph();
                    let indent = match is_first {
                        true => 0.0,
                        false => self.format.type_size * 1.3,
                    };
                    let look = ParagraphLook {
                        indent,
                        alignment: Alignment::Justified,
                        is_hyphenated: true,
                        ..centred(&self.format)
                    };
                    rows.extend(pages::paragraph(self.setter.paragraph(spans, &look)));
                    is_first = false;
                }
            }
        }
        rows
    }

    /// The space between two scenes, on one page with the line after it.
    fn break_rows(&mut self) -> Vec<Row> {
        let look = centred(&self.format);
        let sign = match self.contents.scene_break.is_empty() {
            true => Vec::new(),
            false => self.setter.plain(&self.contents.scene_break, &look),
        };
        let Some(sign) = sign.into_iter().next() else {
            return vec![Row::empty().kept()];
        };
        vec![
            Row::empty().kept(),
            Row::of(sign).kept(),
            Row::empty().kept(),
        ]
    }

    /// An empty page, if the next part would not begin on the right one.
    fn recto(&mut self) -> Result<(), ExportError> {
        match self.drawing.is_recto() {
            true => Ok(()),
            false => self.drawing.page(&[], &PageFrame::default()),
        }
    }

    fn unnumbered(&mut self, rows: Vec<Row>) -> Result<(), ExportError> {
        for page in pages::divided(rows, self.format.rows()) {
            self.drawing.page(&page, &PageFrame::default())?;
        }
        Ok(())
    }

    /// Pages with numbers, and with running heads on all but the first.
    fn numbered(&mut self, rows: Vec<Row>) -> Result<(), ExportError> {
        for (at, page) in pages::divided(rows, self.format.rows()).iter().enumerate() {
            let number = self.drawing.next_number().to_string();
            let look = ParagraphLook {
                size: self.format.type_size * 0.9,
                ..centred(&self.format)
            };
            let foot = self.setter.plain(&number, &look).into_iter().next();
            let head = match self.drawing.is_recto() {
                _ if at == 0 => None,
                true => self.title.as_ref(),
                false => self.author.as_ref(),
            };
            let frame = PageFrame {
                head,
                foot: foot.as_ref(),
            };
            self.drawing.page(page, &frame)?;
        }
        Ok(())
    }
}

/// A line in the middle, in the size of the text.
fn centred(format: &PageFormat) -> ParagraphLook {
    ParagraphLook {
        size: format.type_size,
        width: format.text_width(),
        indent: 0.0,
        alignment: Alignment::Centred,
        is_hyphenated: false,
        is_italic: false,
        capitals: Capitals::No,
    }
}

/// A running head: what of a text fits into one line.
fn head(setter: &mut Typesetter, text: &str, look: &ParagraphLook) -> Option<SetLine> {
    let mut lines = setter.plain(text, look);
    let mut words: Vec<&str> = text.split(' ').collect();
    while lines.len() > 1 && words.len() > 1 {
        words.pop();
        lines = setter.plain(&format!("{}…", words.join(" ")), look);
    }
    lines.into_iter().next()
}
