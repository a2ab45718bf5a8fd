//! SIGKILL at any moment of any stage.

use crate::{
    machine::catch_up,
    scenario::{FaultRow, ScenarioOutcome, say},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    path::Path,
    time::{Duration, Instant},
};
use tests::{Binary, Client, Disk, DiskDraft, DiskRun, Mirror, SplitMix64, Sse};

/// Where a kill can fall: world and outline are steps of their own, the rest are stages of a chapter.
const MOMENTS: [&str; 8] = [
    "world", "outline", "plan", "draft", "edit", "check", "revise", "commit",
];

/// Chapters of each story, and runs side by side.
const CHAPTERS: u32 = 2;
const SIDE_BY_SIDE: usize = 2;

/// Fast enough for many stages in a test, slow enough for each to last some events.
const RATE: &str = "1500";

/// Text may wait this long before it is on disk.
const LOST_AT_MOST: Duration = Duration::from_millis(100);

/// The longest wait for a moment that does not come: then the run is stuck.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The studio's life across many deaths, and what must be so in each.
#[derive(Default)]
struct Lives {
    mirror: Mirror,
    /// What the disk had at the last death.
    runs: BTreeMap<String, DiskRun>,
    finished: BTreeMap<String, DiskDraft>,
    /// How often each run was running when the process died.
    hits: BTreeMap<String, i64>,
    /// How often four deaths in a row made a run fail, and it was resumed.
    gave_up: usize,
    fallen_on: BTreeSet<&'static str>,
    /// How old the newest text on disk was at each death, where one was being written.
    ages: Vec<Duration>,
    stories: BTreeMap<String, String>,
}

pub(crate) async fn at_random_moments() -> ScenarioOutcome {
    let kills: usize = env::var("FABLEWRIGHT_KILLS").map_or(12, |number| number.parse().unwrap());
    let mut dice = SplitMix64::from_env();
    let seed = dice.seed();
    say(&format!("{kills} kills, FABLEWRIGHT_SEED={seed}"));
    let data = tempfile::tempdir().unwrap();
    let mut lives = Lives::default();
    // Every moment in turn before any comes again, in an order of chance.
    let mut moments = Vec::new();
    for _ in 0..kills {
        let studio = Binary::start(data.path(), RATE).await;
        let mut events = studio
            .client
            .events("/api/v1/events", Some(lives.mirror.last))
            .await;
        if moments.is_empty() {
            moments = MOMENTS.to_vec();
        }
        let moment =
            moments.swap_remove(usize::try_from(dice.below(moments.len() as u64)).unwrap());
        lives.wait_for(moment, &studio.client, &mut events).await;
        for _ in 0..dice.below(6) {
            lives.next_event(&mut events).await;
        }
        let until = Instant::now() + Duration::from_micros(dice.below(900));
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        // Text that is being written and that nobody was told of yet is no older than the newest that was told.
        if let Some((at, run)) = lives.mirror.newest_text.take()
            && lives.mirror.runs.get(&run).is_some_and(is_drafting)
        {
            lives.ages.push(at.elapsed());
        }
        studio.kill().await;
        // What was on its way to the reader when the process died has been told as well.
        while let Some((seq, name, data)) = events.next().await {
            lives.mirror.apply(seq, &name, &data);
        }
        lives.fallen_on.insert(moment);
        lives.look_at_the_disk(data.path()).await;
    }
    lives.end_of_all(data.path()).await;
    // A machine that is busy elsewhere holds up whoever writes and whoever measures, now and then.
    let late = lives.ages.iter().filter(|age| **age > LOST_AT_MOST).count();
    assert!(late <= lives.ages.len().div_ceil(10), "{:?}", lives.ages);
    let chapters = lives.finished.len();
    Ok(vec![FaultRow {
        fault: "`kill -9`",
        done: format!(
            "killed {kills} times with {SIDE_BY_SIDE} parallel runs, each time in a random stage and a \
             random number of events and microseconds later: {} (seed {seed})",
            MOMENTS
                .into_iter()
                .filter(|moment| lives.fallen_on.contains(moment))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        studio: format!(
            "continued by itself after each start; {} of {} runs crashed four times in a row without \
             progress, failed with a clear error and continued when resumed",
            lives.gave_up,
            lives.runs.len()
        ),
        checked: format!(
            "one reader with Last-Event-ID saw every event number once; all told text was on disk at each \
             kill; {chapters} chapters have one complete revision each, exactly the told text; attempts = 1 \
             + kills while running; the database was intact each time"
        ),
        lost: "0 bytes of told text; at most 100 ms of other text".to_owned(),
    }])
}

fn is_drafting(run: &Value) -> bool {
    run["status"] == "running" && run["stage"] == "draft"
}

/// Whether a run is at a moment.
fn is_at(run: &Value, moment: &str) -> bool {
    let step = run["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["status"] != "succeeded");
    run["status"] == "running"
        && step.is_some_and(|step| match moment {
            "world" | "outline" => step["kind"] == moment,
            stage => step["kind"] == "chapter" && step["stage"] == stage,
        })
}

impl Lives {
    async fn next_event(&mut self, events: &mut Sse) -> (String, Value) {
        let next = tokio::time::timeout(TIMEOUT, events.next()).await;
        let (seq, name, data) = next
            .expect("something happens")
            .expect("the stream goes on");
        self.mirror.apply(seq, &name, &data);
        (name, data)
    }

    /// Reads on until some run is at this moment; keeps runs going meanwhile.
    async fn wait_for(&mut self, moment: &str, client: &Client, events: &mut Sse) {
        self.keep_going(client).await;
        loop {
            let (name, data) = self.next_event(events).await;
            if name != "run" {
                continue;
            }
            if data["status"] == "succeeded" || data["status"] == "failed" {
                self.keep_going(client).await;
            }
            if is_at(&data, moment) {
                return;
            }
        }
    }

    /// Starts runs until there are enough; resumes what gave up.
    async fn keep_going(&mut self, client: &Client) {
        let (_, runs) = client.get("/api/v1/runs?limit=200").await;
        let runs = runs["items"].as_array().unwrap();
        let mut open = 0;
        for run in runs {
            match run["status"].as_str().unwrap() {
                "failed" => {
                    self.check_failed(run);
                    let resume = format!("/api/v1/runs/{}/resume", run["id"].as_str().unwrap());
                    assert_eq!(client.post(&resume, json!({})).await.0, 200);
                    self.gave_up += 1;
                    open += 1;
                }
                "queued" | "running" => open += 1,
                other => assert_eq!(other, "succeeded", "{run}"),
            }
        }
        for _ in open..SIDE_BY_SIDE {
            let story = client.story(CHAPTERS).await;
            let run = client.start(&story, json!({"kind": "all_chapters"})).await;
            let id = run.rsplit('/').next().unwrap().to_owned();
            self.stories.insert(id, story);
        }
    }

    /// A run may only fail because the process died four times in a row while it got nowhere.
    fn check_failed(&self, run: &Value) {
        assert!(
            run["error"].as_str().unwrap().contains("four times"),
            "{run}"
        );
        let stored = &self.runs[run["id"].as_str().unwrap()];
        assert_eq!(
            (stored.status.as_str(), stored.crashes),
            ("running", 3),
            "{run}"
        );
    }

    /// What must be on the disk of the dead.
    async fn look_at_the_disk(&mut self, folder: &Path) {
        let mut disk = Disk::of(folder).await;
        // Everything told, and what it had no time to tell any more.
        let mut known = self.mirror.clone();
        known.take_stored(&disk.events(self.mirror.last).await);
        for draft in disk.drafts().await {
            assert_eq!(
                draft.text,
                known.text(&draft.run, draft.chapter),
                "{}",
                draft.run
            );
        }
        let finished = disk.finished().await;
        for (revision, draft) in &self.finished {
            assert_eq!(
                finished.get(revision),
                Some(draft),
                "a finished chapter stays as it is"
            );
        }
        let mut chapters = BTreeSet::new();
        for draft in finished.values() {
            assert!(
                chapters.insert((&draft.run, draft.chapter)),
                "nothing is written twice"
            );
            assert_eq!(draft.text, known.text(&draft.run, draft.chapter));
        }
        self.finished = finished;
        let runs = disk.runs().await;
        for run in runs.values() {
            let before = self.runs.get(&run.id);
            if let Some(before) = before {
                // Claimed once at most in each life, but for a run that had given up and was resumed.
                assert!(
                    (0..=1).contains(&(run.attempt - before.attempt)),
                    "{before:?} {run:?}"
                );
                assert!(run.progress >= before.progress, "{before:?} {run:?}");
                let got_on = run.progress > before.progress;
                if run.status == "running" && before.status == "running" {
                    let resumed = before.crashes == 3;
                    let expected = if got_on || resumed {
                        0
                    } else {
                        before.crashes + 1
                    };
                    assert_eq!(run.crashes, expected, "{before:?} {run:?}");
                }
            }
            if run.status == "running" {
                *self.hits.entry(run.id.clone()).or_default() += 1;
            }
        }
        self.runs = runs;
    }

    /// The last life: everything ends by itself.
    async fn end_of_all(&mut self, folder: &Path) {
        let studio = Binary::start(folder, "0").await;
        let client = &studio.client;
        let mut events = client
            .events("/api/v1/events", Some(self.mirror.last))
            .await;
        for run in self.stories.keys().cloned().collect::<Vec<_>>() {
            let (_, told) = client.get(&format!("/api/v1/runs/{run}")).await;
            if told["status"] == "failed" {
                self.check_failed(&told);
                client
                    .post(&format!("/api/v1/runs/{run}/resume"), json!({}))
                    .await;
                self.gave_up += 1;
            }
        }
        let (_, mut state) = client.get("/api/v1/state").await;
        while !state["runs"].as_array().unwrap().is_empty() {
            let (name, data) = self.next_event(&mut events).await;
            if name == "run" && data["status"] != "running" {
                (_, state) = client.get("/api/v1/state").await;
            }
        }
        while self.mirror.last < state["seq"].as_i64().unwrap() {
            self.next_event(&mut events).await;
        }
        for (run, story) in &self.stories {
            let (_, told) = client.get(&format!("/api/v1/runs/{run}")).await;
            assert_eq!(told["status"], "succeeded", "{told}");
            let hits = self.hits.get(run).copied().unwrap_or_default();
            assert_eq!(told["attempt"].as_i64(), Some(1 + hits), "{told}");
            for chapter in 1..=u64::from(CHAPTERS) {
                let path = format!("{story}/chapters/{chapter}");
                assert_eq!(
                    client.text(&format!("{path}/text")).await,
                    self.mirror.text(run, chapter)
                );
                let (_, revisions) = client.get(&format!("{path}/revisions")).await;
                assert_eq!(
                    revisions["items"].as_array().unwrap().len(),
                    1,
                    "{revisions}"
                );
            }
        }
        studio.kill().await;
        self.look_at_the_disk(folder).await;
        assert_eq!(self.finished.len(), self.stories.len() * CHAPTERS as usize);
    }
}

pub(crate) async fn four_in_a_row() -> ScenarioOutcome {
    let data = tempfile::tempdir().unwrap();
    let story = story_with_outline(data.path()).await;
    let mut studio = Binary::start(data.path(), "200").await;
    let run = studio
        .client
        .start(&story, json!({"kind": "chapter", "chapter": 1}))
        .await;
    let id = run.rsplit('/').next().unwrap().to_owned();
    let mut mirror = Mirror::default();
    for death in 1..=4 {
        let mut events = studio
            .client
            .events("/api/v1/events", Some(mirror.last))
            .await;
        // A few pieces of its first scene, which is a thousand times longer than that.
        let enough = mirror.text(&id, 1).len() + 60;
        while mirror.text(&id, 1).len() < enough {
            let (seq, name, data) = events.next().await.unwrap();
            mirror.apply(seq, &name, &data);
        }
        assert_eq!(mirror.runs[&id]["attempt"], death);
        studio.kill().await;
        while let Some((seq, name, data)) = events.next().await {
            mirror.apply(seq, &name, &data);
        }
        studio = Binary::start(data.path(), "200").await;
    }
    let (_, failed) = studio.client.get(&run).await;
    assert_eq!(failed["status"], "failed", "{failed}");
    let says = failed["error"].as_str().unwrap().to_owned();
    assert!(says.contains("four times in a row"), "{says}");
    let (_, draft) = studio.client.get(&format!("{run}/draft")).await;
    let kept = draft["text"].as_str().unwrap();
    assert!(
        kept.starts_with(mirror.text(&id, 1)),
        "what is written is kept"
    );
    studio.terminate().await;

    let studio = Binary::start(data.path(), "0").await;
    let mut events = studio
        .client
        .events("/api/v1/events", Some(mirror.last))
        .await;
    assert_eq!(
        studio
            .client
            .post(&format!("{run}/resume"), json!({}))
            .await
            .0,
        200
    );
    while mirror.runs[&id]["status"] != "succeeded" {
        let (seq, name, data) = events.next().await.unwrap();
        mirror.apply(seq, &name, &data);
    }
    catch_up(&mut mirror, &mut events, &studio.client).await;
    assert_eq!(mirror.runs[&id]["attempt"], 5);
    assert!(mirror.notices.contains(&says), "a person is told");
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    assert_eq!(text, mirror.text(&id, 1));
    Ok(vec![FaultRow {
        fault: "`kill -9`, again and again",
        done: "killed four times in a row in the same scene".to_owned(),
        studio: format!("resumed the run three times, then failed it: “{says}”"),
        checked: "the text stays as the draft; when resumed, the run continues it and ends"
            .to_owned(),
        lost: "0 bytes of told text".to_owned(),
    }])
}

/// A story whose chapter needs no other step before it.
async fn story_with_outline(data: &Path) -> String {
    let studio = Binary::start(data, "0").await;
    let story = studio.client.story(1).await;
    let outline = studio
        .client
        .start(&story, json!({"kind": "outline"}))
        .await;
    studio.client.ended(&outline).await;
    studio.terminate().await;
    story
}
