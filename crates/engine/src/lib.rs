//! Durable runs and the pipeline.
//!
//! [`Engine`] is the one façade over everything a caller may do. Architecture invariant: this crate knows
//! no HTTP server and no page; REST handlers and server functions alike hold no rule, they call it.

mod facade;
mod maintenance;
mod pipeline;
mod story_file;
mod templates;
mod trial;
mod worker;

/// The contract with whatever writes text, and who keeps it.
pub mod model {
    pub use llm_client::{self as server, Server, ServerModel, models::CommandLineServer};
    pub use prompts as prompt;
    pub use writing::*;
}

/// The ports to what is kept, and the one store there is.
pub mod store {
    pub use ::store::*;
}

pub use ::book;
pub use ::checks;
pub use ::store::hub;
pub use ::store::{CancelScope, RunFilter};
pub use ::store::{Error, Result};
pub use facade::{Engine, EngineOptions, EventStream, SentFile};
pub use llm_client::secrets;
pub use story_file::StoryFile;
