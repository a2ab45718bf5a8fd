//! The machine's clock is set while the studio runs.

use crate::{
    machine::{FakeClock, catch_up, take_next},
    scenario::{FaultRow, ScenarioOutcome},
};
use reqwest::Method;
use serde_json::{Value, json};
use std::{path::Path, time::Duration};
use tests::{Binary, Client, Mirror};
use tokio::time::Instant;

/// Longer than an idle worker waits before it looks for runs that were left alone.
const ONE_SWEEP: Duration = Duration::from_millis(6_500);

async fn start(data: &Path, clock: &FakeClock, rate: &str) -> Binary {
    let mut command = Binary::command(data);
    command.args(["--builtin-rate", rate]);
    clock.apply(&mut command);
    Binary::launch(command).await
}

pub(crate) async fn set_back() -> ScenarioOutcome {
    let clock = FakeClock::new()?;
    let data = tempfile::tempdir().unwrap();
    let mut studio = start(data.path(), &clock, "700").await;
    let story = studio.client.story(2).await;
    let run = studio
        .client
        .start(&story, json!({"kind": "all_chapters"}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    let mut mirror = Mirror::default();
    let mut events = studio.client.events("/api/v1/events", Some(0)).await;
    let mut made = Made::default();
    while mirror.text(&id, 1).len() < 300 {
        take_next(&mut mirror, &mut events).await;
    }
    made.more(&studio.client).await;
    let seen = mirror.text(&id, 1).len();
    clock.set("-2d");
    // The writing goes on as if nothing had happened.
    while mirror.text(&id, 1).len() < seen + 600 {
        take_next(&mut mirror, &mut events).await;
    }
    made.more(&studio.client).await;
    let (_, now) = studio.client.get(&run).await;
    assert_eq!(
        (&now["status"], &now["attempt"]),
        (&json!("running"), &json!(1))
    );
    // Killed and started by a clock that is still behind the last sign of life.
    studio.kill().await;
    while let Some((seq, name, data)) = events.next().await {
        mirror.apply(seq, &name, &data);
    }
    clock.set("-4d");
    studio = start(data.path(), &clock, "0").await;
    let mut events = studio
        .client
        .events("/api/v1/events", Some(mirror.last))
        .await;
    made.more(&studio.client).await;
    while mirror.runs[&id]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
    }
    catch_up(&mut mirror, &mut events, &studio.client).await;
    assert_eq!(mirror.runs[&id]["attempt"], 2);
    for chapter in [1, 2] {
        let text = studio
            .client
            .text(&format!("{story}/chapters/{chapter}/text"))
            .await;
        assert_eq!(text, mirror.text(&id, chapter));
    }
    made.check(&studio.client).await;
    studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "clock set back",
        done: "the machine's clock was set back by two days while a chapter was written; then the studio \
               was killed and restarted with the clock four days back"
            .to_owned(),
        studio: "kept writing; resumed the run at once after the restart".to_owned(),
        checked: "every event number occurs once; runs and revisions stay in the order of their creation, \
                  page by page; each chapter is the told text"
            .to_owned(),
        lost: "0 bytes of told text".to_owned(),
    }])
}

pub(crate) async fn set_ahead() -> ScenarioOutcome {
    let clock = FakeClock::new()?;
    let data = tempfile::tempdir().unwrap();
    // A writer that takes 50 s for its first word, so that nothing is written meanwhile.
    let studio = start(data.path(), &clock, "0.02").await;
    let client = &studio.client;
    let story = client.story(1).await;
    let run = client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    client.until(&run, |run| run["stage"] == "draft").await;
    let mut events = client.events(&format!("{run}/events"), None).await;
    clock.set("+10d");
    let until = Instant::now() + ONE_SWEEP;
    while let Ok(next) = tokio::time::timeout_at(until, events.next()).await {
        // It may still tell that it began; but not that anybody took it from its worker.
        let (_, _, data) = next.unwrap();
        assert_eq!(data["status"], "running", "{data}");
    }
    let (_, now) = client.get(&run).await;
    assert_eq!(
        (&now["status"], &now["attempt"]),
        (&json!("running"), &json!(1))
    );
    client.post(&format!("{run}/cancel"), json!({})).await;
    let cancelled = client.ended(&run).await;
    assert_eq!(
        cancelled["status"], "cancelled",
        "its worker hears the wish: {cancelled}"
    );
    studio.terminate().await;
    Ok(vec![FaultRow {
        fault: "clock set ahead",
        done: "the machine's clock was set ten days ahead while the model was silent, far beyond the lease \
               of 30 s, with an idle worker looking for abandoned runs"
            .to_owned(),
        studio: "left the run with its worker, which obeyed Cancel at once".to_owned(),
        checked: "one attempt; the run never returned to the queue".to_owned(),
        lost: "none".to_owned(),
    }])
}

/// Things made one after the other, which must stay in that order.
#[derive(Default)]
struct Made {
    story: Option<String>,
    texts: Vec<String>,
    runs: Vec<Value>,
    /// When the studio believes that the runs were made.
    times: Vec<String>,
}

impl Made {
    /// Two texts of a person's own and two runs more.
    async fn more(&mut self, client: &Client) {
        if self.story.is_none() {
            self.story = Some(client.story(1).await);
        }
        let story = self.story.as_ref().unwrap();
        for _ in 0..2 {
            let chapter = format!("{story}/chapters/1");
            let etag = client.etag(&chapter).await;
            let text = format!("Text number {}.", self.texts.len());
            let (status, saved) = client
                .change(
                    Method::POST,
                    &format!("{chapter}/revisions"),
                    &etag,
                    json!({"text": text}),
                )
                .await;
            assert!(status.is_success(), "{saved}");
            self.texts.push(text);
            let (status, run) = client
                .post(
                    &format!("{story}/runs"),
                    json!({"kind": "world", "feedback": format!("Take {}.", self.runs.len())}),
                )
                .await;
            assert_eq!(status, 202, "{run}");
            self.runs.push(run["id"].clone());
            self.times
                .push(run["created_at"].as_str().unwrap().to_owned());
        }
    }

    /// Newest first, one to a page.
    async fn check(&self, client: &Client) {
        let story = self.story.as_ref().unwrap();
        assert!(
            self.times[0] > self.times[2] && self.times[2] > self.times[4],
            "{:?}",
            self.times
        );
        let (_, revisions) = client.get(&format!("{story}/chapters/1/revisions")).await;
        let mut texts = Vec::new();
        for revision in revisions["items"].as_array().unwrap() {
            let id = revision["id"].as_str().unwrap();
            let (_, whole) = client
                .get(&format!("{story}/chapters/1/revisions/{id}"))
                .await;
            texts.push(whole["text"].as_str().unwrap().to_owned());
        }
        texts.reverse();
        assert_eq!(texts, self.texts);
        let id = story.rsplit('/').next().unwrap();
        let (mut runs, mut after) = (Vec::new(), String::new());
        loop {
            let (_, page) = client
                .get(&format!("/api/v1/runs?story={id}&limit=1{after}"))
                .await;
            runs.extend(
                page["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|run| run["id"].clone()),
            );
            let Some(next) = page["next"].as_str() else {
                break;
            };
            after = format!("&after={next}");
        }
        runs.reverse();
        assert_eq!(runs, self.runs);
    }
}
