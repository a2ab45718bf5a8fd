//! The live stream: server-sent events that can be resumed.

use super::parameters::LastEventId;
use crate::{
    problem::Problem,
    request::{Params, Path, id},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header::CACHE_CONTROL},
    response::{
        IntoResponse,
        sse::{Event as SseEvent, Sse},
    },
};
use domain::{Event, EventFrame, HEARTBEAT, RunId};
use engine::Engine;
use futures::{Stream, StreamExt as _, stream::BoxStream};
use serde::Deserialize;
use std::{convert::Infallible, future, time::Duration};
use tokio::time::{Instant, MissedTickBehavior};

/// A comment and a `heartbeat` this often keep connections open and tell a page that we live.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ResumeQuery {
    /// The number of the last event that you have; 0 for all that are kept. Without it the stream begins now.
    after: Option<i64>,
}

/// Live events of everything, as a stream of server-sent events.
///
/// The description of this document says what its events are.
#[utoipa::path(
    get,
    path = "/events",
    params(ResumeQuery, LastEventId),
    responses((status = 200, body = String, content_type = "text/event-stream"))
)]
pub(super) async fn all(
    State(engine): State<Engine>,
    Params(from): Params<ResumeQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    stream(engine, resume_from(&headers, from)?, None).await
}

/// Live events of one run, as a stream of server-sent events.
///
/// The description of this document says what its events are.
#[utoipa::path(
    get,
    path = "/runs/{id}/events",
    params(ResumeQuery, LastEventId),
    responses((status = 200, body = String, content_type = "text/event-stream"))
)]
pub(super) async fn of_run(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    Params(from): Params<ResumeQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    stream(engine, resume_from(&headers, from)?, Some(id(&run, "run")?)).await
}

/// The last event the reader has: the header a browser sends when it comes back wins over the address it
/// began with.
fn resume_from(headers: &HeaderMap, from: ResumeQuery) -> Result<Option<i64>, Problem> {
    let Some(header) = headers.get("last-event-id") else {
        return Ok(from.after);
    };
    header
        .to_str()
        .ok()
        .and_then(|text| text.trim().parse().ok())
        .map(Some)
        .ok_or_else(|| {
            Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
                "Last-Event-ID must be the number of the last event that you have.",
            )
        })
}

async fn stream(
    engine: Engine,
    after: Option<i64>,
    run: Option<RunId>,
) -> Result<impl IntoResponse, Problem> {
    let events = engine
        .follow(after, run)
        .await?
        // An error ends the stream; the reader comes back with the last number it has.
        .take_while(|event| {
            if let Err(error) = event {
                tracing::error!(cause = ?error, "live stream broke");
            }
            future::ready(event.is_ok())
        })
        .filter_map(|event| future::ready(event.ok().and_then(|event| to_sse(&event))));
    let headers = [
        // A proxy passes on what comes as it comes, and keeps none of it.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    let sse = Sse::new(with_heartbeat(events.boxed()).map(Ok::<_, Infallible>));
    Ok((headers, sse))
}

/// The events, and a sign of life between them every [`KEEP_ALIVE`]: a comment, as all streams have, and a named event,
/// since pages don't see comments. It has no number, so that it changes nothing of where a reader goes on.
fn with_heartbeat(events: BoxStream<'static, SseEvent>) -> impl Stream<Item = SseEvent> {
    let mut beats = tokio::time::interval_at(Instant::now() + KEEP_ALIVE, KEEP_ALIVE);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    futures::stream::unfold((events, beats), |(mut events, mut beats)| async move {
        let next = tokio::select! {
            biased;
            _ = beats.tick() => Some(SseEvent::default().comment("").event(HEARTBEAT).data("{}")),
            event = events.next() => event,
        };
        next.map(|event| (event, (events, beats)))
    })
}

/// An event as it is sent; nothing where it can't be written, which the reader sees as a gap between numbers.
fn to_sse(event: &Event) -> Option<SseEvent> {
    match EventFrame::encode(event) {
        Ok(EventFrame { seq, name, data }) => Some(
            SseEvent::default()
                .id(seq.to_string())
                .event(name)
                .data(data),
        ),
        Err(error) => {
            tracing::error!(%error, event.seq, "an event can't be written as JSON");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_quiet_stream_beats_and_a_loud_one_does_too() {
        let quiet = futures::stream::pending().boxed();
        let beats: Vec<_> = with_heartbeat(quiet).take(3).collect().await;
        assert!(
            beats
                .iter()
                .all(|beat| format!("{beat:?}").contains("heartbeat"))
        );
        // An event every second: the beats come all the same.
        let ticks = tokio::time::interval(Duration::from_secs(1));
        let loud = futures::stream::unfold(ticks, |mut ticks| async move {
            ticks.tick().await;
            Some((SseEvent::default().event("text"), ticks))
        });
        let seen: Vec<_> = with_heartbeat(loud.boxed()).take(40).collect().await;
        let beats = seen
            .iter()
            .filter(|event| format!("{event:?}").contains("heartbeat"));
        assert_eq!(beats.count(), 2);
    }
}
