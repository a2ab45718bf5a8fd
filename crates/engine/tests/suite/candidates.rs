//! What a run wrote while a person changed the chapter: offered, taken, merged, dropped; and what a text says
//! follows the text.

use crate::support::{all_events, ended, first_draft, scripted, story};
use domain::{
    Chapter, ChapterRef, ChapterState, DiffBlock, EventBody, NewRun, Offer, Origin, RevisionKind,
    RevisionSummary, RunId, RunKind, Side, Status, StoryId,
};
use engine::{
    Engine, Error,
    model::{Assignment, assignment::Report},
};
use sqlx::{Connection as _, SqliteConnection};
use std::path::Path;
use test_support::scripted::{Script, ScriptedCall};

const MINE: &str = "Mine, by hand.";

fn report(says: &str) -> Report {
    Report {
        summary: format!("What happens in {says}."),
        facts: vec![format!("The {says} is lit."), "The sea is cold.".to_owned()],
        open_threads: vec![format!("Who lit the {says}?")],
        ..Report::default()
    }
}

/// Answers a call as the built-in writer would, but for what the check reports.
async fn play(call: ScriptedCall, report: &Report) {
    match call.call.assignment {
        Assignment::Check { .. } => {
            call.write(&serde_json::to_string(report).unwrap()).await;
            call.finish().await;
        }
        _ => call.play().await,
    }
}

async fn play_to_the_end(engine: &Engine, script: &mut Script, run: RunId, report: &Report) {
    let all = async {
        loop {
            play(script.next_call().await, report).await;
        }
    };
    tokio::select! {
        run = ended(engine, run) => assert_eq!(run.status, Status::Succeeded, "{:?}", run.error),
        () = all => unreachable!(),
    }
}

/// Has a chapter written from the beginning to the end.
async fn written(engine: &Engine, script: &mut Script, story: StoryId, new: NewRun, says: &str) {
    let run = engine.start(story, new, None).await.unwrap();
    play_to_the_end(engine, script, run.id, &report(says)).await;
}

fn again(number: u32) -> NewRun {
    NewRun {
        chapter: Some(number.into()),
        feedback: Some("Colder.".to_owned()),
        ..NewRun::of(RunKind::Rewrite)
    }
}

/// Has a chapter written, and changes it by hand meanwhile. Answers the candidate that comes of it.
async fn candidate(
    engine: &Engine,
    script: &mut Script,
    story: StoryId,
    new: NewRun,
    says: &str,
) -> RevisionSummary {
    let chapter = new.chapter.unwrap();
    let run = engine.start(story, new, None).await.unwrap();
    let draft = first_draft(script).await;
    save(engine, story, chapter, MINE).await;
    draft.play().await;
    play_to_the_end(engine, script, run.id, &report(says)).await;
    let newest = history(engine, story, chapter).await.remove(0);
    assert_eq!(newest.kind, RevisionKind::Candidate);
    newest
}

async fn save(engine: &Engine, story: StoryId, of: impl Into<ChapterRef>, text: &str) -> Chapter {
    let of = of.into();
    let version = chapter(engine, story, of).await.version;
    engine
        .save_text(story, of, text.to_owned(), version)
        .await
        .unwrap()
}

async fn chapter(engine: &Engine, story: StoryId, of: impl Into<ChapterRef>) -> Chapter {
    engine.chapter(story, of).await.unwrap()
}

async fn history(
    engine: &Engine,
    story: StoryId,
    of: impl Into<ChapterRef>,
) -> Vec<RevisionSummary> {
    engine.revisions(story, of).await.unwrap()
}

async fn offers(engine: &Engine, story: StoryId, number: u32) -> Vec<Option<Offer>> {
    let history = history(engine, story, number).await;
    history.iter().map(|revision| revision.offer).collect()
}

async fn text(engine: &Engine, story: StoryId, number: u32) -> String {
    engine
        .current_revision(story, number)
        .await
        .unwrap()
        .unwrap()
        .text
}

async fn facts(engine: &Engine, story: StoryId) -> Vec<(u32, String)> {
    let world = engine.world(story).await.unwrap();
    let of_chapters = world.facts.into_iter();
    of_chapters
        .filter_map(|fact| Some((fact.chapter?, fact.text)))
        .collect()
}

fn lit(number: u32, what: &str) -> Vec<(u32, String)> {
    vec![
        (number, format!("The {what} is lit.")),
        (number, "The sea is cold.".to_owned()),
    ]
}

async fn database(folder: &Path) -> SqliteConnection {
    let file = folder.join("fablewright.db");
    SqliteConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_candidate_is_open_until_it_is_taken_and_what_it_says_comes_with_it() {
    let (folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await.id;
    let offered = candidate(&engine, &mut script, story, NewRun::chapter(1), "lamp").await;
    assert_eq!(offered.offer, Some(Offer::Open));
    assert_eq!(text(&engine, story, 1).await, MINE);
    let before = chapter(&engine, story, 1).await;
    assert_eq!(before.summary, "", "the chapter does not say this");
    assert_eq!(facts(&engine, story).await, []);

    let stale = engine
        .restore(story, 1, offered.id, before.version - 1)
        .await;
    assert!(matches!(stale, Err(Error::StaleVersion { .. })));
    assert_eq!(offers(&engine, story, 1).await, [Some(Offer::Open), None]);

    let taken = engine
        .restore(story, 1, offered.id, before.version)
        .await
        .unwrap();
    assert_eq!(taken.revision, Some(offered.id));
    assert_eq!(taken.state, ChapterState::Written);
    assert_eq!(taken.summary, "What happens in lamp.");
    assert_eq!(facts(&engine, story).await, lit(1, "lamp"));
    assert_eq!(offers(&engine, story, 1).await, [Some(Offer::Taken), None]);
    let threads: String = sqlx::query_scalar("SELECT threads FROM chapters WHERE id = ?")
        .bind(taken.id.to_string())
        .fetch_one(&mut database(folder.path()).await)
        .await
        .unwrap();
    assert_eq!(threads, r#"["Who lit the lamp?"]"#);
    let told = all_events(&engine).await;
    assert!(
        told.iter()
            .any(|event| event.body == EventBody::World { story }),
        "open pages hear of the facts"
    );
}

#[tokio::test]
async fn a_dropped_candidate_is_offered_no_more_and_stays_in_the_history() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let offered = candidate(&engine, &mut script, story, NewRun::chapter(1), "lamp").await;
    let version = chapter(&engine, story, 1).await.version;
    let drop = |id, version| engine.drop_candidate(story, 1, id, version);

    let stale = drop(offered.id, version - 1).await;
    assert!(matches!(stale, Err(Error::StaleVersion { current }) if current == version));
    let mine = history(&engine, story, 1).await[1].id;
    assert!(
        matches!(drop(mine, version).await, Err(Error::Conflict(why)) if why.contains("not a suggestion"))
    );
    let kept = drop(offered.id, version).await.unwrap();
    assert_eq!(
        (kept.revision, kept.version),
        (Some(mine), version),
        "the chapter is as it was"
    );
    assert!(
        matches!(drop(offered.id, version).await, Err(Error::Conflict(why)) if why.contains("dropped"))
    );
    assert_eq!(
        offers(&engine, story, 1).await,
        [Some(Offer::Dropped), None]
    );

    // Its text is still there, to look at and to bring back.
    let text = engine.revision(story, 1, offered.id).await.unwrap();
    assert!(!text.text.is_empty());
    engine.restore(story, 1, offered.id, version).await.unwrap();
    assert_eq!(offers(&engine, story, 1).await, [Some(Offer::Taken), None]);
    assert_eq!(facts(&engine, story).await, lit(1, "lamp"));
}

#[tokio::test]
async fn a_merged_text_is_a_persons_edit_and_settles_the_candidate() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let offered = candidate(&engine, &mut script, story, NewRun::chapter(1), "lamp").await;
    let before = chapter(&engine, story, 1).await;
    let both = engine
        .compare(story, 1, before.revision.unwrap(), offered.id)
        .await
        .unwrap();
    assert_eq!(both.merged(&[]), MINE);
    let theirs = both.merged(&vec![Side::Right; both.changes()]);
    let whole = engine.revision(story, 1, offered.id).await.unwrap();
    assert_eq!(theirs, whole.text.trim_end());
    let merged = format!("{MINE}\n\n{theirs}");

    // Another tab was faster: nothing is written, nothing is settled.
    save(&engine, story, 1, "Mine, once more.").await;
    let merge = |version| engine.merge_text(story, 1, merged.clone(), offered.id, version);
    assert!(matches!(
        merge(before.version).await,
        Err(Error::StaleVersion { .. })
    ));
    assert_eq!(text(&engine, story, 1).await, "Mine, once more.");
    assert_eq!(
        offers(&engine, story, 1).await,
        [None, Some(Offer::Open), None]
    );

    let now = chapter(&engine, story, 1).await.version;
    let saved = merge(now).await.unwrap();
    assert_eq!(text(&engine, story, 1).await, merged);
    assert_eq!(
        offers(&engine, story, 1).await,
        [None, None, Some(Offer::Merged), None]
    );
    let newest = history(&engine, story, 1).await.remove(0);
    assert_eq!(
        (newest.origin, newest.kind),
        (Origin::Person, RevisionKind::Whole)
    );
    assert_eq!(saved.revision, Some(newest.id));
}

#[tokio::test]
async fn a_candidate_gives_way_to_what_a_run_writes_later() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    candidate(&engine, &mut script, story, NewRun::chapter(1), "lamp").await;
    // By hand is no answer to the offer.
    save(&engine, story, 1, "Mine, once more.").await;
    assert_eq!(
        offers(&engine, story, 1).await,
        [None, Some(Offer::Open), None]
    );
    candidate(&engine, &mut script, story, again(1), "stove").await;
    assert_eq!(
        offers(&engine, story, 1).await,
        [Some(Offer::Open), None, None, Some(Offer::Replaced), None]
    );
    written(&engine, &mut script, story, again(1), "fire").await;
    let open = offers(&engine, story, 1).await;
    assert!(!open.contains(&Some(Offer::Open)), "{open:?}");
    assert_eq!(facts(&engine, story).await, lit(1, "fire"));
}

#[tokio::test]
async fn summary_and_facts_follow_the_text_and_later_chapters_are_marked() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 3).await.id;
    for (number, says) in [(1, "lamp"), (2, "stove"), (3, "fire")] {
        let new = NewRun::chapter(number);
        written(&engine, &mut script, story, new, says).await;
    }
    let first = chapter(&engine, story, 1).await.revision.unwrap();
    written(&engine, &mut script, story, again(1), "moon").await;
    let expected = [lit(1, "moon"), lit(2, "stove"), lit(3, "fire")].concat();
    assert_eq!(facts(&engine, story).await, expected);

    let version = chapter(&engine, story, 1).await.version;
    let back = engine.restore(story, 1, first, version).await.unwrap();
    assert_eq!(back.summary, "What happens in lamp.");
    let expected = [lit(1, "lamp"), lit(2, "stove"), lit(3, "fire")].concat();
    assert_eq!(facts(&engine, story).await, expected);
    for later in [2, 3] {
        let stale = chapter(&engine, story, later).await.stale;
        assert_eq!(
            stale.as_deref(),
            Some("Chapter 1 has changed and no longer says: “The moon is lit”."),
        );
    }
}

#[tokio::test]
async fn a_text_set_aside_is_in_the_history_and_the_chapter_is_as_it_was() {
    let (_folder, engine, _script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let theirs = save(&engine, story, 1, "Theirs.").await;
    let aside = |version| engine.set_aside(story, 1, MINE.to_owned(), version);
    assert!(matches!(
        aside(theirs.version - 1).await,
        Err(Error::StaleVersion { .. })
    ));
    let kept = aside(theirs.version).await.unwrap();
    assert_eq!(chapter(&engine, story, 1).await, theirs);
    assert_eq!(history(&engine, story, 1).await[0], kept);
    assert_eq!(kept.origin, Origin::Person);
    engine
        .restore(story, 1, kept.id, theirs.version)
        .await
        .unwrap();
    assert_eq!(text(&engine, story, 1).await, MINE);
}

#[tokio::test]
async fn a_text_that_is_not_saved_is_compared_with_the_one_that_stands() {
    let (_folder, engine, _script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let compare = |text: &str| engine.compare_with_current(story, 1, text.to_owned());
    let (empty, both) = compare(MINE).await.unwrap();
    assert_eq!((empty.revision, both.changes()), (None, 1));
    let saved = save(&engine, story, 1, "Theirs, by hand.").await;
    let (now, both) = compare(MINE).await.unwrap();
    assert_eq!(now, saved);
    let DiffBlock::Changed { left, right } = &both.parts[0] else {
        panic!("{both:?}")
    };
    assert_eq!((&*left[0].text, &*right[0].text), ("Mine", "Theirs"));
    let (_, same) = compare("Theirs, by hand.").await.unwrap();
    assert_eq!(same.changes(), 0);
}
