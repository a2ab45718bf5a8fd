//! A restore that is killed, or that runs out of room: the library is the old one or the one of the backup.

use crate::{
    machine::SmallDisk,
    scenario::{FaultRow, ScenarioOutcome, say},
};
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    env, fs,
    path::Path,
    time::{Duration, Instant},
};
use tests::{Binary, Client, Disk, SplitMix64};

/// Stories of the library, each with one long chapter: enough for a restore that takes a while.
const STORIES: usize = 10;
const WORDS: usize = 15_000;

const BEFORE: &str = "As in the backup";
const AFTER: &str = "As it is now";

/// Gives every story this title.
async fn rename_all(client: &Client, title: &str) {
    let (_, list) = client.get("/api/v1/stories?limit=200").await;
    for story in list["items"].as_array().unwrap() {
        let path = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
        let etag = client.etag(&path).await;
        let change = json!({ "title": title });
        let (status, answer) = client.change(Method::PATCH, &path, &etag, change).await;
        assert!(status.is_success(), "{answer}");
    }
}

/// A library, the id of its backup, and what was changed since then.
async fn library(client: &Client) -> String {
    for _ in 0..STORIES {
        let story = client.story(1).await;
        let path = format!("{story}/chapters/1");
        let etag = client.etag(&path).await;
        let text = json!({"text": "The lamp was out again. ".repeat(WORDS / 5)});
        let revisions = format!("{path}/revisions");
        let (status, saved) = client.change(Method::POST, &revisions, &etag, text).await;
        assert!(status.is_success(), "{saved}");
    }
    rename_all(client, BEFORE).await;
    let (status, backup) = client.post("/api/v1/backups", json!({})).await;
    assert_eq!(status, 201, "{backup}");
    change(client).await;
    backup["id"].as_str().unwrap().to_owned()
}

/// Makes the library another one than that of the backup.
async fn change(client: &Client) {
    client.story(1).await;
    rename_all(client, AFTER).await;
}

/// Whether the library is that of the backup; all of it is, or nothing.
async fn is_restored(client: &Client) -> bool {
    let (_, list) = client.get("/api/v1/stories?limit=200").await;
    let stories = list["items"].as_array().unwrap();
    let restored = stories.iter().filter(|story| story["title"] == BEFORE);
    match restored.count() {
        0 => {
            assert!(
                stories.iter().all(|story| story["title"] == AFTER),
                "{list}"
            );
            assert!(stories.len() > STORIES, "{list}");
            false
        }
        count => {
            assert_eq!((count, stories.len()), (STORIES, STORIES), "{list}");
            true
        }
    }
}

/// What is in the folder of backups and is none.
fn left_over(data: &Path) -> Vec<String> {
    let files = fs::read_dir(data.join("backups")).unwrap();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".db"))
        .collect()
}

async fn restore(client: &Client, id: &str) -> (u16, Value) {
    let path = format!("/api/v1/backups/{id}/restore");
    let (status, answer) = client.post(&path, json!({})).await;
    (status.as_u16(), answer)
}

async fn last_event(client: &Client) -> i64 {
    client.get("/api/v1/state").await.1["seq"].as_i64().unwrap()
}

pub(crate) async fn is_killed_at_random_moments() -> ScenarioOutcome {
    let kills: u32 = env::var("FABLEWRIGHT_KILLS").map_or(8, |number| number.parse().unwrap());
    let mut dice = SplitMix64::from_env();
    let seed = dice.seed();
    say(&format!("{kills} kills, FABLEWRIGHT_SEED={seed}"));
    let data = tempfile::tempdir().unwrap();
    let args = ["--workers", "0"];
    let studio = Binary::start_with(data.path(), "0", &args).await;
    let id = library(&studio.client).await;
    let began = Instant::now();
    assert_eq!(restore(&studio.client, &id).await.0, 200);
    let whole = began.elapsed();
    assert!(is_restored(&studio.client).await);
    change(&studio.client).await;
    let mut last = last_event(&studio.client).await;
    studio.kill().await;
    let (mut old, mut new) = (0, 0);
    for nth in 0..kills {
        let studio = Binary::start_with(data.path(), "0", &args).await;
        let client = studio.client.clone();
        let asked = id.clone();
        let asking = tokio::spawn(async move { restore(&client, &asked).await });
        // All of its time in turn, a part of it by chance.
        let part = (f64::from(nth) + dice.below(1000) as f64 / 1000.0) / f64::from(kills);
        tokio::time::sleep(whole.mul_f64(part * 1.1)).await;
        studio.kill().await;
        asking.abort();
        drop(Disk::of(data.path()).await);
        let studio = Binary::start_with(data.path(), "0", &args).await;
        assert_eq!(left_over(data.path()), Vec::<String>::new());
        let now = last_event(&studio.client).await;
        assert!(now >= last, "{now} after {last}");
        match is_restored(&studio.client).await {
            true => {
                new += 1;
                change(&studio.client).await;
            }
            false => old += 1,
        }
        last = last_event(&studio.client).await;
        studio.kill().await;
    }
    Ok(vec![FaultRow {
        fault: "`kill -9` while a backup is restored",
        done: format!("killed {kills} times, at moments from the request to the answer (seed {seed})"),
        studio: format!(
            "started each time with the library of before ({old} times) or of the backup ({new} times), never with a \
             part of both"
        ),
        checked: "titles and number of all stories; the database was intact each time; event numbers never went back; no \
                  unfinished file stayed"
            .to_owned(),
        lost: "none".to_owned(),
    }])
}

pub(crate) async fn has_no_room() -> ScenarioOutcome {
    let disk = SmallDisk::mount(96)?;
    let studio = Binary::start_with(disk.path(), "0", &["--workers", "0"]).await;
    let id = library(&studio.client).await;
    let mut says = String::new();
    // The disk is filled in the moment in which the present state is kept: what comes then finds no room. On a fast
    // machine that moment may be missed; then it is full from the beginning.
    for nth in 0..5 {
        if nth == 4 {
            disk.fill();
        }
        let (client, asked) = (studio.client.clone(), id.clone());
        let known = kept(disk.path());
        let asking = tokio::spawn(async move { restore(&client, &asked).await });
        while nth < 4 && kept(disk.path()) == known && !asking.is_finished() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        if nth < 4 {
            disk.fill();
        }
        let (status, answer) = asking.await.unwrap();
        disk.make_room();
        if status == 200 {
            // It was faster.
            assert!(is_restored(&studio.client).await);
            change(&studio.client).await;
            continue;
        }
        assert_eq!(status, 507, "{answer}");
        answer["detail"].as_str().unwrap().clone_into(&mut says);
        break;
    }
    assert!(!says.is_empty(), "the disk was never full in time");
    assert!(!is_restored(&studio.client).await);
    assert_eq!(left_over(disk.path()), Vec::<String>::new());
    // With room, the same request succeeds.
    assert_eq!(restore(&studio.client, &id).await.0, 200);
    assert!(is_restored(&studio.client).await);
    studio.terminate().await;
    drop(Disk::of(disk.path()).await);
    Ok(vec![FaultRow {
        fault: "disk full while a backup is restored",
        done: "a small disk was filled to the last byte once the present state was kept, or before"
            .to_owned(),
        studio: format!("answered 507: “{says}”; with free space, the same request succeeded"),
        checked: "titles and number of all stories are those of before; no unfinished file stayed"
            .to_owned(),
        lost: "none".to_owned(),
    }])
}

/// How many backups were made before a restore.
fn kept(data: &Path) -> usize {
    let files = fs::read_dir(data.join("backups")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name.contains("restore") && name.ends_with(".db"))
        .count()
}
