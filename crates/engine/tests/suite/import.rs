//! Manuscripts from outside are read, changed, kept, and become stories that go on.

use crate::support::{builtin, ended};
use domain::{ChapterState, NewRun, Origin, RunKind, Status, Timestamp};
use engine::{Engine, Error, SentFile};
use exchange::import::{
    ChapterPlace, ImportLossKind, ImportPatch, ImportPreview, NamedChapter, TitledChapter,
};
use store::ImportStore as _;

const BOOK: &str = "# The Ferry\n\n## Night\n\nShe *rows*. The lamp is out.\n\n***\n\nHe waits.\n\n## Morning\n\nNobody came.\n\n## Noon\n\nThe end.\n";

fn file(name: &str, content: &[u8]) -> SentFile {
    (name.to_owned(), content.to_vec()).into()
}

async fn begun(engine: &Engine, name: &str, content: &[u8]) -> ImportPreview {
    let files = vec![file(name, content)];
    engine.begin_import(files, None).await.unwrap()
}

fn titles(preview: &ImportPreview) -> Vec<&str> {
    let chapters = preview.chapters.iter();
    chapters.map(|chapter| chapter.title.as_str()).collect()
}

async fn changed(engine: &Engine, from: &ImportPreview, patch: ImportPatch) -> ImportPreview {
    let now = engine.change_import(from.id, patch, from.version);
    now.await.unwrap()
}

fn named(chapter: u32) -> Option<NamedChapter> {
    Some(NamedChapter { chapter })
}

fn rename(chapter: u32, title: &str) -> ImportPatch {
    ImportPatch {
        rename: Some(TitledChapter {
            chapter,
            title: title.to_owned(),
        }),
        ..ImportPatch::default()
    }
}

fn undo() -> ImportPatch {
    ImportPatch {
        undo: true,
        ..ImportPatch::default()
    }
}

fn redo() -> ImportPatch {
    ImportPatch {
        redo: true,
        ..ImportPatch::default()
    }
}

#[tokio::test]
async fn a_manuscript_is_read_changed_accepted_and_continued() {
    let (_folder, engine) = builtin().await;
    let read = begun(&engine, "ferry.md", BOOK.as_bytes()).await;
    assert_eq!((&*read.title, read.version), ("The Ferry", 1));
    assert_eq!(titles(&read), ["Night", "Morning", "Noon"]);
    assert_eq!(read.chapters[0].begins, "She *rows*. The lamp is out.");
    assert_eq!(
        (read.chapters[0].words, read.chapters[0].paragraphs),
        (8, 3)
    );
    let patch = ImportPatch {
        author: Some(" M. Kell ".to_owned()),
        leave_out: named(3),
        ..rename(2, "Dawn")
    };
    let now = changed(&engine, &read, patch).await;
    assert_eq!((&*now.author, now.included()), ("M. Kell", 2));
    // It is kept, as it is now.
    assert_eq!(engine.import(read.id).await.unwrap(), now);
    let listed = engine.imports(10, None).await.unwrap().items;
    assert_eq!((listed[0].id, listed[0].chapters), (read.id, 2));

    let story = engine
        .accept_import(read.id, Some("The Boat".to_owned()))
        .await
        .unwrap();
    assert_eq!((&*story.title, story.chapters), ("The Boat", 2));
    assert_eq!(story.chapters_written, 2);
    assert!(story.brief.premise.starts_with("She *rows*. The lamp"));
    let first = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(
        first.text,
        "She *rows*. The lamp is out.\n\n***\n\nHe waits."
    );
    assert_eq!(first.summary.origin, Origin::Person);
    let book = engine.book_settings(story.id).await.unwrap();
    assert_eq!(book.details.author, "M. Kell");
    // An answer that was lost is given again; no second story.
    let again = engine.accept_import(read.id, None).await.unwrap();
    assert_eq!(again.id, story.id);
    assert!(matches!(
        engine.import(read.id).await,
        Err(Error::NotFound("import"))
    ));
    assert!(engine.imports(10, None).await.unwrap().items.is_empty());
    assert_eq!(
        engine
            .library(domain::StoryQuery::default(), 10, None)
            .await
            .unwrap()
            .stories
            .items
            .len(),
        1
    );

    // The next chapter is written; the author's stay as they are.
    let new = domain::NewChapter::default();
    engine.add_chapter(story.id, new).await.unwrap();
    let wanted = NewRun {
        chapter: Some(3.into()),
        ..NewRun::of(RunKind::Chapter)
    };
    let run = engine.start(story.id, wanted, None).await.unwrap();
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let after = engine.chapters(story.id).await.unwrap();
    assert_eq!(after[2].state, ChapterState::Written);
    let kept = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(kept.text, first.text);
}

#[tokio::test]
async fn every_change_can_be_undone_and_redone() {
    let (_folder, engine) = builtin().await;
    let read = begun(&engine, "ferry.md", BOOK.as_bytes()).await;
    let merge = ImportPatch {
        merge: named(2),
        ..ImportPatch::default()
    };
    let merged = changed(&engine, &read, merge).await;
    assert_eq!(titles(&merged), ["Night", "Noon"]);
    assert_eq!(merged.undo.as_deref(), Some("merging chapter 2"));
    let split = ImportPatch {
        split: Some(ChapterPlace {
            chapter: 1,
            paragraph: 3,
            title: "Later".to_owned(),
        }),
        ..ImportPatch::default()
    };
    let split = changed(&engine, &merged, split).await;
    assert_eq!(titles(&split), ["Night", "Later", "Noon"]);
    let text = engine.import_chapter(read.id, 2).await.unwrap();
    assert_eq!(text, ["He waits.", "Nobody came."]);
    let back = changed(&engine, &split, undo()).await;
    assert_eq!(titles(&back), ["Night", "Noon"]);
    let first = changed(&engine, &back, undo()).await;
    assert_eq!(first.chapters, read.chapters);
    assert_eq!(first.undo, None);
    let again = changed(&engine, &first, redo()).await;
    let again = changed(&engine, &again, redo()).await;
    assert_eq!((&again.chapters, &again.redo), (&split.chapters, &None));
    // A new change takes the place of what was undone.
    let back = changed(&engine, &again, undo()).await;
    let renamed = changed(&engine, &back, rename(2, "Midday")).await;
    assert_eq!((titles(&renamed)[1], &renamed.redo), ("Midday", &None));
    for (patch, says) in [
        (redo(), "nothing to redo"),
        (ImportPatch::default(), "Say what to change"),
        (
            ImportPatch {
                undo: true,
                ..rename(1, "x")
            },
            "alone",
        ),
        (rename(9, "x"), "There is no chapter 9"),
        (rename(1, &"x".repeat(201)), "more than 200"),
        (
            ImportPatch {
                merge: named(1),
                ..ImportPatch::default()
            },
            "nothing comes before",
        ),
        (
            ImportPatch {
                title: Some("x".repeat(201)),
                ..ImportPatch::default()
            },
            "at most 200",
        ),
    ] {
        let refused = engine.change_import(read.id, patch, renamed.version).await;
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains(says), "{refused}");
    }
    assert_eq!(engine.import(read.id).await.unwrap(), renamed);
    let stale = engine.change_import(read.id, rename(1, "x"), 1).await;
    assert!(matches!(stale, Err(Error::StaleVersion { .. })));
    let stale = engine.discard_import(read.id, 1).await;
    assert!(matches!(stale, Err(Error::StaleVersion { .. })));
    let discarded = engine.discard_import(read.id, renamed.version);
    discarded.await.unwrap();
    assert!(engine.import(read.id).await.is_err());
}

#[tokio::test]
async fn a_text_is_read_again_with_another_encoding() {
    let (_folder, engine) = builtin().await;
    // "Кот" in Windows-1251, and in no other encoding.
    let text = b"Chapter 1\n\n\xca\xee\xf2.\n\nChapter 2\n\n\xca\xee\xf2.\n";
    let files = vec![file("cat.txt", text)];
    let named = Some("windows-1252".to_owned());
    let read = engine.begin_import(files, named).await.unwrap();
    assert_eq!(read.chapters[0].begins, "Êîò.");
    let renamed = changed(&engine, &read, rename(1, "Cat")).await;
    let other = |name: &str| ImportPatch {
        encoding: Some(name.to_owned()),
        ..ImportPatch::default()
    };
    let again = changed(&engine, &renamed, other("windows-1251")).await;
    assert_eq!(again.chapters[0].begins, "Кот.");
    assert_eq!(again.chapters[0].title, read.chapters[0].title);
    let back = changed(&engine, &again, undo()).await;
    assert_eq!(back.chapters, renamed.chapters);
    let refused = engine.change_import(read.id, other("klingon"), back.version);
    let refused = refused.await.unwrap_err().to_string();
    assert!(refused.contains("klingon"), "{refused}");
    assert_eq!(engine.import(read.id).await.unwrap(), back);
}

#[tokio::test]
async fn a_folder_is_one_manuscript_in_the_order_of_its_names() {
    let (_folder, engine) = builtin().await;
    let files = vec![
        file("novel/10.txt", b"The tenth."),
        file("novel/2.txt", b"The second."),
        file("novel/cover.png", b"\x89PNG\r\n\x1a\n"),
        file("novel/../1.txt", b"The first."),
    ];
    let read = engine.begin_import(files, None).await.unwrap();
    assert_eq!(read.file_name, "novel");
    let begins: Vec<_> = read.chapters.iter().map(|it| it.begins.as_str()).collect();
    assert_eq!(begins, ["The first.", "The second.", "The tenth."]);
    assert_eq!(read.dropped[0].kind, ImportLossKind::File);
    assert_eq!(read.dropped[0].place.file, "novel/cover.png");
}

#[tokio::test]
async fn what_can_not_be_imported_is_told_and_leaves_nothing() {
    let (_folder, engine) = builtin().await;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let large = file("large.txt", &vec![b'x'; (64 << 20) + 1]);
    for (files, says) in [
        (Vec::new(), "No file was sent"),
        (
            vec![file("novel.docx", png)],
            "“novel.docx” is a PNG picture",
        ),
        (vec![file("a.docx", b"PK\x03\x04 cut short")], "damaged"),
        (vec![file("a.txt", b"")], "no text"),
        (vec![file("a.png", png), file("b.png", png)], "collection"),
        (vec![large], "larger than 64 MB"),
    ] {
        let refused = engine.begin_import(files, None).await.unwrap_err();
        let said = refused.to_string();
        assert!(said.contains(says) && said.ends_with('.'), "{said}");
        let is_size = matches!(refused, Error::TooLarge(_));
        assert_eq!(is_size, says.starts_with("larger"), "{said}");
    }
    assert!(engine.imports(10, None).await.unwrap().items.is_empty());

    let many: String = (0..1_001)
        .map(|row| format!("# Row {row}\n\nShe rowed {row} times, and slept.\n\n"))
        .collect();
    let read = begun(&engine, "many.md", many.as_bytes()).await;
    assert_eq!(read.chapters.len(), 1_001);
    let refused = engine.accept_import(read.id, None).await.unwrap_err();
    assert!(refused.to_string().contains("not 1001"), "{refused}");
    let one = ImportPatch {
        leave_out: named(7),
        ..ImportPatch::default()
    };
    changed(&engine, &read, one).await;
    let story = engine.accept_import(read.id, None).await.unwrap();
    assert_eq!(story.chapters, 1_000);

    let long = begun(&engine, "long.txt", &b"word ".repeat(500_000)).await;
    let refused = engine.accept_import(long.id, None).await.unwrap_err();
    assert!(refused.to_string().contains("Split it"), "{refused}");
    assert!(engine.import(long.id).await.is_ok());
}

#[tokio::test]
async fn an_import_waits_for_its_author_and_is_forgotten_in_the_end() {
    let (folder, engine) = builtin().await;
    let read = begun(&engine, "ferry.md", BOOK.as_bytes()).await;
    let renamed = changed(&engine, &read, rename(1, "Dusk")).await;
    engine.shut_down().await;
    drop(engine);
    let store = store_sqlite::SqliteStore::open(folder.path()).await;
    let store = store.unwrap();
    let stored = store.import(read.id).await.unwrap();
    assert_eq!((stored.edits.len(), stored.version), (1, renamed.version));
    assert_eq!(store.import_files(read.id).await.unwrap().len(), 1);
    let before = |ms: i64| Timestamp(stored.changed_at.millis() + ms);
    assert_eq!(store.forget_imports(before(0)).await.unwrap(), 0);
    assert_eq!(store.forget_imports(before(1)).await.unwrap(), 1);
    assert!(store.import_files(read.id).await.unwrap().is_empty());
}
