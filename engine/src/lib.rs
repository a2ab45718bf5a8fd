//! Durable runs, the pipeline, the store and language models.
//!
//! [`Engine`] is the one façade over everything a caller may do. Architecture invariant: this crate knows
//! no HTTP server and no page; REST handlers and server functions alike hold no rule, they call it.

mod builtin;
pub mod checks;
mod clock;
mod compare;
mod error;
mod facade;
mod fields;
mod files;
pub mod hub;
mod ids;
mod logbook;
pub mod model;
mod pipeline;
mod prose;
mod rules;
pub mod secrets;
pub mod store;
mod templates;
mod trouble;
mod upkeep;
mod worker;

pub use error::{Error, Result};
pub use facade::{Engine, EngineOptions, EventStream};
pub use store::{CancelScope, RunFilter};
