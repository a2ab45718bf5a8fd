//! Calls that no run makes: an idea that is talked over, a server that is tried.

use crate::support::{
    builtin,
    measured::{PER_CALL, USAGE, measured, play, play_until, rests, start},
    open,
};
use domain::{
    Brief, CallEnd, CallFilter, CallRecord, Interview, InterviewId, NewInterview, NewRun, NewStory,
    RunKind, Spent, Status, StoryId, Timestamp,
};
use engine::{
    Engine, Error, Result,
    model::ModelError,
    store::{CallLog as _, FinishedCall, OneShotPurpose},
};
use std::sync::Arc;
use test_support::scripted::{Script, ScriptedModel};

fn about(id: Option<InterviewId>) -> NewInterview {
    NewInterview {
        id,
        idea: "a bell that nobody hears".to_owned(),
        answers: Vec::new(),
    }
}

async fn calls(engine: &Engine, of: CallFilter) -> Vec<CallRecord> {
    engine.calls(of, 200, None).await.unwrap().items
}

async fn talk(engine: &Engine, script: &mut Script, id: Option<InterviewId>) -> Interview {
    let (interview, ()) = tokio::join!(engine.interview(about(id)), async {
        play(script.next_call().await).await;
    });
    interview.unwrap()
}

async fn story_of(engine: &Engine, interview: InterviewId) -> StoryId {
    let new = NewStory {
        brief: Brief {
            premise: "a bell".to_owned(),
            chapters: 1,
            ..Brief::default()
        },
        interview: Some(interview),
        ..NewStory::default()
    };
    engine.create_story(new).await.unwrap().id
}

#[tokio::test]
async fn what_an_interview_sent_is_kept_and_counts_in_the_story_that_came_of_it() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = talk(&engine, &mut script, None).await.id;
    // The same conversation goes on. An answer that does not fit is shown to the model once: two calls.
    let answering = async {
        let call = script.next_call().await;
        call.count(USAGE).await;
        call.write("I would rather not.").await;
        call.finish().await;
        play(script.next_call().await).await;
    };
    let (next, ()) = tokio::join!(engine.interview(about(Some(id))), answering);
    assert_eq!(next.unwrap().id, id);

    let noted = calls(&engine, CallFilter::Interview(id)).await;
    assert_eq!(noted.len(), 3);
    for call in &noted {
        assert_eq!((call.run, call.interview), (None, Some(id)));
        assert_eq!((call.step, call.stage, call.chapter), (None, None, None));
        assert_eq!(call.describe(), "Interview");
        assert_eq!(
            (call.model.as_str(), call.ended),
            ("local:double", CallEnd::Whole)
        );
        assert_eq!(call.spent.tokens(), PER_CALL);
        let sent = engine.call(call.id).await.unwrap();
        assert!(sent.parts.iter().all(|part| part.tokens > 0));
        let all: String = sent.parts.into_iter().map(|part| part.text).collect();
        assert!(all.contains("a bell that nobody hears"), "{all}");
    }
    let page = engine.calls(CallFilter::Interview(id), 2, None).await;
    let page = page.unwrap();
    let rest = engine.calls(CallFilter::Interview(id), 2, page.next);
    assert_eq!([page.items, rest.await.unwrap().items].concat(), noted);

    let story = story_of(&engine, id).await;
    let spent = engine.story_spent(story).await.unwrap();
    assert_eq!(spent.interview, Some((id, spent.total)));
    assert_eq!((spent.total.calls, spent.total.tokens()), (3, 3 * PER_CALL));
    assert_eq!(spent.chapters, []);
    // What a run takes joins it.
    let run = start(&engine, story, NewRun::of(RunKind::World)).await;
    let (run, made) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let whole = engine.story_spent(story).await.unwrap();
    assert_eq!(whole.total.calls, 3 + made);
    assert_eq!(whole.interview, spent.interview);

    // It led to one story alone, and goes with it.
    let other = story_of(&engine, id).await;
    let nothing = engine.story_spent(other).await.unwrap();
    assert_eq!((nothing.total, nothing.interview), (Spent::default(), None));
    let version = engine.story(story).await.unwrap().version;
    engine.delete_story(story, version).await.unwrap();
    let gone = engine.call(noted[0].id).await;
    assert!(matches!(gone, Err(Error::NotFound("call"))));
    let gone = engine.interview(about(Some(id))).await;
    assert!(matches!(gone, Err(Error::NotFound("interview"))));
    story_of(&engine, id).await;
}

#[tokio::test]
async fn a_call_that_fails_is_noted_too() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = engine.begin_interview().await.unwrap().id;
    assert_eq!(calls(&engine, CallFilter::Interview(id)).await, []);
    let failing = async {
        let call = script.next_call().await;
        call.write("{").await;
        call.fail(ModelError::Lasting("The model is gone.".to_owned()))
            .await;
    };
    let (answer, ()) = tokio::join!(engine.interview(about(Some(id))), failing);
    let answer: Result<Interview> = answer;
    assert!(matches!(answer, Err(Error::Model(why)) if why == "The model is gone."));
    let noted = calls(&engine, CallFilter::Interview(id)).await;
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].ended, CallEnd::Broken);
    let sent = engine.call(noted[0].id).await.unwrap();
    assert!(!sent.parts.is_empty());
}

#[tokio::test]
async fn a_call_that_nobody_waits_for_is_stopped_and_noted() {
    let (folder, store, engine, mut script) = measured().await;
    let id = engine.begin_interview().await.unwrap().id;
    let asking = {
        let engine = engine.clone();
        tokio::spawn(async move { engine.interview(about(Some(id))).await })
    };
    let call = script.next_call().await;
    call.write("{").await;
    asking.abort();
    assert!(asking.await.unwrap_err().is_cancelled());
    call.dropped().await;
    assert!(call.is_stopped());
    // Closing waits until it is noted.
    engine.shut_down().await;
    drop((engine, store));
    let (model, _script) = ScriptedModel::new();
    let engine = open(folder.path(), Arc::new(model), 0).await;
    let noted = calls(&engine, CallFilter::Interview(id)).await;
    let ends: Vec<CallEnd> = noted.iter().map(|call| call.ended).collect();
    assert_eq!(ends, [CallEnd::Stopped]);
}

#[tokio::test]
async fn calls_that_belong_to_no_story_are_forgotten_after_a_while() {
    let (_folder, store, engine, mut script) = measured().await;
    let used = talk(&engine, &mut script, None).await.id;
    let story = story_of(&engine, used).await;
    let idle = talk(&engine, &mut script, None).await.id;
    let trial = FinishedCall {
        model: "local:double".to_owned(),
        started_at: Timestamp(1_000),
        first_token_ms: None,
        ended: CallEnd::Broken,
        spent: Spent {
            calls: 1,
            ..Spent::default()
        },
        parts: Vec::new(),
    };
    store
        .record_one_shot(OneShotPurpose::Trial, trial)
        .await
        .unwrap();
    let trials = calls(&engine, CallFilter::Trials).await;
    assert_eq!(trials.len(), 1);
    assert_eq!(trials[0].describe(), "Testing the model");
    assert_eq!((trials[0].run, trials[0].interview), (None, None));

    store.forget_one_shots(Timestamp(1_000)).await.unwrap();
    assert_eq!(calls(&engine, CallFilter::Trials).await.len(), 1);
    assert_eq!(calls(&engine, CallFilter::Interview(idle)).await.len(), 1);
    store.forget_one_shots(Timestamp(i64::MAX)).await.unwrap();
    assert_eq!(calls(&engine, CallFilter::Trials).await, []);
    let gone = engine.calls(CallFilter::Interview(idle), 10, None);
    assert!(matches!(gone.await, Err(Error::NotFound("interview"))));
    assert_eq!(calls(&engine, CallFilter::Interview(used)).await.len(), 1);
    let spent = engine.story_spent(story).await.unwrap();
    assert_eq!(spent.total.calls, 1);
}

#[tokio::test]
async fn the_built_in_storyteller_is_talked_to_without_a_call() {
    let (_folder, engine) = builtin().await;
    let id = engine.interview(about(None)).await.unwrap().id;
    assert_eq!(calls(&engine, CallFilter::Interview(id)).await, []);
    let story = story_of(&engine, id).await;
    let spent = engine.story_spent(story).await.unwrap();
    assert_eq!((spent.total, spent.interview), (Spent::default(), None));
}
