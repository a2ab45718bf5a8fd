//! SIGTERM in the middle of everything.

use crate::{
    machine::{catch_up, take_next},
    scenario::{FaultRow, ScenarioOutcome},
    testbed::{Testbed, written_by},
};
use std::time::{Duration, Instant};
use tests::{
    Binary,
    mean_server::{Manner, RequestKind},
};

/// What the studio promises.
const ENDED_IN: Duration = Duration::from_secs(5);

pub(crate) async fn while_the_model_is_silent() -> ScenarioOutcome {
    let mut slowest = Duration::ZERO;
    for (what, manner) in [
        (RequestKind::World, Manner::HangSilent),
        (RequestKind::Plan, Manner::HangAfter(0)),
        (RequestKind::Prose, Manner::HangAfter(25)),
    ] {
        slowest = slowest.max(ends_in_time(what, manner).await);
    }
    let rounded = (slowest.as_millis() / 500 + 1) * 500;
    Ok(vec![FaultRow {
        fault: "SIGTERM while the model is silent",
        done: "the model hung before its first byte, after its headers and in the middle of a scene; pages \
               had the live stream open, and one of them did not read it"
            .to_owned(),
        studio: format!(
            "ended with status 0, every stream and the model's connection closed, in less than {rounded} ms (the \
             slowest of three; 5 s is the limit)"
        ),
        checked: "after a restart it continues mid-sentence; no attempt was counted; the chapter is what \
                  the model wrote, nothing missing and nothing repeated"
            .to_owned(),
        lost: "0 bytes".to_owned(),
    }])
}

/// Ends the studio while the model hangs, and lets the next one finish the chapter; returns how long the end took.
async fn ends_in_time(what: RequestKind, manner: Manner) -> Duration {
    let mut testbed = Testbed::open().await;
    testbed.mean.next(what, manner);
    let run = testbed.write_chapter().await;
    let hanging = |asked: &[tests::mean_server::ReceivedCall]| {
        asked.last().is_some_and(|last| last.what == what)
    };
    testbed.mean.until(hanging).await;
    if what == RequestKind::Prose {
        while testbed.mirror.text(&run, 1).split_whitespace().count() < 25 {
            take_next(&mut testbed.mirror, &mut testbed.events).await;
        }
    }
    // Another page is open, and one that asks and does not read.
    let mut page = testbed.studio.client.events("/api/v1/events", None).await;
    let unread = testbed
        .studio
        .client
        .events("/api/v1/events?after=0", None)
        .await;
    let Testbed {
        data,
        mean,
        studio,
        story,
        mut mirror,
        mut events,
    } = testbed;
    let began = Instant::now();
    let ended = studio.terminate().await;
    let took = began.elapsed();
    assert_eq!(ended.code(), Some(0));
    assert!(took < ENDED_IN, "{what:?}: {took:?}");
    while page.next().await.is_some() {}
    drop(unread);
    while let Some((seq, name, data)) = events.next().await {
        mirror.apply(seq, &name, &data);
    }
    // The model is left alone at once.
    mean.until(|asked| asked.last().unwrap().hung_up.is_some())
        .await;
    let run_path = format!("/api/v1/runs/{run}");
    let studio = Binary::launch(Testbed::command(data.path(), &mean)).await;
    let mut events = studio
        .client
        .events("/api/v1/events", Some(mirror.last))
        .await;
    while mirror.runs[&run]["status"] != "succeeded" {
        take_next(&mut mirror, &mut events).await;
    }
    catch_up(&mut mirror, &mut events, &studio.client).await;
    let (_, ended) = studio.client.get(&run_path).await;
    assert_eq!(ended["attempt"], 1, "a shutdown costs no attempt: {ended}");
    let text = studio
        .client
        .text(&format!("{story}/chapters/1/text"))
        .await;
    assert_eq!(text, mirror.text(&run, 1));
    assert_eq!(text, written_by(&mean));
    studio.terminate().await;
    took
}
