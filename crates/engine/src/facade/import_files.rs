//! Files that were sent to be imported, and what is said of those that are refused.

use crate::{Error, Result};
use domain::text;
use exchange::import::MAX_UPLOAD;
use manuscript::{ReadError, ReadOptions};
use std::io::{Cursor, Read};
use store::ImportFile;

/// A file that was sent to be imported. It is read only when its turn comes.
pub struct SentFile {
    /// Its name, with its folder.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// What is in it.
    pub content: Box<dyn Read + Send>,
}

impl From<(String, Vec<u8>)> for SentFile {
    fn from((name, content): (String, Vec<u8>)) -> Self {
        Self {
            name,
            size: content.len() as u64,
            content: Box::new(Cursor::new(content)),
        }
    }
}

impl SentFile {
    pub(super) fn read(mut self) -> std::io::Result<(String, Vec<u8>)> {
        let mut content = Vec::new();
        self.content.read_to_end(&mut content)?;
        Ok((self.name, content))
    }
}

/// The name of a file, or of the folder that several of them are in.
pub(super) fn name_of(first: &str, count: usize) -> String {
    let first = first.trim_start_matches("./");
    let folder = first.split_once('/').map(|(folder, _)| folder);
    let name = match (count, folder) {
        (1, _) => first.rsplit('/').next().unwrap_or(first).to_owned(),
        (_, Some(folder)) => folder.to_owned(),
        (_, None) => format!("{first} and {} more", count - 1),
    };
    text::line(&name).chars().take(200).collect()
}

pub(super) fn as_files(files: Vec<(String, Vec<u8>)>) -> Vec<ImportFile> {
    let file = |(name, content)| ImportFile { name, content };
    files.into_iter().map(file).collect()
}

/// Refuses a file that is larger than any manuscript.
pub(super) fn check_manuscripts(files: &[(String, Vec<u8>)]) -> Result<()> {
    let most = ReadOptions::default().most_bytes;
    match files.iter().find(|(_, content)| content.len() > most) {
        Some((name, _)) => Err(unreadable(&ReadError::TooLarge {
            name: name.clone(),
            most,
        })),
        None => Ok(()),
    }
}

/// Refuses what is larger than anything that can be imported, before it is read.
pub(super) fn check_size(name: &str, files: &[SentFile]) -> Result<()> {
    let most = MAX_UPLOAD;
    match files.iter().map(|file| file.size).sum::<u64>() > most {
        true => Err(Error::TooLarge(format!(
            "The files of “{name}” are larger than {} MB together. Remove their pictures, or import the manuscript in \
             parts.",
            most >> 20
        ))),
        false => Ok(()),
    }
}

/// A file that was sent could not be read back.
pub(super) fn lost(error: std::io::Error) -> Error {
    tracing::error!(%error, "an uploaded file could not be read");
    Error::Invalid("The file could not be read to its end. Send it again.".to_owned())
}

/// Why a file is no manuscript.
pub(super) fn unreadable(error: &ReadError) -> Error {
    match error {
        ReadError::TooLarge { .. } => Error::TooLarge(sentence(&error.to_string())),
        _ => refused(error),
    }
}

/// Why something can't be done, as a sentence.
pub(super) fn refused(error: &impl std::error::Error) -> Error {
    Error::Invalid(sentence(&error.to_string()))
}

/// A sentence with a capital letter and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    format!("{}{}.", first.collect::<String>(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_has_the_name_of_its_file_or_folder() {
        assert_eq!(name_of("a/b/novel.txt", 1), "novel.txt");
        assert_eq!(name_of("novel/01.txt", 3), "novel");
        assert_eq!(name_of("01.txt", 3), "01.txt and 2 more");
        assert_eq!(sentence("élan is empty"), "Élan is empty.");
    }
}
