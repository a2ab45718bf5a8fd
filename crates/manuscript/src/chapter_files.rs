//! A folder or an archive of chapter files.

use crate::archive::ZipReader;
use crate::error::ReadError;
use crate::file_kind::{self, FileKind, extension};
use crate::heading;
use crate::limits::{MOST_ENTRIES, MOST_UNPACKED};
use crate::losses::ImportLosses;
use crate::{ReadOptions, docx, epub, finished, read_text};
use exchange::import::{ImportLossKind, Manuscript, PlaceUnit};
use std::cmp::Ordering;

/// How files of chapters are called.
const CHAPTERS: [&str; 12] = [
    "txt", "text", "md", "markdown", "mdown", "mkd", "html", "htm", "xhtml", "docx", "epub", "",
];

/// Reads the files of a folder.
pub(crate) fn read_all(
    files: &[(String, Vec<u8>)],
    options: &ReadOptions<'_>,
) -> Result<Manuscript, ReadError> {
    let folder = files
        .first()
        .map(|(name, _)| folder(name).to_owned())
        .unwrap_or_default();
    let name = if folder.is_empty() {
        "the folder"
    } else {
        &folder
    };
    let all: u64 = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    if all > MOST_UNPACKED {
        return Err(ReadError::Unpacks {
            name: name.to_owned(),
            what: format!("more than {} MB", MOST_UNPACKED >> 20),
        });
    }
    if files.len() > MOST_ENTRIES {
        return Err(ReadError::TooManyFiles {
            name: name.to_owned(),
            most: MOST_ENTRIES,
        });
    }
    let mut files: Vec<_> = files.iter().collect();
    files.retain(|(name, _)| !is_of_the_system(name));
    files.sort_by(|(one, _), (other, _)| natural(one, other));
    let mut gathered = Gathered::default();
    for (name, bytes) in files {
        gathered.add(name, bytes, options)?;
    }
    let mut manuscript = gathered.finished(name)?;
    if manuscript.title.is_empty() {
        manuscript.title = title_of(&folder);
    }
    Ok(manuscript)
}

/// Reads the chapter files of an archive.
pub(crate) fn read_archive(
    archive: &mut ZipReader<'_>,
    options: &ReadOptions<'_>,
) -> Result<Manuscript, ReadError> {
    let mut names = archive.names();
    names.retain(|name| !is_of_the_system(name));
    names.sort_by(|one, other| natural(one, other));
    let mut gathered = Gathered::default();
    for name in names {
        match is_called_like_a_chapter(&name) {
            true => gathered.add(&name, &archive.bytes(&name)?, options)?,
            false => gathered.leave_out(&name, "not a file of chapters"),
        }
    }
    gathered.finished(archive.name())
}

/// What was read of several files.
#[derive(Default)]
struct Gathered {
    manuscript: Manuscript,
    losses: ImportLosses,
    count: usize,
    /// How many bytes were unpacked out of archives among the files.
    unpacked: u64,
}

impl Gathered {
    fn add(
        &mut self,
        name: &str,
        bytes: &[u8],
        options: &ReadOptions<'_>,
    ) -> Result<(), ReadError> {
        if !is_called_like_a_chapter(name) {
            self.leave_out(name, "not a file of chapters");
            return Ok(());
        }
        let read = match bytes.len() > options.most_bytes {
            true => Err(ReadError::TooLarge {
                name: name.to_owned(),
                most: options.most_bytes,
            }),
            false => self.read_one(name, bytes, options),
        };
        match read {
            Ok(read) => self.take(name, read),
            // What is too large may be meant to be: nothing of it is read.
            Err(
                error @ (ReadError::Unpacks { .. }
                | ReadError::TooLarge { .. }
                | ReadError::UnknownEncoding(_)),
            ) => {
                return Err(error);
            }
            Err(error) => self.leave_out(name, &error.to_string()),
        }
        Ok(())
    }

    fn read_one(
        &mut self,
        name: &str,
        bytes: &[u8],
        options: &ReadOptions<'_>,
    ) -> Result<Manuscript, ReadError> {
        match file_kind::of(name, bytes)? {
            FileKind::Zip => {
                let mut archive =
                    ZipReader::within(name, bytes, MOST_UNPACKED.saturating_sub(self.unpacked))?;
                let read = match file_kind::of_archive(&mut archive, name)? {
                    FileKind::Docx => {
                        docx::content(&mut archive).and_then(|content| finished(name, content))
                    }
                    FileKind::Epub => {
                        epub::content(&mut archive).and_then(|content| finished(name, content))
                    }
                    // No archives within archives.
                    _ => Err(ReadError::NotAManuscript {
                        name: name.to_owned(),
                        what: "an archive within another one",
                    }),
                };
                self.unpacked += archive.unpacked();
                read
            }
            kind => finished(name, read_text(kind, name, bytes, options)?),
        }
    }

    fn take(&mut self, name: &str, mut read: Manuscript) {
        if let [only] = &mut read.chapters[..]
            && only.title.is_empty()
        {
            only.title = title_of(name);
        }
        let is_first = self.count == 0;
        self.count += 1;
        let all = &mut self.manuscript;
        all.chapters.append(&mut read.chapters);
        if !read.front_matter.is_empty() {
            if !all.front_matter.is_empty() {
                all.front_matter.push_str("\n\n");
            }
            all.front_matter.push_str(&read.front_matter);
        }
        if all.author.is_empty() {
            all.author = read.author;
        }
        all.language = all.language.take().or(read.language);
        all.encoding_is_sure = read.encoding_is_sure && (is_first || all.encoding_is_sure);
        if all.encoding.as_deref().is_none_or(|name| name == "UTF-8") {
            all.encoding = read.encoding.or(all.encoding.take());
        }
        let mut losses = read.losses;
        for loss in &mut losses {
            loss.place.file = name.to_owned();
        }
        self.losses
            .extend(ImportLosses::of(losses, read.losses_not_listed));
    }

    fn leave_out(&mut self, name: &str, why: &str) {
        let mut losses = ImportLosses::by(PlaceUnit::Line);
        losses.file = name.to_owned();
        losses.add_text(ImportLossKind::File, 0, "", why.to_owned());
        self.losses.extend(losses);
    }

    fn finished(mut self, name: &str) -> Result<Manuscript, ReadError> {
        if self.manuscript.chapters.is_empty() {
            return Err(ReadError::NotAManuscript {
                name: name.to_owned(),
                what: "a collection without a readable chapter file",
            });
        }
        (self.manuscript.losses, self.manuscript.losses_not_listed) = self.losses.into_parts();
        Ok(self.manuscript)
    }
}

fn is_called_like_a_chapter(name: &str) -> bool {
    CHAPTERS.contains(&extension(name).as_str())
}

/// What operating systems and editors leave behind.
fn is_of_the_system(name: &str) -> bool {
    name.split('/')
        .any(|part| part == "__MACOSX" || part.starts_with('.') || part.starts_with("~$"))
        || name.ends_with("Thumbs.db")
        || name.ends_with("desktop.ini")
}

fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name of a file as a title: without its folder, its extension and a number that only sorts it.
pub(crate) fn title_of(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 8 => stem,
        _ => name,
    };
    let spaced = stem.replace('_', " ");
    let spaced = match spaced.contains(' ') {
        true => spaced,
        false => spaced.replace('-', " "),
    };
    let plain = spaced
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches(['.', ')', '-', '–', ' ']);
    let sorted_only = plain.chars().any(char::is_alphabetic)
        && heading::parsed(&spaced).is_none_or(|_| plain.len() < spaced.len());
    let title = match sorted_only {
        true => plain,
        false => spaced.trim_start_matches('0'),
    };
    let words: Vec<&str> = title.split_whitespace().collect();
    let title = words.join(" ");
    let mut letters = title.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => title,
    }
}

/// Compares names as a person does: 2 before 10, capitals or not.
fn natural(one: &str, other: &str) -> Ordering {
    let (mut one_left, mut other_left) = (one, other);
    loop {
        let (Some(a), Some(b)) = (one_left.chars().next(), other_left.chars().next()) else {
            return one_left
                .len()
                .cmp(&other_left.len())
                .then_with(|| one.cmp(other));
        };
        if a.is_ascii_digit() && b.is_ascii_digit() {
            let (number, rest) = digits(one_left);
            let (second, other_rest) = digits(other_left);
            let order = number
                .len()
                .cmp(&second.len())
                .then_with(|| number.cmp(second));
            if order != Ordering::Equal {
                return order;
            }
            (one_left, other_left) = (rest, other_rest);
            continue;
        }
        let order = a.to_lowercase().cmp(b.to_lowercase());
        if order != Ordering::Equal {
            return order;
        }
        (one_left, other_left) = (&one_left[a.len_utf8()..], &other_left[b.len_utf8()..]);
    }
}

/// The digits at the beginning without leading zeros, and what follows.
fn digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits.trim_start_matches('0'), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_comes_before_ten() {
        let mut names = [
            "Ch10.txt", "ch2.txt", "ch1.txt", "a/10.md", "a/009.md", "b.md", "ch2b.txt",
        ];
        names.sort_by(|one, other| natural(one, other));
        assert_eq!(
            names,
            [
                "a/009.md", "a/10.md", "b.md", "ch1.txt", "ch2.txt", "ch2b.txt", "Ch10.txt"
            ]
        );
    }

    #[test]
    fn a_name_becomes_a_title() {
        for (name, title) in [
            ("novel/01 - The Storm.txt", "The Storm"),
            ("chapter-02.md", "Chapter 02"),
            ("03_the_boat.docx", "The boat"),
            ("012.txt", "12"),
            ("The Lighthouse.epub", "The Lighthouse"),
            ("1984", "1984"),
        ] {
            assert_eq!(title_of(name), title);
        }
    }
}
