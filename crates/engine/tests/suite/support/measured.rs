//! An engine over a double whose calls are noted, as those to models on servers are.

use super::{over, until};
use domain::{AtLimit, Budget, NewRun, Run, RunId, RunKind, Status, StoryId};
use engine::{Engine, model::Usage};
use std::sync::Arc;
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use test_support::scripted::{Script, ScriptedCall, ScriptedModel};

/// What the double says that a call read and wrote.
pub(crate) const USAGE: Usage = Usage {
    prompt: 100,
    cached: 40,
    answer: 50,
};
pub(crate) const PER_CALL: u64 = 150;

/// An engine whose model has a context, as those on servers have, so that its calls are noted; one worker.
pub(crate) async fn measured() -> (TempDir, Arc<SqliteStore>, Engine, Script) {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let (model, script) = ScriptedModel::new();
    let model = model.named("local:double").with_context(8_192);
    let engine = over(Arc::clone(&store), Arc::new(model), 1).await;
    (folder, store, engine, script)
}

/// Answers as the built-in writer would, and says what it took.
pub(crate) async fn play(call: ScriptedCall) {
    call.count(USAGE).await;
    call.play().await;
}

/// Answers every call until the run is as wanted; answers how many there were.
pub(crate) async fn play_until(
    engine: &Engine,
    script: &mut Script,
    run: RunId,
    wanted: impl Fn(&Run) -> bool,
) -> (Run, u64) {
    let mut calls = 0;
    let all = async {
        loop {
            play(script.next_call().await).await;
            calls += 1;
        }
    };
    let run = tokio::select! {
        run = until(engine, run, wanted) => run,
        () = all => unreachable!(),
    };
    (run, calls)
}

pub(crate) fn rests(run: &Run) -> bool {
    run.status.is_ended() || run.status == Status::Paused
}

pub(crate) fn within(kind: RunKind, tokens: u64, then: AtLimit) -> NewRun {
    let budget = Budget {
        tokens: Some(tokens),
        cost: None,
        then,
    };
    NewRun {
        budget: Some(budget),
        chapter: (kind == RunKind::Chapter).then_some(1.into()),
        ..NewRun::of(kind)
    }
}

pub(crate) async fn start(engine: &Engine, story: StoryId, new: NewRun) -> RunId {
    engine.start(story, new, None).await.unwrap().id
}

/// Has the outline made, so that the next run begins with its chapter.
pub(crate) async fn outlined(engine: &Engine, script: &mut Script, story: StoryId) {
    let run = start(engine, story, NewRun::of(RunKind::Outline)).await;
    let (run, _) = play_until(engine, script, run, rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
}
