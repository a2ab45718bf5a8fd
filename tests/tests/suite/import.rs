//! Manuscripts over REST: a preview, then a story.

use reqwest::Method;
use serde_json::{Value, json};
use tests::InProcess;

#[tokio::test]
async fn a_text_file_becomes_a_story() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    // Windows-1252: no UTF-8.
    let text =
        b"Chapter One\n\nCaf\xe9 de la Paix, he said.\n\nChapter Two\n\nShe na\xefvely agreed.\n";
    let path = "/api/v1/import/preview?name=paris.txt&encoding=windows-1252";
    let request = client.request(Method::POST, path).body(text.to_vec());
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let mut preview: Value = answer.json().await.unwrap();
    assert_eq!(
        preview["chapters"].as_array().unwrap().len(),
        2,
        "{preview}"
    );
    let wanted = json!({
        "title": "Paris",
        "premise": "Two people and a café.",
        "chapters": preview["chapters"].take(),
    });
    let request = client.request(Method::POST, "/api/v1/import").json(&wanted);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 201);
    let location = answer.headers()["location"].to_str().unwrap().to_owned();
    let text = client.text(&format!("{location}/chapters/1/text")).await;
    assert_eq!(text, "Café de la Paix, he said.");
}

#[tokio::test]
async fn what_is_no_manuscript_is_refused() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    for (name, body, says) in [
        ("a.docx", b"PK\x03\x04 cut short".to_vec(), "damaged"),
        ("a.txt", Vec::new(), "no text"),
        ("a.txt&encoding=klingon", b"text".to_vec(), "klingon"),
    ] {
        let path = format!("/api/v1/import/preview?name={name}");
        let request = client.request(Method::POST, &path).body(body);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 422, "{name}");
        let problem: Value = answer.json().await.unwrap();
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(says), "{name}: {detail}");
    }
    let large = vec![b'x'; 9 * 1024 * 1024];
    let path = "/api/v1/import/preview?name=long.txt";
    let request = client.request(Method::POST, path).body(large);
    assert_eq!(request.send().await.unwrap().status(), 200);
}
