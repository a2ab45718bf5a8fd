//! The book as an EPUB 3.

mod cover;
mod nav;
mod pages;

use crate::contents::PreparedBook;
use crate::{ExportError, Warning};
use domain::Timestamp;
use rbook::Epub;
use rbook::ebook::spine::PageDirection;
use rbook::epub::EpubChapter;
use rbook::epub::manifest::DetachedEpubManifestEntry;
use rbook::epub::metadata::{DetachedEpubMetaEntry, EpubVersion};

/// What every page of the book looks like; a reader's own choice of type goes before it.
const STYLE: &str = "\
body { line-height: 1.4; }
h1, h2 { font-weight: normal; text-align: center; line-height: 1.3; hyphens: none; }
h1 { margin: 3em 0 1em; font-size: 1.8em; }
h2 { margin: 3em 0 2em; font-size: 1.4em; }
p { margin: 0; text-indent: 1.4em; }
p.first, .plain p { text-indent: 0; }
p.break { margin: 1.2em 0; text-align: center; text-indent: 0; }
hr.gap { height: 1.4em; margin: 0; border: 0; }
p.author { text-align: center; text-indent: 0; font-size: 1.2em; }
.dedication { margin-top: 5em; }
.dedication p { text-align: center; font-style: italic; }
.copyright { font-size: 0.85em; }
.copyright p { margin-bottom: 0.8em; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
";

/// Makes the file.
pub(crate) fn file(contents: &mut PreparedBook<'_>) -> Result<Vec<u8>, ExportError> {
    let given = contents.book.cover.as_ref();
    // Not every reading device shows WebP.
    let shown = |(end, media_type): (&'static str, _)| match end {
        "webp" => None,
        end => Some((format!("cover.{end}"), media_type)),
    };
    let image = given.and_then(|cover| Some((shown(cover.kind()?)?, cover.bytes.clone())));
    if let (Some(cover), None) = (given, &image) {
        let media_type = cover.media_type.clone();
        contents.warnings.push(Warning::CoverNotUsed { media_type });
    }
    let contents = &*contents;
    let ((href, media_type), bytes) = image.unwrap_or_else(|| {
        let drawn = ("cover.svg".to_owned(), "image/svg+xml");
        (drawn, cover::drawn(contents).into_bytes())
    });
    let entry = DetachedEpubManifestEntry::new("cover-image")
        .href(href.as_str())
        .media_type(media_type)
        .content(bytes);
    let mut editor = Epub::builder()
        .identifier(contents.book.id.urn().to_string())
        .title(contents.title.as_str())
        .language(pages::language(contents))
        .modified_date(modified(contents.book.modified))
        // Without a date, rbook writes the present moment.
        .published_date(modified(contents.book.modified))
        .generator(None::<String>)
        .meta(accessibility(contents))
        .cover_image(entry)
        .resource(("style.css", STYLE));
    if !contents.author.is_empty() {
        let author = DetachedEpubMetaEntry::creator(contents.author.as_str()).role("aut");
        editor = editor.author(author);
    }
    if contents.is_right_to_left {
        editor = editor.page_direction(PageDirection::RightToLeft);
    }
    let rights = contents.copyright.first().map(crate::ProseBlock::plain);
    if let Some(rights) = rights.filter(|rights| !rights.is_empty()) {
        editor = editor.rights(rights.replace('\n', " "));
    }
    let pages = pages::all(contents, &href);
    let nav = DetachedEpubManifestEntry::new("nav")
        .href("nav.xhtml")
        .property("nav")
        .content(nav::document(contents, &pages));
    editor = editor.resource(nav);
    for page in pages {
        editor = editor.chapter(EpubChapter::unlisted(page.href).xhtml(page.xhtml));
    }
    let written = editor
        .write()
        .target(EpubVersion::EPUB3)
        .generate_toc(false)
        .to_vec();
    written.map_err(|error| ExportError::failed("EPUB")(&error))
}

/// A moment in seconds, as EPUB wants it.
fn modified(at: Timestamp) -> String {
    let seconds = Timestamp(at.millis().div_euclid(1000).saturating_mul(1000));
    seconds.to_rfc3339()
}

/// What a reader with another sense than sight can expect.
fn accessibility(contents: &PreparedBook<'_>) -> Vec<DetachedEpubMetaEntry> {
    let cover = match contents.book.cover {
        Some(_) => "Its only image is the cover, which is described.",
        None => "Its only image is the cover, which shows title and author.",
    };
    let summary = format!("A text with headings, a table of contents and a reading order. {cover}");
    let entries = [
        ("schema:accessMode", "textual"),
        ("schema:accessMode", "visual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityFeature", "displayTransformability"),
        ("schema:accessibilityFeature", "alternativeText"),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", summary.as_str()),
    ];
    let entries = entries.into_iter();
    entries
        .map(|(property, value)| DetachedEpubMetaEntry::meta(property).value(value))
        .collect()
}
