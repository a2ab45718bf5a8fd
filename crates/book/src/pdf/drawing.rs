//! Pages as PDF: margins, running heads, numbers and glyphs.

use super::line::SetLine;
use super::page_format::PageFormat;
use super::pages::Row;
use crate::ExportError;
use crate::contents::PreparedBook;
use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata, PageLayout, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::surface::Surface;
use std::num::NonZeroU32;
use time::OffsetDateTime;

/// What stands around the text of a page.
#[derive(Default)]
pub(crate) struct PageFrame<'line> {
    /// The running head.
    pub(crate) head: Option<&'line SetLine>,
    /// The number.
    pub(crate) foot: Option<&'line SetLine>,
}

/// A PDF while pages are added.
pub(crate) struct PdfWriter {
    document: Document,
    /// The entries of the outline, and the places of their pages.
    marks: Vec<(String, usize)>,
    format: PageFormat,
    /// How many pages there are.
    count: usize,
    /// How many of them come before the first chapter.
    front: Option<usize>,
    is_right_to_left: bool,
}

impl PdfWriter {
    pub(crate) fn new(contents: &PreparedBook<'_>, format: PageFormat) -> Self {
        let mut document = Document::new();
        document.set_metadata(metadata(contents));
        Self {
            document,
            marks: Vec::new(),
            format,
            count: 0,
            front: None,
            is_right_to_left: contents.is_right_to_left,
        }
    }

    /// The number that the next page has.
    pub(crate) fn next_number(&self) -> usize {
        self.count - self.front.unwrap_or(0) + 1
    }

    /// Whether the next page is the one on which parts of a book begin: the right one, where text runs to the right.
    pub(crate) const fn is_recto(&self) -> bool {
        self.count.is_multiple_of(2)
    }

    /// From here on, pages are numbered from 1.
    pub(crate) const fn end_front(&mut self) {
        if self.front.is_none() {
            self.front = Some(self.count);
        }
    }

    /// Adds an entry to the outline that leads to the next page.
    pub(crate) fn mark(&mut self, title: &str) {
        self.marks.push((title.to_owned(), self.count));
    }

    /// Draws a page.
    pub(crate) fn page(&mut self, rows: &[Row], frame: &PageFrame<'_>) -> Result<(), ExportError> {
        let format = self.format;
        let settings = PageSettings::from_wh(format.width, format.height)
            .ok_or_else(|| ExportError::failed("PDF")(&"the page has no size"))?
            .with_page_label(self.label());
        // The inner margin is on the left of a right page.
        let left = match self.is_recto() != self.is_right_to_left {
            true => format.inner,
            false => format.outer,
        };
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        if let Some(head) = frame.head {
            let y = format.top - format.leading * 1.3;
            draw(&mut surface, head, Point::from_xy(left, y));
        }
        let mut y = format.top + format.leading * 0.75;
        for row in rows {
            if let Some(line) = &row.line {
                let y = y - row.rise * format.leading;
                draw(&mut surface, line, Point::from_xy(left, y));
            }
            y += format.leading;
        }
        if let Some(foot) = frame.foot {
            let y = format.height - format.bottom + format.leading * 2.0;
            draw(&mut surface, foot, Point::from_xy(left, y));
        }
        surface.finish();
        page.finish();
        self.count += 1;
        Ok(())
    }

    /// How a reader calls the next page.
    fn label(&self) -> PageLabel {
        let (style, number) = match self.front {
            None => (NumberingStyle::LowerRoman, self.count + 1),
            Some(_) => (NumberingStyle::Arabic, self.next_number()),
        };
        let number = u32::try_from(number).ok().and_then(NonZeroU32::new);
        PageLabel::new(Some(style), None, number)
    }

    /// The finished file.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, ExportError> {
        let mut outline = Outline::new();
        // One that leads to no page would be an error of the library.
        let marks = self.marks.into_iter().filter(|(_, at)| *at < self.count);
        for (title, at) in marks {
            let top = XyzDestination::new(at, Point::from_xy(0.0, 0.0));
            outline.push_child(OutlineNode::new(title, top));
        }
        self.document.set_outline(outline);
        let finished = self.document.finish();
        finished.map_err(|error| ExportError::failed("PDF")(&format!("{error:?}")))
    }
}

fn draw(surface: &mut Surface<'_>, line: &SetLine, at: Point) {
    for run in &line.runs {
        surface.draw_glyphs(
            Point::from_xy(at.x + run.x, at.y),
            &run.glyphs,
            run.font.clone(),
            &line.text,
            run.size,
            false,
        );
    }
}

fn metadata(contents: &PreparedBook<'_>) -> Metadata {
    let mut metadata = Metadata::new()
        .title(contents.title.clone())
        .document_id(contents.book.id.urn().to_string());
    metadata = match contents.is_right_to_left {
        true => metadata
            .text_direction(TextDirection::RightToLeft)
            .page_layout(PageLayout::TwoPageLeft),
        false => metadata.page_layout(PageLayout::TwoPageRight),
    };
    if !contents.author.is_empty() {
        metadata = metadata.authors(vec![contents.author.clone()]);
    }
    if let Some(language) = &contents.language {
        metadata = metadata.language(language.clone());
    }
    let seconds = contents.book.modified.millis().div_euclid(1000);
    let at = OffsetDateTime::from_unix_timestamp(seconds).ok();
    let year = at.and_then(|at| Some((at, u16::try_from(at.year()).ok()?)));
    match year {
        Some((at, year)) => metadata.creation_date(
            DateTime::new(year)
                .month(at.month().into())
                .day(at.day())
                .hour(at.hour())
                .minute(at.minute())
                .second(at.second())
                .utc_offset_hour(0)
                .utc_offset_minute(0),
        ),
        None => metadata,
    }
}
