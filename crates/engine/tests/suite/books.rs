//! The book that leaves the studio: what is kept of a story for it, and its files.

use crate::support::{builtin, ended, story};
use domain::{BookDetails, NewRun, RunKind, StoryId, TextEdit, VersionTarget, VersionValue};
use engine::{Engine, Error};
use exchange::export::{BookSettingsChange, ExportFormat, ExportOptions, UnfinishedChapters};

const GIF: &[u8] = b"GIF89a nearly an image";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nnot much of an image";

fn details(author: &str, dedication: &str) -> BookSettingsChange {
    BookSettingsChange {
        details: BookDetails {
            author: author.to_owned(),
            dedication: dedication.to_owned(),
            ..BookDetails::default()
        },
        options: ExportOptions {
            format: ExportFormat::PlainText,
            ..ExportOptions::default()
        },
    }
}

async fn save(engine: &Engine, id: StoryId, number: u32, text: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let edit = TextEdit {
        text: text.to_owned(),
        finished: Some(true),
    };
    engine.save_text(id, number, edit, version).await.unwrap();
}

async fn plain(engine: &Engine, id: StoryId) -> String {
    let file = engine.export(id, |kept| kept).await.unwrap();
    String::from_utf8(file.bytes).unwrap()
}

#[tokio::test]
async fn what_is_kept_of_a_book_is_in_its_files_and_earlier_details_come_back() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let empty = engine.book_settings(id).await.unwrap();
    assert_eq!((empty.version, &*empty.details.author), (0, ""));
    let change = details(" M. Kell ", "For the ferryman");
    let first = engine.change_book_settings(id, change, 0).await.unwrap();
    assert_eq!((first.version, &*first.details.author), (1, "M. Kell"));
    save(&engine, id, 1, "She rows.").await;
    let said = plain(&engine, id).await;
    for part in ["M. Kell", "For the ferryman", "She rows."] {
        assert!(said.contains(part), "{part} is missing from {said}");
    }

    // Somebody else was first.
    let late = engine
        .change_book_settings(id, details("X", ""), 0)
        .await
        .unwrap_err();
    assert!(
        matches!(late, Error::StaleVersion { current: 1 }),
        "{late:?}"
    );
    let second = engine
        .change_book_settings(id, details("M. Kell", ""), 1)
        .await
        .unwrap();
    assert!(!plain(&engine, id).await.contains("ferryman"));
    let all = engine
        .versions(id, VersionTarget::Book, 10, None)
        .await
        .unwrap();
    let with_dedication = all.items.iter().find(|version| {
        matches!(&version.value, VersionValue::Book(book) if book.dedication == "For the ferryman")
    });
    let with_dedication = with_dedication.unwrap().id;
    engine
        .restore_version(id, VersionTarget::Book, with_dedication, second.version)
        .await
        .unwrap();
    assert!(plain(&engine, id).await.contains("For the ferryman"));
}

#[tokio::test]
async fn a_cover_is_known_by_its_content_and_comes_back_from_the_trash() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    for (bytes, says) in [
        (b"<svg/>".to_vec(), "JPEG, PNG or GIF"),
        (vec![0; 5 * 1024 * 1024 + 1], "larger than 5 MB"),
    ] {
        let refused = engine.add_cover(id, bytes, 0).await.unwrap_err();
        assert!(refused.to_string().contains(says), "{refused}");
    }
    let kept = engine.add_cover(id, PNG.to_vec(), 0).await.unwrap();
    assert!(kept.cover.is_some());
    let cover = engine.cover(id, None).await.unwrap();
    assert_eq!((&*cover.media_type, &*cover.bytes), ("image/png", PNG));

    let copy = engine.duplicate_story(id).await.unwrap();
    assert_eq!(engine.cover(copy.id, None).await.unwrap().bytes, PNG);
    let version = engine.story(id).await.unwrap().version;
    let entry = engine.delete_story(id, version).await.unwrap();
    assert!(matches!(
        engine.cover(id, None).await,
        Err(Error::NotFound(_))
    ));
    engine.restore_trashed(entry).await.unwrap();
    assert_eq!(engine.cover(id, None).await.unwrap().bytes, PNG);

    // Another one, and none: the way back to the first stays.
    let first = kept.cover;
    let version = engine.book_settings(id).await.unwrap().version;
    let other = engine.add_cover(id, GIF.to_vec(), version).await.unwrap();
    assert_eq!(engine.cover(id, None).await.unwrap().bytes, GIF);
    let none = engine.use_cover(id, None, other.version).await.unwrap();
    assert_eq!((none.cover, none.covers.len()), (None, 2));
    assert!(matches!(
        engine.cover(id, None).await,
        Err(Error::NotFound("cover"))
    ));
    let again = engine.use_cover(id, first, none.version).await.unwrap();
    assert_eq!(again.cover, first);
    assert_eq!(engine.cover(id, None).await.unwrap().bytes, PNG);
    let strange = engine.book_settings(copy.id).await.unwrap().cover;
    let refused = engine.use_cover(id, strange, again.version).await;
    assert!(matches!(refused, Err(Error::NotFound("cover"))));
}

#[tokio::test]
async fn every_format_is_made_of_a_generated_book() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let run = engine
        .start(id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    for (format, begins) in [
        (ExportFormat::Epub, &b"PK"[..]),
        (ExportFormat::Docx, b"PK"),
        (ExportFormat::MarkdownZip, b"PK"),
        (ExportFormat::Pdf, b"%PDF-"),
        (ExportFormat::Html, b"<!DOCTYPE html>"),
        (ExportFormat::Markdown, b"# The Lighthouse Keeper"),
        (ExportFormat::PlainText, b"THE LIGHTHOUSE KEEPER"),
    ] {
        let options = |kept| ExportOptions { format, ..kept };
        let file = engine.export(id, options).await.unwrap();
        let beginning = String::from_utf8_lossy(&file.bytes[..40]).into_owned();
        assert!(
            file.bytes
                .to_ascii_lowercase()
                .starts_with(&begins.to_ascii_lowercase()),
            "{format:?}: {beginning}"
        );
        assert!(file.file_name.ends_with(format.extension()));
        assert!(file.warnings.is_empty(), "{format:?}: {:?}", file.warnings);
    }
}

#[tokio::test]
async fn what_can_not_be_exported_is_told() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    save(&engine, id, 1, "She rows.").await;
    let beyond = |kept| ExportOptions {
        chapters: (2..=9).into(),
        ..kept
    };
    let refused = engine.export(id, beyond).await.unwrap_err();
    assert!(refused.to_string().contains("last chapter is 2"));
    let finished = |kept| ExportOptions {
        format: ExportFormat::PlainText,
        unfinished: UnfinishedChapters::LeaveOut,
        ..kept
    };
    let file = engine.export(id, finished).await.unwrap();
    assert_eq!(file.warnings.len(), 1, "{:?}", file.warnings);
    let long = |kept| ExportOptions {
        scene_break: "*".repeat(41),
        ..kept
    };
    let refused = engine.export(id, long).await.unwrap_err();
    assert!(refused.to_string().contains("at most 40"), "{refused}");
    let nowhere = StoryId(uuid::Uuid::nil());
    let refused = engine.export(nowhere, |kept| kept).await.unwrap_err();
    assert!(matches!(refused, Error::NotFound("story")), "{refused}");
}
