//! When an answer is over: whatever the model says of its end, what is whole is taken as it is.

use crate::support::{ended, first_draft, is_draft, open, scripted, story};
use domain::{NewRun, RunId, Status, StoryId};
use engine::{Engine, model::Assignment};
use std::sync::Arc;
use test_support::scripted::{Script, ScriptedModel};

/// Answers everything else until the run is over; how often each of these was asked for: drafts, edits.
async fn play(engine: &Engine, script: &mut Script, run: RunId) -> (u32, u32) {
    let (mut drafts, mut edits) = (0, 0);
    let play = async {
        loop {
            let call = script.next_call().await;
            drafts += u32::from(is_draft(&call.call));
            match call.call.assignment {
                Assignment::Edit { .. } => {
                    edits += 1;
                    call.write("{\"edits\": []}").await;
                    call.stop_at_length().await;
                }
                _ => call.play().await,
            }
        }
    };
    let run = tokio::select! {
        () = play => unreachable!(),
        run = ended(engine, run) => run,
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    (drafts, edits)
}

async fn text(engine: &Engine, story: StoryId) -> (String, Vec<String>) {
    let current = engine.current_revision(story, 1).await.unwrap();
    let current = current.unwrap();
    let kinds = current.findings.into_iter().map(|finding| finding.kind);
    (current.text, kinds.collect())
}

#[tokio::test]
async fn json_that_is_whole_is_taken_also_where_the_limit_was_reached_behind_it() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let new = NewRun::chapter(1);
    let run = engine.start(story.id, new, None).await.unwrap();
    let (_, edits) = play(&engine, &mut script, run.id).await;
    assert_eq!(edits, 1);
    let (_, kinds) = text(&engine, story.id).await;
    assert!(!kinds.iter().any(|kind| kind == "not edited"), "{kinds:?}");
}

#[tokio::test]
async fn a_scene_that_is_followed_by_white_space_without_an_end_is_whole() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let new = NewRun::chapter(1);
    let run = engine.start(story.id, new, None).await.unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The lamp went out at four.").await;
    for _ in 0..20 {
        draft.write(&"\n".repeat(60)).await;
    }
    draft.dropped().await;
    play(&engine, &mut script, run.id).await;
    let (text, _) = text(&engine, story.id).await;
    assert!(text.starts_with("The lamp went out at four."), "{text}");
    assert!(!text.contains("\n\n\n"), "{text}");
}

#[tokio::test]
async fn what_is_left_out_and_too_long_to_quote_stays_in_the_history() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let new = NewRun::chapter(1);
    let run = engine.start(story.id, new, None).await.unwrap();
    let draft = first_draft(&mut script).await;
    let note = "Author's note: I kept it dark, because the brother must stay a voice for as long as it can be \
                borne. The ferry is mentioned once, so that the second chapter may come back to it, and the \
                keeper says nothing of the log book yet.";
    draft.write("The lamp went out at four.\n\n").await;
    draft.write(note).await;
    draft.finish().await;
    play(&engine, &mut script, run.id).await;
    let (current, kinds) = text(&engine, story.id).await;
    assert!(!current.contains("Author's note"), "{current}");
    assert!(kinds.iter().any(|kind| kind == "removed"), "{kinds:?}");
    let mut is_kept = false;
    for revision in engine.revisions(story.id, 1).await.unwrap() {
        let revision = engine.revision(story.id, 1, revision.id).await;
        is_kept |= revision.unwrap().text.contains(note);
    }
    assert!(is_kept);
}

#[tokio::test]
async fn a_last_paragraph_stays_where_the_model_has_nothing_to_add() {
    let folder = tempfile::tempdir().unwrap();
    let (model, mut script) = ScriptedModel::continuing(false);
    let engine = open(folder.path(), Arc::new(model), 1).await;
    let story = story(&engine, 1).await;
    let new = NewRun::chapter(1);
    let run = engine.start(story.id, new, None).await.unwrap();
    let draft = first_draft(&mut script).await;
    let whole = "The lamp went out at four.\n\nShe sat down on the last step and counted.";
    draft.write(whole).await;
    draft.stop_at_length().await;
    let more = script.next_call().await;
    assert_eq!(more.call.prefix, "The lamp went out at four.\n\n");
    more.finish().await;
    play(&engine, &mut script, run.id).await;
    let (text, _) = text(&engine, story.id).await;
    assert!(text.starts_with(whole), "{text}");
}
