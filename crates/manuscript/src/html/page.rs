//! The state while a page is read.

use super::css::{CssDeclarations, StyleSheet};
use super::elements::{self, ElementRole, role};
use super::pending_notes::{NoteLink, PendingNotes, is_named_note};
use super::skipped_element::Skipped;
use crate::block::{BlockKind, ManuscriptContent};
use crate::emphasis::{Runs, Style};
use crate::losses::tail;
use exchange::import::{ImportLossKind, PlaceUnit};
use html5gum::StartTag;
use std::collections::{HashMap, HashSet};

/// How many elements may be open; what is deeper has no style of its own.
const MOST_OPEN: usize = 1_000;

/// A page that was read.
#[derive(Debug, Default)]
pub(crate) struct HtmlPage {
    /// Its blocks, and what was lost.
    pub content: ManuscriptContent,
    /// Where the elements with an id are: before which block.
    pub anchors: HashMap<String, usize>,
    /// What the page says it is: `cover`, `toc`, `chapter`.
    pub types: HashSet<String>,
}

/// An open element.
#[derive(Debug)]
pub(super) struct OpenElement {
    name: Vec<u8>,
    /// The style around it.
    around: Style,
    is_note: bool,
}

pub(super) struct PageState<'n> {
    pub(super) page: HtmlPage,
    pub(super) is_xml: bool,
    pub(super) sheet: StyleSheet,
    pub(super) notes: &'n mut PendingNotes,
    pub(super) open: Vec<OpenElement>,
    /// How many elements of each name are open: an end tag without a beginning is known at once.
    pub(super) names: HashMap<Vec<u8>, usize>,
    pub(super) style: Style,
    pub(super) runs: Runs,
    pub(super) heading: Option<u8>,
    pub(super) skipped: Option<Skipped>,
    pub(super) link: Option<NoteLink>,
    /// The text and the id of a note that is read now, and how many elements of notes are open.
    pub(super) note: (String, String, usize),
    pub(super) in_title: bool,
    pub(super) title: String,
    pub(super) pre: usize,
}

impl<'n> PageState<'n> {
    pub(super) fn of(is_xml: bool, sheet: StyleSheet, notes: &'n mut PendingNotes) -> Self {
        Self {
            page: HtmlPage {
                content: ManuscriptContent::by(PlaceUnit::Paragraph),
                ..HtmlPage::default()
            },
            is_xml,
            sheet,
            notes,
            open: Vec::new(),
            names: HashMap::new(),
            style: Style::default(),
            runs: Runs::default(),
            heading: None,
            skipped: None,
            link: None,
            note: Default::default(),
            in_title: false,
            title: String::new(),
            pre: 0,
        }
    }

    pub(super) fn finished(mut self) -> (HtmlPage, StyleSheet) {
        self.end_skipped();
        self.flush();
        self.end_note();
        let words: Vec<&str> = self.title.split_whitespace().collect();
        self.page.content.title = words.join(" ");
        (self.page, self.sheet)
    }

    pub(super) fn number(&self) -> usize {
        self.page.content.blocks.len() + 1
    }

    pub(super) fn lose(&mut self, kind: ImportLossKind, text: String) {
        let after = match self.runs.is_blank() {
            true => self.page.content.last_words(),
            false => tail(self.runs.last_text()).to_owned(),
        };
        let number = self.number();
        self.page
            .content
            .losses
            .add_text(kind, number, &after, text);
    }

    pub(super) fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        let local = name.rsplit(|c| *c == b':').next().unwrap_or(name);
        if let Some(skipped) = &mut self.skipped {
            skipped.depth += usize::from(skipped.name == name && !tag.self_closing);
            return;
        }
        let role = role(local);
        let value = |wanted: &[u8]| {
            let value = tag
                .attributes
                .get(wanted)
                .map(|value| value.value.0.as_slice());
            value
                .map(|value| String::from_utf8_lossy(value).into_owned())
                .unwrap_or_default()
        };
        let is_empty = elements::is_void(local)
            || (tag.self_closing && (self.is_xml || matches!(role, ElementRole::Lost(_))));
        if matches!(
            role,
            ElementRole::Block
                | ElementRole::Heading(_)
                | ElementRole::Table
                | ElementRole::Item
                | ElementRole::Pre
                | ElementRole::Rule
        ) {
            self.flush();
        }
        let id = value(b"id");
        let words = [value(b"class"), value(b"epub:type"), value(b"role")].join(" ");
        let declared = self.declared(&value(b"class"), &value(b"style"));
        let is_hidden = declared.hidden || tag.attributes.contains_key(&b"hidden"[..]);
        self.note_place(local, &id, &value);
        if !is_empty && self.skips(name, role, is_hidden) {
            return;
        }
        // An empty title or heading begins nothing.
        let begins = matches!(
            role,
            ElementRole::Heading(_)
                | ElementRole::Pre
                | ElementRole::Title
                | ElementRole::NoteLink
                | ElementRole::Quote
        );
        if !(is_empty && begins) {
            self.act(role, &value);
        }
        if is_empty {
            return;
        }
        let may_be_note = matches!(role, ElementRole::Block | ElementRole::Item);
        let is_note = may_be_note
            && (elements::is_note(&words)
                || self.notes.marks.contains_key(&id)
                || is_named_note(&id));
        if is_note && self.note.2 == 0 {
            self.note = (String::new(), id, 0);
        }
        if let (ElementRole::NoteLink, Some(link)) = (role, &mut self.link) {
            link.is_mark |= elements::is_note_mark(&words);
        }
        let inner = declared.within(self.inner_style(role));
        self.push_open(name, is_note, inner);
    }

    /// PendingNotes where an element is, and what it says about the page.
    fn note_place(&mut self, local: &[u8], id: &str, value: &dyn Fn(&[u8]) -> String) {
        if !id.is_empty() {
            let at = self.page.content.blocks.len();
            self.page.anchors.entry(id.to_owned()).or_insert(at);
        }
        if matches!(local, b"body" | b"section" | b"div") {
            let types = value(b"epub:type");
            self.page
                .types
                .extend(types.split_whitespace().map(str::to_owned));
        }
        if local == b"html" {
            let language = [value(b"lang"), value(b"xml:lang")]
                .into_iter()
                .find(|value| !value.is_empty());
            self.page.content.language = language;
        }
    }

    fn declared(&self, classes: &str, style: &str) -> CssDeclarations {
        let by_class = self.sheet.declared(classes);
        match style.is_empty() {
            true => by_class,
            false => by_class.and(CssDeclarations::of(style)),
        }
    }

    fn inner_style(&self, role: ElementRole) -> Style {
        let mut inner = self.style;
        inner.italic |= role == ElementRole::Italic;
        inner.bold |= role == ElementRole::Bold;
        inner
    }

    fn push_open(&mut self, name: &[u8], is_note: bool, inner: Style) {
        if self.open.len() >= MOST_OPEN {
            let number = self.number();
            self.page
                .content
                .losses
                .add_once(ImportLossKind::TooDeep, number, "");
            return;
        }
        self.note.2 += usize::from(is_note);
        self.open.push(OpenElement {
            name: name.to_vec(),
            around: self.style,
            is_note,
        });
        *self.names.entry(name.to_vec()).or_default() += 1;
        self.style = inner;
    }

    /// What an element does when it begins.
    fn act(&mut self, role: ElementRole, value: &dyn Fn(&[u8]) -> String) {
        match role {
            ElementRole::Heading(level) => self.heading = Some(level),
            ElementRole::LineBreak => self.line_break(),
            ElementRole::Rule => {
                let number = self.number();
                self.page.content.push(BlockKind::SceneBreak, "", number);
            }
            ElementRole::Picture => self.lose(ImportLossKind::Picture, value(b"alt")),
            ElementRole::Table => self.lose(ImportLossKind::Table, String::new()),
            ElementRole::Item => {
                let number = self.number();
                let after = self.page.content.last_words();
                self.page
                    .content
                    .losses
                    .add_once(ImportLossKind::List, number, &after);
            }
            ElementRole::Pre => self.pre += 1,
            ElementRole::NoteLink => self.begin_link(&value(b"href")),
            ElementRole::Quote => self.push("“"),
            ElementRole::Title => {
                self.in_title = self.title.is_empty() && self.page.content.blocks.is_empty();
            }
            ElementRole::Meta if value(b"name").eq_ignore_ascii_case("author") => {
                self.page.content.author = value(b"content");
            }
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &[u8]) {
        if let Some(skipped) = &mut self.skipped {
            if skipped.name == name {
                skipped.depth -= 1;
                if skipped.depth == 0 {
                    self.end_skipped();
                }
            }
            return;
        }
        let local = name.rsplit(|c| *c == b':').next().unwrap_or(name);
        match role(local) {
            ElementRole::Block
            | ElementRole::Heading(_)
            | ElementRole::Table
            | ElementRole::Item => self.flush(),
            ElementRole::Pre => {
                self.flush();
                self.pre = self.pre.saturating_sub(1);
            }
            ElementRole::NoteLink => self.end_link(),
            ElementRole::Quote => self.push("”"),
            ElementRole::Title => self.in_title = false,
            // Old pages end a line like this.
            ElementRole::LineBreak => self.line_break(),
            _ => {}
        }
        let Some(count) = self.names.get_mut(name).filter(|count| **count > 0) else {
            return;
        };
        *count -= 1;
        while let Some(open) = self.open.pop() {
            self.style = open.around;
            if open.is_note {
                self.note.2 -= 1;
                if self.note.2 == 0 {
                    self.flush_into_note();
                    self.end_note();
                }
            }
            if open.name == name {
                break;
            }
            if let Some(count) = self.names.get_mut(&open.name) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Ends a paragraph or a heading.
    pub(super) fn flush(&mut self) {
        self.end_link();
        if self.note.2 > 0 {
            self.flush_into_note();
            return;
        }
        let heading = self.heading.take();
        if self.runs.is_blank() {
            self.runs = Runs::default();
            return;
        }
        let number = self.number();
        match heading {
            Some(level) => {
                let text = self.runs.take_plain();
                self.page
                    .content
                    .push(BlockKind::Heading(level), &text, number);
            }
            None => {
                let text = self.runs.take_marked();
                let lines: Vec<&str> = text.lines().map(str::trim).collect();
                self.page.content.paragraph(&lines.join("\n"), number);
            }
        }
    }
}
