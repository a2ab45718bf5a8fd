//! Find and replace over the chapters of a story.

use crate::{
    support::{builtin, ended, open, scripted, story, until},
    trash::delete_chapter,
};
use domain::{
    NewReplacement, NewRun, Origin, ReplaceBase, ReplacePattern, ReplacePreview, ReplacementId,
    StoryId,
};
use engine::{Engine, Error};
use std::sync::Arc;
use storyteller::BuiltIn;
use uuid::Uuid;

async fn save(engine: &Engine, id: StoryId, number: u32, text: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let saved = engine.save_text(id, number, text.to_owned(), version);
    saved.await.unwrap();
}

async fn text(engine: &Engine, id: StoryId, number: u32) -> String {
    let revision = engine.current_revision(id, number).await.unwrap();
    revision.unwrap().text
}

async fn texts(engine: &Engine, id: StoryId) -> Vec<String> {
    let mut all = Vec::new();
    for chapter in engine.chapters(id).await.unwrap() {
        all.push(text(engine, id, chapter.number).await);
    }
    all
}

/// Three chapters about Mara.
async fn marastory(engine: &Engine) -> StoryId {
    let id = story(engine, 3).await.id;
    save(engine, id, 1, "Mara lit the lamp. Mara’s hand shook.").await;
    save(engine, id, 2, "Nobody came. Tamara slept.").await;
    save(engine, id, 3, "At dawn, Mara left.").await;
    id
}

fn rename() -> ReplacePattern {
    ReplacePattern {
        find: "Mara".to_owned(),
        replace: "Ines".to_owned(),
        whole_words: true,
        match_case: true,
        regex: false,
    }
}

/// All that a preview found.
fn all_of(pattern: &ReplacePattern, preview: &ReplacePreview) -> NewReplacement {
    let chapters = preview.chapters.iter();
    NewReplacement {
        find: pattern.find.clone(),
        replace: pattern.replace.clone(),
        whole_words: pattern.whole_words,
        match_case: pattern.match_case,
        regex: pattern.regex,
        places: None,
        versions: chapters
            .map(|chapter| ReplaceBase {
                chapter: chapter.chapter,
                version: chapter.version,
            })
            .collect(),
    }
}

async fn previewed(engine: &Engine, id: StoryId, pattern: &ReplacePattern) -> NewReplacement {
    let preview = engine.preview_replacement(id, pattern).await.unwrap();
    all_of(pattern, &preview)
}

fn sentence<T: std::fmt::Debug>(refused: Result<T, Error>, code: &str) -> String {
    let error = refused.unwrap_err();
    assert_eq!(error.code(), code, "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_name_is_replaced_in_every_chapter_and_back_again() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let before = texts(&engine, id).await;
    let preview = engine.preview_replacement(id, &rename()).await.unwrap();
    assert_eq!((preview.places.len(), preview.more), (3, 0));
    let second = &preview.places[1];
    assert_eq!((second.number, &*second.found), (1, "Mara"));
    assert_eq!((&*second.before, &*second.after), ("", "’s hand shook."));
    assert_eq!(second.replacement, "Ines");
    let chapters: Vec<_> = preview
        .chapters
        .iter()
        .map(|one| (one.number, one.places))
        .collect();
    assert_eq!(chapters, [(1, 2), (3, 1)]);

    let done = engine
        .replace(id, all_of(&rename(), &preview))
        .await
        .unwrap();
    assert_eq!(
        texts(&engine, id).await,
        [
            "Ines lit the lamp. Ines’s hand shook.",
            "Nobody came. Tamara slept.",
            "At dawn, Ines left."
        ]
    );
    let numbers: Vec<_> = done.chapters.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [1, 3]);
    for one in &done.chapters {
        let history = engine.revisions(id, one.number).await.unwrap();
        assert_eq!((history[0].id, history[1].id), (one.after, one.before));
        assert_eq!(history[0].origin, Origin::Person);
        let chapter = engine.chapter(id, one.number).await.unwrap();
        assert_eq!(chapter.version, one.version);
    }
    let found = engine
        .search(Some(id), "ines left", 10, None)
        .await
        .unwrap();
    assert_eq!(found.items.len(), 1);

    let undone = engine.undo_replacement(id, done.id).await.unwrap();
    assert_eq!((undone.restored.len(), undone.kept.len()), (2, 0));
    assert_eq!(texts(&engine, id).await, before);
    let again = sentence(engine.undo_replacement(id, done.id).await, "conflict");
    assert!(again.contains("already undone"), "{again}");
    let nothing = engine
        .undo_replacement(id, ReplacementId(Uuid::nil()))
        .await;
    assert!(matches!(nothing, Err(Error::NotFound("replacement"))));
    // A replacement of another story is not found.
    let other = story(&engine, 1).await.id;
    let refused = engine.undo_replacement(other, done.id).await;
    assert!(matches!(refused, Err(Error::NotFound("replacement"))));
}

#[tokio::test]
async fn only_chosen_places_are_replaced() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let preview = engine.preview_replacement(id, &rename()).await.unwrap();
    let mut new = all_of(&rename(), &preview);
    new.places = Some(vec![preview.places[1].key.clone()]);
    engine.replace(id, new.clone()).await.unwrap();
    assert_eq!(
        text(&engine, id, 1).await,
        "Mara lit the lamp. Ines’s hand shook."
    );
    assert_eq!(text(&engine, id, 3).await, "At dawn, Mara left.");
    // The chapter is another one by now: its keys mean nothing.
    let refused = sentence(engine.replace(id, new.clone()).await, "conflict");
    assert!(refused.contains("Chapter 1 changed"), "{refused}");
    let mut new = previewed(&engine, id, &rename()).await;
    new.places = Some(vec!["7".to_owned()]);
    let refused = sentence(engine.replace(id, new.clone()).await, "conflict");
    assert!(refused.contains("not there any more"), "{refused}");
    new.places = Some(Vec::new());
    let refused = sentence(engine.replace(id, new).await, "invalid");
    assert!(refused.contains("Nothing would be changed"), "{refused}");
}

#[tokio::test]
async fn a_chapter_that_changed_meanwhile_keeps_all_of_them_as_they_are() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let new = previewed(&engine, id, &rename()).await;
    save(&engine, id, 3, "At dusk, Mara came back.").await;
    let before = texts(&engine, id).await;
    let refused = sentence(engine.replace(id, new.clone()).await, "conflict");
    assert!(refused.contains("Chapter 3 changed"), "{refused}");
    // A chapter that had no place then has one now.
    let new = previewed(&engine, id, &rename()).await;
    save(&engine, id, 2, "Mara slept.").await;
    let refused = sentence(engine.replace(id, new).await, "conflict");
    assert!(refused.contains("Chapter 2 changed"), "{refused}");
    let now = texts(&engine, id).await;
    assert_eq!((&now[0], &now[2]), (&before[0], &before[2]));
    assert_eq!(engine.revisions(id, 1).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_was_changed_since_is_not_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = marastory(&engine).await;
    let done = engine
        .replace(id, previewed(&engine, id, &rename()).await)
        .await
        .unwrap();
    save(&engine, id, 3, "Ines stayed.").await;
    let undone = engine.undo_replacement(id, done.id).await.unwrap();
    let numbers =
        |all: &[domain::ReplacedChapter]| all.iter().map(|one| one.number).collect::<Vec<_>>();
    assert_eq!(
        (numbers(&undone.restored), numbers(&undone.kept)),
        (vec![1], vec![3])
    );
    assert_eq!(text(&engine, id, 3).await, "Ines stayed.");
    // One that is in the trash is passed over, and its part of the replacement comes back with it.
    let done = engine
        .replace(id, previewed(&engine, id, &rename()).await)
        .await
        .unwrap();
    let entry = delete_chapter(&engine, id, 1).await;
    engine.restore_trashed(entry).await.unwrap();
    let undone = engine.undo_replacement(id, done.id).await.unwrap();
    assert_eq!(numbers(&undone.restored), [1]);
    engine.shut_down().await;
}

#[tokio::test]
async fn what_cannot_be_replaced_is_told_in_a_sentence() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let pattern = |find: &str, replace: &str, regex| ReplacePattern {
        find: find.to_owned(),
        replace: replace.to_owned(),
        regex,
        ..ReplacePattern::default()
    };
    for (pattern, says) in [
        (pattern("", "x", false), "Enter what to find"),
        (pattern("(", "x", true), "unclosed group"),
        (pattern(&"x".repeat(501), "", false), "at most 500"),
    ] {
        let refused = sentence(engine.preview_replacement(id, &pattern).await, "invalid");
        assert!(refused.contains(says), "{refused}");
    }
    let same = pattern("Mara", "Mara", false);
    let same = ReplacePattern {
        match_case: true,
        ..same
    };
    let new = previewed(&engine, id, &same).await;
    let refused = sentence(engine.replace(id, new).await, "invalid");
    assert!(refused.contains("Nothing would be changed"), "{refused}");
    let new = previewed(&engine, id, &pattern("zebra", "x", false)).await;
    assert_eq!(new.versions, []);
    let refused = sentence(engine.replace(id, new).await, "invalid");
    assert!(refused.contains("found in no chapter"), "{refused}");
    save(&engine, id, 2, &"ab ".repeat(20_001)).await;
    let refused = engine
        .preview_replacement(id, &pattern("ab", "x", false))
        .await;
    let refused = sentence(refused, "invalid");
    assert!(refused.contains("more than 20,000 times"), "{refused}");
    save(&engine, id, 2, &"ab ".repeat(600)).await;
    let preview = engine
        .preview_replacement(id, &pattern("ab", "x", false))
        .await
        .unwrap();
    assert_eq!((preview.places.len(), preview.more), (500, 100));
    assert_eq!(preview.chapters[0].places, 600);
    let groups = pattern(r"(\w+) lit (the \w+)", "$2 lit $1", true);
    let new = previewed(&engine, id, &groups).await;
    engine.replace(id, new).await.unwrap();
    assert!(text(&engine, id, 1).await.starts_with("the lamp lit Mara."));
}

#[tokio::test]
async fn a_run_that_writes_the_chapter_offers_its_text_beside_the_replacement() {
    let (_folder, engine, mut script) = scripted().await;
    let id = marastory(&engine).await;
    let run = NewRun {
        mode: Some(domain::WriteMode::StartOver),
        ..NewRun::chapter(3)
    };
    let run = engine.start(id, run, None).await.unwrap();
    // The steps before the chapter's are played, until the run has begun to write it.
    let is_drafting = until(&engine, run.id, |run| {
        run.steps
            .iter()
            .any(|step| step.chapter == Some(3) && step.stage.is_some())
    });
    tokio::select! {
        _ = is_drafting => {}
        () = async { loop { script.next_call().await.play().await } } => unreachable!(),
    }
    let done = engine
        .replace(id, previewed(&engine, id, &rename()).await)
        .await
        .unwrap();
    assert_eq!(done.chapters.len(), 2);
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = ended(&engine, run.id) => assert_eq!(run.status, domain::Status::Succeeded),
        () = play => unreachable!(),
    }
    assert_eq!(text(&engine, id, 3).await, "At dawn, Ines left.");
    let history = engine.revisions(id, 3).await.unwrap();
    assert!(
        history
            .iter()
            .any(|revision| revision.kind == domain::RevisionKind::Candidate)
    );
    engine.shut_down().await;
}
