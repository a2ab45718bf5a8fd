//! Counts of words: a run, its chapter and the chapter's history tell the same number.

use crate::support::{all_events, ended, first_draft, scripted, story, written};
use domain::{EventBody, NewRun, Status, text::count_words};
use engine::{Engine, model::Assignment};

/// The number of words that the chapter, its newest version and the story tell, which are the same.
async fn story_words(engine: &Engine, story: domain::StoryId) -> u64 {
    let chapter = engine.chapter(story, 1).await.unwrap();
    let current = engine.current_revision(story, 1).await.unwrap().unwrap();
    let listed = engine.revisions(story, 1).await.unwrap();
    let newest = listed.iter().find(|one| one.id == current.summary.id);
    let story = engine.story(story).await.unwrap();
    let all = [
        chapter.words,
        current.summary.words,
        newest.unwrap().words,
        story.words,
    ];
    assert_eq!(all, [count_words(&current.text); 4]);
    chapter.words
}

#[tokio::test]
async fn an_edited_chapter_has_as_many_words_in_the_queue_as_in_its_history() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let new = NewRun::chapter(1);
    let run = engine.start(story.id, new, None).await.unwrap();
    let is_edit = |call: &engine::model::Call| matches!(call.assignment, Assignment::Edit { .. });
    let edit = script.play_until(is_edit).await;
    let Assignment::Edit { text, .. } = edit.call.assignment.clone() else {
        unreachable!()
    };
    let first = text.split("\n\n").next().unwrap();
    let edits = serde_json::json!({"edits": [{"passage": first, "replacement": "It rained."}]});
    edit.write(&edits.to_string()).await;
    edit.finish().await;
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    let run = tokio::select! {
        () = play => unreachable!(),
        run = ended(&engine, run.id) => run,
    };
    assert_eq!(run.status, Status::Succeeded);
    let words = story_words(&engine, story.id).await;
    assert_ne!(words, count_words(&text), "the edit changed the number");
    assert_eq!(run.words(), words);
}

#[tokio::test]
async fn a_stopped_run_tells_the_words_that_it_kept() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let new = NewRun::chapter(1);
    let run = engine.start(story.id, new, None).await.unwrap();
    let draft = first_draft(&mut script).await;
    draft.write("The radio ").await;
    draft.write("spoke at four. ").await;
    draft.write("海は静かだった。").await;
    written(&engine, run.id, "だった。").await;
    engine.request_cancel(run.id).await.unwrap();
    draft.dropped().await;
    let run = ended(&engine, run.id).await;
    let words = story_words(&engine, story.id).await;
    assert_eq!((words, run.words()), (12, 12));
    let notices = all_events(&engine).await.into_iter().filter_map(|event| {
        if let EventBody::Notice { text, .. } = event.body {
            return Some(text);
        }
        None
    });
    assert_eq!(notices.collect::<Vec<_>>(), ["Stopped. 12 words kept."]);
}
