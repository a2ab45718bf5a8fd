//! Sending a call and reading its answer, piece by piece, within the time limits.

use super::{
    call_limiter::CallPermit,
    connect,
    failure::CallFailure,
    reader::{Reader, StreamEnd},
    refusal,
    server::Server,
    server_model::ServerModel,
    sse::{SseEvent, SseParser, TooLong},
    unsupported_params::UnsupportedParams,
};
use futures::{StreamExt as _, stream};
use reqwest::{Method, Response, header::CONTENT_TYPE};
use serde_json::Value;
use std::{collections::VecDeque, time::Duration};
use tokio::time::{Instant, timeout, timeout_at};
use writing::{AnswerStream, ModelError, Piece};

/// After a finish reason, what may still follow (counts, the end) is not waited for longer.
const GRACE: Duration = Duration::from_secs(1);

/// Sends a call and waits for the answer to begin. What kind of answer it is is seen by its content.
pub(super) async fn send(server: &Server, body: &Value) -> Result<Response, CallFailure> {
    let mut limits = server.0.limits;
    if body["stream"] == false {
        // It begins when it is done.
        limits.first_token = limits.first_token.max(limits.whole_call);
    }
    let request = server.request(Method::POST, "chat/completions").json(body);
    let sent = timeout(Duration::from_secs_f64(limits.first_token), request.send()).await;
    let response = sent
        .map_err(|_| CallFailure::TooSlow("to begin its answer", limits.first_token))?
        .map_err(|error| connect::of_send(&error, server))?;
    match response.status().is_success() {
        true => Ok(response),
        false => Err(refusal::of_response(response).await),
    }
}

struct StreamState<S> {
    model: ServerModel,
    asked: SentRequest,
    /// What the answer is labelled as.
    label: String,
    bytes: S,
    events: SseParser,
    /// Events that were not looked at yet.
    unread: VecDeque<SseEvent>,
    reader: Reader,
    ready: VecDeque<Piece>,
    ended: bool,
    begun: bool,
    until: Instant,
    /// When the last event came.
    last: Instant,
    // The next call is let through when this answer is over or dropped.
    _turn: CallPermit,
}

/// What an answer is an answer to.
pub(super) struct SentRequest {
    /// The call as it was sent.
    pub(super) body: Value,
    /// The tokens that the prompt was made for.
    pub(super) context: u32,
    /// What was known not to be taken.
    pub(super) unsupported: UnsupportedParams,
}

/// The pieces of a response. Dropping them closes the connection: the server stops working.
pub(super) fn pieces(
    model: ServerModel,
    asked: SentRequest,
    response: Response,
    turn: CallPermit,
    reader: Reader,
) -> AnswerStream {
    let limits = model.server.0.limits;
    let label = response.headers().get(CONTENT_TYPE);
    let label = label.and_then(|value| value.to_str().ok());
    let now = Instant::now();
    let reading = StreamState {
        reader,
        label: label.unwrap_or_default().chars().take(60).collect(),
        bytes: Box::pin(response.bytes_stream()),
        events: SseParser::default(),
        unread: VecDeque::new(),
        ready: VecDeque::new(),
        ended: false,
        begun: false,
        until: now + Duration::from_secs_f64(limits.whole_call),
        last: now,
        model,
        asked,
        _turn: turn,
    };
    stream::unfold(reading, |mut reading| async {
        let piece = next(&mut reading).await?;
        Some((piece, reading))
    })
    .boxed()
}

/// The next piece.
async fn next<S, B, E>(reading: &mut StreamState<S>) -> Option<Result<Piece, ModelError>>
where
    S: futures::Stream<Item = Result<B, E>> + Unpin,
    B: AsRef<[u8]>,
{
    loop {
        if let Some(piece) = reading.ready.pop_front() {
            reading.begun = true;
            return Some(Ok(piece));
        }
        if reading.ended {
            return None;
        }
        let over = match reading.unread.pop_front() {
            Some(event) => {
                reading.last = Instant::now();
                reading.reader.read(event, &mut reading.ready)
            }
            None => receive(reading).await,
        };
        let failure = match over {
            Ok(None) => continue,
            Ok(Some(over)) => match end(reading, over).await {
                Ok(()) => continue,
                Err(failure) => failure,
            },
            Err(failure) => failure,
        };
        reading.ended = true;
        return Some(Err(learned(&reading.model, &reading.asked, failure).await));
    }
}

/// Learns from a refusal that came instead of an answer what one with a status of its own would have taught.
async fn learned(model: &ServerModel, asked: &SentRequest, failure: CallFailure) -> ModelError {
    if let CallFailure::ContextTooSmall { context, .. } = failure {
        model.learn_context(asked.context, context).await;
    }
    if failure == CallFailure::Marred {
        model.update(|all| all.marred = true).await;
    }
    let mut unsupported = asked.unsupported;
    let hint = failure
        .refused()
        .and_then(|said| unsupported.learn(said, &asked.body));
    let failure = match failure {
        // On its way it may be about anything, and pass.
        CallFailure::Refused(_, said) if hint.is_none() => CallFailure::Told(said),
        failure => failure,
    };
    let failure = model.server.failure(failure);
    if hint.is_none() {
        return failure;
    }
    tracing::info!(model = model.name, %failure, "asked otherwise from now on");
    model.update(|all| all.add(unsupported)).await;
    ModelError::Passing {
        reason: failure.to_string(),
        retry_after: Some(Duration::ZERO),
    }
}

/// Waits for more bytes; answers how the answer is over, where it is.
async fn receive<S, B, E>(reading: &mut StreamState<S>) -> Result<Option<StreamEnd>, CallFailure>
where
    S: futures::Stream<Item = Result<B, E>> + Unpin,
    B: AsRef<[u8]>,
{
    let limits = reading.model.server.0.limits;
    let (what, limit) = if reading.begun {
        ("between words", limits.between_tokens)
    } else {
        ("to write its first word", limits.first_token)
    };
    let by = reading.last + Duration::from_secs_f64(limit);
    let is_finished = reading.reader.is_finished();
    let by = match is_finished {
        true => by.min(reading.last + GRACE),
        false => by,
    };
    match timeout_at(by.min(reading.until), reading.bytes.next()).await {
        Err(_) if is_finished => Ok(Some(StreamEnd::Left)),
        Err(_) if by > reading.until => {
            Err(CallFailure::TooSlow("for one answer", limits.whole_call))
        }
        Err(_) => Err(CallFailure::TooSlow(what, limit)),
        Ok(Some(Ok(bytes))) => {
            let fed = reading.events.feed(bytes.as_ref(), &mut reading.unread);
            fed.map(|()| None).map_err(|TooLong| CallFailure::Endless)
        }
        Ok(Some(Err(_))) => Ok(Some(StreamEnd::Broken)),
        Ok(None) => {
            let before = reading.unread.len();
            reading.events.end(&mut reading.unread);
            // The last event may have come without its end.
            match reading.unread.len() > before {
                true => Ok(None),
                false => Ok(Some(StreamEnd::Closed)),
            }
        }
    }
}

async fn end<S>(reading: &mut StreamState<S>, over: StreamEnd) -> Result<(), CallFailure> {
    reading
        .reader
        .end(over, &reading.label, &mut reading.ready)?;
    reading.ended = true;
    if let Some(begins) = reading.reader.begins_in_thought() {
        reading
            .model
            .update(|it| {
                it.thoughts = if begins {
                    it.thoughts.saturating_add(1)
                } else {
                    0
                }
            })
            .await;
    }
    Ok(())
}
