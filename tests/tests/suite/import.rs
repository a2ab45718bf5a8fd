//! Manuscripts over REST: sent as a form, looked at and changed, then a story.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::{Client, InProcess, read};

const BOUNDARY: &str = "a-boundary-that-no-text-has";

/// A form with these files, and the name of their encoding.
fn form(files: &[(&str, &[u8])], encoding: Option<&str>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    if let Some(encoding) = encoding {
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"encoding\"\r\n\r\n{encoding}\r\n"
        );
        body.extend_from_slice(part.as_bytes());
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

async fn send(client: &Client, body: Vec<u8>) -> (StatusCode, Value) {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = client.request(Method::POST, "/api/v1/imports");
    let request = request.header("content-type", kind).body(body);
    read(request.send().await.unwrap()).await
}

async fn begun(client: &Client, name: &str, text: &str) -> Value {
    let (status, preview) = send(client, form(&[(name, text.as_bytes())], None)).await;
    assert_eq!(status, 201, "{preview}");
    preview
}

fn titles(preview: &Value) -> Vec<&str> {
    let chapters = preview["chapters"].as_array().unwrap();
    chapters
        .iter()
        .map(|it| it["title"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_text_file_becomes_a_story() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    // Windows-1252: no UTF-8.
    let text: &[u8] =
        b"Chapter One\n\nCaf\xe9 de la Paix, he said.\n\nChapter Two\n\nShe na\xefvely agreed.\n";
    let body = form(&[("paris.txt", text)], Some("windows-1252"));
    let (status, preview) = send(client, body).await;
    assert_eq!(status, 201);
    assert_eq!(preview["encoding"], "windows-1252");
    let address = format!("/api/v1/imports/{}", preview["id"].as_str().unwrap());
    assert_eq!(client.get(&address).await.1, preview);
    let patch = json!({"title": "Paris", "rename": {"chapter": 1, "title": "The café"}});
    let changed = client.change(Method::PATCH, &address, "*", patch).await;
    assert_eq!(changed.0, 200, "{changed:?}");
    assert_eq!(titles(&changed.1)[0], "The café");
    let (_, paragraphs) = client.get(&format!("{address}/chapters/1")).await;
    assert_eq!(paragraphs["items"][0]["text"], "Café de la Paix, he said.");
    let (status, story) = client.post(&format!("{address}/accept"), json!({})).await;
    assert_eq!(
        (status, &story["title"]),
        (StatusCode::CREATED, &json!("Paris"))
    );
    let story = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert_eq!(text, "Café de la Paix, he said.");
    assert_eq!(client.get(&address).await.0, 404);
}

#[tokio::test]
async fn chapters_are_found_where_they_begin() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let before = "It was long ago, and the harbour was empty. Nobody rowed there any more, and so she waited.\n\n\
        She waited until the lamp went out, and then she waited on.\n\n";
    let preview = begun(
        client,
        "a.txt",
        &format!("{before}Chapter 1\n\nShe rows.\n\nChapter 2\n\nHe waits.\n"),
    )
    .await;
    assert_eq!(titles(&preview).len(), 3, "{preview}");
    assert!(
        preview["chapters"][0]["begins"]
            .as_str()
            .unwrap()
            .starts_with("It was long ago")
    );
    let sentence =
        "She opened the book at Chapter 1 and read.\n\nChapter 1 was short, he said.\n\nThe end.\n";
    let preview = begun(client, "b.txt", sentence).await;
    assert_eq!(titles(&preview).len(), 1, "{preview}");
    let preview = begun(client, "c.txt", "Chapter 1\n\nShe rows.\n\nHe waits.\n").await;
    assert_eq!(titles(&preview).len(), 1, "{preview}");
    let odd = "# <b>1984</b> & “Ça ira”: *née*  🚣\n\nText.\n\n# ../../etc/passwd\n\nText.\n";
    let preview = begun(client, "d.md", odd).await;
    let address = format!("/api/v1/imports/{}", preview["id"].as_str().unwrap());
    let (_, story) = client
        .post(&format!("{address}/accept"), json!({"title": ""}))
        .await;
    let chapters = format!("/api/v1/stories/{}/chapters", story["id"].as_str().unwrap());
    let (_, chapters) = client.get(&chapters).await;
    assert_eq!(chapters["items"][1]["title"], "../../etc/passwd");
    assert!(
        chapters["items"][0]["title"]
            .as_str()
            .unwrap()
            .contains("1984")
    );
}

#[tokio::test]
async fn what_is_no_manuscript_is_refused_in_words() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let encrypted: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    for (name, content, says) in [
        ("novel.docx", png, "a picture"),
        ("novel.epub", b"PK\x03\x04 cut short".as_slice(), "damaged"),
        ("novel.doc", encrypted, ""),
        ("novel.txt", b"", "no text"),
    ] {
        let (status, problem) = send(client, form(&[(name, content)], None)).await;
        assert_eq!(status, 422, "{name}: {problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(says) && detail.contains(name), "{detail}");
    }
    let (status, problem) = send(client, form(&[("a.txt", b"text")], Some("klingon"))).await;
    assert_eq!(status, 422);
    assert!(problem["detail"].as_str().unwrap().contains("klingon"));
    let (status, _) = send(client, form(&[], None)).await;
    assert_eq!(status, 422);
    let mut cut = form(&[("a.txt", b"She rows.")], None);
    cut.truncate(cut.len() - 20);
    assert_eq!(send(client, cut).await.0, 400);
    let plain = client.request(Method::POST, "/api/v1/imports").body("text");
    assert_eq!(plain.send().await.unwrap().status(), 415);
    let listed = client.get("/api/v1/imports").await.1;
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn a_large_file_is_taken_and_a_huge_one_refused_before_it_comes() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let large = "A sentence in a long book.\n\n".repeat(340_000);
    let preview = begun(client, "long.txt", &large).await;
    assert_eq!(preview["chapters"].as_array().unwrap().len(), 1);
    // Nothing of it is sent: what is announced is enough.
    let request = client.request(Method::POST, "/api/v1/imports");
    let request = request
        .header(
            "content-type",
            format!("multipart/form-data; boundary={BOUNDARY}"),
        )
        .header("content-length", (500_u64 << 20).to_string())
        .body(reqwest::Body::wrap_stream(futures::stream::pending::<
            Result<Vec<u8>, std::io::Error>,
        >()));
    let (status, problem) = read(request.send().await.unwrap()).await;
    assert_eq!(status, 413, "{problem}");
    assert_eq!(problem["code"], "too_large");
    assert!(problem["detail"].as_str().unwrap().contains("256 MB"));
}

#[tokio::test]
async fn a_change_names_its_version() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let preview = begun(client, "a.md", "# One\n\nA.\n\n# Two\n\nB.\n").await;
    let address = format!("/api/v1/imports/{}", preview["id"].as_str().unwrap());
    let patch = |tag: Option<&str>, body: Value| {
        let mut request = client.request(Method::PATCH, &address).json(&body);
        if let Some(tag) = tag {
            request = request.header("if-match", tag);
        }
        async move { read(request.send().await.unwrap()).await }
    };
    let merge = json!({"merge": {"chapter": 2}});
    assert_eq!(patch(None, merge.clone()).await.0, 428);
    assert_eq!(patch(Some("\"1\""), merge.clone()).await.0, 200);
    let (status, problem) = patch(Some("\"1\""), merge).await;
    assert_eq!(status, 412);
    assert_eq!(titles(&problem["current"]), ["One"]);
    assert_eq!(patch(Some("*"), json!({"mrege": 1})).await.0, 422);
    let (status, back) = patch(Some("*"), json!({"undo": true})).await;
    assert_eq!((status, titles(&back).len()), (StatusCode::OK, 2));
    let gone = client.request(Method::DELETE, &address);
    let gone = gone.header("if-match", "*").send().await.unwrap();
    assert_eq!(gone.status(), 204);
    let accept = client.post(&format!("{address}/accept"), json!({})).await;
    assert_eq!(accept.0, 404);
}
