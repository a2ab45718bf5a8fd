//! What the end-to-end tests share: a studio in this process or as the real binary, and a client.

// `continuity` is also a module of the engine's own test, which uses other parts of it.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

mod binary;
mod client;
pub mod continuity;
mod dice;
mod disk;
pub mod figures;
mod in_process;
mod llama;
pub mod mean_server;
mod mirror;
mod skipped;

pub use binary::Binary;
pub use client::{Client, Sse, http, read};
pub use dice::SplitMix64;
pub use disk::{Disk, DiskDraft, DiskRun};
pub use in_process::InProcess;
pub use llama::Llama;
pub use mirror::Mirror;
pub use skipped::skipped;
