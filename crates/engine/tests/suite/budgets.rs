//! What a run may use up, and what happens then.

use crate::support::{
    all_events, builtin, first_draft, is_draft,
    measured::{PER_CALL, USAGE, measured, outlined, play, play_until, rests, start, within},
    story, until, written,
};
use domain::{AtLimit, Budget, EventBody, NewRun, Run, RunId, RunKind, RunPatch, Status};
use engine::{Engine, Error, model::ModelError};

/// What the author was told of a run's budget.
async fn notices(engine: &Engine, run: RunId) -> Vec<String> {
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
        notices(&engine, run.id).await,
        ["This run has used up its budget. The run continues."]
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
    let chapters = engine.chapters(story).await.unwrap();
    assert!(chapters[0].is_finished() && !chapters[1].is_finished());
    assert_eq!(
        notices(&engine, run.id).await,
        ["This run has used up its budget. It will pause after this chapter."]
    );
    // Whoever lets it go on knows.
    engine.resume(run.id).await.unwrap();
    let (run, _) = play_until(&engine, &mut script, run.id, |run| run.status.is_ended()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(notices(&engine, run.id).await.len(), 1);
}

#[tokio::test]
async fn the_pause_after_the_chapter_outlives_a_failure_within_it() {
    let (_folder, _store, engine, mut script) = measured().await;
    let story = story(&engine, 3).await.id;
    outlined(&engine, &mut script, story).await;
    let new = within(RunKind::AllChapters, 1, AtLimit::StopAfterChapter);
    let run = start(&engine, story, new).await;
    let draft = loop {
        let call = script.next_call().await;
        if is_draft(&call.call) {
            break call;
        }
        play(call).await;
    };
    draft
        .fail(ModelError::Lasting("The key is wrong.".to_owned()))
        .await;
    let failed = until(&engine, run, rests).await;
    assert_eq!(failed.status, Status::Failed);
    assert!(failed.control.pause_after_chapter);
    engine.retry(run).await.unwrap();
    let at_rest = |run: &Run| run.status == Status::Paused || run.status == Status::Succeeded;
    let (run, _) = play_until(&engine, &mut script, run, at_rest).await;
    assert_eq!(run.status, Status::Paused);
    assert!(!run.control.pause_after_chapter, "it has had its pause");
    let chapters = engine.chapters(story).await.unwrap();
    assert!(chapters[0].is_finished() && !chapters[1].is_finished());
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
    engine.resume(run.id).await.unwrap();
    let call = script.next_call().await;
    assert!(matches!(
        call.call.assignment,
        engine::model::Assignment::Outline { .. }
    ));
    assert!(!engine.world(story).await.unwrap().is_empty());
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
    let kept = engine.draft(run).await.unwrap().unwrap();
    assert_eq!(kept.text, BEGINNING);
    assert_eq!(
        notices(&engine, run).await,
        ["This run has used up its budget. It is paused. Resume it to continue beyond the budget."]
    );
    engine.resume(run).await.unwrap();
    let draft = first_draft(&mut script).await;
    assert_eq!(draft.call.prefix, BEGINNING, "in mid-sentence");
    draft.write("me.").await;
    draft.finish().await;
    let (run, _) = play_until(&engine, &mut script, run, |run| run.status.is_ended()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(notices(&engine, run.id).await.len(), 1);
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
        .update_run(run.id, change(budget), run.version)
        .await
        .unwrap();
    assert_eq!(changed.budget, Some(budget));
    engine.resume(run.id).await.unwrap();
    let at_two = |run: &Run| rests(run) && run.spent.calls == 2;
    let (run, calls) = play_until(&engine, &mut script, run.id, at_two).await;
    assert_eq!((run.status, calls), (Status::Paused, 1));
    assert_eq!(notices(&engine, run.id).await.len(), 2);

    // Other changes leave it as it is.
    let sooner = RunPatch {
        priority: Some(5),
        ..RunPatch::default()
    };
    let run = engine
        .update_run(run.id, sooner, run.version)
        .await
        .unwrap();
    assert_eq!(run.budget, Some(budget));
    let run = engine
        .update_run(run.id, change(Budget::default()), run.version)
        .await
        .unwrap();
    assert_eq!(run.budget, None);
    engine.resume(run.id).await.unwrap();
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
    engine.pause_queue().await.unwrap();
    let run = engine.start(story, NewRun::chapter(1), None).await.unwrap();
    for budget in bad {
        let new = NewRun {
            budget: Some(budget),
            ..NewRun::chapter(1)
        };
        let refused = engine.start(story, new, None).await;
        assert!(
            matches!(&refused, Err(Error::Invalid(why)) if why.starts_with("Enter ") || why.contains("budget")),
            "{refused:?}"
        );
        let patch = RunPatch {
            budget: Some(budget),
            ..RunPatch::default()
        };
        let refused = engine.update_run(run.id, patch, run.version).await;
        assert!(matches!(&refused, Err(Error::Invalid(_))), "{refused:?}");
    }
    // One without limits is none.
    let new = NewRun {
        budget: Some(none),
        ..NewRun::chapter(1)
    };
    let run = engine.start(story, new, None).await.unwrap();
    assert_eq!(run.budget, None);
}

#[tokio::test]
async fn what_is_open_already_is_not_answered_for_a_request_with_another_budget_or_priority() {
    let (_folder, _store, engine, _script) = measured().await;
    let story = story(&engine, 1).await.id;
    engine.pause_queue().await.unwrap();
    let open = start(&engine, story, NewRun::chapter(1)).await;
    let limited = within(RunKind::Chapter, 10_000, AtLimit::Warn);
    let first = NewRun {
        priority: Some(1),
        ..NewRun::chapter(1)
    };
    for other in [limited.clone(), first] {
        let refused = engine.start(story, other, None).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Conflict(says) if says.contains("under Queue")),
            "{refused:?}"
        );
    }
    // Without one it is the same request, and with the same one, too.
    assert_eq!(start(&engine, story, NewRun::chapter(1)).await, open);
    engine.request_cancel(open).await.unwrap();
    let open = start(&engine, story, limited.clone()).await;
    assert_eq!(start(&engine, story, limited).await, open);
}
