//! What is printed on the standard output.

use crate::{
    error::CliError,
    transport::{ApiRequest, Transport},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::io::{self, Write as _};

/// The most items that the API answers at once.
const PAGE: u32 = 200;

/// Prints text as it is. A reader that has gone is an error, not a panic.
pub(crate) fn print(text: &str) -> Result<(), CliError> {
    print_bytes(text.as_bytes())
}

/// The same for what is no text.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// A line on stderr, for a person who watches. Where nobody does, it is lost.
pub(crate) fn remark(line: &str) {
    drop(writeln!(io::stderr().lock(), "{line}"));
}

/// An answer of the API as it was sent.
pub(crate) struct JsonText(Vec<u8>);

impl JsonText {
    /// Asks for one thing.
    pub(crate) async fn ask(studio: &Transport, request: ApiRequest) -> Result<Self, CliError> {
        Ok(Self(studio.send(request).await?.bytes().await?))
    }

    /// Asks for a whole list: its first page as it was sent, or all of its pages as one.
    pub(crate) async fn list(studio: &Transport, path: &str) -> Result<Self, CliError> {
        let and = if path.contains('?') { '&' } else { '?' };
        let first = Self::ask(studio, ApiRequest::get(format!("{path}{and}limit={PAGE}"))).await?;
        let mut whole: Value = first.read()?;
        if whole["next"].is_null() {
            return Ok(first);
        }
        while let Some(next) = whole["next"].as_str() {
            let after = crate::transport::encoded(next);
            let request = ApiRequest::get(format!("{path}{and}limit={PAGE}&after={after}"));
            let mut page: Value = Self::ask(studio, request).await?.read()?;
            if let (Some(all), Some(more)) =
                (whole["items"].as_array_mut(), page["items"].as_array_mut())
            {
                all.append(more);
            }
            whole["next"] = page["next"].take();
        }
        Ok(Self(whole.to_string().into_bytes()))
    }

    /// What it says.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, CliError> {
        serde_json::from_slice(&self.0).map_err(|error| {
            CliError::failed(format!(
                "The studio's answer can't be read ({error}). Use the `fablewright` of the same version as the studio."
            ))
        })
    }

    /// Prints it, and the end of the line.
    pub(crate) fn print(mut self) -> Result<(), CliError> {
        self.0.push(b'\n');
        print_bytes(&self.0)
    }
}
