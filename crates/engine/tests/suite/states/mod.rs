//! Random lives of runs against a model of what must be so: no stuck run, no illegal status, no text lost, no
//! event number used twice.

mod actions;
mod checks;

use crate::support::{over, story};
use actions::{Move, moves};
use checks::collide;
use domain::{EntityKind, NewRun, Run, RunId, Stage, Status, StepKind, StoryId, Transition};
use engine::{
    Engine, Error,
    model::assignment::{ChapterSketch, EntitySketch, WorldSketch},
    store::{
        AbandonedRuns, Append, ChapterCommit, Checkpoint, Lease, ProposalStore as _,
        ReviewStore as _, RunOutcome, RunStore as _, StopCause,
    },
};
use proptest::prelude::*;
use sqlx::{Connection as _, SqliteConnection};
use std::{collections::HashMap, sync::Arc};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;
use tempfile::TempDir;

/// A run as the model believes it to be.
struct Believed {
    id: RunId,
    story: StoryId,
    status: Status,
    cancel: bool,
    pause: bool,
    crashes: u32,
    draft: String,
}

struct World {
    _folder: TempDir,
    store: Arc<SqliteStore>,
    engine: Engine,
    sql: SqliteConnection,
    stories: Vec<StoryId>,
    runs: Vec<Believed>,
    /// Workers and whether they hold their lease still; the dead go on trying.
    workers: Vec<(Lease, bool)>,
    /// Every text that was promised to be kept, by story and chapter.
    kept: HashMap<(StoryId, u32), Vec<String>>,
    held: bool,
    seq: i64,
    words: u32,
}

impl World {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        // No workers: the test is all of them.
        let engine = over(store.clone(), Arc::new(BuiltIn::new(0.0)), 0).await;
        let mut stories = Vec::new();
        for _ in 0..2 {
            stories.push(story(&engine, 4).await.id);
        }
        let file = folder.path().join("fablewright.db");
        let sql = SqliteConnection::connect(&format!("sqlite://{}", file.display()))
            .await
            .unwrap();
        let mut world = Self {
            _folder: folder,
            store,
            engine,
            sql,
            stories,
            runs: Vec::new(),
            workers: Vec::new(),
            kept: HashMap::new(),
            held: false,
            seq: 0,
            words: 0,
        };
        // The first story has world and outline already: its chapters may be written side by side.
        world.start(world.stories[0], 1).await;
        world.claim().await;
        for _ in 0..3 {
            world.finish_step(0).await;
        }
        world
    }

    fn believed(&mut self, id: RunId) -> &mut Believed {
        self.runs.iter_mut().find(|run| run.id == id).unwrap()
    }

    async fn run(&self, id: RunId) -> Run {
        self.engine.run(id).await.unwrap()
    }

    async fn make(&mut self, next: Move) {
        match next {
            Move::Start(story, chapter) => self.start(self.stories[story], chapter).await,
            Move::Claim => self.claim().await,
            Move::Token(n) => self.token(n).await,
            Move::Checkpoint(n) => self.checkpoint(n).await,
            Move::FinishStep(n) => self.finish_step(n).await,
            Move::Obey(n) => self.obey(n).await,
            Move::Fail(n) => {
                self.finish_run(n, RunOutcome::Failed("The dice said so.".to_owned()))
                    .await;
            }
            Move::Pause(n) => self.wish(n, Transition::Pause).await,
            Move::Cancel(n) => self.wish(n, Transition::Cancel).await,
            Move::Resume(n) => self.resume(n, false).await,
            Move::Retry(n) => self.resume(n, true).await,
            Move::Crash => self.crash().await,
            Move::LoseLease(n) => self.lose_lease(n).await,
            Move::Hold(held) => {
                self.store.set_queue_paused(held).await.unwrap();
                self.held = held;
            }
        }
        self.check().await;
    }

    async fn start(&mut self, story: StoryId, chapter: u32) {
        // The same request twice would be one run.
        let new = NewRun {
            feedback: Some(format!("Take {}.", self.runs.len())),
            ..NewRun::chapter(chapter)
        };
        let run = self.engine.start(story, new, None).await.unwrap();
        self.runs.push(Believed {
            id: run.id,
            story,
            status: Status::Queued,
            cancel: false,
            pause: false,
            crashes: 0,
            draft: String::new(),
        });
    }

    async fn claim(&mut self) {
        let claimed = self.store.claim().await.unwrap();
        let Some(claimed) = claimed else {
            if !self.held {
                for story in &self.stories {
                    let of = |status| {
                        self.runs
                            .iter()
                            .any(|run| run.story == *story && run.status == status)
                    };
                    assert!(
                        of(Status::Running) || !of(Status::Queued),
                        "a run waits for nothing and is not taken"
                    );
                }
            }
            return;
        };
        assert!(!self.held, "nothing is taken from a held queue");
        let id = claimed.lease.run;
        for other in &self.runs {
            if other.id != id && other.status == Status::Running && other.story == claimed.run.story
            {
                let other = self.run(other.id).await;
                assert!(!collide(&claimed.run, &other), "two runs that collide");
            }
        }
        let believed = self.believed(id);
        assert_eq!(believed.status, Status::Queued);
        believed.status = believed.status.next(Transition::Claim).unwrap();
        self.workers.push((claimed.lease, true));
    }

    /// A worker, alive or dead, whose run has this step under way.
    async fn worker(&self, n: usize) -> Option<(Lease, bool, domain::Step)> {
        let (lease, alive) = *self.workers.get(n % self.workers.len().max(1))?;
        let step = self.run(lease.run).await.current_step()?.clone();
        Some((lease, alive, step))
    }

    async fn token(&mut self, n: usize) {
        let Some((lease, alive, step)) = self.worker(n).await else {
            return;
        };
        if step.kind != StepKind::Chapter {
            return;
        }
        let entered = self
            .store
            .enter_stage(lease, step.id, Stage::Draft, None)
            .await;
        self.words += 1;
        let text = format!("word {} ", self.words);
        let offset = self.believed(lease.run).draft.len() as u64;
        let append = Append {
            offset,
            text: text.clone(),
        };
        let appended = self.store.append(lease, step.id, append, None).await;
        if alive {
            entered.unwrap();
            appended.unwrap();
            self.believed(lease.run).draft.push_str(&text);
        } else {
            assert!(matches!(entered, Err(Error::LeaseLost)));
            assert!(matches!(appended, Err(Error::LeaseLost)));
        }
    }

    async fn checkpoint(&mut self, n: usize) {
        let Some((lease, alive, step)) = self.worker(n).await else {
            return;
        };
        let checkpoint = Checkpoint {
            stage: Stage::Plan,
            part: 0,
            output: "{}".to_owned(),
        };
        let kept = self
            .store
            .checkpoint(lease, step.id, checkpoint, None)
            .await;
        if alive {
            kept.unwrap();
            self.believed(lease.run).crashes = 0;
        } else {
            assert!(matches!(kept, Err(Error::LeaseLost)));
        }
    }

    async fn finish_step(&mut self, n: usize) {
        let Some((lease, alive, step)) = self.worker(n).await else {
            return;
        };
        let story = self.believed(lease.run).story;
        let text = self.believed(lease.run).draft.clone();
        if alive {
            let first = step.kind.stages()[0];
            self.store
                .enter_stage(lease, step.id, first, None)
                .await
                .unwrap();
        }
        let done = match step.kind {
            StepKind::World => self.store.commit_world(lease, step.id, &world()).await,
            StepKind::Outline => {
                let chapters = self.engine.chapters(story).await.unwrap();
                let sketches: Vec<_> = chapters.iter().map(|c| (c.id, sketch())).collect();
                self.store.commit_outline(lease, step.id, &sketches).await
            }
            StepKind::Chapter => {
                let commit = ChapterCommit {
                    text: text.clone(),
                    findings: Vec::new(),
                    needs_review: false,
                    summary: String::new(),
                    facts: Vec::new(),
                    threads: Vec::new(),
                };
                let commit = self.store.commit_chapter(lease, step.id, commit).await;
                commit.map(drop)
            }
            StepKind::Review => self.store.commit_reading(lease, step.id, None).await,
            StepKind::Read => self.store.commit_proposals(lease, step.id, None).await,
        };
        if !alive {
            assert!(matches!(done, Err(Error::LeaseLost)));
            return;
        }
        done.unwrap();
        let believed = self.believed(lease.run);
        believed.crashes = 0;
        if step.kind == StepKind::Chapter {
            believed.draft.clear();
            let chapter = step.chapter.unwrap();
            self.kept.entry((story, chapter)).or_default().push(text);
        }
        if self.run(lease.run).await.current_step().is_none() {
            self.finish_run(n, RunOutcome::Succeeded).await;
        }
    }

    /// A worker looks for wishes and does what is wished.
    async fn obey(&mut self, n: usize) {
        let Some(&(lease, alive)) = self.workers.get(n % self.workers.len().max(1)) else {
            return;
        };
        match self.store.renew(lease).await {
            Ok(Some(cause)) => self.finish_run(n, RunOutcome::Stopped(cause, 0)).await,
            Ok(None) => {
                let held = self.held;
                let believed = self.believed(lease.run);
                assert!(alive && !believed.cancel && !believed.pause && !held);
            }
            Err(error) => assert!(!alive && matches!(error, Error::LeaseLost)),
        }
    }

    async fn finish_run(&mut self, n: usize, outcome: RunOutcome) {
        let Some(&(lease, alive)) = self.workers.get(n % self.workers.len().max(1)) else {
            return;
        };
        let rested = self.store.finish_run(lease, outcome.clone()).await;
        if !alive {
            assert!(matches!(rested, Err(Error::LeaseLost)));
            return;
        }
        rested.unwrap();
        let transition = match outcome {
            RunOutcome::Succeeded => Transition::Succeed,
            RunOutcome::Failed(_) | RunOutcome::NeedsReview(_) => Transition::Fail,
            RunOutcome::Stopped(StopCause::Interrupted, _) => Transition::Interrupt,
            RunOutcome::Stopped(cause, _) => cause.transition(),
        };
        self.workers
            .iter_mut()
            .filter(|worker| worker.0 == lease)
            .for_each(|worker| worker.1 = false);
        self.move_on(lease.run, transition).await;
    }

    /// The model's own idea of what a transition does.
    async fn move_on(&mut self, id: RunId, transition: Transition) {
        let chapter = self.run(id).await.current_chapter();
        let believed = self.believed(id);
        believed.status = believed.status.next(transition).unwrap();
        believed.cancel = false;
        believed.pause = false;
        let (story, draft) = (believed.story, believed.draft.clone());
        if matches!(transition, Transition::Cancel | Transition::Fail)
            && let Some(chapter) = chapter
            && !draft.trim().is_empty()
        {
            self.kept.entry((story, chapter)).or_default().push(draft);
        }
    }

    async fn wish(&mut self, n: usize, transition: Transition) {
        let Some(run) = self.runs.get(n % self.runs.len().max(1)) else {
            return;
        };
        let (id, status) = (run.id, run.status);
        let asked = match transition {
            // The workers here are the test itself, which the engine does not know of.
            Transition::Pause => self.store.request_stop(id, StopCause::Paused).await,
            _ => self.store.request_stop(id, StopCause::Cancelled).await,
        };
        if status.next(transition).is_err() {
            assert!(matches!(asked, Err(Error::IllegalTransition(illegal))
                if illegal.status == status));
            return;
        }
        asked.unwrap();
        if status == Status::Running {
            let believed = self.believed(id);
            match transition {
                Transition::Pause => believed.pause = true,
                _ => believed.cancel = true,
            }
        } else {
            self.move_on(id, transition).await;
        }
    }

    async fn resume(&mut self, n: usize, retry: bool) {
        let Some(run) = self.runs.get(n % self.runs.len().max(1)) else {
            return;
        };
        let (id, status) = (run.id, run.status);
        let resumed = if retry {
            self.engine.retry(id).await
        } else {
            self.engine.resume(id).await
        };
        let allowed = status.next(Transition::Resume).is_ok() && (!retry || status.is_ended());
        assert_eq!(resumed.is_ok(), allowed, "{status:?}: {resumed:?}");
        if allowed {
            let believed = self.believed(id);
            believed.status = Status::Queued;
            believed.crashes = 0;
        }
    }

    async fn crash(&mut self) {
        self.store.recover(AbandonedRuns::All).await.unwrap();
        for worker in &mut self.workers {
            worker.1 = false;
        }
        let running: Vec<RunId> = self
            .runs
            .iter()
            .filter(|run| run.status == Status::Running)
            .map(|run| run.id)
            .collect();
        for id in running {
            self.abandon(id).await;
        }
    }

    async fn lose_lease(&mut self, n: usize) {
        let Some(&(lease, true)) = self.workers.get(n % self.workers.len().max(1)) else {
            return;
        };
        // As if half a minute had passed without a sign of life.
        sqlx::query("UPDATE runs SET lease_until = 0 WHERE id = ?")
            .bind(lease.run.to_string())
            .execute(&mut self.sql)
            .await
            .unwrap();
        self.store
            .recover(AbandonedRuns::ExpiredBut(Vec::new()))
            .await
            .unwrap();
        for worker in &mut self.workers {
            worker.1 &= worker.0 != lease;
        }
        self.abandon(lease.run).await;
    }

    async fn abandon(&mut self, id: RunId) {
        let believed = self.believed(id);
        believed.crashes += 1;
        let transition = match (believed.cancel, believed.pause) {
            (true, _) => Transition::Cancel,
            (false, true) => Transition::Pause,
            (false, false) if believed.crashes >= 4 => Transition::Fail,
            (false, false) => Transition::Interrupt,
        };
        self.move_on(id, transition).await;
    }
}

fn world() -> WorldSketch {
    WorldSketch {
        entities: vec![EntitySketch {
            kind: EntityKind::Person,
            name: "Ines".to_owned(),
            role: String::new(),
            description: String::new(),
            pronouns: String::new(),
            goal: String::new(),
            traits: Vec::new(),
        }],
        ..WorldSketch::default()
    }
}

fn sketch() -> ChapterSketch {
    ChapterSketch {
        title: "The Lamp".to_owned(),
        beats: vec!["The lamp goes out.".to_owned()],
    }
}

proptest! {
    // `PROPTEST_CASES=2000` for a long look.
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok()
        .and_then(|cases| cases.parse().ok()).unwrap_or(24), ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nothing_is_lost_and_nothing_is_stuck(
        life in proptest::collection::vec(moves(), 1..80)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut world = World::new().await;
            for next in life {
                world.make(next).await;
            }
            world.drain().await;
        });
    }
}
