//! No room left on the disk while it writes.

use crate::{
    machine::{EventWatch, SmallDisk, TIMEOUT, catch_up, one_line, take_next},
    scenario::{FaultRow, ScenarioOutcome},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::{Binary, Client, Mirror};

/// More requests than it takes to use up what the write-ahead log still had.
const MANY: usize = 2_000;

/// How often a start is tried, and how long each may take to be refused.
const TRIES: usize = 4;
const TO_REFUSE: Duration = Duration::from_secs(40);

pub(crate) async fn while_it_writes() -> ScenarioOutcome {
    let disk = SmallDisk::mount(24)?;
    let studio = Binary::start(disk.path(), "900").await;
    let mut watch = EventWatch {
        mirror: Mirror::default(),
        events: studio.client.events("/api/v1/events", Some(0)).await,
    };
    let says = space_is_freed_while_it_runs(&disk, &studio.client, &mut watch).await;
    space_is_freed_after_its_end(&disk, studio, watch).await;
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

/// Fills the disk while two chapters are written, and frees it; returns how the studio refused a change.
async fn space_is_freed_while_it_runs(
    disk: &SmallDisk,
    client: &Client,
    watch: &mut EventWatch,
) -> String {
    let story = client.story(2).await;
    let run = client.start(&story, json!({"kind": "all_chapters"})).await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    watch.until_told(&id, 600).await;
    let EventWatch { mirror, events } = watch;

    disk.fill();
    let says = refuses_changes_and_still_reads(client, &run, mirror.text(&id, 1)).await;

    disk.make_room();
    let began = Instant::now();
    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(mirror, events).await;
        assert_ne!(mirror.runs[&id]["status"], "failed", "{}", mirror.runs[&id]);
    }
    catch_up(mirror, events, client).await;
    assert_eq!(
        mirror.runs[&id]["attempt"], 1,
        "a full disk costs no attempt"
    );
    check_texts(client, &story, mirror, &id).await;
    assert!(began.elapsed() < TIMEOUT);
    says
}

/// What the studio answers while the disk is full; returns its sentence.
async fn refuses_changes_and_still_reads(client: &Client, run: &str, told: &str) -> String {
    let refused = until_refused(client).await;
    assert_eq!(refused["status"], 507, "{refused}");
    assert_eq!(refused["code"], "disk_full");
    let says = refused["detail"].as_str().unwrap().to_owned();
    // What is there can be read as before.
    let (status, draft) = client.get(&format!("{run}/draft")).await;
    assert_eq!(status, 200);
    assert!(draft["text"].as_str().unwrap().starts_with(told));
    // The log may have had room for something smaller than a story: until it has not.
    let mut asked = 0;
    while client.get("/readyz").await.0 != 503 {
        asked += 1;
        assert!(asked < MANY, "a full disk is not ready for ever");
    }
    assert_eq!(client.get("/healthz").await.0, 200);
    let (status, answer) = client.post(&format!("{run}/pause"), json!({})).await;
    assert_eq!(status, 507, "{answer}");
    says
}

/// Fills the disk while a chapter is written, ends the studio, and frees the disk before the next start.
async fn space_is_freed_after_its_end(disk: &SmallDisk, studio: Binary, mut watch: EventWatch) {
    let client = studio.client.clone();
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    watch.until_told(&id, 600).await;
    let EventWatch {
        mut mirror,
        mut events,
    } = watch;
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
    let at_start = refused_at_start(disk).await;
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
}

/// What a studio says that is started while the disk is full. Where an earlier one left a write-ahead log with room in it, a
/// start may need no more: then the room is taken, and it is tried again.
async fn refused_at_start(disk: &SmallDisk) -> String {
    for _ in 0..TRIES {
        // Ending may have given some room back.
        disk.fill();
        let mut command = Binary::command(disk.path());
        let ended = tokio::time::timeout(TO_REFUSE, command.output()).await;
        if let Ok(refused) = ended {
            return one_line(&refused.unwrap());
        }
    }
    panic!("a studio starts {TRIES} times although the disk is full");
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
