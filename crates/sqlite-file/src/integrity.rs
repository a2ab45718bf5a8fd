//! Whether a database is whole, as far as SQLite itself can tell.

use sqlx::SqliteConnection;
use std::time::{Duration, Instant};
use store::{Error, Result};

/// SQLite's word for a statement that was broken off.
const INTERRUPTED: &str = "9";

/// SQLite asks whether to go on after so many steps of its machine: some tens of microseconds.
const STEPS: i32 = 10_000;

/// So often it goes on whatever the time: on a busy machine, too, a small file is checked to its end.
const ALWAYS: u32 = 2_000;

/// What came of a check that may take only so long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum IntegrityCheck {
    Whole,
    /// Whole, but for an index of full-text search.
    SearchIndexDamaged,
    /// The time was up before the end: a later backup checks the rest.
    Unfinished,
    /// What is wrong, in SQLite's words.
    Damaged(String),
}

/// How SQLite names damage in an index of full-text search. Such an index is made from the texts, and can be made again.
const SEARCH_INDEX: [&str; 2] = ["FTS5 table", "fts5: corruption"];

fn is_of_search_index(said: &str) -> bool {
    SEARCH_INDEX.iter().any(|words| said.contains(words))
}

/// What a complete check found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// What is wrong, in SQLite's words.
    pub(crate) damage: Option<String>,
    /// Whether an index of full-text search is damaged.
    pub(crate) search_index: bool,
}

/// Checks everything but what can be made again; what is wrong, in SQLite's words.
pub(crate) async fn check(sql: &mut SqliteConnection) -> Result<Option<String>> {
    Ok(check_all(sql).await?.damage)
}

/// Checks everything.
pub(crate) async fn check_all(sql: &mut SqliteConnection) -> Result<Findings> {
    ask(sql, "PRAGMA integrity_check(20)").await
}

/// Checks for at most `time`: the structure of every table and index first (`quick_check`), then whether the
/// indexes agree with their tables (`integrity_check`).
pub(crate) async fn check_within(
    sql: &mut SqliteConnection,
    time: Duration,
) -> Result<IntegrityCheck> {
    let until = Instant::now() + time;
    let mut asked = 0_u32;
    sql.lock_handle()
        .await?
        .set_progress_handler(STEPS, move || {
            asked = asked.saturating_add(1);
            asked <= ALWAYS || Instant::now() < until
        });
    let mut checked = IntegrityCheck::Whole;
    for pragma in ["PRAGMA quick_check(20)", "PRAGMA integrity_check(20)"] {
        let found = match ask(sql, pragma).await {
            Ok(found) => found,
            Err(error) if is_interrupted(&error) => {
                if checked == IntegrityCheck::Whole {
                    checked = IntegrityCheck::Unfinished;
                }
                break;
            }
            Err(error) => return Err(error),
        };
        if let Some(damage) = found.damage {
            checked = IntegrityCheck::Damaged(damage);
            break;
        }
        if found.search_index {
            checked = IntegrityCheck::SearchIndexDamaged;
        }
    }
    sql.lock_handle().await?.remove_progress_handler();
    Ok(checked)
}

async fn ask(sql: &mut SqliteConnection, pragma: &'static str) -> Result<Findings> {
    let found: Result<Vec<String>, sqlx::Error> = sqlx::query_scalar(pragma).fetch_all(sql).await;
    match found {
        Ok(found) => {
            let lines = found.into_iter().filter(|line| line != "ok");
            let (of_search, others): (Vec<_>, Vec<_>) =
                lines.partition(|line| is_of_search_index(line));
            Ok(Findings {
                damage: others.into_iter().next(),
                search_index: !of_search.is_empty(),
            })
        }
        Err(sqlx::Error::Database(error)) if is_damage(error.code().as_deref()) => {
            let said = error.message();
            let search_index = is_of_search_index(said);
            Ok(Findings {
                damage: (!search_index).then(|| said.to_owned()),
                search_index,
            })
        }
        Err(error) => Err(error.into()),
    }
}

/// SQLITE_CORRUPT and SQLITE_NOTADB, whatever their details.
pub(crate) fn is_damage(code: Option<&str>) -> bool {
    let code = code.and_then(|code| code.parse::<i32>().ok());
    matches!(code.map(|code| code & 0xff), Some(11 | 26))
}

fn is_interrupted(error: &Error) -> bool {
    said(error).is_some_and(|said| said.code().as_deref() == Some(INTERRUPTED))
}

/// What SQLite itself said, where it said something.
pub(crate) fn said(error: &Error) -> Option<&dyn sqlx::error::DatabaseError> {
    match error {
        Error::Store(cause) => match cause.downcast_ref::<sqlx::Error>() {
            Some(sqlx::Error::Database(said)) => Some(&**said),
            _ => None,
        },
        _ => None,
    }
}
