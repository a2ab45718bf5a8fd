//! What calls to models took, what was sent, and what a run may use up.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use domain::{
    AtLimit, Budget, CallEnd, CallsOf, EventBody, ModelServer, NewRun, Price, Run, RunId, RunKind,
    RunPatch, SettingsChange, Spent, Status, StoryId,
};
use engine::{
    Engine, Error,
    model::{
        Usage,
        scripted::{Script, ScriptedCall, ScriptedModel},
    },
    store::{CallLog as _, SqliteStore},
};
use std::sync::Arc;
use support::{ACTOR, all_events, builtin, first_draft, is_draft, over, story, until, written};
use tempfile::TempDir;

/// What the double says that a call read and wrote.
const USAGE: Usage = Usage {
    prompt: 100,
    cached: 40,
    answer: 50,
};
const PER_CALL: u64 = 150;

/// An engine whose model has a context, as those on servers have, so that its calls are noted; one worker.
async fn measured() -> (TempDir, Arc<SqliteStore>, Engine, Script) {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
    let (model, script) = ScriptedModel::new();
    let model = model.named("local:double").with_context(8_192);
    let engine = over(Arc::clone(&store), Arc::new(model), 1).await;
    (folder, store, engine, script)
}

/// Answers as the built-in writer would, and says what it took.
async fn play(call: ScriptedCall) {
    call.count(USAGE).await;
    call.play().await;
}

/// Answers every call until the run is as wanted; answers how many there were.
async fn play_until(
    engine: &Engine,
    script: &mut Script,
    run: RunId,
    wanted: impl Fn(&Run) -> bool,
) -> (Run, u64) {
    let mut calls = 0;
    let all = async {
        loop {
            play(script.next_call().await).await;
            calls += 1;
        }
    };
    let run = tokio::select! {
        run = until(engine, run, wanted) => run,
        () = all => unreachable!(),
    };
    (run, calls)
}

fn rests(run: &Run) -> bool {
    run.status.is_ended() || run.status == Status::Paused
}

fn within(kind: RunKind, tokens: u64, then: AtLimit) -> NewRun {
    let budget = Budget {
        tokens: Some(tokens),
        cost: None,
        then,
    };
    NewRun {
        budget: Some(budget),
        chapter: (kind == RunKind::Chapter).then_some(1),
        ..NewRun::of(kind)
    }
}

async fn start(engine: &Engine, story: StoryId, new: NewRun) -> RunId {
    engine.start(ACTOR, story, new, None).await.unwrap().id
}

/// Has the outline made, so that the next run begins with its chapter.
async fn outlined(engine: &Engine, script: &mut Script, story: StoryId) {
    let run = start(engine, story, NewRun::of(RunKind::Outline)).await;
    let (run, _) = play_until(engine, script, run, rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
}

/// What the author was told of a run's budget.
async fn told(engine: &Engine, run: RunId) -> Vec<String> {
    let events = all_events(engine).await;
    let notices = events.into_iter().filter_map(|event| match event.body {
        EventBody::Notice { text, run: of, .. } if of == Some(run) => Some(text),
        _ => None,
    });
    notices.filter(|text| text.contains("budget")).collect()
}

#[tokio::test]
async fn a_warning_comes_once_and_the_run_goes_on() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await.id;
    let run = start(
        &engine,
        story,
        within(RunKind::Chapter, PER_CALL * 2, AtLimit::Warn),
    )
    .await;
    let (run, calls) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert!(calls > 4, "{calls} calls");
    assert_eq!(run.spent.calls, calls);
    assert_eq!(run.spent.tokens(), calls * PER_CALL);
    assert_eq!(
        told(&engine, run.id).await,
        ["This run has used up its budget. It goes on."]
    );
}

#[tokio::test]
async fn a_run_pauses_after_the_chapter_and_goes_on_beyond_its_budget() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 3).await.id;
    outlined(&engine, &mut script, story).await;
    let new = within(RunKind::AllChapters, 1, AtLimit::StopAfterChapter);
    let run = start(&engine, story, new).await;
    let (run, calls) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!(run.status, Status::Paused);
    assert!(calls > 2, "the chapter was finished: {calls} calls");
    let chapters = engine.chapters(ACTOR, story).await.unwrap();
    assert!(chapters[0].is_finished() && !chapters[1].is_finished());
    assert_eq!(
        told(&engine, run.id).await,
        ["This run has used up its budget. It pauses after this chapter."]
    );
    // Whoever lets it go on knows.
    engine.resume(ACTOR, run.id).await.unwrap();
    let (run, _) = play_until(&engine, &mut script, run.id, |run| run.status.is_ended()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(told(&engine, run.id).await.len(), 1);
}

#[tokio::test]
async fn where_no_chapter_is_under_way_there_is_none_to_finish() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 2).await.id;
    let new = within(RunKind::AllChapters, 1, AtLimit::StopAfterChapter);
    let run = start(&engine, story, new).await;
    let (run, calls) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!((run.status, calls), (Status::Paused, 1));
    // The world that was paid for is not paid for twice.
    engine.resume(ACTOR, run.id).await.unwrap();
    let call = script.next_call().await;
    assert!(matches!(
        call.call.assignment,
        engine::model::Assignment::Outline { .. }
    ));
    assert!(!engine.world(ACTOR, story).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_run_stops_at_once_with_its_text_kept_and_goes_on_from_there() {
    const BEGINNING: &str = "The radio spoke at four. It said her na";
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await.id;
    outlined(&engine, &mut script, story).await;
    // The plan fits in; the first call for prose does not.
    let new = within(RunKind::Chapter, PER_CALL * 2, AtLimit::StopNow);
    let run = start(&engine, story, new).await;
    let draft = loop {
        let call = script.next_call().await;
        if is_draft(&call.call) {
            break call;
        }
        play(call).await;
    };
    draft.write(BEGINNING).await;
    written(&engine, run, BEGINNING).await;
    draft.count(USAGE).await;
    draft.stop_at_length().await;
    let paused = until(&engine, run, rests).await;
    assert_eq!(paused.status, Status::Paused);
    assert!(paused.control.can_resume);
    let kept = engine.draft(ACTOR, run).await.unwrap().unwrap();
    assert_eq!(kept.text, BEGINNING);
    assert_eq!(
        told(&engine, run).await,
        ["This run has used up its budget. It is paused; resume to go on beyond it."]
    );
    engine.resume(ACTOR, run).await.unwrap();
    let draft = first_draft(&mut script).await;
    assert_eq!(draft.call.prefix, BEGINNING, "in mid-sentence");
    draft.write("me.").await;
    draft.finish().await;
    let (run, _) = play_until(&engine, &mut script, run, |run| run.status.is_ended()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(told(&engine, run.id).await.len(), 1);
}

#[tokio::test]
async fn a_new_budget_counts_anew_and_one_without_limits_takes_it_away() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await.id;
    outlined(&engine, &mut script, story).await;
    let new = within(RunKind::Chapter, 1, AtLimit::StopNow);
    let run = start(&engine, story, new).await;
    let (run, calls) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!((run.status, calls), (Status::Paused, 1));
    let budget = Budget {
        tokens: Some(PER_CALL * 2),
        cost: None,
        then: AtLimit::StopNow,
    };
    let change = |budget| RunPatch {
        budget: Some(budget),
        ..RunPatch::default()
    };
    let changed = engine
        .update_run(ACTOR, run.id, change(budget), run.version)
        .await
        .unwrap();
    assert_eq!(changed.budget, Some(budget));
    engine.resume(ACTOR, run.id).await.unwrap();
    let at_two = |run: &Run| rests(run) && run.spent.calls == 2;
    let (run, calls) = play_until(&engine, &mut script, run.id, at_two).await;
    assert_eq!((run.status, calls), (Status::Paused, 1));
    assert_eq!(told(&engine, run.id).await.len(), 2);

    // Other changes leave it as it is.
    let sooner = RunPatch {
        priority: Some(5),
        ..RunPatch::default()
    };
    let run = engine
        .update_run(ACTOR, run.id, sooner, run.version)
        .await
        .unwrap();
    assert_eq!(run.budget, Some(budget));
    let run = engine
        .update_run(ACTOR, run.id, change(Budget::default()), run.version)
        .await
        .unwrap();
    assert_eq!(run.budget, None);
    engine.resume(ACTOR, run.id).await.unwrap();
    let (run, _) = play_until(&engine, &mut script, run.id, |run| run.status.is_ended()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
}

#[tokio::test]
async fn a_budget_that_makes_no_sense_is_refused_in_words() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 1).await.id;
    let none = Budget::default();
    let bad = [
        Budget {
            tokens: Some(0),
            ..none
        },
        Budget {
            tokens: Some(2_000_000_000),
            ..none
        },
        Budget {
            cost: Some(0.0),
            ..none
        },
        Budget {
            cost: Some(-1.0),
            ..none
        },
        Budget {
            cost: Some(1e9),
            ..none
        },
    ];
    engine.hold_queue(ACTOR).await.unwrap();
    let run = engine
        .start(ACTOR, story, NewRun::chapter(1), None)
        .await
        .unwrap();
    for budget in bad {
        let new = NewRun {
            budget: Some(budget),
            ..NewRun::chapter(1)
        };
        let refused = engine.start(ACTOR, story, new, None).await;
        assert!(
            matches!(&refused, Err(Error::Invalid(why)) if why.contains("budget")),
            "{refused:?}"
        );
        let patch = RunPatch {
            budget: Some(budget),
            ..RunPatch::default()
        };
        let refused = engine.update_run(ACTOR, run.id, patch, run.version).await;
        assert!(matches!(&refused, Err(Error::Invalid(_))), "{refused:?}");
    }
    // One without limits is none.
    let new = NewRun {
        budget: Some(none),
        ..NewRun::chapter(1)
    };
    let run = engine.start(ACTOR, story, new, None).await.unwrap();
    assert_eq!(run.budget, None);
}

fn is_sum(sum: &Spent, of: &[Spent]) {
    let mut all = Spent::default();
    of.iter().for_each(|part| all.add(part));
    let counts = |spent: &Spent| {
        let Spent {
            calls,
            prompt_tokens,
            cached_tokens,
            answer_tokens,
            thinking_tokens,
            ..
        } = *spent;
        [
            calls,
            prompt_tokens,
            cached_tokens,
            answer_tokens,
            thinking_tokens,
        ]
    };
    assert_eq!(counts(sum), counts(&all));
    assert!(
        (sum.cost - all.cost).abs() < 1e-9,
        "{} {}",
        sum.cost,
        all.cost
    );
    assert!((sum.seconds - all.seconds).abs() < 1e-6);
}

async fn spent_by(engine: &Engine, of: CallsOf) -> Vec<Spent> {
    let calls = engine.calls(ACTOR, of, 200, None).await.unwrap();
    assert_eq!(calls.next, None);
    calls.items.into_iter().map(|call| call.spent).collect()
}

#[tokio::test]
async fn calls_add_up_by_run_by_chapter_and_by_story() {
    let (_folder, _store, engine, mut script) = measured().await;
    let priced = ModelServer {
        id: "local".to_owned(),
        url: "http://127.0.0.1:9/v1".to_owned(),
        at_once: 1,
        price: Some(Price {
            prompt: 2.0,
            answer: 10.0,
        }),
        ..ModelServer::default()
    };
    let settings = engine.settings(ACTOR).await.unwrap();
    let mut preferences = settings.preferences.clone();
    preferences.servers.push(priced);
    let change = SettingsChange {
        preferences,
        ..SettingsChange::default()
    };
    engine
        .change_settings(ACTOR, change, settings.revision)
        .await
        .unwrap();
    let story = story(&engine, 2).await.id;
    let mut runs = Vec::new();
    for new in [
        NewRun::of(RunKind::AllChapters),
        NewRun {
            chapter: Some(2),
            feedback: Some("Colder.".to_owned()),
            ..NewRun::of(RunKind::Rewrite)
        },
    ] {
        let run = start(&engine, story, new).await;
        let (run, _) = play_until(&engine, &mut script, run, rests).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
        is_sum(&run.spent, &spent_by(&engine, CallsOf::Run(run.id)).await);
        let cost = (2.0 * 100.0 + 10.0 * 50.0) / 1e6 * run.spent.calls as f64;
        assert!((run.spent.cost - cost).abs() < 1e-9, "{}", run.spent.cost);
        assert_eq!(run.spent.cached_tokens, run.spent.calls * 40);
        runs.push(run.spent);
    }
    let whole = engine.story_spent(ACTOR, story).await.unwrap();
    is_sum(&whole.total, &runs);
    let numbers: Vec<u32> = whole.chapters.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 2]);
    for (number, spent) in &whole.chapters {
        is_sum(
            spent,
            &spent_by(&engine, CallsOf::Chapter(story, *number)).await,
        );
    }
    // World and outline: one call each, in the total alone.
    let in_chapters: u64 = whole.chapters.iter().map(|(_, spent)| spent.calls).sum();
    assert_eq!(whole.total.calls, in_chapters + 2);
    let second = whole.chapters[1].1;
    assert!(second.calls > whole.chapters[0].1.calls);

    // What a chapter took stays with it when it moves up; what is deleted is still paid for.
    let first = engine.chapter(ACTOR, story, 1).await.unwrap();
    engine
        .delete_chapter(ACTOR, story, 1, first.version)
        .await
        .unwrap();
    let after = engine.story_spent(ACTOR, story).await.unwrap();
    assert_eq!(after.total, whole.total);
    assert_eq!(after.chapters, [(1, second)]);
}

#[tokio::test]
async fn calls_are_listed_page_by_page_and_old_prompts_are_forgotten() {
    let (_folder, store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await.id;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let (run, made) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let of = CallsOf::Run(run.id);
    let all = engine.calls(ACTOR, of, 200, None).await.unwrap().items;
    assert_eq!(all.len() as u64, made);
    let first = engine.calls(ACTOR, of, 2, None).await.unwrap();
    let rest = engine
        .calls(ACTOR, of, 200, first.next.clone())
        .await
        .unwrap();
    assert_eq!([first.items, rest.items].concat(), all);
    assert!(
        all.iter()
            .all(|call| call.ended == CallEnd::Whole && call.model == "local:double")
    );
    assert_eq!(all.last().unwrap().describe(), "Imagining the world");
    assert_eq!(all[0].describe(), "Checking chapter 1");

    let kept = async || {
        let mut kept = 0;
        for call in &all {
            let sent = engine.call(ACTOR, call.id).await.unwrap();
            assert_eq!(&sent.record, call);
            kept += u64::from(!sent.parts.is_empty());
        }
        kept
    };
    assert_eq!(kept().await, made);
    store.forget_prompts(2).await.unwrap();
    assert_eq!(kept().await, 2);
    let newest = engine.call(ACTOR, all[0].id).await.unwrap();
    assert!(
        newest
            .parts
            .iter()
            .all(|part| part.tokens > 0 && !part.text.is_empty())
    );
    // What they took is not forgotten.
    assert_eq!(engine.run(ACTOR, run.id).await.unwrap().spent, run.spent);
}

#[tokio::test]
async fn the_built_in_storyteller_makes_no_calls() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 1).await.id;
    let run = start(
        &engine,
        story,
        within(RunKind::Chapter, 1, AtLimit::StopNow),
    )
    .await;
    let run = support::ended(&engine, run).await;
    assert_eq!(run.status, Status::Succeeded);
    assert_eq!(run.spent, Spent::default());
    let of = [CallsOf::Run(run.id), CallsOf::Chapter(story, 1)];
    for of in of {
        assert_eq!(spent_by(&engine, of).await, []);
    }
    let spent = engine.story_spent(ACTOR, story).await.unwrap();
    assert_eq!(
        (spent.total, spent.chapters),
        (Spent::default(), Vec::new())
    );
    let missing = engine
        .calls(ACTOR, CallsOf::Chapter(story, 9), 10, None)
        .await;
    assert!(matches!(missing, Err(Error::NotFound("chapter"))));
}
