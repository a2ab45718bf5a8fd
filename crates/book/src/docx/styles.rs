//! The styles of a Word document.

use super::DocumentStyle;
use super::document::{NAMESPACE, XML};
use crate::markup::escaped;

/// A style: its id, its name in Word, the one it is based on, and how paragraphs and characters look.
struct Style {
    id: &'static str,
    name: &'static str,
    base: &'static str,
    /// The style of the paragraph after it.
    next: &'static str,
    paragraph: String,
    characters: &'static str,
}

impl Style {
    fn new(id: &'static str, name: &'static str, base: &'static str, next: &'static str) -> Self {
        Self {
            id,
            name,
            base,
            next,
            paragraph: String::new(),
            characters: "",
        }
    }

    fn paragraph(mut self, look: impl Into<String>) -> Self {
        self.paragraph = look.into();
        self
    }

    fn characters(mut self, look: &'static str) -> Self {
        self.characters = look;
        self
    }

    fn xml(&self) -> String {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/>\
             <w:next w:val=\"{}\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
            self.id, self.name, self.base, self.next, self.paragraph, self.characters
        )
    }
}

/// The whole part.
pub(crate) fn styles(look: &DocumentStyle<'_>) -> String {
    let (font, size) = match look.is_manuscript {
        true => ("Times New Roman", 24),
        false => ("Georgia", 21),
    };
    let mut out = format!(
        "{XML}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>{}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        language(look)
    );
    let direction = match look.contents.is_right_to_left {
        true => ("<w:bidi/>", "<w:rtl/>"),
        false => ("", ""),
    };
    // A manuscript is counted by its lines, so none moves to the next page for its looks.
    let (widows, spacing) = match look.is_manuscript {
        true => ("0", "w:line=\"480\" w:lineRule=\"auto\""),
        false => ("1", "w:line=\"300\" w:lineRule=\"auto\""),
    };
    out.push_str(&format!(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:widowControl w:val=\"{widows}\"/>{}<w:spacing w:before=\"0\" w:after=\"0\" {spacing}/></w:pPr>\
         <w:rPr>{}</w:rPr></w:style>",
        direction.0, direction.1
    ));
    for style in paragraphs(look) {
        out.push_str(&style.xml());
    }
    for (id, name, characters) in [
        ("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        (
            "IntenseEmphasis",
            "Intense Emphasis",
            "<w:b/><w:bCs/><w:i/><w:iCs/>",
        ),
    ] {
        out.push_str(&format!(
            "<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:qFormat/>\
             <w:rPr>{characters}</w:rPr></w:style>"
        ));
    }
    out.push_str("</w:styles>");
    out
}

/// The language that is spell-checked and hyphenated.
fn language(look: &DocumentStyle<'_>) -> String {
    let Some(tag) = &look.contents.language else {
        return String::new();
    };
    let is_east_asian = ["ja", "zh", "ko"]
        .iter()
        .any(|known| tag.starts_with(known));
    let tag = escaped(tag);
    match (is_east_asian, look.contents.is_right_to_left) {
        (true, _) => format!("<w:lang w:eastAsia=\"{tag}\"/>"),
        (_, true) => format!("<w:lang w:bidi=\"{tag}\"/>"),
        _ => format!("<w:lang w:val=\"{tag}\"/>"),
    }
}

fn paragraphs(look: &DocumentStyle<'_>) -> Vec<Style> {
    let is_manuscript = look.is_manuscript;
    let paper = &look.paper;
    // A chapter begins a third down its page.
    let third = paper.height / 3 - paper.upright;
    let centred = "<w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>";
    let (indent, adjusted) = match is_manuscript {
        true => (720, ""),
        false => (340, "<w:jc w:val=\"both\"/>"),
    };
    let single = "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>";
    let first = Style::new("FirstParagraph", "First Paragraph", "BodyText", "BodyText");
    let heading = Style::new("Heading1", "heading 1", "Normal", "FirstParagraph");
    let heading_look = match is_manuscript {
        true => "",
        false => "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    };
    let title_look = match is_manuscript {
        true => "<w:caps/>",
        false => "<w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>",
    };
    let matter = "<w:suppressAutoHyphens/>";
    vec![
        Style::new("BodyText", "Body Text", "Normal", "BodyText")
            .paragraph(format!("<w:ind w:firstLine=\"{indent}\"/>{adjusted}")),
        first.paragraph("<w:ind w:firstLine=\"0\"/>"),
        heading
            .paragraph(format!(
                "<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:suppressAutoHyphens/>\
                 <w:spacing w:before=\"{third}\" w:after=\"480\"/>\
                 <w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>"
            ))
            .characters(heading_look),
        Style::new("SceneBreak", "Scene Break", "Normal", "FirstParagraph").paragraph(match is_manuscript {
            true => format!("<w:keepNext/>{centred}"),
            false => format!("<w:keepNext/><w:spacing w:before=\"240\" w:after=\"240\"/>{centred}"),
        }),
        Style::new("Title", "Title", "Normal", "Author")
            .paragraph(format!(
                "<w:suppressAutoHyphens/><w:spacing w:before=\"{third}\" w:after=\"240\"/><w:jc w:val=\"center\"/>"
            ))
            .characters(title_look),
        Style::new("Author", "Author", "Normal", "Author").paragraph("<w:jc w:val=\"center\"/>"),
        Style::new("Contact", "Contact", "Normal", "Contact").paragraph(format!(
            "<w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs>{single}",
            paper.text_width()
        )),
        Style::new("Dedication", "Dedication", "Normal", "Dedication")
            .paragraph(format!("{matter}<w:jc w:val=\"center\"/>"))
            .characters("<w:i/><w:iCs/>"),
        Style::new("Copyright", "Copyright", "Normal", "Copyright")
            .paragraph(format!("{matter}<w:spacing w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>")),
        Style::new("Header", "header", "Normal", "Header").paragraph(match is_manuscript {
            true => format!("{single}<w:jc w:val=\"right\"/>"),
            false => format!("{single}<w:jc w:val=\"center\"/>"),
        }),
        Style::new("Footer", "footer", "Normal", "Footer")
            .paragraph(format!("{single}<w:jc w:val=\"center\"/>")),
    ]
}
