//! HTTP as the RFCs have it: hosts, preconditions, keys, pages of lists, streams, and clients that do not finish.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Client, InProcess};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// What the studio answers to these bytes, until it closes the connection.
async fn raw(studio: &InProcess, bytes: &str) -> String {
    let address = studio.client.base.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_request_names_one_host() {
    let studio = InProcess::idle().await;
    let end = "Connection: close\r\n\r\n";
    let two = format!("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: localhost\r\n{end}");
    assert!(raw(&studio, &two).await.starts_with("HTTP/1.1 400"));
    let other = format!("GET http://127.0.0.1/healthz HTTP/1.1\r\nHost: localhost\r\n{end}");
    assert!(raw(&studio, &other).await.starts_with("HTTP/1.1 400"));
    let one = format!("GET http://127.0.0.1/healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n{end}");
    assert!(raw(&studio, &one).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_key_belongs_to_one_request() {
    let studio = InProcess::idle().await;
    let (one, other) = (studio.client.story(2).await, studio.client.story(2).await);
    let start = async |story: &str, body: Value| {
        let request = studio
            .client
            .request(Method::POST, &format!("{story}/runs"))
            .header("idempotency-key", "the key")
            .json(&body);
        tests::read(request.send().await.unwrap()).await
    };
    let body = json!({"kind": "chapter", "chapter": 1});
    let (status, run) = start(&one, body.clone()).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    let (status, same) = start(&one, body.clone()).await;
    assert_eq!((status, &same["id"]), (StatusCode::ACCEPTED, &run["id"]));
    for (story, body) in [
        (&other, body),
        (&one, json!({"kind": "chapter", "chapter": 2})),
    ] {
        let (status, problem) = start(story, body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
        assert_eq!(problem["code"], "idempotency_mismatch");
    }
}

#[tokio::test]
async fn preconditions_are_read_as_the_rfc_has_them() {
    let studio = InProcess::idle().await;
    let story = studio.client.story(1).await;
    let change = async |tags: &str| {
        let body = json!({"title": "Another"});
        studio
            .client
            .change(Method::PATCH, &story, tags, body)
            .await
            .0
            .as_u16()
    };
    assert_eq!(change("\"1\"").await, 200);
    assert_eq!(change("\"1\"").await, 412);
    assert_eq!(change("\"1\", \"2\"").await, 200);
    assert_eq!(change("W/\"3\"").await, 412);
    assert_eq!(change("\"03\", W/\"3\"").await, 412);
    assert_eq!(change("3").await, 400);
    assert_eq!(change("\"3").await, 400);
    assert_eq!(change("*").await, 200);
}

#[tokio::test]
async fn what_names_something_that_is_not_there_is_documented_as_404() {
    let studio = InProcess::idle().await;
    let (_, document) = studio.client.get("/api/openapi.json").await;
    let unknown = "018f0000-0000-7000-8000-000000000001";
    let interview = json!({"id": unknown, "idea": "a lighthouse", "answers": []});
    let requests = [
        (Method::POST, "/interview", "", interview),
        (Method::POST, "/runs/cancel", "", json!({"story": "no id"})),
        (Method::GET, "/runs", "?story=no-id", Value::Null),
    ];
    for (method, path, query, body) in requests {
        let path = format!("/api/v1{path}");
        let request = studio
            .client
            .request(method.clone(), &format!("{path}{query}"));
        let answer = request.json(&body).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{method} {path}");
        let method = method.as_str().to_lowercase();
        let responses = &document["paths"][&path][method]["responses"];
        assert!(responses["404"].is_object(), "{path}: {responses}");
    }
}

#[tokio::test]
async fn a_patch_changes_what_it_names() {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    let brief =
        json!({"premise": "a lighthouse", "genre": "ghost story", "tone": "quiet", "chapters": 7});
    let (_, story) = client
        .post("/api/v1/stories", json!({ "brief": brief }))
        .await;
    let path = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
    let patch = json!({"brief": {"premise": "a radio", "tone": null}});
    let (status, changed) = client.change(Method::PATCH, &path, "*", patch).await;
    assert_eq!(status, StatusCode::OK, "{changed}");
    let brief = &changed["brief"];
    assert_eq!(
        (
            &brief["premise"],
            &brief["genre"],
            &brief["tone"],
            &brief["chapters"]
        ),
        (
            &json!("a radio"),
            &json!("ghost story"),
            &json!(""),
            &json!(7)
        )
    );
    let patch = json!({"brief": {"premise": null}});
    let (status, problem) = client.change(Method::PATCH, &path, "*", patch).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
}

#[tokio::test]
async fn settings_that_are_not_named_stay() {
    let studio = InProcess::idle().await;
    let put = async |change: Value| {
        let (status, settings) = studio
            .client
            .change(Method::PUT, "/api/v1/settings", "*", change)
            .await;
        assert_eq!(status, StatusCode::OK, "{settings}");
        settings["preferences"].clone()
    };
    let server = json!({"id": "local", "url": "http://127.0.0.1:9/v1", "at_once": 1});
    put(json!({"preferences": {"servers": [server], "temperature": 0.3}, "keys": {"local": "sk-1"}})).await;
    let preferences =
        put(json!({"preferences": {"chapter_words": 900, "limits": {"connect": 9.0}}})).await;
    assert_eq!(preferences["servers"][0]["key_set"], true, "{preferences}");
    assert_eq!(preferences["temperature"], 0.3);
    assert_eq!(preferences["limits"]["connect"], 9.0);
    assert_eq!(preferences["limits"]["between_tokens"], 60.0);
    let preferences = put(json!({"keys": {"local": ""}})).await;
    assert_eq!(preferences["servers"][0]["key_set"], false);
    let preferences = put(json!({"preferences": {"servers": []}})).await;
    assert_eq!(preferences["servers"], json!([]));
}

#[tokio::test]
async fn every_list_comes_in_pages() {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    let story = client.story(5).await;
    add_three_of_each(client, &story).await;
    client.story(1).await;
    for list in [
        "/api/v1/stories",
        "/api/v1/templates",
        "/api/v1/structures",
        "/api/v1/runs",
        &format!("{story}/chapters"),
        &format!("{story}/chapters/1/revisions"),
        &format!("{story}/world/entities"),
        &format!("{story}/world/rules"),
        &format!("{story}/world/facts"),
    ] {
        comes_in_pages(client, list).await;
    }
    for list in [
        &format!("{story}/world/relations"),
        &format!("{story}/chapters/1/calls"),
        &format!("{story}/chapters/1/dismissed"),
        &format!("{story}/reviews"),
        "/api/v1/models/test/calls",
        "/api/v1/models",
    ] {
        let (status, _) = client.get(&format!("{list}?limit=0")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{list}");
    }
}

/// Three people, rules, facts, texts of a chapter, and runs.
async fn add_three_of_each(client: &Client, story: &str) {
    for nth in 0..3 {
        let name = format!("Somebody {nth}");
        client
            .post(
                &format!("{story}/world/entities"),
                json!({"kind": "person", "name": name}),
            )
            .await;
        client
            .post(&format!("{story}/world/rules"), json!({"text": name}))
            .await;
        client
            .post(&format!("{story}/world/facts"), json!({"text": name}))
            .await;
        let text = json!({"text": format!("Text {nth}.")});
        client
            .change(
                Method::POST,
                &format!("{story}/chapters/1/revisions"),
                "*",
                text,
            )
            .await;
        client
            .post(
                &format!("{story}/runs"),
                json!({"kind": "chapter", "chapter": nth + 1}),
            )
            .await;
    }
}

/// Page by page it is the same list, and odd pages are refused.
async fn comes_in_pages(client: &Client, list: &str) {
    let (_, all) = client.get(&format!("{list}?limit=200")).await;
    let all = all["items"].as_array().unwrap();
    assert!(all.len() > 1, "{list}");
    let (mut seen, mut next) = (Vec::new(), String::new());
    loop {
        let (status, page) = client.get(&format!("{list}?limit=1{next}")).await;
        assert_eq!(status, StatusCode::OK, "{list}: {page}");
        assert_eq!(page["items"].as_array().unwrap().len(), 1, "{list}");
        seen.push(page["items"][0].clone());
        let Some(after) = page["next"].as_str() else {
            break;
        };
        next = format!("&after={after}");
    }
    assert_eq!(&seen, all, "{list}");
    for wrong in [
        "limit=0",
        "limit=-1",
        "limit=100000",
        "limit=x",
        "after=nothing",
    ] {
        let (status, problem) = client.get(&format!("{list}?{wrong}")).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{list}?{wrong}: {problem}"
        );
    }
}

#[tokio::test]
async fn streams_and_pages_say_how_they_may_be_kept() {
    let studio = InProcess::idle().await;
    let asked = async |path: &str| {
        let answer = studio
            .client
            .request(Method::GET, path)
            .send()
            .await
            .unwrap();
        let headers = answer.headers().clone();
        move |name: &str| {
            headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        }
    };
    let stream = asked("/api/v1/events").await;
    assert_eq!(stream("x-accel-buffering").as_deref(), Some("no"));
    assert_eq!(stream("cache-control").as_deref(), Some("no-cache"));
    for (path, kept) in [
        ("/", "private, no-cache"),
        ("/settings", "private, no-cache"),
        ("/api/v1/stories", "private, no-store"),
    ] {
        let page = asked(path).await;
        assert_eq!(page("cache-control").as_deref(), Some(kept), "{path}");
        assert!(
            page("permissions-policy").unwrap().contains("camera=()"),
            "{path}"
        );
        assert_eq!(
            page("referrer-policy").as_deref(),
            Some("same-origin"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_request_that_is_never_finished_is_left() {
    let studio = InProcess::idle().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let timeouts = server::connections::ClientTimeouts {
        head: Duration::from_millis(100),
        ..server::connections::ClientTimeouts::default()
    };
    let ended = studio.engine.closing().clone();
    tokio::spawn(server::connections::serve(
        listener,
        studio.router.clone(),
        timeouts,
        ended,
    ));
    let mut halves = Vec::new();
    for _ in 0..50 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half:")
            .await
            .unwrap();
        halves.push(stream);
    }
    for mut half in halves {
        let mut answer = Vec::new();
        let read = half.read_to_end(&mut answer);
        let closed = tokio::time::timeout(Duration::from_secs(10), read).await;
        assert!(closed.is_ok(), "a half-sent request is held");
    }
}

#[tokio::test]
async fn a_studio_is_ready_where_somebody_executes_runs() {
    let studio = InProcess::builtin().await;
    assert_eq!(studio.client.get("/readyz").await.0, StatusCode::OK);
    // Asked for none, it lacks none.
    let idle = InProcess::idle().await;
    assert_eq!(idle.client.get("/readyz").await.0, StatusCode::OK);
    // What waits and is executed by nobody is cancelled at once.
    let story = idle.client.story(1).await;
    let run = idle.client.start(&story, json!({"kind": "world"})).await;
    let (status, run) = idle.client.post(&format!("{run}/cancel"), json!({})).await;
    assert_eq!(
        (status, &run["status"]),
        (StatusCode::OK, &json!("cancelled"))
    );
    let state = idle.engine.state().await.unwrap();
    assert!(state.runs.is_empty());
}
