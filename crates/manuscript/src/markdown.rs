//! Markdown: headings, emphasis and breaks are taken over, prose stays as it is.

use crate::block::{BlockKind, ManuscriptContent};
use crate::emphasis::{Runs, Style};
use crate::html;
use crate::losses::tail;
use exchange::import::{ImportLossKind, PlaceUnit};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::mem::take;

/// The blocks of a text in Markdown.
pub(crate) fn content(text: &str) -> ManuscriptContent {
    let text = text.trim_start_matches('\u{feff}');
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::of(text);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.at = range.start;
        match event {
            Event::Start(tag) => reader.start(&tag, &text[range]),
            Event::End(tag) => reader.end(tag, &text[range]),
            event => reader.inline(event),
        }
    }
    reader.flush();
    reader.content
}

/// What text belongs to while it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// A paragraph, an item, a cell.
    Prose,
    /// A block of code; whether a fence marks it as such.
    Code(bool),
    /// A block of HTML.
    Html,
    /// What stands before the text between lines of dashes.
    Metadata,
}

struct Reader<'t> {
    content: ManuscriptContent,
    line_starts: Vec<usize>,
    at: usize,
    runs: Runs,
    italic: usize,
    bold: usize,
    within: Within,
    /// Text that is in no paragraph: code, HTML, metadata.
    aside: String,
    /// The description of a picture that is read now.
    picture: Option<String>,
    /// The mark of a list's item: a dash may begin what somebody says, and 1986. a sentence.
    mark: &'t str,
    text: &'t str,
    /// The label of a footnote that is read now, and its text.
    footnote: Option<(String, String)>,
    /// Where footnotes are referred to.
    references: HashMap<String, (usize, String)>,
}

impl<'t> Reader<'t> {
    fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            content: ManuscriptContent::by(PlaceUnit::Line),
            line_starts: [0].into_iter().chain(ends).collect(),
            at: 0,
            runs: Runs::default(),
            italic: 0,
            bold: 0,
            within: Within::Prose,
            aside: String::new(),
            picture: None,
            mark: "",
            text,
            footnote: None,
            references: HashMap::new(),
        }
    }

    fn line(&self) -> usize {
        self.line_starts.partition_point(|start| *start <= self.at)
    }

    fn lose(&mut self, kind: ImportLossKind, text: String) {
        let after = match self.runs.is_blank() {
            true => self.content.last_words(),
            false => tail(self.runs.last_text()).to_owned(),
        };
        let line = self.line();
        self.content.losses.add_text(kind, line, &after, text);
    }

    fn start(&mut self, tag: &Tag<'_>, source: &'t str) {
        match tag {
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::Link { dest_url, .. } => {
                // An address that stands in the text is no loss.
                if !source.starts_with('<') && !source.contains(&format!("[{dest_url}]")) {
                    self.lose(ImportLossKind::Link, dest_url.to_string());
                }
            }
            Tag::Image { .. } => self.picture = Some(String::new()),
            Tag::CodeBlock(kind) => {
                self.flush();
                self.within = Within::Code(matches!(kind, CodeBlockKind::Fenced(_)));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.within = Within::Html;
            }
            Tag::MetadataBlock(_) => self.within = Within::Metadata,
            Tag::Table(_) => {
                self.flush();
                self.lose(ImportLossKind::Table, String::new());
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.footnote = Some((label.to_string(), String::new()));
            }
            Tag::Item => {
                self.flush();
                let text: &'t str = self.text;
                let source = &text[self.at..];
                let end = source.find(char::is_whitespace).unwrap_or(0).min(12);
                self.mark = source.get(..end).unwrap_or_default();
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd, source: &str) {
        match tag {
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Link => {}
            TagEnd::Image => {
                let description = self.picture.take().unwrap_or_default();
                self.lose(ImportLossKind::Picture, description);
            }
            TagEnd::Heading(level) => self.heading(level as u8, source),
            TagEnd::CodeBlock => self.code(),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::MetadataBlock(_) => self.metadata(),
            TagEnd::FootnoteDefinition => {
                self.flush();
                if let Some((label, text)) = self.footnote.take() {
                    let known = self.references.remove(&label);
                    let (line, after) = known.unwrap_or_else(|| (self.line(), String::new()));
                    self.content
                        .losses
                        .add_text(ImportLossKind::Footnote, line, &after, text);
                }
            }
            _ => self.flush(),
        }
    }

    fn inline(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.push(&text),
            Event::Code(text) => {
                self.lose(ImportLossKind::Code, String::new());
                self.push(&text);
            }
            Event::SoftBreak => {
                let gap = text::prose::gap_after(self.runs.last_text());
                self.push(gap);
            }
            Event::HardBreak => self.push("\n"),
            Event::Rule => {
                self.flush();
                let line = self.line();
                self.content.push(BlockKind::SceneBreak, "", line);
            }
            Event::Html(html) => self.push(&html),
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::FootnoteReference(label) => {
                let place = (self.line(), tail(self.runs.last_text()).to_owned());
                self.references.insert(label.to_string(), place);
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(description) = &mut self.picture {
            description.push_str(text);
            return;
        }
        match self.within {
            Within::Prose => {
                let style = Style {
                    italic: self.italic > 0,
                    bold: self.bold > 0,
                };
                self.runs.push(style, text);
            }
            _ => self.aside.push_str(text),
        }
    }

    /// The few tags that people write within Markdown.
    fn inline_html(&mut self, html: &str) {
        let name = html.trim_matches(['<', '>', '/', ' ']).to_lowercase();
        let step = |count: usize| match html.starts_with("</") {
            true => count.saturating_sub(1),
            false => count + 1,
        };
        match name.as_str() {
            "br" => self.push("\n"),
            "i" | "em" => self.italic = step(self.italic),
            "b" | "strong" => self.bold = step(self.bold),
            _ if html.starts_with("<!--") => self.lose(
                ImportLossKind::Comment,
                html.trim_matches(['<', '!', '-', '>']).to_owned(),
            ),
            _ => {
                let line = self.line();
                self.content
                    .losses
                    .add_once(ImportLossKind::Markup, line, self.runs.last_text());
            }
        }
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        if self.runs.is_blank() {
            self.runs = Runs::default();
            return;
        }
        let mut text = self.runs.take_marked();
        let mark = take(&mut self.mark);
        if !mark.is_empty() {
            text = format!("{mark} {}", text.trim_start());
        }
        if let Some((_, footnote)) = &mut self.footnote {
            footnote.push_str(&text);
            footnote.push_str("\n\n");
            return;
        }
        let line = self.line();
        self.content.paragraph(&text, line);
    }

    fn heading(&mut self, level: u8, source: &str) {
        let line = self.line();
        let is_underlined = !source.trim_start().starts_with('#');
        // A paragraph right above a line of dashes was not meant as a heading.
        let words = domain::text::count_words(source);
        if is_underlined && words > 12 && source.trim_end().ends_with('-') {
            self.flush();
            self.content.push(BlockKind::SceneBreak, "", line);
            return;
        }
        let text = self.runs.take_plain();
        self.content.push(BlockKind::Heading(level), &text, line);
    }

    fn code(&mut self) {
        let text = take(&mut self.aside);
        let is_fenced = self.within == Within::Code(true);
        self.within = Within::Prose;
        // What is only indented is a paragraph.
        if is_fenced {
            self.lose(ImportLossKind::Code, String::new());
        }
        for paragraph in text.split("\n\n") {
            let lines: Vec<&str> = paragraph.lines().map(str::trim_end).collect();
            self.runs
                .push(Style::default(), lines.join("\n").trim_matches('\n'));
            self.flush();
        }
    }

    fn html_block(&mut self) {
        self.within = Within::Prose;
        let text = take(&mut self.aside);
        let line = self.line();
        if text.trim_start().starts_with("<!--") {
            self.lose(
                ImportLossKind::Comment,
                text.trim().trim_matches(['<', '!', '-', '>']).to_owned(),
            );
            return;
        }
        let within = html::content(&text);
        if !within.blocks.is_empty() {
            self.lose(ImportLossKind::Markup, String::new());
        }
        for mut block in within.blocks {
            block.number = line;
            self.content.blocks.push(block);
        }
        let (losses, _) = within.losses.into_parts();
        for loss in losses {
            self.lose(loss.kind, loss.text);
        }
    }

    fn metadata(&mut self) {
        self.within = Within::Prose;
        let text = take(&mut self.aside);
        for line in text.lines() {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            match name.trim().to_lowercase().as_str() {
                _ if value.is_empty() => {}
                "title" => self.content.title = value,
                "author" => self.content.author = value,
                "lang" | "language" => self.content.language = Some(value),
                _ => {}
            }
        }
    }
}
