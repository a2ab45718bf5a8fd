//! Accounts over REST and in the rendered pages: calls and what they took, budgets, dismissed findings.

use engine::model::{Assignment, Usage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use test_support::scripted::{Script, ScriptedCall};
use tests::{Client, InProcess, read};

/// What the double says that each call read and wrote.
const USAGE: Usage = Usage {
    prompt: 1_000,
    cached: 400,
    answer: 500,
};

/// What each check reports.
fn report() -> Value {
    json!({
        "summary": "What happens.",
        "findings": [{
            "severity": "major",
            "kind": "contradiction",
            "quote": "her <b>grey</b> eyes",
            "note": "They were blue.",
        }],
        "facts": [],
        "open_threads": [],
    })
}

async fn answer(call: ScriptedCall) {
    call.count(USAGE).await;
    match call.call.assignment {
        Assignment::Check { .. } => {
            call.write(&report().to_string()).await;
            call.finish().await;
        }
        Assignment::Revise { .. } => {
            call.write("{\"edits\": []}").await;
            call.finish().await;
        }
        _ => call.play().await,
    }
}

/// Starts a run and answers all its calls until it is as wanted.
async fn run(
    client: &Client,
    script: &mut Script,
    story: &str,
    request: Value,
    status: &str,
) -> (String, Value) {
    let path = client.start(story, request).await;
    let all = async {
        loop {
            answer(script.next_call().await).await;
        }
    };
    let rested = |run: &Value| {
        let now = run["status"].as_str().unwrap();
        now != "queued" && now != "running"
    };
    let run = tokio::select! {
        run = client.until(&path, rested) => run,
        () = all => unreachable!(),
    };
    assert_eq!(run["status"], status, "{run}");
    (path, run)
}

async fn items(client: &Client, path: &str) -> Vec<Value> {
    let (status, list) = client.get(path).await;
    assert_eq!(status, StatusCode::OK, "{list}");
    list["items"].as_array().unwrap().clone()
}

/// Over REST and as the server renders them. One test for all pages: rendering shares an executor in a
/// process, which belongs to one runtime.
#[tokio::test]
async fn calls_are_listed_and_what_they_took_is_shown() {
    let (studio, mut script) = InProcess::measured().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let id = story.rsplit('/').next().unwrap();
    let html = client.text(&format!("/stories/{id}")).await;
    assert!(!html.contains("Model usage"), "there was no call");
    let budget = json!({"tokens": 50_000, "then": "warn"});
    let request = json!({"kind": "chapter", "chapter": 1, "budget": budget});
    let (path, run) = run(client, &mut script, &story, request, "succeeded").await;
    let made = run["spent"]["calls"].as_u64().unwrap();
    assert_eq!(run["spent"]["prompt_tokens"], made * 1_000);
    assert_eq!(run["budget"]["tokens"], 50_000);

    lists_calls(client, &story, &path, made).await;
    shows_what_was_spent(client, &story, made).await;
    shows_findings_as_text(client, &story).await;
    shows_the_interview(client, &mut script).await;
}

/// The calls of a run, of a chapter, page by page, and what was sent in one of them.
async fn lists_calls(client: &Client, story: &str, path: &str, made: u64) {
    let calls = items(client, &format!("{path}/calls")).await;
    assert_eq!(calls.len() as u64, made);
    assert_eq!(calls[0]["model"], "local:double");
    assert_eq!(calls[0]["step"], "chapter");
    let of_chapter = items(client, &format!("{story}/chapters/1/calls")).await;
    assert_eq!(
        of_chapter,
        calls[..calls.len() - 2],
        "but world and outline"
    );
    let one = format!("{story}/chapters/1/calls?limit=1");
    let (_, page) = client.get(&one).await;
    let next = page["next"].as_str().unwrap();
    let second = items(client, &format!("{one}&after={next}")).await;
    assert_eq!(second, calls[1..2]);
    assert_eq!(
        items(client, &format!("{story}/chapters/2/calls")).await,
        [Value::Null; 0]
    );
    let (status, problem) = client.get(&format!("{story}/chapters/9/calls")).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{problem}");
    let call = calls[0]["id"].as_str().unwrap();
    let (_, sent) = client.get(&format!("/api/v1/calls/{call}")).await;
    let parts = sent["parts"].as_array().unwrap();
    assert!(
        parts
            .iter()
            .all(|part| !part["text"].as_str().unwrap().is_empty()),
        "{sent}"
    );
}

/// Over REST, on the story's page and in the queue.
async fn shows_what_was_spent(client: &Client, story: &str, made: u64) {
    let id = story.rsplit('/').next().unwrap();
    let (_, spent) = client.get(&format!("{story}/spent")).await;
    assert_eq!(spent["total"]["calls"], made);
    assert_eq!(spent["chapters"][0][0], 1);
    assert_eq!(spent["chapters"][0][1]["calls"], made - 2);
    let html = client.text(&format!("/stories/{id}")).await;
    for text in [
        "Model usage",
        "By chapter",
        "World, outline",
        "With a budget",
    ] {
        assert!(html.contains(text), "{text}");
    }
    let html = client.text("/queue").await;
    let spent = made * 1_500;
    let told = format!(
        "budget: {},{:03} of 50,000 tokens",
        spent / 1_000,
        spent % 1_000
    );
    assert!(html.contains(&told), "{told}");
    assert!(html.contains("Prompts sent to the model: Write chapter 1"));
}

/// What a model says is shown as text; what was dismissed is not shown as found.
async fn shows_findings_as_text(client: &Client, story: &str) {
    let id = story.rsplit('/').next().unwrap();
    let page = format!("/stories/{id}/write/1");
    let html = client.text(&page).await;
    assert!(html.contains("Findings") && html.contains("Dismiss: contradiction"));
    assert!(html.contains("her &lt;b&gt;grey&lt;/b&gt; eyes"));
    assert!(html.contains("needs review"));
    let finding = report()["findings"][0].clone();
    let finding = json!({"kind": finding["kind"], "quote": finding["quote"]});
    let (status, _) = client
        .post(&format!("{story}/chapters/1/dismissed"), finding)
        .await;
    assert_eq!(status, StatusCode::OK);
    let html = client.text(&page).await;
    assert!(html.contains("1 dismissed · show again"));
    assert!(!html.contains("Dismiss: contradiction"));
    assert!(html.contains("· written"));
}

/// An interview that led to a story is counted with it.
async fn shows_the_interview(client: &Client, script: &mut Script) {
    let asking = client.post("/api/v1/interview", json!({"idea": "a bell"}));
    let ((_, talk), ()) = tokio::join!(asking, async {
        answer(script.next_call().await).await;
    });
    let new = json!({"brief": {"premise": "a bell"}, "interview": talk["id"]});
    let (_, story) = client.post("/api/v1/stories", new).await;
    let page = format!("/stories/{}", story["id"].as_str().unwrap());
    let html = client.text(&page).await;
    for text in [
        "1 call: 1,000 tokens sent (400 cached), 500 generated",
        "Interview",
        "Prompts sent to the model: the interview",
    ] {
        assert!(html.contains(text), "{text}");
    }
}

#[tokio::test]
async fn a_finding_is_dismissed_once_and_shown_again() {
    let (studio, mut script) = InProcess::measured().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let request = json!({"kind": "chapter", "chapter": 1});
    run(client, &mut script, &story, request, "succeeded").await;
    let chapter = format!("{story}/chapters/1");
    let path = format!("{chapter}/dismissed");
    let (_, before) = client.get(&chapter).await;
    assert_eq!(before["state"], "needs_review");
    assert_eq!(items(client, &path).await, [Value::Null; 0]);
    let mut finding = report()["findings"][0].clone();
    finding.as_object_mut().unwrap().remove("severity");

    for _ in 0..2 {
        let answer = client.request(Method::POST, &path).json(&finding).send();
        let answer = answer.await.unwrap();
        let etag = answer.headers()["etag"].to_str().unwrap().to_owned();
        let (status, after) = read(answer).await;
        assert_eq!(status, StatusCode::OK, "{after}");
        assert_eq!(after["state"], "written");
        assert_eq!(etag, format!("\"{}\"", after["version"]));
        assert_eq!(after["version"], before["version"].as_i64().unwrap() + 1);
        assert_eq!(items(client, &path).await, [finding.clone()]);
    }
    // Written again and reported again, it stays out of the way.
    let request = json!({"kind": "rewrite", "chapter": 1, "feedback": "Colder."});
    run(client, &mut script, &story, request, "succeeded").await;
    let (_, now) = client.get(&chapter).await;
    assert_eq!(now["state"], "written");
    let revision = now["revision"].as_str().unwrap();
    let (_, revision) = client.get(&format!("{chapter}/revisions/{revision}")).await;
    assert_eq!(revision["findings"], json!([]));

    for _ in 0..2 {
        let answer = client.request(Method::DELETE, &path).json(&finding).send();
        let (status, _) = read(answer.await.unwrap()).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(items(client, &path).await, [Value::Null; 0]);
    }
    for (body, status) in [
        (json!({"kind": "", "quote": "a"}), 422),
        (json!({"kind": "contradiction"}), 422),
        (json!({"quote": "a"}), 422),
        (json!({"kind": "a", "quote": "b", "severity": "major"}), 422),
        (json!({"kind": "a", "note": "n".repeat(10_001)}), 422),
    ] {
        let (answered, problem) = client.post(&path, body.clone()).await;
        assert_eq!(answered.as_u16(), status, "{body}: {problem}");
        assert!(problem["detail"].as_str().unwrap().len() > 15, "{problem}");
    }
    let finding = json!({"kind": "a", "note": "b"});
    let (status, _) = client
        .post(&format!("{story}/chapters/9/dismissed"), finding)
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_budget_is_checked_changed_and_taken_away() {
    let (studio, mut script) = InProcess::measured().await;
    let client = &studio.client;
    let story = client.story(2).await;
    for budget in [
        json!({"tokens": 0}),
        json!({"tokens": 2_000_000_000}),
        json!({"tokens": -5}),
        json!({"cost": 0}),
        json!({"cost": -1.5}),
        json!({"tokens": 5, "then": "explode"}),
        json!({"words": 5}),
    ] {
        let request = json!({"kind": "all_chapters", "budget": budget});
        let (status, problem) = client.post(&format!("{story}/runs"), request).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{budget}: {problem}"
        );
        assert!(problem["detail"].as_str().unwrap().len() > 15, "{problem}");
    }
    let request = json!({"kind": "all_chapters", "budget": {"tokens": 1, "then": "stop_now"}});
    let (path, paused) = run(client, &mut script, &story, request, "paused").await;
    assert_eq!(paused["spent"]["calls"], 1);
    assert_eq!(paused["control"]["can_resume"], true);

    let etag = client.etag(&path).await;
    let patch = |budget: Value| json!({ "budget": budget });
    let (status, problem) = client
        .change(Method::PATCH, &path, &etag, patch(json!({"tokens": 0})))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let wider = json!({"tokens": 90_000, "cost": 2.5, "then": "warn"});
    let (status, changed) = client
        .change(Method::PATCH, &path, &etag, patch(wider.clone()))
        .await;
    assert_eq!(status, StatusCode::OK, "{changed}");
    assert_eq!(changed["budget"], wider);
    let etag = client.etag(&path).await;
    let (_, changed) = client
        .change(Method::PATCH, &path, &etag, json!({"priority": 3}))
        .await;
    assert_eq!(changed["budget"], wider, "other changes leave it");
    let etag = client.etag(&path).await;
    let (_, changed) = client
        .change(Method::PATCH, &path, &etag, patch(json!({})))
        .await;
    assert_eq!(changed["budget"], Value::Null);
}
