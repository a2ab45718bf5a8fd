//! Editing over REST: candidates, comparing, two writers of one chapter.

use engine::model::Assignment;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use test_support::scripted::Script;
use tests::{Client, InProcess};

/// Has the first chapter written and changes it by hand meanwhile. Answers the ids of the text on the page and
/// of the candidate.
async fn with_candidate(client: &Client, script: &mut Script, story: &str) -> (String, String) {
    let run = client
        .start(story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let draft = script
        .play_until(|call| matches!(call.assignment, Assignment::Draft { .. }))
        .await;
    let (status, saved) = write(client, story, json!({"text": "Mine, by hand."})).await;
    assert_eq!(status, StatusCode::CREATED, "{saved}");
    draft.play().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = client.ended(&run) => assert_eq!(run["status"], "succeeded"),
        () = play => unreachable!(),
    }
    let revisions = revisions(client, story).await;
    assert_eq!(revisions[0]["kind"], "candidate");
    assert_eq!(revisions[0]["offer"], "open");
    let id = |of: usize| revisions[of]["id"].as_str().unwrap().to_owned();
    (id(1), id(0))
}

/// An edit based on the chapter as it is.
async fn write(client: &Client, story: &str, edit: Value) -> (StatusCode, Value) {
    let etag = client.etag(&format!("{story}/chapters/1")).await;
    let path = format!("{story}/chapters/1/revisions");
    client.change(Method::POST, &path, &etag, edit).await
}

async fn revisions(client: &Client, story: &str) -> Vec<Value> {
    let (_, list) = client.get(&format!("{story}/chapters/1/revisions")).await;
    list["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_candidate_is_compared_and_merged() {
    let (studio, mut script) = InProcess::scripted().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let (mine, candidate) = with_candidate(client, &mut script, &story).await;
    let compare = format!("{story}/chapters/1/compare");
    let (status, both) = client
        .get(&format!("{compare}?from={mine}&to={candidate}"))
        .await;
    assert_eq!(status, StatusCode::OK, "{both}");
    let first = &both["parts"][0]["changed"];
    assert_eq!(first["left"][0]["text"], "Mine, by hand.");
    assert_eq!(first["left"][0]["changed"], true);
    assert!(!first["right"].as_array().unwrap().is_empty());
    let (_, same) = client
        .get(&format!("{compare}?from={mine}&to={mine}"))
        .await;
    assert_eq!(same["parts"], json!([{"same": "Mine, by hand."}]));

    // The page offers it, also without scripts. (No other test here renders: that belongs to one runtime.)
    let page = story.replace("/api/v1", "");
    let html = client.text(&format!("{page}/write/1")).await;
    assert!(html.contains("A new draft was generated while you edited."));
    assert!(html.contains("Mine, by hand."));

    let edit = json!({"text": "Both together.", "merged": candidate});
    let (status, chapter) = write(client, &story, edit).await;
    assert_eq!(status, StatusCode::CREATED, "{chapter}");
    let text = client.text(&format!("{story}/chapters/1/text")).await;
    assert_eq!(text, "Both together.");
    let after = revisions(client, &story).await;
    assert_eq!(after[0]["origin"], "person");
    assert_eq!(after[1]["offer"], "merged");
    let html = client.text(&format!("{page}/write/1")).await;
    assert!(!html.contains("A new draft was generated"));
}

#[tokio::test]
async fn a_candidate_is_dropped_once_and_based_on_what_stands() {
    let (studio, mut script) = InProcess::scripted().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let (mine, candidate) = with_candidate(client, &mut script, &story).await;
    let chapter = format!("{story}/chapters/1");
    let drop = |of: &str| format!("{chapter}/revisions/{of}/drop");
    let etag = client.etag(&chapter).await;

    let (status, problem) = client.post(&drop(&candidate), json!({})).await;
    assert_eq!(status, StatusCode::PRECONDITION_REQUIRED, "{problem}");
    let (status, problem) = client
        .change(Method::POST, &drop(&candidate), "\"0\"", json!({}))
        .await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{problem}");
    assert_eq!(problem["current"]["text"], "Mine, by hand.");
    let (status, problem) = client
        .change(Method::POST, &drop(&mine), &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::CONFLICT, "{problem}");
    assert_eq!(problem["code"], "conflict");
    assert_eq!(revisions(client, &story).await[0]["offer"], "open");

    let (status, kept) = client
        .change(Method::POST, &drop(&candidate), &etag, json!({}))
        .await;
    assert_eq!((status, &kept["revision"]), (StatusCode::OK, &json!(mine)));
    assert_eq!(revisions(client, &story).await[0]["offer"], "dropped");
    let (status, problem) = client
        .change(Method::POST, &drop(&candidate), &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::CONFLICT);
    let detail = problem["detail"].as_str().unwrap();
    assert!(detail.contains("no longer open"), "{detail}");
    // The text is still there.
    let (_, text) = client
        .get(&format!("{chapter}/revisions/{candidate}"))
        .await;
    assert!(text["text"].as_str().unwrap().len() > 100);
}

#[tokio::test]
async fn a_taken_candidate_brings_what_it_says() {
    let (studio, mut script) = InProcess::scripted().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let (_, candidate) = with_candidate(client, &mut script, &story).await;
    let chapter = format!("{story}/chapters/1");
    let (_, facts) = client.get(&format!("{story}/world/facts")).await;
    let of_chapters = |facts: &Value| {
        let facts = facts["items"].as_array().unwrap();
        facts.iter().filter(|fact| fact["chapter"] == 1).count()
    };
    assert_eq!(of_chapters(&facts), 0, "{facts}");
    let etag = client.etag(&chapter).await;
    let restore = format!("{chapter}/revisions/{candidate}/restore");
    let (status, taken) = client
        .change(Method::POST, &restore, &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::OK, "{taken}");
    assert!(!taken["summary"].as_str().unwrap().is_empty());
    let (_, facts) = client.get(&format!("{story}/world/facts")).await;
    assert!(of_chapters(&facts) > 0, "{facts}");
    assert_eq!(revisions(client, &story).await[0]["offer"], "taken");
}

#[tokio::test]
async fn the_second_of_two_writers_loses_nothing() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let chapter = format!("{story}/chapters/1");
    let path = format!("{chapter}/revisions");
    let old = client.etag(&chapter).await;
    let edit = json!({"text": "The first writer."});
    let (status, _) = client.change(Method::POST, &path, &old, edit).await;
    assert_eq!(status, StatusCode::CREATED);
    // Whether it is meant for the page or for the history alone.
    for current in [true, false] {
        let edit = json!({"text": "The second writer.", "current": current});
        let (status, problem) = client.change(Method::POST, &path, &old, edit).await;
        assert_eq!(status, StatusCode::PRECONDITION_FAILED);
        assert_eq!(problem["current"]["text"], "The first writer.");
    }
    // Theirs stays on the page, mine in the history.
    let edit = json!({"text": "The second writer.", "current": false});
    let etag = client.etag(&chapter).await;
    let answer = client
        .request(Method::POST, &path)
        .header("if-match", &etag)
        .json(&edit)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
    assert_eq!(answer.headers()["etag"].to_str().unwrap(), etag);
    let location = answer.headers()["location"].to_str().unwrap().to_owned();
    let (_, aside) = client.get(&location).await;
    assert_eq!(aside["text"], "The second writer.");
    let text = client.text(&format!("{chapter}/text")).await;
    assert_eq!(text, "The first writer.");
}

#[tokio::test]
async fn comparing_what_is_not_there_is_answered_in_words() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    write(client, &story, json!({"text": "Mine."})).await;
    let known = revisions(client, &story).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let nothing = "0197a7c4-0000-7000-8000-000000000000";
    for (query, status) in [
        (format!("?from={known}&to={nothing}"), StatusCode::NOT_FOUND),
        (format!("?from=what&to={known}"), StatusCode::NOT_FOUND),
        (format!("?from={known}"), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let path = format!("{story}/chapters/1/compare{query}");
        let (answered, problem) = client.get(&path).await;
        assert_eq!(answered, status, "{query}: {problem}");
        assert!(problem["detail"].as_str().unwrap().len() > 15);
    }
    let edit = json!({"text": "Merged.", "merged": nothing});
    let (status, _) = write(client, &story, edit).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(revisions(client, &story).await.len(), 1);
}

#[tokio::test]
async fn what_is_typed_is_kept_beside_the_chapter_until_it_is_saved_or_discarded() {
    let (studio, _script) = InProcess::scripted().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let path = format!("{story}/chapters/1/autosave");
    let keep = async |device: &str, text: &str| {
        let body = json!({"device": device, "text": text, "base_version": 1});
        client.change(Method::PUT, &path, "*", body).await
    };
    let kept = async || {
        let (status, list) = client.get(&path).await;
        assert_eq!(status, StatusCode::OK, "{list}");
        let items = list["items"].as_array().unwrap().clone();
        let mut texts: Vec<String> = items
            .iter()
            .map(|one| one["text"].as_str().unwrap().to_owned())
            .collect();
        texts.sort();
        texts
    };
    let (status, first) = keep("laptop", "Typed.").await;
    assert_eq!(status, StatusCode::OK, "{first}");
    assert_eq!(first["device"], "laptop");
    keep("laptop", "Typed on.").await;
    keep("phone", "Typed elsewhere.").await;
    assert_eq!(kept().await, ["Typed elsewhere.", "Typed on."]);
    // The chapter itself is as it was.
    assert_eq!(revisions(client, &story).await, Vec::<Value>::new());

    let (status, saved) = write(client, &story, json!({"text": "Typed on."})).await;
    assert_eq!(status, StatusCode::CREATED, "{saved}");
    assert_eq!(kept().await, ["Typed elsewhere."]);
    let discard = client.request(Method::DELETE, &format!("{path}?device=phone"));
    assert_eq!(
        discard.send().await.unwrap().status(),
        StatusCode::NO_CONTENT
    );
    assert_eq!(kept().await, Vec::<String>::new());

    let (status, problem) = keep("", "Typed.").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let missing = path.replace("/chapters/1/", "/chapters/9/");
    assert_eq!(client.get(&missing).await.0, StatusCode::NOT_FOUND);
}
