//! What a database file says of itself in its header: that it is ours (`application_id`), and whether it was closed,
//! is in use, or is a backup (`user_version`).

use sqlx::SqliteConnection;
use std::{fs::File, io::Read as _, path::Path};
use store::Result;

/// `FABL`.
const OURS: i32 = 0x4641_424c;

/// What the file was when its header was last written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Closed in order: all that was saved is in the file itself.
    Closed,
    /// A backup; whatever write-ahead log is beside it belongs to another file.
    Backup,
    /// Open in a studio: the newest changes may be in the write-ahead log beside it.
    Open,
}

impl FileState {
    const fn number(self) -> i32 {
        match self {
            Self::Closed => 0,
            Self::Backup => 1,
            Self::Open => 2,
        }
    }
}

/// What the header of a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    /// No bytes at all.
    Empty,
    /// Not SQLite.
    Foreign,
    /// SQLite, with an application's own number (0: none).
    Sqlite {
        is_ours: bool,
        is_unmarked: bool,
        in_use: FileState,
    },
}

/// Reads the header; `None` where there is no file.
pub(crate) fn header(file: &Path) -> std::io::Result<Option<Header>> {
    let opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut head = Vec::with_capacity(100);
    opened.take(100).read_to_end(&mut head)?;
    if head.is_empty() {
        return Ok(Some(Header::Empty));
    }
    if head.len() < 100 || !head.starts_with(b"SQLite format 3\0") {
        return Ok(Some(Header::Foreign));
    }
    let number = |at: usize| {
        let bytes = [head[at], head[at + 1], head[at + 2], head[at + 3]];
        i32::from_be_bytes(bytes)
    };
    let application = number(68);
    Ok(Some(Header::Sqlite {
        is_ours: application == OURS,
        is_unmarked: application == 0,
        in_use: match number(60) {
            1 => FileState::Backup,
            2 => FileState::Open,
            _ => FileState::Closed,
        },
    }))
}

/// Marks the database as ours.
pub(crate) async fn claim(sql: &mut SqliteConnection) -> Result<()> {
    let pragma = format!("PRAGMA application_id = {OURS}");
    sqlx::query(sqlx::AssertSqlSafe(pragma))
        .execute(sql)
        .await?;
    Ok(())
}

/// Notes what the file is from now on.
pub async fn set(sql: &mut SqliteConnection, to: FileState) -> Result<()> {
    let pragma = format!("PRAGMA user_version = {}", to.number());
    sqlx::query(sqlx::AssertSqlSafe(pragma))
        .execute(sql)
        .await?;
    Ok(())
}
