//! The store in one SQLite file keeps the contract of the store.

use std::sync::atomic::{AtomicU32, Ordering};
use store_sqlite::SqliteStore;

#[tokio::test(flavor = "multi_thread")]
async fn it_keeps_the_contract() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = AtomicU32::new(0);
    store_tests::exercise(|| {
        let nth = made.fetch_add(1, Ordering::Relaxed);
        let folder = folder.path().join(nth.to_string());
        async move { SqliteStore::open(&folder).await.expect("a store") }
    })
    .await;
}
