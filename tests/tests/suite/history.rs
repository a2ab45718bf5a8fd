//! Versions and the trash over REST.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tests::{Client, InProcess};

const NOTHING: &str = "0197a7c4-0000-7000-8000-000000000000";

async fn versions(client: &Client, path: &str) -> Vec<Value> {
    let (status, page) = client.get(path).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(page["next"], Value::Null);
    page["items"].as_array().unwrap().clone()
}

/// Changes something twice, restores the first value, and asks for what is refused on the way.
async fn there_and_back(
    client: &Client,
    path: &str,
    versions_at: &str,
    changes: [Value; 2],
    first: impl Fn(&Value) -> Value,
) {
    for change in changes {
        let (status, answer) = client.change(Method::PATCH, path, "*", change).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    }
    let kept = versions(client, versions_at).await;
    assert!(kept.len() >= 2, "{kept:?}");
    let wanted = &kept[1];
    assert_eq!(wanted["by"], "person");
    assert!(wanted["at"].as_str().unwrap().ends_with('Z'));
    assert_eq!(
        (&kept[0]["current"], &wanted["current"]),
        (&json!(true), &json!(false))
    );
    let id = wanted["id"].as_str().unwrap();
    let restore = format!("{versions_at}/{id}/restore");
    let (status, missing) = client.post(&restore, json!({})).await;
    assert_eq!(status, StatusCode::PRECONDITION_REQUIRED, "{missing}");
    let (status, stale) = client
        .change(Method::POST, &restore, "\"0\"", json!({}))
        .await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{stale}");
    assert!(stale["current"].is_object(), "{stale}");
    let etag = client.etag(path).await;
    let (status, back) = client
        .change(Method::POST, &restore, &etag, json!({}))
        .await;
    assert_eq!(status, StatusCode::OK, "{back}");
    let value = &wanted["value"];
    assert_eq!(first(&back), first(value), "{back} is not {value}");
    assert_ne!(client.etag(path).await, etag);
    assert_eq!(versions(client, versions_at).await.len(), kept.len() + 1);

    let (status, page) = client.get(&format!("{versions_at}?limit=1")).await;
    assert_eq!(
        (status, page["items"].as_array().unwrap().len()),
        (StatusCode::OK, 1)
    );
    let next = page["next"].as_str().unwrap();
    let (_, rest) = client.get(&format!("{versions_at}?after={next}")).await;
    assert_eq!(rest["items"].as_array().unwrap().len(), kept.len());
    for wrong in ["limit=0", "after=x"] {
        let (status, _) = client.get(&format!("{versions_at}?{wrong}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let unknown = format!("{versions_at}/{NOTHING}/restore");
    let (status, _) = client.change(Method::POST, &unknown, "*", json!({})).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn beats_and_the_brief_have_their_versions() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let chapter = format!("{story}/chapters/2");
    assert_eq!(
        versions(client, &format!("{chapter}/outlines")).await,
        [] as [Value; 0]
    );
    there_and_back(
        client,
        &chapter,
        &format!("{chapter}/outlines"),
        [
            json!({"title": "Night", "outline": ["Mine."]}),
            json!({"outline": ["Other."]}),
        ],
        |value| json!([value["title"], value["outline"]]),
    )
    .await;
    let brief = |tone: &str| json!({"title": tone, "brief": {"premise": "a bell", "tone": tone}});
    there_and_back(
        client,
        &story,
        &format!("{story}/brief/versions"),
        [brief("quiet"), brief("loud")],
        |value| json!([value["title"], value["brief"]]),
    )
    .await;
    let (status, _) = client.get(&format!("{story}/chapters/9/outlines")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

async fn add(client: &Client, list: &str, part: Value) -> String {
    let (status, part) = client.post(list, part).await;
    assert_eq!(status, StatusCode::CREATED, "{part}");
    part["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_part_of_a_world_has_its_versions() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(1).await;
    let world = format!("{story}/world");
    let entities = format!("{world}/entities");
    let mara = add(client, &entities, json!({"kind": "person", "name": "Mara"})).await;
    let iven = add(client, &entities, json!({"kind": "person", "name": "Iven"})).await;
    let relation = json!({"from": mara, "to": iven, "label": "sister of"});
    let relation = add(client, &format!("{world}/relations"), relation).await;
    let rule = add(client, &format!("{world}/rules"), json!({"text": "First."})).await;
    let fact = add(client, &format!("{world}/facts"), json!({"text": "First."})).await;
    for (list, part, field) in [
        ("entities", mara, "description"),
        ("relations", relation, "label"),
        ("rules", rule, "text"),
        ("facts", fact, "text"),
    ] {
        let path = format!("{world}/{list}/{part}");
        there_and_back(
            client,
            &path,
            &format!("{path}/versions"),
            [json!({ (field): "Second." }), json!({ (field): "Third." })],
            Value::clone,
        )
        .await;
    }
}

#[tokio::test]
async fn what_is_deleted_is_in_the_trash_and_comes_back() {
    let studio = InProcess::builtin().await;
    let client = &studio.client;
    let story = client.story(2).await;
    let chapter = format!("{story}/chapters/1");
    let (status, _) = client
        .change(Method::PATCH, &chapter, "*", json!({"title": "Night"}))
        .await;
    assert_eq!(status, StatusCode::OK);
    let list = format!("{story}/world/entities");
    let mara = add(client, &list, json!({"kind": "person", "name": "Mara"})).await;
    let (_, before) = client.get(&format!("{list}/{mara}")).await;
    for path in [chapter.clone(), format!("{list}/{mara}")] {
        let (status, _) = client.change(Method::DELETE, &path, "*", json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
    }
    let (status, trash) = client.get("/api/v1/trash").await;
    assert_eq!(status, StatusCode::OK);
    let items = trash["items"].as_array().unwrap();
    let told: Vec<_> = items
        .iter()
        .map(|item| {
            (
                item["kind"].as_str().unwrap(),
                item["title"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("entity", "Mara"), ("chapter", "Chapter 1: Night")]);
    let (_, first) = client.get("/api/v1/trash?limit=1").await;
    let next = first["next"].as_str().unwrap();
    let (_, rest) = client.get(&format!("/api/v1/trash?after={next}")).await;
    assert_eq!(rest["items"][0], items[1]);

    for item in items {
        let entry = format!("/api/v1/trash/{}", item["id"].as_str().unwrap());
        let (status, back) = client.post(&format!("{entry}/restore"), json!({})).await;
        assert_eq!(status, StatusCode::OK, "{back}");
        assert_eq!(back["kind"], item["kind"]);
        let (status, _) = client.post(&format!("{entry}/restore"), json!({})).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }
    let (_, back) = client.get(&format!("{list}/{mara}")).await;
    assert_eq!(back, before);
    let (_, back) = client.get(&chapter).await;
    assert_eq!(back["title"], "Night");

    let (status, _) = client.change(Method::DELETE, &story, "*", json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, _) = client.get(&story).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (_, trash) = client.get("/api/v1/trash").await;
    let entry = format!(
        "/api/v1/trash/{}",
        trash["items"][0]["id"].as_str().unwrap()
    );
    assert_eq!(trash["items"][0]["contents"]["chapters"], 2);
    let (status, _) = client.change(Method::DELETE, &entry, "*", json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (_, trash) = client.get("/api/v1/trash").await;
    assert_eq!(trash["items"], json!([]));
}

#[tokio::test]
async fn a_chapter_is_named_by_its_id_wherever_it_is() {
    let studio = InProcess::idle().await;
    let client = &studio.client;
    let story = client.story(3).await;
    let (_, third) = client.get(&format!("{story}/chapters/3")).await;
    let id = third["id"].as_str().unwrap();
    let path = format!("{story}/chapters/{id}");
    let first = format!("{story}/chapters/1");
    let (status, gone) = client.change(Method::DELETE, &first, "*", json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{gone}");

    let (status, now) = client.get(&path).await;
    assert_eq!((status, &now["number"]), (StatusCode::OK, &json!(2)));
    let edit = json!({"text": "It rained."});
    let revisions = format!("{path}/revisions");
    let (status, saved) = client.change(Method::POST, &revisions, "*", edit).await;
    assert_eq!((status, &saved["id"]), (StatusCode::CREATED, &json!(id)));
    assert_eq!(
        client.text(&format!("{story}/chapters/2/text")).await,
        "It rained."
    );
    let (status, stale) = client
        .change(Method::PATCH, &path, "\"0\"", json!({"title": "x"}))
        .await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{stale}");
    assert_eq!(stale["current"]["text"], "It rained.");

    // What a run shows of its chapter is its number, as ever.
    let new = json!({"kind": "chapter", "chapter": id});
    let (status, run) = client.post(&format!("{story}/runs"), new).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{run}");
    let last = run["steps"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["chapter_id"], &last["chapter"]),
        (&json!(id), &json!(2))
    );
    for (nothing, status) in [
        (json!(NOTHING), StatusCode::NOT_FOUND),
        (json!(9), StatusCode::NOT_FOUND),
        (json!("2"), StatusCode::UNPROCESSABLE_ENTITY),
        (json!(-1), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let new = json!({"kind": "chapter", "chapter": nothing});
        let (refused, problem) = client.post(&format!("{story}/runs"), new).await;
        assert_eq!(refused, status, "{nothing}: {problem}");
    }
    let other = client.story(1).await;
    for nowhere in [
        format!("{story}/chapters/{NOTHING}"),
        format!("{other}/chapters/{id}"),
        format!("{story}/chapters/what"),
    ] {
        let (status, problem) = client.get(&nowhere).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{problem}");
        assert_eq!(problem["code"], "not_found");
    }
}
