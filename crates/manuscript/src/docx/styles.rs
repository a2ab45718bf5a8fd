//! Styles: which are headings, which are in italics or bold.

use crate::emphasis::Style;
use crate::error::ReadError;
use crate::heading;
use crate::xml::{XmlElement, XmlPiece, XmlReader};
use std::collections::HashMap;

/// How many styles a style may be based on, one upon the other.
const MOST_BASES: usize = 20;

/// What heading styles are called, in small letters, before their number.
const HEADINGS: &[&str] = &[
    "heading",
    "überschrift",
    "titre",
    "título",
    "titolo",
    "заголовок",
    "見出し",
    "标题",
    "標題",
    "제목",
    "kop",
    "rubrik",
    "overskrift",
    "otsikko",
    "nagłówek",
    "nadpis",
    "címsor",
    "başlık",
    "επικεφαλίδα",
    "titlu",
    "naslov",
    "عنوان",
    "כותרת",
    "títol",
    "pealkiri",
    "virsraksts",
    "antraštė",
    "fyrirsögn",
    "tiêu đề",
    "judul",
    "หัวเรื่อง",
    "rubrica",
    "encabezado",
    "cabeçalho",
    "intestazione",
    "берschrift",
    "berschrift",
    "titel",
];

/// What the style of a book's title is called.
const TITLES: &[&str] = &[
    "title",
    "titel",
    "titre",
    "título",
    "titolo",
    "название",
    "标题",
    "標題",
    "表題",
    "제목",
    "tytuł",
    "název",
    "book title",
];

/// What a run or a style says about its text; `None` is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RunStyle {
    pub italic: Option<bool>,
    pub bold: Option<bool>,
    pub hidden: Option<bool>,
}

impl RunStyle {
    /// NoteTexts what an element of run properties says.
    pub(super) fn note(&mut self, element: &XmlElement<'_>) {
        let on = || {
            let value = element.value("val");
            Some(!matches!(
                value.as_deref(),
                Some("0" | "false" | "off" | "none")
            ))
        };
        match element.name().as_str() {
            "i" => self.italic = on(),
            "b" => self.bold = on(),
            "vanish" => self.hidden = on(),
            _ => {}
        }
    }

    const fn over(self, base: Self) -> Self {
        Self {
            italic: if self.italic.is_some() {
                self.italic
            } else {
                base.italic
            },
            bold: if self.bold.is_some() {
                self.bold
            } else {
                base.bold
            },
            hidden: if self.hidden.is_some() {
                self.hidden
            } else {
                base.hidden
            },
        }
    }
}

/// A style, with what it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedStyle {
    /// The level of its headings, from 1.
    pub heading: Option<u8>,
    /// Whether it is the title of the book.
    pub is_title: bool,
    /// Whether it is an entry of a table of contents.
    pub is_contents: bool,
    /// Whether a new page begins before it.
    pub breaks_page: bool,
    /// Whether it numbers its paragraphs.
    pub is_numbered: bool,
    /// Its text.
    pub look: RunStyle,
}

#[derive(Debug, Default)]
struct Raw {
    name: String,
    base: String,
    is_character: bool,
    outline: Option<u8>,
    breaks_page: Option<bool>,
    is_numbered: bool,
    look: RunStyle,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, NamedStyle>,
    default: NamedStyle,
    /// The tag of the document's language.
    pub language: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn of(text: &str, file: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let mut raw: HashMap<String, Raw> = HashMap::new();
        let (mut id, mut one, mut default_id) = (String::new(), None::<Raw>, String::new());
        let mut pieces = XmlReader::of(text, file);
        while let Some(piece) = pieces.next()? {
            match piece {
                XmlPiece::Start(element) => match (element.name().as_str(), &mut one) {
                    ("style", _) if !element.is_empty => {
                        id = element.value("styleId").unwrap_or_default();
                        let is_character = element.value("type").as_deref() == Some("character");
                        let is_default = matches!(
                            element.value("default").as_deref(),
                            Some("1" | "true" | "on")
                        );
                        if is_default
                            && !is_character
                            && element.value("type").as_deref() == Some("paragraph")
                        {
                            default_id.clone_from(&id);
                        }
                        one = Some(Raw {
                            is_character,
                            ..Raw::default()
                        });
                    }
                    (_, Some(one)) => one.note(&element),
                    ("lang", None) => {
                        styles.language = element
                            .value("val")
                            .filter(|tag| !tag.is_empty() && tag != "x-none");
                    }
                    _ => {}
                },
                XmlPiece::End(name) if name == "style" => {
                    raw.extend(one.take().map(|one| (std::mem::take(&mut id), one)));
                }
                _ => {}
            }
        }
        styles.by_id = raw
            .keys()
            .map(|id| (id.clone(), resolved(&raw, id)))
            .collect();
        styles.default = styles.by_id.get(&default_id).cloned().unwrap_or_default();
        Ok(styles)
    }

    /// A paragraph's style; without a name that of most paragraphs.
    pub(super) fn paragraph(&self, id: &str) -> NamedStyle {
        match self.by_id.get(id) {
            Some(style) => style.clone(),
            // A document may use a style that it does not describe.
            None if !id.is_empty() => NamedStyle {
                heading: level(id),
                is_title: id == "Title",
                ..self.default.clone()
            },
            None => self.default.clone(),
        }
    }

    /// How a run looks beside most of the text: by its paragraph's style, its own style, and what it says itself.
    pub(super) fn look(&self, paragraph: &NamedStyle, run: &str, own: RunStyle) -> (Style, bool) {
        let by_run = self
            .by_id
            .get(run)
            .map(|style| style.look)
            .unwrap_or_default();
        // A style within a style of the same look stands out by not having it.
        let mixed = |own: Option<bool>,
                     run: Option<bool>,
                     paragraph: Option<bool>,
                     default: Option<bool>| {
            let is = own.unwrap_or(run.unwrap_or(false) ^ paragraph.unwrap_or(false));
            is ^ default.unwrap_or(false)
        };
        let (paragraph, default) = (paragraph.look, self.default.look);
        let style = Style {
            italic: mixed(own.italic, by_run.italic, paragraph.italic, default.italic),
            bold: mixed(own.bold, by_run.bold, paragraph.bold, default.bold),
        };
        let hidden = own.hidden.or(by_run.hidden).or(paragraph.hidden);
        (style, hidden.unwrap_or(false))
    }
}

impl Raw {
    fn note(&mut self, element: &XmlElement<'_>) {
        let value = || element.value("val").unwrap_or_default();
        match element.name().as_str() {
            "name" => self.name = value(),
            "basedOn" => self.base = value(),
            "outlineLvl" => self.outline = value().parse().ok(),
            "pageBreakBefore" => {
                self.breaks_page = Some(!matches!(value().as_str(), "0" | "false"));
            }
            "numPr" => self.is_numbered = true,
            _ => self.look.note(element),
        }
    }
}

/// A style with what it takes from those it is based on.
fn resolved(raw: &HashMap<String, Raw>, id: &str) -> NamedStyle {
    let mut style = NamedStyle::default();
    let (mut at, mut breaks_page, mut outline) = (id, None, None);
    for _ in 0..MOST_BASES {
        let Some(one) = raw.get(at) else {
            break;
        };
        let name = one.name.to_lowercase();
        style.look = style.look.over(one.look);
        breaks_page = breaks_page.or(one.breaks_page);
        style.is_numbered |= one.is_numbered;
        if !one.is_character {
            outline = outline.or(one.outline);
            style.heading = style.heading.or_else(|| level(&name)).or_else(|| level(at));
            style.is_title |= at == id && (TITLES.contains(&name.as_str()) || at == "Title");
            style.is_contents |= ["toc ", "contents ", "index heading", "verzeichnis "]
                .iter()
                .any(|start| name.starts_with(start));
        }
        at = &one.base;
    }
    style.breaks_page = breaks_page.unwrap_or(false);
    // 9 is body text, whatever the style is called.
    style.heading = match outline {
        Some(level) if level < 9 => Some(level + 1),
        Some(_) => None,
        None => style.heading,
    };
    if style.is_contents || style.is_title {
        style.heading = None;
    }
    style
}

/// The level of a heading by the name of its style: "heading 1", "Überschrift 2", "Chapter Title".
fn level(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &name[word.len()..];
    let word = word.trim_end_matches([' ', '_', '-']);
    if let (true, Ok(level @ 1..=9)) = (HEADINGS.contains(&word), digits.parse()) {
        return Some(level);
    }
    let mut words = name.split([' ', '-', '_']);
    let first = heading::parsed(&format!("{} 1", words.next()?));
    let is_chapter = first.is_some_and(|found| found.kind == heading::HeadingKind::Chapter);
    let second = words.next();
    let is_whole = matches!(
        second,
        None | Some("title" | "heading" | "number" | "name" | "head" | "titel" | "heading1")
    );
    (is_chapter && is_whole).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_name_in_many_languages() {
        for (name, known) in [
            ("heading 1", Some(1)),
            ("Heading2", Some(2)),
            ("Überschrift 3", Some(3)),
            ("berschrift1", Some(1)),
            ("Titre 1", Some(1)),
            ("見出し 2", Some(2)),
            ("Заголовок 1", Some(1)),
            ("Chapter Title", Some(1)),
            ("Kapitel", Some(1)),
            ("Chapter first paragraph", None),
            ("DocumentBody Text 2", None),
            ("heading", None),
        ] {
            assert_eq!(level(name), known, "{name}");
        }
    }

    #[test]
    fn a_style_takes_from_its_base_and_a_circle_ends() -> Result<(), ReadError> {
        let text = "<w:styles><w:style w:type='paragraph' w:styleId='A'><w:name w:val='Part'/><w:basedOn w:val='B'/>\
            </w:style><w:style w:type='paragraph' w:styleId='B'><w:name w:val='heading 2'/><w:basedOn w:val='A'/>\
            <w:rPr><w:i/></w:rPr></w:style></w:styles>";
        let styles = Styles::of(text, "a.docx")?;
        let style = styles.paragraph("A");
        assert_eq!((style.heading, style.look.italic), (Some(2), Some(true)));
        Ok(())
    }
}
