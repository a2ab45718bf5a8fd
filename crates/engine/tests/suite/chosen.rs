//! Which model writes: the one a run names, or what the settings say whenever it goes on.

use crate::support::{ended, scripted, story, until};
use domain::{
    ModelServer, NewRun, Preferences, RunKind, RunPatch, ServerKind, SettingsChange, Status,
};
use engine::{Engine, Error, model::ModelError};

/// A server nobody has to reach: what matters is its name.
const OTHER: &str = "other:writer";

/// Sets the model for everything.
async fn set(engine: &Engine, model: &str) {
    let now = engine.settings().await.unwrap();
    let server = ModelServer {
        id: "other".to_owned(),
        kind: ServerKind::Openai,
        url: "http://127.0.0.1:9/v1".to_owned(),
        at_once: 1,
        ..ModelServer::default()
    };
    let preferences = Preferences {
        servers: vec![server],
        model: model.to_owned(),
        ..now.preferences
    };
    let change = SettingsChange {
        preferences: preferences.into(),
        ..SettingsChange::default()
    };
    engine.change_settings(change, now.revision).await.unwrap();
}

fn choose(model: &str) -> RunPatch {
    RunPatch {
        model: Some(model.to_owned()),
        ..RunPatch::default()
    }
}

#[tokio::test]
async fn a_run_that_names_no_model_follows_the_settings() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    set(&engine, OTHER).await;
    engine.pause_queue().await.unwrap();
    let run = engine
        .start(story, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    assert_eq!((run.model.as_str(), run.model_named), (OTHER, false));
    set(&engine, "builtin").await;
    engine.resume_queue().await.unwrap();
    script.next_call().await.play().await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(run.model, "scripted");
}

#[tokio::test]
async fn one_that_failed_can_be_given_another_model_and_tried_again() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let run = engine
        .start(story, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    script
        .next_call()
        .await
        .fail(ModelError::Lasting("It is gone.".to_owned()))
        .await;
    let failed = ended(&engine, run.id).await;
    set(&engine, "builtin").await;
    let run = engine
        .update_run(run.id, choose(OTHER), failed.version)
        .await
        .unwrap();
    assert_eq!((run.model.as_str(), run.model_named), (OTHER, true));
    let nobody = engine
        .update_run(run.id, choose("nobody:x"), run.version)
        .await;
    assert!(matches!(nobody, Err(Error::Invalid(_))), "{nobody:?}");
    // An empty name is what the settings say.
    let run = engine
        .update_run(run.id, choose(""), run.version)
        .await
        .unwrap();
    assert_eq!((run.model.as_str(), run.model_named), ("scripted", false));
    let moved = RunPatch {
        after: Some(run.id),
        ..RunPatch::default()
    };
    let moved = engine.update_run(run.id, moved, run.version).await;
    assert!(
        matches!(&moved, Err(Error::Conflict(why)) if why.contains("moved")),
        "{moved:?}"
    );
    engine.retry(run.id).await.unwrap();
    script.next_call().await.play().await;
    let run = until(&engine, run.id, |run| run.status == Status::Succeeded).await;
    let late = engine.update_run(run.id, choose(""), run.version).await;
    assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
}
