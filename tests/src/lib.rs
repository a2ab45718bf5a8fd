//! What the end-to-end tests share: a studio in this process or as the real binary, and a client.

#![allow(clippy::unwrap_used, missing_docs)]

mod binary;
mod client;
pub mod figures;
mod in_process;
mod llama;

pub use binary::Binary;
pub use client::{Client, Sse, read};
pub use in_process::InProcess;
pub use llama::Llama;
