//! Backups over REST and on the command line.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::{fs, process::Output};
use tests::{Binary, InProcess};

/// A studio with a story that was renamed after a backup; the story's path and the backup's.
async fn renamed() -> (InProcess, String, String) {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let (status, backup) = client.post("/api/v1/backups", json!({})).await;
    assert_eq!(status, 201);
    let etag = client.etag(&story).await;
    let change = json!({"title": "Renamed"});
    let (status, answer) = client.change(Method::PATCH, &story, &etag, change).await;
    assert_eq!(status, 200, "{answer}");
    let backup = format!("/api/v1/backups/{}", backup["id"].as_str().unwrap());
    (studio, story, backup)
}

#[tokio::test]
async fn a_backup_is_shown_compared_with_what_is_here_and_restored() {
    let (studio, story, backup) = renamed().await;
    let client = &studio.client;
    let (status, contents) = client.get(&backup).await;
    assert_eq!(status, 200, "{contents}");
    assert_eq!(contents["backup"]["reason"], "manual");
    assert_eq!(contents["backup"]["verified"], true);
    assert_eq!(contents["stories"][0]["now"], "changed");
    assert_eq!(contents["stories"][0]["chapters"], 2);
    assert_eq!(contents["new_stories"], json!([]));
    let id = story.rsplit('/').next().unwrap();
    assert_eq!(contents["stories"][0]["id"], id);

    let old = client.etag(&story).await;
    let mut events = client.events("/api/v1/events", None).await;
    let (status, restored) = client.post(&format!("{backup}/restore"), json!({})).await;
    assert_eq!(status, 200, "{restored}");
    assert_eq!(restored["stories"], 1);
    assert_eq!(restored["kept"]["reason"], "restore");
    let (_, after) = client.get(&story).await;
    assert_ne!(after["title"], "Renamed");
    while events.next().await.unwrap().1 != "reset" {}
    // A page that was open before writes nothing over it.
    let change = json!({"title": "Late"});
    let (status, answer) = client.change(Method::PATCH, &story, &old, change).await;
    assert_eq!(status, 412, "{answer}");
    let kept = restored["kept"]["id"].as_str().unwrap();
    let only = json!({ "story": id });
    let kept = format!("/api/v1/backups/{kept}/restore");
    let (status, second) = client.post(&kept, only).await;
    assert_eq!(status, 200, "{second}");
    let title = second["story"]["title"].as_str().unwrap();
    assert!(title.starts_with("Renamed (from backup of 2"), "{title}");
    assert_eq!(
        client.get("/api/v1/stories").await.1["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn a_backup_is_downloaded_as_it_is() {
    let (studio, _, backup) = renamed().await;
    let client = &studio.client;
    let (_, list) = client.get("/api/v1/backups").await;
    let file = fs::read(list["items"][0]["file"].as_str().unwrap()).unwrap();
    let path = format!("{backup}/file");
    let answer = client.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let id = list["items"][0]["id"].as_str().unwrap();
    assert_eq!(
        answer.headers()["content-disposition"],
        format!("attachment; filename=\"fablewright-{id}.db\"")
    );
    assert_eq!(answer.headers()["content-type"], "application/vnd.sqlite3");
    assert_eq!(answer.bytes().await.unwrap(), file);
}

#[tokio::test]
async fn what_cannot_be_restored_is_refused_with_its_status() {
    let (studio, story, backup) = renamed().await;
    let client = &studio.client;
    for (path, status) in [
        ("/api/v1/backups/2020-01-01T00-00-00Z", 404),
        ("/api/v1/backups/..%2Ffablewright", 404),
    ] {
        for (method, rest) in [
            (Method::GET, ""),
            (Method::GET, "/file"),
            (Method::POST, "/restore"),
        ] {
            let request = client
                .request(method, &format!("{path}{rest}"))
                .json(&json!({}));
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status().as_u16(), status, "{path}{rest}");
        }
    }
    let restore = format!("{backup}/restore");
    for (body, status) in [
        (json!({"story": "x"}), 422),
        (json!({"stories": []}), 422),
        (
            json!({"story": "00000000-0000-7000-8000-000000000000"}),
            404,
        ),
    ] {
        let (answered, answer) = client.post(&restore, body).await;
        assert_eq!(answered.as_u16(), status, "{answer}");
    }
    // A file that was cut off.
    let (_, list) = client.get("/api/v1/backups").await;
    let file = list["items"][0]["file"].as_str().unwrap();
    let bytes = fs::read(file).unwrap();
    fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    let (status, answer) = client.post(&restore, json!({})).await;
    assert_eq!(
        (status.as_u16(), &answer["code"]),
        (409, &json!("conflict")),
        "{answer}"
    );
    let said = answer["detail"].as_str().unwrap();
    assert!(
        said.contains("damaged") && said.contains("Nothing was changed"),
        "{said}"
    );
    assert_eq!(client.get(&story).await.1["title"], "Renamed");
}

/// A command on a data folder.
async fn run(data: &std::path::Path, words: &[&str]) -> Output {
    let mut command = tokio::process::Command::new(Binary::path());
    command
        .args(words)
        .env("FABLEWRIGHT_DATA", data)
        .stdin(std::process::Stdio::null());
    Binary::output(&mut command).await
}

async fn says(data: &std::path::Path, words: &[&str]) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = run(data, words).await;
    let complaint = String::from_utf8(stderr).unwrap();
    assert!(status.success(), "{words:?}: {complaint}");
    String::from_utf8(stdout).unwrap()
}

#[tokio::test]
async fn the_command_line_restores_with_and_without_a_studio() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let new = ["story", "new", "--premise", "a lamp", "--title"];
    let first = says(data, &[&new[..], &["The Lamp"]].concat()).await;
    let backup: Value =
        serde_json::from_str(&says(data, &["backup", "make", "--json"]).await).unwrap();
    let id = backup["id"].as_str().unwrap();
    assert!(says(data, &["backup", "list"]).await.contains(id));
    for with_studio in [false, true] {
        let studio = match with_studio {
            true => Some(Binary::start_with(data, "0", &["--workers", "0"]).await),
            false => None,
        };
        says(data, &[&new[..], &["New since"]].concat()).await;
        let shown = says(data, &["backup", "show", id]).await;
        assert!(
            shown.contains("The Lamp") && shown.contains("new since"),
            "{shown}"
        );
        let asked = run(data, &["backup", "restore", id]).await;
        let said = String::from_utf8(asked.stderr).unwrap();
        assert_eq!(asked.status.code(), Some(1), "{said}");
        assert!(said.contains("--yes"), "{said}");
        assert!(says(data, &["story", "list"]).await.contains("New since"));
        let one = says(data, &["backup", "restore", id, "--story", "The Lamp"]).await;
        let list = says(data, &["story", "list"]).await;
        assert!(
            list.contains(one.trim()) && list.contains("The Lamp (from backup of"),
            "{list}"
        );
        let said = says(data, &["backup", "restore", id, "--yes"]).await;
        assert!(
            said.contains("Restored 1 story.") && said.contains("-restore"),
            "{said}"
        );
        let list = says(data, &["story", "list"]).await;
        assert!(
            list.contains(first.trim()) && !list.contains("New since"),
            "{list}"
        );
        let unknown = run(data, &["backup", "restore", id, "--story", "No such"]).await;
        let said = String::from_utf8(unknown.stderr).unwrap();
        assert!(said.contains("backup show"), "{said}");
        if let Some(studio) = studio {
            studio.terminate().await;
        }
    }
}

#[tokio::test]
async fn licences_are_shown_by_the_command_and_by_the_studio() {
    let data = tempfile::tempdir().unwrap();
    let printed = says(data.path(), &["licences"]).await;
    assert!(printed.contains("SIL OPEN FONT LICENSE"), "{printed}");
    let studio = InProcess::idle().await;
    let shown = studio.client.text("/licences").await;
    assert_eq!(shown, printed);
}
