//! What the log says of a request that fails because of the studio.

use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection};
use std::{fs::File, path::Path};
use tests::Binary;

/// The id of a run that a request is about.
const RUN: &str = "018f0000-0000-7000-8000-000000000001";

/// Takes tables away from a running studio: requests that need it fail.
async fn break_database(data: &Path) {
    let address = format!("sqlite://{}", data.join("fablewright.db").display());
    let mut database = SqliteConnection::connect(&address).await.unwrap();
    for table in ["stories", "runs"] {
        let renamed = format!("ALTER TABLE {table} RENAME TO {table}_elsewhere");
        sqlx::query(sqlx::AssertSqlSafe(renamed))
            .execute(&mut database)
            .await
            .unwrap();
    }
}

/// The lines that a request has logged: those in a span with its id.
fn lines_of<'a>(log: &'a [Value], id: &str) -> Vec<&'a Value> {
    log.iter().filter(|line| line["span"]["id"] == id).collect()
}

#[tokio::test]
async fn a_failed_request_logs_its_cause_once_and_with_its_id() {
    let data = tempfile::tempdir().unwrap();
    let log = data.path().join("log");
    let mut command = Binary::command(data.path());
    command
        .args(["--log-format", "json", "--workers", "0"])
        .stderr(File::create(&log).unwrap());
    let studio = Binary::launch(command).await;
    studio.client.story(1).await;
    break_database(data.path()).await;

    let requests = [
        (Method::GET, "/api/v1/stories", None),
        (
            Method::POST,
            "/api/studio/library",
            Some(json!({
                "query": {"order": "title", "filter": "all", "words": "", "language": ""},
                "count": 24
            })),
        ),
        (Method::POST, "/api/studio/run", Some(json!({"run": RUN}))),
    ];
    for (method, path, body) in requests.clone() {
        let mut request = studio.client.request(method, path);
        request = request.header("x-request-id", path.replace('/', "."));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 500, "{path}");
        assert_eq!(answer.headers()["x-request-id"], path.replace('/', "."));
        let said = answer.text().await.unwrap();
        assert!(!said.contains("no such table"), "{path}: {said}");
    }
    // A page is rendered by tasks of its own.
    for page in ["/", "/queue"] {
        let request = studio.client.request(Method::GET, page);
        let answer = request.header("x-request-id", "page").send().await.unwrap();
        assert_eq!(answer.status(), 500, "{page}");
    }
    // A refusal that is the client's fault logs nothing.
    let refused = studio.client.request(Method::GET, "/api/v1/runs/nothing");
    let refused = refused.header("x-request-id", "refused").send().await;
    assert_eq!(refused.unwrap().status(), 404);
    assert!(studio.terminate().await.success());

    let log = std::fs::read_to_string(log).unwrap();
    let log: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    for (method, path, _) in requests {
        let lines = lines_of(&log, &path.replace('/', "."));
        assert_eq!(lines.len(), 1, "{path}: {log:?}");
        let line = lines[0];
        assert_eq!(line["level"], "ERROR", "{line}");
        assert_eq!(line["span"]["method"], method.as_str(), "{line}");
        let cause = line["fields"]["cause"].as_str().unwrap();
        assert!(cause.contains("no such table"), "{line}");
        let run = path.ends_with("/run").then_some(RUN);
        assert_eq!(line["span"]["run"].as_str(), run, "{line}");
    }
    assert!(lines_of(&log, "page").len() >= 2, "{log:?}");
    assert!(lines_of(&log, "refused").is_empty(), "{log:?}");
    for line in log
        .iter()
        .filter(|line| line["fields"]["cause"].is_string())
    {
        assert!(line["span"]["id"].is_string(), "{line}");
    }
}
