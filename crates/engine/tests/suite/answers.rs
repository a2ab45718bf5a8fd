//! Answers that are cut, endless, empty, refused or repeated: what becomes of them.

use crate::support::{
    ended, first_draft, is_draft, measured::measured, open, scripted, story, until, written,
};
use domain::{ChapterState, NewRun, RunKind, Severity, Status};
use engine::model::{Assignment, Call, ModelError, assignment::ChapterContext};
use std::{sync::Arc, time::Duration};
use test_support::scripted::ScriptedModel;

#[tokio::test]
async fn a_cut_stream_is_resumed_and_a_length_limit_continued() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("It broke ").await;
    drop(draft);
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "It broke ");
    draft.write("and was ").await;
    draft.stop_at_length().await;
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "It broke and was ");
    let wait = Some(Duration::ZERO);
    draft
        .fail(ModelError::Passing {
            reason: "Busy.".to_owned(),
            retry_after: wait,
        })
        .await;
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "It broke and was ");
    draft
        .fail(ModelError::Lasting(
            "The key is wrong: see Settings.".to_owned(),
        ))
        .await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    assert_eq!(
        run.error.as_deref(),
        Some("The key is wrong: see Settings.")
    );
    let kept = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(kept.text, "It broke and was ");
}

#[tokio::test]
async fn what_turns_out_to_be_a_thought_is_no_prose_and_not_kept() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The user wants rain. ").await;
    // Some of it is on disk by now, some is not.
    written(&engine, run.id, "The user wants rain. ").await;
    draft.write("I begin with the harbour.").await;
    draft.was_thinking().await;
    draft.write("It rained ").await;
    drop(draft);
    let draft = script.next_call().await;
    assert_eq!(draft.call.prefix, "It rained ");
    draft.fail(ModelError::Lasting("Enough.".to_owned())).await;
    ended(&engine, run.id).await;
    let kept = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(kept.text, "It rained ");
    let history = engine.revisions(story.id, 1).await.unwrap();
    assert_eq!(history.len(), 1, "a thought is in no history");
}

#[tokio::test]
async fn a_model_that_says_nothing_fails_the_run_in_the_end() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    for _ in 0..7 {
        let wait = Some(Duration::ZERO);
        let call = script.next_call().await;
        call.fail(ModelError::Passing {
            reason: "It does not answer.".to_owned(),
            retry_after: wait,
        })
        .await;
    }
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    assert!(run.control.can_resume);
    engine.retry(run.id).await.unwrap();
    script.next_call().await.play().await;
    until(&engine, run.id, |run| run.status == Status::Succeeded).await;
}

#[tokio::test]
async fn a_model_that_refuses_is_asked_again_and_then_a_person_has_to_look() {
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
        assert_eq!(draft.call.prefix, "", "a refusal is no beginning of a text");
        draft
            .write("I'm sorry, but I can't assist with that request.")
            .await;
        draft.finish().await;
    }
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    assert!(run.control.can_resume);
    let error = run.error.unwrap();
    assert!(error.contains("refuses to write this"), "{error}");
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::NeedsReview);
    assert!(
        !chapter.is_finished(),
        "“Write all chapters” does not pass over it"
    );
    assert_eq!(chapter.revision, None, "a refusal is no text");

    // Once the author has changed something it goes on as if nothing had been.
    engine.retry(run.id).await.unwrap();
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        _ = until(&engine, run.id, |run| run.status == Status::Succeeded) => {}
        () = play => {}
    }
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::Written);
}

#[tokio::test]
async fn a_model_that_repeats_itself_is_stopped_and_its_first_copy_kept() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The lamp went out at four. ").await;
    let unit = "She turned the dial once more and waited for him. ";
    for token in unit.split_inclusive(' ').cycle().take(400) {
        draft.write(token).await;
    }
    draft.dropped().await;
    // It is asked to go on after the first copy.
    let again = script.next_call().await;
    assert!(is_draft(&again.call));
    assert_eq!(again.call.prefix.matches("She turned the dial").count(), 1);
    again.write("Then the radio spoke.").await;
    written(&engine, run.id, "Then the radio spoke.").await;
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
    let kept = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert_eq!(
        kept.text,
        format!("The lamp went out at four. {unit}Then the radio spoke.")
    );
}

#[tokio::test]
async fn what_is_told_a_second_time_is_cut_and_asked_for_otherwise() {
    const RETOLD: &str = include_str!("../../../text/src/repetition/retold.txt");
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let mut draft = first_draft(&mut script).await;
    let asked = |call: &Call| {
        let prompt = call.prompt.as_ref().unwrap();
        let task = prompt
            .parts
            .iter()
            .find(|part| part.name == "task")
            .unwrap();
        let in_words = task.text.contains("told again what stands there already");
        (call.looped, in_words, prompt.fresh, prompt.temperature)
    };
    assert_eq!(asked(&draft.call), (0, false, 0, 0.8));
    // Twice it tells the same again, each time in other words here and there.
    for (again, temperature) in [(1, 0.95), (2, 1.0)] {
        let rest = &RETOLD[draft.call.prefix.len()..];
        for word in rest.split_inclusive(' ') {
            draft.write(word).await;
        }
        draft.dropped().await;
        drop(draft);
        draft = script.next_call().await;
        assert!(
            RETOLD.starts_with(&draft.call.prefix),
            "only the end is cut"
        );
        assert!(draft.call.prefix.contains("the harbour company's ship."));
        assert!(!draft.call.prefix.contains("the harbour company's boat."));
        assert_eq!(asked(&draft.call), (again, true, again, temperature));
    }
    // Then it goes on, and is asked as always.
    let last = "A bell rang on the quay, and every head turned to the water but hers. ";
    draft.write(last).await;
    draft.stop_at_length().await;
    let draft = script.next_call().await;
    assert!(draft.call.prefix.ends_with(last));
    assert_eq!(asked(&draft.call), (0, false, 0, 0.8));
    drop(draft);
    engine.request_cancel(run.id).await.unwrap();
    ended(&engine, run.id).await;
}

#[tokio::test]
async fn a_scene_that_is_called_done_far_too_soon_goes_on() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await;
    engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let draft = first_draft(&mut script).await;
    assert!(!draft.call.short);
    draft.write("The lamp went out at four.").await;
    draft.finish().await;
    let more = script.next_call().await;
    assert!(more.call.short && is_draft(&more.call));
    assert_eq!(more.call.prefix, "The lamp went out at four.\n\n");
    let prompt = more.call.prompt.as_ref().unwrap();
    let task = prompt.parts.iter().find(|part| part.name == "task");
    assert!(task.unwrap().text.contains("far shorter than that"));
    more.write("Then the radio spoke").await;
    // It is no sentence, and all the same what it wrote; twice it is asked, and no more.
    more.finish().await;
    let more = script.next_call().await;
    assert_eq!(
        more.call.prefix,
        "The lamp went out at four.\n\nThen the radio spoke\n\n"
    );
    more.finish().await;
    let next = script.next_call().await;
    let Assignment::Draft { scene, before, .. } = &next.call.assignment else {
        panic!("the next scene is written: {:?}", next.call.assignment);
    };
    assert_eq!((*scene, next.call.short), (1, false));
    assert_eq!(
        before, "The lamp went out at four.\n\nThen the radio spoke\n\n",
        "one blank line between two scenes"
    );
    // One that is at length is not asked for more.
    next.play().await;
    let next = script.next_call().await;
    assert!(!next.call.short);
    assert!(
        !matches!(next.call.assignment, Assignment::Draft { scene: 1, .. }),
        "{:?}",
        next.call.assignment
    );
}

#[tokio::test]
async fn a_chapter_is_whole_though_its_model_can_neither_edit_nor_check_it() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 2).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let play = async {
        loop {
            let call = script.next_call().await;
            let is_first = |chapter: &ChapterContext| chapter.number == 1;
            match &call.call.assignment {
                Assignment::Edit { chapter, .. } if is_first(chapter) => {
                    call.write("No JSON today.").await;
                    call.finish().await;
                }
                Assignment::Check { chapter, .. } if is_first(chapter) => {
                    call.write(&"What is the ledger? ".repeat(100)).await;
                    call.dropped().await;
                }
                Assignment::Revise { chapter, .. } if is_first(chapter) => {
                    panic!("there is nothing that a revision could mend")
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
    let revision = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    let told: Vec<(&str, &str, Severity)> = revision
        .findings
        .iter()
        .filter(|finding| finding.quote.is_empty() && finding.kind.starts_with("not "))
        .map(|finding| {
            (
                finding.kind.as_str(),
                finding.note.as_str(),
                finding.severity,
            )
        })
        .collect();
    let [unchecked, unedited] = told[..] else {
        panic!("{:?}", revision.findings);
    };
    assert!(
        unchecked.0 == "not checked" && unchecked.1.contains("repeats itself"),
        "{unchecked:?}"
    );
    assert_eq!(unchecked.2, Severity::Major);
    assert!(
        unedited.0 == "not edited" && unedited.1.contains("required format"),
        "{unedited:?}"
    );
    assert_eq!(unedited.2, Severity::Minor);
    let states = engine.chapters(story.id).await.unwrap();
    let states: Vec<ChapterState> = states.iter().map(|chapter| chapter.state).collect();
    assert_eq!(states, [ChapterState::NeedsReview, ChapterState::Written]);
}

#[tokio::test]
async fn a_scene_without_an_end_is_given_to_a_person() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let mut draft = first_draft(&mut script).await;
    // A hundred different sentences of ten words each at a time, and never the word that it is done.
    let mut sentence = 0;
    loop {
        let mut text = String::new();
        for _ in 0..100 {
            sentence += 1;
            text.push_str(&format!(
                "On night {sentence} the keeper counted {} gulls above the bay. ",
                sentence * 7
            ));
        }
        draft.write(&text).await;
        draft.stop_at_length().await;
        if sentence >= 500 {
            break;
        }
        draft = script.next_call().await;
        assert!(draft.call.prefix.ends_with(&text));
    }
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    let error = run.error.unwrap();
    assert!(error.contains("does not stop"), "{error}");
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::NeedsReview);
    assert!(
        chapter.words > 4_500,
        "all of it is kept: {}",
        chapter.words
    );
}

#[tokio::test]
async fn half_a_structured_answer_is_asked_for_anew() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let world = script.next_call().await;
    let whole = world.builtin_answer();
    world.write(&whole[..whole.len() / 2]).await;
    drop(world);
    let again = script.next_call().await;
    assert_eq!(again.call.prefix, "", "half a form can't be gone on with");
    again.play().await;
    until(&engine, run.id, |run| run.status == Status::Succeeded).await;
}

#[tokio::test]
async fn a_model_that_falls_back_each_time_is_not_asked_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let (model, mut script) = ScriptedModel::continuing(false);
    let engine = open(folder.path(), Arc::new(model), 1).await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::chapter(1), None)
        .await
        .unwrap();
    let mut calls = 0;
    let mut draft = Some(first_draft(&mut script).await);
    // No blank line: it can't go on from anywhere but the beginning.
    while let Some(call) = draft.take() {
        calls += 1;
        call.write("One long paragraph that ends in the middle of")
            .await;
        call.stop_at_length().await;
        draft = tokio::select! {
            call = script.next_call() => Some(call),
            _ = ended(&engine, run.id) => None,
        };
    }
    assert!(calls < 10, "{calls} calls");
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    let kept = engine.current_revision(story.id, 1).await.unwrap().unwrap();
    assert!(
        kept.text.starts_with("One long paragraph"),
        "what came last is kept"
    );
}
