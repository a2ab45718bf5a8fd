//! What each element of HTML means for prose.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementRole {
    /// A paragraph begins and ends with it.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// Italics.
    Italic,
    /// Bold.
    Bold,
    /// A line break.
    LineBreak,
    /// A scene break.
    Rule,
    /// A picture.
    Picture,
    /// A table.
    Table,
    /// An item of a list.
    Item,
    /// Text whose lines stay.
    Pre,
    /// A link, or the mark of a note.
    NoteLink,
    /// A quotation within a sentence.
    Quote,
    /// The title of the page.
    Title,
    /// The styles of the page.
    Styles,
    /// Something about the page.
    Meta,
    /// Nothing of it is text of the manuscript, and nobody misses it.
    Skip,
    /// Nothing of it is text of the manuscript: what it is.
    Lost(ElementLoss),
    /// It changes nothing.
    Inline,
}

/// What is lost with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementLoss {
    /// A drawing.
    Drawing,
    /// A formula.
    Formula,
    /// Audio, video or a page within the page.
    Media,
    /// A deleted passage.
    Deletion,
    /// How a word is read aloud.
    Ruby,
}

/// The role of the element with this name.
pub(super) fn role(name: &[u8]) -> ElementRole {
    match name {
        b"p" | b"div" | b"section" | b"article" | b"header" | b"footer" | b"main" | b"aside"
        | b"blockquote" | b"body" | b"html" | b"ul" | b"ol" | b"dl" | b"dt" | b"dd" | b"tr"
        | b"td" | b"th" | b"caption" | b"thead" | b"tbody" | b"tfoot" | b"figure"
        | b"figcaption" | b"address" | b"center" | b"fieldset" | b"form" | b"details"
        | b"summary" | b"hgroup" => ElementRole::Block,
        b"h1" => ElementRole::Heading(1),
        b"h2" => ElementRole::Heading(2),
        b"h3" => ElementRole::Heading(3),
        b"h4" => ElementRole::Heading(4),
        b"h5" => ElementRole::Heading(5),
        b"h6" => ElementRole::Heading(6),
        b"i" | b"em" | b"cite" | b"dfn" | b"var" => ElementRole::Italic,
        b"b" | b"strong" => ElementRole::Bold,
        b"br" => ElementRole::LineBreak,
        b"hr" => ElementRole::Rule,
        b"img" | b"image" => ElementRole::Picture,
        b"table" => ElementRole::Table,
        b"li" => ElementRole::Item,
        b"pre" | b"xmp" | b"listing" => ElementRole::Pre,
        b"a" => ElementRole::NoteLink,
        b"q" => ElementRole::Quote,
        b"title" => ElementRole::Title,
        b"style" => ElementRole::Styles,
        b"meta" => ElementRole::Meta,
        b"script" | b"template" | b"nav" | b"button" | b"select" | b"textarea" | b"noscript"
        | b"noframes" | b"datalist" => ElementRole::Skip,
        b"svg" => ElementRole::Lost(ElementLoss::Drawing),
        b"math" => ElementRole::Lost(ElementLoss::Formula),
        b"video" | b"audio" | b"object" | b"iframe" | b"canvas" | b"embed" | b"applet" => {
            ElementRole::Lost(ElementLoss::Media)
        }
        b"del" => ElementRole::Lost(ElementLoss::Deletion),
        b"rt" | b"rp" => ElementRole::Lost(ElementLoss::Ruby),
        _ => ElementRole::Inline,
    }
}

/// Whether an element never has content.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"br"
            | b"hr"
            | b"img"
            | b"meta"
            | b"link"
            | b"input"
            | b"col"
            | b"area"
            | b"base"
            | b"embed"
            | b"source"
            | b"track"
            | b"wbr"
            | b"image"
    )
}

/// Words in classes, roles and types that say an element is the mark of a note.
const MARKS: &[&str] = &[
    "noteref",
    "doc-noteref",
    "footnote-ref",
    "footnoteref",
    "fnref",
    "fn-ref",
    "footnote-reference",
    "sdfootnoteanc",
    "sdendnoteanc",
    "pginternal-note",
    "fnanchor",
    "endnote-ref",
];

/// The same for a note itself.
const NOTES: &[&str] = &[
    "footnote",
    "footnotes",
    "endnote",
    "endnotes",
    "rearnote",
    "rearnotes",
    "doc-footnote",
    "doc-endnote",
    "doc-endnotes",
    "sdfootnote",
    "sdendnote",
    "fn-body",
    "note-body",
];

/// Whether words of an element say that it is the mark of a note.
pub(super) fn is_note_mark(words: &str) -> bool {
    words
        .split_whitespace()
        .any(|word| MARKS.contains(&word.to_ascii_lowercase().as_str()))
}

/// Whether words of an element say that it is a note.
pub(super) fn is_note(words: &str) -> bool {
    words
        .split_whitespace()
        .any(|word| NOTES.contains(&word.to_ascii_lowercase().as_str()))
}
