//! What is done for the data by itself: a daily backup, and telling people what can't be read.

use crate::{Error, Result};
use domain::{BackupReason, NoticeLevel};
use std::{sync::Arc, time::Duration};
use store::{Store, clock};
use tokio_util::{sync::CancellationToken, task::AbortOnDropHandle};

/// The start belongs to people and their runs.
const AFTER_START: Duration = Duration::from_secs(2);

/// How often the age of the newest backup is looked at; and how often, while there is nothing to copy.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
const LOOK_FOR_FIRST: Duration = Duration::from_secs(5);

/// After a backup that failed, the next one is tried so much later.
const AFTER_FAILURE: Duration = Duration::from_secs(60 * 60);

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Of so many unreadable values each is told by itself.
const TOLD_EACH: usize = 10;

/// Looks after the data until the process ends. A panic in it is logged, and it begins anew.
pub(crate) async fn run(store: Arc<dyn Store>, closing: CancellationToken, has_pages: bool) {
    loop {
        let care = tokio::spawn(run_once(Arc::clone(&store), closing.clone(), has_pages));
        match AbortOnDropHandle::new(care).await {
            Err(ended) if !ended.is_cancelled() && !closing.is_cancelled() => {
                tracing::error!(%ended, "looking after the data broke off");
            }
            _ => return,
        }
        if !wait(&closing, AFTER_FAILURE).await {
            return;
        }
    }
}

async fn run_once(store: Arc<dyn Store>, closing: CancellationToken, has_pages: bool) {
    if has_pages {
        for found in store.found_at_start() {
            notify(&*store, NoticeLevel::Warn, &found.to_string()).await;
        }
    }
    if !wait(&closing, AFTER_START).await {
        return;
    }
    if has_pages {
        tell_unreadable(&*store).await;
    }
    loop {
        let pause = match back_up_if_due(&*store).await {
            Ok(true) => LOOK_AGAIN,
            Ok(false) => LOOK_FOR_FIRST,
            Err(error) => {
                tracing::error!(cause = ?error, "the daily backup could not be made");
                let text = format!("The daily backup could not be made. {error}");
                notify(&*store, NoticeLevel::Error, &text).await;
                AFTER_FAILURE
            }
        };
        if !wait(&closing, pause).await {
            return;
        }
    }
}

/// Makes the day's backup, unless there is one. Whether there is anything to copy.
async fn back_up_if_due(store: &dyn Store) -> Result<bool> {
    let now = clock::now().millis();
    // One from the future was made under another clock.
    let is_recent = |at: domain::Timestamp| (now - at.millis()).abs() < DAY_MS;
    if store.last_backup().await?.is_some_and(is_recent) {
        return Ok(true);
    }
    if !store.is_worth_a_backup().await? {
        return Ok(false);
    }
    let made = store.back_up(BackupReason::Daily).await?;
    tracing::info!(file = %made.file, "a backup was made");
    Ok(true)
}

async fn tell_unreadable(store: &dyn Store) {
    let found = match store.unreadable().await {
        Ok(found) => found,
        Err(error) => {
            tracing::error!(cause = ?error, "could not look for values that can't be read");
            return;
        }
    };
    for text in &found {
        tracing::error!("{text}");
    }
    let more = found.len().saturating_sub(TOLD_EACH);
    let kept = "What is stored was not changed; a backup may have it whole.";
    for text in found.iter().take(TOLD_EACH) {
        notify(store, NoticeLevel::Error, &format!("{text} {kept}")).await;
    }
    if more > 0 {
        let text = format!("{more} more values can't be read; the log names them. {kept}");
        notify(store, NoticeLevel::Error, &text).await;
    }
}

async fn notify(store: &dyn Store, level: NoticeLevel, text: &str) {
    match store.announce(level, text).await {
        Ok(()) | Err(Error::DiskFull(_)) => {}
        Err(error) => tracing::warn!(cause = ?error, "a notice could not be told: {text}"),
    }
}

/// Waits; whether there is a reason to go on.
async fn wait(closing: &CancellationToken, time: Duration) -> bool {
    tokio::select! {
        () = tokio::time::sleep(time) => true,
        () = closing.cancelled() => false,
    }
}
