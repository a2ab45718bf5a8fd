//! The state while a page is read.

use super::css::{Declared, StyleSheet};
use super::elements::{self, Lost, Role, role};
use crate::block::{BlockKind, Content};
use crate::emphasis::{Runs, Style};
use crate::limits::MOST_LOSS_TEXT;
use crate::losses::tail;
use crate::manuscript::{LossKind, PlaceUnit};
use html5gum::StartTag;
use std::collections::{HashMap, HashSet};
use std::mem::take;

/// How many elements may be open; what is deeper has no style of its own.
const MOST_OPEN: usize = 1_000;

/// A page that was read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its blocks, and what was lost.
    pub content: Content,
    /// Where the elements with an id are: before which block.
    pub anchors: HashMap<String, usize>,
    /// What the page says it is: `cover`, `toc`, `chapter`.
    pub types: HashSet<String>,
}

/// Notes that were referred to and not read yet.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The id of a note, and where its mark stood.
    marks: HashMap<String, (usize, String)>,
}

/// An open element.
#[derive(Debug)]
struct Open {
    name: Vec<u8>,
    /// The style around it.
    around: Style,
    is_note: bool,
}

/// Something that is passed over.
#[derive(Debug)]
struct Skipped {
    name: Vec<u8>,
    depth: usize,
    kind: Option<LossKind>,
    is_styles: bool,
    text: String,
}

/// A link to a place in the book: perhaps the mark of a note.
#[derive(Debug)]
struct Link {
    target: String,
    is_mark: bool,
    style: Style,
    text: String,
}

pub(super) struct PageState<'n> {
    page: Page,
    is_xml: bool,
    sheet: StyleSheet,
    notes: &'n mut Notes,
    open: Vec<Open>,
    /// How many elements of each name are open: an end tag without a beginning is known at once.
    names: HashMap<Vec<u8>, usize>,
    style: Style,
    runs: Runs,
    heading: Option<u8>,
    skipped: Option<Skipped>,
    link: Option<Link>,
    /// The text and the id of a note that is read now, and how many elements of notes are open.
    note: (String, String, usize),
    in_title: bool,
    title: String,
    pre: usize,
}

impl<'n> PageState<'n> {
    pub(super) fn of(is_xml: bool, sheet: StyleSheet, notes: &'n mut Notes) -> Self {
        Self {
            page: Page {
                content: Content::by(PlaceUnit::Paragraph),
                ..Page::default()
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

    pub(super) fn finished(mut self) -> (Page, StyleSheet) {
        self.end_skipped();
        self.flush();
        self.end_note();
        let words: Vec<&str> = self.title.split_whitespace().collect();
        self.page.content.title = words.join(" ");
        (self.page, self.sheet)
    }

    fn number(&self) -> usize {
        self.page.content.blocks.len() + 1
    }

    fn lose(&mut self, kind: LossKind, text: String) {
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
            || (tag.self_closing && (self.is_xml || matches!(role, Role::Lost(_))));
        if matches!(
            role,
            Role::Block | Role::Heading(_) | Role::Table | Role::Item | Role::Pre | Role::Rule
        ) {
            self.flush();
        }
        let id = value(b"id");
        let words = [value(b"class"), value(b"epub:type"), value(b"role")].join(" ");
        let declared = self.declared(&value(b"class"), &value(b"style"));
        let is_hidden = declared.hidden || tag.attributes.contains_key(&b"hidden"[..]);
        if !id.is_empty() {
            let at = self.page.content.blocks.len();
            self.page.anchors.entry(id.clone()).or_insert(at);
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
        if !is_empty && self.skips(name, role, is_hidden) {
            return;
        }
        self.act(role, &value);
        if is_empty {
            return;
        }
        let may_be_note = matches!(role, Role::Block | Role::Item);
        let is_note = may_be_note
            && (elements::is_note(&words)
                || self.notes.marks.contains_key(&id)
                || is_named_note(&id));
        if is_note && self.note.2 == 0 {
            self.note = (String::new(), id, 0);
        }
        if let (Role::Link, Some(link)) = (role, &mut self.link) {
            link.is_mark |= elements::is_note_mark(&words);
        }
        let inner = declared.within(self.inner_style(role));
        self.push_open(name, is_note, inner);
    }

    fn declared(&self, classes: &str, style: &str) -> Declared {
        let by_class = self.sheet.declared(classes);
        match style.is_empty() {
            true => by_class,
            false => by_class.and(Declared::of(style)),
        }
    }

    fn inner_style(&self, role: Role) -> Style {
        let mut inner = self.style;
        inner.italic |= role == Role::Italic;
        inner.bold |= role == Role::Bold;
        inner
    }

    fn push_open(&mut self, name: &[u8], is_note: bool, inner: Style) {
        if self.open.len() >= MOST_OPEN {
            let number = self.number();
            self.page
                .content
                .losses
                .add_once(LossKind::TooDeep, number, "");
            return;
        }
        self.note.2 += usize::from(is_note);
        self.open.push(Open {
            name: name.to_vec(),
            around: self.style,
            is_note,
        });
        *self.names.entry(name.to_vec()).or_default() += 1;
        self.style = inner;
    }

    /// Begins to pass over an element whose text is not the manuscript's.
    fn skips(&mut self, name: &[u8], role: Role, is_hidden: bool) -> bool {
        let kind = match role {
            Role::Skip | Role::Styles => None,
            Role::Lost(Lost::Drawing) => Some(LossKind::Picture),
            Role::Lost(Lost::Formula) => Some(LossKind::Formula),
            Role::Lost(Lost::Media) => Some(LossKind::Media),
            Role::Lost(Lost::Deletion) => Some(LossKind::Deletion),
            Role::Lost(Lost::Ruby) => Some(LossKind::Ruby),
            _ if is_hidden && name != b"html" && name != b"body" => Some(LossKind::HiddenText),
            _ => return false,
        };
        self.skipped = Some(Skipped {
            name: name.to_vec(),
            depth: 1,
            kind,
            is_styles: role == Role::Styles,
            text: String::new(),
        });
        true
    }

    /// What an element does when it begins.
    fn act(&mut self, role: Role, value: &dyn Fn(&[u8]) -> String) {
        match role {
            Role::Heading(level) => self.heading = Some(level),
            Role::LineBreak => self.line_break(),
            Role::Rule => {
                let number = self.number();
                self.page.content.push(BlockKind::SceneBreak, "", number);
            }
            Role::Picture => self.lose(LossKind::Picture, value(b"alt")),
            Role::Table => self.lose(LossKind::Table, String::new()),
            Role::Item => {
                let number = self.number();
                let after = self.page.content.last_words();
                self.page
                    .content
                    .losses
                    .add_once(LossKind::List, number, &after);
            }
            Role::Pre => self.pre += 1,
            Role::Link => self.begin_link(&value(b"href")),
            Role::Quote => self.push("“"),
            Role::Title => {
                self.in_title = self.title.is_empty() && self.page.content.blocks.is_empty()
            }
            Role::Meta if value(b"name").eq_ignore_ascii_case("author") => {
                self.page.content.author = value(b"content");
            }
            _ => {}
        }
    }

    fn begin_link(&mut self, href: &str) {
        self.end_link();
        if let Some((_, target)) = href.split_once('#') {
            self.link = Some(Link {
                target: target.to_owned(),
                is_mark: false,
                style: self.style,
                text: String::new(),
            });
        }
    }

    /// Ends a link: a figure alone is the mark of a note and goes; anything else is text.
    fn end_link(&mut self) {
        let Some(link) = self.link.take() else {
            return;
        };
        let bare = link
            .text
            .trim()
            .trim_matches(['[', ']', '(', ')', '^', '↩', '\u{fe0e}']);
        let is_figure = bare.len() <= 6
            && bare
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'));
        let is_short = link.text.chars().count() <= 12;
        if (is_figure || (link.is_mark && is_short)) && self.heading.is_none() {
            if self.note.2 == 0 && !bare.is_empty() {
                let place = (self.number(), tail(self.runs.last_text()).to_owned());
                self.notes.marks.insert(link.target, place);
            }
            return;
        }
        self.runs.push(link.style, &link.text);
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
            Role::Block | Role::Heading(_) | Role::Table | Role::Item => self.flush(),
            Role::Pre => {
                self.flush();
                self.pre = self.pre.saturating_sub(1);
            }
            Role::Link => self.end_link(),
            Role::Quote => self.push("”"),
            Role::Title => self.in_title = false,
            // Old pages end a line like this.
            Role::LineBreak => self.line_break(),
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

    fn end_skipped(&mut self) {
        let Some(skipped) = self.skipped.take() else {
            return;
        };
        if skipped.is_styles {
            self.sheet.add(&skipped.text);
        }
        match skipped.kind {
            Some(LossKind::Ruby) => {
                let number = self.number();
                self.page
                    .content
                    .losses
                    .add_once(LossKind::Ruby, number, self.runs.last_text());
            }
            Some(kind) => self.lose(kind, skipped.text),
            None => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(skipped) = &mut self.skipped {
            if skipped.is_styles || skipped.text.len() < MOST_LOSS_TEXT {
                skipped.text.push_str(text);
            }
            return;
        }
        if self.in_title {
            self.title.push_str(text);
            return;
        }
        if self.pre > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.line_break();
                }
                self.push(line.trim_end_matches('\r'));
            }
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(is_space).unwrap_or(rest.len());
            self.push(&rest[..end]);
            let space = &rest[end..];
            let after = space.trim_start_matches(is_space);
            if after.len() < space.len() {
                self.space(space[..space.len() - after.len()].contains('\n'));
            }
            rest = after;
        }
    }

    /// One space for any run of them; between two lines in Chinese or Japanese none.
    fn space(&mut self, is_line_end: bool) {
        let (ends_blank, gap) = match &self.link {
            Some(link) if !link.text.is_empty() => (
                link.text.ends_with(is_space),
                text::prose::gap_after(&link.text),
            ),
            _ => (
                self.runs.ends_blank(),
                text::prose::gap_after(self.runs.last_text()),
            ),
        };
        if !ends_blank {
            self.push(if is_line_end { gap } else { " " });
        }
    }

    fn push(&mut self, text: &str) {
        match &mut self.link {
            Some(link) => link.text.push_str(text),
            None => self.runs.push(self.style, text),
        }
    }

    /// One is a line, two end a paragraph.
    fn line_break(&mut self) {
        self.end_link();
        let last = self.runs.last_text().trim_end_matches([' ', '\t']);
        match last.ends_with('\n') && self.heading.is_none() {
            true => self.flush(),
            false => self.runs.push(self.style, "\n"),
        }
    }

    /// Ends a paragraph or a heading.
    fn flush(&mut self) {
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

    fn flush_into_note(&mut self) {
        let text = self.runs.take_marked();
        self.heading = None;
        if !text.trim().is_empty() {
            self.note.0.push_str(text.trim());
            self.note.0.push_str("\n\n");
        }
    }

    fn end_note(&mut self) {
        let (text, id, _) = take(&mut self.note);
        let place = self.notes.marks.remove(&id);
        if text.is_empty() {
            return;
        }
        let (number, after) = place.unwrap_or_else(|| (self.number(), String::new()));
        self.page
            .content
            .losses
            .add_text(LossKind::Footnote, number, &after, text);
    }
}

/// Word processors number the notes of a page like this.
fn is_named_note(id: &str) -> bool {
    let number = id
        .strip_prefix("sdfootnote")
        .or_else(|| id.strip_prefix("sdendnote"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()))
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
