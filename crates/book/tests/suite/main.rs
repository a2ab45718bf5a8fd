//! Exports of whole books, through the public façade.

#![allow(clippy::unwrap_used)]

mod bad_input;
mod books;
mod docx;
mod epub;
mod opened;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod text_formats;
