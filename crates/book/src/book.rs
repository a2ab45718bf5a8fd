//! The book that is exported, as the caller fills it.

use domain::Timestamp;
use uuid::Uuid;

/// A book: what its files are made of. Every text is prose as the studio stores it, and every part except the
/// chapters may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// The same in every export of this book; readers recognise a new edition by it.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Who wrote it, as printed.
    pub author: String,
    /// Its language: a BCP 47 tag or a name that `domain::language` knows.
    pub language: String,
    /// To whom it is dedicated.
    pub dedication: String,
    /// The copyright notice.
    pub copyright: String,
    /// What stands before the first chapter, such as an epigraph.
    pub front_matter: String,
    /// What stands after the last chapter, such as thanks.
    pub back_matter: String,
    /// The author's name and address, one line each, for the first page of a manuscript.
    pub contact: String,
    /// The image of its cover.
    pub cover: Option<Cover>,
    /// When it changed last.
    pub modified: Timestamp,
    /// Its chapters, in order.
    pub chapters: Vec<BookChapter>,
}

/// The image of a cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// What it is said to be, such as `image/jpeg`. What counts is what is in it: JPEG, PNG or GIF, and WebP for a
    /// web page.
    pub media_type: String,
    /// The image.
    pub bytes: Vec<u8>,
}

impl Cover {
    /// Its type by what is in it: the end of a file's name, and the media type. `None` if it is no image that is known.
    pub(crate) fn kind(&self) -> Option<(&'static str, &'static str)> {
        let bytes = &self.bytes;
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(("jpg", "image/jpeg"))
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(("png", "image/png"))
        } else if bytes.starts_with(b"GIF8") {
            Some(("gif", "image/gif"))
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(("webp", "image/webp"))
        } else {
            None
        }
    }
}

/// A chapter of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookChapter {
    /// Its number, from 1: what a selection names.
    pub number: u32,
    /// Its title; an empty one is printed as “Chapter 3” in the language of the book.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Whether its text stops before its end.
    pub unfinished: bool,
}
