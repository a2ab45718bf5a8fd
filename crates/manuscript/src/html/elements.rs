//! What each element of HTML means for prose.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
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
    Link,
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
    Lost(Lost),
    /// It changes nothing.
    Inline,
}

/// What is lost with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
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
pub(super) fn role(name: &[u8]) -> Role {
    match name {
        b"p" | b"div" | b"section" | b"article" | b"header" | b"footer" | b"main" | b"aside"
        | b"blockquote" | b"body" | b"html" | b"ul" | b"ol" | b"dl" | b"dt" | b"dd" | b"tr"
        | b"td" | b"th" | b"caption" | b"thead" | b"tbody" | b"tfoot" | b"figure"
        | b"figcaption" | b"address" | b"center" | b"fieldset" | b"form" | b"details"
        | b"summary" | b"hgroup" => Role::Block,
        b"h1" => Role::Heading(1),
        b"h2" => Role::Heading(2),
        b"h3" => Role::Heading(3),
        b"h4" => Role::Heading(4),
        b"h5" => Role::Heading(5),
        b"h6" => Role::Heading(6),
        b"i" | b"em" | b"cite" | b"dfn" | b"var" => Role::Italic,
        b"b" | b"strong" => Role::Bold,
        b"br" => Role::LineBreak,
        b"hr" => Role::Rule,
        b"img" | b"image" => Role::Picture,
        b"table" => Role::Table,
        b"li" => Role::Item,
        b"pre" | b"xmp" | b"listing" => Role::Pre,
        b"a" => Role::Link,
        b"q" => Role::Quote,
        b"title" => Role::Title,
        b"style" => Role::Styles,
        b"meta" => Role::Meta,
        b"script" | b"template" | b"nav" | b"button" | b"select" | b"textarea" | b"noscript"
        | b"noframes" | b"datalist" => Role::Skip,
        b"svg" => Role::Lost(Lost::Drawing),
        b"math" => Role::Lost(Lost::Formula),
        b"video" | b"audio" | b"object" | b"iframe" | b"canvas" | b"embed" | b"applet" => {
            Role::Lost(Lost::Media)
        }
        b"del" => Role::Lost(Lost::Deletion),
        b"rt" | b"rp" => Role::Lost(Lost::Ruby),
        _ => Role::Inline,
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
