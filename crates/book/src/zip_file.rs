//! A zip file in memory, the same bytes for the same contents.

use crate::ExportError;
use domain::Timestamp;
use std::io::{Cursor, Write as _};
use time::OffsetDateTime;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Collects files.
pub(crate) struct ZipFile {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
    format: &'static str,
}

impl ZipFile {
    /// An empty one, whose files bear this time.
    pub(crate) fn new(format: &'static str, modified: Timestamp) -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(date(modified));
        Self {
            writer: ZipWriter::new(Cursor::new(Vec::new())),
            options,
            format,
        }
    }

    /// Adds a file.
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let failed = ExportError::failed(self.format);
        self.writer
            .start_file(path, self.options)
            .map_err(|error| failed(&error))?;
        self.writer.write_all(bytes).map_err(|error| failed(&error))
    }

    /// The finished file.
    pub(crate) fn finish(self) -> Result<Vec<u8>, ExportError> {
        let failed = ExportError::failed(self.format);
        let cursor = self.writer.finish().map_err(|error| failed(&error))?;
        Ok(cursor.into_inner())
    }
}

/// A moment as zip files have it; its first moment for one that they can't have.
fn date(at: Timestamp) -> DateTime {
    let date = || {
        let at = OffsetDateTime::from_unix_timestamp(at.millis().div_euclid(1000)).ok()?;
        let year = u16::try_from(at.year()).ok()?;
        DateTime::from_date_and_time(
            year,
            at.month().into(),
            at.day(),
            at.hour(),
            at.minute(),
            at.second(),
        )
        .ok()
    };
    date().unwrap_or_default()
}
