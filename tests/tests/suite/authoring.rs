//! The craft around the text, over REST: structures, interviews, one thing again, reviews.

use engine::model::{Assignment, ModelError, Usage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::{Client, InProcess};

#[tokio::test]
async fn structures_are_listed_and_a_story_keeps_its_own() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let (status, list) = client.get("/api/v1/structures").await;
    assert_eq!(status, StatusCode::OK, "{list}");
    let ids: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["free", "three_acts", "heros_journey", "save_the_cat"]);
    assert_eq!(list["items"][2]["parts"].as_array().unwrap().len(), 12);
    let (_, templates) = client.get("/api/v1/templates").await;
    assert!(templates["items"].as_array().unwrap().len() >= 5);
    let brief = json!({"premise": "a bell", "structure": "three_acts", "chapters": 4});
    let (status, story) = client
        .post("/api/v1/stories", json!({ "brief": brief }))
        .await;
    assert_eq!(status, StatusCode::CREATED, "{story}");
    assert_eq!(story["brief"]["structure"], "three_acts");
    let path = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
    let run = client.start(&path, json!({"kind": "outline"})).await;
    assert_eq!(client.ended(&run).await["status"], "succeeded");
    let brief = json!({"premise": "a bell", "structure": "nine_acts"});
    let (status, _) = client
        .post("/api/v1/stories", json!({ "brief": brief }))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_idea_is_talked_over_and_becomes_a_brief() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let (status, first) = client
        .post("/api/v1/interview", json!({"idea": "something about time"}))
        .await;
    assert_eq!(status, StatusCode::OK, "{first}");
    let questions = first["questions"].as_array().unwrap().clone();
    assert_eq!(questions.len(), 3);
    assert_eq!(first["brief"]["premise"], "something about time");
    let answers: Vec<Value> = questions
        .iter()
        .zip(["a mystery", "wry", ""])
        .map(|(question, answer)| json!({"question": question, "answer": answer}))
        .collect();
    let body = json!({"idea": "something about time", "answers": answers});
    let (_, next) = client.post("/api/v1/interview", body).await;
    assert_eq!(next["brief"]["genre"], "a mystery");
    assert_eq!(next["brief"]["tone"], "wry");
    for question in next["questions"].as_array().unwrap() {
        assert!(!questions.contains(question), "asked twice: {question}");
    }
    let (status, problem) = client.post("/api/v1/interview", json!({"idea": " "})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        problem["detail"]
            .as_str()
            .unwrap()
            .contains("Enter an idea")
    );
}

/// The items of a list.
async fn items(client: &Client, path: &str) -> Vec<Value> {
    let (status, list) = client.get(path).await;
    assert_eq!(status, StatusCode::OK, "{list}");
    list["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn what_an_interview_sent_is_shown_and_counts_in_its_story() {
    let (studio, mut script) = InProcess::measured().await;
    let client = &studio.client;
    let (status, begun) = client.post("/api/v1/interviews", json!({})).await;
    assert_eq!(status, StatusCode::CREATED, "{begun}");
    let id = begun["id"].as_str().unwrap();
    let list = format!("/api/v1/interviews/{id}/calls");
    assert_eq!(items(client, &list).await, [Value::Null; 0]);

    // A question that fails, and one that does not.
    let body = json!({"id": id, "idea": "a bell"});
    let failing = async {
        let call = script.next_call().await;
        call.fail(ModelError::Lasting("The model is not there.".to_owned()))
            .await;
    };
    let ((status, _), ()) = tokio::join!(client.post("/api/v1/interview", body.clone()), failing);
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    let answering = async {
        let call = script.next_call().await;
        call.count(Usage {
            prompt: 300,
            cached: 0,
            answer: 80,
        })
        .await;
        call.play().await;
    };
    let ((status, next), ()) = tokio::join!(client.post("/api/v1/interview", body), answering);
    assert_eq!((status, &next["id"]), (StatusCode::OK, &begun["id"]));

    let calls = items(client, &list).await;
    let ends: Vec<&Value> = calls.iter().map(|call| &call["ended"]).collect();
    assert_eq!(ends, ["whole", "broken"]);
    for call in &calls {
        assert_eq!(call["interview"], begun["id"]);
        assert_eq!(call["model"], "local:double");
        for nothing in ["run", "chapter", "step", "stage"] {
            assert_eq!(call[nothing], Value::Null, "{nothing}");
        }
        let path = format!("/api/v1/calls/{}", call["id"].as_str().unwrap());
        let (_, sent) = client.get(&path).await;
        assert_eq!(&sent["record"], call);
        assert!(sent["parts"].to_string().contains("a bell"), "{sent}");
    }
    let (_, page) = client.get(&format!("{list}?limit=1")).await;
    assert_eq!(page["items"], json!([calls[0]]));
    let next = page["next"].as_str().unwrap();
    let rest = items(client, &format!("{list}?limit=1&after={next}")).await;
    assert_eq!(rest, calls[1..]);

    let new = json!({"brief": {"premise": "a bell", "chapters": 1}, "interview": id});
    let (status, story) = client.post("/api/v1/stories", new.clone()).await;
    assert_eq!(status, StatusCode::CREATED, "{story}");
    let story = format!("/api/v1/stories/{}", story["id"].as_str().unwrap());
    let (_, spent) = client.get(&format!("{story}/spent")).await;
    assert_eq!(spent["total"]["calls"], 2);
    assert_eq!(spent["total"]["prompt_tokens"], 300);
    assert_eq!(spent["interview"], json!([id, spent["total"]]));

    // It is the first story's; a second one is made all the same.
    let (status, other) = client.post("/api/v1/stories", new).await;
    assert_eq!(status, StatusCode::CREATED, "{other}");
    let other = format!("/api/v1/stories/{}/spent", other["id"].as_str().unwrap());
    assert_eq!(client.get(&other).await.1["interview"], Value::Null);
    let (status, _) = client.change(Method::DELETE, &story, "*", json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, problem) = client.get(&list).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains("interview"));

    let unknown = json!({"id": "0197a7c4-0000-7000-8000-000000000000", "idea": "a bell"});
    let (status, problem) = client.post("/api/v1/interview", unknown).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "{problem}");
    let wrong = json!({"brief": {"premise": "a bell"}, "interview": "mine"});
    let (status, problem) = client.post("/api/v1/stories", wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
}

#[tokio::test]
async fn a_model_that_fails_an_interview_is_told_in_words() {
    let (studio, mut script) = InProcess::scripted().await;
    let client = studio.client.clone();
    let asked = tokio::spawn(async move {
        client
            .post("/api/v1/interview", json!({"idea": "a bell"}))
            .await
    });
    let call = script.next_call().await;
    assert!(
        matches!(&call.call.assignment, Assignment::Interview { idea, .. } if idea == "a bell")
    );
    call.fail(ModelError::Lasting("The model is not there.".to_owned()))
        .await;
    let (status, problem) = asked.await.unwrap();
    assert_eq!(status, StatusCode::BAD_GATEWAY, "{problem}");
    assert_eq!(problem["code"], "model");
    assert_eq!(problem["detail"], "The model is not there.");
}

#[tokio::test]
async fn one_chapter_is_outlined_again_and_its_beats_are_restored() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(3).await;
    let run = client.start(&story, json!({"kind": "outline"})).await;
    client.ended(&run).await;
    let chapter = format!("{story}/chapters/2");
    let (_, before) = client.get(&format!("{story}/chapters")).await;
    let request = json!({"kind": "outline", "chapter": 2, "feedback": "let the ferry burn"});
    let run = client.start(&story, request).await;
    let run = client.ended(&run).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    let (_, after) = client.get(&format!("{story}/chapters")).await;
    for other in [0, 2] {
        assert_eq!(
            after["items"][other]["outline"],
            before["items"][other]["outline"]
        );
    }
    let beats = after["items"][1]["outline"].as_array().unwrap();
    assert!(beats.contains(&json!("Let the ferry burn.")), "{beats:?}");
    assert_ne!(after["items"][1]["outline"], before["items"][1]["outline"]);
    assert_eq!(after["items"][1]["title"], before["items"][1]["title"]);
    let (_, versions) = client.get(&format!("{chapter}/outlines")).await;
    let versions = versions["items"].as_array().unwrap();
    assert!(versions.iter().all(|version| version["by"] == "run"));
    assert_eq!(versions.len(), 2);
    let old = versions[1]["id"].as_str().unwrap();
    let restore = format!("{chapter}/outlines/{old}/restore");
    let etag = client.etag(&chapter).await;
    let (status, back) = client
        .change(Method::POST, &restore, &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::OK, "{back}");
    assert_eq!(back["outline"], before["items"][1]["outline"]);

    let (status, _) = client
        .post(
            &format!("{story}/runs"),
            json!({"kind": "outline", "chapter": 9}),
        )
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_of_the_world_is_imagined_again_and_comes_back() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let run = client.start(&story, json!({"kind": "world"})).await;
    client.ended(&run).await;
    let entities = format!("{story}/world/entities");
    let (_, before) = client.get(&entities).await;
    let first = &before["items"][0];
    let id = first["id"].as_str().unwrap();
    let request = json!({"kind": "world", "entity": id, "feedback": "walks with a stick"});
    let run = client.start(&story, request).await;
    let run = client.ended(&run).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert_eq!(run["steps"][0]["subject"]["name"], first["name"]);
    let path = format!("{entities}/{id}");
    let (status, after) = client.get(&path).await;
    assert_eq!(status, StatusCode::OK, "{after}");
    assert_eq!(after["name"], first["name"]);
    let description = after["description"].as_str().unwrap();
    assert!(
        description.ends_with("Walks with a stick."),
        "{description}"
    );
    let (_, all) = client.get(&entities).await;
    assert_eq!(
        all["items"].as_array().unwrap()[1..],
        before["items"].as_array().unwrap()[1..]
    );
    let etag = client.etag(&path).await;
    let (_, versions) = client.get(&format!("{path}/versions")).await;
    let old = versions["items"][1]["id"].as_str().unwrap();
    let restore = format!("{path}/versions/{old}/restore");
    let (status, back) = client
        .change(Method::POST, &restore, &etag, json!({}))
        .await;
    assert_eq!((status, &back), (StatusCode::OK, first));
    let (status, stale) = client
        .change(Method::POST, &restore, &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(&stale["current"], first);

    let nothing = "0197a7c4-0000-7000-8000-000000000000";
    let runs = format!("{story}/runs");
    let (status, _) = client
        .post(&runs, json!({"kind": "world", "entity": nothing}))
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, _) = client
        .post(
            &runs,
            json!({"kind": "chapter", "chapter": 1, "entity": id}),
        )
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_whole_story_is_reviewed_and_nothing_in_it_changes() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let (status, problem) = client
        .post(&format!("{story}/runs"), json!({"kind": "review"}))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    for number in [1, 2] {
        let text = "Mara opened the old door again. It rained.\n\nMara opened the old door again.";
        let path = format!("{story}/chapters/{number}");
        let etag = client.etag(&path).await;
        let (status, _) = client
            .change(
                Method::POST,
                &format!("{path}/revisions"),
                &etag,
                json!({ "text": text }),
            )
            .await;
        assert_eq!(status, StatusCode::CREATED);
    }
    let (_, before) = client.get(&format!("{story}/chapters")).await;
    let run = client.start(&story, json!({"kind": "review"})).await;
    let run = client.ended(&run).await;
    assert_eq!(run["status"], "succeeded", "{run}");
    assert_eq!(run["steps"].as_array().unwrap().len(), 3);
    assert_eq!(run["progress"]["fraction"], 1.0);
    let (status, reviews) = client.get(&format!("{story}/reviews")).await;
    assert_eq!(status, StatusCode::OK, "{reviews}");
    let review = &reviews["items"][0];
    assert_eq!(review["run"], run["id"]);
    assert_eq!(review["chapters"], 2);
    assert!(
        review["assessment"]
            .as_str()
            .unwrap()
            .contains("2 chapters")
    );
    let found = &review["findings"][0];
    assert_eq!(found["chapter"], 1);
    assert_eq!(found["kind"], "repetition");
    assert_eq!(found["quote"], "Mara opened the old door again.");
    let (_, after) = client.get(&format!("{story}/chapters")).await;
    assert_eq!(after, before);
    // The overview shows it, also without scripts.
    let html = client.text(&story.replace("/api/v1", "")).await;
    assert!(html.contains("Review again") && html.contains("repetition"));
    // Another text since: said beside the finding.
    let path = format!("{story}/chapters/1");
    let etag = client.etag(&path).await;
    client
        .change(
            Method::POST,
            &format!("{path}/revisions"),
            &etag,
            json!({"text": "New."}),
        )
        .await;
    let (_, reviews) = client.get(&format!("{story}/reviews")).await;
    assert_eq!(reviews["items"][0]["findings"][0]["is_outdated"], true);
}

#[tokio::test]
async fn a_world_is_made_changed_and_taken_apart_by_hand() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let world = format!("{story}/world");
    let entities = format!("{world}/entities");
    let (status, mara) = client
        .post(
            &entities,
            json!({"kind": "person", "name": " Mara Tollan "}),
        )
        .await;
    assert_eq!(status, StatusCode::CREATED, "{mara}");
    assert_eq!(mara["name"], "Mara Tollan");
    let (_, quay) = client
        .post(&entities, json!({"kind": "place", "name": "The Low Quay"}))
        .await;
    refuses_odd_entities(client, &entities).await;
    let path = format!("{entities}/{}", mara["id"].as_str().unwrap());
    changes_an_entity(client, &path).await;

    let ties = format!("{world}/relations");
    let tie = json!({"from": mara["id"], "to": quay["id"], "label": "born at"});
    let (status, tie) = client.post(&ties, tie).await;
    assert_eq!(status, StatusCode::CREATED, "{tie}");
    let to_itself = json!({"from": mara["id"], "to": mara["id"], "label": "is"});
    let (status, _) = client.post(&ties, to_itself).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    rules_are_changed_and_deleted(client, &world).await;
    facts_belong_to_chapters(client, &world).await;

    // Ties go with whom they tie.
    let etag = client.etag(&path).await;
    let (status, _) = client.change(Method::DELETE, &path, &etag, json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (_, ties) = client.get(&ties).await;
    assert_eq!(ties["items"], json!([]));
}

async fn refuses_odd_entities(client: &Client, entities: &str) {
    for (body, code) in [
        (json!({"kind": "person", "name": "mara tollan"}), "invalid"),
        (json!({"kind": "ghost", "name": "Odran"}), "invalid"),
        (json!({"kind": "person", "name": " "}), "invalid"),
        (json!({"kind": "person", "name": "X", "age": 3}), "invalid"),
    ] {
        let (status, problem) = client.post(entities, body.clone()).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{body}: {problem}"
        );
        assert_eq!(problem["code"], code);
        assert!(problem["detail"].as_str().unwrap().len() > 15);
    }
}

/// A change on an old version is refused, with what is there now.
async fn changes_an_entity(client: &Client, path: &str) {
    let etag = client.etag(path).await;
    let change = json!({"goal": "to hear him once more", "traits": ["dry"]});
    let (status, changed) = client
        .change(Method::PATCH, path, &etag, change.clone())
        .await;
    assert_eq!(status, StatusCode::OK, "{changed}");
    assert_eq!(changed["goal"], "to hear him once more");
    assert_eq!(changed["name"], "Mara Tollan");
    let (status, stale) = client.change(Method::PATCH, path, &etag, change).await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{stale}");
    assert_eq!(stale["current"], changed);
    let (status, _) = client.post(path, json!({})).await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
}

async fn facts_belong_to_chapters(client: &Client, world: &str) {
    let (status, fact) = client
        .post(
            &format!("{world}/facts"),
            json!({"text": "The ferry burnt.", "chapter": 2}),
        )
        .await;
    assert_eq!((status, &fact["chapter"]), (StatusCode::CREATED, &json!(2)));
    let (status, _) = client
        .post(
            &format!("{world}/facts"),
            json!({"text": "Nowhere.", "chapter": 9}),
        )
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

async fn rules_are_changed_and_deleted(client: &Client, world: &str) {
    let (_, rule) = client
        .post(
            &format!("{world}/rules"),
            json!({"text": "The dead answer only questions."}),
        )
        .await;
    let rule = format!("{world}/rules/{}", rule["id"].as_str().unwrap());
    let text = json!({"text": "The dead answer nobody."});
    let (status, problem) = client
        .change(Method::PATCH, &rule, "*", json!({"text": ""}))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    let (status, after) = client.change(Method::PATCH, &rule, "*", text).await;
    assert_eq!(
        (status, &after["text"]),
        (StatusCode::OK, &json!("The dead answer nobody."))
    );
    let (status, _) = client.change(Method::DELETE, &rule, "*", json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, _) = client.get(&rule).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
