//! Where a model uses up what it may write, or does not get enough to read: nobody pays for it over and over, and
//! what is written is kept.

use crate::support::{
    ended, first_draft, is_draft,
    measured::{measured, outlined},
    over, played, scripted, story, until, written,
};
use domain::{ChapterState, NewRun, Revision, RevisionKind, RunKind, Severity, Status};
use engine::{
    Engine,
    model::{Assignment, Finish, ModelError},
};
use std::{sync::Arc, time::Duration};
use store_sqlite::SqliteStore;
use test_support::scripted::ScriptedModel;

async fn current(engine: &Engine, story: domain::StoryId) -> Revision {
    let current = engine.current_revision(story, 1).await.unwrap();
    current.unwrap()
}

fn finding_kinds(revision: &Revision) -> Vec<&str> {
    let findings = revision.findings.iter();
    let about_the_work = findings.filter(|finding| finding.kind.starts_with("not "));
    about_the_work
        .map(|finding| finding.kind.as_str())
        .collect()
}

#[tokio::test]
async fn an_answer_that_never_ends_is_asked_for_three_times_and_holds_up_no_chapter() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await;
    outlined(&engine, &mut script, story.id).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let (mut edits, mut checks) = (0, 0);
    let play = async {
        loop {
            let call = script.next_call().await;
            match &call.call.assignment {
                Assignment::Edit { .. } => {
                    edits += 1;
                    call.write("{\"edits\": [").await;
                    call.stop_at_length().await;
                }
                Assignment::Check { .. } => {
                    checks += 1;
                    call.stop_at_length().await;
                }
                _ => call.play().await,
            }
        }
    };
    let run = tokio::select! {
        run = ended(&engine, run.id) => run,
        () = play => unreachable!(),
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!((edits, checks), (3, 3));
    let revision = current(&engine, story.id).await;
    assert_eq!(finding_kinds(&revision), ["not checked", "not edited"]);
    let why = revision.findings.iter().find(|f| f.kind == "not edited");
    assert!(
        why.unwrap().note.contains("reached its output limit"),
        "{why:?}"
    );
    assert_eq!(why.unwrap().severity, Severity::Minor);
}

#[tokio::test]
async fn a_scene_for_which_only_thoughts_came_gets_more_room_and_then_a_person() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let first = first_draft(&mut script).await;
    let usual = first.call.prompt.as_ref().unwrap().max_tokens;
    first.stop_at_length().await;
    let second = script.next_call().await;
    assert!(second.call.prompt.as_ref().unwrap().max_tokens > usual);
    second.stop_at_length().await;
    script.next_call().await.stop_at_length().await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    assert!(run.error.unwrap().contains("less thinking"));
}

#[tokio::test]
async fn a_loop_that_gains_a_sentence_each_time_is_not_asked_for_ever() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let mut calls = 0;
    let mut draft = Some(first_draft(&mut script).await);
    while let Some(call) = draft.take() {
        calls += 1;
        let unit = "She turned the dial once more and waited for him. ";
        call.write(&format!(
            "On night {calls} a bell rang {} times. ",
            calls * 7
        ))
        .await;
        for word in unit.split_inclusive(' ').cycle().take(400) {
            call.write(word).await;
        }
        call.dropped().await;
        drop(call);
        draft = tokio::select! {
            call = script.next_call() => Some(call),
            _ = ended(&engine, run.id) => None,
        };
    }
    assert!(calls <= 8, "{calls} calls");
    let run = ended(&engine, run.id).await;
    assert!(run.error.unwrap().contains("repeats itself"));
    assert!(
        current(&engine, story.id)
            .await
            .text
            .contains("On night 1 a bell")
    );
}

#[tokio::test]
async fn a_chapter_no_prompt_can_hold_is_whole_unedited_and_unchecked() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let (model, mut script) = ScriptedModel::new();
    let engine = over(store, Arc::new(model.with_context(2_500)), 1).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let play = async {
        let mut sentence = 0;
        loop {
            let call = script.next_call().await;
            if is_draft(&call.call) {
                for _ in 0..40 {
                    sentence += 1;
                    let words = format!(
                        "On night {sentence} the keeper counted {} gulls. ",
                        sentence * 7
                    );
                    call.write(&words).await;
                }
                call.finish().await;
            } else {
                call.play().await;
            }
        }
    };
    let run = tokio::select! {
        run = ended(&engine, run.id) => run,
        () = play => unreachable!(),
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let revision = current(&engine, story.id).await;
    assert_eq!(finding_kinds(&revision), ["not checked", "not edited"]);
    let why = revision.findings.iter().find(|f| f.kind == "not edited");
    assert!(why.unwrap().note.contains("too small"), "{why:?}");
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::NeedsReview);
}

#[tokio::test]
async fn what_was_written_before_a_filter_ended_it_stays_in_the_history() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft
        .write("The lamp went out at four. She had the knife.")
        .await;
    written(&engine, run.id, "She had the knife.").await;
    draft.end(Finish::Refused).await;
    let again = script.next_call().await;
    assert_eq!(again.call.prefix, "");
    let kept = engine.revisions(story.id, 1).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].kind, RevisionKind::Partial);
    let kept = engine.revision(story.id, 1, kept[0].id).await.unwrap();
    assert_eq!(kept.text, "The lamp went out at four. She had the knife.");
}

#[tokio::test]
async fn text_that_comes_after_a_chapter_was_given_up_is_the_chapters() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    for again in 0..3 {
        let draft = match again {
            0 => first_draft(&mut script).await,
            _ => script.next_call().await,
        };
        draft.write("I cannot write this request.").await;
        draft.finish().await;
    }
    ended(&engine, run.id).await;
    for (before, text) in [("", "Now it goes. "), ("Now it goes. ", "And on. ")] {
        engine.retry(run.id).await.unwrap();
        let draft = first_draft(&mut script).await;
        assert_eq!(draft.call.prefix, before);
        draft.write(text).await;
        written(&engine, run.id, text).await;
        engine.request_cancel(run.id).await.unwrap();
        draft.dropped().await;
        until(&engine, run.id, |run| run.status == Status::Cancelled).await;
        let chapter = engine.chapter(story.id, 1).await.unwrap();
        assert_eq!(chapter.state, ChapterState::Partial);
        assert_eq!(
            current(&engine, story.id).await.text,
            format!("{before}{text}")
        );
    }
}

#[tokio::test]
async fn prose_that_edits_strike_stays_in_the_history_and_some_of_it_in_the_chapter() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let mut struck = String::new();
    let play = async {
        loop {
            let call = script.next_call().await;
            let Assignment::Edit { text, .. } = &call.call.assignment else {
                call.play().await;
                continue;
            };
            struck.clone_from(text);
            let edits: Vec<_> = text
                .split("\n\n")
                .take(12)
                .map(|passage| serde_json::json!({"passage": passage, "replacement": ""}))
                .collect();
            call.write(&serde_json::json!({ "edits": edits }).to_string())
                .await;
            call.finish().await;
        }
    };
    let run = tokio::select! {
        run = ended(&engine, run.id) => run,
        () = play => unreachable!(),
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let now = current(&engine, story.id).await.text;
    assert!(now.len() < struck.len(), "something was edited");
    assert!(
        now.len() * 4 >= struck.len() * 3,
        "{} of {}",
        now.len(),
        struck.len()
    );
    let mut texts = Vec::new();
    for revision in engine.revisions(story.id, 1).await.unwrap() {
        let revision = engine.revision(story.id, 1, revision.id).await.unwrap();
        texts.push(revision.text);
    }
    assert!(texts.contains(&struck), "what was struck is not lost");
}

#[tokio::test]
async fn the_author_sees_what_a_run_waits_for_at_its_model() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let busy = |seconds| ModelError::Passing {
        reason: "The server is busy.".to_owned(),
        retry_after: Some(Duration::from_secs(seconds)),
    };
    script.next_call().await.fail(busy(300)).await;
    let waits = until(&engine, run.id, |run| run.held_up.is_some()).await;
    assert!(waits.describe().ends_with(", waiting"));
    let told = waits.held_up.unwrap();
    assert!(
        told.contains("The server is busy. Retrying in 30"),
        "{told}"
    );
    engine.request_pause(run.id).await.unwrap();
    let paused = until(&engine, run.id, |run| run.status == Status::Paused).await;
    assert_eq!(paused.held_up, None);
    engine.resume(run.id).await.unwrap();
    script.next_call().await.play().await;
    until(&engine, run.id, |run| run.status == Status::Succeeded).await;
}

#[tokio::test]
async fn a_guess_costs_a_chapter_neither_its_edits_nor_half_a_sentence() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await;
    outlined(&engine, &mut script, story.id).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The lamp went out at fo").await;
    written(&engine, run.id, "at fo").await;
    script.stay_away(2);
    drop(draft);
    let again = script.next_call().await;
    assert_eq!(script.is_away(), 0);
    assert_eq!(again.call.prefix, "The lamp went out at fo");
    again.play().await;
    let edit = script
        .play_until(|call| matches!(call.assignment, Assignment::Check { .. }))
        .await;
    script.stay_away(2);
    drop(edit);
    let run = played(&engine, &mut script, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let revision = current(&engine, story.id).await;
    assert!(
        finding_kinds(&revision).is_empty(),
        "{:?}",
        revision.findings
    );
}

#[tokio::test]
async fn a_thought_that_was_cut_by_a_limit_is_no_prose_either() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The user wants rain. ").await;
    draft.stop_at_length().await;
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "The user wants rain. ");
    draft.write("So rain it is.").await;
    draft.was_thinking().await;
    draft.write("It rained ").await;
    drop(draft);
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "It rained ");
    // What was prose once stays prose, whatever the next answer thinks first.
    draft.write("Go on with the rain.").await;
    draft.was_thinking().await;
    draft.write("on the harbour.").await;
    written(&engine, run.id, "It rained on the harbour.").await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
    let now = current(&engine, story.id).await.text;
    assert_eq!(now, "It rained on the harbour.");
}
