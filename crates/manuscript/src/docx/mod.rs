//! Documents of word processors (`.docx`).

mod body;
mod graphics;
mod notes;
mod open_paragraph;
mod paragraph;
mod styles;

use crate::archive::ZipReader;
use crate::block::ManuscriptContent;
use crate::error::ReadError;
use crate::file_kind;
use crate::xml::{self, PartRelation, XmlPiece, XmlReader};
use body::DocumentBody;
use exchange::import::ImportLossKind;
use notes::NoteTexts;
use styles::Styles;

/// The blocks of a document.
pub(crate) fn content(archive: &mut ZipReader<'_>) -> Result<ManuscriptContent, ReadError> {
    let main = file_kind::docx_main(archive)?.filter(|main| archive.has(main));
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = match archive.text_if_there(&format!("{folder}/_rels/{file}.rels"))? {
        Some(text) => xml::relations(&text, archive.name())?,
        None => Vec::new(),
    };
    let mut part = |kind: &str| -> Result<String, ReadError> {
        let path = path_of(&relations, kind, folder);
        Ok(archive.text_if_there(&path)?.unwrap_or_default())
    };
    let styles = part("styles")?;
    let texts = [part("footnotes")?, part("endnotes")?, part("comments")?];
    let name = archive.name();
    let styles = Styles::of(&styles, name)?;
    let notes = NoteTexts::of(&texts, name)?;
    let document = archive.text(&main)?;
    let mut body = DocumentBody::of(&styles, notes);
    body.read(&mut XmlReader::of(&document, name))?;
    let mut content = body.finished();
    for loss in &relations {
        if loss.kind.ends_with("/aFChunk") {
            content
                .losses
                .add_text(ImportLossKind::File, 0, "", loss.target.clone());
        }
    }
    let core = archive
        .text_if_there("docProps/core.xml")?
        .unwrap_or_default();
    read_core(&core, name, &mut content)?;
    content.language = content.language.take().or_else(|| styles.language.clone());
    Ok(content)
}

/// Where a part is: as the document says, or where it usually is.
fn path_of(relations: &[PartRelation], kind: &str, folder: &str) -> String {
    let found = relations
        .iter()
        .find(|one| one.kind.rsplit('/').next() == Some(kind));
    match found.map(|one| one.target.as_str()) {
        Some(target) if target.starts_with('/') => target.trim_start_matches('/').to_owned(),
        Some(target) => format!("{folder}/{target}"),
        None => format!("{folder}/{kind}.xml"),
    }
}

/// What the document says about itself.
fn read_core(core: &str, name: &str, content: &mut ManuscriptContent) -> Result<(), ReadError> {
    let mut pieces = XmlReader::of(core, name);
    while let Some(piece) = pieces.next()? {
        let XmlPiece::Start(element) = piece else {
            continue;
        };
        if element.is_empty {
            continue;
        }
        match element.name().as_str() {
            "title" => content.title = pieces.text_within()?.trim().to_owned(),
            "creator" => content.author = pieces.text_within()?.trim().to_owned(),
            "language" => {
                let language = pieces.text_within()?.trim().to_owned();
                content.language = Some(language).filter(|language| !language.is_empty());
            }
            _ => {}
        }
    }
    Ok(())
}
