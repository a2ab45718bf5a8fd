//! What the studio adds to a model's own time: `cargo xtask bench models`.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints its table and stops at the first thing that goes wrong"
)]

use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tests::{
    Binary, Client, Llama, Sse,
    figures::Figures,
    mean_server::{Manner, MeanServer, RequestKind},
};

const CANCELS: usize = 100;
const FIRST_TOKENS: usize = 40;
const LONG_STORY: u32 = 1_000;
const PROMPTS: usize = 15;
const TURNS: usize = 5;

#[tokio::main]
async fn main() {
    let mut table = Figures::new("models");
    cancel(&mut table).await;
    first_token(&mut table).await;
    long_prompt(&mut table).await;
    own_time(&mut table).await;
    table.finish();
}

/// A studio whose prose comes from this server, everything else from the built-in writer.
async fn studio(data: &Path, model: &str, url: &str) -> Binary {
    let name = format!("openai:{model}");
    let studio = Binary::start_with(data, "0", &["--model", &name, "--model-url", url]).await;
    studio.client.only_prose().await;
    studio
}

async fn outlined(client: &Client, chapters: u32) -> String {
    let story = client.story(chapters).await;
    let run = client
        .start(&story, json!({"kind": "outline", "model": "builtin"}))
        .await;
    assert_eq!(client.ended(&run).await["status"], "succeeded");
    story
}

async fn text(events: &mut Sse) -> Instant {
    loop {
        let (_, name, data) = events.next().await.unwrap();
        assert_ne!(data["status"], "failed", "{data}");
        if name == "text" {
            return Instant::now();
        }
    }
}

/// From the request to the moment in which the model's server sees the connection closed.
async fn cancel(table: &mut Figures) {
    let data = tempfile::tempdir().unwrap();
    let server = MeanServer::start().await;
    server.always(Manner::Slow(Duration::from_millis(20)));
    let studio = studio(data.path(), "mean", &server.url).await;
    let story = outlined(&studio.client, 1).await;
    let chapter = json!({"kind": "chapter", "chapter": 1});
    let run = studio.client.start(&story, chapter).await;
    let mut events = studio
        .client
        .events(&format!("{run}/events?after=0"), None)
        .await;
    text(&mut events).await;
    let mut took = Vec::with_capacity(CANCELS);
    for _ in 0..CANCELS {
        let calls = server.asked().len();
        let asked = Instant::now();
        studio
            .client
            .post(&format!("{run}/cancel"), json!({}))
            .await;
        server
            .until(|asked| asked[calls - 1].hung_up.is_some())
            .await;
        let closed = server.asked()[calls - 1].hung_up.unwrap();
        took.push((closed - asked).as_secs_f64() * 1e3);
        studio
            .client
            .until(&run, |run| run["status"] == "cancelled")
            .await;
        studio
            .client
            .post(&format!("{run}/resume"), json!({}))
            .await;
        server.until(|asked| asked.len() > calls).await;
        text(&mut events).await;
    }
    table.spread(
        "cancel: request to closed connection, ms",
        Some(25.0),
        &took,
    );
    studio.kill().await;
}

/// From the stage's beginning, as an open page is told, to the request at the server, and from there to the
/// first token on the page: the server answers at once, so all of it is the studio's.
async fn first_token(table: &mut Figures) {
    let data = tempfile::tempdir().unwrap();
    let server = MeanServer::start().await;
    let studio = studio(data.path(), "mean", &server.url).await;
    let mut added = Vec::with_capacity(FIRST_TOKENS);
    for _ in 0..FIRST_TOKENS {
        let story = outlined(&studio.client, 1).await;
        let chapter = json!({"kind": "chapter", "chapter": 1});
        // Followed from before it begins: an event that is read later shows the run as it is then.
        let mut events = studio.client.events("/api/v1/events", None).await;
        let run = studio.client.start(&story, chapter).await;
        let begun = stage(&mut events, "draft").await;
        added.push((text(&mut events).await - begun).as_secs_f64() * 1e3);
        studio.client.ended(&run).await;
    }
    added.sort_by(f64::total_cmp);
    table.spread("first token: what the studio adds, ms", None, &added);
    table.one(
        "first token: what the studio adds, median, ms",
        Some(5.0),
        added[added.len() / 2],
    );
    studio.kill().await;
}

/// Waits until a page is told that a stage begins.
async fn stage(events: &mut Sse, wanted: &str) -> Instant {
    loop {
        let (_, name, data) = events.next().await.unwrap();
        if name == "run" && data["stage"] == wanted {
            return Instant::now();
        }
    }
}

/// From the beginning of the draft of chapter 1,000 to its request at the server.
async fn long_prompt(table: &mut Figures) {
    let data = tempfile::tempdir().unwrap();
    let server = MeanServer::start().await;
    server.always(Manner::Slow(Duration::from_millis(20)));
    let fresh = Binary::start(data.path(), "0").await;
    let story = fresh.client.story(LONG_STORY).await;
    let id = story.rsplit('/').next().unwrap().to_owned();
    fresh.terminate().await;
    make_long(data.path(), &id).await;
    let studio = studio(data.path(), "mean", &server.url).await;
    let mut took = Vec::with_capacity(PROMPTS);
    for n in 0..PROMPTS {
        let chapter = json!({"kind": "chapter", "chapter": LONG_STORY});
        // Followed from before it begins: an event that is read later shows the run as it is then.
        let mut events = studio.client.events("/api/v1/events", None).await;
        let run = studio.client.start(&story, chapter).await;
        let begun = stage(&mut events, "draft").await;
        server
            .until(|asked| {
                asked
                    .iter()
                    .filter(|a| a.what == RequestKind::Prose)
                    .count()
                    > n
            })
            .await;
        let asked = server.asked_for(RequestKind::Prose);
        took.push(asked[n].at.saturating_duration_since(begun).as_secs_f64() * 1e3);
        studio
            .client
            .post(&format!("{run}/cancel"), json!({}))
            .await;
        studio
            .client
            .until(&run, |run| run["status"] == "cancelled")
            .await;
    }
    table.spread(
        "prompt for chapter 1,000, built and sent, ms",
        Some(20.0),
        &took,
    );
    studio.kill().await;
}

/// Fills a story: summaries, beats and threads everywhere, a large world, a text before the last chapter.
async fn make_long(data: &Path, story: &str) {
    let url = format!("sqlite://{}/fablewright.db", data.display());
    let mut sql = SqliteConnection::connect(&url).await.unwrap();
    let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) ";
    for statement in [
        "UPDATE chapters SET outline = '[\"Mara finds the ledger.\", \"Odran refuses the fare.\"]', \
         title = 'Night ' || number, summary = 'On night ' || number || ' the radio spoke. Mara did not \
         answer it, and Odran kept the fare.', threads = '[\"Who paid for the bell?\"]', \
         state = CASE number WHEN 1000 THEN 'empty' ELSE 'written' END WHERE story_id = ?1"
            .to_owned(),
        "INSERT INTO revisions (id, chapter_id, kind, text, words, created_at) \
         SELECT id, id, 'whole', 'It rained on the tower.', 5, 0 FROM chapters \
         WHERE story_id = ?1 AND number = 999"
            .to_owned(),
        "UPDATE chapters SET revision_id = id WHERE story_id = ?1 AND number = 999".to_owned(),
        format!(
            "{numbers} INSERT INTO entities (id, story_id, kind, name, role, description) \
             SELECT lower(hex(randomblob(4)) || '-0000-7000-8000-' || hex(randomblob(6))), ?1, 'person', \
             'Person ' || i || ' of the Quay', 'waits', 'Has waited for years.' FROM n WHERE i <= 2000"
        ),
        format!(
            "{numbers} INSERT INTO facts (id, story_id, text) \
             SELECT lower(hex(randomblob(4)) || '-0000-7000-8000-' || hex(randomblob(6))), ?1, \
             'Person ' || i || ' saw the ledger on night ' || i || '.' FROM n"
        ),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(story)
            .execute(&mut sql)
            .await
            .unwrap();
    }
    sql.close().await.unwrap();
}

/// A token's time with and without the studio, from the same real server, turn by turn.
async fn own_time(table: &mut Figures) {
    let Some(home) = Llama::home() else { return };
    let llama = Llama::serve(&home, "slow", 0, &["--batch", "64"]).await;
    let data = tempfile::tempdir().unwrap();
    let studio = studio(data.path(), "slow", &llama.url()).await;
    let (mut direct, mut through) = (Vec::new(), Vec::new());
    let mut body = None;
    for _ in 0..TURNS {
        let story = outlined(&studio.client, 1).await;
        let chapter = json!({"kind": "chapter", "chapter": 1});
        let run = studio.client.start(&story, chapter).await;
        let mut events = studio
            .client
            .events(&format!("{run}/events?after=0"), None)
            .await;
        let mut written = 0;
        while written < 700 {
            let (_, name, data) = events.next().await.unwrap();
            assert_ne!(data["status"], "failed", "{data}");
            if name == "text" {
                written += data["text"].as_str().unwrap().len();
            }
            // Random weights may come to an end before.
            if data["status"] == "succeeded" {
                break;
            }
        }
        studio
            .client
            .post(&format!("{run}/cancel"), json!({}))
            .await;
        studio.client.ended(&run).await;
        let (call, asked) = longest_call(&studio.client, &run).await;
        through.push(call);
        let body = body.get_or_insert(asked);
        direct.push(ask_directly(&llama, body).await);
    }
    let median = |values: &mut Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let (direct, through) = (median(&mut direct), median(&mut through));
    table.one("a token's own time, ms", None, direct);
    table.one("a token's time through the studio, ms", None, through);
    table.one(
        "what the studio adds to a token's time, %",
        Some(2.0),
        (through / direct - 1.0) * 100.0,
    );
    studio.kill().await;
}

/// Milliseconds a token of a run's longest answer, and what was sent for it.
async fn longest_call(client: &Client, run: &str) -> (f64, Value) {
    let (_, calls) = client.get(&format!("{run}/calls")).await;
    let tokens = |call: &Value| call["spent"]["answer_tokens"].as_u64().unwrap();
    let longest = calls["items"]
        .as_array()
        .unwrap()
        .iter()
        .max_by_key(|call| tokens(call))
        .unwrap()
        .clone();
    let (_, sent) = client
        .get(&format!(
            "/api/v1/calls/{}",
            longest["id"].as_str().unwrap()
        ))
        .await;
    let first = longest["first_token_ms"].as_f64().unwrap();
    let took = longest["spent"]["seconds"].as_f64().unwrap() * 1e3 - first;
    let of = |role: &str| {
        let parts = sent["parts"].as_array().unwrap().iter();
        let texts: Vec<&str> = parts
            .filter(|part| part["role"] == role)
            .map(|part| part["text"].as_str().unwrap())
            .collect();
        json!({"role": role, "content": texts.join("\n\n")})
    };
    let body = json!({
        "model": "slow",
        "messages": [of("system"), of("user")],
        "stream": true,
        "ignore_eos": true,
        "max_tokens": 150,
        "temperature": 0.8,
    });
    (took / (tokens(&longest) - 1) as f64, body)
}

/// The same request without a studio: milliseconds a token.
async fn ask_directly(llama: &Llama, body: &Value) -> f64 {
    let mut answer = tests::http()
        .post(format!("{}/chat/completions", llama.url()))
        .json(body)
        .send()
        .await
        .unwrap();
    let (mut first, mut last, mut tokens) = (None, Instant::now(), 0);
    while let Some(chunk) = answer.chunk().await.unwrap() {
        let chunk = String::from_utf8_lossy(&chunk);
        let more = chunk.matches("\"content\":\"").count();
        if more > 0 {
            first.get_or_insert_with(Instant::now);
            last = Instant::now();
            tokens += more;
        }
    }
    (last - first.unwrap()).as_secs_f64() * 1e3 / (tokens - 1) as f64
}
