//! Keys of servers change with the settings they belong to, or not at all.

use domain::{ModelServer, Preferences, SettingsChange};
use engine::{Engine, EngineOptions, Error, secrets::Secrets, store::SettingsStore as _};
use futures::FutureExt as _;
use std::{fs, path::Path, sync::Arc};
use store_sqlite::SqliteStore;
use storyteller::BuiltIn;

fn server(id: &str, port: u16) -> ModelServer {
    ModelServer {
        id: id.to_owned(),
        url: format!("http://127.0.0.1:{port}/v1"),
        at_once: 1,
        ..ModelServer::default()
    }
}

fn change(servers: &[ModelServer], keys: &[(&str, &str)]) -> SettingsChange {
    let preferences = Preferences {
        servers: servers.to_vec(),
        ..Preferences::default()
    };
    let key = |(id, key): &(&str, &str)| ((*id).to_owned(), (*key).to_owned());
    SettingsChange {
        preferences: preferences.into(),
        keys: keys.iter().map(key).collect(),
    }
}

async fn open(folder: &Path) -> (Arc<SqliteStore>, Engine) {
    let store = Arc::new(SqliteStore::open(folder).await.unwrap());
    let options = EngineOptions {
        secrets: Secrets::open(folder).unwrap(),
        workers: 0,
        ..EngineOptions::new(store.clone(), Arc::new(BuiltIn::new(0.0)))
    };
    (store, Engine::start_up(options).await.unwrap())
}

/// The keys on disk.
fn stored(folder: &Path) -> String {
    fs::read_to_string(folder.join("secrets.toml")).unwrap_or_default()
}

/// The names of the servers, each with whether it has a key.
async fn servers(engine: &Engine) -> Vec<(String, bool)> {
    let settings = engine.settings().await.unwrap();
    let servers = settings.preferences.servers.into_iter();
    servers.map(|server| (server.id, server.key_set)).collect()
}

#[tokio::test]
async fn settings_that_are_not_saved_leave_every_key_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (store, engine) = open(folder.path()).await;
    let both = [server("far", 9), server("near", 10)];
    let keys = [("far", "sk-far"), ("near", "sk-near")];
    let saved = engine
        .change_settings(change(&both, &keys), 1)
        .await
        .unwrap();
    let before = stored(folder.path());
    assert!(before.contains("sk-far") && before.contains("sk-near"));

    let moved = [server("far", 11), server("new", 12)];
    let attempts = [
        change(&both[..1], &[]),
        change(&both, &[("far", "")]),
        change(&both, &[("far", "sk-other")]),
        change(&moved, &[("far", ""), ("new", "sk-new")]),
        change(&moved, &[("far", "sk-other"), ("new", "sk-new")]),
    ];
    // Somebody else was first; then the same where only the database knows.
    let preferences = Preferences::default();
    let newer = store.save_preferences(&preferences, saved.revision);
    newer.await.unwrap();
    for revision in [saved.revision - 1, saved.revision] {
        for attempt in &attempts {
            let refused = engine.change_settings(attempt.clone(), revision).await;
            assert!(
                matches!(refused, Err(Error::StaleVersion { .. })),
                "{refused:?}"
            );
            assert_eq!(stored(folder.path()), before, "{attempt:?}");
            let all = [("far".to_owned(), true), ("near".to_owned(), true)];
            assert_eq!(servers(&engine).await, all, "{attempt:?}");
        }
    }
}

#[tokio::test]
async fn keys_follow_the_settings_that_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (_store, engine) = open(folder.path()).await;
    let save = async |servers: &[ModelServer], keys: &[(&str, &str)]| {
        let revision = engine.settings().await.unwrap().revision;
        let saved = engine.change_settings(change(servers, keys), revision);
        saved.await.unwrap();
        stored(folder.path())
    };
    let both = [server("far", 9), server("near", 10)];
    save(&both, &[("far", "sk-far"), ("near", "sk-near")]).await;
    // One gets another name and keeps its key; one is deleted with its key.
    let keys = save(&[server("farther", 9)], &[]).await;
    assert!(keys.contains("farther = \"sk-far\""), "{keys}");
    assert!(!keys.contains("far =") && !keys.contains("near"), "{keys}");
    // It moves and leaves its key behind.
    let keys = save(&[server("farther", 11)], &[("farther", "")]).await;
    assert!(!keys.contains("sk-"), "{keys}");
    assert_eq!(servers(&engine).await, [("farther".to_owned(), false)]);
}

#[tokio::test]
async fn a_caller_that_goes_does_not_leave_a_change_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let (store, engine) = open(folder.path()).await;
    let far = change(&[server("far", 9)], &[("far", "sk-far")]);
    // Begun, and dropped at the first wait.
    assert!(engine.change_settings(far, 1).now_or_never().is_none());
    engine.shut_down().await;
    drop((engine, store));
    let (_store, engine) = open(folder.path()).await;
    assert_eq!(servers(&engine).await, [("far".to_owned(), true)]);
    assert!(stored(folder.path()).contains("sk-far"));
}
