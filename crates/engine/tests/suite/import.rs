//! Manuscripts from outside become stories, and go on.

use crate::support::{builtin, ended};
use domain::{ChapterState, NewRun, Origin, RunKind, Status, StoryQuery};
use engine::Error;
use exchange::import::{DraftChapter, ImportedStory, edit};

const BOOK: &str = "# The Ferry\n\n## Night\n\nShe *rows*. The lamp is out.\n\n***\n\nHe waits.\n\n## Morning\n\nNobody came.\n";

#[tokio::test]
async fn a_manuscript_is_read_changed_stored_and_continued() {
    let (_folder, engine) = builtin().await;
    let mut read = engine
        .read_manuscript("ferry.md".to_owned(), BOOK.as_bytes().to_vec(), None)
        .await
        .unwrap();
    assert_eq!(read.title, "The Ferry");
    let titles: Vec<_> = read.chapters.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Night", "Morning"]);
    edit::rename(&mut read, 1, "Dawn").unwrap();
    let mut imported = ImportedStory::from(read);
    imported.author = "M. Kell".to_owned();
    imported.chapters.push(DraftChapter::default());
    let story = engine.import_story(imported).await.unwrap();
    assert_eq!((&*story.title, story.chapters), ("The Ferry", 3));
    assert_eq!(story.chapters_written, 2);
    assert!(story.brief.premise.starts_with("She *rows*. The lamp"));
    let chapters = engine.chapters(story.id).await.unwrap();
    let states: Vec<_> = chapters.iter().map(|it| it.state).collect();
    let (written, empty) = (ChapterState::Written, ChapterState::Empty);
    assert_eq!(states, [written, written, empty]);
    let first = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(
        first.text,
        "She *rows*. The lamp is out.\n\n***\n\nHe waits."
    );
    assert_eq!(first.summary.origin, Origin::Person);
    let book = engine.book_settings(story.id).await.unwrap();
    assert_eq!(book.details.author, "M. Kell");

    // The next chapter is written; the author's stay as they are.
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
async fn what_can_not_be_imported_is_told_and_leaves_nothing() {
    let (_folder, engine) = builtin().await;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let refused = engine
        .read_manuscript("novel.docx".to_owned(), png, None)
        .await
        .unwrap_err();
    assert!(
        matches!(&refused, Error::Invalid(said) if said.ends_with('.')),
        "{refused}"
    );
    let chapter = |title: &str| DraftChapter {
        title: title.to_owned(),
        text: "Text.".to_owned(),
    };
    for (chapters, says) in [
        (Vec::new(), "1 to 1000 chapters, not 0"),
        (vec![chapter("x"); 1_001], "not 1001"),
        (vec![chapter(&"x".repeat(201))], "at most 200"),
        (
            vec![DraftChapter {
                text: "word ".repeat(500_000),
                ..chapter("x")
            }],
            "at most 2000000",
        ),
    ] {
        let imported = ImportedStory {
            chapters,
            ..ImportedStory::default()
        };
        let refused = engine.import_story(imported).await.unwrap_err();
        assert!(refused.to_string().contains(says), "{refused}");
    }
    let library = engine
        .library(StoryQuery::default(), 10, None)
        .await
        .unwrap()
        .stories;
    assert!(library.items.is_empty());
}
