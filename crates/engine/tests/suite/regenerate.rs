//! One thing again, and reviews, over the façade: what is kept, what waits, what a model is shown.

use crate::support::{builtin, ended, first_draft, scripted, story, until};
use domain::{
    ChapterPatch, ChapterState, Entity, EntityId, EntityKind, NewRun, PartId, RunKind, Status,
    VersionTarget, WorldPart,
};
use engine::model::Assignment;
use test_support::scripted::{Script, ScriptedCall};

async fn answer(call: ScriptedCall, text: &str) {
    call.write(text).await;
    call.finish().await;
}

/// Beats typed by hand into a chapter.
async fn outline(engine: &engine::Engine, id: domain::StoryId, number: u32, beat: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let patch = ChapterPatch {
        finished: None,
        title: Some(format!("Night {number}")),
        outline: Some(vec![beat.to_owned()]),
    };
    engine
        .update_chapter(id, number, patch, version)
        .await
        .unwrap();
}

fn again(number: u32) -> NewRun {
    NewRun {
        chapter: Some(number.into()),
        feedback: Some("more rain".to_owned()),
        ..NewRun::of(RunKind::Outline)
    }
}

async fn asked(script: &mut Script) -> ScriptedCall {
    script
        .play_until(|call| matches!(call.assignment, Assignment::ChapterOutline { .. }))
        .await
}

#[tokio::test]
async fn a_chapter_is_outlined_again_with_its_neighbours_in_sight() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 3).await.id;
    for number in 1..=3 {
        outline(&engine, id, number, &format!("Beat {number}.")).await;
    }
    let run = engine.start(id, again(2), None).await.unwrap();
    assert_eq!(run.title(), "Regenerate beats of chapter 2");
    let call = asked(&mut script).await;
    let Assignment::ChapterOutline { chapter } = &call.call.assignment else {
        unreachable!()
    };
    assert_eq!(chapter.beats, ["Beat 2."]);
    assert_eq!(chapter.feedback, "more rain");
    let around: Vec<_> = chapter
        .neighbours
        .iter()
        .map(|n| n.beats[0].as_str())
        .collect();
    assert_eq!(around, ["Beat 1.", "Beat 3."]);
    // The text of that chapter is not being written meanwhile.
    let state = engine.chapter(id, 2).await.unwrap().state;
    assert_eq!(state, ChapterState::Empty);
    answer(call, "{\"title\": \"Other\", \"beats\": [\"It rains.\"]}").await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let chapter = engine.chapter(id, 2).await.unwrap();
    assert_eq!(chapter.outline, ["It rains."]);
    assert_eq!(chapter.title, "Night 2", "a title that is there stays");
    let of = VersionTarget::Outline(2.into());
    let kept = engine.versions(id, of, 10, None).await.unwrap();
    assert_eq!(kept.items.len(), 2, "what it had before can be restored");
}

#[tokio::test]
async fn beats_that_are_changed_while_their_run_waits_stay() {
    // Also where there were none before.
    for outlined in [2, 1] {
        beats_of_the_author_stay(outlined).await;
    }
}

async fn beats_of_the_author_stay(outlined: u32) {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    for number in 1..=outlined {
        outline(&engine, id, number, &format!("Beat {number}.")).await;
    }
    engine.pause_queue().await.unwrap();
    let run = engine.start(id, again(2), None).await.unwrap();
    outline(&engine, id, 2, "My own beat.").await;
    engine.resume_queue().await.unwrap();
    let call = asked(&mut script).await;
    answer(call, "{\"title\": \"Other\", \"beats\": [\"It rains.\"]}").await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let chapter = engine.chapter(id, 2).await.unwrap();
    assert_eq!(chapter.outline, ["My own beat."]);
    let kept = engine
        .versions(id, VersionTarget::Outline(2.into()), 10, None)
        .await
        .unwrap();
    let kept = serde_json::to_string(&kept.items).unwrap();
    assert!(kept.contains("It rains."), "{kept}");
}

#[tokio::test]
async fn a_review_reads_every_word_and_forgets_quotes_that_are_not_there() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let long = "The bell rang over the quay, and nobody came. ".repeat(400);
    for (number, text) in [(1, long.as_str()), (2, "It ends.")] {
        let version = engine.chapter(id, number).await.unwrap().version;
        engine
            .save_text(id, number, text.to_owned(), version)
            .await
            .unwrap();
    }
    let run = engine
        .start(id, NewRun::of(RunKind::Review), None)
        .await
        .unwrap();
    let first = script.next_call().await;
    let Assignment::Review { part, notes } = &first.call.assignment else {
        panic!("{:?}", first.call.assignment)
    };
    assert_eq!(part.text, long, "the whole text, not its first pages");
    assert!(notes.is_empty());
    let invented = "{\"findings\": [{\"severity\": \"major\", \"kind\": \"pace\", \
        \"quote\": \"A dragon came.\", \"note\": \"Too slow.\"}], \"notes\": \"A bell rings.\"}";
    answer(first, invented).await;
    let repair = script.next_call().await;
    assert!(
        repair
            .call
            .repair
            .as_ref()
            .unwrap()
            .problem
            .contains("A dragon came.")
    );
    answer(repair, invented).await;
    let second = script.next_call().await;
    let Assignment::Review { part, notes } = &second.call.assignment else {
        panic!("{:?}", second.call.assignment)
    };
    assert_eq!((part.number, notes[0].notes.as_str()), (2, "A bell rings."));
    second.play().await;
    let last = script.next_call().await;
    assert!(matches!(&last.call.assignment, Assignment::Assess { notes } if notes.len() == 2));
    answer(last, "{\"assessment\": \"Slow, but it holds.\"}").await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let review = engine.reviews(id, 5).await.unwrap().remove(0);
    assert_eq!(review.assessment, "Slow, but it holds.");
    // Beside what the mechanical checks find.
    let mut findings = review.findings.iter().map(|found| &found.finding);
    let slow = findings
        .find(|finding| finding.note == "Too slow.")
        .unwrap();
    assert_eq!(slow.quote, "");
}

#[tokio::test]
async fn a_review_waits_while_its_story_is_written_and_other_stories_do_not_mind() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 2).await.id;
    let version = engine.chapter(id, 1).await.unwrap().version;
    engine
        .save_text(id, 1, "It begins.".to_owned(), version)
        .await
        .unwrap();
    let writing = engine.start(id, NewRun::chapter(2), None).await.unwrap();
    let draft = first_draft(&mut script).await;
    let review = engine
        .start(id, NewRun::of(RunKind::Review), None)
        .await
        .unwrap();
    let waiting = review.waiting_for.unwrap();
    assert!(waiting.starts_with("waiting for chapter 2"), "{waiting}");
    let elsewhere = story(&engine, 1).await.id;
    let other = engine
        .start(elsewhere, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let world = script.next_call().await;
    assert!(matches!(world.call.assignment, Assignment::World));
    world.play().await;
    ended(&engine, other.id).await;
    draft.play().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = until(&engine, review.id, |run| run.status.is_ended()) => {
            assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
        }
        () = play => unreachable!(),
    }
    let writing = engine.run(writing.id).await.unwrap();
    assert_eq!(writing.status, Status::Succeeded);
}

#[tokio::test]
async fn a_review_of_a_written_story_ends_with_an_assessment() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let run = engine
        .start(id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    let run = engine
        .start(id, NewRun::of(RunKind::Review), None)
        .await
        .unwrap();
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let review = engine.reviews(id, 1).await.unwrap().remove(0);
    assert_eq!(review.chapters, 2);
    assert!(!review.assessment.is_empty() && review.ended_at.is_some());
}

/// An entity of the author's.
async fn somebody(engine: &engine::Engine, story: domain::StoryId, name: &str) -> Entity {
    let part = WorldPart::Entity(Entity {
        id: EntityId(uuid::Uuid::nil()),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: "keeper of the light".to_owned(),
        description: "Never left the island.".to_owned(),
        pronouns: String::new(),
        goal: "to be believed".to_owned(),
        traits: vec!["stubborn".to_owned()],
    });
    engine.put_part(story, part, None).await.unwrap();
    let world = engine.world(story).await.unwrap();
    let mut all = world.entities.into_iter();
    all.find(|it| it.name == name).unwrap()
}

#[tokio::test]
async fn fields_that_the_model_leaves_out_stay_as_the_author_has_them() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    let mara = somebody(&engine, id, "Mara").await;
    let new = NewRun {
        entity: Some(mara.id),
        ..NewRun::of(RunKind::World)
    };
    let run = engine.start(id, new, None).await.unwrap();
    let call = script.next_call().await;
    answer(call, "{\"description\": \"Left the island twice.\"}").await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let now = engine.world(id).await.unwrap();
    let expected = Entity {
        description: "Left the island twice.".to_owned(),
        ..mara
    };
    assert_eq!(now.entities, [expected]);
}

#[tokio::test]
async fn what_the_author_deletes_while_a_world_is_made_does_not_come_back() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    let odran = somebody(&engine, id, "Odran").await;
    let mara = somebody(&engine, id, "Mara").await;
    let run = engine
        .start(id, NewRun::of(RunKind::World), None)
        .await
        .unwrap();
    let call = script.next_call().await;
    let gone = PartId::Entity(odran.id);
    engine.delete_part(id, gone, 1).await.unwrap();
    let mira = Entity {
        name: "Mira".to_owned(),
        ..mara
    };
    let part = WorldPart::Entity(mira.clone());
    engine.put_part(id, part, Some(1)).await.unwrap();
    let sketch = call
        .builtin_answer()
        .replacen("\"entities\": [", TOLD_AGAIN, 1);
    assert!(sketch.contains("Odran"), "{sketch}");
    answer(call, &sketch).await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let world = engine.world(id).await.unwrap();
    let names: Vec<_> = world.entities.iter().map(|it| it.name.as_str()).collect();
    assert!(names.contains(&"Mira") && names.len() > 1, "{names:?}");
    let back = ["Odran", "Mara"].map(|name| names.contains(&name));
    assert_eq!(back, [false, false], "{names:?}");
}

/// What the model was told of, as it tells it again.
const TOLD_AGAIN: &str = r#""entities": [
    {"kind":"person","name":"Odran","role":"ferryman","description":"He rows.","pronouns":"he/him","goal":"","traits":[]},
    {"kind":"person","name":"Mara","role":"keeper","description":"She waits.","pronouns":"she/her","goal":"","traits":[]},"#;
