//! Whole files, as authors have them, and as nobody should have them. One binary, one module for each
//! kind of file.

mod collections;
mod detection;
mod docx;
mod epub;
mod hostile;
mod html;
mod markdown;
mod properties;
mod txt;

use exchange::import::{ImportLoss, ImportLossKind, Manuscript};
use manuscript::{ReadError, ReadOptions, read};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file with these entries, in this order.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        // `mimetype` is stored as it is.
        let method = match *name == "mimetype" {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("the zip file").into_inner()
}

/// Reads without options.
fn read_plain(name: &str, bytes: &[u8]) -> Result<Manuscript, ReadError> {
    read(name, bytes, &ReadOptions::default())
}

/// Reads a text file.
fn read_text(text: &str) -> Manuscript {
    read_plain("novel.txt", text.as_bytes()).expect("a manuscript")
}

/// The titles of the chapters.
fn titles(manuscript: &Manuscript) -> Vec<&str> {
    manuscript
        .chapters
        .iter()
        .map(|chapter| chapter.title.as_str())
        .collect()
}

/// The texts of the chapters.
fn texts(manuscript: &Manuscript) -> Vec<&str> {
    manuscript
        .chapters
        .iter()
        .map(|chapter| chapter.text.as_str())
        .collect()
}

/// The losses of a kind.
fn lost(manuscript: &Manuscript, kind: ImportLossKind) -> Vec<&ImportLoss> {
    manuscript
        .losses
        .iter()
        .filter(|loss| loss.kind == kind)
        .collect()
}

/// Enough prose to be taken for some.
const PROSE: &str = "She rowed past the mole and did not look back at the town. The light on the cape was out, \
    as it had been every night since the storm.\n\nNobody had told her why. She pulled at the oars until the houses were \
    small and the water was black, and then she let the boat drift.";
