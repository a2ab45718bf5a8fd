//! What is typed and not saved: kept for each device, until it is saved as a revision or discarded.

use crate::support::{builtin, open, story};
use domain::{NewAutosave, StoryId};
use engine::{Engine, Error};
use std::sync::Arc;
use storyteller::BuiltIn;

fn typed(device: &str, text: &str) -> NewAutosave {
    NewAutosave {
        device: device.to_owned(),
        text: text.to_owned(),
        base_version: 1,
        base_revision: None,
    }
}

async fn kept(engine: &Engine, story: StoryId) -> Vec<(String, String)> {
    let all = engine.autosaves(story, 1).await.unwrap();
    all.into_iter().map(|one| (one.device, one.text)).collect()
}

#[tokio::test]
async fn each_device_has_one_text_until_it_is_saved_or_discarded() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let before = engine.chapter(id, 1).await.unwrap();
    for (device, text) in [("a", "First."), ("a", "Second."), ("b", "Another.")] {
        let new = typed(device, text);
        engine.keep_autosave(id, 1, new).await.unwrap();
    }
    let mut all = kept(&engine, id).await;
    all.sort();
    let pair = |device: &str, text: &str| (device.to_owned(), text.to_owned());
    assert_eq!(all, [pair("a", "Second."), pair("b", "Another.")]);
    // No revision, and no change of the chapter.
    assert_eq!(engine.chapter(id, 1).await.unwrap(), before);
    assert_eq!(engine.revisions(id, 1).await.unwrap(), []);

    // What is saved, or kept in the history, is not unsaved any more. The rest stays.
    let saved = engine
        .save_text(id, 1, "Second.".to_owned(), before.version)
        .await
        .unwrap();
    assert_eq!(kept(&engine, id).await, [pair("b", "Another.")]);
    engine
        .set_aside(id, 1, "Another.".to_owned(), saved.version)
        .await
        .unwrap();
    assert_eq!(kept(&engine, id).await, []);

    let new = typed("c", "Third.");
    engine.keep_autosave(id, 1, new).await.unwrap();
    engine.discard_autosave(id, 1, "b").await.unwrap();
    assert_eq!(kept(&engine, id).await, [pair("c", "Third.")]);
    engine.discard_autosave(id, 1, "c").await.unwrap();
    assert_eq!(kept(&engine, id).await, []);
}

#[tokio::test]
async fn it_is_there_after_a_restart() {
    let (folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let new = typed("a", "Typed before the end.");
    engine.keep_autosave(id, 1, new).await.unwrap();
    engine.shut_down().await;
    drop(engine);
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let [autosave] = &engine.autosaves(id, 1).await.unwrap()[..] else {
        panic!("one text is kept");
    };
    assert_eq!(autosave.text, "Typed before the end.");
    assert_eq!(autosave.base_version, 1);
}

#[tokio::test]
async fn it_is_bounded() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let long = "x".repeat(2_000_001);
    for new in [typed("a", &long), typed("", "x"), typed(&long, "x")] {
        let refused = engine.keep_autosave(id, 1, new).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }
    let missing = engine.keep_autosave(id, 2, typed("a", "x")).await;
    assert!(matches!(missing, Err(Error::NotFound("chapter"))));
    for device in 0..20 {
        let new = typed(&device.to_string(), "x");
        engine.keep_autosave(id, 1, new).await.unwrap();
    }
    let refused = engine.keep_autosave(id, 1, typed("a", "x")).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    // A device that has one already can go on.
    engine.keep_autosave(id, 1, typed("7", "y")).await.unwrap();
}
