//! A whole story as a JSON file: written row by row, and read row by row, so that neither takes more memory than a row.
//!
//! docs/story-file.md describes the format.

use crate::{Error, Result};
use domain::StoryId;
use exchange::import::{STORY_FORMAT, STORY_FORMAT_VERSION};
use serde::{
    Deserializer,
    de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fmt,
    io::{self, BufWriter, Read, Seek as _, Write},
    str::FromStr as _,
};
use store::{ExportedRow, clock};
use tempfile::SpooledTempFile;
use tokio::sync::mpsc;

/// Smaller files stay in memory.
const IN_MEMORY: usize = 1 << 20;

/// How much of a file tells whether it is one.
const HEAD: usize = 4_096;

/// A finished file, to be read from its beginning.
pub struct StoryFile {
    /// How many bytes it has.
    pub size: u64,
    /// What is in it.
    pub content: Box<dyn Read + Send>,
}

/// Writes the rows of a story as they come.
pub(crate) fn write(mut rows: mpsc::Receiver<ExportedRow>) -> io::Result<StoryFile> {
    let mut file = BufWriter::new(SpooledTempFile::new(IN_MEMORY));
    let now = serde_json::to_string(&clock::now())?;
    write!(
        file,
        "{{\n\"format\": \"{STORY_FORMAT}\",\n\"format_version\": {STORY_FORMAT_VERSION},\n\"exported_at\": {now}"
    )?;
    let mut table: Option<String> = None;
    while let Some(row) = rows.blocking_recv() {
        if table.as_ref() == Some(&row.table) {
            write!(file, ",\n{}", row.fields)?;
        } else {
            let end = if table.is_some() { "\n]" } else { "" };
            write!(file, "{end},\n\"{}\": [\n{}", row.table, row.fields)?;
            table = Some(row.table);
        }
    }
    let end = if table.is_some() { "\n]" } else { "" };
    write!(file, "{end}\n}}\n")?;
    let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    let size = file.stream_position()?;
    file.rewind()?;
    Ok(StoryFile {
        size,
        content: Box::new(file),
    })
}

/// Whether a file says that it is one.
pub(crate) fn is_one(content: &[u8]) -> bool {
    let head = &content[..content.len().min(HEAD)];
    let head = String::from_utf8_lossy(head);
    let begins = head.trim_start_matches('\u{feff}').trim_start();
    begins.starts_with('{') && begins.contains(&format!("\"{STORY_FORMAT}\""))
}

/// What a file has besides its rows.
#[derive(Debug, Default)]
pub(crate) struct StoryFileHeader {
    format: Option<String>,
    version: Option<Value>,
    /// All ids.
    pub(crate) ids: BTreeSet<String>,
    /// Fields that are no lists.
    pub(crate) unknown: Vec<String>,
    /// Why the file could be read only up to there.
    pub(crate) ended: Option<String>,
}

impl StoryFileHeader {
    /// Refuses what this studio can't read as a whole.
    pub(crate) fn check(&self, name: &str) -> Result<()> {
        if self.format.as_deref() != Some(STORY_FORMAT) {
            return Err(Error::Invalid(format!(
                "“{name}” is JSON, but no story that Fablewright exported. Choose another file."
            )));
        }
        match self.version.as_ref().map(Value::as_u64) {
            Some(Some(STORY_FORMAT_VERSION)) => Ok(()),
            Some(Some(newer)) if newer > STORY_FORMAT_VERSION => Err(Error::Invalid(format!(
                "“{name}” was exported by a newer version of Fablewright (format {newer}; this one reads format \
                 {STORY_FORMAT_VERSION}). Update this studio, then import the file again."
            ))),
            _ => Err(Error::Invalid(format!(
                "“{name}” does not say which version of the format it has. Export the story again."
            ))),
        }
    }
}

/// Reads a file; each row goes to `row`, which says whether to go on. What comes after a fault can't be read.
pub(crate) fn read(content: &[u8], mut row: impl FnMut(&str, Value) -> bool) -> StoryFileHeader {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let mut head = StoryFileHeader::default();
    let mut json = serde_json::Deserializer::from_slice(content);
    let visitor = FileVisitor {
        head: &mut head,
        row: &mut row,
    };
    let read = json.deserialize_map(visitor).and_then(|()| json.end());
    head.ended = read.err().map(|error| error.to_string());
    head
}

/// Collects the ids of a file.
pub(crate) fn head(content: &[u8]) -> StoryFileHeader {
    let mut ids = BTreeSet::new();
    let mut head = read(content, |_, row| {
        collect(&row, &mut ids);
        true
    });
    head.ids = ids;
    head
}

fn collect(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        // Ids of all kinds have one form; only texts of that length are looked at.
        Value::String(text) if text.len() == 36 && StoryId::from_str(text).is_ok() => {
            ids.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, ids)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, ids)),
        _ => {}
    }
}

struct FileVisitor<'v> {
    head: &'v mut StoryFileHeader,
    row: &'v mut dyn FnMut(&str, Value) -> bool,
}

impl<'de> Visitor<'de> for FileVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the lists of a story")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> std::result::Result<(), A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            match name.as_str() {
                "format" => {
                    let format: Value = fields.next_value()?;
                    self.head.format = format.as_str().map(str::to_owned);
                }
                "format_version" => self.head.version = Some(fields.next_value()?),
                "exported_at" => drop(fields.next_value::<Value>()?),
                _ => {
                    let rows = RowsVisitor {
                        table: &name,
                        row: self.row,
                    };
                    if !fields.next_value_seed(rows)? {
                        self.head.unknown.push(name);
                    }
                }
            }
        }
        Ok(())
    }
}

/// A list of rows; anything else is passed over, and answers `false`.
struct RowsVisitor<'v> {
    table: &'v str,
    row: &'v mut dyn FnMut(&str, Value) -> bool,
}

impl<'de> DeserializeSeed<'de> for RowsVisitor<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> std::result::Result<bool, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RowsVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> std::result::Result<bool, A::Error> {
        while let Some(row) = rows.next_element::<Value>()? {
            if !(self.row)(self.table, row) {
                return Err(A::Error::custom("nobody reads on"));
            }
        }
        Ok(true)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> std::result::Result<bool, A::Error> {
        while fields
            .next_entry::<String, serde::de::IgnoredAny>()?
            .is_some()
        {}
        Ok(false)
    }

    fn visit_bool<E>(self, _: bool) -> std::result::Result<bool, E> {
        Ok(false)
    }

    fn visit_i64<E>(self, _: i64) -> std::result::Result<bool, E> {
        Ok(false)
    }

    fn visit_u64<E>(self, _: u64) -> std::result::Result<bool, E> {
        Ok(false)
    }

    fn visit_f64<E>(self, _: f64) -> std::result::Result<bool, E> {
        Ok(false)
    }

    fn visit_str<E>(self, _: &str) -> std::result::Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E>(self) -> std::result::Result<bool, E> {
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_fault() {
        let id = "0196f3a2-7c5e-7d10-9b1a-2f4c6e8a0b1d";
        let whole = format!(
            r#"{{"later": 7, "format": "{STORY_FORMAT}", "format_version": 1, "odd": {{"a": []}},
               "stories": [{{"id": "{id}"}}, 3], "chapters": [{{"x": ["{id}"]}}]}}"#
        );
        assert!(is_one(whole.as_bytes()));
        let mut rows = Vec::new();
        let read = read(whole.as_bytes(), |table, _| {
            rows.push(table.to_owned());
            true
        });
        assert_eq!(rows, ["stories", "stories", "chapters"]);
        assert_eq!(read.unknown, ["later", "odd"]);
        assert!(read.ended.is_none() && read.check("a").is_ok());
        assert_eq!(head(whole.as_bytes()).ids.len(), 1);
        let cut = head(&whole.as_bytes()[..whole.len() - 20]);
        assert!(cut.ended.is_some() && cut.check("a").is_ok());
        let newer = whole.replace("\"format_version\": 1", "\"format_version\": 99");
        let said = head(newer.as_bytes())
            .check("a.json")
            .map_err(|it| it.to_string());
        assert!(said.is_err_and(|said| said.contains("newer version") && said.contains("99")));
        assert!(head(b"[]").check("a").is_err() && head(b"").check("a").is_err());
    }
}
