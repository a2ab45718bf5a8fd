//! A panic in a worker, wherever it comes from: here the log panics, as it does in a process whose stderr is gone.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "suite/support/mod.rs"]
mod support;

use domain::{NewRun, RunKind, Status};
use std::{
    fmt,
    sync::atomic::{AtomicU32, Ordering},
};
use support::{builtin, ended, story};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

/// So many log lines of a run's beginning panic.
static PANICS: AtomicU32 = AtomicU32::new(0);

struct Panicking;

struct Says(bool);

impl Visit for Says {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0 |= field.name() == "message" && format!("{value:?}") == "run begins";
    }
}

impl Subscriber for Panicking {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut says = Says(false);
        event.record(&mut says);
        if says.0 {
            let take = |left: u32| left.checked_sub(1);
            let left = PANICS.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take);
            assert!(left.is_err(), "failed printing to stderr: Broken pipe");
        }
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn a_worker_that_panics_is_started_again_and_its_run_goes_on() {
    let (_folder, engine) = builtin().await;
    let story = story(&engine, 1).await;
    tracing::subscriber::set_global_default(Panicking).unwrap();
    PANICS.store(2, Ordering::SeqCst);
    let request = NewRun {
        chapter: Some(1.into()),
        ..NewRun::of(RunKind::Chapter)
    };
    let run = engine.start(story.id, request, None).await.unwrap();
    let run = ended(&engine, run.id).await;
    assert_eq!(
        (run.status, run.attempt),
        (Status::Succeeded, 3),
        "{:?}",
        run.error
    );
    engine.ready().await.unwrap();
    engine.shut_down().await;
}
