//! The live stream: server-sent events that can be resumed.

use super::ACTOR;
use crate::{
    problem::Problem,
    request::{Params, id},
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::sse::{Event as SseEvent, KeepAlive, Sse},
};
use domain::{Event, EventBody, RunId};
use engine::Engine;
use futures::{Stream, StreamExt as _};
use serde::Deserialize;
use std::{convert::Infallible, future, time::Duration};

/// A comment this often keeps connections open and tells a browser that we live.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

#[derive(Deserialize)]
pub(super) struct From {
    after: Option<i64>,
}

pub(super) async fn all(
    State(engine): State<Engine>,
    Params(from): Params<From>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<SseEvent, Infallible>>>, Problem> {
    stream(engine, resume_from(&headers, from)?, None).await
}

pub(super) async fn of_run(
    State(engine): State<Engine>,
    Path(run): Path<String>,
    Params(from): Params<From>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<SseEvent, Infallible>>>, Problem> {
    stream(engine, resume_from(&headers, from)?, Some(id(&run, "run")?)).await
}

/// The last event the reader has: the header a browser sends when it comes back wins over the address it
/// began with.
fn resume_from(headers: &HeaderMap, from: From) -> Result<Option<i64>, Problem> {
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
) -> Result<Sse<impl Stream<Item = Result<SseEvent, Infallible>>>, Problem> {
    let events = engine
        .follow(ACTOR, after, run)
        .await?
        // An error ends the stream; the reader comes back with the last number it has.
        .take_while(|event| {
            if let Err(error) = event {
                tracing::error!(cause = ?error, "live stream broke");
            }
            future::ready(event.is_ok())
        })
        .filter_map(|event| future::ready(event.ok()))
        .map(|event| Ok(to_sse(&event)));
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}

fn to_sse(event: &Event) -> SseEvent {
    SseEvent::default()
        .id(event.seq.to_string())
        .event(event.body.name())
        .data(data(&event.body))
}

/// The variant's own data; its name is the event's name.
fn data(body: &EventBody) -> String {
    let value = serde_json::to_value(body).unwrap_or_default();
    match value {
        serde_json::Value::Object(fields) => fields
            .into_iter()
            .next()
            .map(|(_, data)| data.to_string())
            .unwrap_or_default(),
        other => other.to_string(),
    }
}
