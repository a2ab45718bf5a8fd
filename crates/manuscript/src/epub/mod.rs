//! Electronic books (`.epub`).

mod package;
mod pages;
mod toc;

use crate::archive::ZipReader;
use crate::block::{BlockKind, ManuscriptContent};
use crate::error::ReadError;
use crate::html::{PageReader, StyleSheet};
use crate::xml::{XmlPiece, XmlReader};
use exchange::import::{ImportLossKind, PlaceUnit};
use package::Package;
use pages::ReadPage;
use toc::{Toc, TocEntry};

/// Ways to hide fonts, which are no encryption of the text.
const FONT_ONLY: [&str; 2] = [
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// How much of the titles of one place is looked for on its page, in bytes.
const MOST_TITLES: usize = 2_000;

/// The blocks of a book, in the order in which it is read.
pub(crate) fn content(archive: &mut ZipReader<'_>) -> Result<ManuscriptContent, ReadError> {
    refuse_encrypted(archive)?;
    let package = Package::read(archive)?;
    let toc = toc::read(archive, &package);
    let mut sheet = StyleSheet::default();
    for path in package.style_sheets() {
        if let Some(css) = archive.text_if_there(path)? {
            sheet.add(&css);
        }
    }
    let mut reader = PageReader::of(sheet);
    let mut content = ManuscriptContent::by(PlaceUnit::Paragraph);
    let mut pages = Vec::new();
    for item in &package.spine {
        content.losses.file.clone_from(&item.path);
        let is_page = item.media_type.contains("html") || item.media_type.is_empty();
        if item.is_nav || !is_page || !archive.has(&item.path) {
            content.losses.add(ImportLossKind::Page, 0, "");
            continue;
        }
        let page = reader.page(&archive.text(&item.path)?);
        pages.push(ReadPage::of(
            item,
            page,
            package.guide.get(&item.path).cloned(),
        ));
    }
    content.losses.file.clear();
    pages::leave_out(&mut pages, &toc);
    let uses_toc = is_of_use(&toc, &pages);
    for page in pages {
        add(&mut content, page, Some(&toc).filter(|_| uses_toc));
    }
    content.title = package.title;
    content.author = package.author;
    let is_told = |language: &String| !(language.is_empty() || language == "und");
    content.language = Some(package.language).filter(is_told);
    Ok(content)
}

/// Whether the table of contents divides the book at least half as finely as its headings do.
fn is_of_use(toc: &Toc, pages: &[ReadPage]) -> bool {
    let kept = pages.iter().filter(|page| page.is_kept());
    let entries = kept
        .map(|page| toc.of_file(&page.path).count())
        .sum::<usize>();
    let of_level = |level: u8| {
        let blocks = pages
            .iter()
            .filter(|page| page.is_kept())
            .flat_map(|page| &page.page.content.blocks);
        blocks
            .filter(|block| block.kind == BlockKind::Heading(level))
            .count()
    };
    let most = (1..=3).map(of_level).max().unwrap_or(0);
    entries >= 2 && entries * 2 >= most
}

/// Adds a page: titles of the table of contents where they point to.
fn add(content: &mut ManuscriptContent, page: ReadPage, toc: Option<&Toc>) {
    let ReadPage {
        path,
        page,
        left_out,
        is_front,
        ..
    } = page;
    if let Some(text) = left_out {
        // A picture on the cover is the page itself; notes belong to other pages.
        let mut losses = page.content.losses.named(&path);
        losses.keep(ImportLossKind::Footnote);
        let are_notes = text.is_empty() && !losses.is_empty();
        content.losses.extend(losses);
        if are_notes {
            return;
        }
        content.losses.file = path;
        content.losses.add_text(ImportLossKind::Page, 0, "", text);
        content.losses.file.clear();
        return;
    }
    content.losses.extend(page.content.losses.named(&path));
    content.push(BlockKind::PageBreak, "", 0);
    let toc = toc.filter(|_| !is_front);
    let entries = toc.into_iter().flat_map(|toc| toc.of_file(&path));
    let place = |entry: &TocEntry| page.anchors.get(&entry.fragment).copied().unwrap_or(0);
    let mut points: Vec<(usize, &TocEntry)> = entries.map(|entry| (place(entry), entry)).collect();
    points.sort_by_key(|(at, _)| *at);
    let mut points = points.into_iter().peekable();
    let mut titles = String::new();
    for (at, mut block) in page.content.blocks.into_iter().enumerate() {
        while let Some((_, entry)) = points.next_if(|(point, _)| *point <= at) {
            content.push(BlockKind::Heading(entry.level), &entry.title, block.number);
            if titles.len() < MOST_TITLES {
                titles.push_str(&letters(&entry.title));
            }
        }
        block.kind = match block.kind {
            BlockKind::Heading(_) if is_front => BlockKind::Paragraph,
            BlockKind::Heading(level) if toc.is_some() => BlockKind::Heading(level.max(4)),
            kind => kind,
        };
        // The title stands on the page as well, perhaps in two lines.
        let said = letters(&block.text);
        let is_title = !said.is_empty() && titles.contains(&said);
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        if is_title && (is_heading || said == titles || said.chars().count() > 3) {
            continue;
        }
        if block.kind == BlockKind::Paragraph {
            titles.clear();
        }
        content.blocks.push(block);
    }
    for (_, entry) in points {
        content.push(BlockKind::Heading(entry.level), &entry.title, 0);
    }
}

/// The letters and figures of a title alone.
fn letters(text: &str) -> String {
    let short = crate::losses::cut(text, 400);
    short
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Books with copy protection say how their files are encrypted.
fn refuse_encrypted(archive: &mut ZipReader<'_>) -> Result<(), ReadError> {
    let Some(text) = archive.text_if_there("META-INF/encryption.xml")? else {
        return Ok(());
    };
    let name = archive.name();
    let mut pieces = XmlReader::of(&text, name);
    while let Some(piece) = pieces.next()? {
        if let XmlPiece::Start(element) = piece
            && element.name() == "EncryptedData"
        {
            // The method that follows is the data's own; one of a key is further down.
            let method = method(&mut pieces)?;
            if !FONT_ONLY.contains(&method.as_str()) {
                return Err(ReadError::Encrypted(name.to_owned()));
            }
        }
    }
    Ok(())
}

fn method(pieces: &mut XmlReader<'_>) -> Result<String, ReadError> {
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) if element.name() == "EncryptionMethod" => {
                return Ok(element.value("Algorithm").unwrap_or_default());
            }
            XmlPiece::End(name) if name == "EncryptedData" => break,
            _ => {}
        }
    }
    Ok(String::new())
}
