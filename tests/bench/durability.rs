//! What durability costs, measured on the real binary: `cargo xtask bench durability`.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints its table and stops at the first thing that goes wrong"
)]

use engine::store::{EventLog as _, EventRetention};
use serde_json::{Value, json};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use store_sqlite::SqliteStore;
use tests::{Binary, Disk, Sse, figures::Figures};

/// Runs that write while others are cancelled.
const ACTIVE: usize = 8;
const CANCELS: usize = 200;
const KILLS: usize = 40;
const RESTARTS: usize = 15;

/// Longer than any stage without text takes; then something is stuck.
const TIMEOUT: Duration = Duration::from_secs(60);

#[tokio::main]
async fn main() {
    let mut table = Figures::new("durability");
    cancel(&mut table).await;
    lost_at_kill(&mut table).await;
    restart(&mut table).await;
    growth(&mut table).await;
    table.finish();
}

/// From the request to the event that says: the writer is silent and its text is on disk.
async fn cancel(table: &mut Figures) {
    let data = tempfile::tempdir().unwrap();
    let stories = outlined(data.path()).await;
    let studio = Binary::start_with(data.path(), "60", &["--workers", "8"]).await;
    let client = &studio.client;
    let mut events = client.events("/api/v1/events", None).await;
    let mut runs = Vec::new();
    for story in &stories {
        let chapter = json!({"kind": "chapter", "chapter": 1});
        runs.push(client.start(story, chapter).await);
    }
    let mut silent: Vec<&str> = runs.iter().map(String::as_str).collect();
    while !silent.is_empty() {
        let (_, name, data) = events.next().await.unwrap();
        silent.retain(|run| name != "text" || !run.ends_with(data["run"].as_str().unwrap()));
    }
    let mut took = Vec::with_capacity(CANCELS);
    let mut by_the_writer = Vec::with_capacity(CANCELS);
    for n in 0..CANCELS {
        let run = &runs[n % ACTIVE];
        let address = format!("{run}/cancel");
        let asked = Instant::now();
        let request = client.post(&address, json!({}));
        let cancelled = async {
            loop {
                let (_, name, data) = events.next().await.unwrap();
                if name == "run" && data["status"] == "cancelled" && run.ends_with(id(&data)) {
                    return (asked.elapsed(), data);
                }
            }
        };
        let ((status, answer), (time, data)) = tokio::join!(request, cancelled);
        assert_eq!(status, 200, "{answer}");
        took.push(time.as_secs_f64() * 1e3);
        by_the_writer.push(data["stopped_after_ms"].as_f64().unwrap());
        // It goes on writing, so that all eight are at work when the next is cancelled.
        client.post(&format!("{run}/resume"), json!({})).await;
        loop {
            let (_, name, data) = events.next().await.unwrap();
            if name == "text" && run.ends_with(data["run"].as_str().unwrap()) {
                break;
            }
        }
    }
    table.spread("cancel: request to text on disk, ms", Some(25.0), &took);
    table.spread("cancel: wish to silent writer, ms", None, &by_the_writer);
    studio.kill().await;
}

/// Stories with world and outline, so that runs begin with their chapter.
async fn outlined(data: &Path) -> Vec<String> {
    let studio = Binary::start(data, "0").await;
    let mut stories = Vec::new();
    for _ in 0..ACTIVE {
        let story = studio.client.story(3).await;
        let run = studio
            .client
            .start(&story, json!({"kind": "outline"}))
            .await;
        studio.client.ended(&run).await;
        stories.push(story);
    }
    studio.terminate().await;
    stories
}

async fn wait_for_text(events: &mut Sse) -> Instant {
    loop {
        let next = tokio::time::timeout(TIMEOUT, events.next()).await;
        let (_, name, _) = next.expect("it goes on writing").unwrap();
        if name == "text" {
            return Instant::now();
        }
    }
}

fn id(run: &Value) -> &str {
    run["id"].as_str().unwrap()
}

/// How old the last text is that was on disk when the process was killed: what came after it is lost.
async fn lost_at_kill(table: &mut Figures) {
    let mut ages = Vec::with_capacity(KILLS);
    let data = tempfile::tempdir().unwrap();
    let mut studio = Binary::start(data.path(), "400").await;
    let story = studio.client.story(200).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    for n in 0.. {
        let mut events = studio.client.events(&format!("{run}/events"), None).await;
        let mut last = wait_for_text(&mut events).await;
        let seen = wait_for_text(&mut events).await;
        // Somewhere within the time between two writes; another place each time.
        let until = seen + Duration::from_micros(7_300 * (n % 23));
        let mut is_drafting = true;
        while let Ok(Some((_, name, data))) =
            tokio::time::timeout_at(until.into(), events.next()).await
        {
            match name.as_str() {
                "text" => last = Instant::now(),
                "run" => is_drafting = data["stage"] == "draft",
                _ => {}
            }
        }
        let age = last.elapsed();
        studio.kill().await;
        // Between two drafts there is no text to be lost.
        if is_drafting {
            ages.push(age.as_secs_f64() * 1e3);
        }
        studio = Binary::start(data.path(), "400").await;
        if ages.len() == KILLS {
            break;
        }
        // Four deaths in a row within one scene: it wants a person to say that it shall go on.
        let (_, now) = studio.client.get(&run).await;
        if now["status"] == "failed" {
            studio
                .client
                .post(&format!("{run}/resume"), json!({}))
                .await;
        }
    }
    table.spread(
        "kill -9: age of the newest text on disk, ms",
        Some(100.0),
        &ages,
    );
    studio.kill().await;
}

/// From the start of the process to the first resumed token.
async fn restart(table: &mut Figures) {
    let data = tempfile::tempdir().unwrap();
    let mut times = Vec::with_capacity(RESTARTS);
    let mut studio = Binary::start(data.path(), "60").await;
    let story = studio.client.story(1).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    for _ in 0..RESTARTS {
        let live = format!("{run}/events");
        let mut events = studio.client.events(&live, None).await;
        wait_for_text(&mut events).await;
        // A person's resume: else four deaths in a row would make it wait for one.
        studio.client.post(&format!("{run}/pause"), json!({})).await;
        studio
            .client
            .until(&run, |run| run["status"] == "paused")
            .await;
        studio
            .client
            .post(&format!("{run}/resume"), json!({}))
            .await;
        let mut events = studio.client.events(&live, None).await;
        wait_for_text(&mut events).await;
        studio.kill().await;
        let stored = Disk::of(data.path()).await.events(0).await;
        let last = stored.last().map(|(seq, _)| *seq);
        let began = Instant::now();
        studio = Binary::start(data.path(), "60").await;
        // What comes after the last event of the dead is new.
        let mut events = studio.client.events(&live, last).await;
        let first = wait_for_text(&mut events).await;
        times.push((first - began).as_secs_f64() * 1e3);
    }
    table.spread(
        "restart to the first resumed token, ms",
        Some(1_000.0),
        &times,
    );
    studio.kill().await;
}

/// Bytes of the database for each byte of prose, with revisions of everything, after pruning.
async fn growth(table: &mut Figures) {
    let data = tempfile::tempdir().unwrap();
    let studio = Binary::start_with(data.path(), "2000", &["--workers", "8"]).await;
    studio.client.story(1).await;
    let empty = {
        let other = tempfile::tempdir().unwrap();
        let fresh = Binary::start(other.path(), "0").await;
        fresh.client.story(1).await;
        fresh.terminate().await;
        size(other.path())
    };
    let mut runs = Vec::new();
    for _ in 0..8 {
        let story = studio.client.story(12).await;
        let run = studio
            .client
            .start(&story, json!({"kind": "all_chapters"}))
            .await;
        runs.push((story, run));
    }
    let mut prose = 0;
    for (story, run) in &runs {
        let ended = studio
            .client
            .until(run, |run| run["status"] == "succeeded")
            .await;
        assert_eq!(ended["status"], "succeeded");
        for chapter in 1..=12 {
            let text = studio
                .client
                .text(&format!("{story}/chapters/{chapter}/text"))
                .await;
            prose += text.len();
        }
    }
    studio.terminate().await;
    let before = size(data.path());
    let store = SqliteStore::open(data.path()).await.unwrap();
    let keep = EventRetention {
        at_most: 20_000,
        at_least: 1_000,
        since: domain::Timestamp(i64::MAX),
    };
    store.prune_events(keep).await.unwrap();
    store.close().await;
    let after = size(data.path());
    let ratio = |bytes: u64| (bytes - empty) as f64 / prose as f64;
    table.one(
        "database bytes per byte of prose, events not pruned",
        None,
        ratio(before),
    );
    table.one(
        "database bytes per byte of prose, pruned",
        Some(3.0),
        ratio(after),
    );
}

fn size(folder: &Path) -> u64 {
    ["fablewright.db", "fablewright.db-wal"]
        .iter()
        .filter_map(|name| std::fs::metadata(folder.join(name)).ok())
        .map(|file| file.len())
        .sum()
}
