//! What keeps the data safe beyond single writes.

use crate::error::Result;
use async_trait::async_trait;
use domain::{NoticeLevel, Timestamp};
use std::path::PathBuf;

/// Backups, checks, and what people are told of them.
#[async_trait]
pub trait MaintenanceStore: Send + Sync {
    /// Makes a checked copy of everything, and answers where it is.
    async fn back_up(&self) -> Result<PathBuf>;
    /// When the newest copy was made.
    async fn last_backup(&self) -> Result<Option<Timestamp>>;
    /// Whether there is anything to copy.
    async fn is_worth_a_backup(&self) -> Result<bool>;
    /// Stored values that can't be read, each in a sentence for a person.
    async fn unreadable(&self) -> Result<Vec<String>>;
    /// What a person should be told of how the data was found at the start; once.
    fn found_at_start(&self) -> Vec<String>;
    /// Tells all open pages something.
    async fn announce(&self, level: NoticeLevel, text: &str) -> Result<()>;
}
