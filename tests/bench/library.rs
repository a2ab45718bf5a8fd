//! A large library, measured on the real binary: `cargo xtask bench library`.
//!
//! 200 stories, 10,000 chapters and 30 million words. `FABLEWRIGHT_LIBRARY=0.01` makes all of it a hundredth as large, to
//! try the bench itself: its figures say nothing then.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints its table and stops at the first thing that goes wrong"
)]

mod library_fill;

use library_fill::{Filled, MARK, fill};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::{Binary, Client, figures::Figures, read};

/// How often a page or a resource is asked for.
const VISITS: usize = 200;

/// Goals, in milliseconds: a search while somebody types, a page, and so on.
const SEARCH: f64 = 50.0;
const PAGE: f64 = 10.0;
const WAIT: f64 = 100.0;

/// Between the parts of a form.
const BOUNDARY: &str = "a-boundary-that-no-text-has";

#[tokio::main]
async fn main() {
    let scale = std::env::var("FABLEWRIGHT_LIBRARY").ok();
    let scale: f64 = scale.map_or(1.0, |scale| scale.parse().unwrap());
    let data = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let filled = fill(data.path(), scale).await;
    println!(
        "{} stories, {} chapters, {} words, filled in {:.0} s",
        filled.stories.len(),
        filled.chapters,
        filled.words,
        began.elapsed().as_secs_f64()
    );
    let studio = Binary::start(data.path(), "0").await;
    let mut table = Figures::new("library");
    search(&mut table, &studio.client, &filled).await;
    pages(&mut table, &studio.client, &filled).await;
    exports(&mut table, &studio, &filled).await;
    import(&mut table, &studio.client, &filled).await;
    replace(&mut table, &studio.client, &filled).await;
    duplicate(&mut table, &studio.client, &filled).await;
    backup(&mut table, &studio.client, &filled).await;
    table.finish();
    studio.terminate().await;
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

/// A request that must succeed, and the time until its whole body was there.
async fn get(client: &Client, path: &str) -> f64 {
    let began = Instant::now();
    let answer = client.request(reqwest::Method::GET, path).send().await;
    let answer = answer.unwrap();
    let status = answer.status();
    answer.bytes().await.unwrap();
    assert!(status.is_success(), "{status} {path}");
    ms(began.elapsed())
}

async fn post(client: &Client, path: &str, body: Value) -> (Value, f64) {
    let began = Instant::now();
    let (status, answer) = client.post(path, body).await;
    assert!(status.is_success(), "{status} {path}: {answer}");
    (answer, ms(began.elapsed()))
}

/// Each key of a phrase is a search: of words that are there, and of words that are nowhere.
async fn search(table: &mut Figures, client: &Client, filled: &Filled) {
    for (what, of) in [
        (
            "search in a story, as one types (ms)",
            format!("{}/search", filled.stories[0]),
        ),
        (
            "search in the library, as one types (ms)",
            "/api/v1/search".to_owned(),
        ),
    ] {
        let mut took = Vec::new();
        for phrase in &filled.phrases {
            for length in 1..=phrase.chars().count() {
                let typed: String = phrase.chars().take(length).collect();
                if typed.trim().is_empty() {
                    continue;
                }
                let address = client.base.clone() + &of;
                let query = [("q", typed.as_str()), ("limit", "20")];
                let url = reqwest::Url::parse_with_params(&address, query).unwrap();
                let path = &url.as_str()[client.base.len()..];
                took.push(get(client, path).await);
            }
        }
        table.spread(what, Some(SEARCH), &took);
    }
}

async fn pages(table: &mut Figures, client: &Client, filled: &Filled) {
    let story = filled.stories[filled.stories.len() / 2].clone();
    let page = story.strip_prefix("/api/v1").unwrap().to_owned();
    for (what, path) in [
        ("page of the library (ms)", "/".to_owned()),
        ("page of a story (ms)", page.clone()),
        ("page of a chapter (ms)", format!("{page}/write/1")),
        (
            "REST: stories, 50 of them (ms)",
            "/api/v1/stories?limit=50".to_owned(),
        ),
        ("REST: a story (ms)", story.clone()),
        (
            "REST: chapters of a story (ms)",
            format!("{story}/chapters"),
        ),
        (
            "REST: text of a chapter (ms)",
            format!("{story}/chapters/1/text"),
        ),
    ] {
        get(client, &path).await;
        let mut took = Vec::with_capacity(VISITS);
        for _ in 0..VISITS {
            took.push(get(client, &path).await);
        }
        table.spread(what, Some(PAGE), &took);
    }
}

/// The most memory that the process had since it was last asked to forget, and what it has now, in megabytes.
fn memory(pid: u32) -> (f64, f64) {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let value = line.and_then(|line| line.trim().strip_suffix(" kB"));
        value.map_or(0.0, |value| value.trim().parse::<f64>().unwrap() / 1024.0)
    };
    (of("VmHWM:"), of("VmRSS:"))
}

/// A book of 100,000 words.
async fn exports(table: &mut Figures, studio: &Binary, filled: &Filled) {
    for (format, goal) in [("epub", 1_000.0), ("docx", 2_000.0), ("pdf", 5_000.0)] {
        // From here on, the most is counted anew.
        let _ = std::fs::write(format!("/proc/{}/clear_refs", studio.pid()), "5");
        let (_, before) = memory(studio.pid());
        let path = format!("{}/export?format={format}", filled.book);
        let took = get(&studio.client, &path).await;
        let (most, _) = memory(studio.pid());
        table.one(&format!("{format} of 100,000 words (ms)"), Some(goal), took);
        let goal = (format == "pdf").then_some(150.0);
        table.one(
            &format!("{format}: memory it takes (MB)"),
            goal,
            most - before,
        );
    }
}

/// A document of 300,000 words becomes a story: the preview and the story.
async fn import(table: &mut Figures, client: &Client, filled: &Filled) {
    let path = format!("{}/export?format=docx", filled.manuscript);
    let answer = client.request(reqwest::Method::GET, &path).send().await;
    let document = answer.unwrap().bytes().await.unwrap();
    let mut body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"book.docx\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(&document);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let began = Instant::now();
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = client.request(reqwest::Method::POST, "/api/v1/imports");
    let request = request.header("content-type", kind).body(body);
    let (status, preview) = read(request.send().await.unwrap()).await;
    assert_eq!(status, 201, "{preview}");
    let import = preview["id"].as_str().unwrap();
    post(
        client,
        &format!("/api/v1/imports/{import}/accept"),
        json!({}),
    )
    .await;
    table.one(
        "import of a DOCX of 300,000 words (ms)",
        Some(5_000.0),
        ms(began.elapsed()),
    );
}

/// A word that is in 1,000 chapters ten times each, there and back.
async fn replace(table: &mut Figures, client: &Client, filled: &Filled) {
    let path = format!("{}/replace", filled.long);
    let pattern = json!({"find": MARK, "replace": "Samarkand", "whole_words": true});
    let mut preview = pattern.clone();
    preview["preview"] = json!(true);
    let (found, took) = post(client, &path, preview).await;
    let places = found["places"].as_u64().unwrap();
    table.one(&format!("preview of {places} places (ms)"), None, took);
    let (made, took) = post(client, &path, pattern).await;
    assert_eq!(made["changed"].as_u64(), Some(places));
    table.one(
        &format!("replace of {places} places (ms)"),
        Some(3_000.0),
        took,
    );
    let undo = format!("{path}/{}/undo", made["undo"].as_str().unwrap());
    let (_, took) = post(client, &undo, json!({})).await;
    table.one("its undo (ms)", None, took);
}

async fn duplicate(table: &mut Figures, client: &Client, filled: &Filled) {
    let path = format!("{}/duplicate", filled.long);
    let (_, took) = post(client, &path, json!({})).await;
    table.one("duplicate of a story of 1,000 chapters (ms)", None, took);
}

/// A backup of all of it, and how long pages wait meanwhile.
async fn backup(table: &mut Figures, client: &Client, filled: &Filled) {
    let page = filled.stories[0].strip_prefix("/api/v1").unwrap();
    let page = format!("{page}/write/1");
    let making = post(client, "/api/v1/backups", json!({}));
    tokio::pin!(making);
    let mut waits = Vec::new();
    let took = loop {
        tokio::select! {
            (_, took) = &mut making => break took,
            wait = get(client, &page) => waits.push(wait),
        }
    };
    table.one("backup of the library (ms)", Some(20_000.0), took);
    let longest = waits.into_iter().fold(0.0, f64::max);
    table.one("longest wait of a page meanwhile (ms)", Some(WAIT), longest);
}
