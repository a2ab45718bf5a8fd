//! Imports: kept until they are accepted, discarded or old; and whole stories as rows.

use crate::setting::{save, story, text};
use domain::{BookDetails, ImportId, Story, StoryId, StoryQuery, Timestamp};
use exchange::import::{DraftChapter, ImportKind, Manuscript};
use std::collections::BTreeSet;
use store::{
    Error, ExportedRow, ImportChange, ImportFile, RowsPurpose, Store, StoredImport, StoryContent,
    clock, ids,
};
use tokio::sync::mpsc;

fn waiting(kind: ImportKind) -> StoredImport {
    let now = clock::now();
    let chapter = |text: &str| DraftChapter {
        text: text.to_owned(),
        ..DraftChapter::default()
    };
    StoredImport {
        id: ImportId(ids::new_id()),
        kind,
        file_name: "ferry.txt".to_owned(),
        source: Manuscript {
            title: "The Ferry".to_owned(),
            chapters: vec![chapter("She rows."), chapter("")],
            ..Manuscript::default()
        },
        edits: Vec::new(),
        applied: 0,
        version: 1,
        created_at: now,
        changed_at: now,
    }
}

fn update(import: &StoredImport) -> ImportChange {
    ImportChange {
        source: None,
        edits: Vec::new(),
        applied: 0,
        title: "Mine".to_owned(),
        included: import.source.included(),
    }
}

/// A change names its version, an acceptance ends the import, and what is old is forgotten.
pub async fn wait_for_their_author(store: &impl Store) {
    let import = waiting(ImportKind::Manuscript);
    let file = ImportFile {
        name: "ferry.txt".to_owned(),
        content: b"She rows.".to_vec(),
    };
    store
        .insert_import(&import, std::slice::from_ref(&file))
        .await
        .unwrap();
    assert_eq!(store.import(import.id).await.unwrap(), import);
    assert_eq!(store.import_files(import.id).await.unwrap(), [file]);
    let change = update(&import);
    store.update_import(import.id, &change, 1).await.unwrap();
    let stale = store.update_import(import.id, &change, 1).await;
    assert!(matches!(stale, Err(Error::StaleVersion { current: 2 })));
    let listed = store.imports(10, None).await.unwrap().items;
    assert_eq!((&*listed[0].title, listed[0].version), ("Mine", 2));
    assert_eq!((listed[0].chapters, listed[0].words), (2, 2));

    let now = clock::now();
    let content = |version| StoryContent {
        import: Some((import.id, version)),
        story: Story {
            id: StoryId(ids::new_id()),
            title: "The Ferry".to_owned(),
            brief: domain::Brief::default(),
            template: None,
            author: String::new(),
            cover: None,
            archived_at: None,
            chapters: 2,
            chapters_written: 0,
            words: 0,
            version: 1,
            created_at: now,
            updated_at: now,
        },
        book: BookDetails::default(),
        chapters: import.source.chapters.clone(),
    };
    let stale = store.insert_imported(&content(1)).await;
    assert!(matches!(stale, Err(Error::StaleVersion { .. })));
    assert!(stories(store).await.is_empty());
    let made = store.insert_imported(&content(2)).await.unwrap();
    assert_eq!((made.chapters, made.chapters_written), (2, 1));
    assert_eq!(text(store, made.id, 1).await, "She rows.");
    let became = store.story_of_import(import.id).await.unwrap();
    assert_eq!(became, Some(made.id));
    let gone = store.import(import.id).await;
    assert!(matches!(gone, Err(Error::NotFound(_))));

    let old = waiting(ImportKind::Manuscript);
    store.insert_import(&old, &[]).await.unwrap();
    let forgotten = store.forget_imports(old.changed_at).await.unwrap();
    assert_eq!(forgotten, 0);
    let later = Timestamp(old.changed_at.millis() + 1);
    assert_eq!(store.forget_imports(later).await.unwrap(), 1);
}

async fn rows_of(store: &impl Store, id: StoryId) -> Vec<ExportedRow> {
    let (to, mut from) = mpsc::channel(1_000);
    store.send_story_rows(id, to).await.unwrap();
    let mut rows = Vec::new();
    while let Some(row) = from.recv().await {
        rows.push(row);
    }
    rows
}

async fn receive(
    store: &impl Store,
    rows: Vec<ExportedRow>,
    old: StoryId,
    purpose: RowsPurpose,
) -> store::Result<store::ImportedRows> {
    let (to, from) = mpsc::channel(1_000);
    for row in rows {
        to.send(row).await.unwrap();
    }
    drop(to);
    let ids = BTreeSet::from([old.to_string()]);
    store.receive_story_rows(from, ids, purpose).await
}

/// Rows of a story become another one; looking at them changes nothing, and their order does not matter.
pub async fn of_whole_stories_come_under_new_ids(store: &impl Store) {
    let old = story(store, 2).await;
    save(store, old, 1, "She rows.").await;
    let mut rows = rows_of(store, old).await;
    assert_eq!(rows[0].table, "stories");
    // Ids that nobody named would be those of the first story: each of them is in use.
    rows.retain(|row| row.table == "stories");
    let seen = receive(store, rows.clone(), old, RowsPurpose::Preview).await;
    assert_eq!(seen.unwrap().losses, []);
    assert_eq!(stories(store).await.len(), 1);
    let import = waiting(ImportKind::Story);
    store.insert_import(&import, &[]).await.unwrap();
    let accept = RowsPurpose::Accept {
        import: (import.id, 1),
        title: Some("Copy".to_owned()),
    };
    let made = receive(store, rows, old, accept).await.unwrap().story;
    assert!(made.id != old && made.title == "Copy");
    assert_eq!(text(store, old, 1).await, "She rows.");
    let refused = receive(store, Vec::new(), old, RowsPurpose::Preview).await;
    assert!(matches!(refused, Err(Error::Invalid(_))));
}

async fn stories(store: &impl Store) -> Vec<Story> {
    let listed = store.stories(&StoryQuery::default(), 10, None).await;
    listed.unwrap().0.items
}
