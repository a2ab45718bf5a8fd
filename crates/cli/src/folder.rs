//! The data folder, and how it is opened in this process.

use crate::CliError;
use async_trait::async_trait;
use axum::Router;
use std::path::PathBuf;

/// The data folder that a command is for.
#[async_trait(?Send)]
pub trait DataFolder {
    /// Where it is.
    fn path(&self) -> Result<PathBuf, CliError>;
    /// Opens it as a studio would, with workers where it is to execute runs.
    async fn open(&self, executes_runs: bool) -> Result<Box<dyn OpenedFolder>, CliError>;
}

/// A data folder that is open in this process.
#[async_trait(?Send)]
pub trait OpenedFolder {
    /// All that a studio answers to.
    fn router(&self) -> Router;
    /// Ends in order: what runs goes back to the queue.
    async fn close(self: Box<Self>);
}
