//! A zip file, unpacked entry by entry within limits.

use crate::encoding;
use crate::error::ReadError;
use crate::limits::{FREE_UNPACKED, MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED};
use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// How far from the end of a file the end of its list of entries may begin, in bytes.
const END: usize = (1 << 16) + 22;

/// An open zip file.
pub(crate) struct ZipReader<'b> {
    name: &'b str,
    packed: u64,
    unpacked: u64,
    most: u64,
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Where each entry is, by its name. Names that lead out of the archive are not here.
    entries: HashMap<String, usize>,
    names: Vec<String>,
}

impl<'b> ZipReader<'b> {
    /// Reads the list of entries.
    pub(crate) fn open(name: &'b str, bytes: &'b [u8]) -> Result<Self, ReadError> {
        Self::within(name, bytes, MOST_UNPACKED)
    }

    /// The same, with a limit to what may be unpacked: of several archives all count.
    pub(crate) fn within(name: &'b str, bytes: &'b [u8], most: u64) -> Result<Self, ReadError> {
        if listed(bytes) > MOST_ENTRIES {
            return Err(ReadError::TooManyFiles {
                name: name.to_owned(),
                most: MOST_ENTRIES,
            });
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(name, &error))?;
        let (mut entries, mut names) = (HashMap::new(), Vec::new());
        let raw: Vec<Vec<u8>> = (0..zip.len())
            .map(|at| {
                zip.by_index_raw(at)
                    .map(|entry| entry.name_raw().to_vec())
                    .unwrap_or_default()
            })
            .collect();
        for (at, entry) in decoded_names(&raw).into_iter().enumerate() {
            let path = entry.replace('\\', "/");
            if is_safe(&path) && !entries.contains_key(&path) {
                names.push(path.clone());
                entries.insert(path, at);
            }
        }
        Ok(Self {
            name,
            packed: bytes.len() as u64,
            unpacked: 0,
            most,
            zip,
            entries,
            names,
        })
    }

    /// How many bytes were unpacked so far.
    pub(crate) const fn unpacked(&self) -> u64 {
        self.unpacked
    }

    /// The name of the file itself.
    pub(crate) const fn name(&self) -> &'b str {
        self.name
    }

    /// The entries' names, in the archive's order, without folders.
    pub(crate) fn names(&self) -> Vec<String> {
        let is_file = |name: &&String| !name.ends_with('/');
        self.names.iter().filter(is_file).cloned().collect()
    }

    /// Whether there is an entry with this name.
    pub(crate) fn has(&self, entry: &str) -> bool {
        self.entries.contains_key(entry)
    }

    /// Unpacks an entry.
    pub(crate) fn bytes(&mut self, entry: &str) -> Result<Vec<u8>, ReadError> {
        let Some(at) = self.entries.get(entry) else {
            return Err(ReadError::Damaged {
                name: self.name.to_owned(),
                why: format!("{entry} is missing"),
            });
        };
        let packed = self
            .zip
            .by_index(*at)
            .map_err(|error| refused(self.name, &error))?;
        // The size that an archive tells may be wrong: what comes out is counted.
        let by_ratio = (self.packed * MOST_RATIO).max(FREE_UNPACKED);
        let left = self.most.min(by_ratio).saturating_sub(self.unpacked);
        let mut unpacked = Vec::new();
        packed
            .take(left + 1)
            .read_to_end(&mut unpacked)
            .map_err(|error| ReadError::Damaged {
                name: self.name.to_owned(),
                why: format!("{entry} can't be unpacked: {error}"),
            })?;
        if unpacked.len() as u64 > left {
            let what = match self.most <= by_ratio {
                true => format!("more than {} MB", MOST_UNPACKED >> 20),
                false => format!("more than {MOST_RATIO} times its size"),
            };
            return Err(ReadError::Unpacks {
                name: self.name.to_owned(),
                what,
            });
        }
        self.unpacked += unpacked.len() as u64;
        Ok(unpacked)
    }

    /// Unpacks an entry that is text.
    pub(crate) fn text(&mut self, entry: &str) -> Result<String, ReadError> {
        let bytes = self.bytes(entry)?;
        Ok(encoding::decoded_html(&bytes, None)?.text)
    }

    /// Unpacks an entry that is text, if it is there.
    pub(crate) fn text_if_there(&mut self, entry: &str) -> Result<Option<String>, ReadError> {
        match self.has(entry) {
            true => self.text(entry).map(Some),
            false => Ok(None),
        }
    }
}

/// How many entries the end of a zip file says it has: before all of them are read.
fn listed(bytes: &[u8]) -> usize {
    let from = bytes.len().saturating_sub(END);
    let tail = &bytes[from..];
    let end = tail.windows(4).rposition(|at| at == b"PK\x05\x06");
    let count = end.and_then(|end| tail.get(end + 10..end + 12));
    count.map_or(0, |count| {
        usize::from(u16::from_le_bytes([count[0], count[1]]))
    })
}

/// Names as UTF-8, or in the encoding that all of them are most likely in.
fn decoded_names(raw: &[Vec<u8>]) -> Vec<String> {
    let utf_8: Result<Vec<String>, _> = raw.iter().cloned().map(String::from_utf8).collect();
    if let Ok(names) = utf_8 {
        return names;
    }
    let all = raw.join(&b'\n');
    let guessed = encoding::decoded(&all, None).map(|decoded| decoded.text);
    let names: Vec<String> = guessed
        .unwrap_or_default()
        .split('\n')
        .map(str::to_owned)
        .collect();
    match names.len() == raw.len() {
        true => names,
        false => raw
            .iter()
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect(),
    }
}

/// Whether a name stays within the archive.
fn is_safe(path: &str) -> bool {
    let leads_out = path.split('/').any(|part| part == "..");
    let is_absolute = path.starts_with('/') || path.get(1..2) == Some(":");
    !(path.is_empty() || leads_out || is_absolute || path.contains('\0'))
}

fn refused(name: &str, error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::Encrypted(name.to_owned())
        }
        error => ReadError::Damaged {
            name: name.to_owned(),
            why: error.to_string(),
        },
    }
}
