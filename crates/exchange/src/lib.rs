//! What goes out of the studio and what comes in: the options of an export, and the preview of an import.
//!
//! Architecture invariant: plain data and pure rules, as in [`domain`]; it compiles for the server and for wasm32.

pub mod export;
pub mod import;
