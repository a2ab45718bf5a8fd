//! A chapter written again with a wish: its writer sees the text that stands.

use crate::support::{
    ended, first_draft, is_draft,
    measured::{self, measured},
    played, scripted, story, until, written,
};
use domain::{NewRun, RunKind, Status, StoryId};
use engine::{
    Engine,
    model::{Assignment, Call},
};
use test_support::scripted::{Script, ScriptedCall};

const QUARREL: &str = "They quarrelled on the quay.\n\n* * *\n\nThe radio laughed at them both.\n\n* * *\n\nIlse left.";

/// A text typed by hand.
async fn typed(engine: &Engine, id: StoryId, number: u32, text: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    engine
        .save_text(id, number, text.to_owned(), version)
        .await
        .unwrap();
}

fn again(feedback: Option<&str>) -> NewRun {
    NewRun {
        chapter: Some(1.into()),
        feedback: feedback.map(str::to_owned),
        ..NewRun::of(RunKind::Rewrite)
    }
}

async fn planned(script: &mut Script) -> ScriptedCall {
    script
        .play_until(|call| matches!(call.assignment, Assignment::Plan { .. }))
        .await
}

fn existing_text(call: &Call) -> &str {
    match &call.assignment {
        Assignment::Plan { chapter } | Assignment::Draft { chapter, .. } => {
            &chapter.existing_text.text
        }
        other => panic!("{other:?}"),
    }
}

fn part<'c>(call: &'c Call, name: &str) -> Option<&'c str> {
    let mut parts = call.prompt.as_ref().unwrap().parts.iter();
    let part = parts.find(|part| part.name == name)?;
    Some(&part.text)
}

#[tokio::test]
async fn the_plan_and_every_scene_are_told_what_stands() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = story(&engine, 1).await.id;
    let run = measured::start(&engine, id, NewRun::chapter(1)).await;
    let (run, _) = measured::play_until(&engine, &mut script, run, measured::rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    // What a person made of it is what stands.
    typed(&engine, id, 1, QUARREL).await;
    let run = measured::start(&engine, id, again(Some("make the quarrel colder"))).await;
    let plan = planned(&mut script).await;
    let told = part(&plan.call, "the chapter today").unwrap();
    assert!(told.ends_with(QUARREL), "{told}");
    assert!(
        part(&plan.call, "task")
            .unwrap()
            .contains("keep its scenes")
    );
    assert!(
        part(&plan.call, "beats")
            .unwrap()
            .contains("make the quarrel colder")
    );
    plan.play().await;
    let own = [
        "They quarrelled on the quay.",
        "The radio laughed at them both.",
        "Ilse left.",
    ];
    for (scene, own) in own.iter().enumerate() {
        let draft = script.next_call().await;
        assert!(
            matches!(&draft.call.assignment, Assignment::Draft { scene: at, plan, .. }
            if *at == scene && plan.scenes.len() == 3)
        );
        let told = part(&draft.call, "the scene today").unwrap();
        assert!(told.ends_with(&format!(":\n{own}")), "{told}");
        assert!(
            part(&draft.call, "task")
                .unwrap()
                .contains("what stands there today")
        );
        draft.play().await;
    }
    let edit = script.next_call().await;
    assert!(part(&edit.call, "the chapter").is_some_and(|text| !text.contains("Ilse left.")));
    drop(edit);
    engine.request_cancel(run).await.unwrap();
    ended(&engine, run).await;
}

#[tokio::test]
async fn what_stood_when_it_was_begun_is_told_after_a_pause_too() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    typed(&engine, id, 1, QUARREL).await;
    let run = engine.start(id, again(Some("colder")), None).await.unwrap();
    let plan = planned(&mut script).await;
    assert_eq!(existing_text(&plan.call), QUARREL);
    // Once before its plan is made, and once in the middle of a scene.
    engine.request_pause(run.id).await.unwrap();
    plan.dropped().await;
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    typed(&engine, id, 1, "Another text altogether.").await;
    engine.resume(run.id).await.unwrap();
    let plan = planned(&mut script).await;
    assert_eq!(existing_text(&plan.call), QUARREL);
    plan.play().await;
    let draft = first_draft(&mut script).await;
    assert_eq!(existing_text(&draft.call), QUARREL);
    draft.write("They did not shout. ").await;
    written(&engine, run.id, "They did not shout. ").await;
    engine.request_pause(run.id).await.unwrap();
    until(&engine, run.id, |run| run.status == Status::Paused).await;
    engine.resume(run.id).await.unwrap();
    let draft = script.next_call().await;
    assert!(is_draft(&draft.call) && draft.call.prefix == "They did not shout. ");
    assert_eq!(existing_text(&draft.call), QUARREL);
    draft.finish().await;
    let run = played(&engine, &mut script, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let kept = engine.current_revision(id, 1).await.unwrap().unwrap();
    assert_eq!(
        kept.text, "Another text altogether.",
        "the draft is a suggestion beside it"
    );
}

#[tokio::test]
async fn without_a_wish_it_is_written_freely() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    typed(&engine, id, 1, QUARREL).await;
    for new in [again(None), again(Some("  ")), NewRun::chapter(1)] {
        let run = engine.start(id, new, None).await.unwrap();
        let plan = planned(&mut script).await;
        assert_eq!(existing_text(&plan.call), "");
        engine.request_cancel(run.id).await.unwrap();
        ended(&engine, run.id).await;
    }
}
