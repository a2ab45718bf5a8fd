//! What calls to models took, and what was sent.

use crate::support::{
    builtin,
    measured::{measured, play_until, rests, start, within},
    story,
};
use domain::{
    AtLimit, CallEnd, CallFilter, ModelServer, NewRun, Price, RunKind, SettingsChange, Spent,
    Status,
};
use engine::{Engine, Error, store::CallLog as _};

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

async fn spent_by(engine: &Engine, of: CallFilter) -> Vec<Spent> {
    let calls = engine.calls(of, 200, None).await.unwrap();
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
    let settings = engine.settings().await.unwrap();
    let mut preferences = settings.preferences.clone();
    preferences.servers.push(priced);
    let change = SettingsChange {
        preferences: preferences.into(),
        ..SettingsChange::default()
    };
    engine
        .change_settings(change, settings.revision)
        .await
        .unwrap();
    let story = story(&engine, 2).await.id;
    let mut runs = Vec::new();
    for new in [
        NewRun::of(RunKind::AllChapters),
        NewRun {
            chapter: Some(2.into()),
            feedback: Some("Colder.".to_owned()),
            ..NewRun::of(RunKind::Rewrite)
        },
    ] {
        let run = start(&engine, story, new).await;
        let (run, _) = play_until(&engine, &mut script, run, rests).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
        is_sum(
            &run.spent,
            &spent_by(&engine, CallFilter::Run(run.id)).await,
        );
        let cost = (2.0 * 100.0 + 10.0 * 50.0) / 1e6 * run.spent.calls as f64;
        assert!((run.spent.cost - cost).abs() < 1e-9, "{}", run.spent.cost);
        assert_eq!(run.spent.cached_tokens, run.spent.calls * 40);
        runs.push(run.spent);
    }
    let whole = engine.story_spent(story).await.unwrap();
    is_sum(&whole.total, &runs);
    let numbers: Vec<u32> = whole.chapters.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 2]);
    for (number, spent) in &whole.chapters {
        is_sum(
            spent,
            &spent_by(&engine, CallFilter::Chapter(story, (*number).into())).await,
        );
    }
    // World and outline: one call each, in the total alone.
    let in_chapters: u64 = whole.chapters.iter().map(|(_, spent)| spent.calls).sum();
    assert_eq!(whole.total.calls, in_chapters + 2);
    let second = whole.chapters[1].1;
    assert!(second.calls > whole.chapters[0].1.calls);

    // What a chapter took stays with it when it moves up; what is deleted is still paid for.
    let first = engine.chapter(story, 1).await.unwrap();
    engine
        .delete_chapter(story, 1, first.version)
        .await
        .unwrap();
    let after = engine.story_spent(story).await.unwrap();
    // Seconds are added up in another order now.
    is_sum(&after.total, &[whole.total]);
    let [(1, left)] = after.chapters[..] else {
        panic!("{:?}", after.chapters);
    };
    is_sum(&left, &[second]);
}

#[tokio::test]
async fn calls_are_listed_page_by_page_and_old_prompts_are_forgotten() {
    let (_folder, store, engine, mut script) = measured().await;
    let story = story(&engine, 1).await.id;
    let run = start(&engine, story, NewRun::chapter(1)).await;
    let (run, made) = play_until(&engine, &mut script, run, rests).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let of = CallFilter::Run(run.id);
    let all = engine.calls(of, 200, None).await.unwrap().items;
    assert_eq!(all.len() as u64, made);
    let first = engine.calls(of, 2, None).await.unwrap();
    let rest = engine.calls(of, 200, first.next.clone()).await.unwrap();
    assert_eq!([first.items, rest.items].concat(), all);
    assert!(
        all.iter()
            .all(|call| call.ended == CallEnd::Whole && call.model == "local:double")
    );
    assert_eq!(all.last().unwrap().describe(), "Generating the world");
    assert_eq!(all[0].describe(), "Checking chapter 1");

    let kept = async || {
        let mut kept = 0;
        for call in &all {
            let sent = engine.call(call.id).await.unwrap();
            assert_eq!(&sent.record, call);
            kept += u64::from(!sent.parts.is_empty());
        }
        kept
    };
    assert_eq!(kept().await, made);
    store.forget_prompts(2).await.unwrap();
    assert_eq!(kept().await, 2);
    let newest = engine.call(all[0].id).await.unwrap();
    assert!(
        newest
            .parts
            .iter()
            .all(|part| part.tokens > 0 && !part.text.is_empty())
    );
    // What they took is not forgotten.
    assert_eq!(engine.run(run.id).await.unwrap().spent, run.spent);
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
    let run = crate::support::ended(&engine, run).await;
    assert_eq!(run.status, Status::Succeeded);
    assert_eq!(run.spent, Spent::default());
    let of = [
        CallFilter::Run(run.id),
        CallFilter::Chapter(story, 1.into()),
    ];
    for of in of {
        assert_eq!(spent_by(&engine, of).await, []);
    }
    let spent = engine.story_spent(story).await.unwrap();
    assert_eq!(
        (spent.total, spent.chapters),
        (Spent::default(), Vec::new())
    );
    let missing = engine
        .calls(CallFilter::Chapter(story, 9.into()), 10, None)
        .await;
    assert!(matches!(missing, Err(Error::NotFound("chapter"))));
}
