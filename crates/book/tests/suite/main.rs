//! Exports of whole books, through the public façade.

#![allow(clippy::unwrap_used)]

mod bad_input;
mod books;
mod docx;
mod epub;
mod opened;
mod text_formats;
