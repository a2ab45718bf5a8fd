//! What an author writes or decides stays, whatever runs were asked for before or do at the same time.

use crate::support::{all_events, ended, first_draft, scripted, story, until};
use domain::{
    Chapter, ChapterPatch, ChapterState, EventBody, Fact, NewRun, Offer, PartId, Run, RunId,
    RunKind, Status, StoryId, TextEdit, WorldPart, WriteMode,
};
use engine::{
    Engine,
    model::{
        Assignment, ModelError,
        assignment::{Edit, Edits, Report},
    },
};
use test_support::scripted::{Script, ScriptedCall};

use std::time::Duration;

const MINE: &str = "Grumpy wizards juggle pixels.";

async fn chapter(engine: &Engine, story: StoryId, number: u32) -> Chapter {
    engine.chapter(story, number).await.unwrap()
}

async fn save(engine: &Engine, story: StoryId, number: u32, edit: impl Into<TextEdit>) -> Chapter {
    let version = chapter(engine, story, number).await.version;
    engine
        .save_text(story, number, edit, version)
        .await
        .unwrap()
}

async fn mine(engine: &Engine, story: StoryId, number: u32) -> Chapter {
    save(engine, story, number, MINE.to_owned()).await
}

async fn finished(engine: &Engine, story: StoryId, number: u32, finished: bool) -> Chapter {
    let patch = ChapterPatch {
        finished: Some(finished),
        ..ChapterPatch::default()
    };
    let version = chapter(engine, story, number).await.version;
    engine
        .update_chapter(story, number, patch, version)
        .await
        .unwrap()
}

async fn text(engine: &Engine, story: StoryId, number: u32) -> String {
    let revision = engine.current_revision(story, number).await.unwrap();
    revision.unwrap().text
}

async fn texts(engine: &Engine, story: StoryId, number: u32) -> Vec<String> {
    let mut texts = Vec::new();
    for revision in engine.revisions(story, number).await.unwrap() {
        let revision = engine.revision(story, number, revision.id).await;
        texts.push(revision.unwrap().text);
    }
    texts
}

async fn start(engine: &Engine, story: StoryId, new: NewRun) -> Run {
    engine.start(story, new, None).await.unwrap()
}

async fn notices(engine: &Engine) -> Vec<String> {
    let events = all_events(engine).await;
    let notices = events.into_iter().filter_map(|event| match event.body {
        EventBody::Notice { text, .. } => Some(text),
        _ => None,
    });
    notices.collect()
}

async fn play(call: ScriptedCall, report: &Report) {
    match call.call.assignment {
        Assignment::Check { .. } => {
            call.write(&serde_json::to_string(report).unwrap()).await;
            call.finish().await;
        }
        _ => call.play().await,
    }
}

async fn to_the_end(engine: &Engine, script: &mut Script, run: RunId, report: &Report) -> Run {
    let all = async {
        loop {
            play(script.next_call().await, report).await;
        }
    };
    tokio::select! {
        run = ended(engine, run) => run,
        () = all => unreachable!(),
    }
}

/// Has a chapter written from the beginning to the end.
async fn written(engine: &Engine, script: &mut Script, story: StoryId, new: NewRun, fact: &str) {
    let run = start(engine, story, new).await;
    let report = Report {
        summary: "It happens.".to_owned(),
        facts: vec![fact.to_owned(), "The sea is cold.".to_owned()],
        ..Report::default()
    };
    let run = to_the_end(engine, script, run.id, &report).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
}

#[tokio::test]
async fn a_chapter_saved_while_all_are_written_is_skipped_and_the_page_says_so() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 3).await.id;
    let run = start(&engine, story, NewRun::of(RunKind::AllChapters)).await;
    let draft = first_draft(&mut script).await;
    mine(&engine, story, 2).await;
    draft.play().await;
    let run = to_the_end(&engine, &mut script, run.id, &Report::default()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(texts(&engine, story, 2).await, [MINE], "nothing else came");
    assert!(text(&engine, story, 3).await.len() > MINE.len());
    let notices = notices(&engine).await;
    let told = notices
        .iter()
        .any(|text| text.contains("You changed chapter 2"));
    assert!(told, "{notices:?}");
}

#[tokio::test]
async fn a_chapter_saved_while_its_run_is_queued_or_paused_is_offered_another_text() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await.id;
    written(&engine, &mut script, story, NewRun::chapter(1), "It rains.").await;
    engine.pause_queue().await.unwrap();
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let saved = save(&engine, story, 1, MINE.to_owned()).await;
    engine.request_pause(run.id).await.unwrap();
    engine.resume(run.id).await.unwrap();
    engine.resume_queue().await.unwrap();
    to_the_end(&engine, &mut script, run.id, &Report::default()).await;
    assert_eq!(text(&engine, story, 1).await, MINE);
    assert_eq!(chapter(&engine, story, 1).await.revision, saved.revision);
    let history = engine.revisions(story, 1).await.unwrap();
    assert_eq!(history[0].offer, Some(Offer::Open));
}

#[tokio::test]
async fn an_opening_typed_by_the_author_is_continued_word_for_word() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let opened = mine(&engine, story, 1).await;
    assert_eq!(
        opened.state,
        ChapterState::Partial,
        "not finished by itself"
    );
    let run = start(&engine, story, NewRun::of(RunKind::AllChapters)).await;
    let draft = first_draft(&mut script).await;
    let Assignment::Draft { before, .. } = &draft.call.assignment else {
        panic!("no draft")
    };
    assert_eq!(*before, format!("{MINE}\n\n"), "the writer sees it");
    draft.play().await;
    let edit = script
        .play_until(|call| matches!(call.assignment, Assignment::Edit { .. }))
        .await;
    let edits = Edits {
        edits: vec![Edit {
            passage: MINE.to_owned(),
            replacement: "Other words.".to_owned(),
        }],
        ..Edits::default()
    };
    edit.write(&serde_json::to_string(&edits).unwrap()).await;
    edit.finish().await;
    to_the_end(&engine, &mut script, run.id, &Report::default()).await;
    let whole = text(&engine, story, 1).await;
    assert!(whole.starts_with(&format!("{MINE}\n\n")), "{whole}");
    assert!(whole.len() > 2 * MINE.len());
    assert_eq!(texts(&engine, story, 1).await, [whole, MINE.to_owned()]);
    let state = chapter(&engine, story, 1).await.state;
    assert!(state.is_finished(), "{state:?}");
}

#[tokio::test]
async fn half_a_sentence_is_continued_by_a_model_that_can() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    save(&engine, story, 1, "It rained.\n\nShe opened the".to_owned()).await;
    start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    assert_eq!(draft.call.prefix, "She opened the");
}

#[tokio::test]
async fn half_a_sentence_stays_when_its_model_turns_out_not_to_continue_it() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let half = "It rained.\n\nShe opened the";
    save(&engine, story, 1, half.to_owned()).await;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    assert_eq!(draft.call.prefix, "She opened the");
    script.refuse_beginnings();
    let refused = ModelError::Passing {
        reason: "The server refused it.".to_owned(),
        retry_after: Some(Duration::ZERO),
    };
    draft.fail(refused).await;
    let again = first_draft(&mut script).await;
    assert_eq!(again.call.prefix, "She opened the ", "a word may follow");
    again.play().await;
    to_the_end(&engine, &mut script, run.id, &Report::default()).await;
    let whole = text(&engine, story, 1).await;
    assert!(whole.starts_with(&format!("{half} ")), "{whole}");
    assert_eq!(texts(&engine, story, 1).await, [whole, half.to_owned()]);
}

#[tokio::test]
async fn a_loop_that_the_author_began_takes_nothing_of_the_author() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let refrain = "The bell rang over the water and nobody came. ".repeat(3);
    let half = format!("{refrain}The bell rang");
    save(&engine, story, 1, half.clone()).await;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    assert_eq!(draft.call.prefix, half);
    let rest = " over the water and nobody came. ";
    draft.write(&format!("{rest}{}", refrain.repeat(3))).await;
    draft.finish().await;
    to_the_end(&engine, &mut script, run.id, &Report::default()).await;
    let whole = text(&engine, story, 1).await;
    assert!(whole.starts_with(&half), "{whole}");
}

#[tokio::test]
async fn a_run_goes_on_with_a_model_that_cannot_continue_what_another_one_did() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    save(&engine, story, 1, "彼女は窓を".to_owned()).await;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    draft.write("開けた。").await;
    crate::support::written(&engine, run.id, "彼女は窓を開けた。").await;
    engine.request_pause(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    drop(draft);
    script.refuse_beginnings();
    engine.resume(run.id).await.unwrap();
    let run = to_the_end(&engine, &mut script, run.id, &Report::default()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let whole = text(&engine, story, 1).await;
    assert!(whole.starts_with("彼女は窓を"), "{whole}");
}

#[tokio::test]
async fn whether_a_chapter_is_finished_is_the_authors_to_say() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    draft.write("It rained and").await;
    crate::support::written(&engine, run.id, "It rained and").await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
    assert_eq!(
        chapter(&engine, story, 1).await.state,
        ChapterState::Partial
    );

    // A letter changed in it does not finish it.
    let edited = save(&engine, story, 1, "It rained And".to_owned()).await;
    assert_eq!(edited.state, ChapterState::Partial);
    let done = finished(&engine, story, 1, true).await;
    assert_eq!(done.state, ChapterState::Written);
    let later = save(&engine, story, 1, "It rained. The end.".to_owned()).await;
    assert_eq!(later.state, ChapterState::Written, "it stays finished");
    let open = finished(&engine, story, 1, false).await;
    assert_eq!(open.state, ChapterState::Partial);
    let edit = TextEdit {
        text: "All of it.".to_owned(),
        finished: Some(true),
    };
    let done = save(&engine, story, 1, edit).await;
    assert_eq!(done.state, ChapterState::Written);
    // What was not finished is not finished when it comes back.
    let history = engine.revisions(story, 1).await.unwrap();
    let back = engine
        .restore(story, 1, history[1].id, done.version)
        .await
        .unwrap();
    assert_eq!(back.state, ChapterState::Partial);
}

#[tokio::test]
async fn an_empty_chapter_cannot_be_called_finished() {
    let (_folder, engine, _script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let patch = ChapterPatch {
        finished: Some(true),
        ..ChapterPatch::default()
    };
    let refused = engine.update_chapter(story, 1, patch, 1).await;
    let why = refused.unwrap_err().to_string();
    assert!(why.contains("has no text yet"), "{why}");
}

#[tokio::test]
async fn a_chapter_marked_as_finished_while_its_run_rests_stays_as_it_is() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    mine(&engine, story, 1).await;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    engine.request_pause(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    drop(draft);
    let done = finished(&engine, story, 1, true).await;
    assert_eq!(done.state, ChapterState::Written);
    engine.resume(run.id).await.unwrap();
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = ended(&engine, run.id) => assert_eq!(run.status, Status::Succeeded, "{:?}", run.error),
        () = play => unreachable!(),
    };
    assert_eq!(text(&engine, story, 1).await, MINE);
    let history = engine.revisions(story, 1).await.unwrap();
    assert_eq!(
        history[0].offer,
        Some(Offer::Open),
        "what the run wrote is a suggestion"
    );
}

#[tokio::test]
async fn a_new_start_that_is_cancelled_leaves_the_authors_text_on_the_page() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    mine(&engine, story, 1).await;
    let new = NewRun::chapter_in_mode(1, WriteMode::StartOver);
    let run = start(&engine, story, new).await;
    let draft = first_draft(&mut script).await;
    draft.write("Other words").await;
    crate::support::written(&engine, run.id, "Other words").await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
    assert_eq!(text(&engine, story, 1).await, MINE);
    assert_eq!(texts(&engine, story, 1).await, ["Other words", MINE]);
}

#[tokio::test]
async fn a_continued_text_that_is_cancelled_keeps_both() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    mine(&engine, story, 1).await;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    // Cancelled before the first word: no copy of the text comes to the history.
    let draft = first_draft(&mut script).await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
    drop(draft);
    assert_eq!(texts(&engine, story, 1).await, [MINE]);

    let run = start(&engine, story, NewRun::chapter(1)).await;
    let draft = first_draft(&mut script).await;
    draft.write("Then it snowed").await;
    crate::support::written(&engine, run.id, "Then it snowed").await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
    let both = format!("{MINE}\n\nThen it snowed");
    assert_eq!(text(&engine, story, 1).await, both);
    assert_eq!(texts(&engine, story, 1).await, [both, MINE.to_owned()]);
}

#[tokio::test]
async fn a_persons_facts_outlive_every_text_and_corrected_ones_do_not_come_back() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    written(
        &engine,
        &mut script,
        story,
        NewRun::chapter(1),
        "Her eyes are blue.",
    )
    .await;
    let first = chapter(&engine, story, 1).await.revision.unwrap();
    let facts = async || {
        let world = engine.world(story).await.unwrap();
        let mut texts: Vec<_> = world.facts.into_iter().map(|fact| fact.text).collect();
        texts.sort();
        texts
    };
    // One is corrected, one deleted, one added.
    let world = engine.world(story).await.unwrap();
    let find = |text: &str| {
        let mut facts = world.facts.iter();
        facts.find(|fact| fact.text == text).unwrap().clone()
    };
    let green = Fact {
        text: "Her eyes are green.".to_owned(),
        ..find("Her eyes are blue.")
    };
    let put = |fact, version| engine.put_part(story, WorldPart::Fact(fact), version);
    put(green.clone(), Some(1)).await.unwrap();
    let cold = PartId::Fact(find("The sea is cold.").id);
    engine.delete_part(story, cold, 1).await.unwrap();
    let limps = Fact {
        text: "She limps.".to_owned(),
        ..green
    };
    put(limps, None).await.unwrap();
    let mine = ["Her eyes are green.", "She limps."];
    assert_eq!(facts().await, mine);

    let again = NewRun {
        chapter: Some(1.into()),
        feedback: Some("Colder.".to_owned()),
        ..NewRun::of(RunKind::Rewrite)
    };
    written(&engine, &mut script, story, again, "A dog barks.").await;
    assert_eq!(
        facts().await,
        ["A dog barks.", "Her eyes are green.", "She limps."]
    );
    let version = chapter(&engine, story, 1).await.version;
    engine.restore(story, 1, first, version).await.unwrap();
    assert_eq!(facts().await, mine, "nor what was deleted");
    let copy = engine.duplicate_story(story).await.unwrap();
    let world = engine.world(copy.id).await.unwrap();
    assert_eq!(world.facts.len(), 2);
}

#[tokio::test]
async fn the_same_chapter_asked_for_twice_is_written_once() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await.id;
    let first = start(&engine, story, NewRun::chapter(1)).await;
    // World and outline are being made; a press too many.
    let call = script.next_call().await;
    let second = start(&engine, story, NewRun::chapter(1)).await;
    assert_eq!(second.id, first.id);
    let all = start(&engine, story, NewRun::of(RunKind::AllChapters)).await;
    assert_eq!(
        start(&engine, story, NewRun::of(RunKind::AllChapters))
            .await
            .id,
        all.id
    );
    call.play().await;
    to_the_end(&engine, &mut script, first.id, &Report::default()).await;
    let all = to_the_end(&engine, &mut script, all.id, &Report::default()).await;
    assert_eq!(all.status, Status::Succeeded);
    assert_eq!(texts(&engine, story, 1).await.len(), 1, "paid for once");
    assert_eq!(texts(&engine, story, 2).await.len(), 1);
}
