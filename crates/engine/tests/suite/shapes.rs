//! Structured answers: corrected once, asked anew, and what becomes of a model that never gets it right.

use crate::support::{all_events, ended, scripted, story};
use domain::{EventBody, NewRun, RunKind, Status};
use engine::model::Assignment;
use test_support::scripted::ScriptedCall;

async fn answer(call: ScriptedCall, text: &str) {
    call.write(text).await;
    call.finish().await;
}

fn asks_for_world(call: &ScriptedCall) -> bool {
    matches!(call.call.assignment, Assignment::World)
}

#[tokio::test]
async fn a_misfit_is_shown_to_the_model_and_corrected() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let call = script.next_call().await;
    assert!(asks_for_world(&call) && call.call.repair.is_none());
    let bad = "{\"entities\": [{\"kind\": \"ghost\", \"name\": \"Odran\"}]}";
    answer(call, bad).await;
    let call = script.next_call().await;
    assert!(asks_for_world(&call));
    let repair = call.call.repair.clone().unwrap();
    assert_eq!(repair.answer, bad);
    assert!(repair.problem.contains("ghost"), "{}", repair.problem);
    answer(
        call,
        "{\"entities\": [{\"kind\": \"person\", \"name\": \"Odran\"}]}",
    )
    .await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let world = engine.world(story.id).await.unwrap();
    assert_eq!(world.entities.len(), 1);
    assert_eq!(world.entities[0].name, "Odran");
}

#[tokio::test]
async fn the_author_is_told_what_of_an_answer_could_not_be_read() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let odd = r#"{"entities": [{"kind": "person", "name": "Odran"}], "relations": [7, {"from": "Odran"}]}"#;
    answer(script.next_call().await, odd).await;
    let second = script.next_call().await;
    assert!(second.call.repair.is_some());
    answer(second, odd).await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let told = all_events(&engine).await;
    let told = told.into_iter().find_map(|event| match event.body {
        EventBody::Notice { text, run: of, .. } if of == Some(run.id) => Some(text),
        _ => None,
    });
    assert_eq!(
        told.as_deref(),
        Some("2 parts of the model’s answer (world) could not be read and were left out.")
    );
}

#[tokio::test]
async fn a_misfit_that_is_not_corrected_is_asked_for_anew() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    answer(script.next_call().await, "{}").await;
    let second = script.next_call().await;
    assert!(second.call.repair.is_some());
    answer(second, "I imagined nobody.").await;
    let third = script.next_call().await;
    assert!(third.call.repair.is_none(), "asked from the beginning");
    third.play().await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
}

#[tokio::test]
async fn a_model_that_never_gets_it_right_fails_the_run_in_words() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    for turn in 0..4 {
        let call = script.next_call().await;
        assert_eq!(call.call.repair.is_some(), turn % 2 == 1, "turn {turn}");
        answer(call, "No JSON today.").await;
    }
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Failed);
    let error = run.error.unwrap();
    assert!(
        error.contains("did not answer in the required format"),
        "{error}"
    );
    assert!(engine.world(story.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_outline_of_another_length_is_asked_to_be_corrected_and_taken_if_it_stays() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 3).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::Outline), None)
        .await
        .unwrap();
    let asked = script
        .play_until(|call| matches!(call.assignment, Assignment::Outline { .. }))
        .await;
    let short = "{\"chapters\": [{\"title\": \"One\", \"beats\": [\"It rains.\", \" \"]}]}";
    answer(asked, short).await;
    let again = script.next_call().await;
    let problem = again.call.repair.clone().unwrap().problem;
    assert!(problem.contains("exactly 3"), "{problem}");
    answer(again, short).await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let chapters = engine.chapters(story.id).await.unwrap();
    assert_eq!(chapters[0].outline, ["It rains."]);
    assert!(chapters[2].outline.is_empty());
}

#[tokio::test]
async fn ties_to_strangers_are_corrected_once_and_left_out_after_that() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let stranger = "{\"entities\": [{\"kind\": \"person\", \"name\": \"Mara\"}], \
        \"relations\": [{\"from\": \"Mara\", \"to\": \"Nobody Known\", \"label\": \"fears\"}]}";
    answer(script.next_call().await, stranger).await;
    let again = script.next_call().await;
    let problem = again.call.repair.clone().unwrap().problem;
    assert!(problem.contains("Nobody Known"), "{problem}");
    answer(again, stranger).await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let world = engine.world(story.id).await.unwrap();
    assert_eq!((world.entities.len(), world.relations.len()), (1, 0));
}
