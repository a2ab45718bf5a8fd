//! SIGTERM in the middle of everything.

use crate::{
    desk::{Desk, written_by},
    machine::{catch_up, take_next},
    scenario::{Outcome, Row},
};
use std::time::{Duration, Instant};
use tests::{
    Binary,
    mean_server::{Manner, What},
};

/// What the studio promises.
const ENDED_IN: Duration = Duration::from_secs(5);

pub async fn while_the_model_is_silent() -> Outcome {
    let mut slowest = Duration::ZERO;
    for (what, manner) in [
        (What::World, Manner::HangSilent),
        (What::Plan, Manner::HangAfter(0)),
        (What::Prose, Manner::HangAfter(25)),
    ] {
        let mut desk = Desk::open().await;
        desk.mean.next(what, manner);
        let run = desk.write_chapter().await;
        let hanging = |asked: &[tests::mean_server::Asked]| {
            asked.last().is_some_and(|last| last.what == what)
        };
        desk.mean.until(hanging).await;
        if what == What::Prose {
            while desk.told.text(&run, 1).split_whitespace().count() < 25 {
                take_next(&mut desk.told, &mut desk.events).await;
            }
        }
        // Another page is open, and one that asks and does not read.
        let mut page = desk.studio.client.events("/api/v1/events", None).await;
        let unread = desk
            .studio
            .client
            .events("/api/v1/events?after=0", None)
            .await;
        let Desk {
            data,
            mean,
            studio,
            story,
            mut told,
            mut events,
        } = desk;
        let began = Instant::now();
        let ended = studio.terminate().await;
        let took = began.elapsed();
        assert_eq!(ended.code(), Some(0));
        assert!(took < ENDED_IN, "{what:?}: {took:?}");
        slowest = slowest.max(took);
        while page.next().await.is_some() {}
        drop(unread);
        while let Some((seq, name, data)) = events.next().await {
            told.take(seq, &name, &data);
        }
        // The model is left alone at once.
        mean.until(|asked| asked.last().unwrap().hung_up.is_some())
            .await;
        let run_path = format!("/api/v1/runs/{run}");
        let studio = Binary::launch(Desk::command(data.path(), &mean)).await;
        let mut events = studio
            .client
            .events("/api/v1/events", Some(told.last))
            .await;
        while told.runs[&run]["status"] != "succeeded" {
            take_next(&mut told, &mut events).await;
        }
        catch_up(&mut told, &mut events, &studio.client).await;
        let (_, ended) = studio.client.get(&run_path).await;
        assert_eq!(ended["attempt"], 1, "a shutdown costs no attempt: {ended}");
        let text = studio
            .client
            .text(&format!("{}/chapters/1/text", story))
            .await;
        assert_eq!(text, told.text(&run, 1));
        assert_eq!(text, written_by(&mean));
        studio.terminate().await;
    }
    let rounded = (slowest.as_millis() / 500 + 1) * 500;
    Ok(vec![Row {
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
