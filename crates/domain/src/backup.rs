//! A copy of the database, as the studio lists it.

use crate::Timestamp;
use serde::{Deserialize, Serialize};

/// One copy of the whole database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFile {
    /// Where it is.
    pub file: String,
    /// When it was made.
    pub at: Timestamp,
    /// Its size.
    pub bytes: u64,
}
