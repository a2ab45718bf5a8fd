//! No room left on the disk while it writes.

use crate::{
    machine::{SmallDisk, TIMEOUT, catch_up, one_line, take_next},
    scenario::{FaultRow, ScenarioOutcome},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::{Binary, Client, Mirror};

/// More requests than it takes to use up what the write-ahead log still had.
const MANY: usize = 2_000;

pub async fn while_it_writes() -> ScenarioOutcome {
    let disk = SmallDisk::mount(24)?;
    let studio = Binary::start(disk.path(), "900").await;
    let client = studio.client.clone();
    let story = client.story(2).await;
    let run = client.start(&story, json!({"kind": "all_chapters"})).await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    let mut mirror = Mirror::default();
    let mut events = client.events("/api/v1/events", Some(0)).await;
    while mirror.text(&id, 1).len() < 600 {
        take_next(&mut mirror, &mut events).await;
    }

    disk.fill();
    let refused = until_refused(&client).await;
    assert_eq!(refused["status"], 507, "{refused}");
    assert_eq!(refused["code"], "disk_full");
    let says = refused["detail"].as_str().unwrap().to_owned();
    // What is there can be read as before.
    let (status, draft) = client.get(&format!("{run}/draft")).await;
    assert_eq!(status, 200);
    assert!(
        draft["text"]
            .as_str()
            .unwrap()
            .starts_with(mirror.text(&id, 1))
    );
    // The log may have had room for something smaller than a story: until it has not.
    let mut asked = 0;
    while client.get("/readyz").await.0 != 503 {
        asked += 1;
        assert!(asked < MANY, "a full disk is not ready for ever");
    }
    assert_eq!(client.get("/healthz").await.0, 200);
    let (status, answer) = client.post(&format!("{run}/pause"), json!({})).await;
    assert_eq!(status, 507, "{answer}");

    disk.make_room();
    let began = Instant::now();
    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
        assert_ne!(mirror.runs[&id]["status"], "failed", "{}", mirror.runs[&id]);
    }
    catch_up(&mut mirror, &mut events, &client).await;
    assert_eq!(
        mirror.runs[&id]["attempt"], 1,
        "a full disk costs no attempt"
    );
    check_texts(&client, &story, &mirror, &id).await;
    assert!(began.elapsed() < TIMEOUT);

    // The same with an end and a start in between.
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    while mirror.text(&id, 1).len() < 600 {
        take_next(&mut mirror, &mut events).await;
    }
    disk.fill();
    until_refused(&client).await;
    let began = Instant::now();
    let ended = studio.terminate().await;
    let took = began.elapsed();
    assert_eq!(ended.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    while let Some((seq, name, data)) = events.next().await {
        mirror.apply(seq, &name, &data);
    }
    // Ending may have given some room back.
    disk.fill();
    let refused = Binary::output(&mut Binary::command(disk.path())).await;
    let at_start = one_line(&refused);
    assert!(at_start.contains("disk is full"), "{at_start}");
    disk.make_room();
    let studio = Binary::start(disk.path(), "0").await;
    let mut events = studio
        .client
        .events("/api/v1/events", Some(mirror.last))
        .await;
    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
    }
    catch_up(&mut mirror, &mut events, &studio.client).await;
    check_texts(&studio.client, &story, &mirror, &id).await;
    studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "disk full",
        done: "the data folder was on a small disk that was filled to the last byte while a chapter was \
               written; then space was freed, once with the studio running, once after SIGTERM"
            .to_owned(),
        studio: format!(
            "answered changes with 507: “{says}”, reads as before, `/readyz` with 503; with free space it \
             continued by itself; SIGTERM ended it in time; without free space it refused to start, with \
             exit status 2 and one line that names the full disk; the next start continued"
        ),
        checked: "the draft on disk begins with all told text; every event number occurs once; no attempt \
                  was counted; each chapter has one complete revision, which is the told text"
            .to_owned(),
        lost: "0 bytes of told text".to_owned(),
    }])
}

/// Asks for new stories until there is no room for one more.
async fn until_refused(client: &Client) -> Value {
    let brief = json!({"brief": {"premise": "x".repeat(1_000), "chapters": 1}});
    for _ in 0..MANY {
        let (status, answer) = client.post("/api/v1/stories", brief.clone()).await;
        if status != 201 {
            return answer;
        }
    }
    panic!("a full disk refuses no story");
}

async fn check_texts(client: &Client, story: &str, mirror: &Mirror, run: &str) {
    let (_, chapters) = client.get(&format!("{story}/chapters")).await;
    for chapter in chapters["items"].as_array().unwrap() {
        let number = chapter["number"].as_u64().unwrap();
        assert_eq!(chapter["state"], "written");
        let path = format!("{story}/chapters/{number}");
        assert_eq!(
            client.text(&format!("{path}/text")).await,
            mirror.text(run, number)
        );
        let (_, revisions) = client.get(&format!("{path}/revisions")).await;
        assert_eq!(
            revisions["items"].as_array().unwrap().len(),
            1,
            "{revisions}"
        );
    }
}
