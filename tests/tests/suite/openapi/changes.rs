//! Requests that change something: each answer has the form that the document gives it.

use super::DocumentedClient;
use reqwest::Method;
use serde_json::json;

pub(super) async fn change_everything(api: &mut DocumentedClient<'_>, story: &str) {
    let patch = Method::PATCH;
    api.change(
        patch.clone(),
        story,
        Some(json!({"title": "Lamp", "brief": {"tone": null}})),
        200,
    )
    .await;
    let chapter = format!("{story}/chapters/1");
    api.change(
        patch.clone(),
        &chapter,
        Some(json!({"title": "Voice"})),
        200,
    )
    .await;
    // A change that is based on nothing, and one on an old version.
    api.send(patch.clone(), &chapter, None, Some(json!({})), 428)
        .await;
    api.send(
        patch.clone(),
        &chapter,
        Some("\"0\""),
        Some(json!({"title": "x"})),
        412,
    )
    .await;
    api.send(
        patch.clone(),
        &chapter,
        Some("*"),
        Some(json!({"titel": 1})),
        422,
    )
    .await;
    api.change(
        Method::POST,
        &format!("{chapter}/revisions"),
        Some(json!({"text": "The lamp was out."})),
        201,
    )
    .await;
    let device = json!({"device": "d1", "text": "x", "base_version": 1});
    api.send(
        Method::PUT,
        &format!("{chapter}/autosave"),
        None,
        Some(device),
        200,
    )
    .await;
    api.get(&format!("{chapter}/autosave")).await;
    api.send(
        Method::DELETE,
        &format!("{chapter}/autosave?device=d1"),
        None,
        None,
        204,
    )
    .await;
    let dismissed = json!({"kind": "style", "quote": "lamp"});
    api.post(&format!("{chapter}/dismissed"), dismissed.clone(), 200)
        .await;
    api.get(&format!("{chapter}/dismissed")).await;
    api.send(
        Method::DELETE,
        &format!("{chapter}/dismissed"),
        None,
        Some(dismissed),
        200,
    )
    .await;
    replace(api, story).await;
    change_book(api, story).await;
    change_world(api, story).await;
    change_queue_and_settings(api, story).await;
}

async fn change_book(api: &mut DocumentedClient<'_>, story: &str) {
    change_imports(api).await;
    let details = json!({"details": {"author": "M. Kell"}, "options": {"format": "docx"}});
    api.change(Method::PUT, &format!("{story}/book"), Some(details), 200)
        .await;
    let backup = api
        .send(Method::POST, "/api/v1/backups", None, None, 201)
        .await;
    let backup = format!("/api/v1/backups/{}", backup["id"].as_str().unwrap());
    let contents = api.get(&backup).await;
    let only = json!({"story": contents["stories"][0]["id"]});
    api.post(&format!("{backup}/restore"), only, 200).await;
    let unknown = json!({"story": "0196f3a2-7c5e-7d10-9b1a-2f4c6e8a0b1d"});
    api.post(&format!("{backup}/restore"), unknown, 404).await;
}

/// A manuscript that is sent as a form: the address of its import.
async fn import(api: &DocumentedClient<'_>) -> String {
    let body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ferry.md\"\r\n\r\n\
        # Night\n\nShe rows.\n\n# Morning\n\nHe waits.\n\r\n--x--\r\n";
    let request = api.client.request(Method::POST, "/api/v1/imports");
    let request = request.header("content-type", "multipart/form-data; boundary=x");
    let answer = request.body(body).send().await.unwrap();
    assert_eq!(answer.status(), 201);
    let address = answer.headers()["location"].to_str().unwrap().to_owned();
    let preview = answer.json().await.unwrap();
    let schema = json!({ "$ref": "#/components/schemas/ImportPreview" });
    api.fits(&schema, &preview, "a new import");
    address
}

async fn change_imports(api: &mut DocumentedClient<'_>) {
    let address = import(api).await;
    api.get("/api/v1/imports").await;
    api.get(&address).await;
    api.get(&format!("{address}/chapters/1")).await;
    let rename = json!({"rename": {"chapter": 2, "title": "Dawn"}});
    api.change(Method::PATCH, &address, Some(rename), 200).await;
    let accept = format!("{address}/accept");
    api.post(&accept, json!({"title": "Ferry"}), 201).await;
    let address = import(api).await;
    api.change(Method::DELETE, &address, None, 204).await;
}

async fn replace(api: &mut DocumentedClient<'_>, story: &str) {
    let path = format!("{story}/replace");
    let mut new = json!({"find": "lamp", "replace": "lamp-light", "preview": true});
    let preview = api.post(&path, new.clone(), 200).await;
    new["preview"] = json!(false);
    new["only"] = json!([preview["matches"][0]["id"]]);
    new["base"] = preview["base"].clone();
    let done = api.post(&path, new.clone(), 200).await;
    api.post(&path, new, 409).await;
    api.get(&path).await;
    let undo = format!("{path}/{}/undo", done["undo"].as_str().unwrap());
    api.send(Method::POST, &undo, None, None, 200).await;
    api.send(Method::POST, &undo, None, None, 409).await;
    let unclosed = json!({"find": "(", "regex": true});
    api.post(&path, unclosed, 422).await;
    let entities = api.get(&format!("{story}/world/entities")).await;
    let entity = entities["items"][0]["id"].as_str().unwrap();
    let rename = json!({"name": "Ines Holm", "preview": true});
    api.post(
        &format!("{story}/world/entities/{entity}/rename"),
        rename,
        200,
    )
    .await;
}

async fn change_queue_and_settings(api: &mut DocumentedClient<'_>, story: &str) {
    let trash = api.get("/api/v1/trash").await;
    let entry = trash["items"][0]["id"].as_str().unwrap().to_owned();
    api.send(
        Method::POST,
        &format!("/api/v1/trash/{entry}/restore"),
        None,
        None,
        200,
    )
    .await;
    api.send(Method::POST, "/api/v1/queue/pause", None, None, 200)
        .await;
    let run = api
        .post(
            &format!("{story}/runs"),
            json!({"kind": "chapter", "chapter": 2, "mode": "start_over"}),
            202,
        )
        .await;
    let run = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    api.change(
        Method::PATCH,
        &run,
        Some(json!({"feedback": "darker"})),
        200,
    )
    .await;
    api.get(&format!("{run}/draft")).await;
    api.send(Method::POST, &format!("{run}/cancel"), None, None, 200)
        .await;
    api.send(Method::POST, "/api/v1/queue/resume", None, None, 200)
        .await;
    api.post("/api/v1/runs/cancel", json!({"status": "queued"}), 200)
        .await;
    api.send(Method::POST, "/api/v1/interviews", None, None, 201)
        .await;
    let settings = json!({"preferences": {"temperature": 0.7, "limits": {"connect": null}}});
    api.change(Method::PUT, "/api/v1/settings", Some(settings), 200)
        .await;
    let copy = api
        .send(Method::POST, &format!("{story}/duplicate"), None, None, 201)
        .await;
    let copies = json!([{"id": copy["id"], "version": copy["version"]}]);
    let batch = json!({"action": "archive", "stories": copies});
    api.post("/api/v1/stories/batch", batch, 200).await;
    api.change(Method::DELETE, &format!("{story}/chapters/2"), None, 204)
        .await;
}

async fn change_world(api: &mut DocumentedClient<'_>, story: &str) {
    let entity = api
        .post(
            &format!("{story}/world/entities"),
            json!({"kind": "person", "name": "Mara"}),
            201,
        )
        .await;
    let entity = entity["id"].as_str().unwrap().to_owned();
    let world = api.get(&format!("{story}/world/entities")).await;
    let other = world["items"][0]["id"].as_str().unwrap();
    let relation = json!({"from": entity, "to": other, "label": "trusts"});
    for (list, new, change) in [
        ("relations", relation, json!({"label": "doubts"})),
        (
            "rules",
            json!({"text": "The dead can't lie."}),
            json!({"text": "The dead lie."}),
        ),
        (
            "facts",
            json!({"text": "Lit in 1911.", "chapter": 1}),
            json!({"chapter": null}),
        ),
        (
            "entities",
            json!({"kind": "place", "name": "Holm"}),
            json!({"goal": "none"}),
        ),
    ] {
        let part = api.post(&format!("{story}/world/{list}"), new, 201).await;
        let part = format!("{story}/world/{list}/{}", part["id"].as_str().unwrap());
        api.change(Method::PATCH, &part, Some(change), 200).await;
        api.get(&part).await;
        let versions = api.get(&format!("{part}/versions")).await;
        let version = versions["items"].as_array().unwrap().last().unwrap()["id"].clone();
        let restore = format!("{part}/versions/{}/restore", version.as_str().unwrap());
        api.change(Method::POST, &restore, None, 200).await;
        api.change(Method::DELETE, &part, None, 204).await;
    }
}
